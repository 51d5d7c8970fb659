//! How a task ends: with a verdict, or with the reason why it could not run.

use std::fmt;

/// What a task that ran has found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Clean,
    Findings,
}

/// Why a task could not run: what happened and where, and what mends it.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) what: String,
    pub(crate) mend: Option<String>,
}

/// The end of a task.
pub(crate) type Outcome = Result<Verdict, Failure>;

impl Failure {
    /// A failure that speaks for itself.
    pub(crate) fn new(what: impl fmt::Display) -> Self {
        Self { what: what.to_string(), mend: None }
    }

    /// Adds what to do about it.
    pub(crate) fn mend(mut self, how: impl fmt::Display) -> Self {
        self.mend = Some(how.to_string());
        self
    }
}

impl From<methodic_codegen::TreeError> for Failure {
    fn from(error: methodic_codegen::TreeError) -> Self {
        Self::new(error)
    }
}

impl From<methodic_codegen::GenerateError> for Failure {
    fn from(error: methodic_codegen::GenerateError) -> Self {
        Self::new(error)
    }
}
