//! The definitions of a bundle by name and place, whether they lie flat or in namespaces.

use std::collections::BTreeMap;

use serde_json::Value;

/// Where definitions lie, in the older and the newer drafts of JSON Schema.
const HOMES: [&str; 2] = ["definitions", "$defs"];

/// Keywords that tell a schema from a namespace, whose members are all schemas.
const KEYWORDS: [&str; 22] = [
    "$ref",
    "type",
    "enum",
    "const",
    "oneOf",
    "anyOf",
    "allOf",
    "not",
    "if",
    "properties",
    "patternProperties",
    "additionalProperties",
    "propertyNames",
    "required",
    "items",
    "prefixItems",
    "contains",
    "format",
    "title",
    "description",
    "definitions",
    "$defs",
];

/// Every definition of a bundle.
pub(super) struct Names {
    /// Pointers (without `#`) in the order of the document, by the last part of their name.
    by_name: BTreeMap<String, Vec<String>>,
    /// Name and pointer, sorted by pointer.
    pub(super) all: Vec<(String, String)>,
    /// What stands before a definition of no namespace.
    homes: Vec<String>,
}

impl Names {
    /// Those of a document.
    pub(super) fn of(document: &Value) -> Self {
        let homes: Vec<String> =
            HOMES.iter().filter(|home| document[**home].is_object()).map(|home| format!("/{home}")).collect();
        let mut names = Self { by_name: BTreeMap::new(), all: Vec::new(), homes };
        for home in names.homes.clone() {
            names.collect(&document[&home[1..]], &home);
        }
        names.all.sort_by(|a, b| a.1.cmp(&b.1));
        for (name, pointer) in &names.all {
            names.by_name.entry(name.clone()).or_default().push(pointer.clone());
        }
        names
    }

    fn collect(&mut self, home: &Value, at: &str) {
        for (name, schema) in home.as_object().into_iter().flatten() {
            let pointer = format!("{at}/{}", escaped(name));
            if is_namespace(schema) {
                self.collect(schema, &pointer);
            } else {
                self.all.push((name.clone(), pointer));
            }
        }
    }

    /// The only definition with this name, whatever its namespace.
    pub(super) fn unique(&self, name: &str) -> Option<&str> {
        match self.by_name.get(name)?.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// A definition with this name, in the namespace of `beside` if there is one, otherwise the only one there is.
    pub(super) fn beside(&self, beside: &str, name: &str) -> Option<&str> {
        let (namespace, _) = beside.rsplit_once('/')?;
        let wanted = format!("{namespace}/{}", escaped(name));
        let found = self.by_name.get(name)?;
        found.iter().find(|pointer| **pointer == wanted).map(String::as_str).or_else(|| self.unique(name))
    }

    /// A definition by its place in a method table: `v2/Turn` is below the namespace `v2`, or flat as `Turn`.
    pub(super) fn place(&self, place: &str) -> Option<&str> {
        let (_, name) = place.rsplit_once('/').unwrap_or(("", place));
        let pointers = self.by_name.get(name)?;
        let candidates = self.homes.iter().flat_map(|home| [format!("{home}/{place}"), format!("{home}/{name}")]);
        candidates
            .into_iter()
            .find_map(|wanted| pointers.iter().find(|pointer| **pointer == wanted))
            .map(String::as_str)
    }

    /// The names most like this one.
    pub(super) fn nearest(&self, name: &str) -> Option<&str> {
        nearest(name, self.by_name.keys().map(String::as_str))
    }
}

/// The most similar of some names, if it is similar at all.
#[must_use]
pub fn nearest<'a>(name: &str, among: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    among
        .map(|other| (strsim::jaro_winkler(name, other), other))
        .filter(|(likeness, _)| *likeness > 0.82)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, other)| other)
}

fn is_namespace(value: &Value) -> bool {
    value.as_object().is_some_and(|members| {
        !members.is_empty()
            && members.values().all(Value::is_object)
            && !members.keys().any(|name| KEYWORDS.contains(&name.as_str()))
    })
}

/// A name as one part of a JSON pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// A part of a JSON pointer as the name it stands for.
pub(crate) fn unescaped(part: &str) -> String {
    part.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Names, is_namespace};

    #[test]
    fn namespaces_are_told_from_schemas() {
        assert!(!is_namespace(&json!({ "Turn": { "type": "object" }, "title": { "type": "string" } })));
        assert!(is_namespace(&json!({ "Turn": { "type": "object" } })));
        assert!(!is_namespace(&json!({})), "the schema that admits everything");
        assert!(!is_namespace(&json!({ "properties": {} })));
        assert!(!is_namespace(&json!({ "x-experimental": "why" })));
    }

    #[test]
    fn definitions_are_found_by_place_neighbour_and_name() {
        let document = json!({
            "definitions": { "A": {}, "v2": { "A": {}, "B": { "type": "null" } } },
            "$defs": { "C": { "type": "null" }, "a/b": {} },
        });
        let names = Names::of(&document);
        assert_eq!(names.place("v2/A"), Some("/definitions/v2/A"));
        assert_eq!(names.place("v1/A"), Some("/definitions/A"));
        assert_eq!(names.place("v1/C"), Some("/$defs/C"));
        assert_eq!(names.place("v1/B"), None, "B is in another namespace");
        assert_eq!(names.beside("/definitions/v2/B", "A"), Some("/definitions/v2/A"));
        assert_eq!(names.beside("/definitions/x/B", "A"), None, "there are two");
        assert_eq!(names.unique("a/b"), Some("/$defs/a~1b"));
        assert_eq!((names.nearest("Bb"), names.nearest("Xyz")), (Some("B"), None));
        assert!(Names::of(&json!({ "type": "object" })).all.is_empty());
    }
}
