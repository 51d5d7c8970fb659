//! Drawn values: valid for what they are drawn of, simple where the choices are, and never endless.

use std::collections::BTreeMap;

use methodic_validator::draw::typed::Facts;
use methodic_validator::draw::{Source, Style, UNKNOWN};
use serde::Deserialize;
use serde_json::{Value, json};

/// A few hundred sequences of choices, the first of them empty.
fn sequences() -> impl Iterator<Item = Vec<u64>> {
    let mut state = 1_u64;
    (0..400).map(move |at| {
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            state ^ (state >> 29)
        };
        (0..at % 60).map(|_| next()).collect()
    })
}

fn definitions() -> Value {
    json!({ "definitions": {
        "All": { "type": "object", "required": ["tree", "kind"], "additionalProperties": false, "properties": {
            "tree": { "$ref": "#/definitions/Tree" },
            "kind": { "allOf": [{ "$ref": "#/definitions/Kind" }, { "enum": ["b", "c", "d"] }] },
            "list": { "type": "array", "minItems": 2, "maxItems": 4, "items": { "type": "integer", "multipleOf": 7, "maximum": 90 } },
            "pair": { "type": "array", "minItems": 2, "items": [{ "type": "null" }, { "type": "boolean" }], "additionalItems": false },
            "set": { "type": "array", "uniqueItems": true, "items": { "type": "boolean" } },
            "has": { "type": "array", "contains": { "const": 5 } },
            "map": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[a-f]{2,3}$" },
                "additionalProperties": { "type": ["number", "null"], "minimum": -1.5, "maximum": 2 } },
            "text": { "type": "string", "minLength": 2, "maxLength": 5 },
            "word": { "pattern": "^(ab|c[0-9]+)\\.?x*$" },
            "when": { "type": "string", "format": "date-time" },
            "byte": { "type": "integer", "format": "uint8" },
            "more": { "type": "integer", "exclusiveMinimum": 3, "exclusiveMaximum": 5 },
            "half": { "type": "number", "multipleOf": 0.5, "exclusiveMinimum": 0, "maximum": 3 },
            "any": true,
        }, "dependencies": { "text": ["word"] } },
        "Kind": { "enum": ["a", "b", "c"] },
        "Tree": { "oneOf": [
            { "type": "object", "required": ["kind", "left", "right"], "properties": { "kind": { "const": "node" },
                "left": { "$ref": "#/definitions/Tree" }, "right": { "$ref": "#/definitions/Tree" } } },
            { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "leaf" } } },
        ] },
        "Endless": { "type": "object", "required": ["next"], "properties": { "next": { "$ref": "#/definitions/Endless" } } },
        "Far": { "type": "number", "minimum": 2, "maximum": 1 },
        "Nothing": { "allOf": [{ "type": "string" }, { "type": "null" }] },
    } })
}

#[test]
fn values_are_valid_for_their_schema() {
    let document = definitions();
    let mut root = document.clone();
    root["$ref"] = "#/definitions/All".into();
    let validator = jsonschema::options()
        .with_draft(jsonschema::Draft::Draft7)
        .should_validate_formats(false)
        .build(&root)
        .expect("a schema");
    let source = Source::new(&document);
    let mut seen = std::collections::BTreeSet::new();
    for choices in sequences() {
        for style in [Style::Plain, Style::Newer] {
            let value = source.draw("/definitions/All", &choices, style).expect("a value");
            let errors: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{value}: {errors:?}");
            seen.extend(value.as_object().into_iter().flatten().map(|(name, _)| name.clone()));
        }
        let miss = source.draw("/definitions/All", &choices, Style::NearMiss).expect("a value");
        assert_ne!(miss, source.draw("/definitions/All", choices.get(2..).unwrap_or_default(), Style::Plain).unwrap());
    }
    let all = document["definitions"]["All"]["properties"].as_object().expect("members");
    assert!(
        all.keys().all(|name| seen.contains(name)),
        "never drawn: {:?}",
        all.keys().filter(|name| !seen.contains(*name))
    );
}

#[test]
fn no_choices_give_the_simplest_value() {
    let document = definitions();
    let draw = |name: &str| Source::new(&document).draw(&format!("/definitions/{name}"), &[], Style::Plain);
    assert_eq!(draw("All").unwrap(), json!({ "kind": "b", "tree": { "kind": "leaf" } }));
    assert_eq!(draw("Endless").unwrap_err().to_string().split(':').next(), Some("no value can be drawn"));
    assert_eq!(
        draw("Nothing").unwrap_err().to_string(),
        "no value can be drawn: no type fits all that is said of a value"
    );
    assert_eq!(
        draw("Gone").unwrap_err().to_string(),
        "no value can be drawn: expected a schema at /definitions/Gone, found nothing"
    );
}

#[test]
fn members_of_newer_peers_stand_where_nothing_forbids_them() {
    let document =
        json!({ "type": "object", "properties": { "a": { "type": "object", "additionalProperties": false } } });
    let source = Source::new(&document);
    let values: Vec<Value> = sequences().map(|choices| source.draw("", &choices, Style::Newer).unwrap()).collect();
    assert!(values.iter().any(|value| value.get(UNKNOWN).is_some()));
    assert!(values.iter().all(|value| value["a"].get(UNKNOWN).is_none()));
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Post {
    id: u16,
    #[serde(default)]
    tags: Vec<Tag>,
    reply: Option<Box<Post>>,
    #[serde(default)]
    rest: BTreeMap<String, f32>,
}

#[derive(Debug, Deserialize, PartialEq)]
enum Tag {
    Deep(Box<Tag>),
    Plain,
    Scored { score: std::num::NonZeroU8, note: Option<char> },
    Pair(bool, String),
}

/// Reads `{ "x": … }` out of a value that it asks for without saying what it wants.
#[derive(Debug)]
struct Silent(i64);

impl<'de> Deserialize<'de> for Silent {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Anything;
        impl<'de> serde::de::Visitor<'de> for Anything {
            type Value = Silent;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a JSON value")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Silent, A::Error> {
                match map.next_entry::<String, i64>()? {
                    Some((name, x)) if name == "x" => Ok(Silent(x)),
                    _ => Err(serde::de::Error::missing_field("x")),
                }
            }
        }
        deserializer.deserialize_any(Anything)
    }
}

#[test]
fn a_type_is_asked_what_it_reads() {
    let mut facts = Facts::new([]);
    let (mut with_tags, mut without) = (false, false);
    for choices in sequences() {
        let (post, json) = facts.value::<Post>(&choices, Style::Newer).expect("a post");
        // What it was read from reads the same through another door.
        let again: Post = serde_json::from_str(&json.to_string()).expect("what was offered is JSON of a post");
        assert_eq!(again, post, "{json}");
        with_tags |= post.tags.len() > 1;
        without |= json.get("tags").is_none();
    }
    assert!(with_tags && without, "optional members are there and are not");
}

#[test]
fn a_type_that_tells_nothing_is_offered_samples() {
    let mut facts = Facts::new([json!({ "x": 1 }), json!({ "y": 1 }), json!({ "x": 22 })]);
    let mut drawn: Vec<i64> = Vec::new();
    for choices in sequences() {
        let (Silent(x), json) = facts.value::<Silent>(&choices, Style::Plain).expect("a sample fits");
        assert_eq!(json, json!({ "x": x }));
        drawn.push(x);
    }
    assert!(drawn.contains(&1) && drawn.contains(&22), "both that fit are offered");
    let refused = Facts::new([]).value::<Silent>(&[], Style::Plain).unwrap_err();
    assert!(refused.to_string().contains("which tells nothing of itself"), "{refused}");
}
