//! Which form of a union a value was meant to be: the one its tag names, or else the nearest.
//!
//! A value that fits no form of a union fails all of them, and what the others say of it is noise. Generators write
//! tagged unions in three ways: a member with one value for each form (`{"type": "text", …}`), an object with one member
//! that names the form (`{"text": {…}}`), and plain values (`"text"`). All three are recognised by their shape.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::explain::one_of;
use crate::fault::Fault;
use crate::nearest::likeness;
use crate::pointer::join;

/// How deep references and unions inside unions are followed.
const DEPTH: usize = 16;

/// What is wrong with a value of a union as the form that was meant. `explained` tells its faults as the form of an index.
pub(crate) fn faults(
    document: &Value,
    forms: &[Value],
    pointer: &str,
    value: &Value,
    explained: &dyn Fn(usize) -> Vec<Fault>,
) -> Vec<Fault> {
    let all: Vec<Form<'_>> = forms
        .iter()
        .enumerate()
        .map(|(index, schema)| Form { index, name: name(schema), shape: shape(document, schema, DEPTH) })
        .collect();
    let here = kind(value);
    let mut meant: Vec<&Form<'_>> = all.iter().filter(|form| form.shape.kinds & here != 0).collect();
    if meant.is_empty() {
        let kinds = all.iter().fold(0, |kinds, form| kinds | form.shape.kinds);
        return vec![Fault::mismatch(pointer, "type", kind_names(kinds), value)];
    }
    let several = meant.len() > 1;
    // Plain values: each form is a list of them.
    if several && let Some(values) = every(&meant, |form| form.shape.values.as_ref()) {
        return vec![Fault::mismatch(pointer, "enum", one_of(values.into_iter().flatten().copied(), value), value)];
    }
    if let Value::Object(members) = value {
        while meant.len() > 1
            && let Some(tag) = tag(&meant)
        {
            let values = || meant.iter().flat_map(|form| &form.shape.fixed[tag]).copied();
            let Some(found) = members.get(tag) else {
                let mut fault = Fault::missing(pointer, tag);
                fault.message.push_str(&format!(": expected {}", one_of(values(), &Value::Null)));
                return vec![fault];
            };
            if !values().any(|value| value == found) {
                return vec![Fault::mismatch(join(pointer, tag), "enum", one_of(values(), found), found)];
            }
            let before = meant.len();
            meant.retain(|form| form.shape.fixed[tag].contains(&found));
            // Forms whose lists of values overlap: this tag tells no more of them.
            if meant.len() == before {
                break;
            }
        }
        if meant.len() > 1
            && let Some(names) = every(&meant, |form| form.shape.only())
        {
            match names.iter().position(|name| members.contains_key(*name)) {
                Some(index) => meant = vec![meant[index]],
                None => return vec![no_variant(pointer, names, members, value)],
            }
        }
    }
    if let [form] = meant.as_slice() {
        return explained(form.index);
    }
    nearest(&meant, value, explained)
}

/// The form that lacks the fewest members and then has the fewest faults; each fault says that it was chosen so.
fn nearest(forms: &[&Form<'_>], value: &Value, explained: &dyn Fn(usize) -> Vec<Fault>) -> Vec<Fault> {
    let lacks = |form: &Form<'_>| {
        let members = value.as_object();
        form.shape.required.iter().filter(|name| members.is_some_and(|members| !members.contains_key(**name))).count()
    };
    let scored = forms.iter().map(|form| (lacks(form), explained(form.index), form.name));
    let Some((_, mut faults, name)) = scored.min_by_key(|(lacks, faults, _)| (*lacks, faults.len())) else {
        return Vec::new();
    };
    let name = name.map(|name| format!(" `{name}`")).unwrap_or_default();
    for fault in &mut faults {
        fault.message.push_str(&format!(" (in the nearest of {} forms{name})", forms.len()));
    }
    faults
}

/// An object that should have one of several members, and has none of them.
fn no_variant(pointer: &str, mut names: Vec<&str>, members: &Map<String, Value>, value: &Value) -> Fault {
    let only = members.keys().next().filter(|_| members.len() == 1);
    if let Some(only) = only {
        names.sort_by(|left, right| likeness(only, right).total_cmp(&likeness(only, left)));
    }
    let expected = format!("one of the members `{}`", names.join("`, `"));
    let mut fault = Fault::mismatch(pointer, "required", expected.as_str(), value);
    if let Some(only) = only {
        fault.message = format!("expected {expected}, found `{only}`");
        fault.found = Some(format!("`{only}`"));
        fault.site = Some(join(pointer, only));
    }
    fault
}

/// One form of a union.
struct Form<'a> {
    index: usize,
    name: Option<&'a str>,
    shape: Shape<'a>,
}

/// What can be told of a form without checking a value against it.
#[derive(Clone)]
struct Shape<'a> {
    /// The kinds of values that it may be.
    kinds: u8,
    /// The members that it must have.
    required: Vec<&'a str>,
    /// Of those, the ones that have one of a few given values.
    fixed: BTreeMap<&'a str, Vec<&'a Value>>,
    /// All its members, where it describes any.
    members: Vec<&'a str>,
    /// The values that it may be, where they are listed.
    values: Option<Vec<&'a Value>>,
}

impl<'a> Shape<'a> {
    /// The one member that it has.
    fn only(&self) -> Option<&'a str> {
        match (self.required.as_slice(), self.members.as_slice()) {
            ([required], [member]) if required == member => Some(member),
            _ => None,
        }
    }
}

