//! Deltas: how items grow between `item/started` and `item/completed`.
//!
//! A client that shows work while it goes on appends them; one that does not can leave them all out, since
//! `item/completed` brings every item whole.

use crate::v2::FileUpdateChange;
use methodic::wire;

/// Brings the next piece of a plan that the agent is writing.
#[wire]
#[derive(Eq)]
pub struct PlanDeltaNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the plan belongs to.
    pub turn_id: String,
    /// The `plan` item that grows.
    pub item_id: String,
    /// The Markdown to append. The finished item may differ from all pieces put together, and is what counts.
    pub delta: String,
}

/// Brings the next piece of the agent's thoughts in short.
#[wire]
#[derive(Eq)]
pub struct ReasoningSummaryTextDeltaNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the thoughts belong to.
    pub turn_id: String,
    /// The `reasoning` item that grows.
    pub item_id: String,
    /// The text to append.
    pub delta: String,
    /// The element of the item's `summary` to append it to, counted from 0.
    pub summary_index: i64,
}

/// Says that the agent's thoughts in short go on in a new part.
#[wire]
#[derive(Eq)]
pub struct ReasoningSummaryPartAddedNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the thoughts belong to.
    pub turn_id: String,
    /// The `reasoning` item that grows.
    pub item_id: String,
    /// The position of the new, still empty element of the item's `summary`, counted from 0.
    pub summary_index: i64,
}

/// Brings the next piece of the agent's thoughts in full.
#[wire]
#[derive(Eq)]
pub struct ReasoningTextDeltaNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the thoughts belong to.
    pub turn_id: String,
    /// The `reasoning` item that grows.
    pub item_id: String,
    /// The text to append.
    pub delta: String,
    /// The element of the item's `content` to append it to, counted from 0.
    pub content_index: i64,
}

/// Brings what a running command has printed since the last such notification.
#[wire]
#[derive(Eq)]
pub struct CommandExecutionOutputDeltaNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the command belongs to.
    pub turn_id: String,
    /// The `commandExecution` item whose output grows.
    pub item_id: String,
    /// The output to append, standard output and standard error as they came.
    pub delta: String,
}

/// Says that the agent has typed something into a running command.
#[wire]
#[derive(Eq)]
pub struct TerminalInteractionNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the command belongs to.
    pub turn_id: String,
    /// The `commandExecution` item of the running command.
    pub item_id: String,
    /// Identifier of the running process, as in the item.
    pub process_id: String,
    /// What was written to the process's standard input. Empty when the agent only looked at the output.
    pub stdin: String,
}

/// Brings what has been printed while files were changed.
#[wire]
#[derive(Eq)]
pub struct FileChangeOutputDeltaNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the change belongs to.
    pub turn_id: String,
    /// The `fileChange` item that the output belongs to.
    pub item_id: String,
    /// The output to append.
    pub delta: String,
}

/// Brings a change of files as far as the agent has written it.
#[wire]
#[derive(Eq)]
pub struct FileChangePatchUpdatedNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the change belongs to.
    pub turn_id: String,
    /// The `fileChange` item that grows.
    pub item_id: String,
    /// All changes known by now, file by file. They replace those of earlier notifications.
    pub changes: Vec<FileUpdateChange>,
}

/// Says what a tool of an MCP server is doing.
#[wire]
#[derive(Eq)]
pub struct McpToolCallProgressNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the call belongs to.
    pub turn_id: String,
    /// The `mcpToolCall` item of the running call.
    pub item_id: String,
    /// What the MCP server says about its progress, to be shown to the user.
    pub message: String,
}
