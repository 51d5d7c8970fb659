//! `compat.toml`: what a project decides about its own changes. How much each rule weighs, what its peers bear, and which
//! findings it accepts.

mod apply;
mod day;
mod keys;
mod read;
mod waiver;

use std::collections::BTreeMap;
use std::fmt;

use crate::Options;
use crate::finding::Level;

pub use apply::{WaiverNote, WaiverState};
pub use day::Day;
pub use waiver::{Pin, Waiver};
pub(crate) use waiver::{canonical, path, without_words};

/// What a project decides about changes of its protocol, as written down in TOML.
///
/// ```
/// use methodic_compat::{Level, Policy, RULES};
///
/// let policy = Policy::parse(
///     r#"
///     fail-on = "source"                     # or "wire"
///     experimental = "exempt"                # or "check"
///     unknown-notifications = "ignored"      # or "rejected"
///     open-enums = ["v2/CodexErrorInfo"]
///
///     [rules]
///     enum-value-added = { output = "info" } # or one level for both directions
///     "#,
///     RULES,
/// )?;
/// assert_eq!(policy.fail_on, Level::Source);
/// assert_eq!(policy.levels["enum-value-added"].output, Some(Level::Info));
/// # Ok::<(), methodic_compat::PolicyError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The lowest level that fails a check.
    pub fail_on: Level,
    /// Whether what is marked as experimental is judged like all else.
    pub experimental: bool,
    /// Whether peers ignore notifications that they do not know.
    pub unknown_notifications_ignored: bool,
    /// Enums whose readers take any value.
    pub open_enums: Vec<String>,
    /// Levels of rules, by id, where they differ from the catalogue's.
    pub levels: BTreeMap<String, Levels>,
    /// Findings that are accepted.
    pub waivers: Vec<Waiver>,
}

/// What a project says about the level of one rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Levels {
    /// Where the current server reads.
    pub input: Option<Level>,
    /// Where the current server writes.
    pub output: Option<Level>,
}

impl Default for Policy {
    /// A break of the wire fails; nobody can answer a notification, so peers are taken to ignore what they do not know.
    fn default() -> Self {
        Self {
            fail_on: Level::Wire,
            experimental: false,
            unknown_notifications_ignored: true,
            open_enums: Vec::new(),
            levels: BTreeMap::new(),
            waivers: Vec::new(),
        }
    }
}

impl Policy {
    /// What a comparison has to know of it.
    #[must_use]
    pub fn options(&self, witnesses: bool) -> Options {
        Options {
            experimental: self.experimental,
            unknown_notifications_ignored: self.unknown_notifications_ignored,
            open_enums: self.open_enums.clone(),
            witnesses,
        }
    }
}

/// Why a policy cannot be used, and in which line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyError {
    /// The line, from one.
    pub line: usize,
    what: String,
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for PolicyError {}
