//! A schema document taken apart: its definitions, every schema inside of them, and where references lead.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::pointer::{join, push};

/// Keywords of draft-07 whose value is one schema; the last is ours, for what a bundle keeps from validators.
const ONE: [&str; 9] =
    ["additionalItems", "additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then"];
/// … a list of schemas (`items` may be either).
const LISTS: [&str; 4] = ["allOf", "anyOf", "items", "oneOf"];
/// … schemas by name (`dependencies` may hold lists of names as well).
const NAMED: [&str; 4] = ["definitions", "dependencies", "patternProperties", "properties"];
/// A schema that validators ignore, and readers follow.
pub(crate) const SILENT_ADDITIONAL: &str = "x-additionalProperties";
/// The keywords of draft-07 that hold no schema.
const PLAIN: [&str; 33] = [
    "$comment",
    "$id",
    "$ref",
    "$schema",
    "const",
    "contentEncoding",
    "contentMediaType",
    "default",
    "description",
    "enum",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "pattern",
    "readOnly",
    "required",
    "title",
    "type",
    "uniqueItems",
    "writeOnly",
    "if",
    "then",
    "else",
];

/// Whether draft-07 has such a keyword.
pub(crate) fn is_keyword(name: &str) -> bool {
    PLAIN.contains(&name) || ONE.contains(&name) || LISTS.contains(&name) || NAMED.contains(&name)
}

/// One named schema of a document.
pub(crate) struct Definition<'a> {
    /// With its namespace: `v2/Turn`.
    pub(crate) name: String,
    pub(crate) pointer: String,
    pub(crate) schema: &'a Value,
}

impl Definition<'_> {
    /// The name without its namespace.
    pub(crate) fn short(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }

    /// The namespace; empty at the root.
    pub(crate) fn namespace(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(namespace, _)| namespace)
    }
}

/// A document and its definitions.
pub(crate) struct Document<'a> {
    pub(crate) root: &'a Value,
    pub(crate) definitions: Vec<Definition<'a>>,
    by_pointer: BTreeMap<String, usize>,
}

