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

/// Names forms by their tag; without one by their only value, their only member, a member that they alone require, their
/// definition, title or type; and by their place where that does not tell them apart.
pub(super) fn names(document: &Value, forms: &[&Value]) -> Names {
    let tag = tag(document, forms);
    let name = |form: &&Value| {
        let tag = tag.and_then(|tag| property(document, form, tag)).and_then(|schema| single(document, schema));
        let plain = resolve(document, form);
        let text = tag
            .or_else(|| single(document, form))
            .or_else(|| properties(plain?).filter(|all| all.len() == 1)?.keys().next().map(String::as_str))
            .or_else(|| {
                let elsewhere =
                    |name: &str| forms.iter().filter(|form| required(document, form).any(|n| n == name)).count();
                required(document, form).find(|name| elsewhere(name) == 1)
            })
            .or_else(|| target(form)?.rsplit('/').next())
            .or_else(|| form.get("title")?.as_str())
            .or_else(|| plain?.get("type")?.as_str());
        Name { text: text.unwrap_or_default().to_owned(), tag: tag.map(Box::from) }
    };
    let mut named: Vec<Name> = forms.iter().map(name).collect();
    for at in 0..named.len() {
        if named[at].text.is_empty() || named[..at].iter().any(|other| other.text == named[at].text) {
            named[at].text.push_str(&format!("#{}", at + 1));
        }
    }
    Names { forms: named, tag: tag.map(Box::from) }
}

/// The member that every form with members requires, each with another single value.
fn tag<'a>(document: &'a Value, forms: &[&'a Value]) -> Option<&'a str> {
    let objects: Vec<&Value> =
        forms.iter().copied().filter(|form| resolve(document, form).and_then(properties).is_some()).collect();
    let first = properties(resolve(document, objects.first()?)?)?;
    first.keys().map(String::as_str).find(|name| {
        let mut values = Vec::new();
        objects.iter().all(|form| {
            let required = required(document, form).any(|other| other == *name);
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

fn required<'a>(document: &'a Value, form: &'a Value) -> impl Iterator<Item = &'a str> {
    let names = resolve(document, form).and_then(|form| form.get("required")?.as_array());
    names.into_iter().flatten().filter_map(Value::as_str)
}

/// Where a schema refers to, by itself or as an `allOf` of one.
fn target(schema: &Value) -> Option<&str> {
    match schema.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
        Some([only]) => only.get("$ref"),
        _ => schema.get("$ref"),
    }?
    .as_str()
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
