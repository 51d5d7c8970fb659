//! Spellings that mean the same yield nothing; recursion ends.

mod common;

use common::{compared, rules_of};
use serde_json::{Value, json};

/// Each pair means the same, in both directions.
fn spellings() -> Vec<(&'static str, Value, Value)> {
    let color = json!({ "type": "string", "enum": ["red", "green"] });
    let definitions = json!({ "Color": color, "Tree": { "type": "object", "properties": {
        "next": { "anyOf": [{ "$ref": "#/definitions/Tree" }, { "type": "null" }] } } } });
    let with = |mut schema: Value| {
        schema["definitions"] = definitions.clone();
        schema
    };
    let member = |schema: Value| json!({ "type": "object", "required": ["a"], "properties": { "a": schema } });
    let text = |tag: &str| {
        json!({ "type": "object", "required": ["type", "text"],
        "properties": { "type": { "const": tag }, "text": { "type": "string" } } })
    };
    vec![
        ("inlined and referenced", with(member(json!({ "$ref": "#/definitions/Color" }))), with(member(color.clone()))),
        (
            "allOf of one",
            with(member(json!({ "allOf": [{ "$ref": "#/definitions/Color" }] }))),
            with(member(json!({ "$ref": "#/definitions/Color" }))),
        ),
        (
            "nullable reference",
            with(member(json!({ "anyOf": [{ "$ref": "#/definitions/Color" }, { "type": "null" }] }))),
            with(member(json!({ "oneOf": [{ "const": null }, { "$ref": "#/definitions/Color" }] }))),
        ),
        (
            "nullable reference and inlined enum",
            with(member(json!({ "anyOf": [{ "type": "null" }, { "$ref": "#/definitions/Color" }] }))),
            with(member(json!({ "enum": ["green", null, "red"] }))),
        ),
        (
            "type list",
            member(json!({ "type": ["string", "null"] })),
            member(json!({ "anyOf": [{ "type": "string" }, { "type": "null" }] })),
        ),
        (
            "OpenAPI's nullable",
            member(json!({ "type": "string", "nullable": true })),
            member(json!({ "type": ["string", "null"] })),
        ),
        ("const", member(json!({ "const": "red" })), member(json!({ "type": "string", "enum": ["red"] }))),
        (
            "oneOf of enums",
            member(json!({ "oneOf": [{ "const": "red" }, { "type": "string", "enum": ["green"] }] })),
            member(color.clone()),
        ),
        ("order of an enum", member(json!({ "enum": ["green", "red"] })), member(color.clone())),
        ("boolean", member(json!({ "type": "boolean" })), member(json!({ "enum": [false, true] }))),
        ("true", member(json!(true)), member(json!({}))),
        ("false", member(json!(false)), member(json!({ "not": {} , "enum": []}))),
        (
            "open object",
            json!({ "type": "object", "properties": { "a": true } }),
            json!({ "type": "object", "properties": { "a": {} }, "additionalProperties": true }),
        ),
        (
            "allOf of parts",
            json!({ "type": "object", "required": ["a", "b"], "properties": { "a": { "type": "string" }, "b": { "type": "integer" } } }),
            json!({ "allOf": [
                { "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } },
                { "required": ["b"], "properties": { "b": { "type": "integer" } } },
            ] }),
        ),
        ("order of variants", json!({ "oneOf": [text("a"), text("b")] }), json!({ "anyOf": [text("b"), text("a")] })),
        (
            "tag beside the union",
            json!({ "oneOf": [text("a"), text("b")] }),
            json!({ "type": "object", "required": ["text"], "properties": { "text": { "type": "string" } }, "oneOf": [
                { "required": ["type"], "properties": { "type": { "const": "b" } } },
                { "required": ["type"], "properties": { "type": { "const": "a" } } },
            ] }),
        ),
        (
            "integer format",
            member(json!({ "type": "integer", "format": "uint8" })),
            member(json!({ "type": "integer", "minimum": 0.0, "maximum": 255 })),
        ),
        (
            "exclusive bound",
            member(json!({ "type": "integer", "exclusiveMinimum": 0 })),
            member(json!({ "type": "integer", "minimum": 1 })),
        ),
        (
            "tuple of both drafts",
            member(
                json!({ "type": "array", "items": [{ "type": "string" }], "additionalItems": false, "minItems": 1 }),
            ),
            member(json!({ "type": "array", "prefixItems": [{ "type": "string" }], "items": false, "minItems": 1 })),
        ),
        (
            "tuple of equal slots",
            member(json!({ "type": "array", "items": [color, color], "minItems": 2, "maxItems": 2 })),
            member(json!({ "type": "array", "items": color, "minItems": 2, "maxItems": 2 })),
        ),
        (
            "unrolled recursion",
            with(member(json!({ "$ref": "#/definitions/Tree" }))),
            with(member(json!({ "type": "object", "properties": {
                "next": { "anyOf": [{ "$ref": "#/definitions/Tree" }, { "type": "null" }] } } }))),
        ),
        (
            "not",
            member(json!({ "not": { "type": ["string", "null"] } })),
            member(json!({ "not": { "type": ["null", "string"] } })),
        ),
    ]
}

#[test]
fn equivalent_spellings_yield_nothing() {
    for (name, one, other) in spellings() {
        assert_eq!(rules_of(&compared(&one, &other)), Vec::<String>::new(), "{name}");
        assert_eq!(rules_of(&compared(&other, &one)), Vec::<String>::new(), "{name}, reversed");
    }
}

#[test]
fn definitions_of_both_dialects_are_the_same() {
    let old = json!({ "$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": {
        "a": { "$ref": "#/definitions/A" } }, "definitions": { "A": { "type": "string" } } });
    let new = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
        "a": { "$ref": "#/definitions/A", "minLength": 0 } }, "definitions": { "A": { "type": "string" } } });
    assert_eq!(rules_of(&compared(&old, &new)), Vec::<String>::new());
    let mut narrower = new.clone();
    narrower["properties"]["a"]["minLength"] = json!(1);
    assert_eq!(
        rules_of(&compared(&old, &narrower)),
        ["string-length-tightened /a"],
        "siblings of $ref count since 2019-09"
    );
    narrower["$schema"] = old["$schema"].clone();
    assert_eq!(rules_of(&compared(&old, &narrower)), Vec::<String>::new(), "and not before");
}

