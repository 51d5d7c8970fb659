//! Internally tagged enums: an object whose variant is told by one member, read in one pass when that member is first.

use std::fmt;
use std::vec;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, StrDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::Text;
use super::choice::{Names, Resolve};

/// A (de)serializer that gives an enum the form `{"<tag>": "variant", …members}`.
///
/// Members that come before the tag are kept as values until the tag is known; those after it go straight to the
/// variant's fields. Serde's derived form keeps all of them, always.
pub struct Tagged<T> {
    pub(super) tag: &'static str,
    pub(super) hidden: &'static [usize],
    closed: bool,
    pub(super) inner: T,
}

impl<T> Tagged<T> {
    /// `hidden` are the positions of the variants that an error must not mention.
    pub fn new(tag: &'static str, hidden: &'static [usize], inner: T) -> Self {
        Self { tag, hidden, closed: false, inner }
    }

    /// Refuses members beside the tag of a variant that has none. (Serde's derived code sees to the other variants.)
    pub fn closed(self) -> Self {
        Self { closed: true, ..self }
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tagged<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let names = Names { all: variants, hidden: self.hidden };
        self.inner.deserialize_map(Object { tag: self.tag, names, closed: self.closed, visitor })
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Object<V> {
    tag: &'static str,
    names: Names,
    closed: bool,
    visitor: V,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Object<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with a `{}`", self.tag)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<V::Value, A::Error> {
        let mut early: Vec<(String, Value)> = Vec::new();
        while let Some(Text(key)) = map.next_key()? {
            if key != self.tag {
                early.push((key.into_owned(), map.next_value()?));
                continue;
            }
            let rest =
                Members { tag: self.tag, closed: self.closed, early: early.into_iter(), pending: None, live: map };
            return self.visitor.visit_enum(Variant { names: self.names, rest });
        }
        Err(A::Error::missing_field(self.tag))
    }
}

/// Stands at the tag's value.
struct Variant<A> {
    names: Names,
    rest: Members<A>,
}

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for Variant<A> {
    type Error = A::Error;
    type Variant = Members<A>;

    fn variant_seed<S: DeserializeSeed<'de>>(mut self, seed: S) -> Result<(S::Value, Members<A>), A::Error> {
        let found = self.rest.live.next_value_seed(Resolve { names: self.names, seed })?;
        Ok((found, self.rest))
    }
}

/// The members beside the tag: those that came before it, then those that still come.
struct Members<A> {
    tag: &'static str,
    closed: bool,
    early: vec::IntoIter<(String, Value)>,
    pending: Option<(String, Value)>,
    live: A,
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Members<A> {
    type Error = A::Error;

    fn unit_variant(mut self) -> Result<(), A::Error> {
        if self.closed {
            return match self.next_key::<Text<'de>>()? {
                Some(Text(key)) => Err(A::Error::unknown_field(&key, &[])),
                None => Ok(()),
            };
        }
        while let Some(IgnoredAny) = self.next_key()? {
            self.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        seed.deserialize(MapAccessDeserializer::new(self))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value, A::Error> {
        Err(A::Error::custom("a variant is never positional"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        visitor.visit_map(self)
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if let Some((key, value)) = self.early.next() {
            let found = seed.deserialize(StrDeserializer::<A::Error>::new(&key))?;
            self.pending = Some((key, value));
            return Ok(Some(found));
        }
        self.live.next_key_seed(NotAgain { tag: self.tag, seed })
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let Some((key, value)) = self.pending.take() else {
            return self.live.next_value_seed(seed);
        };
        seed.deserialize(value).map_err(|error| {
            // The value's place in the text is gone. Reading on to the end makes the position that the outer
            // deserializer will add that of the whole object, and the message names the member.
            while let Ok(Some(IgnoredAny)) = self.live.next_key() {
                if self.live.next_value::<IgnoredAny>().is_err() {
                    break;
                }
            }
            A::Error::custom(format_args!("member `{key}`: {error}"))
        })
    }
}

/// Reads a key and refuses the tag, which was there before.
struct NotAgain<S> {
    tag: &'static str,
    seed: S,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for NotAgain<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for NotAgain<S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<S::Value, E> {
        if key == self.tag {
            return Err(E::duplicate_field(self.tag));
        }
        self.seed.deserialize(BorrowedStrDeserializer::new(key))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<S::Value, E> {
        if key == self.tag {
            return Err(E::duplicate_field(self.tag));
        }
        self.seed.deserialize(StringDeserializer::new(key.to_owned()))
    }
}