/// What a function tells of every form, or `None` if it has nothing to tell of one.
fn every<'f, T>(forms: &[&'f Form<'_>], tell: impl Fn(&'f Form<'_>) -> Option<T>) -> Option<Vec<T>> {
    forms.iter().map(|form| tell(form)).collect()
}

/// The member that tells forms apart: all must have it, with values of their own. One with a single value for each
/// form is preferred, then the first by name.
fn tag<'a>(forms: &[&Form<'a>]) -> Option<&'a str> {
    let (first, others) = forms.split_first()?;
    let tells = |name: &&&'a str| {
        others.iter().all(|form| form.shape.fixed.contains_key(**name))
            && others.iter().any(|form| form.shape.fixed[**name] != first.shape.fixed[**name])
    };
    let loose = |name: &&&'a str| forms.iter().any(|form| form.shape.fixed[**name].len() != 1);
    first.shape.fixed.keys().filter(tells).min_by_key(loose).copied()
}

fn shape<'a>(document: &'a Value, schema: &'a Value, depth: usize) -> Shape<'a> {
    let open = Shape { kinds: ANY, required: Vec::new(), fixed: BTreeMap::new(), members: Vec::new(), values: None };
    let schema = resolved(document, schema);
    if depth == 0 {
        return open;
    }
    if let Some(forms) = ["oneOf", "anyOf"].iter().find_map(|word| schema.get(word)?.as_array()) {
        let mut shapes = forms.iter().map(|form| shape(document, form, depth - 1));
        return shapes.next().map_or(open, |first| shapes.fold(first, either));
    }
    let values = values(schema);
    let kinds = match (&values, schema.get("type")) {
        (Some(values), _) => values.iter().fold(0, |kinds, value| kinds | kind(value)),
        (None, Some(Value::String(name))) => kind_of(name),
        (None, Some(Value::Array(names))) => {
            names.iter().filter_map(Value::as_str).fold(0, |k, name| k | kind_of(name))
        }
        (None, _) => ANY,
    };
    let properties = schema.get("properties").and_then(Value::as_object);
    let required: Vec<&str> =
        schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let fixed = required
        .iter()
        .filter_map(|name| Some((*name, self::values(resolved(document, properties?.get(*name)?))?)))
        .collect();
    let members = properties.into_iter().flat_map(Map::keys).map(String::as_str).collect();
    Shape { kinds, required, fixed, members, values }
}

/// What can be told of a value that has one of two shapes.
fn either<'a>(mut one: Shape<'a>, other: Shape<'a>) -> Shape<'a> {
    one.kinds |= other.kinds;
    one.required.retain(|name| other.required.contains(name));
    one.fixed.retain(|name, values| {
        let Some(more) = other.fixed.get(name) else { return false };
        values.extend(more);
        true
    });
    one.members.extend(other.members.iter().filter(|name| !one.members.contains(name)).copied().collect::<Vec<_>>());
    one.values = one.values.zip(other.values).map(|(one, other)| [one, other].concat());
    one
}

/// A schema behind references, and behind an `allOf` that only wraps one.
fn resolved<'a>(document: &'a Value, mut schema: &'a Value) -> &'a Value {
    for _ in 0..DEPTH {
        let target = match (schema.get("$ref").and_then(Value::as_str), schema.get("allOf").and_then(Value::as_array)) {
            (Some(reference), _) => reference.strip_prefix('#').and_then(|pointer| document.pointer(pointer)),
            (None, Some(parts)) if parts.len() == 1 && schema.get("properties").is_none() => parts.first(),
            _ => None,
        };
        match target {
            Some(target) => schema = target,
            None => break,
        }
    }
    schema
}

/// What a reader calls a form: its title, or the definition it refers to.
fn name(schema: &Value) -> Option<&str> {
    let referred = || schema.get("$ref")?.as_str()?.rsplit('/').next();
    schema.get("title").and_then(Value::as_str).or_else(referred)
}

/// The values that a schema lists.
fn values(schema: &Value) -> Option<Vec<&Value>> {
    match (schema.get("const"), schema.get("enum").and_then(Value::as_array)) {
        (Some(one), _) => Some(vec![one]),
        (None, Some(values)) => Some(values.iter().collect()),
        (None, None) => None,
    }
}

/// The kinds of JSON values, a bit each.
const KINDS: [(&str, u8); 7] =
    [("string", 1), ("integer", 2), ("number", 6), ("boolean", 8), ("array", 16), ("object", 32), ("null", 64)];
const ANY: u8 = 127;

fn kind_of(name: &str) -> u8 {
    KINDS.iter().find(|(known, _)| *known == name).map_or(ANY, |(_, kind)| *kind)
}

fn kind(value: &Value) -> u8 {
    match value {
        Value::String(_) => 1,
        Value::Number(number) if number.as_f64().is_some_and(|number| number.fract() != 0.0) => 4,
        Value::Number(_) => 2,
        Value::Bool(_) => 8,
        Value::Array(_) => 16,
        Value::Object(_) => 32,
        Value::Null => 64,
    }
}

fn kind_names(kinds: u8) -> String {
    let whole = |kind: u8| kinds & kind == kind;
    let names = KINDS.iter().filter(|(name, kind)| whole(*kind) && !(*name == "integer" && whole(6)));
    names.map(|(name, _)| *name).collect::<Vec<_>>().join(" or ")
}
