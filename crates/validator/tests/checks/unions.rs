//! Unions: the form that was meant is told by its tag, and only that form's faults are.

use methodic_validator::{Catalog, Fault};
use serde_json::{Value, json};

use crate::support::Desk;

/// The faults of a value of the union `U`, which is put into a bundle of its own.
fn found(union: Value, more: Value, value: Value) -> Vec<Fault> {
    let desk = Desk::new();
    desk.surface("schema", "experimental");
    desk.edit("schema/desk.schemas.json", |bundle| {
        let v2 = &mut bundle["definitions"]["v2"];
        v2["U"] = union;
        v2["Turn"] =
            json!({ "type": "object", "required": ["u"], "properties": { "u": { "$ref": "#/definitions/v2/U" } } });
        for (name, schema) in more.as_object().into_iter().flatten() {
            v2[name] = schema.clone();
        }
    });
    let catalog = Catalog::load(desk.path("schema")).expect("a catalog");
    let faults = catalog.payload_faults("v2/Turn", &json!({ "u": value })).expect("usable");
    let valid = catalog.payload_is_valid("v2/Turn", &json!({ "u": value })).expect("usable");
    assert_eq!(valid, faults.is_empty(), "the quick way agrees");
    faults
}

fn told(union: &Value, value: Value) -> Vec<String> {
    found(union.clone(), Value::Null, value).iter().map(Fault::to_string).collect()
}

/// `{"type": "text", "text": …}` and two others, one of them behind a reference and an `allOf`.
fn tagged() -> Value {
    let form = |tag: &str, member: &str, schema: Value| {
        json!({ "type": "object", "required": ["type", member],
            "properties": { "type": { "type": "string", "enum": [tag] }, member: schema } })
    };
    json!({ "oneOf": [
        form("text", "text", json!({ "type": "string" })),
        { "allOf": [{ "$ref": "#/definitions/v2/Image" }] },
        form("list", "of", json!({ "type": "array", "items": { "$ref": "#/definitions/v2/U" } })),
    ] })
}

fn tagged_faults(value: Value) -> Vec<Fault> {
    let image = json!({ "type": "object", "required": ["type", "url"],
        "properties": { "type": { "const": "image" }, "url": { "type": "string" }, "size": { "type": "integer" } } });
    found(tagged(), json!({ "Image": image }), value)
}

fn tagged_told(value: Value) -> Vec<String> {
    tagged_faults(value).iter().map(Fault::to_string).collect()
}

#[test]
fn the_right_tag_tells_every_fault_of_its_form_and_of_no_other() {
    assert_eq!(tagged_told(json!({ "type": "text", "text": "a" })), Vec::<String>::new());
    assert_eq!(tagged_told(json!({ "type": "text", "text": 5 })), ["/u/text (type): expected string, found 5"]);
    let mut both = tagged_told(json!({ "type": "image", "size": "large" }));
    both.sort();
    assert_eq!(both, ["/u (required): missing `url`", "/u/size (type): expected integer, found \"large\""]);
}

#[test]
fn unions_inside_unions_are_told_the_same_way() {
    let value = json!({ "type": "list", "of": [{ "type": "text", "text": 1 }, { "type": "imgae" }, { "text": "a" }] });
    assert_eq!(
        tagged_told(value),
        [
            "/u/of/0/text (type): expected string, found 1",
            "/u/of/1/type (enum): expected one of \"image\", \"text\", \"list\", found \"imgae\"",
            "/u/of/2 (required): missing `type`: expected one of \"text\", \"image\", \"list\"",
        ]
    );
}

#[test]
fn a_value_of_no_forms_type_is_told_the_types() {
    assert_eq!(tagged_told(json!(5)), ["/u (type): expected object, found 5"]);
}

#[test]
fn a_fault_in_a_union_stands_for_the_union_and_names_the_schema_of_its_form() {
    let faults = tagged_faults(json!({ "type": "list", "of": [{ "type": "text", "text": 1 }] }));
    let [fault] = faults.as_slice() else { panic!("expected one fault: {faults:?}") };
    assert!(fault.is_at("/u/of/0/text", "type") && fault.is_at("/u/of/0", "oneOf") && fault.is_at("/u", "oneOf"));
    assert!(!fault.is_at("/u/of", "oneOf") && !fault.is_at("/u/of/0", "type"));
    let schema = "desk.schemas.json#/definitions/v2/U/oneOf/0/properties/text/type";
    assert_eq!(fault.schema.as_deref(), Some(schema));
    assert_eq!((fault.expected.as_deref(), fault.found.as_deref()), (Some("string"), Some("1")));

    let faults = tagged_faults(json!({ "type": "video" }));
    assert_eq!(faults[0].schema.as_deref(), Some("desk.schemas.json#/definitions/v2/U/oneOf"));
}

