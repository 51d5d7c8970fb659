//! Approvals in their first form, for clients that were written before there were threads and items. The types say
//! "conversation" where newer ones say "thread", and "call" where newer ones say "item".
//!
//! These types are published outside of any version: they keep one shape for all of them.

use crate::approval::NetworkPolicyAmendment;
use crate::v2::ThreadId;
use methodic::wire;
use std::collections::BTreeMap;

/// Asks whether changes to files may be made.
#[wire]
#[derive(Eq)]
pub struct ApplyPatchApprovalParams {
    /// The thread in which the agent wants to change files.
    pub conversation_id: ThreadId,
    /// Identifier of the change, by which later messages refer to it.
    pub call_id: String,
    /// What is to be done, by the path of the file.
    pub file_changes: BTreeMap<String, FileChange>,
    /// Why approval is needed, to be shown to the user. Null when nothing is said.
    pub reason: Option<String>,
    /// A folder in which the agent wants to write freely for the rest of the session. Null asks for these changes
    /// alone.
    pub grant_root: Option<String>,
}

/// What the user decided about changes to files.
#[wire]
#[derive(Eq)]
pub struct ApplyPatchApprovalResponse {
    /// The answer to the request.
    pub decision: ReviewDecision,
}

/// What is done to one file.
#[wire(tag = "type", rename_all_fields = "snake_case")]
#[derive(Eq)]
pub enum FileChange {
    /// The file is new.
    Add {
        /// What the file will contain.
        content: String,
    },
    /// The file goes away.
    Delete {
        /// What the file contained.
        content: String,
    },
    /// The file's content changes, and its path may.
    Update {
        /// The change as a unified diff.
        unified_diff: String,
        /// Path of the file after the change. Null when the file stays where it is.
        move_path: Option<String>,
    },
}

/// Asks whether a command may run.
#[wire]
#[derive(Eq)]
pub struct ExecCommandApprovalParams {
    /// The thread in which the agent wants to run the command.
    pub conversation_id: ThreadId,
    /// Identifier of the command's run, by which later messages refer to it.
    pub call_id: String,
    /// Tells apart several requests about one run. Null for the request about the run's own command.
    pub approval_id: Option<String>,
    /// The program and its arguments, one word an element.
    pub command: Vec<String>,
    /// The folder the command would run in.
    pub cwd: String,
    /// Why approval is needed, to be shown to the user. Null when nothing is said.
    pub reason: Option<String>,
    /// What the command appears to do, step by step, as a friendlier form of `command`.
    pub parsed_cmd: Vec<ParsedCommand>,
}

/// What the user decided about a command.
#[wire]
#[derive(Eq)]
pub struct ExecCommandApprovalResponse {
    /// The answer to the request.
    pub decision: ReviewDecision,
}

/// What a part of a command line appears to do. It is a reading of the text, not a promise.
#[wire(tag = "type", rename_all = "snake_case")]
#[derive(Eq)]
pub enum ParsedCommand {
    /// Reads a file.
    Read {
        /// The part of the command line.
        cmd: String,
        /// Name of the file, short enough to show.
        name: String,
        /// Path of the file, absolute or relative to the folder that the command runs in.
        path: String,
    },
    /// Lists the files of a folder.
    ListFiles {
        /// The part of the command line.
        cmd: String,
        /// The folder as the command names it. Null means the working folder.
        path: Option<String>,
    },
    /// Searches files for a text.
    Search {
        /// The part of the command line.
        cmd: String,
        /// What is searched for. Null when it cannot be told.
        query: Option<String>,
        /// Where it is searched, as the command names it. Null means the working folder.
        path: Option<String>,
    },
    /// Does something that the server does not recognise.
    Unknown {
        /// The part of the command line.
        cmd: String,
    },
}

/// The possible answers to a request for approval.
#[wire(rename_all = "snake_case", rename_all_fields = "snake_case")]
#[derive(Eq)]
pub enum ReviewDecision {
    /// Yes, this once.
    Approved,
    /// Yes, and allow commands that begin alike from now on.
    ApprovedExecpolicyAmendment {
        /// The leading words of the commands to allow, one word an element.
        proposed_execpolicy_amendment: Vec<String>,
    },
    /// Yes, and do not ask about the same thing again in this session.
    ApprovedForSession,
    /// Keep a network rule and decide this request by it.
    NetworkPolicyAmendment {
        /// The rule to keep.
        network_policy_amendment: NetworkPolicyAmendment,
    },
    /// No; the agent goes on with the turn and may try another way.
    Denied,
    /// Nobody decided in time; the agent may not act, but goes on with the turn.
    TimedOut,
    /// No, and the turn is interrupted.
    Abort,
}
