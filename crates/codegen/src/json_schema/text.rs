//! JSON as committed: keywords in the order in which a person reads them, the same bytes on any machine.

use serde_json::{Map, Value};

/// Keywords that come first, in this order; the others follow by name, and definitions come last.
const FIRST: [&str; 12] = [
    "$schema", "$ref", "title", "description", "deprecated", "x-experimental", "x-deprecated", "type", "format", "enum", "required",
    "x-output-required",
];
const LAST: [&str; 1] = ["definitions"];

/// A document of two-space indented JSON with a final newline.
///
/// The order is made here, whatever order `serde_json` keeps: another crate of the build may switch that.
pub(crate) fn document(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value, 0, true);
    out.push('\n');
    out
}

/// `keywords`: whether the keys of this object are keywords, rather than names of members or definitions.
fn write(out: &mut String, value: &Value, depth: usize, keywords: bool) {
    match value {
        Value::Object(object) if !object.is_empty() => {
            out.push('{');
            for (at, key) in ordered(object, keywords).into_iter().enumerate() {
                line(out, at, depth + 1);
                out.push_str(&Value::from(key).to_string());
                out.push_str(": ");
                let named = keywords && matches!(key, "properties" | "definitions" | "default" | "x-descriptions" | "x-experimental-values");
                write(out, &object[key], depth + 1, !named);
            }
            line(out, 0, depth);
            out.push('}');
        }
        Value::Array(items) if !items.is_empty() => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                line(out, at, depth + 1);
                write(out, item, depth + 1, true);
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

fn ordered(object: &Map<String, Value>, keywords: bool) -> Vec<&str> {
    let rank = |key: &str| match (keywords, FIRST.iter().position(|first| *first == key)) {
        (true, Some(at)) => at,
        (true, None) if LAST.contains(&key) => FIRST.len() + 1,
        _ => FIRST.len(),
    };
    let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
    keys.sort_by_key(|key| (rank(key), *key));
    keys
}

#[cfg(test)]
mod tests {
    use super::document;
    use serde_json::json;

    #[test]
    fn keywords_are_ordered_and_members_sorted() {
        let schema = json!({ "definitions": {}, "properties": { "type": {}, "a": {}, "$schema": {} }, "type": "object", "$schema": "x", "required": ["a"] });
        let keys: Vec<usize> = ["$schema\": \"x", "type\": \"object", "required", "properties", "\"$schema\": {}", "\"a\": {}", "type\": {}", "definitions"]
            .iter()
            .map(|key| document(&schema).find(key).expect(key))
            .collect();
        assert!(keys.is_sorted(), "{keys:?}\n{}", document(&schema));
    }
}
