//! JSON-RPC errors: their codes, their one constructor each, and the refusal of a message that could not be read.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

use crate::{Gate, RequestId};

/// The error codes of JSON-RPC 2.0, and the one this toolkit adds.
pub mod code {
    /// The bytes are no JSON.
    pub const PARSE_ERROR: i64 = -32700;
    /// JSON, but no request, notification or response; or a part of the protocol that the peer did not opt into.
    pub const INVALID_REQUEST: i64 = -32600;
    /// No such method.
    pub const METHOD_NOT_FOUND: i64 = -32601;
    /// The method exists, its params do not fit.
    pub const INVALID_PARAMS: i64 = -32602;
    /// The handler failed.
    pub const INTERNAL_ERROR: i64 = -32603;
    /// The server has no room for more requests now; the same request may succeed later.
    pub const OVERLOADED: i64 = -32001;
}

/// The longest piece of a peer's own text that an error repeats, in bytes as JSON writes them; at most two of a text.
const ECHO: usize = 200;

/// The `error` of a response: a code for machines, a message for people, and facts in `data`.
#[derive(Debug, Clone, PartialEq)]
pub struct RpcError {
    /// One of [`code`], or the application's own.
    pub code: i64,
    /// One line that says what is wrong, and where.
    pub message: String,
    /// What a program may want to know: `pointer`, `method`, `near`, `offset`.
    pub data: Option<Value>,
}

impl Gate for RpcError {}

impl RpcError {
    /// An error without data.
    pub fn new(code: i64, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), data: None }
    }

    /// −32001: the queue is full.
    pub fn overloaded() -> Self {
        Self::new(code::OVERLOADED, "Server overloaded; retry later.")
    }

    /// −32603: the handler failed for a reason of its own.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new(code::INTERNAL_ERROR, message)
    }

    /// −32600: an experimental part, used without the opt-in.
    pub fn experimental(reason: &str) -> Self {
        let message = format!("{reason} requires experimentalApi capability");
        Self { data: Some(json!({ "reason": reason })), ..Self::new(code::INVALID_REQUEST, message) }
    }

    /// −32700: not JSON from this byte on.
    pub(crate) fn parse(detail: &str, offset: usize) -> Self {
        let message = format!("parse error at byte {offset}: {}", clip(detail));
        Self { data: Some(json!({ "offset": offset })), ..Self::new(code::PARSE_ERROR, message) }
    }

    /// −32600: JSON, but no message; the pointer says which member is at fault.
    pub(crate) fn invalid_request(detail: &str, pointer: &str) -> Self {
        let place = if pointer.is_empty() { String::new() } else { format!(" at {}", clip(pointer)) };
        let message = format!("invalid request{place}: {}", clip(detail));
        Self { data: Some(json!({ "pointer": clip(pointer) })), ..Self::new(code::INVALID_REQUEST, message) }
    }

    /// −32601, with the nearest names that the peer may know of.
    pub(crate) fn unknown_method(method: &str, near: &[&'static str]) -> Self {
        let method = clip(method);
        let mut message = format!("unknown method `{method}`");
        for (at, name) in near.iter().enumerate() {
            message.push_str(if at == 0 { "; did you mean `" } else { " or `" });
            message.push_str(name);
            message.push('`');
        }
        if !near.is_empty() {
            message.push('?');
        }
        Self { data: Some(json!({ "method": method, "near": near })), ..Self::new(code::METHOD_NOT_FOUND, message) }
    }

    /// −32602, with the place in the message and what was expected there.
    pub(crate) fn invalid_params(method: &str, pointer: &str, detail: &str) -> Self {
        let (pointer, detail) = (clip(pointer), clip(detail));
        let parts = [
            "invalid params for `",
            method,
            "`",
            if pointer.is_empty() { "" } else { " at " },
            &pointer,
            ": ",
            &detail,
        ];
        let message = parts.concat();
        Self { data: Some(json!({ "method": method, "pointer": pointer })), ..Self::new(code::INVALID_PARAMS, message) }
    }
}

impl std::fmt::Display for RpcError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.message, self.code)
    }
}

impl std::error::Error for RpcError {}

/// Keeps an answer small whatever was sent: both ends of a long text, and what lies between as its length.
fn clip(text: &str) -> std::borrow::Cow<'_, str> {
    if text.len() <= 2 * ECHO && text.bytes().map(written).sum::<usize>() <= 2 * ECHO {
        return text.into();
    }
    let head = fitting(text.chars(), ECHO);
    let tail = text.len() - fitting(text.chars().rev(), ECHO);
    format!("{}… {} bytes …{}", &text[..head], tail - head, &text[tail..]).into()
}

/// How many bytes of a text its first letters have that take at most `room` bytes when written as JSON.
fn fitting(letters: impl Iterator<Item = char>, mut room: usize) -> usize {
    let mut bytes = 0;
    for letter in letters {
        let written = if letter.is_ascii() { written(letter as u8) } else { letter.len_utf8() };
        match room.checked_sub(written) {
            Some(rest) => room = rest,
            None => break,
        }
        bytes += letter.len_utf8();
    }
    bytes
}

/// How many bytes JSON takes for one byte of a text.
fn written(byte: u8) -> usize {
    match byte {
        b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 8 | 12 => 2,
        0..=0x1f => 6,
        _ => 1,
    }
}

/// A message that was not accepted: what to answer, and to which request.
///
/// Serializes as the response to send: `{"id": …, "error": {…}}`, with a null id where none could be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejected {
    /// The request's id, whenever it could be read, wherever in the message it stood.
    pub id: Option<RequestId>,
    /// What is wrong.
    pub error: RpcError,
    /// Whether the sender may be answered: a notification or a response never is.
    pub answer: bool,
}

impl std::fmt::Display for Rejected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.error.fmt(f)
    }
}

impl std::error::Error for Rejected {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

impl Serialize for Rejected {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut response = serializer.serialize_map(Some(2))?;
        response.serialize_entry("id", &self.id)?;
        response.serialize_entry("error", &self.error)?;
        response.end()
    }
}
