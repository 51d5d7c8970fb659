//! Why a model could not become files.

use std::fmt;

use crate::tree::TreeError;

/// What stands in the way of the files; the message names the types or the paths that it concerns.
#[derive(Debug)]
pub struct GenerateError(Reason);

#[derive(Debug)]
enum Reason {
    Tree(TreeError),
    Name { rust: String, name: String, why: String },
}

impl GenerateError {
    /// A definition whose name cannot be declared.
    pub(crate) fn name(rust: &str, name: &str, why: String) -> Self {
        Self(Reason::Name { rust: rust.to_owned(), name: name.to_owned(), why })
    }
}

impl From<TreeError> for GenerateError {
    fn from(error: TreeError) -> Self {
        Self(Reason::Tree(error))
    }
}

impl fmt::Display for GenerateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Tree(error) => error.fmt(f),
            Reason::Name { rust, name, why } => write!(f, "{rust}, published as `{name}`, {why}"),
        }
    }
}

impl std::error::Error for GenerateError {}
