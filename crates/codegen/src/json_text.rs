//! JSON as committed: keys in the order in which a person reads them, the same bytes on any machine.
//!
//! The order is made here, whatever order `serde_json` keeps: another crate of the build may switch that.

use serde_json::{Map, Value};

/// The order of keys that mean something by their name: some first, some last, the others between them by name.
struct Order {
    first: &'static [&'static str],
    last: &'static [&'static str],
}

/// Of the table as data.
const TABLE: Order = Order {
    first: &[
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
        "hash",
        "description",
    ],
    last: &["methods"],
};

/// Of a package.json. Node and TypeScript take the first condition that fits, so `types` stands before `default`.
const PACKAGE: Order =
    Order { first: &["name", "version", "description", "license", "private", "type", "types"], last: &["exports"] };

/// Of what the protocol's author wrote, such as a default.
const NAMES: Order = Order { first: &[], last: &[] };

/// The table as data: two-space indented, with a final newline.
pub(crate) fn table(value: &Value) -> String {
    document(value, &TABLE)
}

/// A package.json, likewise.
pub(crate) fn package(value: &Value) -> String {
    document(value, &PACKAGE)
}

/// Appends a value that means nothing here, with its keys sorted, as it stands at `depth`.
pub(crate) fn value(out: &mut String, value: &Value, depth: usize) {
    write(out, value, depth, &NAMES);
}

/// The same on one line.
pub(crate) fn compact(value: &Value) -> String {
    fn write(out: &mut String, value: &Value) {
        match value {
            Value::Object(object) => {
                out.push('{');
                for (at, key) in ordered(object, &NAMES).into_iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { " " });
                    quoted(out, key);
                    out.push_str(": ");
                    write(out, &object[key]);
                }
                out.push_str(if object.is_empty() { "}" } else { " }" });
            }
            Value::Array(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { "" });
                    write(out, item);
                }
                out.push(']');
            }
            other => scalar(out, other),
        }
    }
    let mut out = String::new();
    write(&mut out, value);
    out
}

fn document(value: &Value, order: &Order) -> String {
    let mut out = String::new();
    write(&mut out, value, 0, order);
    out.push('\n');
    out
}

fn write(out: &mut String, value: &Value, depth: usize, order: &Order) {
    match value {
        Value::Object(object) if !object.is_empty() => {
            out.push('{');
            for (at, key) in ordered(object, order).into_iter().enumerate() {
                line(out, at, depth + 1);
                quoted(out, key);
                out.push_str(": ");
                write(out, &object[key], depth + 1, order);
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
        other => scalar(out, other),
    }
}

fn scalar(out: &mut String, value: &Value) {
    match value {
        Value::String(text) => quoted(out, text),
        other => out.push_str(&other.to_string()),
    }
}

/// Appends text as a JSON string.
pub(crate) fn quoted(out: &mut String, text: &str) {
    let special = |byte: &u8| *byte < b' ' || *byte == b'"' || *byte == b'\\';
    out.push('"');
    let mut rest = text;
    // Most text has nothing special for long stretches: a step at a time, the compiler compares them side by side.
    const STEP: usize = 32;
    let next = |bytes: &[u8]| {
        let plain =
            bytes.chunks_exact(STEP).take_while(|chunk| !chunk.iter().fold(false, |any, byte| any | special(byte)));
        let from = plain.count() * STEP;
        bytes[from..].iter().position(special).map(|at| from + at)
    };
    while let Some(at) = next(rest.as_bytes()) {
        out.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            control => out.push_str(&format!("\\u{control:04x}")),
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

/// Begins the line of an item, after a comma unless it is the first.
pub(crate) fn line(out: &mut String, at: usize, depth: usize) {
    const SPACES: &str = "                                ";
    out.push_str(if at > 0 { ",\n" } else { "\n" });
    let mut left = depth * 2;
    while left > 0 {
        let step = left.min(SPACES.len());
        out.push_str(&SPACES[..step]);
        left -= step;
    }
}

fn ordered<'a>(object: &'a Map<String, Value>, order: &Order) -> Vec<&'a str> {
    let rank = |key: &str| match order.last.contains(&key) {
        true => usize::MAX,
        false => order.first.iter().position(|first| *first == key).unwrap_or(order.first.len()),
    };
    let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
    keys.sort_by_key(|key| (rank(key), *key));
    keys
}

#[cfg(test)]
mod tests {
    use super::{compact, package, quoted, table, value};
    use serde_json::{Value, json};

    #[test]
    fn known_keys_have_their_place_and_the_others_are_sorted() {
        let text =
            table(&json!({ "methods": [{ "params": null, "description": "", "method": "a" }], "surface": "stable" }));
        let place = |word: &str| text.find(word).expect(word);
        let places = ["surface", "methods", "\"method\"", "description", "params"].map(place);
        assert!(places.is_sorted(), "{places:?}\n{text}");
    }

    #[test]
    fn types_come_before_the_default() {
        let text = package(&json!({ "exports": { ".": { "default": "./a.js", "types": "./a.d.ts" } }, "name": "a" }));
        assert!(text.find("name") < text.find("exports") && text.find("types") < text.find("default"), "{text}");
    }

    #[test]
    fn what_means_nothing_here_is_sorted_at_every_depth() {
        let nested = json!({ "type": { "type": 1, "a": [{}, []] }, "b": "\n" });
        assert_eq!(compact(&nested), r#"{ "b": "\n", "type": { "a": [{}, []], "type": 1 } }"#);
        let mut text = String::new();
        value(&mut text, &nested, 1);
        let expected = "{\n    \"b\": \"\\n\",\n    \"type\": {\n      \"a\": [\n        {},\n        []\n      ],\n      \"type\": 1\n    }\n  }";
        assert_eq!(text, expected);
    }

    #[test]
    fn text_is_quoted_as_any_json_reader_takes_it() {
        for text in
            ["", "plain", "\"quotes\" and \\", "tab\tline\nreturn\r", "\u{1}\u{1f}\u{7f}", "ä 語 🎵\"", "ends in \\"]
        {
            let mut out = String::new();
            quoted(&mut out, text);
            assert_eq!(serde_json::from_str::<Value>(&out).expect(&out), text);
        }
    }
}
