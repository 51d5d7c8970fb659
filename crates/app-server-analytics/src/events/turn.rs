//! Turns: what one stretch of the agent's work was asked for, how it ran, what it used and how it ended.

use app_server_protocol::v2::{
    ApprovalsReviewer, AskForApproval, CodexErrorInfo, ModeKind, Personality, ReasoningEffort, ReasoningSummary,
    SandboxPolicy, TurnStatus,
};
use methodic::wire;

use super::{AppServerClient, InitializationMode, Runtime, ThreadSource};

/// A turn that has ended.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Eq)]
pub struct TurnParams {
    /// The thread of the turn.
    pub thread_id: String,
    /// Identifier of the turn.
    pub turn_id: String,
    /// Whether it began at once. Null when that is not known.
    pub submission_type: Option<SubmissionType>,
    /// The client that asked for it.
    pub app_server_client: AppServerClient,
    /// What the server runs on.
    pub runtime: Runtime,
    /// Whether the thread is kept in memory only.
    pub ephemeral: bool,
    /// Who wanted the thread. Null when that is not known.
    pub thread_source: Option<ThreadSource>,
    /// How the thread came into memory.
    pub initialization_mode: InitializationMode,
    /// What a subagent is for. Null for a user's thread.
    pub subagent_source: Option<String>,
    /// The thread whose agent started this one. Null for a user's thread.
    pub parent_thread_id: Option<String>,
    /// Identifier of the model.
    pub model: Option<String>,
    /// Name of the provider that serves the model.
    pub model_provider: String,
    /// How far commands reached without asking.
    pub sandbox_policy: Option<SandboxPolicyKind>,
    /// How much the model was to think.
    pub reasoning_effort: Option<ReasoningEffort>,
    /// How the model was to sum up its thoughts.
    pub reasoning_summary: Option<ReasoningSummary>,
    /// The class of service.
    pub service_tier: ServiceTierKind,
    /// When the agent asked before it acted.
    pub approval_policy: ApprovalPolicyKind,
    /// Who answered when the agent asked.
    pub approvals_reviewer: ApprovalsReviewer,
    /// Whether commands reached the network without asking.
    pub sandbox_network_access: bool,
    /// The mode in which agent and user worked together.
    pub collaboration_mode: Option<ModeKind>,
    /// The manner in which the agent talked.
    pub personality: Option<Personality>,
    /// How many pictures the user's message had.
    pub num_input_images: u64,
    /// Whether it is the first turn of its thread.
    pub is_first_turn: bool,
    /// How it ended.
    pub status: Option<TurnEndStatus>,
    /// The kind of error that ended it. Null unless one did.
    pub turn_error: Option<CodexErrorInfo>,
    /// How often the user added to it while it ran.
    pub steer_count: Option<u64>,
    /// How many tools the agent used, all kinds together.
    pub total_tool_call_count: Option<u64>,
    /// How many commands the agent ran.
    pub shell_command_count: Option<u64>,
    /// How often the agent changed files.
    pub file_change_count: Option<u64>,
    /// How many tools of MCP servers it called.
    pub mcp_tool_call_count: Option<u64>,
    /// How many tools of the client it called.
    pub dynamic_tool_call_count: Option<u64>,
    /// How often it dealt with other agents.
    pub subagent_tool_call_count: Option<u64>,
    /// How often it looked for something on the web.
    pub web_search_count: Option<u64>,
    /// How many pictures it made.
    pub image_generation_count: Option<u64>,
    /// How many tokens the model read. Null when nobody counted.
    pub input_tokens: Option<i64>,
    /// How many of these came from a cache.
    pub cached_input_tokens: Option<i64>,
    /// How many tokens the model wrote.
    pub output_tokens: Option<i64>,
    /// How many of these were thoughts.
    pub reasoning_output_tokens: Option<i64>,
    /// How many tokens it read and wrote.
    pub total_tokens: Option<i64>,
    /// The time from begin to end, in milliseconds.
    pub duration_ms: Option<i64>,
    /// When it began, in Unix seconds.
    pub started_at: Option<i64>,
    /// When it ended, in Unix seconds.
    pub completed_at: Option<i64>,
}

/// Whether a turn began when it was asked for.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum SubmissionType {
    /// It began at once.
    Default,
    /// It waited until an earlier one had ended.
    Queued,
}

/// How a turn ended.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum TurnEndStatus {
    /// The agent has done its work.
    Completed,
    /// An error ended it.
    Failed,
    /// It was stopped.
    Interrupted,
}

impl TurnEndStatus {
    /// The end that a status tells of; none while the turn goes on.
    pub fn of(status: TurnStatus) -> Option<Self> {
        match status {
            TurnStatus::Completed => Some(Self::Completed),
            TurnStatus::Failed => Some(Self::Failed),
            TurnStatus::Interrupted => Some(Self::Interrupted),
            TurnStatus::InProgress => None,
        }
    }
}

/// How far commands reached, without the folders.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum SandboxPolicyKind {
    /// Everywhere.
    FullAccess,
    /// Files were read only.
    ReadOnly,
    /// Some folders could be written.
    WorkspaceWrite,
    /// Somebody else confined them.
    ExternalSandbox,
}

impl From<&SandboxPolicy> for SandboxPolicyKind {
    fn from(policy: &SandboxPolicy) -> Self {
        match policy {
            SandboxPolicy::DangerFullAccess => Self::FullAccess,
            SandboxPolicy::ReadOnly { .. } => Self::ReadOnly,
            SandboxPolicy::WorkspaceWrite { .. } => Self::WorkspaceWrite,
            SandboxPolicy::ExternalSandbox { .. } => Self::ExternalSandbox,
        }
    }
}

/// When the agent asked before it acted, without the particulars.
#[wire(rename_all = "kebab-case")]
#[derive(Copy, Eq, Hash)]
pub enum ApprovalPolicyKind {
    /// Before all but a few harmless commands.
    Untrusted,
    /// When a command had failed in the sandbox.
    OnFailure,
    /// When the agent thought it right.
    OnRequest,
    /// Depending on what it was.
    Granular,
    /// Never.
    Never,
}

impl From<AskForApproval> for ApprovalPolicyKind {
    fn from(policy: AskForApproval) -> Self {
        match policy {
            AskForApproval::Untrusted => Self::Untrusted,
            AskForApproval::OnFailure => Self::OnFailure,
            AskForApproval::OnRequest => Self::OnRequest,
            AskForApproval::Granular { .. } => Self::Granular,
            AskForApproval::Never => Self::Never,
        }
    }
}

/// The class of service at the model's server.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum ServiceTierKind {
    /// The usual one.
    Default,
    /// Faster answers at a higher price.
    Fast,
    /// Slower answers at a lower price.
    Flex,
}

impl From<Option<app_server_protocol::v2::ServiceTier>> for ServiceTierKind {
    fn from(tier: Option<app_server_protocol::v2::ServiceTier>) -> Self {
        match tier {
            None => Self::Default,
            Some(app_server_protocol::v2::ServiceTier::Fast) => Self::Fast,
            Some(app_server_protocol::v2::ServiceTier::Flex) => Self::Flex,
        }
    }
}
