//! Changes that the agent makes to files.

use methodic::wire;

/// What is done to one file.
#[wire]
#[derive(Eq)]
pub struct FileUpdateChange {
    /// Path of the file before the change.
    pub path: String,
    /// Whether the file is new, goes away or changes.
    pub kind: PatchChangeKind,
    /// The change as a unified diff; for a file that is added or deleted, its content.
    pub diff: String,
}

/// What can be done to a file.
#[wire(tag = "type", rename_all_fields = "snake_case")]
#[derive(Eq)]
pub enum PatchChangeKind {
    /// The file is new.
    Add,
    /// The file goes away.
    Delete,
    /// The file's content changes, and its path may.
    Update {
        /// Path of the file after the change. Null when the file stays where it is.
        move_path: Option<String>,
    },
}

/// How far a change of files has come.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum PatchApplyStatus {
    /// It is being made, or waits for approval.
    InProgress,
    /// All files are changed.
    Completed,
    /// It could not be made.
    Failed,
    /// It was not approved and not made.
    Declined,
}
