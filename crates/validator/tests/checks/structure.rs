//! What is reported of unsound schema documents: each fault beside a sound twin that has nothing to report.

use methodic_validator::structure::Bundle;
use serde_json::{Value, json};

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// What is said about a definition `T` that a message union leads to.
fn said(definition: Value) -> Vec<String> {
    let document = json!({ "$schema": DRAFT, "definitions": {
        "ServerNotification": { "oneOf": [{
            "type": "object", "required": ["method", "params"],
            "properties": { "method": { "enum": ["t"] }, "params": { "$ref": "#/definitions/T" } },
        }] },
        "T": definition,
    } });
    Bundle::new("b.json", &document).check().iter().map(ToString::to_string).collect()
}

#[track_caller]
fn faulty(definition: Value, expected: &str) {
    let found = said(definition);
    assert_eq!(found, [format!("b.json: at /definitions/T{expected}")]);
}

#[track_caller]
fn sound(definition: Value) {
    assert_eq!(said(definition), [""; 0]);
}

#[test]
fn required_members_exist() {
    sound(json!({ "type": "object", "required": ["a"], "properties": { "a": {} } }));
    sound(json!({ "type": "object", "required": ["a"], "properties": {}, "additionalProperties": { "type": "null" } }));
    faulty(
        json!({ "type": "object", "required": ["a"], "properties": { "b": {} } }),
        "/required (required): `a` is required, expected it among `properties`, found `b`",
    );
    faulty(
        json!({ "type": "object", "required": ["a"], "properties": { "a": { "type": "null", "default": null } } }),
        "/required (required): `a` is required, expected no `default` for it, found one that never applies",
    );
}

#[test]
fn references_lead_to_definitions() {
    sound(json!({ "properties": { "self": { "$ref": "#/definitions/%54" } } }));
    faulty(
        json!({ "items": { "$ref": "#/definitions/Gone" } }),
        "/items ($ref): expected a definition at `#/definitions/Gone`, found nothing there",
    );
    faulty(
        json!({ "items": { "$ref": "https://a.example/schema.json" } }),
        "/items ($ref): expected a reference inside this document (`#/definitions/…`), found `https://a.example/schema.json`",
    );
    faulty(
        json!({ "$ref": "#/definitions/T" }),
        " ($ref): expected it to end in a definition, found a circle of references",
    );
    faulty(
        json!({ "items": { "$ref": "#/definitions/T", "maxLength": 1, "title": "Fine" } }),
        "/items/$ref ($ref): expected `$ref` alone (or in `allOf`), found `maxLength` beside it, which draft-07 ignores",
    );
}

#[test]
fn variants_have_tags_of_their_own() {
    let variant =
        |tag: &str| json!({ "type": "object", "required": ["kind"], "properties": { "kind": { "const": tag } } });
    sound(json!({ "oneOf": [variant("a"), variant("b"), { "type": "null" }] }));
    // Branches of `anyOf` may overlap.
    sound(json!({ "anyOf": [variant("a"), variant("a")] }));
    faulty(
        json!({ "oneOf": [variant("a"), variant("b"), variant("a")] }),
        "/oneOf/2 (oneOf): expected a `kind` of its own, found \"a\", which variant 0 has too",
    );
    faulty(
        json!({ "oneOf": [variant("a"), variant("b"), { "type": "object", "properties": { "kind": { "const": "c" } } }] }),
        "/oneOf/2 (oneOf): expected the tag `kind` that the other variants have, found none as fixed members",
    );
}

#[test]
fn values_are_possible() {
    sound(json!({ "type": "string", "enum": ["a", "b"], "default": "a" }));
    faulty(json!({ "enum": ["a", "a"] }), "/enum (enum): expected each value once, found \"a\" again");
    faulty(
        json!({ "type": "string", "enum": ["a", 1] }),
        "/enum (enum): expected values of the type `string`, found 1",
    );
    faulty(
        json!({ "enum": ["a", "b"], "default": "c" }),
        "/default (enum): its own schema refuses this default: expected one of \"a\", \"b\", found \"c\"",
    );
    faulty(
        json!({ "minItems": 3, "maxItems": 2 }),
        "/minItems (minItems): expected at most `maxItems`, which is 2, found 3",
    );
}

#[test]
fn integer_formats_are_bounded_and_belong_to_integers() {
    sound(json!({ "type": "integer", "format": "uint32", "minimum": 0.0 }));
    sound(json!({ "type": "integer", "format": "int64" }));
    faulty(
        json!({ "type": "integer", "format": "uint32" }),
        "/format (format): expected a `minimum` of 0 or more with `uint32`, which bounds nothing by itself, found none",
    );
    faulty(
        json!({ "type": "string", "format": "int64" }),
        "/format (format): expected the type integer with `int64`, found `string`",
    );
}

