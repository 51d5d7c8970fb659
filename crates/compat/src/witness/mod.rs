//! Messages that prove a break: one side may write them, and the other refuses them.
//!
//! A witness is built around the spot that a hit names: the smallest message of the writer that has it. It is shown only
//! when a validator accepts it for the writer and refuses it for the reader, at that very spot.

mod draw;
mod judge;

use std::rc::Rc;

use serde_json::{Map, Value, json};

use crate::compare::Root;
use crate::compare::pairs::{Hit, Key, PairId, Shaping, Spot, Step, Walk};
use crate::contract::{Kind as MethodKind, Method};
use crate::finding::{Part, Proof, Reader, Side};
use crate::schema::node::{Arrays, Further, Objects};
use crate::schema::{Graph, SchemaId};
use draw::Drawer;
pub(crate) use judge::Judge;

/// How many instances a search draws.
const DRAWS: u64 = 40;

/// The name of a member that no schema has.
const UNKNOWN: &str = "unknownMember";

/// A value with the place in it that matters.
struct Built {
    value: Value,
    pointer: String,
}

/// Looks for a message that proves a hit, on one way from a payload to it.
pub(crate) fn prove(
    walk: &mut Walk<'_>,
    root: &Root,
    steps: &[(PairId, Step)],
    pair: PairId,
    hit: &Hit,
) -> Option<Proof> {
    let reader = root.reader;
    let refusing = refusing_places(walk, pair, reader);
    let (writer_at, reader_at) = match reader {
        Reader::Server => (&root.pointers.0, &root.pointers.1),
        Reader::Client => (&root.pointers.1, &root.pointers.0),
    };
    for seed in 0..DRAWS {
        for (candidate, at_step) in candidates(walk, reader, hit, seed) {
            let mut built = candidate;
            if at_step {
                let Some(wrapped) = wrap(walk, reader, pair, &hit.step, built) else { continue };
                built = wrapped;
            }
            if judge(walk, reader, false).accepts(&refusing, &built.value) {
                continue;
            }
            for (at, step) in steps.iter().rev() {
                match wrap(walk, reader, *at, step, built) {
                    Some(wrapped) => built = wrapped,
                    None => return None,
                }
            }
            if !judge(walk, reader, true).accepts(std::slice::from_ref(writer_at), &built.value) {
                continue;
            }
            let refusals = judge(walk, reader, false).refusals(reader_at, &built.value);
            let near = refusals.iter().max_by_key(|refusal| {
                let shared =
                    refusal.pointer.split('/').zip(built.pointer.split('/')).take_while(|(a, b)| a == b).count();
                (shared, std::cmp::Reverse(refusal.pointer.len()))
            });
            if let Some(near) = near {
                let (message, prefix) = message(&root.method, root.kind, root.part, built.value);
                return Some(Proof::Witness {
                    message,
                    pointer: format!("{prefix}{}", built.pointer),
                    writer: writer(reader),
                    refusal: near.text.clone(),
                });
            }
        }
        // Values that are given do not change from draw to draw.
        if matches!(hit.spot, Spot::Nothing) {
            return None;
        }
    }
    None
}

/// A message of a method that the other side does not know, valid for the one that does.
pub(crate) fn unknown(walk: &mut Walk<'_>, method: &Method, side: Side) -> Option<Proof> {
    let (graph, judge) = match side {
        Side::Baseline => (&mut walk.b, &mut walk.judges.0),
        Side::Current => (&mut walk.c, &mut walk.judges.1),
    };
    let params = match &method.params {
        None => None,
        Some(pointer) => {
            let loc = graph.find(pointer)?;
            let schema = graph.schema(loc);
            let value = Drawer::smallest(graph).draw(schema, None)?;
            if !judge.accepts(std::slice::from_ref(pointer), &value) {
                return None;
            }
            Some(value)
        }
    };
    let message = call(&method.name, method.kind, params);
    let refusal = format!("there is no method `{}`", method.name);
    Some(Proof::Witness { message, pointer: "/method".to_owned(), writer: side, refusal })
}

