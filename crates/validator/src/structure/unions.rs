//! Unions: whether a reader can tell the branches apart by their tags, and which unions are the messages themselves.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::document::Document;
use super::reach::branch;
use super::{Report, listed};

/// The members whose value a branch fixes, with the values it allows there.
type Tags<'a> = BTreeMap<&'a str, Vec<&'a Value>>;

pub(super) fn check(document: &Document<'_>, report: &mut Report<'_>) {
    document.visit(&mut |pointer, schema| {
        for keyword in ["oneOf", "anyOf"] {
            if let Some(branches) = schema.get(keyword).and_then(Value::as_array) {
                union(document, pointer, keyword, branches, report);
            }
        }
    });
}

fn union<'a>(document: &Document<'a>, pointer: &str, keyword: &str, branches: &'a [Value], report: &mut Report<'_>) {
    let objects: Vec<(usize, Tags<'a>)> = branches
        .iter()
        .enumerate()
        .filter_map(|(at, one)| Some((at, tags(document.meant(one).as_object()?)?)))
        .collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for name in objects.iter().flat_map(|(_, tags)| tags.keys()) {
        *uses.entry(name).or_default() += 1;
    }
    // The tag is the member that most branches fix, as long as most branches do.
    let tag = uses.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse(**name)));
    let Some((&tag, &count)) = tag.filter(|(_, count)| **count >= 2 && **count * 2 > objects.len()) else { return };
    if count < objects.len() && keyword == "oneOf" {
        for (at, tags) in objects.iter().filter(|(_, tags)| !tags.contains_key(tag)) {
            let found = listed(tags.keys().copied());
            let message =
                format!("expected the tag `{tag}` that the other variants have, found {found} as fixed members");
            report.add(&branch(pointer, keyword, *at), keyword, message);
        }
    }
    for (behind, (at, tags)) in objects.iter().enumerate() {
        let Some(values) = tags.get(tag) else { continue };
        for (first, others) in &objects[..behind] {
            let shared = others.get(tag).and_then(|taken| values.iter().find(|value| taken.contains(*value)));
            let Some(value) = shared else { continue };
            // Branches that a second fixed member, or a member that only one of them has, tells apart are meant so.
            if keyword == "oneOf" && !apart(tags, others, tag) {
                let message = format!("expected a `{tag}` of its own, found {value}, which variant {first} has too");
                report.add(&branch(pointer, keyword, *at), keyword, message);
            }
        }
    }
}

/// Whether a member beside the tag tells two branches apart.
fn apart(one: &Tags<'_>, other: &Tags<'_>, tag: &str) -> bool {
    one.iter().any(|(name, values)| {
        *name != tag && other.get(name).is_some_and(|taken| values.iter().all(|value| !taken.contains(value)))
    })
}

/// The required members of an object whose values are listed; `None` for what is no object.
fn tags(schema: &Map<String, Value>) -> Option<Tags<'_>> {
    let properties = schema.get("properties")?.as_object()?;
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let fixed = required.filter_map(|name| {
        let member = properties.get(name)?;
        let values = match (member.get("const"), member.get("enum").and_then(Value::as_array)) {
            (Some(value), _) => vec![value],
            (None, Some(values)) => values.iter().collect(),
            _ => return None,
        };
        (values.len() == 1).then_some((name, values))
    });
    Some(fixed.collect())
}

/// A union of messages: each branch names its method.
pub(super) struct Messages<'a> {
    /// The definition that is this union.
    pub(super) at: usize,
    pub(super) calls: Vec<Call<'a>>,
}

/// One branch of a union of messages.
pub(super) struct Call<'a> {
    pub(super) pointer: String,
    pub(super) method: &'a str,
    /// Whether it needs an id, which makes it a request.
    pub(super) request: bool,
    /// What `params` refers to; none where it refers to nothing.
    pub(super) params: Option<&'a str>,
}

impl Call<'_> {
    /// The name of the definition that the params refer to, with its namespace.
    pub(super) fn params_name(&self) -> Option<&str> {
        self.params?.strip_prefix("#/definitions/")
    }

    /// The name that the result has by convention: `TurnStartResponse` for `TurnStartParams`.
    pub(super) fn result_name(&self) -> Option<String> {
        Some(format!("{}Response", self.params_name()?.strip_suffix("Params")?))
    }
}

/// The unions of messages among the definitions.
pub(super) fn messages<'a>(document: &Document<'a>) -> Vec<Messages<'a>> {
    let union = |(at, one): (usize, &super::document::Definition<'a>)| {
        let branches = one.schema.get("oneOf")?.as_array()?;
        let calls = branches.iter().enumerate().map(|(index, schema)| {
            let properties = schema.get("properties")?;
            let method = properties.get("method")?;
            let method = method.get("const").or_else(|| method.get("enum")?.as_array()?.first())?.as_str()?;
            let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
            Some(Call {
                pointer: branch(&one.pointer, "oneOf", index),
                method,
                request: required.into_iter().any(|name| name == "id"),
                params: properties.get("params").and_then(|params| params.get("$ref")).and_then(Value::as_str),
            })
        });
        let calls: Vec<_> = calls.collect::<Option<_>>()?;
        (!calls.is_empty()).then_some(Messages { at, calls })
    };
    document.definitions.iter().enumerate().filter_map(union).collect()
}
