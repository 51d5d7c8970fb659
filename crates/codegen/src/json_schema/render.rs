//! From a [`Shape`] to JSON Schema (draft-07).

use std::borrow::Cow;

use serde_json::Value;

use super::keyword::Keyword;
use super::node::{Node, Schema};
use super::titles::{self, Titles};
use crate::model::{Definition, Field, Mark, Object, Shape, Union, Variant};

/// The schema of a definition, without a title of its own; the titles of its variants end in `titles`.
pub(super) fn definition<'a>(definition: &'a Definition, titles: &str) -> Schema<'a> {
    let mut schema = match &definition.shape {
        Shape::Union(union) => self::union(union, Some(titles)),
        shape => self::shape(shape),
    };
    describe(&mut schema, definition.docs.as_deref(), &Mark::Stable);
    schema
}

/// A schema that is not a bare `true`.
fn shape(shape: &Shape) -> Schema<'_> {
    match shape {
        Shape::Any => Schema::default(),
        Shape::Null => Schema::typed("null"),
        Shape::Boolean => Schema::typed("boolean"),
        Shape::Number(number) => {
            let mut schema = Schema::typed(if number.integer { "integer" } else { "number" });
            schema.set_some(Keyword::Format, number.format.as_deref().map(Node::text));
            schema.set_some(Keyword::Minimum, number.minimum.as_ref().map(Node::Value));
            schema.set_some(Keyword::Maximum, number.maximum.as_ref().map(Node::Value));
            schema
        }
        Shape::String { format } => {
            let mut schema = Schema::typed("string");
            schema.set_some(Keyword::Format, format.as_deref().map(Node::text));
            schema
        }
        Shape::Literal(value) => literals(vec![value]),
        Shape::List { items, unique } => {
            let mut schema = Schema::typed("array");
            schema.set(Keyword::Items, value(items));
            schema.set_some(Keyword::UniqueItems, unique.then_some(Node::Bool(true)));
            schema
        }
        Shape::Tuple(items) => {
            let mut schema = Schema::typed("array");
            schema.set(Keyword::Items, Node::List(items.iter().map(value).collect()));
            schema.set(Keyword::MinItems, Node::Count(items.len()));
            schema.set(Keyword::MaxItems, Node::Count(items.len()));
            schema
        }
        Shape::Map(values) => {
            let mut schema = Schema::typed("object");
            schema.set(Keyword::AdditionalProperties, value(values));
            schema
        }
        Shape::Object(fields) => object(fields, None),
        Shape::Union(union) => self::union(union, None),
        Shape::Nullable(inner) => nullable(inner),
        Shape::Ref(name) => Schema::of(Keyword::Ref, Node::Target(name)),
    }
}

/// A schema where `true` says "any".
fn value(shape: &Shape) -> Node<'_> {
    match shape {
        Shape::Any => Node::Bool(true),
        shape => Node::Schema(self::shape(shape)),
    }
}

/// `type: [T, null]` where a type is all there is, else `anyOf: [T, null]`.
fn nullable(inner: &Shape) -> Schema<'_> {
    let mut schema = shape(inner);
    let kind = schema.take(Keyword::Type);
    match (inner, kind) {
        // Null and absent differ; a `type` cannot say null twice.
        (Shape::Nullable(_), Some(kind)) => {
            schema.set(Keyword::Type, kind);
            schema.set(Keyword::XNullableTwice, Node::Bool(true));
            schema
        }
        (Shape::Literal(_) | Shape::Union(_) | Shape::Null, Some(kind)) => {
            schema.set(Keyword::Type, kind);
            or_null(schema)
        }
        (_, None) => or_null(schema),
        (_, Some(kind)) => {
            schema.set(Keyword::Type, Node::List(vec![kind, Node::text("null")]));
            schema
        }
    }
}

fn or_null(schema: Schema<'_>) -> Schema<'_> {
    Schema::of(Keyword::AnyOf, Node::List(vec![Node::Schema(schema), Node::Schema(Schema::typed("null"))]))
}

/// `tag` gives one member a title.
fn object<'a>(fields: &'a Object, tag: Option<(&str, String)>) -> Schema<'a> {
    let mut schema = Schema::typed("object");
    let mut properties: Vec<(&str, Node<'_>)> = Vec::with_capacity(fields.fields.len());
    let (mut required, mut written) = (Vec::new(), Vec::new());
    for field in &fields.fields {
        if field.required {
            required.push(Node::text(&field.name));
        } else if field.written {
            // Nullable members that the sender always writes, and defaults: what an output has beyond what an input needs.
            written.push(Node::text(&field.name));
        }
        properties.push((&field.name, self::field(field)));
    }
    if let Some((tag, title)) = tag
        && let Some((_, Node::Schema(tag))) = properties.iter_mut().find(|(name, _)| *name == tag)
    {
        tag.set(Keyword::Title, Node::Text(Cow::Owned(title)));
    }
    schema.set_some(Keyword::Required, (!required.is_empty()).then_some(Node::List(required)));
    schema.set_some(Keyword::XOutputRequired, (!written.is_empty()).then_some(Node::List(written)));
    schema.set_some(Keyword::Properties, (!properties.is_empty()).then_some(Node::Named(properties)));
    if let Some(choice) = &fields.choice {
        schema
            .set(Keyword::OneOf, Node::List(choice.variants.iter().map(|v| Node::Schema(variant(v, None))).collect()));
    }
    let rest = if fields.closed { Some(Node::Bool(false)) } else { fields.rest.as_deref().map(value) };
    let keyword = if fields.rest_unsaid { Keyword::XAdditionalProperties } else { Keyword::AdditionalProperties };
    schema.set_some(keyword, rest);
    schema
}

