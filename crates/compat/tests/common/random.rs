//! Small random schemas, edits of them, and values that they may admit. It shares nothing with the library, whose
//! judgement it tests.
#![allow(dead_code, unreachable_pub)]

use serde_json::{Map, Value, json};

/// Numbers that look random and follow from a seed.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 8) as usize % end
    }

    fn of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.below(values.len())]
    }

    fn half(&mut self) -> bool {
        self.below(2) == 0
    }
}

const NAMES: [&str; 4] = ["a", "b", "c", "type"];
const WORDS: [&str; 4] = ["x", "y", "zz", "www"];

/// A payload with two definitions that it and they may refer to.
pub fn payload(chance: &mut Chance) -> Value {
    let mut payload = schema(chance, 3);
    if !payload.is_object() || payload.get("$ref").is_some() {
        payload = json!({ "type": "object", "properties": { "a": payload } });
    }
    payload["definitions"] = json!({ "D0": schema(chance, 2), "D1": object(chance, 2) });
    payload
}

fn schema(chance: &mut Chance, depth: u32) -> Value {
    let leaf = depth == 0;
    match chance.below(if leaf { 8 } else { 16 }) {
        0 => json!({ "type": "string" }),
        1 => json!({ "type": "integer", "minimum": chance.below(3) }),
        2 => json!({ "type": "boolean" }),
        3 => json!({ "enum": WORDS[..=chance.below(4)] }),
        4 => json!({ "const": chance.of(&WORDS) }),
        5 => json!({ "type": ["string", "null"], "maxLength": 1 + chance.below(3) }),
        6 => json!({ "type": *chance.of(&["number", "integer", "null"]) }),
        7 => chance.of(&[json!(true), json!({})]).clone(),
        8 => json!({ "type": "array", "items": schema(chance, depth - 1), "minItems": chance.below(2) }),
        9 => {
            let (a, b) = (schema(chance, depth - 1), schema(chance, depth - 1));
            json!({ "type": "array", "items": [a, b], "minItems": 2, "maxItems": 2 })
        }
        10 => json!({ "anyOf": [schema(chance, depth - 1), { "type": "null" }] }),
        11 => json!({ "anyOf": [schema(chance, depth - 1), schema(chance, depth - 1)] }),
        12 => tagged(chance, depth - 1),
        // D0 may refer to itself only below a member, or it would be made of itself.
        13 => json!({ "$ref": "#/definitions/D1" }),
        14 => json!({ "oneOf": [schema(chance, depth - 1), object(chance, depth - 1)] }),
        _ => object(chance, depth - 1),
    }
}

fn object(chance: &mut Chance, depth: u32) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for name in NAMES {
        if chance.half() {
            let inner = if chance.below(6) == 0 {
                json!({ "$ref": "#/definitions/D0" })
            } else {
                schema(chance, depth.saturating_sub(1))
            };
            properties.insert(name.to_owned(), inner);
            if chance.half() {
                required.push(json!(name));
            }
        }
    }
    let mut object = json!({ "type": "object", "properties": properties, "required": required });
    match chance.below(6) {
        0 => object["additionalProperties"] = json!(false),
        1 => object["additionalProperties"] = schema(chance, depth.saturating_sub(1)),
        _ => {}
    }
    object
}

fn tagged(chance: &mut Chance, depth: u32) -> Value {
    let variants: Vec<Value> = WORDS[..1 + chance.below(4)]
        .iter()
        .map(|word| {
            json!({ "type": "object", "required": ["type", "v"],
                "properties": { "type": { "const": word }, "v": schema(chance, depth.saturating_sub(1)) } })
        })
        .collect();
    json!({ "oneOf": variants })
}

/// A schema with one spot of it changed.
pub fn edited(schema: &Value, chance: &mut Chance) -> Value {
    let mut edited = schema.clone();
    let mut spots = Vec::new();
    collect(schema, "", &mut spots);
    for _ in 0..=chance.below(2) {
        let spot = chance.of(&spots).clone();
        if let Some(spot) = edited.pointer_mut(&spot) {
            edit(spot, chance);
        }
    }
    edited
}

fn collect(schema: &Value, at: &str, spots: &mut Vec<String>) {
    let Value::Object(members) = schema else { return };
    spots.push(at.to_owned());
    for (keyword, value) in members {
        match (keyword.as_str(), value) {
            ("properties" | "definitions", Value::Object(inner)) => {
                inner.iter().for_each(|(name, schema)| collect(schema, &format!("{at}/{keyword}/{name}"), spots));
            }
            ("items" | "anyOf" | "oneOf", Value::Array(inner)) => {
                inner
                    .iter()
                    .enumerate()
                    .for_each(|(index, schema)| collect(schema, &format!("{at}/{keyword}/{index}"), spots));
            }
            ("items" | "additionalProperties", inner) => collect(inner, &format!("{at}/{keyword}"), spots),
            _ => {}
        }
    }
}