impl<'a> Document<'a> {
    pub(crate) fn new(root: &'a Value) -> Self {
        let mut definitions = Vec::new();
        if let Some(members) = root.get("definitions").and_then(Value::as_object) {
            collect(members, "", "/definitions", &mut definitions);
        }
        // In one order, however `serde_json` keeps its maps.
        definitions.sort_by(|one: &Definition<'_>, other| one.name.cmp(&other.name));
        let by_pointer = definitions.iter().enumerate().map(|(at, one)| (one.pointer.clone(), at)).collect();
        Self { root, definitions, by_pointer }
    }

    /// The definition that a pointer names or leads into.
    pub(crate) fn at(&self, pointer: &str) -> Option<usize> {
        let ends = pointer.match_indices('/').map(|(end, _)| end).chain([pointer.len()]);
        ends.rev().find_map(|end| self.by_pointer.get(&pointer[..end]).copied())
    }

    /// The definition of this name, or, in a document without namespaces, of its last segment.
    pub(crate) fn named(&self, name: &str) -> Option<usize> {
        let short = name.rsplit('/').next().unwrap_or(name);
        let at = |name: &str| self.definitions.iter().position(|one| one.name == name);
        at(name).or_else(|| at(short))
    }

    /// Visits the schema at the root without its definitions, then each definition, and every schema inside.
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(&str, &'a Value)) {
        schemas(self.root, "", false, visit);
        for one in &self.definitions {
            schemas(one.schema, &one.pointer, true, visit);
        }
    }

    /// Follows a reference, and those that are all a schema says, to what they mean in the end.
    pub(crate) fn meant(&self, mut schema: &'a Value) -> &'a Value {
        // A circle of bare references never ends; no sound chain is as long.
        for _ in 0..32 {
            let next = match (schema.get("$ref").and_then(Value::as_str), schema.get("allOf").and_then(Value::as_array))
            {
                (Some(reference), _) => target(self.root, reference).ok().map(|(_, schema)| schema),
                (None, Some(list)) if list.len() == 1 && schema.get("properties").is_none() => list.first(),
                _ => None,
            };
            match next {
                Some(next) => schema = next,
                None => break,
            }
        }
        schema
    }
}

/// A group of definitions is told from a definition by what it holds: schemas under names that are no keywords.
fn is_namespace(value: &Value) -> bool {
    value.as_object().is_some_and(|members| {
        !members.is_empty()
            && members.iter().all(|(name, value)| {
                !is_keyword(name) && !name.starts_with("x-") && (value.is_object() || value.is_boolean())
            })
    })
}

fn collect<'a>(members: &'a Map<String, Value>, prefix: &str, pointer: &str, found: &mut Vec<Definition<'a>>) {
    for (name, schema) in members {
        let (full, at) = (format!("{prefix}{name}"), join(pointer, name));
        match schema.as_object() {
            Some(inner) if is_namespace(schema) => collect(inner, &format!("{full}/"), &at, found),
            _ => found.push(Definition { name: full, pointer: at, schema }),
        }
    }
}

/// Visits a schema and all schemas inside of it.
pub(crate) fn schemas<'a>(schema: &'a Value, pointer: &str, definitions: bool, visit: &mut dyn FnMut(&str, &'a Value)) {
    walk(schema, &mut pointer.to_owned(), definitions, visit);
}

/// The same with one text for all pointers: a document has some ten thousand schemas, and is visited again and again.
fn walk<'a>(schema: &'a Value, at: &mut String, definitions: bool, visit: &mut dyn FnMut(&str, &'a Value)) {
    visit(at, schema);
    let Some(members) = schema.as_object() else { return };
    let here = at.len();
    for (keyword, value) in members {
        let keyword = keyword.as_str();
        match value {
            Value::Object(_) | Value::Bool(_) if ONE.contains(&keyword) || keyword == SILENT_ADDITIONAL => {
                push(at, keyword);
                walk(value, at, true, visit);
            }
            Value::Array(list) if LISTS.contains(&keyword) => {
                push(at, keyword);
                let there = at.len();
                for (index, one) in list.iter().enumerate() {
                    push(at, &index.to_string());
                    walk(one, at, true, visit);
                    at.truncate(there);
                }
            }
            Value::Object(named) if NAMED.contains(&keyword) && (definitions || keyword != "definitions") => {
                push(at, keyword);
                let there = at.len();
                for (name, one) in named.iter().filter(|(_, one)| !one.is_array()) {
                    push(at, name);
                    walk(one, at, true, visit);
                    at.truncate(there);
                }
            }
            _ => {}
        }
        at.truncate(here);
    }
}

/// Where a reference leads inside its document: the pointer and the schema there, or why it leads nowhere.
pub(crate) fn target<'a>(root: &'a Value, reference: &str) -> Result<(String, &'a Value), String> {
    let Some(fragment) = reference.strip_prefix('#') else {
        return Err(format!("expected a reference inside this document (`#/definitions/…`), found `{reference}`"));
    };
    let pointer = percent_decoded(fragment)
        .ok_or_else(|| format!("expected percent-encoded UTF-8 behind the `#`, found `{reference}`"))?;
    match root.pointer(&pointer) {
        Some(schema) if is_namespace(schema) && pointer.starts_with("/definitions/") => {
            Err(format!("expected a definition at `{reference}`, found a namespace"))
        }
        Some(schema) if schema.is_object() || schema.is_boolean() => Ok((pointer, schema)),
        Some(_) => Err(format!("expected a schema at `{reference}`, found another value")),
        None => Err(format!("expected a definition at `{reference}`, found nothing there")),
    }
}

fn percent_decoded(text: &str) -> Option<String> {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let Some((&byte, behind)) = rest.split_first() {
        if byte == b'%' {
            let (code, behind) = behind.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok()?);
            rest = behind;
        } else {
            bytes.push(byte);
            rest = behind;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn references_are_decoded_twice_and_never_leave_the_document() {
        let root =
            json!({ "definitions": { "a/b %": { "type": "string" }, "v2": { "T": true }, "n": { "enum": [1] } } });
        assert_eq!(target(&root, "#/definitions/a~1b%20%25").unwrap().0, "/definitions/a~1b %");
        assert!(target(&root, "#/definitions/v2/T").is_ok());
        for wrong in ["#/definitions/v2", "#/definitions/x", "#/definitions/n/enum", "other.json", "#/%zz", "#/%e"] {
            assert!(target(&root, wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn namespaces_are_told_from_definitions() {
        let root = json!({ "definitions": { "v2": { "T": {}, "U": { "type": "null" } }, "E": {}, "O": { "properties": {} } } });
        let document = Document::new(&root);
        let names: Vec<_> = document.definitions.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["E", "O", "v2/T", "v2/U"]);
        assert_eq!(document.at("/definitions/v2/U/type").map(|at| document.definitions[at].short()), Some("U"));
    }
}
