//! The deserializer that makes values up.

use std::any::type_name;
use std::cell::RefCell;

use serde::de::{DeserializeSeed, Deserializer, Expected, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::fixed::Fixed;
use super::object::Object;
use super::variant::{OneKey, Variant};
use super::{Refused, State};
use crate::draw::{UNKNOWN, scalars};

/// Deeper than this, only what ends is chosen.
const DEEP: usize = 8;
/// Deeper than this, it is taken to go on for ever.
const ENDLESS: usize = 64;
/// So many values inside of one make it big enough.
const MANY: usize = 600;
/// How many kinds of values there are to offer where a visitor says nothing that is understood.
const KINDS: usize = 5;
/// Stands among the kinds for the number that some types of numbers refuse.
const ZERO: usize = KINDS;

/// Something to be read that does not exist yet.
#[derive(Clone, Copy)]
pub struct Offer<'s, 'f> {
    state: &'s RefCell<State<'f, 's>>,
    depth: usize,
    /// Null has been decided against: JSON cannot say that there is a null.
    present: bool,
}

impl<'s, 'f> Offer<'s, 'f> {
    pub(super) fn new(state: &'s RefCell<State<'f, 's>>) -> Self {
        Self { state, depth: 0, present: false }
    }

    pub(super) fn deeper(self) -> Self {
        Self { depth: self.depth + 1, present: false, ..self }
    }

    pub(super) fn with<T>(self, ask: impl FnOnce(&mut State<'f, 's>) -> T) -> T {
        ask(&mut self.state.borrow_mut())
    }

    pub(super) fn below(self, count: usize) -> usize {
        self.with(|state| state.choices.below(count))
    }

    pub(super) fn yes(self) -> bool {
        self.with(|state| state.choices.yes())
    }

    pub(super) fn give(self, value: Value) {
        self.with(|state| {
            state.made += 1;
            state.given.push(value);
        });
    }

    pub(super) fn is_enough(self) -> bool {
        self.depth >= DEEP || self.with(|state| state.made >= MANY)
    }

    pub(super) fn count(self) -> usize {
        if self.is_enough() {
            return 0;
        }
        let many = if self.depth < 3 { 40 } else { 4 };
        [0, 1, 2, 3, 1, 2, 0, many][self.below(8)]
    }

    /// The names that a visitor tells of this kind.
    pub(super) fn names<'de, V: Visitor<'de>>(visitor: &V, what: &str) -> Option<Vec<String>> {
        let said = said(visitor);
        let mut lines = said.split('\n');
        (lines.next() == Some(what)).then(|| lines.map(str::to_owned).collect())
    }

    /// One of the variants; where it is deep enough, one that is known to end.
    fn variant(self, of: &str, names: &[String]) -> Result<String, Refused> {
        let ends = |name: &&String| {
            !self.is_enough() || self.with(|state| !state.facts.endless.contains(&(of.to_owned(), (*name).clone())))
        };
        let names: Vec<&String> = names.iter().filter(ends).collect();
        let at = self.below(names.len());
        names.get(at).map(|name| (*name).clone()).ok_or(Refused::Endless)
    }

    /// Remembers a fact that was not known; where it was, the error stays what it is.
    pub(super) fn learn(self, error: Refused, fact: impl FnOnce(&mut State<'f, 's>) -> bool) -> Refused {
        if self.with(fact) { Refused::Learned } else { error }
    }

    fn integer(self, low: impl Into<i128>, high: impl Into<i128>) -> i128 {
        self.with(|state| scalars::integer((low.into(), high.into()), &mut state.choices))
    }

    fn float(self, low: f64, high: f64) -> f64 {
        let value = self.with(|state| scalars::number((low, high), &mut state.choices));
        self.give(value.into());
        value
    }

    /// Offers a sample to a type that tells nothing: first each in turn, to learn which fit, then one of those.
    fn sample<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let of = identity(&visitor);
        let (at, learning) = self.with(|state| {
            let tried = state.facts.tried.entry(of.clone()).or_default();
            let learning = tried.next < state.facts.samples.len();
            tried.next += usize::from(learning);
            let at = if learning { tried.next - 1 } else { *state.choices.pick(&tried.fitting).unwrap_or(&usize::MAX) };
            (at, learning)
        });
        let Some(value) = self.with(|state| state.facts.samples.get(at).cloned()) else {
            return Err(Refused::Other(format!("no sample fits `{of}`, which tells nothing of itself")));
        };
        let read = Fixed(&value).deserialize_any(visitor);
        if learning {
            if read.is_ok() {
                self.with(|state| state.facts.tried.entry(of).or_default().fitting.push(at));
            }
            return Err(Refused::Learned);
        }
        self.give(value);
        read
    }

    /// Offers the members of an object, and remembers what is said about them.
    pub(super) fn members<'de, V: Visitor<'de>>(
        self,
        visitor: V,
        tag: Option<String>,
        names: Option<&[impl AsRef<str>]>,
    ) -> Result<V::Value, Refused> {
        if self.depth > ENDLESS {
            return Err(Refused::Endless);
        }
        let of = identity(&visitor);
        let mut made = Object::new(self, &of, tag);
        if let Some(names) = names {
            made.choose(names.iter().map(|name| name.as_ref().to_owned()).collect());
        }
        let read = visitor.visit_map(&mut made);
        let Object { what, members, variant, .. } = made;
        match read {
            Ok(value) => {
                self.give(Value::Object(members));
                Ok(value)
            }
            Err(error @ Refused::Missing(name)) => {
                Err(self.learn(error, |state| state.facts.required.insert((what, name))))
            }
            Err(Refused::Unknown(name)) if name == UNKNOWN => {
                Err(self.learn(Refused::Unknown(name), |state| state.facts.closed.insert(what)))
            }
            Err(Refused::Endless) if variant.is_some() && self.is_enough() => {
                Err(self.learn(Refused::Endless, |state| state.facts.endless.insert((of, variant.unwrap_or_default()))))
            }
            Err(error) => Err(error),
        }
    }
}

