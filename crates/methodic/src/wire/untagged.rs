//! Untagged enums: told apart by shape alone, which takes a buffer; with errors that keep the value's place.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Buffers a value and hands it to `choose`, which tries the variants.
///
/// Serde's derived form does the same, but fails after its deserializer has left the value; this fails inside of it, so
/// that the deserializer adds the position.
///
/// # Errors
/// Those of the deserializer, and that of `choose`.
pub fn untagged<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    choose: fn(Value) -> Result<T, serde_json::Error>,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(Buffer(choose))
}

struct Buffer<T>(fn(Value) -> Result<T, serde_json::Error>);

impl<T> Buffer<T> {
    fn choose<E: Error>(self, value: Value) -> Result<T, E> {
        (self.0)(value).map_err(E::custom)
    }
}

impl<'de, T> Visitor<'de> for Buffer<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        self.choose(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        self.choose(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        self.choose(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        self.choose(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        self.choose(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        self.choose(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<T, E> {
        self.choose(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        let value = Value::deserialize(SeqAccessDeserializer::new(seq))?;
        self.choose(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let value = Value::deserialize(MapAccessDeserializer::new(map))?;
        self.choose(value)
    }
}
