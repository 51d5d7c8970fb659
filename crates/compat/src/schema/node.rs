//! The normal form of a schema: alternatives by JSON type, whatever keywords they were spelled with.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

pub(crate) use super::number::Numbers;
use super::{LocId, SchemaId};

/// The JSON types, with whole numbers apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl Kind {
    pub(crate) const ALL: [Self; 6] =
        [Self::Null, Self::Boolean, Self::Number, Self::String, Self::Array, Self::Object];

    pub(crate) fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Boolean,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::String,
            Value::Array(_) => Self::Array,
            Value::Object(_) => Self::Object,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }
}

/// One value that a schema names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Literal<'a> {
    pub(crate) value: &'a Value,
    pub(crate) experimental: bool,
    pub(crate) deprecated: bool,
}

/// The strings that a schema admits, apart from those it names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Strings {
    pub(crate) min: u64,
    pub(crate) max: Option<u64>,
    pub(crate) patterns: Vec<String>,
    pub(crate) formats: Vec<String>,
}

/// The arrays that a schema admits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arrays {
    pub(crate) prefix: Vec<SchemaId>,
    pub(crate) rest: SchemaId,
    pub(crate) min: u64,
    pub(crate) max: Option<u64>,
    pub(crate) unique: bool,
}

/// What an object schema says about members that it does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Further {
    /// Nothing, or that they may be anything.
    Open,
    /// There are none.
    Closed,
    /// They have a schema.
    Typed,
}

/// The objects that a schema admits.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Objects<'a> {
    /// The schemas that say so, sorted: they identify it.
    pub(crate) at: Vec<LocId>,
    pub(crate) members: BTreeMap<&'a str, Member>,
    pub(crate) further: Further,
    pub(crate) additional: SchemaId,
    pub(crate) patterns: BTreeMap<&'a str, SchemaId>,
    pub(crate) min: u64,
    pub(crate) max: Option<u64>,
    pub(crate) experimental: bool,
}

impl<'a> Objects<'a> {
    /// The members that every message has.
    pub(crate) fn required(&self) -> impl Iterator<Item = &'a str> {
        self.members.iter().filter(|(_, member)| member.required).map(|(name, _)| *name)
    }
}

/// One member of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    pub(crate) schema: SchemaId,
    /// A reader refuses an object without it.
    pub(crate) required: bool,
    /// The server always writes it, required or not.
    pub(crate) written: bool,
    /// It has a schema of its own, and is not only named by `required`.
    pub(crate) declared: bool,
}

/// A keyword that restricts, and that no alternative models; it is compared as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Residual<'a> {
    pub(crate) keyword: &'a str,
    /// The schema that has the keyword.
    pub(crate) at: LocId,
}

/// All alternatives of one schema.
#[derive(Debug, Clone, Default)]
pub(crate) struct Node<'a> {
    /// Sorted, without duplicates. `null` is a literal; both booleans together are `boolean` instead.
    pub(crate) literals: Vec<Literal<'a>>,
    pub(crate) boolean: bool,
    pub(crate) numbers: Vec<Numbers>,
    pub(crate) strings: Vec<Strings>,
    pub(crate) arrays: Vec<Arrays>,
    pub(crate) objects: Vec<Rc<Objects<'a>>>,
    pub(crate) residual: Vec<Residual<'a>>,
    /// A `oneOf` has branches that may overlap: it matters that exactly one matches.
    pub(crate) exclusive: bool,
    /// It was put together from several schemas side by side.
    pub(crate) union: bool,
    /// It admits everything.
    pub(crate) any: bool,
}

impl<'a> Node<'a> {
    /// Whether it admits values of this type.
    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.literals.iter().any(|literal| Kind::of(literal.value) == kind) || self.has_open(kind)
    }

    /// Whether it admits values of this type beyond those it names.
    pub(crate) fn has_open(&self, kind: Kind) -> bool {
        match kind {
            Kind::Null => false,
            Kind::Boolean => self.boolean,
            Kind::Number => !self.numbers.is_empty(),
            Kind::String => !self.strings.is_empty(),
            Kind::Array => !self.arrays.is_empty(),
            Kind::Object => !self.objects.is_empty(),
        }
    }

    /// Whether it admits nothing.
    pub(crate) fn is_never(&self) -> bool {
        !self.any && Kind::ALL.iter().all(|kind| !self.has(*kind))
    }

    pub(crate) fn names(&self, value: &Value) -> bool {
        self.literals.iter().any(|literal| same_value(literal.value, value))
    }

    pub(crate) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Literal<'a>> {
        self.literals.iter().filter(move |literal| Kind::of(literal.value) == kind)
    }
}

/// Whether two values are the same to a validator, to which `1` and `1.0` are.
pub(crate) fn same_value(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => super::number::Num::of(a) == super::number::Num::of(b),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_value(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same_value(a, b)))
        }
        _ => a == b,
    }
}
