//! Errors of a turn: what went wrong while the agent worked, in words and in a form that a client can act on.

use methodic::wire;

/// Says that something went wrong in a turn.
#[wire]
#[derive(Eq)]
pub struct ErrorNotification {
    /// What went wrong.
    pub error: TurnError,
    /// Whether the server tries again by itself. When false, the turn ends as failed.
    pub will_retry: bool,
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn in which it happened.
    pub turn_id: String,
}

/// Why a turn failed, or failed for the moment.
#[wire]
#[derive(Eq)]
pub struct TurnError {
    /// What to tell the user.
    pub message: String,
    /// The kind of error, to act on. Null when it is of no particular kind.
    pub codex_error_info: Option<CodexErrorInfo>,
    /// More for those who look into the cause, such as an upstream server's answer. Null when there is no more.
    pub additional_details: Option<String>,
}

/// The kinds of errors that a client may want to treat in its own way.
#[wire]
#[derive(Copy, Eq)]
pub enum CodexErrorInfo {
    /// The conversation no longer fits what the model can read at once.
    ContextWindowExceeded,
    /// The account has used up what it may use.
    UsageLimitExceeded,
    /// The model's server has too much to do; later may be better.
    ServerOverloaded,
    /// The request was refused as a possible misuse for attacks on computer systems.
    CyberPolicy,
    /// No connection to the model's server came about.
    HttpConnectionFailed {
        /// The status of the HTTP answer. Null when there was no answer.
        http_status_code: Option<u16>,
    },
    /// The connection came about, but the stream of the answer did not begin.
    ResponseStreamConnectionFailed {
        /// The status of the HTTP answer. Null when there was no answer.
        http_status_code: Option<u16>,
    },
    /// The model's server failed by its own fault.
    InternalServerError,
    /// The account's credentials are missing, expired or refused.
    Unauthorized,
    /// The model's server found the request invalid.
    BadRequest,
    /// The thread could not be taken back to an earlier turn.
    ThreadRollbackFailed,
    /// The sandbox for commands could not be set up, or broke down.
    SandboxError,
    /// The stream of the answer broke off before its end.
    ResponseStreamDisconnected {
        /// The status of the HTTP answer. Null when it is not known.
        http_status_code: Option<u16>,
    },
    /// The server gave up after it had tried again as often as it may.
    ResponseTooManyFailedAttempts {
        /// The status of the last HTTP answer. Null when there was none.
        http_status_code: Option<u16>,
    },
    /// Input was meant for a running turn that takes none.
    ActiveTurnNotSteerable {
        /// What kind of turn is running.
        turn_kind: NonSteerableTurnKind,
    },
    /// Anything else; the message says what.
    Other,
}

/// The kinds of turns that take no input while they run.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum NonSteerableTurnKind {
    /// A review of changes.
    Review,
    /// Summing up the conversation to make room.
    Compact,
}
