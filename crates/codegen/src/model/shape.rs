//! What a schema can look like, as far as wire types need it. Smaller than JSON Schema on purpose: what is not here is
//! refused when the model is collected, instead of being rendered half.

use serde_json::Value;

/// How far a method, a field or a variant can be relied on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Mark {
    /// Stays compatible.
    #[default]
    Stable,
    /// Needs an opt-in; with the reason that a peer without it is told.
    Experimental(String),
    /// Will go; with what to use instead.
    Deprecated(String),
}

impl Mark {
    /// Whether the stable surface leaves it out.
    pub fn is_experimental(&self) -> bool {
        matches!(self, Self::Experimental(_))
    }
}

/// One schema.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Any JSON value.
    Any,
    /// Only null.
    Null,
    /// True or false.
    Boolean,
    /// A number.
    Number(Number),
    /// Any text, of a format if one is named.
    String {
        /// The format, such as `uri`.
        format: Option<String>,
    },
    /// One of these values.
    Literal(Value),
    /// Items of one shape.
    List {
        /// What each item looks like.
        items: Box<Shape>,
        /// Whether no two may be equal.
        unique: bool,
    },
    /// Items of a shape each, as many as there are shapes.
    Tuple(Vec<Shape>),
    /// An object with any keys and values of one shape.
    Map(Box<Shape>),
    /// An object with named members.
    Object(Object),
    /// One of several shapes.
    Union(Union),
    /// A shape or null. Twice where null and absent mean different things.
    Nullable(Box<Shape>),
    /// Another definition.
    Ref(String),
}

/// An integer or a floating-point number, with its bounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Whether it has no fraction.
    pub integer: bool,
    /// The Rust type, `uint32` or `double`; it implies bounds that JSON Schema does not check.
    pub format: Option<String>,
    /// The least value, if it is said.
    pub minimum: Option<Value>,
    /// The greatest value, if it is said and the format does not imply it.
    pub maximum: Option<Value>,
}

/// An object with named members.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Object {
    /// The members, sorted by name.
    pub fields: Vec<Field>,
    /// Whether a member that is not named is refused.
    pub closed: bool,
    /// What further members look like, where the type keeps them.
    pub rest: Option<Box<Shape>>,
    /// Whether the published schema keeps silent about `rest`.
    pub rest_unsaid: bool,
    /// Further members that come in one of several sets.
    pub choice: Option<Union>,
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The name on the wire.
    pub name: String,
    /// What the value looks like.
    pub shape: Shape,
    /// What it means.
    pub docs: Option<String>,
    /// How far it can be relied on.
    pub mark: Mark,
    /// What leaving it out gives.
    pub default: Option<Value>,
    /// Whether a receiver needs it: the input view.
    pub required: bool,
    /// Whether a sender always writes it: the output view.
    pub written: bool,
}

/// One of several shapes.
#[derive(Debug, Clone, PartialEq)]
pub struct Union {
    /// Whether exactly one fits (`oneOf`), or at least one (`anyOf`).
    pub exclusive: bool,
    /// The shapes, in the order of declaration.
    pub variants: Vec<Variant>,
}

/// A member of a union.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// What it looks like.
    pub shape: Shape,
    /// What it means.
    pub docs: Option<String>,
    /// How far it can be relied on.
    pub mark: Mark,
}

impl Shape {
    /// Calls `visit` with every shape in this one, itself first.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Shape)) {
        visit(self);
        match self {
            Self::List { items, .. } | Self::Map(items) | Self::Nullable(items) => items.walk(visit),
            Self::Tuple(items) => items.iter().for_each(|item| item.walk(visit)),
            Self::Object(object) => {
                object.fields.iter().for_each(|field| field.shape.walk(visit));
                if let Some(rest) = &object.rest {
                    rest.walk(visit);
                }
                if let Some(choice) = &object.choice {
                    choice.variants.iter().for_each(|variant| variant.shape.walk(visit));
                }
            }
            Self::Union(union) => union.variants.iter().for_each(|variant| variant.shape.walk(visit)),
            Self::Any
            | Self::Null
            | Self::Boolean
            | Self::Number(_)
            | Self::String { .. }
            | Self::Literal(_)
            | Self::Ref(_) => {}
        }
    }

    /// Calls `change` with every shape in this one, the innermost first.
    pub(super) fn walk_mut(&mut self, change: &mut dyn FnMut(&mut Shape)) {
        match self {
            Self::List { items, .. } | Self::Map(items) | Self::Nullable(items) => items.walk_mut(change),
            Self::Tuple(items) => items.iter_mut().for_each(|item| item.walk_mut(change)),
            Self::Object(object) => {
                object.fields.iter_mut().for_each(|field| field.shape.walk_mut(change));
                if let Some(rest) = &mut object.rest {
                    rest.walk_mut(change);
                }
                if let Some(choice) = &mut object.choice {
                    choice.variants.iter_mut().for_each(|variant| variant.shape.walk_mut(change));
                }
            }
            Self::Union(union) => union.variants.iter_mut().for_each(|variant| variant.shape.walk_mut(change)),
            Self::Any
            | Self::Null
            | Self::Boolean
            | Self::Number(_)
            | Self::String { .. }
            | Self::Literal(_)
            | Self::Ref(_) => {}
        }
        change(self);
    }

    /// The value of the one member of an object that always says the same: what tells it apart from others.
    pub fn own_word(&self) -> Option<&str> {
        let Self::Object(object) = self else { return None };
        let mut words = object.fields.iter().filter_map(|field| object.literal(&field.name));
        words.next().filter(|_| words.next().is_none())
    }

    /// The names of the definitions that this shape refers to, in order, repeated as they occur.
    pub fn refs(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.walk(&mut |shape| {
            if let Shape::Ref(name) = shape {
                names.push(name.as_str());
            }
        });
        names
    }
}

impl Object {
    /// The member whose value is one fixed string, by name: a tag, seen from one variant.
    pub fn literal(&self, name: &str) -> Option<&str> {
        match &self.fields.iter().find(|field| field.name == name)?.shape {
            Shape::Literal(Value::String(value)) => Some(value),
            _ => None,
        }
    }
}