#[test]
fn a_nullable_union_is_the_union() {
    let union = json!({ "anyOf": [{ "oneOf": [{ "type": "string", "enum": ["a", "b"] }, { "type": "object",
        "required": ["c"], "properties": { "c": { "type": "integer" } } }] }, { "type": "null" }] });
    assert_eq!(told(&union, Value::Null), Vec::<String>::new());
    assert_eq!(told(&union, json!("B")), ["/u (enum): expected one of \"b\", \"a\", found \"B\""]);
    assert_eq!(told(&union, json!({ "c": "x" })), ["/u/c (type): expected integer, found \"x\""]);
    assert_eq!(told(&union, json!(1.5)), ["/u (type): expected string or object or null, found 1.5"]);
}

#[test]
fn a_member_can_be_the_tag() {
    let form = |name: &str| {
        json!({ "type": "object", "required": [name], "additionalProperties": false,
            "properties": { name: { "type": "integer" } } })
    };
    let union = json!({ "oneOf": [{ "type": "string", "enum": ["plain"] }, form("connected"), form("refused")] });
    assert_eq!(told(&union, json!({ "refused": "x" })), ["/u/refused (type): expected integer, found \"x\""]);
    assert_eq!(
        told(&union, json!({ "refuse": 1 })),
        ["/u (required): expected one of the members `refused`, `connected`, found `refuse`"]
    );
    assert_eq!(
        told(&union, json!({})),
        ["/u (required): expected one of the members `connected`, `refused`, found {}"]
    );
    assert_eq!(
        told(&union, json!({ "refused": 1, "extra": 2 })),
        ["/u (additionalProperties): unexpected member `extra`"]
    );
    assert_eq!(told(&union, json!("plane")), ["/u (enum): expected \"plain\", found \"plane\""]);
}

#[test]
fn plain_values_in_forms_of_their_own_are_one_list() {
    let union = json!({ "oneOf": [{ "const": "stop" }, { "enum": ["start", "pause"], "type": "string" }] });
    assert_eq!(
        told(&union, json!("strat")),
        ["/u (enum): expected one of \"start\", \"stop\", \"pause\", found \"strat\""]
    );
}

#[test]
fn forms_with_a_common_tag_are_told_apart_by_the_rest() {
    let form = |tags: Value, member: &str| {
        json!({ "title": member, "type": "object", "required": ["type", member],
            "properties": { "type": { "enum": tags }, member: { "type": "string" } } })
    };
    let union = json!({ "anyOf": [
        form(json!(["string"]), "oneOf"), form(json!(["string"]), "enum"), form(json!(["number", "integer"]), "minimum"),
    ] });
    assert_eq!(
        told(&union, json!({ "type": "string", "enum": 1 })),
        ["/u/enum (type): expected string, found 1 (in the nearest of 2 forms `enum`)"]
    );
    assert_eq!(told(&union, json!({ "type": "integer" })), ["/u (required): missing `minimum`"]);
    assert_eq!(
        told(&union, json!({ "type": "strings" })),
        ["/u/type (enum): expected one of \"string\", \"number\", \"integer\", found \"strings\""]
    );
}

#[test]
fn without_a_tag_the_form_with_the_most_members_and_then_the_fewest_faults_is_told() {
    let union = json!({ "anyOf": [
        { "title": "Text", "type": "object", "required": ["uri", "text"],
            "properties": { "uri": { "type": "string" }, "text": { "type": "string" } } },
        { "title": "Blob", "type": "object", "required": ["uri", "blob"],
            "properties": { "uri": { "type": "string" }, "blob": { "type": "string" } } },
        { "type": "array", "items": { "type": "string" } },
    ] });
    assert_eq!(
        told(&union, json!({ "uri": "a", "blob": 5 })),
        ["/u/blob (type): expected string, found 5 (in the nearest of 2 forms `Blob`)"]
    );
    assert_eq!(
        told(&union, json!({ "uri": "a" })),
        ["/u (required): missing `text` (in the nearest of 2 forms `Text`)"],
        "the first of equals"
    );
    assert_eq!(told(&union, json!([1])), ["/u/0 (type): expected string, found 1"], "one form alone is a list");
}

#[test]
fn a_value_that_fits_two_forms_of_one_says_so() {
    let union = json!({ "oneOf": [{ "type": "string" }, { "type": ["string", "null"] }] });
    assert_eq!(
        told(&union, json!("a")),
        ["/u (oneOf): expected exactly one of 2 forms to fit \"a\", more than one does"]
    );
}

#[test]
fn tags_whose_lists_overlap_choose_the_nearest_of_the_forms_that_are_left() {
    let form = |tags: &[&str], member: &str| {
        json!({ "type": "object", "required": ["type", member],
            "properties": { "type": { "enum": tags }, member: { "type": "string" } } })
    };
    let union = json!({ "anyOf": [form(&["a", "b"], "text"), form(&["a"], "url"), form(&["c"], "of")] });
    assert_eq!(
        told(&union, json!({ "type": "a", "text": 5 })),
        ["/u/text (type): expected string, found 5 (in the nearest of 2 forms)"]
    );
}
