//! The forms of a union: what tells them apart, and what to call each.

use serde_json::{Map, Value};

use super::points::PointId;
use super::shape::NodeId;

/// A `oneOf` or `anyOf` of several forms.
#[derive(Debug)]
pub(super) struct Union {
    /// The member whose value tells the form, if there is one.
    pub(super) tag: Option<Box<str>>,
    pub(super) forms: Vec<Form>,
}

/// One form of a union.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) node: NodeId,
    pub(super) point: Option<PointId>,
    /// The tag's value.
    pub(super) tag: Option<Box<str>>,
}

/// What the forms of a union are called.
pub(super) struct Names {
    pub(super) tag: Option<Box<str>>,
    pub(super) forms: Vec<Name>,
}

pub(super) struct Name {
    pub(super) text: String,
    pub(super) tag: Option<Box<str>>,
}

/// Names forms by their tag; without one by their only value, their only member, their definition, title or type.
pub(super) fn names(document: &Value, forms: &[&Value]) -> Names {
    let tag = tag(document, forms);
    let name = |(at, form): (usize, &&Value)| {
        let tag = tag.and_then(|tag| property(document, form, tag)).and_then(|schema| single(document, schema));
        let plain = resolve(document, form);
        let own = |keyword: &str| form.get(keyword).and_then(Value::as_str);
        let text = tag
            .or_else(|| single(document, form))
            .or_else(|| properties(plain?).filter(|all| all.len() == 1)?.keys().next().map(String::as_str))
            .or_else(|| own("$ref").and_then(|target| target.rsplit('/').next()))
            .or_else(|| own("title"))
            .or_else(|| plain?.get("type")?.as_str());
        Name { text: text.map_or_else(|| format!("#{}", at + 1), str::to_owned), tag: tag.map(Box::from) }
    };
    Names { forms: forms.iter().enumerate().map(name).collect(), tag: tag.map(Box::from) }
}

/// The member that every form with members requires, each with another single value.
fn tag<'a>(document: &'a Value, forms: &[&'a Value]) -> Option<&'a str> {
    let objects: Vec<&Value> =
        forms.iter().copied().filter(|form| resolve(document, form).and_then(properties).is_some()).collect();
    let first = properties(resolve(document, objects.first()?)?)?;
    first.keys().map(String::as_str).find(|name| {
        let mut values = Vec::new();
        objects.iter().all(|form| {
            let required = resolve(document, form)
                .and_then(|form| form.get("required")?.as_array())
                .is_some_and(|required| required.iter().any(|other| other == name));
            let value = property(document, form, name).and_then(|schema| single(document, schema));
            required
                && value.is_some_and(|value| {
                    !values.contains(&value) && {
                        values.push(value);
                        true
                    }
                })
        })
    })
}

fn property<'a>(document: &'a Value, form: &'a Value, name: &str) -> Option<&'a Value> {
    properties(resolve(document, form)?)?.get(name)
}

fn properties(schema: &Map<String, Value>) -> Option<&Map<String, Value>> {
    schema.get("properties")?.as_object()
}

/// The one text that a schema allows.
fn single<'a>(document: &'a Value, schema: &'a Value) -> Option<&'a str> {
    let schema = resolve(document, schema)?;
    match schema.get("enum").and_then(Value::as_array).map(Vec::as_slice) {
        Some([only]) => only.as_str(),
        _ => schema.get("const")?.as_str(),
    }
}

/// A schema behind its references and behind an `allOf` of one.
fn resolve<'a>(document: &'a Value, schema: &'a Value) -> Option<&'a Map<String, Value>> {
    let mut schema = schema.as_object()?;
    // A chain of references that is longer goes in a circle.
    for _ in 0..16 {
        let next = match (schema.get("$ref"), schema.get("allOf").and_then(Value::as_array).map(Vec::as_slice)) {
            (Some(target), _) => document.pointer(target.as_str()?.strip_prefix('#')?)?,
            (None, Some([only])) if !schema.contains_key("properties") => only,
            _ => return Some(schema),
        };
        schema = next.as_object()?;
    }
    None
}
