//! Random models with random marks: the stable surface is closed, complete and free of marks, whatever was marked.

mod synthetic;

use std::collections::BTreeSet;

use methodic::{Direction, Kind, Stability};
use methodic_codegen::{Model, Outputs, Parts, Shape, Surface, generate};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use synthetic::{define, greeter, method_of, reference, request};

/// How many types a model has.
const TYPES: usize = 6;

/// Wire names, the withheld ones in the second list. Whatever is withheld has this word in its name.
const STABLE: [&str; 5] = ["m0", "m1", "m2", "m3", "m4"];
const WITHHELD: [&str; 5] = ["secret/m0", "secret/m1", "secret/m2", "secret/m3", "secret/m4"];
const SECRET: &str = "secret";

/// A member or a variant: what it refers to, how, and whether it is marked.
#[derive(Debug, Clone)]
struct Part {
    target: usize,
    wrap: u8,
    marked: bool,
}

/// A type.
#[derive(Debug, Clone)]
struct Type {
    parts: Vec<Part>,
    union: bool,
    folder: u8,
}

/// A method: its section, the types of params and result, and whether it is marked.
#[derive(Debug, Clone)]
struct Row {
    section: usize,
    params: usize,
    result: usize,
    marked: bool,
}

fn types() -> impl Strategy<Value = Vec<Type>> {
    let part = (0..TYPES, 0..6u8, any::<bool>()).prop_map(|(target, wrap, marked)| Part { target, wrap, marked });
    let one = (vec(part, 0..4), any::<bool>(), 0..3u8);
    vec(one.prop_map(|(parts, union, folder)| Type { parts, union, folder }), TYPES)
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (0..4usize, 0..TYPES, 0..TYPES, any::<bool>());
    vec(row.prop_map(|(section, params, result, marked)| Row { section, params, result, marked }), 0..STABLE.len())
}

fn name(index: usize) -> String {
    format!("Thing{index}X")
}

/// The name of a member, by the type that has it.
fn member(owner: usize, at: usize, part: &Part) -> String {
    format!("{}{owner}_{at}", if part.marked { SECRET } else { "member" })
}

fn schema(all: &[Type], owner: usize) -> Value {
    let Type { parts, union, folder } = &all[owner];
    let parts = parts.iter().enumerate().map(|(at, part)| {
        let target = reference(&name(part.target));
        let mut schema = match part.wrap {
            0 => json!({ "allOf": [target] }),
            1 => json!({ "type": "array", "items": target }),
            2 => json!({ "type": "object", "additionalProperties": target }),
            3 => json!({ "anyOf": [target, { "type": "null" }] }),
            4 => json!({ "type": "array", "items": [target, true], "minItems": 2, "maxItems": 2 }),
            _ => {
                // A default that names every member of what the part refers to.
                let named = all[part.target].parts.iter().enumerate();
                let named: Map<String, Value> =
                    named.map(|(at, other)| (member(part.target, at, other), Value::Null)).collect();
                json!({ "allOf": [target], "default": if all[part.target].union { json!("word") } else { named.into() } })
            }
        };
        if part.marked {
            schema["x-experimental"] = format!("{SECRET}.{owner}").into();
        }
        (member(owner, at, part), schema)
    });
    let mut schema = if *union {
        let variants = parts.map(|(tag, part)| {
            let mut variant = json!({ "type": "object", "required": [&tag], "properties": {} });
            variant["properties"][&tag] = part;
            // The mark is the variant's, not its member's.
            if let Some(mark) =
                variant["properties"][&tag].as_object_mut().and_then(|part| part.remove("x-experimental"))
            {
                variant["x-experimental"] = mark;
            }
            variant
        });
        let mut members = vec![json!({ "type": "string", "enum": ["word"] })];
        members.extend(variants);
        json!({ "oneOf": members })
    } else {
        json!({ "type": "object", "properties": parts.collect::<Map<_, _>>() })
    };
    let module = ["", "v1::", "v2::"][usize::from(*folder)];
    schema["x-rust"] = format!("greeter::{module}{}", name(owner)).into();
    schema
}

/// The greeter with these types and rows, and a withheld method that reaches all of them: a model has nothing unreached.
fn parts(types: &[Type], rows: &[Row]) -> Parts {
    const SECTIONS: [(Direction, Kind); 4] = [
        (Direction::ClientToServer, Kind::Request),
        (Direction::ServerToClient, Kind::Request),
        (Direction::ClientToServer, Kind::Notification),
        (Direction::ServerToClient, Kind::Notification),
    ];
    let mut parts = greeter();
    for index in 0..types.len() {
        define(&mut parts, &name(index), schema(types, index));
    }
    let everything: Map<String, Value> = (0..types.len()).map(|index| (name(index), reference(&name(index)))).collect();
    define(&mut parts, "SecretEverything", json!({ "type": "object", "properties": everything }));
    let withheld = Stability::Experimental("secret.everything");
    parts.methods.push(request("secret/everything", withheld, Some("SecretEverything"), "GreetResponse"));
    for (at, row) in rows.iter().enumerate() {
        let (direction, kind) = SECTIONS[row.section];
        let (wire, stability) = match row.marked {
            true => (WITHHELD[at], Stability::Experimental("secret.method")),
            false => (STABLE[at], Stability::Stable),
        };
        let result = (kind == Kind::Request).then(|| name(row.result));
        let mut raw = method_of(wire, direction, kind, stability, Some(&name(row.params)), result.as_deref());
        for (payload, index) in [(&mut raw.params, row.params), (&mut raw.result, row.result)] {
            if let Some(payload) = payload {
                payload.rust = schema(types, index)["x-rust"].as_str().expect("text").to_owned();
            }
        }
        parts.methods.push(raw);
    }
    parts
}

