//! The work of a comparison grows with the bundle, not with its square, and a change is reported once.

use serde_json::{Map, Value, json};

use super::Comparison;
use crate::contract::Contract;
use crate::{Options, compare};

/// Definitions that refer to the next, to an earlier one and to a shared one, and a hundred methods that reach them all.
fn synthetic(size: usize, leaf: &str) -> Contract {
    let mut definitions = Map::new();
    let at = |index: usize| json!({ "$ref": format!("#/definitions/D{}", index % size) });
    for index in 0..size {
        definitions.insert(
            format!("D{index}"),
            json!({ "type": "object", "required": ["id"], "properties": {
                "id": { "type": "string" },
                "next": { "anyOf": [at(index + 1), { "type": "null" }] },
                "back": { "type": "array", "items": at(index / 2) },
                "leaf": { "$ref": "#/definitions/Leaf" },
                "kind": { "oneOf": [
                    { "type": "object", "required": ["type", "of"], "properties": { "type": { "const": "a" }, "of": at(index * 7) } },
                    { "type": "object", "required": ["type"], "properties": { "type": { "const": "b" } } },
                ] },
            } }),
        );
    }
    definitions.insert("Leaf".to_owned(), json!({ "type": "object", "properties": { "value": { "type": leaf } } }));
    let method = |index: usize| {
        json!({ "method": format!("m{index:03}"), "kind": "request", "direction": "client-to-server",
            "stability": "stable", "params": format!("D{index}"), "result": format!("D{index}") })
    };
    let methods: Vec<Value> = (0..100.min(size)).map(method).collect();
    Contract::from_bundle("synthetic", json!({ "definitions": definitions }), Some(json!(methods))).expect("a contract")
}

#[test]
fn the_number_of_comparisons_is_linear() {
    let pairs = |size| {
        let (baseline, current) = (synthetic(size, "integer"), synthetic(size, "string"));
        let options = Options::default();
        let comparison = Comparison::run(&baseline, &current, &options);
        comparison.walk.size()
    };
    let (small, large) = (pairs(300), pairs(3_000));
    // For each reader a definition has itself, its members and its variants.
    assert!(small < 300 * 40, "{small} comparisons of 300 definitions");
    assert!(large < small * 101 / 10, "{small} comparisons of 300 definitions, {large} of 3,000");
}

#[test]
fn a_change_of_a_shared_definition_is_one_finding_for_each_reader() {
    let (baseline, current) = (synthetic(300, "integer"), synthetic(300, "string"));
    let findings = compare(&baseline, &current, &Options::default());
    let said: Vec<_> =
        findings.iter().map(|finding| (finding.rule, finding.path.as_str(), finding.also.len())).collect();
    assert_eq!(said, [("type-changed", "/leaf/value", 99); 2]);
}
