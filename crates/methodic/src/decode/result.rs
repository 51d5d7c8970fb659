//! Results: the payload of an answer, read once its request's method is known.

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::pointer;
use crate::error::Detail;

/// A result that does not fit the method it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidResult {
    /// The method that was called.
    pub method: &'static str,
    /// The place in the result, as a JSON pointer; empty for the whole.
    pub pointer: String,
    /// What was found and what expected; a long text that was found is told by its ends.
    pub detail: String,
}

impl std::fmt::Display for InvalidResult {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "invalid result for `{}` at /result{}: {}", self.method, self.pointer, self.detail)
    }
}

impl std::error::Error for InvalidResult {}

/// Reads a kept value as the result of `method`.
///
/// # Errors
/// If it does not fit, with the place in it.
pub fn read_raw<T: DeserializeOwned>(method: &'static str, result: &RawValue) -> Result<T, InvalidResult> {
    match serde_json::from_str(result.get()) {
        Ok(value) => Ok(value),
        Err(error) => Err(invalid(method, result, &error)),
    }
}

/// Apart from the reading, which is compiled for each type.
#[cold]
fn invalid(method: &'static str, result: &RawValue, error: &serde_json::Error) -> InvalidResult {
    InvalidResult { method, pointer: pointer::within("", result.get(), error), detail: Detail::from(error).to_text() }
}
