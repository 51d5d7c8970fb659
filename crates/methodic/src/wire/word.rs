//! Enums whose variants hold nothing: one of some words, read by the same code for all of them.

use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::choice::{Names, no_name, unit_is_no_object};
use super::no_sequence;

/// The position of the word that is read.
pub fn word<'de, D: Deserializer<'de>>(deserializer: D, names: Names) -> Result<usize, D::Error> {
    deserializer.deserialize_any(Word(names))
}

struct Word(Names);

impl<'de> Visitor<'de> for Word {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        self.0.find(name)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<usize, A::Error> {
        Err(no_sequence(seq, &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<usize, A::Error> {
        Err(match map.next_key_seed(self.0)? {
            Some(_) => unit_is_no_object(),
            None => no_name(),
        })
    }
}
