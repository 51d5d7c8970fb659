//! Where in a bundle something can be broken, and which payloads are about that place.

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Map, Value};

/// The payload definitions that lead to each definition, by its name; the nearest come first.
pub(super) fn users<'p>(document: &Value, payloads: &[&'p str]) -> BTreeMap<String, Vec<&'p str>> {
    let mut found: BTreeMap<String, Vec<(usize, &str)>> = BTreeMap::new();
    for payload in payloads {
        let mut open = VecDeque::from([(0, (*payload).to_owned())]);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        while let Some((distance, name)) = open.pop_front() {
            if seen.contains_key(&name) {
                continue;
            }
            let mut refer = |name: &str| open.push_back((distance + 1, name.to_owned()));
            references(&document["definitions"][&name], &mut refer);
            seen.insert(name, distance);
        }
        for (name, distance) in seen {
            found.entry(name).or_default().push((distance, payload));
        }
    }
    let nearest = |mut users: Vec<(usize, &'p str)>| {
        users.sort();
        users.into_iter().map(|(_, payload)| payload).collect()
    };
    found.into_iter().map(|(name, users)| (name, nearest(users))).collect()
}

fn references(value: &Value, found: &mut dyn FnMut(&str)) {
    match value {
        Value::Object(members) => {
            let reference = members.get("$ref").and_then(Value::as_str);
            if let Some(name) = reference.and_then(|reference| reference.strip_prefix("#/definitions/")) {
                found(name);
            }
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// The pointers of all schemas inside of one.
pub(super) fn schemas(schema: &Value, pointer: String, found: &mut Vec<String>) {
    let Some(members) = schema.as_object() else { return };
    let inside =
        |keyword: &str, name: &str| format!("{pointer}/{keyword}/{}", name.replace('~', "~0").replace('/', "~1"));
    for keyword in ["items", "additionalProperties"] {
        if let Some(one @ Value::Object(_)) = members.get(keyword) {
            schemas(one, format!("{pointer}/{keyword}"), found);
        }
    }
    for keyword in ["anyOf", "oneOf", "allOf"] {
        for (at, one) in members.get(keyword).and_then(Value::as_array).into_iter().flatten().enumerate() {
            schemas(one, inside(keyword, &at.to_string()), found);
        }
    }
    for (name, one) in members.get("properties").and_then(Value::as_object).unwrap_or(&Map::new()) {
        schemas(one, inside("properties", name), found);
    }
    found.push(pointer);
}

/// A few of many, spread over all of them.
pub(super) fn spread<T>(all: Vec<T>, count: usize) -> Vec<T> {
    let total = all.len();
    let chosen: Vec<usize> = (0..count.min(total)).map(|at| (2 * at + 1) * total / (2 * count.min(total))).collect();
    all.into_iter().enumerate().filter(|(at, _)| chosen.contains(at)).map(|(_, one)| one).collect()
}
