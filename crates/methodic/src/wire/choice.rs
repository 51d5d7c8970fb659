//! Externally tagged enums: a unit variant is a string, any other an object with the variant's name as its one key.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

use super::{no_sequence, tell};

/// A deserializer that gives an enum its two spellings and no third: `{"name": null}` is not a unit variant.
pub struct Choice<D> {
    inner: D,
    hidden: &'static [usize],
}

impl<D> Choice<D> {
    /// `hidden` are the positions of the variants that an error must not mention.
    pub fn new(hidden: &'static [usize], inner: D) -> Self {
        Self { inner, hidden }
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Choice<D> {
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
        self.inner.deserialize_any(Spelling { names: Names { all: variants, hidden: self.hidden }, visitor })
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// The names of an enum's variants, and which of them stay unsaid.
#[derive(Clone, Copy)]
pub struct Names {
    /// All of them, in the order of the variants.
    pub all: &'static [&'static str],
    /// The positions of those that an error must not mention.
    pub hidden: &'static [usize],
}

impl Names {
    /// The position of a name.
    pub(super) fn find<E: Error>(self, name: &str) -> Result<usize, E> {
        match self.all.iter().position(|known| *known == name) {
            Some(at) => Ok(at),
            None => Err(self.unknown(name)),
        }
    }

    /// Says what is expected; all the names to whoever asks in the alternate form.
    fn or_tell(self, f: &mut fmt::Formatter<'_>, expected: &str) -> fmt::Result {
        if f.alternate() { tell(f, "variants", self.all) } else { f.write_str(expected) }
    }

    #[cold]
    fn unknown<E: Error>(self, name: &str) -> E {
        E::custom(format_args!("unknown variant `{name}`, expected {self}"))
    }

    /// Hands `name` to serde's derived lookup, and words the failure itself, so that hidden variants stay hidden.
    fn resolve<'de, S, E>(self, name: &str, seed: S) -> Result<S::Value, E>
    where
        S: DeserializeSeed<'de>,
        E: Error,
    {
        seed.deserialize(StrDeserializer::<Unworded>::new(name)).map_err(|Unworded| self.unknown(name))
    }
}

/// Reads a variant's name and looks it up while the reader still stands at it, so that a failure points there.
impl<'de> DeserializeSeed<'de> for Names {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Names {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.or_tell(f, "a string")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        self.find(name)
    }
}

/// The failure of serde's lookup, whose words nobody reads: making them would cost more than the lookup.
#[derive(Debug)]
struct Unworded;

impl Error for Unworded {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl fmt::Display for Unworded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown variant")
    }
}

impl std::error::Error for Unworded {}

/// The same with serde's derived lookup.
pub(super) struct Resolve<S> {
    pub(super) names: Names,
    pub(super) seed: S,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Resolve<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for Resolve<S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.names.or_tell(f, "a string")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<S::Value, E> {
        self.names.resolve(name, self.seed)
    }
}

impl fmt::Display for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return tell(f, "variants", self.all);
        }
        let shown = self.all.iter().enumerate().filter(|(at, _)| !self.hidden.contains(at));
        // In one piece: it stands in every refusal of a name, and each `write!` would cost as much as the whole.
        let mut text = String::with_capacity(24 * self.all.len());
        for (at, (_, name)) in shown.enumerate() {
            text.push_str(if at == 0 { "one of `" } else { ", `" });
            text.push_str(name);
            text.push('`');
        }
        f.write_str(&text)
    }
}

/// The error for an object without a key where a variant should be.
#[cold]
pub(super) fn no_name<E: Error>() -> E {
    E::invalid_value(Unexpected::Map, &"an object with the variant's name as its one key")
}

/// The error for an object with the name of a variant that holds nothing.
#[cold]
pub(super) fn unit_is_no_object<E: Error>() -> E {
    E::custom("a variant without content is a string, not an object")
}

struct Spelling<V> {
    names: Names,
    visitor: V,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Spelling<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.names, f)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<V::Value, E> {
        self.visitor.visit_enum(Word { names: self.names, name, error: std::marker::PhantomData })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<V::Value, A::Error> {
        Err(no_sequence(seq, &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_enum(OneKey { names: self.names, map })
    }
}

/// A variant that was written as a string.
struct Word<'a, E> {
    names: Names,
    name: &'a str,
    error: std::marker::PhantomData<E>,
}

impl<'de, E: Error> EnumAccess<'de> for Word<'_, E> {
    type Error = E;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), E> {
        Ok((self.names.resolve(self.name, seed)?, self))
    }
}

impl<E: Error> Word<'_, E> {
    fn lacks_content<T>(self) -> Result<T, E> {
        Err(E::custom(format_args!("variant `{}` is an object with that key and its content, not a string", self.name)))
    }
}

impl<'de, E: Error> VariantAccess<'de> for Word<'_, E> {
    type Error = E;

    fn unit_variant(self) -> Result<(), E> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _seed: S) -> Result<S::Value, E> {
        self.lacks_content()
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value, E> {
        self.lacks_content()
    }

    fn struct_variant<V: Visitor<'de>>(self, _fields: &'static [&'static str], _visitor: V) -> Result<V::Value, E> {
        self.lacks_content()
    }
}

/// A variant that was written as an object.
struct OneKey<A> {
    names: Names,
    map: A,
}

impl<'de, A: MapAccess<'de>> OneKey<A> {
    fn value<S: DeserializeSeed<'de>>(mut self, seed: S) -> Result<S::Value, A::Error> {
        let value = self.map.next_value_seed(seed)?;
        match self.map.next_key::<IgnoredAny>()? {
            None => Ok(value),
            Some(_) => Err(A::Error::custom("a variant is an object with one key, found a second key")),
        }
    }
}

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for OneKey<A> {
    type Error = A::Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(mut self, seed: S) -> Result<(S::Value, Self), A::Error> {
        match self.map.next_key_seed(Resolve { names: self.names, seed })? {
            Some(found) => Ok((found, self)),
            None => Err(no_name()),
        }
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for OneKey<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        Err(unit_is_no_object())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.value(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value, A::Error> {
        Err(A::Error::custom("a variant is never positional"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.value(Fields { fields, visitor })
    }
}

/// Reads the members of a variant, whose names the visitor does not tell by itself.
struct Fields<V> {
    fields: &'static [&'static str],
    visitor: V,
}

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Fields<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Fields<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() { tell(f, "members", self.fields) } else { self.visitor.expecting(f) }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(map)
    }
}
