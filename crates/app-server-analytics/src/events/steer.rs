//! Steering: that a user added to a turn while it ran, or tried to.

use app_server_protocol::v2::{CodexErrorInfo, NonSteerableTurnKind};
use methodic::{RpcError, code, wire};
use serde_json::json;

use super::{AppServerClient, Runtime, ThreadSource};

/// An attempt to add to a running turn, with what became of it.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Eq)]
pub struct TurnSteerParams {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the client believed to be running.
    pub expected_turn_id: Option<String>,
    /// The turn that took the input. Null when none did.
    pub accepted_turn_id: Option<String>,
    /// The client that sent the input.
    pub app_server_client: AppServerClient,
    /// What the server runs on.
    pub runtime: Runtime,
    /// Who wanted the thread. Null when that is not known.
    pub thread_source: Option<ThreadSource>,
    /// What a subagent is for. Null for a user's thread.
    pub subagent_source: Option<String>,
    /// The thread whose agent started this one. Null for a user's thread.
    pub parent_thread_id: Option<String>,
    /// How many pictures the input had.
    pub num_input_images: u64,
    /// Whether the turn took the input.
    pub result: SteerResult,
    /// Why it did not. Null when it did, and when the reason has no word here.
    pub rejection_reason: Option<RejectionReason>,
    /// When the attempt was answered, in Unix seconds.
    pub created_at: i64,
}

/// What became of an attempt to add to a turn.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum SteerResult {
    /// The agent reads the input.
    Accepted,
    /// It does not.
    Rejected,
}

/// Why a turn does not take input.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum RejectionReason {
    /// No turn is running.
    NoActiveTurn,
    /// Another turn is running than the client expects.
    ExpectedTurnMismatch,
    /// The running turn is a review.
    NonSteerableReview,
    /// The running turn sums up the conversation.
    NonSteerableCompact,
    /// There is nothing in the input.
    EmptyInput,
    /// The input is too long.
    InputTooLarge,
}

/// The member of an error's `data` that tells the reason.
const REASON: &str = "rejectionReason";

impl RejectionReason {
    /// The error that tells a client of the reason, in words of the server's and as a word of this type.
    ///
    /// ```
    /// use app_server_analytics::events::RejectionReason;
    ///
    /// let error = RejectionReason::NoActiveTurn.error("no turn is running in this thread");
    /// assert_eq!(RejectionReason::of(&error), Some(RejectionReason::NoActiveTurn));
    /// ```
    pub fn error(self, message: impl Into<String>) -> RpcError {
        let mut data = json!({ REASON: self });
        let kind = match self {
            Self::NonSteerableReview => Some(NonSteerableTurnKind::Review),
            Self::NonSteerableCompact => Some(NonSteerableTurnKind::Compact),
            _ => None,
        };
        if let Some(turn_kind) = kind {
            data["codexErrorInfo"] = json!(CodexErrorInfo::ActiveTurnNotSteerable { turn_kind });
        }
        RpcError { data: Some(data.into()), ..RpcError::new(code::INVALID_REQUEST, message) }
    }

    /// The reason that an error tells of.
    pub fn of(error: &RpcError) -> Option<Self> {
        let word = error.data.as_deref()?.get(REASON)?.as_str()?;
        serde_json::from_value(word.into()).ok()
    }
}
