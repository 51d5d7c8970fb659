//! Internally tagged enums: an object whose variant is told by one member, read in one pass when that member is first.

use std::fmt;
use std::marker::PhantomData;
use std::vec;

use serde::de::value::{MapAccessDeserializer, StrDeserializer, StringDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::choice::{Names, Resolve};
use super::{Text, tell};

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

/// Apart, so that the formatting is not compiled for each type.
fn expected(tag: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if f.alternate() {
        return tell(f, "tag", &[tag]);
    }
    write!(f, "an object with a `{tag}`")
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
        expected(self.tag, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        let rest = Beside::tag(self.tag, self.closed, map)?;
        self.visitor.visit_enum(Variant { names: self.names, rest })
    }
}

/// Stands at the tag's value.
struct Variant<A> {
    names: Names,
    rest: Beside<A>,
}

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for Variant<A> {
    type Error = A::Error;
    type Variant = Beside<A>;

    fn variant_seed<S: DeserializeSeed<'de>>(mut self, seed: S) -> Result<(S::Value, Beside<A>), A::Error> {
        let found = self.rest.live.next_value_seed(Resolve { names: self.names, seed })?;
        Ok((found, self.rest))
    }
}

/// An enum that reads itself.
pub trait Union: Sized {
    /// The member that tells the variants apart.
    const TAG: &'static str;
    /// What it may hold.
    const NAMES: Names;
    /// Refuses members beside the tag of a variant that has none.
    const CLOSED: bool;

    /// Reads the variant at this position of the names.
    fn read<'de, A: MapAccess<'de>>(found: usize, rest: Beside<A>) -> Result<Self, A::Error>;
}

/// Reads an object that one member makes a variant.
pub fn union<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Whole(PhantomData))
}

struct Whole<T>(PhantomData<T>);

impl<'de, T: Union> Visitor<'de> for Whole<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expected(T::TAG, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let mut rest = Beside::tag(T::TAG, T::CLOSED, map)?;
        let found = rest.live.next_value_seed(T::NAMES)?;
        T::read(found, rest)
    }
}

/// The members beside the tag: those that came before it, then those that still come.
pub struct Beside<A> {
    tag: &'static str,
    closed: bool,
    early: vec::IntoIter<(String, Value)>,
    pending: Option<(String, Value)>,
    live: A,
}

impl<'de, A: MapAccess<'de>> Beside<A> {
    /// Reads up to the tag; its value is the next of the live ones.
    fn tag(tag: &'static str, closed: bool, mut live: A) -> Result<Self, A::Error> {
        let mut early: Vec<(String, Value)> = Vec::new();
        while let Some(Text(key)) = live.next_key()? {
            if key == tag {
                return Ok(Self { tag, closed, early: early.into_iter(), pending: None, live });
            }
            early.push((key.into_owned(), live.next_value()?));
        }
        Err(A::Error::missing_field(tag))
    }

    /// The error in a member that came before the tag.
    ///
    /// The value's place in the text is gone. Reading on to the end makes the position that the outer deserializer
    /// will add that of the whole object, and the message names the member.
    #[cold]
    fn misplaced(&mut self, key: &str, error: &serde_json::Error) -> A::Error {
        while let Ok(Some(IgnoredAny)) = self.live.next_key() {
            if self.live.next_value::<IgnoredAny>().is_err() {
                break;
            }
        }
        A::Error::custom(format_args!("member `{key}`: {error}"))
    }

    /// Reads to the end of a variant that holds nothing.
    pub fn nothing(mut self) -> Result<(), A::Error> {
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

    /// Reads a variant's content, whose members stand beside the tag.
    pub fn content<T: Deserialize<'de>>(self) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(self))
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Beside<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.nothing()
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

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Beside<A> {
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
        match seed.deserialize(value) {
            Ok(value) => Ok(value),
            Err(error) => Err(self.misplaced(&key, &error)),
        }
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
        self.seed.deserialize(Key { tag: self.tag, deserializer })
    }
}

/// A key whose reader never gets to see the tag.
struct Key<D> {
    tag: &'static str,
    deserializer: D,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Key<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.deserializer.deserialize_str(NoTag { tag: self.tag, visitor })
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.deserializer.deserialize_identifier(NoTag { tag: self.tag, visitor })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let key: String = Deserialize::deserialize(self)?;
        StringDeserializer::new(key).deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct ignored_any
    }
}

struct NoTag<V> {
    tag: &'static str,
    visitor: V,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for NoTag<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return self.visitor.expecting(f);
        }
        f.write_str("a member's name")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<V::Value, E> {
        if key == self.tag {
            return Err(E::duplicate_field(self.tag));
        }
        self.visitor.visit_borrowed_str(key)
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<V::Value, E> {
        if key == self.tag {
            return Err(E::duplicate_field(self.tag));
        }
        self.visitor.visit_str(key)
    }
}
