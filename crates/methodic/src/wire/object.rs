//! Objects: what the code of every struct and every variant with members shares.
//!
//! `#[wire]` gives a type only its names and one line a member. All that does not depend on the types of the members
//! is here, and compiled once for each kind of source instead of once for each type.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::tell;

/// A struct, which is an object on the wire.
pub trait Object: Sized {
    /// Its name in Rust.
    const NAME: &'static str;
    /// The names of its members.
    const KEYS: &'static [&'static str];
    /// Refuses other members.
    const CLOSED: bool;

    /// Reads the members and makes the value of them.
    fn read<'de, A: MapAccess<'de>>(members: Members<A>) -> Result<Self, A::Error>;
}

/// Reads an object; a positional array is none.
pub fn object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Whole(PhantomData))
}

struct Whole<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for Whole<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expected(T::NAME, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(Members::new(map, T::KEYS, T::CLOSED))
    }
}

/// Apart, so that the formatting is not compiled for each type.
fn expected(name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("struct ")?;
    f.write_str(name)
}

/// The members of an object that is being read.
pub struct Members<A> {
    map: A,
    keys: Keys,
    /// A bit for each member that was read.
    seen: u64,
}

impl<'de, A: MapAccess<'de>> Members<A> {
    /// `keys` are at most 64.
    pub fn new(map: A, keys: &'static [&'static str], closed: bool) -> Self {
        Self { map, keys: Keys { all: keys, closed, next: 0 }, seen: 0 }
    }

    /// The position of the next member that is known; the reader then stands at its value.
    pub fn advance(&mut self) -> Result<Option<usize>, A::Error> {
        loop {
            match self.map.next_key_seed(self.keys)? {
                Some(Some(at)) => {
                    let bit = 1 << (at & 63);
                    if self.seen & bit != 0 {
                        return Err(A::Error::duplicate_field(self.keys.all[at]));
                    }
                    self.seen |= bit;
                    self.keys.next = at + 1;
                    return Ok(Some(at));
                }
                Some(None) => {
                    self.map.next_value::<IgnoredAny>()?;
                }
                None => return Ok(None),
            }
        }
    }

    /// Reads a value into its place.
    pub fn value<T: Deserialize<'de>>(&mut self, slot: &mut T) -> Result<(), A::Error> {
        *slot = self.map.next_value()?;
        Ok(())
    }

    /// Reads a value into a place that was empty.
    pub fn some<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) -> Result<(), A::Error> {
        *slot = Some(self.map.next_value()?);
        Ok(())
    }
}

/// Looks a member's name up, while the reader still stands at it.
#[derive(Clone, Copy)]
struct Keys {
    all: &'static [&'static str],
    closed: bool,
    /// Members mostly come in the order in which they are declared: where to look first.
    next: usize,
}

impl Keys {
    fn find(self, key: &str) -> Option<usize> {
        let (before, behind) = self.all.split_at_checked(self.next)?;
        let at = |names: &[&str]| names.iter().position(|name| *name == key);
        at(behind).map(|at| at + self.next).or_else(|| at(before))
    }
}

impl<'de> DeserializeSeed<'de> for Keys {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Keys {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return tell(f, "members", self.all);
        }
        f.write_str("field identifier")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Option<usize>, E> {
        match self.find(key) {
            None if self.closed => Err(E::unknown_field(key, self.all)),
            found => Ok(found),
        }
    }
}

/// The value of a member that was read, or what its type makes of a missing one: an error, but for an option.
pub fn needed<'de, T: Deserialize<'de>, E: Error>(slot: Option<T>, key: &'static str) -> Result<T, E> {
    match slot {
        Some(value) => Ok(value),
        None => T::deserialize(Missing { key, error: PhantomData }),
    }
}

/// The value of a member that was read; a missing one is an error, also for an option.
pub fn present<T, E: Error>(slot: Option<T>, key: &'static str) -> Result<T, E> {
    slot.ok_or_else(|| E::missing_field(key))
}

struct Missing<E> {
    key: &'static str,
    error: PhantomData<E>,
}

impl<'de, E: Error> Deserializer<'de> for Missing<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(E::missing_field(self.key))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
