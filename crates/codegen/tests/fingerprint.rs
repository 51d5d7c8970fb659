//! The protocol hash: what the wire can see changes it, and nothing else does. And the run-time table that carries it, for
//! protocols that are odd.

mod common;
mod synthetic;

use common::Library;
use methodic::{Direction, Kind, Stability};
use methodic_codegen::{Mark, Model, Outputs, Parts, Shape, Surface, fingerprint, generate};
use serde_json::json;
use synthetic::{define, greeter, method_of, object, reference};

fn library() -> Model {
    Model::collect::<Library>().unwrap_or_else(|errors| panic!("{errors}"))
}

fn model(parts: Parts) -> Model {
    Model::from_parts(parts).unwrap_or_else(|errors| panic!("{errors}"))
}

/// A protocol whose params are of this shape.
fn greeting(properties: serde_json::Value) -> Parts {
    let mut parts = greeter();
    define(&mut parts, "GreetParams", object(properties));
    parts
}

#[test]
fn docs_names_versions_and_the_order_of_declarations_leave_it() {
    let before = library();
    let hash = fingerprint(&before);
    assert!(
        hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase()),
        "{hash}"
    );
    assert_eq!(hash, fingerprint(&before));

    let mut after = before.clone();
    after.docs.push_str(" In other words.");
    after.title = "Bücherei".into();
    after.package_version = "9.0.0".into();
    after.methods.reverse();
    after.methods.iter_mut().for_each(|method| method.docs = "Told anew.".into());
    for definition in after.definitions.values_mut() {
        definition.docs = Some("Told anew.".into());
        definition.rust.push_str("Moved");
        if let Shape::Object(object) = &mut definition.shape {
            object.fields.iter_mut().for_each(|field| field.docs = None);
        }
    }
    assert_eq!(fingerprint(&after), hash);

    let named = |name: &str| {
        let mut parts = greeting(json!({ "mood": reference(name) }));
        define(&mut parts, name, json!({ "type": "string", "enum": ["high", "low"] }));
        fingerprint(&model(parts))
    };
    assert_eq!(named("Mood"), named("Temper"), "the name of a type is not on the wire");
    let ordered =
        |values: [&str; 2]| fingerprint(&model(greeting(json!({ "mood": { "type": "string", "enum": values } }))));
    assert_eq!(ordered(["high", "low"]), ordered(["low", "high"]));
}

