//! The envelopes of JSON-RPC as wire types, for those who handle messages of any method.
//!
//! The wire has no `jsonrpc` member; one that is there is ignored.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use crate::{RequestId, RpcError, wire};

/// Any message: which of the four it is follows from its members, never from what happens to parse.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "JSONRPCMessage", extend("x-rust" = "methodic::envelope::JsonRpcMessage", "x-name" = "JSONRPCMessage")))]
#[serde(untagged)]
pub enum JsonRpcMessage {
    /// Has a method and an id.
    Request(JsonRpcRequest),
    /// Has a method and no id.
    Notification(JsonRpcNotification),
    /// Has an id and a result.
    Response(JsonRpcResponse),
    /// Has an id and an error.
    Error(JsonRpcError),
}

/// A call that is answered with the same id.
#[wire(name = "JSONRPCRequest")]
pub struct JsonRpcRequest {
    /// Chosen by the sender, and carried back by the answer.
    pub id: RequestId,
    /// The method's wire name.
    pub method: String,
    /// What the method takes; absent where it takes nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub params: Option<Value>,
    /// Ties the request to a distributed trace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<W3cTraceContext>,
}

/// A message that is not answered.
#[wire(name = "JSONRPCNotification")]
pub struct JsonRpcNotification {
    /// The method's wire name.
    pub method: String,
    /// What the method carries; absent where it carries nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub params: Option<Value>,
}

/// The answer to a request that succeeded.
#[wire(name = "JSONRPCResponse")]
pub struct JsonRpcResponse {
    /// The id of the request.
    pub id: RequestId,
    /// What the method gives back.
    pub result: Value,
}

/// The answer to a request that failed.
#[wire(name = "JSONRPCError")]
pub struct JsonRpcError {
    /// The id of the request.
    pub id: RequestId,
    /// Why it failed.
    pub error: JsonRpcErrorError,
}

/// Why a request failed.
#[wire(name = "JSONRPCErrorError")]
pub struct JsonRpcErrorError {
    /// A JSON-RPC error code, such as -32602 for params that do not fit.
    pub code: i64,
    /// Facts about the error, for programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
    /// One line for people.
    pub message: String,
}

/// A position in a distributed trace, as W3C Trace Context defines it.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct W3cTraceContext {
    /// Version, trace id, parent id and flags, in lower-case hexadecimal separated by dashes.
    pub traceparent: Option<String>,
    /// Vendors' own key-value pairs.
    pub tracestate: Option<String>,
}

impl From<RpcError> for JsonRpcErrorError {
    fn from(error: RpcError) -> Self {
        Self { code: error.code, data: error.data.map(Into::into), message: error.message }
    }
}

impl From<JsonRpcErrorError> for RpcError {
    fn from(error: JsonRpcErrorError) -> Self {
        Self { code: error.code, data: error.data.map(Into::into), message: error.message }
    }
}

impl serde::Serialize for RpcError {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut error = serializer.serialize_map(None)?;
        error.serialize_entry("code", &self.code)?;
        error.serialize_entry("message", &self.message)?;
        if let Some(data) = &self.data {
            error.serialize_entry("data", data)?;
        }
        error.end()
    }
}

impl<'de> Deserialize<'de> for RpcError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <JsonRpcErrorError as Deserialize>::deserialize(deserializer).map(Self::from)
    }
}

/// Written by hand: an untagged enum would take a request with a bad id for a notification.
impl<'de> Deserialize<'de> for JsonRpcMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = JsonRpcMessage;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON-RPC message, which is an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonRpcMessage, A::Error> {
                let (mut id, mut method, mut params, mut trace) = (None, None, None, None);
                let (mut result, mut error) = (None, None);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "id" => once(&mut id, "id", &mut map)?,
                        "method" => once(&mut method, "method", &mut map)?,
                        "params" => once(&mut params, "params", &mut map)?,
                        "trace" => once(&mut trace, "trace", &mut map)?,
                        "result" => once(&mut result, "result", &mut map)?,
                        "error" => once(&mut error, "error", &mut map)?,
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                Ok(match (id, method, result, error) {
                    (Some(id), Some(method), None, None) => {
                        JsonRpcMessage::Request(JsonRpcRequest { id, method, params, trace: trace.flatten() })
                    }
                    (None, Some(method), None, None) => {
                        JsonRpcMessage::Notification(JsonRpcNotification { method, params })
                    }
                    (Some(id), None, Some(result), None) => JsonRpcMessage::Response(JsonRpcResponse { id, result }),
                    (Some(id), None, None, Some(error)) => JsonRpcMessage::Error(JsonRpcError { id, error }),
                    _ => {
                        return Err(A::Error::custom(
                            "a message has a method (and an id, if it is a request), or an id with either a result or an error",
                        ));
                    }
                })
            }
        }
        deserializer.deserialize_map(Members)
    }
}

fn once<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    slot: &mut Option<T>,
    name: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(A::Error::duplicate_field(name));
    }
    *slot = Some(map.next_value()?);
    Ok(())
}
