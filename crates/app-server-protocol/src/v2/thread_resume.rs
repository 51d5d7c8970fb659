//! Taking up a thread that exists: going on with it, or going on with a copy of it.

use crate::v2::{
    AbsolutePathBuf, ApprovalsReviewer, AskForApproval, PermissionProfile, Personality, ReasoningEffort, ResponseItem,
    SandboxMode, SandboxPolicy, ServiceTier, Thread,
};
use methodic::wire;
use serde_json::Value;
use std::collections::BTreeMap;

/// Which thread to go on with, and how. What is absent or null stays as the thread had it, or comes from the server's
/// configuration where the thread recorded nothing.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ThreadResumeParams {
    /// The thread to go on with. Needed even where another member takes precedence.
    pub thread_id: String,
    /// A conversation to go on with instead of a recorded one, as the items that the model's server knows. Takes
    /// precedence over `path` and `threadId`.
    #[experimental("thread/resume.history")]
    pub history: Option<Vec<ResponseItem>>,
    /// The file in which the server recorded the thread, to find it by that instead of by its identifier.
    /// Takes precedence over `threadId`.
    #[experimental("thread/resume.path")]
    pub path: Option<String>,
    /// Identifier of the model.
    pub model: Option<String>,
    /// Name of the configured provider that serves the model.
    pub model_provider: Option<String>,
    /// The class of service. Null asks for the usual one, whatever the configuration says.
    pub service_tier: Option<Option<ServiceTier>>,
    /// The folder to work in.
    pub cwd: Option<String>,
    /// When the agent asks before it acts.
    pub approval_policy: Option<AskForApproval>,
    /// Who answers when the agent asks.
    pub approvals_reviewer: Option<ApprovalsReviewer>,
    /// How far commands reach without asking. Not to be combined with `permissionProfile`.
    pub sandbox: Option<SandboxMode>,
    /// The permissions of commands in detail. Not to be combined with `sandbox`.
    pub permission_profile: Option<PermissionProfile>,
    /// Settings that take precedence over the server's configuration, by their names in the configuration file.
    pub config: Option<BTreeMap<String, Value>>,
    /// Instructions that replace those built into the server.
    pub base_instructions: Option<String>,
    /// Instructions in addition to the built-in ones.
    pub developer_instructions: Option<String>,
    /// The manner in which the agent talks.
    pub personality: Option<Personality>,
    /// Whether to leave the turns out of the response, for clients that page through them with `thread/turns/list`.
    /// Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exclude_turns: bool,
    /// Whether to record more than what is needed to go on later, so that the items can be shown in full again.
    #[experimental("thread/resume.persistFullHistory")]
    #[serde(default)]
    pub persist_extended_history: bool,
}

/// The thread gone on with, and the settings that it works with.
#[wire]
#[derive(Eq)]
pub struct ThreadResumeResponse {
    /// The thread, with its turns unless they were not wanted.
    pub thread: Thread,
    /// Identifier of the model.
    pub model: String,
    /// Name of the provider that serves the model.
    pub model_provider: String,
    /// The class of service. Null means the usual one.
    pub service_tier: Option<ServiceTier>,
    /// The folder to work in.
    pub cwd: AbsolutePathBuf,
    /// The files with instructions that the agent has read, such as `AGENTS.md`, the most general first.
    #[serde(default)]
    pub instruction_sources: Vec<AbsolutePathBuf>,
    /// When the agent asks before it acts.
    pub approval_policy: AskForApproval,
    /// Who answers when the agent asks.
    pub approvals_reviewer: ApprovalsReviewer,
    /// How far commands reach without asking. Where `permissionProfile` is set, that says it more exactly.
    pub sandbox: SandboxPolicy,
    /// The permissions of commands in detail. Null when the server knows them as a sandbox only.
    pub permission_profile: Option<PermissionProfile>,
    /// How much the model thinks. Null leaves it to the model's default.
    pub reasoning_effort: Option<ReasoningEffort>,
}

/// Which thread to copy, and how the copy shall work. What is absent or null stays as the thread had it, or comes from
/// the server's configuration where the thread recorded nothing.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ThreadForkParams {
    /// The thread to copy. Needed even where `path` takes precedence.
    pub thread_id: String,
    /// The file in which the server recorded the thread, to find it by that instead of by its identifier.
    /// Takes precedence over `threadId`.
    #[experimental("thread/fork.path")]
    pub path: Option<String>,
    /// Identifier of the model.
    pub model: Option<String>,
    /// Name of the configured provider that serves the model.
    pub model_provider: Option<String>,
    /// The class of service. Null asks for the usual one, whatever the configuration says.
    pub service_tier: Option<Option<ServiceTier>>,
    /// The folder to work in.
    pub cwd: Option<String>,
    /// When the agent asks before it acts.
    pub approval_policy: Option<AskForApproval>,
    /// Who answers when the agent asks.
    pub approvals_reviewer: Option<ApprovalsReviewer>,
    /// How far commands reach without asking. Not to be combined with `permissionProfile`.
    pub sandbox: Option<SandboxMode>,
    /// The permissions of commands in detail. Not to be combined with `sandbox`.
    pub permission_profile: Option<PermissionProfile>,
    /// Settings that take precedence over the server's configuration, by their names in the configuration file.
    pub config: Option<BTreeMap<String, Value>>,
    /// Instructions that replace those built into the server.
    pub base_instructions: Option<String>,
    /// Instructions in addition to the built-in ones.
    pub developer_instructions: Option<String>,
    /// Whether the copy is kept in memory only and is gone when the server ends. Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ephemeral: bool,
    /// Whether to leave the turns out of the response, for clients that page through them with `thread/turns/list`.
    /// Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exclude_turns: bool,
    /// Whether to record more than what is needed to go on later, so that the items can be shown in full again.
    #[experimental("thread/fork.persistFullHistory")]
    #[serde(default)]
    pub persist_extended_history: bool,
}

/// The copy, and the settings that it works with.
#[wire]
#[derive(Eq)]
pub struct ThreadForkResponse {
    /// The copy, with its turns unless they were not wanted. It has an identifier of its own.
    pub thread: Thread,
    /// Identifier of the model.
    pub model: String,
    /// Name of the provider that serves the model.
    pub model_provider: String,
    /// The class of service. Null means the usual one.
    pub service_tier: Option<ServiceTier>,
    /// The folder to work in.
    pub cwd: AbsolutePathBuf,
    /// The files with instructions that the agent has read, such as `AGENTS.md`, the most general first.
    #[serde(default)]
    pub instruction_sources: Vec<AbsolutePathBuf>,
    /// When the agent asks before it acts.
    pub approval_policy: AskForApproval,
    /// Who answers when the agent asks.
    pub approvals_reviewer: ApprovalsReviewer,
    /// How far commands reach without asking. Where `permissionProfile` is set, that says it more exactly.
    pub sandbox: SandboxPolicy,
    /// The permissions of commands in detail. Null when the server knows them as a sandbox only.
    pub permission_profile: Option<PermissionProfile>,
    /// How much the model thinks. Null leaves it to the model's default.
    pub reasoning_effort: Option<ReasoningEffort>,
}
