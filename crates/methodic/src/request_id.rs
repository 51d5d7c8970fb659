//! The id that ties a response to its request.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::Gate;
use crate::wire::no_sequence;

/// A string or an integer, chosen by whoever sends the request; the response carries it back unchanged.
///
/// Any integer of 64 bits with a sign is kept exactly. A JavaScript peer holds integers exactly only up to 2^53 − 1, so
/// choose smaller ones. Null and fractions are no ids: a message that carries one is refused, never taken for a
/// notification.
///
/// ```
/// use methodic::RequestId;
///
/// let id: RequestId = serde_json::from_str("9007199254740993")?;
/// assert_eq!(id, RequestId::Integer(9_007_199_254_740_993));
/// assert!(serde_json::from_str::<RequestId>("1.5").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(untagged))]
pub enum RequestId {
    /// Text, such as a UUID.
    String(String),
    /// A number, such as a counter.
    Integer(i64),
}

impl Gate for RequestId {}

impl From<i64> for RequestId {
    fn from(id: i64) -> Self {
        Self::Integer(id)
    }
}

impl From<String> for RequestId {
    fn from(id: String) -> Self {
        Self::String(id)
    }
}

impl From<&str> for RequestId {
    fn from(id: &str) -> Self {
        Self::String(id.to_owned())
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(id) => f.write_str(id),
            Self::Integer(id) => id.fmt(f),
        }
    }
}

impl Serialize for RequestId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::String(id) => serializer.serialize_str(id),
            Self::Integer(id) => serializer.serialize_i64(*id),
        }
    }
}

/// Written by hand: serde's derived form for an untagged enum copies the id into a buffer first (195 ns a message).
impl<'de> Deserialize<'de> for RequestId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Id;
        impl<'de> Visitor<'de> for Id {
            type Value = RequestId;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a 64-bit integer")
            }

            fn visit_i64<E: Error>(self, id: i64) -> Result<RequestId, E> {
                Ok(RequestId::Integer(id))
            }

            fn visit_u64<E: Error>(self, id: u64) -> Result<RequestId, E> {
                i64::try_from(id).map(RequestId::Integer).map_err(|_| E::invalid_value(Unexpected::Unsigned(id), &self))
            }

            fn visit_str<E: Error>(self, id: &str) -> Result<RequestId, E> {
                Ok(RequestId::String(id.to_owned()))
            }

            fn visit_string<E: Error>(self, id: String) -> Result<RequestId, E> {
                Ok(RequestId::String(id))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<RequestId, A::Error> {
                Err(no_sequence(seq, &self))
            }
        }
        deserializer.deserialize_any(Id)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for RequestId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RequestId".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        "methodic::RequestId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A string or an integer, chosen by whoever sends the request; the response carries it back unchanged.",
            "x-rust": "methodic::request_id::RequestId",
            "x-name": "RequestId",
            "anyOf": [{ "type": "string" }, { "type": "integer", "format": "int64" }],
        })
    }
}