#[test]
fn whatever_the_wire_can_see_changes_it() {
    let greeting = |properties| fingerprint(&model(greeting(properties)));
    let shapes = [
        json!({}),
        json!({ "name": { "type": "string" } }),
        json!({ "nick": { "type": "string" } }),
        json!({ "name": { "type": "string", "format": "uri" } }),
        json!({ "name": { "type": ["string", "null"] } }),
        json!({ "name": { "type": "string", "default": "you" } }),
        json!({ "name": { "type": "string", "x-experimental": "greet.name" } }),
        json!({ "name": { "type": "string", "x-deprecated": "nick" } }),
        json!({ "name": { "type": "string", "enum": ["a", "b"] } }),
        json!({ "name": { "type": "string", "enum": ["a", "c"] } }),
        json!({ "name": { "type": "array", "items": { "type": "string" } } }),
        json!({ "name": { "type": "array", "items": { "type": "string" }, "uniqueItems": true } }),
        json!({ "name": { "type": "array", "prefixItems": [{ "type": "string" }], "minItems": 1, "maxItems": 1 } }),
        json!({ "name": { "type": "object", "additionalProperties": { "type": "string" } } }),
        json!({ "name": { "type": "integer", "format": "uint32" } }),
        json!({ "name": { "type": "integer", "format": "uint64" } }),
        json!({ "name": { "type": "integer", "format": "uint32", "minimum": 1 } }),
        json!({ "name": { "type": "number" } }),
        json!({ "name": { "type": "boolean" } }),
        json!({ "name": true }),
        json!({ "name": { "anyOf": [{ "type": "string" }, { "type": "boolean" }] } }),
        json!({ "name": { "oneOf": [{ "type": "string" }, { "type": "boolean" }] } }),
    ];
    let mut hashes: Vec<String> = shapes.into_iter().map(greeting).collect();

    let mut closed = greeter();
    define(&mut closed, "GreetParams", json!({ "type": "object", "additionalProperties": false }));
    hashes.push(fingerprint(&model(closed)));
    let mut required = greeter();
    let schema = json!({ "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] });
    define(&mut required, "GreetParams", schema);
    hashes.push(fingerprint(&model(required)));
    // Of the method itself: its name, direction, kind, mark, and what it carries.
    for (name, direction, kind, stability, params) in [
        ("greet/again", Direction::ClientToServer, Kind::Request, Stability::Stable, true),
        ("greet", Direction::ServerToClient, Kind::Request, Stability::Stable, true),
        ("greet", Direction::ClientToServer, Kind::Request, Stability::Experimental("greet"), true),
        ("greet", Direction::ClientToServer, Kind::Request, Stability::Deprecated("wave"), true),
        ("greet", Direction::ClientToServer, Kind::Request, Stability::Stable, false),
    ] {
        let mut parts = greeter();
        parts.methods =
            vec![method_of(name, direction, kind, stability, params.then_some("GreetParams"), Some("GreetResponse"))];
        if !params {
            parts.input.remove("GreetParams");
            parts.output.remove("GreetParams");
        }
        hashes.push(fingerprint(&model(parts)));
    }
    let count = hashes.len();
    hashes.sort();
    hashes.dedup();
    assert_eq!(hashes.len(), count, "two protocols have one hash");
}

#[test]
fn each_surface_has_its_own_and_the_files_say_it() {
    let whole = library();
    let stable = whole.surface(Surface::Stable);
    assert_ne!(fingerprint(&whole), fingerprint(&stable));
    let tree = generate(&whole, Outputs::Committed).expect("generated");
    for (folder, model) in [("", &stable), ("experimental/", &whole)] {
        let hash = fingerprint(model);
        for file in [format!("generated-ts/{folder}meta.js"), format!("schema/{folder}methods.json")] {
            let text = tree.get(&file).unwrap_or_else(|| panic!("{file}"));
            assert!(text.contains(&format!("\"{hash}\"")), "{file}");
        }
    }
}

/// What a withheld part is changes the whole surface alone.
#[test]
fn an_experimental_part_leaves_the_stable_surface_as_it_was() {
    let before = library();
    let mut after = before.clone();
    let shape = &mut after.definitions.get_mut("ScanQuality").expect("a type").shape;
    let Shape::Union(union) = shape else { panic!("{shape:?}") };
    union.variants.pop();
    assert_ne!(fingerprint(&after), fingerprint(&before));
    let stable = |model: &Model| fingerprint(&model.surface(Surface::Stable));
    assert_eq!(stable(&after), stable(&before));
}

#[test]
fn a_method_of_both_directions_has_one_row_and_two_schemas() {
    let mut parts = greeter();
    let ping = |direction, stability| method_of("ping", direction, Kind::Notification, stability, None, None);
    parts.methods.push(ping(Direction::ClientToServer, Stability::Stable));
    parts.methods.push(ping(Direction::ServerToClient, Stability::Stable));
    let tree = generate(&model(parts), Outputs::Only(Surface::Stable)).expect("generated");
    let meta = tree.get("generated-ts/meta.js").expect("meta");
    assert_eq!(
        meta.matches("  ping: { direction: \"both\", kind: \"notification\", stability: \"stable\" },").count(),
        1,
        "{meta}"
    );
    let schemas = tree.get("generated-ts/validate/schemas.js").expect("schemas");
    assert!(schemas.contains("export const pingParams = /* @__PURE__ */ schema(absent, \"outgoing\");"), "{schemas}");
    assert!(schemas.contains("export const pingParams2 = /* @__PURE__ */ schema(absent, \"incoming\");"), "{schemas}");
}

/// Names that mean something to JavaScript are members and methods like others.
#[test]
fn odd_names_are_written_as_what_they_are() {
    let mut parts = greeting(json!({ "__proto__": { "type": "string" }, "a-b": true }));
    parts.methods.push(method_of(
        "__proto__",
        Direction::ClientToServer,
        Kind::Notification,
        Stability::Stable,
        None,
        None,
    ));
    let mut marked = model(parts);
    marked.methods.last_mut().expect("a method").mark = Mark::Deprecated("\"quotes\"\n*/".into());
    let tree = generate(&marked, Outputs::Only(Surface::Stable)).expect("generated");
    let meta = tree.get("generated-ts/meta.js").expect("meta");
    assert!(meta.contains("  [\"__proto__\"]: {") && meta.contains("note: \"\\\"quotes\\\"\\n*/\""), "{meta}");
    let types = tree.get("generated-ts/validate/types.js").expect("types");
    assert!(types.contains("[\"__proto__\"]: string, \"a-b\": any"), "{types}");
}
