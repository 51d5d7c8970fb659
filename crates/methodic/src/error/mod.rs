//! JSON-RPC errors: their codes, and their one constructor each.

mod data;
mod rejected;
mod text;

use std::borrow::Cow;

use crate::Gate;

pub use data::ErrorData;
use data::Facts;
pub use rejected::Rejected;
pub(crate) use text::Detail;
use text::clipped;

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

/// The `error` of a response: a code for machines, a message for people, and facts in `data`.
#[derive(Debug, Clone, PartialEq)]
pub struct RpcError {
    /// One of [`code`], or the application's own.
    pub code: i64,
    /// One line that says what is wrong, and where.
    pub message: String,
    /// What a program may want to know: `pointer`, `method`, `near`, `offset`.
    pub data: Option<ErrorData>,
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
        Self::not_opted_in(Cow::Owned(reason.to_owned()))
    }

    /// The same for a reason of the table.
    pub(crate) fn not_opted_in(reason: Cow<'static, str>) -> Self {
        let message = [&reason, " requires experimentalApi capability"].concat();
        Self::with(code::INVALID_REQUEST, message, Facts::Experimental { reason })
    }

    /// −32700: not JSON from this byte on.
    pub(crate) fn parse<'a>(detail: impl Into<Detail<'a>>, offset: usize) -> Self {
        let mut message = format!("parse error at byte {offset}: ");
        detail.into().push_to(&mut message);
        Self::with(code::PARSE_ERROR, message, Facts::Json { offset })
    }

    /// −32600: JSON, but no message; the pointer says which member is at fault.
    pub(crate) fn invalid_request<'a>(detail: impl Into<Detail<'a>>, pointer: String) -> Self {
        let pointer = clipped(pointer);
        let mut message = String::with_capacity(LINE);
        message.push_str("invalid request");
        push_place(&mut message, &pointer);
        detail.into().push_to(&mut message);
        Self::with(code::INVALID_REQUEST, message, Facts::Request { pointer })
    }

    /// −32601, with the nearest names that the peer may know of.
    pub(crate) fn unknown_method(method: String, near: Vec<&'static str>) -> Self {
        let method = clipped(method);
        let mut message = String::with_capacity(LINE);
        message.push_str("unknown method `");
        message.push_str(&method);
        message.push('`');
        for (at, name) in near.iter().enumerate() {
            message.push_str(if at == 0 { "; did you mean `" } else { " or `" });
            message.push_str(name);
            message.push('`');
        }
        if !near.is_empty() {
            message.push('?');
        }
        Self::with(code::METHOD_NOT_FOUND, message, Facts::Method { method, near })
    }

    /// −32602, with the place in the message and what was expected there.
    pub(crate) fn invalid_params<'a>(method: &'static str, pointer: String, detail: impl Into<Detail<'a>>) -> Self {
        let pointer = clipped(pointer);
        let mut message = String::with_capacity(LINE);
        message.push_str("invalid params for `");
        message.push_str(method);
        message.push('`');
        push_place(&mut message, &pointer);
        detail.into().push_to(&mut message);
        Self::with(code::INVALID_PARAMS, message, Facts::Params { method, pointer })
    }

    fn with(code: i64, message: String, facts: Facts) -> Self {
        Self { code, message, data: Some(facts.into()) }
    }
}

/// Room for the message of most errors.
const LINE: usize = 192;

/// Says where, if it is not the whole, and that the detail follows.
fn push_place(message: &mut String, pointer: &str) {
    if !pointer.is_empty() {
        message.push_str(" at ");
        message.push_str(pointer);
    }
    message.push_str(": ");
}

impl std::fmt::Display for RpcError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.message, self.code)
    }
}

impl std::error::Error for RpcError {}
