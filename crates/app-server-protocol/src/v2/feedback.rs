//! Feedback: what a user reports about the agent, with as much context as the user agrees to send.

use methodic::wire;
use std::collections::BTreeMap;

/// A report by the user, to be uploaded to the makers of the agent.
#[wire(omit_none)]
#[derive(Eq)]
pub struct FeedbackUploadParams {
    /// The kind of report, as the client's feedback form calls it, such as `bug`.
    pub classification: String,
    /// What the user wrote.
    pub reason: Option<String>,
    /// The thread that the report is about. Absent or null when it is about none in particular.
    pub thread_id: Option<String>,
    /// Whether the user agreed to send the server's log with the report.
    pub include_logs: bool,
    /// Paths of further files to send along. They are read on the server's machine.
    pub extra_log_files: Option<Vec<String>>,
    /// Labels to sort reports by, as names and values.
    pub tags: Option<BTreeMap<String, String>>,
}

/// Where the report was filed.
#[wire]
#[derive(Eq)]
pub struct FeedbackUploadResponse {
    /// The thread under which the report can be found again.
    pub thread_id: String,
}
