//! Guardian reviews: how a second agent decided, in the user's place, whether the first one might act.

use std::collections::BTreeMap;

use app_server_protocol::v2::{GuardianRiskLevel, GuardianUserAuthorization, ReasoningEffort};
use methodic::wire;
use serde_json::Value;

use super::{AppServerClient, Runtime};

/// A review that has ended.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Eq)]
pub struct GuardianReviewParams {
    /// The client for which the thread was begun.
    pub app_server_client: AppServerClient,
    /// What the server runs on.
    pub runtime: Runtime,
    /// What is known of the review itself.
    #[serde(flatten)]
    pub review: GuardianReview,
}

/// What the agent knows of a review.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Eq)]
pub struct GuardianReview {
    /// The thread whose agent wanted to act.
    pub thread_id: String,
    /// The turn in which it wanted to.
    pub turn_id: String,
    /// Identifier of the review.
    pub review_id: String,
    /// The item that waited for the review. Null when none did.
    pub target_item_id: Option<String>,
    /// Which agent asked.
    pub approval_request_source: ApprovalRequestSource,
    /// What the agent wanted to do.
    pub reviewed_action: ReviewedAction,
    /// Whether the reviewer saw the action only in part.
    pub reviewed_action_truncated: bool,
    /// What holds now.
    pub decision: GuardianDecision,
    /// How the review ended.
    pub terminal_status: GuardianTerminalStatus,
    /// Why it came to no decision of its own. Null when it came to one.
    pub failure_reason: Option<GuardianFailureReason>,
    /// How dangerous the reviewer held the action.
    pub risk_level: Option<GuardianRiskLevel>,
    /// How clearly the user had wanted the action, as the reviewer understood it.
    pub user_authorization: Option<GuardianUserAuthorization>,
    /// What the reviewer itself decided.
    pub outcome: Option<GuardianOutcome>,
    /// The reviewer's own thread.
    pub guardian_thread_id: Option<String>,
    /// Where that thread came from.
    pub guardian_session_kind: Option<GuardianSessionKind>,
    /// The reviewer's model.
    pub guardian_model: Option<String>,
    /// How much the reviewer's model was to think.
    pub guardian_reasoning_effort: Option<ReasoningEffort>,
    /// Whether the reviewer knew of earlier reviews.
    pub had_prior_review_context: Option<bool>,
    /// How long the reviewer might take, in milliseconds.
    pub review_timeout_ms: u64,
    /// How many tools the reviewer used.
    pub tool_call_count: Option<u64>,
    /// How long the reviewer's model was silent at first, in milliseconds.
    pub time_to_first_token_ms: Option<u64>,
    /// How long the whole review took, in milliseconds.
    pub completion_latency_ms: Option<u64>,
    /// When it began, in Unix seconds.
    pub started_at: i64,
    /// When it ended, in Unix seconds.
    pub completed_at: Option<i64>,
    /// How many tokens the reviewer's model read. Null when nobody counted.
    pub input_tokens: Option<i64>,
    /// How many of these came from a cache.
    pub cached_input_tokens: Option<i64>,
    /// How many tokens it wrote.
    pub output_tokens: Option<i64>,
    /// How many of these were thoughts.
    pub reasoning_output_tokens: Option<i64>,
    /// How many tokens it read and wrote.
    pub total_tokens: Option<i64>,
}

/// Which agent asked for approval.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum ApprovalRequestSource {
    /// The one that the user talks with.
    MainTurn,
    /// One that works for it.
    DelegatedSubagent,
}

/// What an agent wanted to do.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Eq)]
pub struct ReviewedAction {
    /// The kind of action.
    #[serde(rename = "type")]
    pub kind: ReviewedActionType,
    /// What else is told of an action of this kind.
    #[serde(flatten)]
    pub details: BTreeMap<String, Value>,
}

/// The kinds of actions that are reviewed.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum ReviewedActionType {
    /// To run a command line in a shell.
    Shell,
    /// To run a command line in a terminal that stays open.
    UnifiedExec,
    /// To start a program.
    Execve,
    /// To change files.
    ApplyPatch,
    /// To reach a host.
    NetworkAccess,
    /// To call a tool of an MCP server.
    McpToolCall,
    /// To be given further permissions.
    RequestPermissions,
}

/// What holds after a review.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum GuardianDecision {
    /// The agent may act.
    Approved,
    /// The agent may not.
    Denied,
    /// The question fell away.
    Aborted,
}

/// How a review ended.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum GuardianTerminalStatus {
    /// The reviewer allowed the action.
    Approved,
    /// The reviewer refused it.
    Denied,
    /// It was stopped.
    Aborted,
    /// It took too long.
    TimedOut,
    /// It failed, and what nobody allowed is refused.
    FailedClosed,
}

/// Why a review came to no decision of its own.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum GuardianFailureReason {
    /// It took too long.
    Timeout,
    /// It was stopped.
    Cancelled,
    /// The reviewer could not be told of the action.
    PromptBuildError,
    /// The reviewer's thread broke.
    SessionError,
    /// The reviewer's answer made no sense.
    ParseError,
}

/// What a reviewer itself decides.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum GuardianOutcome {
    /// The agent may act.
    Allow,
    /// It may not.
    Deny,
}

/// Where a reviewer's thread came from.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum GuardianSessionKind {
    /// It was begun for this review, and later ones may go on with it.
    TrunkNew,
    /// An earlier review had begun it.
    TrunkReused,
    /// It is a copy for this review alone.
    EphemeralForked,
}
