//! Warnings: what the user should hear about although the work goes on.

use methodic::wire;

/// Warns of something in words alone.
#[wire]
#[derive(Eq)]
pub struct WarningNotification {
    /// The thread that the warning is about. Null when it is about the server as a whole.
    pub thread_id: Option<String>,
    /// The warning, to be shown to the user.
    pub message: String,
}

/// Warns of something that the reviewing agent has noticed.
#[wire]
#[derive(Eq)]
pub struct GuardianWarningNotification {
    /// The thread that the warning is about.
    pub thread_id: String,
    /// The warning, to be shown to the user.
    pub message: String,
}

/// Says that something the user relies on will go.
#[wire]
#[derive(Eq)]
pub struct DeprecationNoticeNotification {
    /// What will go, in one line.
    pub summary: String,
    /// What to do about it. Null when nothing more is said.
    pub details: Option<String>,
}

/// Warns of a mistake in the configuration. What is wrong there has no effect.
#[wire]
#[derive(Eq)]
pub struct ConfigWarningNotification {
    /// What is wrong, in one line.
    pub summary: String,
    /// What it means and how to mend it. Null when nothing more is said.
    pub details: Option<String>,
    /// Path of the file with the mistake. Null when it is in no single file.
    pub path: Option<String>,
    /// Where in the file the mistake is. Null when that is not known.
    pub range: Option<TextRange>,
}

/// A stretch of a text file.
#[wire]
#[derive(Copy, Eq, Hash)]
pub struct TextRange {
    /// Where it begins.
    pub start: TextPosition,
    /// Where it ends.
    pub end: TextPosition,
}

/// A place in a text file.
#[wire]
#[derive(Copy, Eq, Hash, PartialOrd, Ord)]
pub struct TextPosition {
    /// The line, counted from 1.
    pub line: usize,
    /// The character within the line, counted from 1, in Unicode scalar values.
    pub column: usize,
}
