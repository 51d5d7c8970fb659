//! Guardian reviews: how a second agent decides in the user's place whether the first one may act.

use crate::v2::{AbsolutePathBuf, NetworkApprovalProtocol, RequestPermissionProfile};
use methodic::wire;

/// Says that the reviewing agent has begun to weigh an action.
#[wire]
#[derive(Eq)]
pub struct ItemGuardianApprovalReviewStartedNotification {
    /// The thread in which the agent wants to act.
    pub thread_id: String,
    /// The turn that waits for the review.
    pub turn_id: String,
    /// Identifier of the review; the notification of its end carries the same one.
    pub review_id: String,
    /// The item that the action belongs to. Null when it belongs to none, as network access may, or to several.
    pub target_item_id: Option<String>,
    /// The review as it begins, still without findings.
    pub review: GuardianApprovalReview,
    /// What the agent wants to do.
    pub action: GuardianApprovalReviewAction,
}

/// Says what the reviewing agent has decided about an action.
#[wire]
#[derive(Eq)]
pub struct ItemGuardianApprovalReviewCompletedNotification {
    /// The thread in which the agent wants to act.
    pub thread_id: String,
    /// The turn that waited for the review.
    pub turn_id: String,
    /// Identifier of the review, as in the notification of its start.
    pub review_id: String,
    /// The item that the action belongs to. Null when it belongs to none, as network access may, or to several.
    pub target_item_id: Option<String>,
    /// Who decided.
    pub decision_source: AutoReviewDecisionSource,
    /// The review with its findings.
    pub review: GuardianApprovalReview,
    /// What the agent wants to do.
    pub action: GuardianApprovalReviewAction,
}

/// Who can decide a review.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum AutoReviewDecisionSource {
    /// The reviewing agent.
    Agent,
}

/// How far a review has come and what it found.
#[wire]
#[derive(Eq)]
pub struct GuardianApprovalReview {
    /// How far the review has come, and at its end what is decided.
    pub status: GuardianApprovalReviewStatus,
    /// How much harm the action could do. Null while that is not known.
    pub risk_level: Option<GuardianRiskLevel>,
    /// How clearly the user has asked for the action. Null while that is not known.
    pub user_authorization: Option<GuardianUserAuthorization>,
    /// Why it is decided as it is, to be shown to the user. Null when no reason is given.
    pub rationale: Option<String>,
}

/// How far a review can have come.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum GuardianApprovalReviewStatus {
    /// The reviewing agent is at work.
    InProgress,
    /// The action is allowed.
    Approved,
    /// The action is refused.
    Denied,
    /// The reviewing agent took too long; the action is not allowed.
    TimedOut,
    /// The review was broken off, for instance with its turn; the action is not allowed.
    Aborted,
}

/// How much harm an action could do, in the reviewing agent's judgement.
#[wire]
#[derive(Copy, Eq, Hash, PartialOrd, Ord)]
pub enum GuardianRiskLevel {
    /// Hardly any, and easy to mend.
    Low,
    /// Some, that can be mended.
    Medium,
    /// Much, or hard to mend.
    High,
    /// So much that it cannot be made good.
    Critical,
}

/// How clearly the user has asked for an action, in the reviewing agent's judgement.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum GuardianUserAuthorization {
    /// It cannot be told.
    Unknown,
    /// Not at all, or hardly.
    Low,
    /// By what was asked for, though not in words.
    Medium,
    /// In words.
    High,
}

/// The actions that can be reviewed.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum GuardianApprovalReviewAction {
    /// Runs a command line.
    Command {
        /// Which tool runs it.
        source: GuardianCommandSource,
        /// The command line.
        command: String,
        /// The folder the command would run in.
        cwd: AbsolutePathBuf,
    },
    /// Starts one program, from within a command line that is running already.
    Execve {
        /// Which tool runs the command line.
        source: GuardianCommandSource,
        /// Path of the program.
        program: String,
        /// What the program is started with, its own name first.
        argv: Vec<String>,
        /// The folder the program would run in.
        cwd: AbsolutePathBuf,
    },
    /// Changes files.
    ApplyPatch {
        /// The folder that the agent works in.
        cwd: AbsolutePathBuf,
        /// The files that would change.
        files: Vec<AbsolutePathBuf>,
    },
    /// Reaches a host on the network.
    NetworkAccess {
        /// What would be reached, in a form to show.
        target: String,
        /// Name or address of the host.
        host: String,
        /// How the host would be reached.
        protocol: NetworkApprovalProtocol,
        /// The port on the host.
        port: u16,
    },
    /// Calls a tool of an MCP server.
    McpToolCall {
        /// Name of the MCP server, as it is configured.
        server: String,
        /// Name of the tool.
        tool_name: String,
        /// Identifier of the connector that the tool belongs to. Null when it belongs to none.
        connector_id: Option<String>,
        /// Name of that connector as users know it. Null when it has none.
        connector_name: Option<String>,
        /// Name of the tool as users know it. Null when it has none.
        tool_title: Option<String>,
    },
    /// Asks for permissions that the sandbox does not grant.
    RequestPermissions {
        /// Why the agent needs them, in its own words. Null when it does not say.
        reason: Option<String>,
        /// The permissions that it asks for.
        permissions: RequestPermissionProfile,
    },
}

/// The tools that run commands.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum GuardianCommandSource {
    /// The tool that runs a command and waits for its end.
    Shell,
    /// The tool whose processes go on in the background and can be written to.
    UnifiedExec,
}