/// What a client without the opt-in can come upon, worked out from the description alone.
fn expected(types: &[Type], rows: &[Row]) -> BTreeSet<String> {
    let stable = rows.iter().filter(|row| !row.marked);
    let mut open: Vec<usize> =
        stable.flat_map(|row| if row.section < 2 { vec![row.params, row.result] } else { vec![row.params] }).collect();
    let mut reached = BTreeSet::new();
    while let Some(index) = open.pop() {
        if reached.insert(index) {
            open.extend(types[index].parts.iter().filter(|part| !part.marked).map(|part| part.target));
        }
    }
    let unions = ["ServerRequest", "ClientNotification", "ServerNotification"];
    let unions =
        (1..4).filter(|section| rows.iter().any(|row| !row.marked && row.section == *section)).map(|at| unions[at - 1]);
    let always = ["RequestId", "GreetParams", "GreetResponse", "ClientRequest"];
    always.into_iter().chain(unions).map(str::to_owned).chain(reached.into_iter().map(name)).collect()
}

/// Every reference of a schema file leads somewhere in the file, and every definition is referred to from its top.
fn is_self_contained(path: &str, text: &str) {
    let file: Value = serde_json::from_str(text).expect("JSON");
    let (mut open, mut seen) = (Vec::new(), BTreeSet::new());
    targets(&file, true, &mut open);
    while let Some(target) = open.pop() {
        let pointer = target.strip_prefix('#').unwrap_or_else(|| panic!("{path}: `{target}` leaves the file"));
        let found = file.pointer(pointer).unwrap_or_else(|| panic!("{path}: `{target}` leads nowhere"));
        if seen.insert(target.clone()) && !pointer.is_empty() {
            targets(found, false, &mut open);
        }
    }
    let defined = file.get("definitions").and_then(Value::as_object).into_iter().flatten();
    for (name, _) in defined {
        assert!(seen.contains(&format!("#/definitions/{name}")), "{path}: nobody refers to `{name}`");
    }
}

fn targets(value: &Value, top: bool, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            for (_, member) in members.iter().filter(|(name, _)| !top || *name != "definitions") {
                targets(member, false, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| targets(item, false, found)),
        _ => {}
    }
}

/// Every reference of a bundle leads somewhere.
fn is_closed(path: &str, text: &str) {
    let file: Value = serde_json::from_str(text).expect("JSON");
    let mut all = Vec::new();
    targets(&file, false, &mut all);
    for target in all {
        let pointer = target.strip_prefix('#').unwrap_or_else(|| panic!("{path}: `{target}` leaves the file"));
        assert!(file.pointer(pointer).is_some(), "{path}: `{target}` leads nowhere");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_stable_surface_is_what_stable_parts_reach(types in types(), rows in rows()) {
        let model = Model::from_parts(parts(&types, &rows)).unwrap_or_else(|errors| panic!("{errors}"));
        let stable = model.surface(Surface::Stable);
        let names: BTreeSet<String> = stable.definitions.keys().cloned().collect();
        prop_assert_eq!(&names, &expected(&types, &rows));
        for definition in stable.definitions.values() {
            definition.shape.walk(&mut |shape| match shape {
                Shape::Ref(target) => assert!(names.contains(target), "`{}` refers to `{target}`", definition.name),
                Shape::Object(object) => assert!(object.fields.iter().all(|field| !field.mark.is_experimental())),
                Shape::Union(union) => {
                    assert!(!union.variants.is_empty(), "`{}` is a union of nothing", definition.name);
                    assert!(union.variants.iter().all(|variant| !variant.mark.is_experimental()));
                }
                _ => {}
            });
        }
        prop_assert!(stable.methods.iter().all(|method| !method.mark.is_experimental()));
        prop_assert_eq!(&stable.surface(Surface::Stable), &stable);
    }

    #[test]
    fn no_file_of_the_stable_surface_shows_what_is_withheld(types in types(), rows in rows()) {
        let model = Model::from_parts(parts(&types, &rows)).unwrap_or_else(|errors| panic!("{errors}"));
        let expected = expected(&types, &rows);
        let tree = generate(&model, Outputs::Committed).unwrap_or_else(|error| panic!("{error}"));
        for (path, text) in tree.iter() {
            if path.ends_with(".schemas.json") {
                is_closed(path, text);
            } else if path.starts_with("schema/") && !path.ends_with("methods.json") {
                is_self_contained(path, text);
            }
            // Both surfaces are described by one README and one package.json.
            if !path.contains("/experimental/") && !path.ends_with("package.json") && !path.ends_with("README.md") {
                prop_assert!(!text.to_lowercase().contains(SECRET), "{path}:\n{text}");
                for hidden in (0..TYPES).map(name).filter(|name| !expected.contains(name)) {
                    prop_assert!(!text.contains(&hidden), "{path} names `{hidden}`:\n{text}");
                }
            }
        }
        let whole = tree.get("generated-ts/experimental/types.d.ts").expect("generated");
        prop_assert!(whole.contains("SecretEverything"), "the word that is searched for can be found");
    }
}
