//! What a client does in a thread beside its turns: running commands itself, adding to what the model reads, allowing
//! what was refused, holding the clock, and clearing up.

use methodic::wire;
use serde_json::Value;

/// A command that the user typed.
#[wire]
#[derive(Eq)]
pub struct ThreadShellCommandParams {
    /// The thread in whose working folder the command runs.
    pub thread_id: String,
    /// The command line, read by the user's own shell with all it knows, such as pipes and redirections. It runs with
    /// all the rights of the server's user, whatever the thread's sandbox allows.
    pub command: String,
}

/// Nothing but the fact that the command was taken; a `commandExecution` item tells how it goes on.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadShellCommandResponse {}

/// Adds to the conversation what the model shall know from now on.
#[wire]
#[derive(Eq)]
pub struct ThreadInjectItemsParams {
    /// The thread whose conversation grows.
    pub thread_id: String,
    /// The items to append, each as the model's server takes it as input.
    pub items: Vec<Value>,
}

/// Nothing but the fact that the items are part of the conversation.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadInjectItemsResponse {}

/// Allows, by the user's decision, one action that the reviewing agent has refused.
#[wire]
#[derive(Eq)]
pub struct ThreadApproveGuardianDeniedActionParams {
    /// The thread in which the action was refused.
    pub thread_id: String,
    /// The event by which the reviewing agent made its refusal known, as it came.
    pub event: Value,
}

/// Nothing but the fact that the action is allowed now. The agent has to try it again for it to happen.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadApproveGuardianDeniedActionResponse {}

/// Which thread's background processes to end.
#[wire]
#[derive(Eq)]
pub struct ThreadBackgroundTerminalsCleanParams {
    /// The thread whose agent started the processes.
    pub thread_id: String,
}

/// Nothing but the fact that the processes are told to end.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadBackgroundTerminalsCleanResponse {}

/// Says that somebody outside of the server is being asked something.
#[wire]
#[derive(Eq)]
pub struct ThreadIncrementElicitationParams {
    /// The thread whose clock shall stand still.
    pub thread_id: String,
}

/// The number of open questions with the new one.
#[wire]
#[derive(Copy, Eq)]
pub struct ThreadIncrementElicitationResponse {
    /// How many questions are open now.
    pub count: u64,
    /// Whether the clock for time limits stands still. It does while any question is open.
    pub paused: bool,
}

/// Says that one of the questions is settled.
#[wire]
#[derive(Eq)]
pub struct ThreadDecrementElicitationParams {
    /// The thread whose clock was made to stand still.
    pub thread_id: String,
}

/// The number of open questions without the one that is settled.
#[wire]
#[derive(Copy, Eq)]
pub struct ThreadDecrementElicitationResponse {
    /// How many questions are still open.
    pub count: u64,
    /// Whether the clock for time limits stands still. It does while any question is open.
    pub paused: bool,
}