fn field(field: &Field) -> Node<'_> {
    told(field, |schema| describe(schema, field.docs.as_deref(), &field.mark))
}

/// The schema of a field whose words stand elsewhere.
pub(super) fn member(field: &Field) -> Node<'_> {
    told(field, |_| {})
}

/// The schema of a member that several variants have: a tag says one of several words.
pub(super) fn any_member<'a>(fields: &[&'a Field]) -> Node<'a> {
    let words = fields.iter().map(|field| match &field.shape {
        Shape::Literal(value) => Some(value),
        _ => None,
    });
    Node::Schema(match words.collect() {
        Some(words) => literals(words),
        None => Schema::of(Keyword::AnyOf, Node::List(fields.iter().map(|field| member(field)).collect())),
    })
}

/// The schema of null.
pub(super) fn null<'a>() -> Node<'a> {
    Node::Schema(Schema::typed("null"))
}

fn told<'a>(field: &'a Field, tell: impl FnOnce(&mut Schema<'a>)) -> Node<'a> {
    let mut schema = shape(&field.shape);
    schema.set_some(Keyword::Default, field.default.as_ref().map(Node::Value));
    tell(&mut schema);
    if schema.len() == 0 {
        return Node::Bool(true);
    }
    Node::Schema(unhidden(schema))
}

/// In draft-07 a reference hides whatever stands beside it.
fn unhidden(mut schema: Schema<'_>) -> Schema<'_> {
    if schema.len() > 1
        && let Some(target) = schema.take(Keyword::Ref)
    {
        schema.set(Keyword::AllOf, Node::List(vec![Node::Schema(Schema::of(Keyword::Ref, target))]));
    }
    schema
}

/// Unit variants become one `enum`, which generators turn into one type; what is said of each stands beside it.
fn union<'a>(union: &'a Union, name: Option<&str>) -> Schema<'a> {
    let is_unit = |variant: &&Variant| matches!(variant.shape, Shape::Literal(_));
    let units: Vec<&Variant> = union.variants.iter().filter(is_unit).collect();
    if units.len() == union.variants.len() && !units.is_empty() {
        return units_schema(&units);
    }
    let mut members: Vec<Node<'_>> = Vec::with_capacity(union.variants.len());
    if !units.is_empty() {
        members.push(Node::Schema(units_schema(&units)));
    }
    let others = union.variants.iter().filter(|variant| !is_unit(variant));
    members.extend(others.map(|variant| Node::Schema(self::variant(variant, name))));
    Schema::of(if union.exclusive { Keyword::OneOf } else { Keyword::AnyOf }, Node::List(members))
}

fn variant<'a>(variant: &'a Variant, union: Option<&str>) -> Schema<'a> {
    let Titles { variant: title, tag } = union.map(|name| titles::of(name, &variant.shape)).unwrap_or_default();
    let mut schema = match &variant.shape {
        Shape::Object(fields) => object(fields, tag),
        shape => self::shape(shape),
    };
    schema.set_some(Keyword::Title, title.map(|title| Node::Text(Cow::Owned(title))));
    describe(&mut schema, variant.docs.as_deref(), &variant.mark);
    unhidden(schema)
}

fn units_schema<'a>(units: &[&'a Variant]) -> Schema<'a> {
    let valued = |variant: &&'a Variant| match &variant.shape {
        Shape::Literal(value) => Some((value, *variant)),
        _ => None,
    };
    let units: Vec<(&'a Value, &'a Variant)> = units.iter().filter_map(valued).collect();
    let mut schema = literals(units.iter().map(|(value, _)| *value).collect());
    let by_value = |say: &dyn Fn(&'a Variant) -> Option<&'a str>| -> Option<Node<'a>> {
        let said = units.iter().filter_map(|(value, variant)| Some((value.as_str()?, Node::text(say(variant)?))));
        let mut said: Vec<_> = said.collect();
        said.sort_by_key(|(value, _)| *value);
        (!said.is_empty()).then_some(Node::Named(said))
    };
    schema.set_some(Keyword::XDescriptions, by_value(&|variant| variant.docs.as_deref()));
    let experimental = by_value(&|variant| match &variant.mark {
        Mark::Experimental(reason) => Some(reason),
        _ => None,
    });
    schema.set_some(Keyword::XExperimentalValues, experimental);
    let deprecated = by_value(&|variant| match &variant.mark {
        Mark::Deprecated(note) => Some(note),
        _ => None,
    });
    schema.set_some(Keyword::XDeprecatedValues, deprecated);
    schema
}

fn literals(values: Vec<&Value>) -> Schema<'_> {
    let text = values.iter().all(|value| value.is_string());
    let mut schema = Schema::of(Keyword::Enum, Node::List(values.into_iter().map(Node::Value).collect()));
    schema.set_some(Keyword::Type, text.then_some(Node::text("string")));
    schema
}

fn describe<'a>(schema: &mut Schema<'a>, docs: Option<&'a str>, mark: &'a Mark) {
    schema.set_some(Keyword::Description, docs.map(Node::text));
    match mark {
        Mark::Stable => {}
        Mark::Experimental(reason) => schema.set(Keyword::XExperimental, Node::text(reason)),
        Mark::Deprecated(note) => {
            schema.set(Keyword::XDeprecated, Node::text(note));
            schema.set(Keyword::Deprecated, Node::Bool(true));
        }
    }
}
