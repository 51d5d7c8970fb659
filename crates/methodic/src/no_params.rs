//! The params of a method that takes none.

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::Gate;
use crate::wire::no_sequence;

/// Stands where params would be. On the wire the member is absent; null is accepted, anything else refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct NoParams;

impl Gate for NoParams {}

impl Serialize for NoParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for NoParams {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Nothing;
        impl<'de> Visitor<'de> for Nothing {
            type Value = NoParams;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("no params, or null")
            }

            fn visit_unit<E>(self) -> Result<NoParams, E> {
                Ok(NoParams)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<NoParams, A::Error> {
                Err(no_sequence(seq, &self))
            }
        }
        deserializer.deserialize_any(Nothing)
    }
}

/// The set of no methods, and of no answers: stands for the kinds of messages that are not wanted.
#[doc(hidden)]
#[derive(Debug)]
pub enum Nothing {}

impl Gate for Nothing {}

impl crate::MethodSet for Nothing {
    const METHODS: &'static [crate::MethodInfo] = &[];

    fn read<'de, S: crate::Source<'de>>(_: &str, source: S) -> Result<Result<Self, S::Error>, S> {
        Err(source)
    }

    fn method(&self) -> &'static str {
        match *self {}
    }

    fn id_mut(&mut self) -> Option<&mut crate::RequestId> {
        match *self {}
    }
}

impl crate::ResponseSet for Nothing {
    fn read<'de, D: Deserializer<'de>>(_: &str, _: crate::RequestId, _: D) -> Option<Result<Self, D::Error>> {
        None
    }

    fn decode(
        _: &str,
        _: crate::RequestId,
        _: &serde_json::value::RawValue,
    ) -> Option<Result<Self, crate::InvalidResult>> {
        None
    }

    fn method(&self) -> &'static str {
        match *self {}
    }

    fn id(&self) -> &crate::RequestId {
        match *self {}
    }
}

impl Serialize for Nothing {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}