fn edit(spot: &mut Value, chance: &mut Chance) {
    if spot.get("definitions").is_none() && chance.below(3) == 0 {
        *spot = schema(chance, 1);
        return;
    }
    let fresh = schema(chance, 1);
    let Value::Object(members) = spot else { return };
    for keyword in ["anyOf", "oneOf", "enum", "required"] {
        if let Some(Value::Array(list)) = members.get_mut(keyword).filter(|_| chance.half()) {
            match keyword {
                _ if list.len() > 1 && chance.half() => drop(list.remove(chance.below(list.len()))),
                "enum" => list.push(json!("new")),
                "required" => {}
                _ => list.push(fresh),
            }
            return;
        }
    }
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        let name = *chance.of(&NAMES);
        if properties.contains_key(name) && chance.half() {
            properties.remove(name);
            if let Some(Value::Array(required)) = members.get_mut("required") {
                required.retain(|known| known != name);
            }
        } else {
            properties.entry(name).or_insert(fresh);
            if chance.half()
                && let Some(Value::Array(required)) = members.get_mut("required")
                && !required.contains(&json!(name))
            {
                required.push(json!(name));
            }
        }
        match chance.below(8) {
            0 => drop(members.insert("additionalProperties".to_owned(), json!(false))),
            1 => drop(members.remove("additionalProperties")),
            _ => {}
        }
        return;
    }
    let (keyword, value) = match chance.below(6) {
        0 => ("minimum", json!(chance.below(4))),
        1 => ("maxLength", json!(chance.below(4))),
        2 => ("minItems", json!(chance.below(3))),
        3 => ("maxItems", json!(2 + chance.below(2))),
        4 => ("not", json!({ "const": chance.of(&WORDS) })),
        _ => ("multipleOf", json!(1 + chance.below(3))),
    };
    members.insert(keyword.to_owned(), value);
}

/// The schema as its writer uses it: what it does not name, it does not write, even where anything would be allowed.
pub fn as_written(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let mut closed: Map<String, Value> =
                members.iter().map(|(key, value)| (key.clone(), as_written(value))).collect();
            let named = members.get("properties").and_then(Value::as_object);
            let free = |further: &Value| further == &json!({}) || further == &json!(true);
            if named.is_some_and(|named| !named.is_empty()) && closed.get("additionalProperties").is_some_and(free) {
                closed.remove("additionalProperties");
            }
            if named.is_some() && members.contains_key("type") {
                closed.entry("additionalProperties").or_insert(json!(false));
            }
            Value::Object(closed)
        }
        Value::Array(items) => Value::Array(items.iter().map(as_written).collect()),
        other => other.clone(),
    }
}

/// A value that a schema may admit; whoever asks has to check.
pub fn value(schema: &Value, root: &Value, chance: &mut Chance, depth: u32) -> Value {
    let Value::Object(members) = schema else { return json!(*chance.of(&[0, 1])) };
    if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(reference.trim_start_matches('#'));
        return match target {
            Some(target) if depth > 0 => value(target, root, chance, depth - 1),
            _ => Value::Null,
        };
    }
    for keyword in ["anyOf", "oneOf"] {
        if let Some(Value::Array(branches)) = members.get(keyword) {
            return value(chance.of(branches), root, chance, depth);
        }
    }
    if let Some(fixed) = members.get("const") {
        return fixed.clone();
    }
    if let Some(Value::Array(values)) =
        members.get("enum").filter(|values| values.as_array().is_some_and(|v| !v.is_empty()))
    {
        return chance.of(values).clone();
    }
    let kind = match members.get("type") {
        Some(Value::String(kind)) => kind.clone(),
        Some(Value::Array(kinds)) => chance.of(kinds).as_str().unwrap_or("null").to_owned(),
        _ => (*chance.of(&["null", "boolean", "integer", "string", "array", "object", "number"])).to_owned(),
    };
    let inner = depth.saturating_sub(1);
    match kind.as_str() {
        "boolean" => json!(chance.half()),
        "integer" => json!(*chance.of(&[0, 1, 2, 3, 4, 6, -1])),
        "number" => chance.of(&[json!(0.5), json!(2), json!(3), json!(-1)]).clone(),
        "string" => json!(*chance.of(&["x", "y", "zz", "www", "", "new", "other"])),
        "array" => {
            let length = chance.below(4);
            let item = |index: usize| match members.get("items") {
                Some(Value::Array(slots)) => slots.get(index).cloned().unwrap_or(json!({})),
                Some(one) => one.clone(),
                None => json!({}),
            };
            Value::Array((0..length).map(|index| value(&item(index), root, chance, inner)).collect())
        }
        "object" => {
            let mut object = Map::new();
            let required = members.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
            if let Some(Value::Object(properties)) = members.get("properties") {
                for (name, schema) in properties {
                    if required.contains(&json!(name)) || (depth > 0 && chance.half()) {
                        object.insert(name.clone(), value(schema, root, chance, inner));
                    }
                }
            }
            if let Some(further @ Value::Object(_)) = members.get("additionalProperties").filter(|_| chance.half()) {
                object.insert((*chance.of(&["a", "b", "k"])).to_owned(), value(further, root, chance, inner));
            }
            Value::Object(object)
        }
        _ => Value::Null,
    }
}