/// A message without params, which the reader's definition of them refuses.
pub(crate) fn absent(walk: &mut Walk<'_>, method: &Method, side: Side, reader_at: &str) -> Option<Proof> {
    let judge = if side == Side::Baseline { &mut walk.judges.1 } else { &mut walk.judges.0 };
    let refusal = judge.refusals(reader_at, &Value::Null).into_iter().next()?;
    let message = call(&method.name, method.kind, None);
    let refusal = format!("`params` is missing: {}", refusal.text);
    Some(Proof::Witness { message, pointer: String::new(), writer: side, refusal })
}

fn call(method: &str, kind: MethodKind, params: Option<Value>) -> Value {
    let mut message = Map::new();
    if kind == MethodKind::Request {
        message.insert("id".to_owned(), json!(1));
    }
    message.insert("method".to_owned(), json!(method));
    message.extend(params.map(|params| ("params".to_owned(), params)));
    Value::Object(message)
}

fn message(method: &str, kind: MethodKind, part: Part, payload: Value) -> (Value, &'static str) {
    match part {
        Part::Result => (json!({ "id": 1, "result": payload }), "/result"),
        _ => (call(method, kind, Some(payload)), "/params"),
    }
}

fn writer(reader: Reader) -> Side {
    match reader {
        Reader::Server => Side::Baseline,
        Reader::Client => Side::Current,
    }
}

fn judge<'w, 'a>(walk: &'w mut Walk<'a>, reader: Reader, of_writer: bool) -> &'w mut Judge<'a> {
    if (reader == Reader::Server) == of_writer { &mut walk.judges.0 } else { &mut walk.judges.1 }
}

fn graph<'w, 'a>(walk: &'w mut Walk<'a>, reader: Reader) -> &'w mut Graph<'a> {
    if reader == Reader::Server { &mut walk.b } else { &mut walk.c }
}

fn own<'p, T>(reader: Reader, (b, c): (&'p T, &'p T)) -> &'p T {
    if reader == Reader::Server { b } else { c }
}

/// The reader's places that a pair's own value is judged by.
fn refusing_places(walk: &Walk<'_>, pair: PairId, reader: Reader) -> Vec<String> {
    let pair = &walk.pairs[pair];
    let locs = |baseline: &[u32], current: &[u32]| -> Vec<String> {
        match reader {
            Reader::Server => current.iter().map(|loc| walk.c.pointer(*loc)).collect(),
            Reader::Client => baseline.iter().map(|loc| walk.b.pointer(*loc)).collect(),
        }
    };
    match (&pair.key, &pair.objects) {
        (Key::Schema { b, c, .. }, _) => locs(walk.b.locs(*b), walk.c.locs(*c)),
        (Key::Object { .. }, Some((b, c))) => locs(&b.at, &c.at),
        (Key::Object { .. }, None) => Vec::new(),
    }
}

/// Values for a hit's spot, and whether they stand where its step leads or are the pair's own value.
fn candidates(walk: &mut Walk<'_>, reader: Reader, hit: &Hit, seed: u64) -> Vec<(Built, bool)> {
    let here = |value: Value| (Built { value, pointer: String::new() }, true);
    match &hit.spot {
        Spot::Nothing => Vec::new(),
        Spot::Values(values) if seed == 0 => values.iter().cloned().map(here).collect(),
        Spot::Values(_) => Vec::new(),
        Spot::Schema(schema, kind) => drawer(walk, reader, seed).draw(*schema, *kind).map(here).into_iter().collect(),
        Spot::Object(shape, shaping) => {
            let Some(object) = drawer(walk, reader, seed).object(shape) else { return Vec::new() };
            shaped(walk, reader, shape, shaping, object, seed)
        }
    }
}

