//! Why one side of a comparison cannot be read: each error names the file, the place in it and what was expected.

use std::fmt;

/// Why a contract cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractError {
    /// What was read.
    label: String,
    what: String,
    mend: Option<String>,
}

impl ContractError {
    pub(crate) fn new(label: &str, what: impl fmt::Display) -> Self {
        Self { label: label.to_owned(), what: what.to_string(), mend: None }
    }

    pub(crate) fn mend(mut self, how: impl fmt::Display) -> Self {
        self.mend = Some(how.to_string());
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.mend.as_deref()
    }
}

impl fmt::Display for ContractError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.label, self.what)
    }
}

impl std::error::Error for ContractError {}
