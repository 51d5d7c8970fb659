//! Why a reader refuses a witness, in the reader's validator's words: of a union only what the alternative refuses that
//! the message was meant to be.
//!
//! A message that fits no alternative fails all of them, and what the others say is noise. Which one is meant shows from
//! the faults themselves: another type and another tag rule an alternative out, then the changed spot chooses.

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;

/// What is refused, and where.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) pointer: String,
    pub(crate) text: String,
}

/// The refusal that lies nearest to a spot of the message.
pub(super) fn nearest<'i>(errors: impl Iterator<Item = ValidationError<'i>>, spot: &str) -> Option<Refusal> {
    let faults: Vec<Fault> = errors.flat_map(|error| faults(&error, spot)).collect();
    let fault = faults.into_iter().rev().max_by_key(|fault| fault.nearness(spot))?;
    Some(Refusal { text: shortened(&fault.text(), 200), pointer: fault.pointer })
}

/// One thing that is wrong.
struct Fault {
    pointer: String,
    found: Value,
    wanted: Wanted,
}

enum Wanted {
    /// One of these values.
    Values(Vec<Value>),
    /// One of these types.
    Types(Vec<String>),
    /// One of these members.
    Members(Vec<Value>),
    /// What the validator says.
    Other(String),
}

impl Fault {
    /// How much of the way to the spot it shares, and how little it strays from that.
    fn nearness(&self, spot: &str) -> (usize, std::cmp::Reverse<usize>) {
        let shared = self.pointer.split('/').zip(spot.split('/')).take_while(|(a, b)| a == b).count();
        (shared, std::cmp::Reverse(self.pointer.split('/').count()))
    }

    fn text(&self) -> String {
        let found = shortened(&self.found.to_string(), 80);
        match &self.wanted {
            Wanted::Values(values) => match values.as_slice() {
                [value] => format!("{found} is not {value}"),
                values => format!("{found} is not one of {}", one_of(values)),
            },
            Wanted::Types(names) => {
                let quoted: Vec<Value> = names.iter().map(|name| name.as_str().into()).collect();
                format!("{found} is not of type{} {}", if names.len() == 1 { "" } else { "s" }, one_of(&quoted))
            }
            Wanted::Members(names) => match names.as_slice() {
                [name] => format!("{name} is a required property"),
                names => format!("one of the properties {} is required", one_of(names)),
            },
            Wanted::Other(text) => text.clone(),
        }
    }
}

fn faults(error: &ValidationError<'_>, spot: &str) -> Vec<Fault> {
    let pointer = error.instance_path().to_string();
    let wanted = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            let of = |errors: &Vec<ValidationError<'static>>| errors.iter().flat_map(|e| faults(e, spot)).collect();
            return meant(&pointer, context.iter().map(of).collect(), spot);
        }
        ValidationErrorKind::OneOfMultipleValid { context } => {
            let fitting = context.iter().filter(|errors| errors.is_empty()).count();
            let found = shortened(&error.instance().to_string(), 80);
            Wanted::Other(format!("{found} fits {fitting} alternatives, and must fit exactly one"))
        }
        ValidationErrorKind::Enum { options } => Wanted::Values(options.as_array().cloned().unwrap_or_default()),
        ValidationErrorKind::Constant { expected_value } => Wanted::Values(vec![expected_value.as_ref().clone()]),
        ValidationErrorKind::Type { kind: TypeKind::Single(expected) } => Wanted::Types(vec![expected.to_string()]),
        ValidationErrorKind::Type { kind: TypeKind::Multiple(expected) } => {
            Wanted::Types(expected.iter().map(|name| name.to_string()).collect())
        }
        ValidationErrorKind::Required { property } => Wanted::Members(vec![property.clone()]),
        _ => Wanted::Other(error.to_string()),
    };
    vec![Fault { pointer, found: error.instance().as_ref().clone(), wanted }]
}

/// Of the faults of each alternative of a union those of the one that was meant, or what all of them want.
fn meant(at: &str, mut branches: Vec<Vec<Fault>>, spot: &str) -> Vec<Fault> {
    let of_type = |fault: &Fault| fault.pointer == at && matches!(fault.wanted, Wanted::Types(_));
    unless_all(&mut branches, of_type);
    let mut tags: Vec<String> = branches.iter().flatten().filter(|fault| is_tag(at, fault)).map(at_of).collect();
    tags.sort();
    tags.dedup();
    // A value at the changed spot is no tag that tells which alternative was meant.
    for tag in tags.iter().filter(|tag| !format!("{spot}/").starts_with(&format!("{tag}/"))) {
        unless_all(&mut branches, |fault| fault.pointer == *tag && is_tag(at, fault));
    }
    if branches.len() > 1 {
        let places = tags.iter().map(String::as_str).chain([at]);
        if let Some(all) = places.into_iter().find_map(|place| wanted_by_all(place, &branches)) {
            return vec![all];
        }
    }
    let score = |faults: &Vec<Fault>| {
        let nearest = faults.iter().map(|fault| fault.nearness(spot)).max();
        (nearest, std::cmp::Reverse(faults.len()))
    };
    branches.into_iter().rev().max_by_key(score).unwrap_or_default()
}

/// Drops the alternatives with such a fault, unless that leaves none.
fn unless_all(branches: &mut Vec<Vec<Fault>>, of: impl Fn(&Fault) -> bool) {
    let has = |faults: &Vec<Fault>| faults.iter().any(&of);
    if !branches.iter().all(has) {
        branches.retain(|faults| !has(faults));
    }
}

