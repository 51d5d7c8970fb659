//! Values outside of a message: the result of an answer, whose request tells its type, and documents of one type.

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

/// A text that is not the value it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidValue {
    /// The place in the value, as a JSON pointer; empty for the whole.
    pub pointer: String,
    /// What was found and what expected; a long text that was found is told by its ends.
    pub detail: String,
}

impl std::fmt::Display for InvalidValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.pointer.as_str() {
            "" => f.write_str(&self.detail),
            pointer => write!(f, "at {pointer}: {}", self.detail),
        }
    }
}

impl std::error::Error for InvalidValue {}

/// Reads one value of a wire type that stands for itself, as in a file or a log.
///
/// ```
/// /// One line of a log.
/// #[methodic::wire]
/// pub struct Line { pub count: u8 }
///
/// assert_eq!(methodic::read::<Line>(r#"{"count":3}"#).map(|line| line.count), Ok(3));
/// let error = methodic::read::<Line>(r#"{"count":-3}"#).unwrap_err();
/// assert_eq!(error.to_string(), "at /count: invalid value: integer `-3`, expected u8");
/// ```
///
/// # Errors
/// If the text is not JSON, or does not fit, with the place in it.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, InvalidValue> {
    serde_json::from_str(text).map_err(|error| InvalidValue {
        pointer: pointer::within("", text, &error),
        detail: Detail::from(&error).to_text(),
    })
}

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