#[test]
fn mutual_recursion_ends_and_is_reported_once() {
    let version = |kind: &str| {
        json!({ "$ref": "#/definitions/A", "definitions": {
            "A": { "type": "object", "properties": { "b": { "$ref": "#/definitions/B" }, "n": { "type": kind } } },
            "B": { "type": "object", "properties": { "a": { "$ref": "#/definitions/A" }, "c": { "$ref": "#/definitions/B" } } },
        } })
    };
    assert_eq!(rules_of(&compared(&version("integer"), &version("integer"))), Vec::<String>::new());
    assert_eq!(rules_of(&compared(&version("integer"), &version("string"))), ["type-changed /n"]);
}

#[test]
fn a_schema_that_is_made_of_itself_ends() {
    let version = |more: Value| {
        json!({ "$ref": "#/definitions/A", "definitions": {
        "A": { "anyOf": [{ "$ref": "#/definitions/A" }, { "$ref": "#/definitions/B" }] }, "B": { "allOf": [{ "$ref": "#/definitions/B" }, more] } } })
    };
    let _ = compared(&version(json!({ "type": "string" })), &version(json!({ "type": "integer" })));
}

#[test]
fn variants_match_by_tag_then_by_key_then_by_meaning() {
    let tagged = |tag: &str, kind: &str| {
        json!({ "type": "object", "required": ["type", "v"],
        "properties": { "type": { "const": tag }, "v": { "type": kind } } })
    };
    let union = |variants: Vec<Value>| json!({ "oneOf": variants });
    let old = union(vec![tagged("a", "string"), tagged("b", "string")]);
    let new = union(vec![tagged("c", "string"), tagged("b", "integer"), tagged("a", "string")]);
    assert_eq!(rules_of(&compared(&old, &new)), ["type-changed <b>/v", "union-variant-added <c>"]);

    let keyed = |key: &str, kind: &str| {
        json!({ "type": "object", "required": [key], "additionalProperties": false,
        "properties": { key: { "type": kind } } })
    };
    let old = union(vec![keyed("a", "string"), keyed("b", "string"), json!({ "const": "unit" })]);
    let new = union(vec![keyed("b", "integer"), json!({ "enum": ["unit"] }), keyed("a", "string")]);
    assert_eq!(rules_of(&compared(&old, &new)), ["type-changed <b>/b"]);

    let plain = |names: &[&str], kind: &str| {
        let members: serde_json::Map<String, Value> =
            names.iter().map(|name| ((*name).to_owned(), json!({ "type": kind }))).collect();
        json!({ "type": "object", "required": names, "properties": members })
    };
    let old = json!({ "anyOf": [plain(&["a", "b"], "string"), plain(&["c", "d"], "string")] });
    let new = json!({ "anyOf": [plain(&["c", "d"], "integer"), plain(&["a", "b"], "string")] });
    assert_eq!(rules_of(&compared(&old, &new)), ["type-changed /c", "type-changed /d"]);
}

#[test]
fn overlapping_alternatives_are_undecided_unless_they_stand_as_they_were() {
    let object = |name: &str| json!({ "type": "object", "properties": { name: { "type": "string" } } });
    let exclusive = json!({ "oneOf": [object("a"), object("b")] });
    let turned = json!({ "oneOf": [object("b"), object("a")] });
    let beside = |other: Value, exclusive: &Value| json!({ "anyOf": [other, exclusive] });
    let string = json!({ "type": "string" });
    assert_eq!(rules_of(&compared(&beside(string.clone(), &exclusive), &beside(string.clone(), &turned))), [""; 0]);
    // The empty object is refused once the first alternative is gone, since both of the others take it.
    let (old, new) = (beside(object("a"), &exclusive), beside(string, &exclusive));
    assert!(rules_of(&compared(&old, &new)).contains(&"undecided ".to_owned()));
}
