//! JSON as committed: keywords in the order in which a person reads them, the same bytes on any machine.

use serde_json::{Map, Value};

/// The order of keys that mean something by their name: some first, some last, the others between them by name.
struct Order {
    first: &'static [&'static str],
    last: &'static [&'static str],
    /// Keys whose value is an object with names of its own, which are only sorted.
    named: &'static [&'static str],
}

const SCHEMA: Order = Order {
    first: &[
        "$schema",
        "$ref",
        "protocol",
        "surface",
        "method",
        "name",
        "variant",
        "kind",
        "direction",
        "stability",
        "reason",
        "title",
        "version",
        "description",
        "deprecated",
        "x-experimental",
        "x-deprecated",
        "type",
        "format",
        "enum",
        "required",
        "x-output-required",
    ],
    last: &["definitions", "methods"],
    named: &["properties", "definitions", "default", "x-descriptions", "x-experimental-values", "x-deprecated-values"],
};

/// Of a package.json. Node and TypeScript take the first condition that fits, so `types` stands before `default`.
const PACKAGE: Order =
    Order { first: &["name", "version", "description", "private", "type", "types"], last: &["exports"], named: &[] };

/// A JSON Schema document or its metadata: two-space indented, with a final newline.
///
/// The order is made here, whatever order `serde_json` keeps: another crate of the build may switch that.
pub(crate) fn schema(value: &Value) -> String {
    document(value, &SCHEMA)
}

/// A package.json, likewise.
pub(crate) fn package(value: &Value) -> String {
    document(value, &PACKAGE)
}

fn document(value: &Value, order: &Order) -> String {
    let mut out = String::new();
    write(&mut out, value, 0, Some(order));
    out.push('\n');
    out
}

/// Without an order, the keys are names of members or definitions.
fn write(out: &mut String, value: &Value, depth: usize, order: Option<&Order>) {
    match value {
        Value::Object(object) if !object.is_empty() => {
            out.push('{');
            for (at, key) in ordered(object, order).into_iter().enumerate() {
                line(out, at, depth + 1);
                out.push_str(&Value::from(key).to_string());
                out.push_str(": ");
                let below = match order {
                    Some(order) if order.named.contains(&key) => None,
                    Some(order) => Some(order),
                    None => Some(&SCHEMA),
                };
                write(out, &object[key], depth + 1, below);
            }
            line(out, 0, depth);
            out.push('}');
        }
        Value::Array(items) if !items.is_empty() => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                line(out, at, depth + 1);
                write(out, item, depth + 1, order);
            }
            line(out, 0, depth);
            out.push(']');
        }
        other => out.push_str(&other.to_string()),
    }
}

fn line(out: &mut String, at: usize, depth: usize) {
    if at > 0 {
        out.push(',');
    }
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

fn ordered<'a>(object: &'a Map<String, Value>, order: Option<&Order>) -> Vec<&'a str> {
    let rank = |key: &str| match order {
        Some(order) if order.last.contains(&key) => usize::MAX,
        Some(order) => order.first.iter().position(|first| *first == key).unwrap_or(order.first.len()),
        None => 0,
    };
    let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
    keys.sort_by_key(|key| (rank(key), *key));
    keys
}

#[cfg(test)]
mod tests {
    use super::{package, schema as document};
    use serde_json::json;

    #[test]
    fn keywords_are_ordered_and_members_sorted() {
        let schema = json!({ "definitions": {}, "properties": { "type": {}, "a": {}, "$schema": {} }, "type": "object", "$schema": "x", "required": ["a"] });
        let keys: Vec<usize> = [
            "$schema\": \"x",
            "type\": \"object",
            "required",
            "properties",
            "\"$schema\": {}",
            "\"a\": {}",
            "type\": {}",
            "definitions",
        ]
        .iter()
        .map(|key| document(&schema).find(key).expect(key))
        .collect();
        assert!(keys.is_sorted(), "{keys:?}\n{}", document(&schema));
    }

    #[test]
    fn types_come_before_the_default() {
        let text = package(&json!({ "exports": { ".": { "default": "./a.js", "types": "./a.d.ts" } }, "name": "a" }));
        assert!(text.find("name") < text.find("exports") && text.find("types") < text.find("default"), "{text}");
    }
}
