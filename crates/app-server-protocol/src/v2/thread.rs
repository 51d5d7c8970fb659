//! Threads: a conversation with the agent, from its start on, with the settings its turns inherit.

use crate::v2::{
    AbsolutePathBuf, ApprovalsReviewer, AskForApproval, DynamicToolSpec, PermissionProfile, Personality,
    ReasoningEffort, SandboxMode, SandboxPolicy, ServiceTier, SessionSource, Turn, TurnEnvironmentParams,
};
use methodic::wire;
use serde_json::Value;
use std::collections::BTreeMap;

/// Identifier of a thread.
#[wire(transparent)]
#[derive(Eq, Hash, PartialOrd, Ord)]
pub struct ThreadId(pub String);

/// How a new thread shall work. What is absent or null comes from the server's configuration.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ThreadStartParams {
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
    /// The name under which the product around the client wants its use to be counted.
    pub service_name: Option<String>,
    /// Instructions that replace those built into the server.
    pub base_instructions: Option<String>,
    /// Instructions in addition to the built-in ones.
    pub developer_instructions: Option<String>,
    /// The manner in which the agent talks.
    pub personality: Option<Personality>,
    /// Whether the thread is kept in memory only and is gone when the server ends. Absent or null means no.
    pub ephemeral: Option<bool>,
    /// What the thread is started for. Absent or null means `startup`.
    pub session_start_source: Option<ThreadStartSource>,
    /// The environments that the agent can work in. Absent or null means the server's own; empty means none.
    #[experimental("thread/start.environments")]
    pub environments: Option<Vec<TurnEnvironmentParams>>,
    /// Tools that the client offers to the agent.
    #[experimental("thread/start.dynamicTools")]
    pub dynamic_tools: Option<Vec<DynamicToolSpec>>,
    /// A field without any effect, by which a client can test that it may use experimental fields.
    #[experimental("thread/start.mockExperimentalField")]
    pub mock_experimental_field: Option<String>,
    /// Whether to send the model's own events along, unprocessed. For internal use; they can change at any time.
    #[experimental("thread/start.experimentalRawEvents")]
    #[serde(default)]
    pub experimental_raw_events: bool,
    /// Whether to record more than what is needed to go on later, so that the items can be shown in full again.
    #[experimental("thread/start.persistFullHistory")]
    #[serde(default)]
    pub persist_extended_history: bool,
}

/// What a thread is started for.
#[wire]
#[derive(Default, Copy, Eq, Hash)]
pub enum ThreadStartSource {
    /// The user begins to work.
    #[default]
    Startup,
    /// The user put an earlier conversation away to begin afresh.
    Clear,
}

/// The new thread, and the settings that it works with.
#[wire]
#[derive(Eq)]
pub struct ThreadStartResponse {
    /// The thread; it has no turns yet.
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

/// Says that a thread exists and can be worked with.
#[wire]
#[derive(Eq)]
pub struct ThreadStartedNotification {
    /// The thread.
    pub thread: Thread,
}

/// A conversation with the agent.
#[wire]
#[derive(Eq)]
pub struct Thread {
    /// Identifier of the thread.
    pub id: String,
    /// The thread that this one was copied from. Null when it began by itself.
    pub forked_from_id: Option<String>,
    /// The beginning of the conversation, mostly the user's first message, to tell threads apart in a list.
    pub preview: String,
    /// Whether the thread is kept in memory only.
    pub ephemeral: bool,
    /// Name of the provider that serves the thread's model.
    pub model_provider: String,
    /// When the thread was created, in Unix seconds.
    pub created_at: i64,
    /// When the thread was last changed, in Unix seconds.
    pub updated_at: i64,
    /// What the thread is doing.
    pub status: ThreadStatus,
    /// The file in which the server records the thread. Null when it records nothing; not meant to be read by clients.
    pub path: Option<String>,
    /// The folder in which the thread works.
    pub cwd: AbsolutePathBuf,
    /// Version of the program that created the thread.
    pub cli_version: String,
    /// What the thread was started by.
    pub source: SessionSource,
    /// The name by which people tell agents apart. Null unless another agent started the thread.
    pub agent_nickname: Option<String>,
    /// The role in which the agent works. Null unless another agent started the thread.
    pub agent_role: Option<String>,
    /// The state of the Git repository around `cwd` when the thread was created. Null when there was none.
    pub git_info: Option<GitInfo>,
    /// The title that the user gave. Null when there is none.
    pub name: Option<String>,
    /// The turns so far. Filled only where a method says so; empty otherwise, whatever has happened in the thread.
    pub turns: Vec<Turn>,
}

/// What a thread is doing.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum ThreadStatus {
    /// Nothing: it is recorded, but not in memory.
    NotLoaded,
    /// Nothing: it waits for input.
    Idle,
    /// Nothing: something broke, and the thread cannot go on.
    SystemError,
    /// A turn is running.
    Active {
        /// What the turn is waiting for. Empty while it works.
        active_flags: Vec<ThreadActiveFlag>,
    },
}

/// What a running turn can be waiting for.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ThreadActiveFlag {
    /// The answer to a request for approval.
    WaitingOnApproval,
    /// The answer to a question to the user.
    WaitingOnUserInput,
}

/// The state of a Git repository.
#[wire]
#[derive(Eq)]
pub struct GitInfo {
    /// The commit that is checked out. Null when there is none yet.
    pub sha: Option<String>,
    /// The branch that is checked out. Null when there is none.
    pub branch: Option<String>,
    /// Address of the remote named `origin`. Null when there is none.
    pub origin_url: Option<String>,
}