#[test]
fn keywords_are_of_draft_07_and_have_its_values() {
    sound(json!({ "type": "string", "x-of-others": [1] }));
    faulty(
        json!({ "type": "array", "prefixItems": [] }),
        "/prefixItems (prefixItems): expected a keyword of draft-07 or one that begins with `x-`, found `prefixItems`",
    );
    let found = said(json!({ "type": "text" }));
    assert!(found.len() == 1 && found[0].contains("/definitions/T/type (anyOf): no schema of draft-07:"), "{found:?}");
}

#[test]
fn what_methodic_adds_has_its_form() {
    let output = |names: Value| json!({ "type": "object", "required": ["b"], "properties": { "a": {}, "b": {} }, "x-output-required": names });
    sound(output(json!(["a"])));
    faulty(
        output(json!(["c"])),
        "/x-output-required (x-output-required): expected a member of `properties`, found `c`",
    );
    faulty(
        output(json!(["b"])),
        "/x-output-required (x-output-required): expected members that are not `required` anyway, found `b`",
    );
    faulty(output(json!("a")), "/x-output-required (x-output-required): expected a list of members, found \"a\"");
    faulty(
        json!({ "enum": ["a"], "x-descriptions": { "b": "The second." } }),
        "/x-descriptions (x-descriptions): expected a value of `enum` (`a`), found `b`",
    );
    faulty(
        json!({ "x-experimental": "" }),
        "/x-experimental (x-experimental): expected a text that says why, found \"\"",
    );
    faulty(json!({ "x-nullable-twice": 1 }), "/x-nullable-twice (x-nullable-twice): expected true, found 1");
}

#[test]
fn titles_and_definitions_are_used() {
    faulty(
        json!({ "anyOf": [{ "title": "A" }, { "title": "A" }] }),
        "/anyOf/1 (title): expected a title of its own, found `A`, which /definitions/T/anyOf/0 has too",
    );
    let orphan = json!({ "$schema": DRAFT, "type": "null", "definitions": { "T": {}, "U": {} } });
    let check = |bundle: Bundle<'_>| bundle.check().iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        check(Bundle::new("b.json", &orphan).documents(["v2/U"])),
        [
            "b.json: at /definitions/T (definitions): expected a message or another definition to lead to `T`, found none"
        ]
    );
}

#[test]
fn without_a_table_names_tell_the_results() {
    let document = |results: Value| {
        let call = |method: &str, params: &str| {
            json!({ "type": "object", "required": ["id", "method"], "properties": {
                "id": {}, "method": { "enum": [method] }, "params": { "$ref": format!("#/definitions/{params}") },
            } })
        };
        let mut document = json!({ "$schema": DRAFT, "definitions": {
            "ClientRequest": { "oneOf": [call("a/b", "ABParams"), call("a/c", "ACParams")] },
            "ABParams": {}, "ACParams": {},
        } });
        for name in results.as_array().unwrap() {
            document["definitions"][name.as_str().unwrap()] = json!({ "type": "object" });
        }
        document
    };
    let said =
        |document: &Value| Bundle::new("b", document).check().iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(said(&document(json!(["ABResponse", "ACResponse"]))), [""; 0]);
    assert_eq!(
        said(&document(json!(["ABResponse"]))),
        [
            "b: a/c at /definitions/ClientRequest/oneOf/1 (result): expected a definition `ACResponse` for its result, found none \
          (and no methods.json that names another)"
        ]
    );
}

#[test]
fn a_document_without_a_draft_or_of_another_one_is_reported() {
    for (draft, expected) in [
        (json!(null), "b: at /$schema ($schema): expected \"http://json-schema.org/draft-07/schema#\", found null"),
        (
            json!("https://json-schema.org/draft/2020-12/schema"),
            "b: at /$schema ($schema): expected \"http://json-schema.org/draft-07/schema#\", \
             found \"https://json-schema.org/draft/2020-12/schema\"",
        ),
    ] {
        let document = json!({ "$schema": draft, "type": "string" });
        let said: Vec<_> = Bundle::new("b", &document).check().iter().map(ToString::to_string).collect();
        assert!(said.iter().any(|one| one == expected), "{said:?}");
    }
}

#[test]
fn definitions_that_say_the_same_are_a_note() {
    let twin =
        |title: &str| json!({ "title": title, "type": "object", "properties": { "title": { "type": "string" } } });
    let document =
        json!({ "$schema": DRAFT, "definitions": { "A": twin("A"), "B": twin("B"), "C": { "properties": {} } } });
    let notes: Vec<_> = Bundle::new("b", &document).notes().iter().map(ToString::to_string).collect();
    assert_eq!(notes, ["b: at /definitions/A (definitions): `A` says the same as `B`"]);
}
