//! Why a model could not become files.

use std::fmt;

use crate::tree::TreeError;

/// What stands in the way of the files, all of it; the message names the types or the paths that it concerns.
#[derive(Debug)]
pub struct GenerateError(Vec<Reason>);

#[derive(Debug)]
enum Reason {
    Tree(TreeError),
    Name { rust: String, name: String, why: String },
}

impl GenerateError {
    /// Definitions whose names cannot be declared, if there are any: the Rust path, the name and why.
    pub(crate) fn names(faults: Vec<(String, String, String)>) -> Result<(), Self> {
        if faults.is_empty() {
            return Ok(());
        }
        Err(Self(faults.into_iter().map(|(rust, name, why)| Reason::Name { rust, name, why }).collect()))
    }
}

impl From<TreeError> for GenerateError {
    fn from(error: TreeError) -> Self {
        Self(vec![Reason::Tree(error)])
    }
}

impl fmt::Display for GenerateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, reason) in self.0.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { "\n" })?;
            match reason {
                Reason::Tree(error) => error.fmt(f)?,
                Reason::Name { rust, name, why } => write!(f, "{rust}, published as `{name}`, {why}")?,
            }
        }
        Ok(())
    }
}

impl std::error::Error for GenerateError {}
