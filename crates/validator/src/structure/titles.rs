//! Names: a title stands for one schema, and two definitions that say the same are worth a look.

use std::collections::BTreeMap;

use serde_json::Value;

use super::document::{Document, schemas};
use super::{Report, listed, unions};

/// Reports titles that two schemas of one namespace share: code generators name types after them.
///
/// A variant of a message union often has the title of the payload that it carries, and generators rename one of the two;
/// that is a note (`messages`), not a finding.
pub(super) fn check(document: &Document<'_>, messages: bool, report: &mut Report<'_>) {
    let unions: Vec<&str> =
        unions::messages(document).iter().map(|one| document.definitions[one.at].pointer.as_str()).collect();
    let is_message = |pointer: &str| {
        unions.iter().any(|union| pointer.strip_prefix(union).is_some_and(|rest| rest.starts_with('/')))
    };
    let mut first: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for one in &document.definitions {
        schemas(one.schema, &one.pointer, true, &mut |pointer, schema| {
            let Some(title) = schema.get("title").and_then(Value::as_str) else { return };
            match first.get(&(one.namespace(), title)) {
                Some(taken) if messages == (is_message(pointer) != is_message(taken)) => {
                    let message = format!("expected a title of its own, found `{title}`, which {taken} has too");
                    report.add(pointer, "title", message);
                }
                Some(_) => {}
                None => {
                    first.insert((one.namespace(), title), pointer.to_owned());
                }
            }
        });
    }
}

/// Reports definitions that are equal but for their names and texts.
pub(super) fn twins(document: &Document<'_>, report: &mut Report<'_>) {
    let mut groups: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (at, one) in document.definitions.iter().enumerate() {
        // Whatever is a string or takes nothing is equal to each other without meaning it.
        let says = |keyword: &str| one.schema.get(keyword).is_some();
        if ["properties", "enum", "oneOf", "anyOf"].iter().any(|keyword| says(keyword)) {
            groups.entry((one.namespace(), bare(one.schema).to_string())).or_default().push(at);
        }
    }
    let mut groups: Vec<_> = groups.into_values().filter(|group| group.len() > 1).collect();
    groups.sort();
    for group in groups {
        let names = group.iter().skip(1).map(|at| document.definitions[*at].name.as_str());
        let first = &document.definitions[group[0]];
        report.add(&first.pointer, "definitions", format!("`{}` says the same as {}", first.name, listed(names)));
    }
}

/// A schema without what is only for readers, its members in the order of their names.
pub(super) fn bare(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            // A member may be named `title`; its schema is an object, a title is a text.
            let silent = |name: &str, value: &Value| match name {
                "title" | "description" => value.is_string(),
                "x-descriptions" => true,
                _ => false,
            };
            let kept = members.iter().filter(|(name, value)| !silent(name, value));
            let mut kept: Vec<_> = kept.map(|(name, value)| (name.clone(), bare(value))).collect();
            kept.sort_by(|left, right| left.0.cmp(&right.0));
            Value::Object(kept.into_iter().collect())
        }
        Value::Array(list) => Value::Array(list.iter().map(bare).collect()),
        other => other.clone(),
    }
}