/// What facts about a visitor are remembered by. Derived visitors of one enum share their type's name.
fn identity<'de, V: Visitor<'de>>(visitor: &V) -> String {
    format!("{}: {}", type_name::<V>(), said(visitor))
}

/// What a visitor expects, with the names that it knows.
fn said<'de, V: Visitor<'de>>(visitor: &V) -> String {
    struct Says<'v, V>(&'v V);
    impl<'de, V: Visitor<'de>> std::fmt::Display for Says<'_, V> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Expected::fmt(self.0, f)
        }
    }
    format!("{:#}", Says::<V>(visitor))
}

macro_rules! integers {
    ($($method:ident $type:ident $visit:ident),*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
            let fact = (identity(&visitor), ZERO);
            let value = match self.integer($type::MIN, $type::MAX) {
                0 if self.with(|state| state.facts.kinds.contains(&fact)) => 1,
                value => value,
            };
            self.give(scalars::whole(value));
            // The value was drawn from the type's own range.
            let read = visitor.$visit($type::try_from(value).unwrap_or_default());
            read.map_err(|error| if value == 0 { self.learn(error, |state| state.facts.kinds.insert(fact)) } else { error })
        })*
    };
}

impl<'de> Deserializer<'de> for Offer<'_, '_> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        if let Some(names) = Self::names(&visitor, "variants") {
            return self.choice(visitor, &names);
        }
        match said(&visitor).as_str() {
            "any valid JSON value" | "any value" => {
                let value = match self.with(|state| scalars::any(2, &mut state.choices)) {
                    Value::Null if self.present => Value::Bool(false),
                    value => value,
                };
                let read = Fixed(&value).deserialize_any(visitor);
                self.give(value);
                read
            }
            "a JSON value" => self.sample(visitor),
            _ => self.some_kind(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let value = self.yes();
        self.give(value.into());
        visitor.visit_bool(value)
    }

    integers! {
        deserialize_i8 i8 visit_i8, deserialize_i16 i16 visit_i16, deserialize_i32 i32 visit_i32,
        deserialize_i64 i64 visit_i64, deserialize_u8 u8 visit_u8, deserialize_u16 u16 visit_u16,
        deserialize_u32 u32 visit_u32, deserialize_u64 u64 visit_u64
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_f64(self.float(f32::MIN.into(), f32::MAX.into()))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_f64(self.float(f64::MIN, f64::MAX))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let text = match Self::names(&visitor, "variants") {
            Some(names) => self.variant(&identity(&visitor), &names)?,
            None => self.with(|state| scalars::text((0, None), &mut state.choices)),
        };
        self.give(text.clone().into());
        visitor.visit_string(text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_str(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let one = self.with(|state| scalars::text((1, Some(1)), &mut state.choices));
        self.give(one.clone().into());
        visitor.visit_string(one)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        if !self.present && (self.is_enough() || !self.with(|state| state.choices.likely())) {
            self.give(Value::Null);
            return visitor.visit_none();
        }
        visitor.visit_some(Self { present: true, ..self })
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.give(Value::Null);
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let count = self.count();
        self.items(visitor, count)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Refused> {
        self.items(visitor, len)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let tells_nothing = self.with(|state| state.facts.tried.contains_key(&identity(&visitor)));
        if tells_nothing {
            return self.sample(visitor);
        }
        let tag = Self::names(&visitor, "tag").and_then(|names| names.into_iter().next());
        let names = Self::names(&visitor, "members");
        self.members(visitor, tag, names.as_deref())
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.members(visitor, None, Some(fields))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        if self.depth > ENDLESS {
            return Err(Refused::Endless);
        }
        let of = identity(&visitor);
        let names: Vec<String> = variants.iter().map(|name| (*name).to_owned()).collect();
        let name = self.variant(&of, &names)?;
        visitor.visit_enum(Variant { offer: self, name: name.clone() }).map_err(|error| match error {
            Refused::Endless if self.is_enough() => self.learn(error, |state| state.facts.endless.insert((of, name))),
            error => error,
        })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let value = self.with(|state| scalars::any(2, &mut state.choices));
        self.give(value);
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { i128 u128 bytes byte_buf unit_struct tuple_struct identifier }
}

impl<'s> Offer<'s, '_> {
    pub(super) fn items<'de, V: Visitor<'de>>(self, visitor: V, count: usize) -> Result<V::Value, Refused> {
        let from = self.with(|state| state.given.len());
        let read = visitor.visit_seq(Items { offer: self.deeper(), left: count })?;
        let items = self.with(|state| state.given.split_off(from));
        self.give(Value::Array(items));
        Ok(read)
    }

    /// An externally tagged enum: a word, or an object with one key where the variant holds something.
    fn choice<'de, V: Visitor<'de>>(self, visitor: V, names: &[String]) -> Result<V::Value, Refused> {
        let of = identity(&visitor);
        let name = self.variant(&of, names)?;
        let fact = (of.clone(), name.clone());
        if !self.with(|state| state.facts.wrapped.contains(&fact)) {
            self.give(name.as_str().into());
            return visitor
                .visit_str(&name)
                .map_err(|error| self.learn(error, |state| state.facts.wrapped.insert(fact)));
        }
        if self.depth > ENDLESS {
            return Err(Refused::Endless);
        }
        let read = visitor.visit_map(OneKey { offer: self.deeper(), name: Some(&name) });
        let read = read.map_err(|error| match error {
            Refused::Endless if self.is_enough() => self.learn(error, |state| state.facts.endless.insert(fact)),
            error => error,
        })?;
        let value = self.with(|state| state.given.pop()).unwrap_or_default();
        self.give(Value::Object([(name, value)].into_iter().collect()));
        Ok(read)
    }

    /// For a visitor whose words mean nothing here: one of the kinds of values that it was not seen to refuse.
    fn some_kind<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let of = identity(&visitor);
        let kinds: Vec<usize> =
            (0..KINDS).filter(|kind| self.with(|state| !state.facts.kinds.contains(&(of.clone(), *kind)))).collect();
        let at = self.below(kinds.len());
        let Some(kind) = kinds.get(at).copied() else {
            return Err(Refused::Other(format!("`{of}` refuses every kind of value, but for lists and objects")));
        };
        let read = match kind {
            0 => self.deserialize_str(visitor),
            1 => self.deserialize_i64(visitor),
            2 => self.deserialize_bool(visitor),
            3 => self.deserialize_f64(visitor),
            _ => self.deserialize_unit(visitor),
        };
        read.map_err(|error| self.learn(error, |state| state.facts.kinds.insert((of, kind))))
    }
}

struct Items<'s, 'f> {
    offer: Offer<'s, 'f>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Refused;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(self.offer).map(Some)
    }
}
