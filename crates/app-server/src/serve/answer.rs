//! The errors that the server itself answers with, each in one place.

use methodic::{Rejected, RpcError, code};
use serde_json::json;

/// −32600: the client has not introduced itself.
pub(super) fn not_initialized() -> RpcError {
    RpcError::new(code::INVALID_REQUEST, "Not initialized")
}

/// −32600: the client has introduced itself before.
pub(super) fn already_initialized() -> RpcError {
    RpcError::new(code::INVALID_REQUEST, "Already initialized")
}

/// −32600: the message is longer than the server takes.
pub(super) fn too_long(limit: usize) -> Rejected {
    let error = RpcError::new(code::INVALID_REQUEST, format!("invalid request: longer than {limit} bytes"));
    Rejected { id: None, error: RpcError { data: Some(json!({ "limit": limit }).into()), ..error }, answer: true }
}

/// −32601: a method of the protocol that this server does not answer.
pub(super) fn no_handler(method: &str) -> RpcError {
    let error = RpcError::new(code::METHOD_NOT_FOUND, format!("this server does not answer `{method}`"));
    RpcError { data: Some(json!({ "method": method }).into()), ..error }
}

/// −32603: the handler panicked. What it said is for the log alone.
pub(super) fn panicked(method: &str) -> RpcError {
    RpcError::internal(format!("the handler of `{method}` failed unexpectedly; the server's log says more"))
}

/// What a client that has not introduced itself is told instead of what is wrong with its message: nothing about methods
/// and their params but those of the first.
pub(super) fn before_handshake(error: RpcError, first: &str) -> RpcError {
    let data = error.data.as_deref();
    let is_about = |member: &str| data.is_some_and(|data| data.get(member).is_some());
    match error.code {
        code::INVALID_PARAMS if data.is_none_or(|data| data["method"] != first) => not_initialized(),
        code::METHOD_NOT_FOUND => not_initialized(),
        code::INVALID_REQUEST if is_about("reason") => not_initialized(),
        _ => error,
    }
}