fn shaped(
    walk: &mut Walk<'_>,
    reader: Reader,
    shape: &Rc<Objects>,
    shaping: &Shaping,
    mut object: Map<String, Value>,
    seed: u64,
) -> Vec<(Built, bool)> {
    let mut pointer = String::new();
    let mut draw = |schema: SchemaId| drawer(walk, reader, seed).draw(schema, None);
    match shaping {
        Shaping::Plain => {}
        Shaping::Without(name) => drop(object.remove(name)),
        Shaping::With(name) => {
            let Some(value) = shape.members.get(name).and_then(|member| draw(member.schema)) else { return Vec::new() };
            object.insert(name.clone(), value);
            pointer = Step::Member(name.clone()).text();
        }
        Shaping::Extra => {
            let schema = if shape.further == Further::Closed { None } else { Some(shape.additional) };
            let Some(value) = schema.and_then(draw) else { return Vec::new() };
            object.insert(UNKNOWN.to_owned(), value);
            pointer = format!("/{UNKNOWN}");
        }
        Shaping::Sizes => {
            let most = shape.max.unwrap_or(object.len() as u64 + seed).min(object.len() as u64 + 64);
            let mut optional = shape.members.iter().filter(|(_, member)| member.declared && !member.required);
            let mut index = 0;
            while (object.len() as u64) < most && seed > 0 && index < 100 {
                index += 1;
                let (name, schema) = match optional.next() {
                    Some((name, member)) => (name.clone(), member.schema),
                    None if shape.further == Further::Closed => break,
                    None => (format!("key{index}"), shape.additional),
                };
                let Some(value) = draw(schema) else { break };
                object.insert(name, value);
            }
        }
    }
    vec![(Built { value: Value::Object(object), pointer }, false)]
}

fn drawer<'w, 'a>(walk: &'w mut Walk<'a>, reader: Reader, seed: u64) -> Drawer<'w, 'a> {
    let graph = graph(walk, reader);
    if seed == 0 { Drawer::smallest(graph) } else { Drawer::seeded(graph, seed) }
}

/// Puts a value where a step leads from a pair's own value.
fn wrap(walk: &mut Walk<'_>, reader: Reader, pair: PairId, step: &Step, built: Built) -> Option<Built> {
    let shape = walk.pairs[pair].objects.as_ref().map(|(b, c)| Rc::clone(own(reader, (b, c))));
    let name = match step {
        Step::Same | Step::Variant(_) => return Some(built),
        Step::Member(name) => name.clone(),
        Step::Values => "key".to_owned(),
        Step::Items | Step::Slot(_) => return in_array(walk, reader, pair, step, built),
    };
    let mut object = Drawer::smallest(graph(walk, reader)).object(&shape?)?;
    let pointer = format!("{}{}", Step::Member(name.clone()).text(), built.pointer);
    object.insert(name, built.value);
    Some(Built { value: Value::Object(object), pointer })
}

fn in_array(walk: &mut Walk<'_>, reader: Reader, pair: PairId, step: &Step, built: Built) -> Option<Built> {
    let Key::Schema { b, c, .. } = walk.pairs[pair].key else { return None };
    let schema = *own(reader, (&b, &c));
    let graph = graph(walk, reader);
    let node = graph.node(schema);
    let arrays: &Arrays = node.arrays.first()?;
    let index = match step {
        Step::Slot(index) => *index,
        _ => arrays.prefix.len(),
    };
    let mut items = Vec::new();
    for at in 0..(index + 1).max(usize::try_from(arrays.min).ok()?.min(5000)) {
        let schema = arrays.prefix.get(at).copied().unwrap_or(arrays.rest);
        items.push(if at == index { built.value.clone() } else { Drawer::smallest(graph).draw(schema, None)? });
    }
    Some(Built { value: Value::Array(items), pointer: format!("/{index}{}", built.pointer) })
}
