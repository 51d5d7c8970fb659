//! Variants of enums that are made up while they are read.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, MapAccess, VariantAccess, Visitor};
use serde_json::Value;

use super::{Offer, Refused};

/// A variant of an enum that serde's derived code reads.
pub(super) struct Variant<'s, 'f> {
    pub(super) offer: Offer<'s, 'f>,
    pub(super) name: String,
}

impl Variant<'_, '_> {
    /// Reads the content, and gives it under the variant's name.
    fn wrap<T>(self, read: impl FnOnce(Self) -> Result<T, Refused>) -> Result<T, Refused> {
        let (offer, name) = (self.offer, self.name.clone());
        let read = read(self)?;
        let value = offer.with(|state| state.given.pop()).unwrap_or_default();
        offer.give(Value::Object([(name, value)].into_iter().collect()));
        Ok(read)
    }
}

impl<'de> EnumAccess<'de> for Variant<'_, '_> {
    type Error = Refused;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Refused> {
        let found = seed.deserialize(StrDeserializer::<Refused>::new(&self.name))?;
        Ok((found, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, '_> {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        self.offer.give(self.name.into());
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Refused> {
        self.wrap(|this| seed.deserialize(this.offer.deeper()))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Refused> {
        self.wrap(|this| this.offer.items(visitor, len))
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Refused> {
        self.wrap(|this| this.offer.deeper().members(visitor, None, Some(fields)))
    }
}

/// The object that stands for a variant with content.
pub(super) struct OneKey<'n, 's, 'f> {
    pub(super) offer: Offer<'s, 'f>,
    pub(super) name: Option<&'n str>,
}

impl<'de> MapAccess<'de> for OneKey<'_, '_, '_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        self.name.take().map(|name| seed.deserialize(StrDeserializer::new(name))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        seed.deserialize(self.offer)
    }
}
