//! Commands that the agent runs: where they come from, how they end, and what they appear to do.

use crate::v2::AbsolutePathBuf;
use methodic::wire;

/// On whose behalf a command runs.
#[wire]
#[derive(Default, Copy, Eq, Hash)]
pub enum CommandExecutionSource {
    /// The agent runs it as a step of its work.
    #[default]
    Agent,
    /// The user typed it.
    UserShell,
    /// The agent started it as a process that goes on in the background.
    UnifiedExecStartup,
    /// The agent wrote to such a process, or looked at its output.
    UnifiedExecInteraction,
}

/// How far a command has come.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum CommandExecutionStatus {
    /// It runs, or waits for approval.
    InProgress,
    /// It ended with exit code 0.
    Completed,
    /// It could not be run, was cut off, or ended with another exit code.
    Failed,
    /// It was not approved and did not run.
    Declined,
}

/// What a part of a command line appears to do. It is a reading of the text, not a promise.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum CommandAction {
    /// Reads a file.
    Read {
        /// The part of the command line.
        command: String,
        /// Name of the file, short enough to show.
        name: String,
        /// Path of the file.
        path: AbsolutePathBuf,
    },
    /// Lists the files of a folder.
    ListFiles {
        /// The part of the command line.
        command: String,
        /// The folder as the command names it. Null means the working folder.
        path: Option<String>,
    },
    /// Searches files for a text.
    Search {
        /// The part of the command line.
        command: String,
        /// What is searched for. Null when it cannot be told.
        query: Option<String>,
        /// Where it is searched, as the command names it. Null means the working folder.
        path: Option<String>,
    },
    /// Does something that the server does not recognise.
    Unknown {
        /// The part of the command line.
        command: String,
    },
}
