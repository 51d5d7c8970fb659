//! Agents that work together: what one asks of others, and how the others are doing.

use methodic::wire;

/// What an agent can do with other agents.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum CollabAgentTool {
    /// Start a new agent.
    SpawnAgent,
    /// Send a message to an agent.
    SendInput,
    /// Let an agent that was closed go on.
    ResumeAgent,
    /// Wait until agents are done.
    Wait,
    /// Close an agent that is no longer needed.
    CloseAgent,
}

/// How far the dealing with other agents has come.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum CollabAgentToolCallStatus {
    /// It is going on.
    InProgress,
    /// It is done.
    Completed,
    /// It could not be done.
    Failed,
}

/// How another agent is doing.
#[wire]
#[derive(Eq)]
pub struct CollabAgentState {
    /// Whether it is at work.
    pub status: CollabAgentStatus,
    /// Its last message, or why it failed. Null while there is none.
    pub message: Option<String>,
}

/// The states of an agent.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum CollabAgentStatus {
    /// It is being started.
    PendingInit,
    /// It is at work.
    Running,
    /// Its turn was interrupted.
    Interrupted,
    /// It has done its work.
    Completed,
    /// Its work failed.
    Errored,
    /// It was closed.
    Shutdown,
    /// There is no such agent.
    NotFound,
}
