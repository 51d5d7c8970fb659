//! The members of an object that is made up while it is read.

use serde::de::value::StringDeserializer;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};

use super::{Offer, Refused, Tried};
use crate::draw::{Style, UNKNOWN, scalars};

/// The members of an object that is being made up.
pub(super) struct Object<'s, 'f> {
    offer: Offer<'s, 'f>,
    /// What facts about the whole are remembered by.
    of: String,
    /// The same, and the variant once it is known: what facts about members are remembered by.
    pub(super) what: String,
    tag: Option<String>,
    pub(super) variant: Option<String>,
    /// The names still to come, once they are known; the last comes first.
    names: Option<Vec<String>>,
    /// How many members a map without names gets.
    left: Option<usize>,
    key: Option<String>,
    pub(super) members: Map<String, Value>,
}

impl<'s, 'f> Object<'s, 'f> {
    pub(super) fn new(offer: Offer<'s, 'f>, of: &str, tag: Option<String>) -> Self {
        let (of, what) = (of.to_owned(), of.to_owned());
        Self { offer, of, what, tag, variant: None, names: None, left: None, key: None, members: Map::new() }
    }

    /// Chooses among the names that are known: what is required, and of the others some.
    pub(super) fn choose(&mut self, names: Vec<String>) {
        let mut chosen: Vec<String> = names
            .into_iter()
            .filter(|name| {
                let required = self.offer.with(|state| {
                    state.facts.required.iter().any(|(what, required)| *what == self.what && required == name)
                });
                required || (!self.offer.is_enough() && self.offer.with(|state| state.choices.likely()))
            })
            .collect();
        let newer = self.offer.with(|state| {
            state.style == Style::Newer && !state.facts.closed.contains(&self.what) && state.choices.yes()
        });
        if newer {
            chosen.push(UNKNOWN.to_owned());
        }
        chosen.reverse();
        self.names = Some(chosen);
    }
}

impl<'de> MapAccess<'de> for &mut Object<'_, '_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        if let (Some(tag), None) = (&self.tag, &self.variant) {
            self.key = Some(tag.clone());
            return seed.deserialize(StringDeserializer::new(tag.clone())).map(Some);
        }
        let read = seed.deserialize(Key(self));
        match read {
            Err(Refused::Other(end)) if end == END => Ok(None),
            read => read.map(Some),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        let read = seed.deserialize(self.offer.deeper())?;
        let value = self.offer.with(|state| state.given.pop()).unwrap_or_default();
        if self.tag.is_some() && self.variant.is_none() {
            self.variant = value.as_str().map(str::to_owned);
            self.what.push_str(&format!("/{}", self.variant.as_deref().unwrap_or_default()));
        }
        self.members.extend(self.key.take().map(|key| (key, value)));
        Ok(read)
    }
}

/// What a key says that does not exist: there is no other way out of a seed.
const END: &str = "\u{0}no further member";

/// The key of the next member, which is made up once the visitor has told which names it knows.
struct Key<'k, 's, 'f>(&'k mut Object<'s, 'f>);

impl<'de> Deserializer<'de> for Key<'_, '_, '_> {
    type Error = Refused;

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let object = self.0;
        if object.names.is_none() {
            match Offer::names(&visitor, "members") {
                Some(names) => object.choose(names),
                // Serde's derived code: it is offered samples from now on.
                None => {
                    let of = object.of.clone();
                    return Err(object.offer.learn(Refused::Other("tells no names".into()), |state| {
                        state.facts.tried.insert(of, Tried::default()).is_none()
                    }));
                }
            }
        }
        let Some(name) = object.names.as_mut().and_then(Vec::pop) else { return Err(Refused::Other(END.into())) };
        object.key = Some(name.clone());
        visitor.visit_string(name)
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let object = self.0;
        let offer = object.offer;
        // A variant that holds nothing skips what comes; any other object without names is a map.
        let holds_nothing = object.variant.is_some();
        let left = object.left.get_or_insert_with(|| {
            let newer = offer.with(|state| state.style == Style::Newer && !state.facts.closed.contains(&object.what));
            if holds_nothing { usize::from(newer && offer.yes()) } else { offer.count() }
        });
        if *left == 0 {
            return Err(Refused::Other(END.into()));
        }
        *left -= 1;
        let mut name =
            if holds_nothing { UNKNOWN.to_owned() } else { offer.with(|state| scalars::name(&mut state.choices)) };
        if object.members.contains_key(&name) {
            name.push_str(&object.members.len().to_string());
        }
        object.key = Some(name.clone());
        visitor.visit_string(name)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum ignored_any
    }
}
