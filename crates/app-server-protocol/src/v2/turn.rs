//! Turns: one stretch of the agent's work, from the user's input to its answer.

use crate::v2::{
    AbsolutePathBuf, ApprovalsReviewer, AskForApproval, CollaborationMode, PermissionProfile, Personality,
    ReasoningEffort, ReasoningSummary, SandboxPolicy, ServiceTier, ThreadItem, TurnError, UserInput,
};
use methodic::wire;
use serde_json::Value;
use std::collections::BTreeMap;

/// What the agent shall do now, and with which settings. Unless said otherwise, a setting holds for this turn and all
/// later ones, and what is absent or null stays as it is.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct TurnStartParams {
    /// The thread to work in.
    pub thread_id: String,
    /// The user's message, part by part.
    pub input: Vec<UserInput>,
    /// Values that the server adds to its requests to the model's server, by name. For this turn only.
    #[experimental("turn/start.responsesapiClientMetadata")]
    pub responsesapi_client_metadata: Option<BTreeMap<String, String>>,
    /// The environments that the agent can work in. For this turn only; empty means none.
    #[experimental("turn/start.environments")]
    pub environments: Option<Vec<TurnEnvironmentParams>>,
    /// The folder to work in.
    pub cwd: Option<String>,
    /// When the agent asks before it acts.
    pub approval_policy: Option<AskForApproval>,
    /// Who answers when the agent asks.
    pub approvals_reviewer: Option<ApprovalsReviewer>,
    /// How far commands reach without asking. Not to be combined with `permissionProfile`.
    pub sandbox_policy: Option<SandboxPolicy>,
    /// The permissions of commands in detail. Not to be combined with `sandboxPolicy`.
    pub permission_profile: Option<PermissionProfile>,
    /// Identifier of the model.
    pub model: Option<String>,
    /// The class of service. Null goes back to the usual one; absent leaves it as it is.
    pub service_tier: Option<Option<ServiceTier>>,
    /// How much the model thinks.
    pub effort: Option<ReasoningEffort>,
    /// How the model sums up its thoughts.
    pub summary: Option<ReasoningSummary>,
    /// The manner in which the agent talks.
    pub personality: Option<Personality>,
    /// JSON Schema that the agent's final answer must meet. For this turn only.
    pub output_schema: Option<Value>,
    /// The mode to work in. Its settings take precedence over `model`, `effort` and the developer instructions.
    #[experimental("turn/start.collaborationMode")]
    pub collaboration_mode: Option<CollaborationMode>,
}

/// An environment that the agent can work in, and where in it to begin.
#[wire]
#[derive(Eq)]
pub struct TurnEnvironmentParams {
    /// Identifier of the environment, as the server knows it.
    pub environment_id: String,
    /// The folder to work in, as a path in that environment.
    pub cwd: AbsolutePathBuf,
}

/// The turn that was begun.
#[wire]
#[derive(Eq)]
pub struct TurnStartResponse {
    /// The turn; it is in progress and has no items yet.
    pub turn: Turn,
}

/// Adds input to the turn that is running, without interrupting it.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct TurnSteerParams {
    /// The thread of the turn.
    pub thread_id: String,
    /// What the user adds, part by part.
    pub input: Vec<UserInput>,
    /// Values that the server adds to its requests to the model's server, by name.
    #[experimental("turn/steer.responsesapiClientMetadata")]
    pub responsesapi_client_metadata: Option<BTreeMap<String, String>>,
    /// The turn that the client believes to be running. When another one is, or none, the request fails.
    pub expected_turn_id: String,
}

/// The turn that took the input.
#[wire]
#[derive(Eq)]
pub struct TurnSteerResponse {
    /// Identifier of the turn.
    pub turn_id: String,
}

/// Stops a running turn.
#[wire]
#[derive(Eq)]
pub struct TurnInterruptParams {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn to stop.
    pub turn_id: String,
}

/// Nothing but the fact that the turn stops; `turn/completed` tells when it has.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct TurnInterruptResponse {}

/// Says that a turn has begun.
#[wire]
#[derive(Eq)]
pub struct TurnStartedNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn as it begins.
    pub turn: Turn,
}

/// Says that a turn has ended, well or not.
#[wire]
#[derive(Eq)]
pub struct TurnCompletedNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn as it ended; its status says how.
    pub turn: Turn,
}

/// Brings all that a turn has changed in files so far.
#[wire]
#[derive(Eq)]
pub struct TurnDiffUpdatedNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn whose work changed the files.
    pub turn_id: String,
    /// All changes of the turn together, as one unified diff; it replaces the one sent before.
    pub diff: String,
}

/// Brings the list of steps that the agent keeps to show how far it is.
#[wire]
#[derive(Eq)]
pub struct TurnPlanUpdatedNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn in which the agent works through the steps.
    pub turn_id: String,
    /// Why the list changed, in the agent's words. Null when the agent says nothing about it.
    pub explanation: Option<String>,
    /// The whole list in its order; it replaces the one sent before.
    pub plan: Vec<TurnPlanStep>,
}

/// One step of the agent's list.
#[wire]
#[derive(Eq)]
pub struct TurnPlanStep {
    /// What is to be done, in few words.
    pub step: String,
    /// How far the step has come.
    pub status: TurnPlanStepStatus,
}

/// How far a step of the agent's list has come.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum TurnPlanStepStatus {
    /// It is still to be done.
    Pending,
    /// The agent is at it.
    InProgress,
    /// It is done.
    Completed,
}

/// One stretch of the agent's work.
#[wire]
#[derive(Eq)]
pub struct Turn {
    /// Identifier of the turn.
    pub id: String,
    /// The steps of the turn. Filled only where a method says so; in notifications they come one by one instead.
    pub items: Vec<ThreadItem>,
    /// How far the turn has come.
    pub status: TurnStatus,
    /// Why the turn failed. Null unless it did.
    pub error: Option<TurnError>,
    /// When the turn began, in Unix seconds. Null when that was not recorded.
    pub started_at: Option<i64>,
    /// When the turn ended, in Unix seconds. Null while it goes on.
    pub completed_at: Option<i64>,
    /// The time from begin to end, in milliseconds. Null while the turn goes on.
    pub duration_ms: Option<i64>,
}

/// How far a turn has come.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum TurnStatus {
    /// The agent has done its work.
    Completed,
    /// The turn was stopped before its end.
    Interrupted,
    /// An error ended the turn.
    Failed,
    /// The agent is at work.
    InProgress,
}
