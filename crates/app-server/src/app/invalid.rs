//! Errors about params that have the right type and still do not fit, in the form of those that decoding finds.

use methodic::{Method, RpcError, code};
use serde_json::json;

/// −32602 with the place in the message.
pub(super) fn invalid<M: Method>(pointer: &str, detail: impl std::fmt::Display) -> RpcError {
    let method = M::INFO.method;
    let error = RpcError::new(code::INVALID_PARAMS, format!("invalid params for `{method}` at {pointer}: {detail}"));
    RpcError { data: Some(json!({ "method": method, "pointer": pointer }).into()), ..error }
}