/// Whether a member of the union's own value has none of the values that an alternative names.
fn is_tag(at: &str, fault: &Fault) -> bool {
    let member = fault.pointer.strip_prefix(at).and_then(|rest| rest.strip_prefix('/'));
    matches!(fault.wanted, Wanted::Values(_)) && member.is_some_and(|name| !name.contains('/'))
}

fn at_of(fault: &Fault) -> String {
    fault.pointer.clone()
}

/// What every alternative wants at one place, if all want the same kind of thing there.
fn wanted_by_all(place: &str, branches: &[Vec<Fault>]) -> Option<Fault> {
    let mut all: Option<Fault> = None;
    for faults in branches {
        let fault = faults.iter().find(|fault| fault.pointer == place)?;
        let Fault { wanted, .. } = all.get_or_insert_with(|| Fault {
            pointer: place.to_owned(),
            found: fault.found.clone(),
            wanted: match fault.wanted {
                Wanted::Values(_) => Wanted::Values(Vec::new()),
                Wanted::Types(_) => Wanted::Types(Vec::new()),
                _ => Wanted::Members(Vec::new()),
            },
        });
        match (wanted, &fault.wanted) {
            (Wanted::Values(all), Wanted::Values(more)) | (Wanted::Members(all), Wanted::Members(more)) => {
                all.extend(more.iter().filter(|value| !all.contains(value)).cloned().collect::<Vec<_>>());
            }
            (Wanted::Types(all), Wanted::Types(more)) => {
                all.extend(more.iter().filter(|name| !all.contains(name)).cloned().collect::<Vec<_>>());
            }
            _ => return None,
        }
    }
    all
}

/// `"a", "b" or "c"`; of many the first few.
fn one_of(values: &[Value]) -> String {
    const SHOWN: usize = 6;
    let mut words: Vec<String> = values.iter().take(SHOWN).map(|value| shortened(&value.to_string(), 40)).collect();
    let last = match values.len().saturating_sub(SHOWN) {
        0 => words.pop().unwrap_or_default(),
        more => format!("{more} others"),
    };
    if words.is_empty() { last } else { format!("{} or {last}", words.join(", ")) }
}

/// The first letters of a text: some repeat the whole value.
fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Where and why a schema refuses a value, when what changed is at a spot of it.
    fn said(schema: &Value, value: &Value, spot: &str) -> String {
        let validator = jsonschema::draft7::new(schema).expect("a schema");
        let refusal = nearest(validator.iter_errors(value), spot).expect("a refusal");
        format!("{}: {}", refusal.pointer, refusal.text)
    }

    fn tagged(name: &str, members: Value) -> Value {
        let mut properties = members;
        properties["type"] = json!({ "enum": [name] });
        json!({ "type": "object", "required": ["type"], "properties": properties })
    }

    #[test]
    fn null_beside_a_schema_is_passed_over() {
        let schema =
            json!({ "properties": { "state": { "anyOf": [{ "enum": ["open", "done"] }, { "type": "null" }] } } });
        assert_eq!(
            said(&schema, &json!({ "state": "late" }), "/state"),
            r#"/state: "late" is not one of "open" or "done""#
        );
    }

    #[test]
    fn the_tag_chooses_the_variant() {
        let schema = json!({ "oneOf": [
            tagged("note", json!({ "text": { "type": "string" } })),
            tagged("list", json!({ "items": { "type": "array", "items": { "type": "string" } } })),
        ] });
        let list = json!({ "type": "list", "items": ["a", 5] });
        assert_eq!(said(&schema, &list, "/items/1"), r#"/items/1: 5 is not of type "string""#);
    }

    #[test]
    fn an_unknown_tag_is_told_with_all_that_are_known() {
        let schema = json!({ "oneOf": [tagged("note", json!({})), tagged("list", json!({})), { "type": "null" }] });
        assert_eq!(said(&schema, &json!({ "type": "board" }), ""), r#"/type: "board" is not one of "note" or "list""#);
    }

    #[test]
    fn a_value_at_the_changed_spot_is_no_tag() {
        let states = |of: Value| json!({ "state": { "enum": of } });
        let schema = json!({ "oneOf": [tagged("note", states(json!(["open"]))), tagged("list", json!({}))] });
        let note = json!({ "type": "note", "state": "late" });
        assert_eq!(said(&schema, &note, "/state"), r#"/state: "late" is not "open""#);
    }

    #[test]
    fn where_all_alternatives_want_the_same_kind_of_thing_it_is_one_list() {
        let schema = json!({ "anyOf": [{ "type": "string" }, { "type": "integer" }] });
        assert_eq!(said(&schema, &json!(true), ""), r#": true is not of types "string" or "integer""#);
        let schema = json!({ "oneOf": [{ "enum": ["a"] }, { "const": "b" }] });
        assert_eq!(said(&schema, &json!("c"), ""), r#": "c" is not one of "a" or "b""#);
        let schema = json!({ "oneOf": [
            { "type": "object", "required": ["text"] }, { "type": "object", "required": ["image"] },
        ] });
        assert_eq!(said(&schema, &json!({}), ""), r#": one of the properties "text" or "image" is required"#);
    }

    #[test]
    fn one_variant_too_many_is_told_by_number() {
        let schema = json!({ "oneOf": [{ "type": "string" }, { "maxLength": 3 }, { "type": "null" }] });
        assert_eq!(said(&schema, &json!("a"), ""), r#": "a" fits 2 alternatives, and must fit exactly one"#);
    }
}
