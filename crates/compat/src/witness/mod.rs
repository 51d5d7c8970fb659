//! Messages that prove a break: one side may write them, and the other refuses them.
//!
//! A witness is built around the spot that a hit names: the smallest message of the writer that has it. It is shown only
//! when a validator accepts it for the writer and refuses it for the reader, at that very spot.

pub(crate) mod contain;
mod draw;
mod judge;
mod refusal;

use serde_json::{Map, Value, json};

use crate::compare::Root;
use crate::compare::pairs::{Hit, Key, PairId, Shaping, Spot, Step, Walk};
use crate::contract::{Kind as MethodKind, Method};
use crate::finding::{Part, Proof, Reader, Side};
use crate::schema::node::{Further, Objects};
use crate::schema::{Graph, LocId};
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
    steps: &[(PairId, Step<'_>)],
    pair: PairId,
    hit: &Hit<'_>,
) -> Option<Proof> {
    let places =
        hit.baseline.iter().map(|loc| walk.b.value(*loc)).chain(hit.current.iter().map(|loc| walk.c.value(*loc)));
    let mut hints = Vec::new();
    places.for_each(|fragment| named_values(fragment, &mut hints));
    let mut search = Search { walk, reader: root.reader, hints };
    let draws = if matches!(hit.spot, Spot::Values(_)) { 1 } else { DRAWS };
    (0..draws).find_map(|seed| search.attempt(root, steps, pair, hit, seed))
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

/// A message without params or without a result, which the reader's definition of them refuses.
pub(crate) fn absent(walk: &mut Walk<'_>, method: &Method, part: Part, side: Side, reader_at: &str) -> Option<Proof> {
    let judge = if side == Side::Baseline { &mut walk.judges.1 } else { &mut walk.judges.0 };
    let refusal = judge.refusal(reader_at, &Value::Null, "")?;
    let (message, pointer, refusal) = match part {
        Part::Result => (json!({ "id": 1, "result": null }), "/result", refusal.text),
        _ => (call(&method.name, method.kind, None), "", format!("`params` is missing: {}", refusal.text)),
    };
    Some(Proof::Witness { message, pointer: pointer.to_owned(), writer: side, refusal })
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

/// A search for witnesses of one hit.
struct Search<'w, 'a> {
    walk: &'w mut Walk<'a>,
    reader: Reader,
    /// The values that the changed fragments name.
    hints: Vec<Value>,
}

impl<'a> Search<'_, 'a> {
    fn attempt(
        &mut self,
        root: &Root,
        steps: &[(PairId, Step<'_>)],
        pair: PairId,
        hit: &Hit<'_>,
        seed: u64,
    ) -> Option<Proof> {
        let refusing = self.refusing_places(pair);
        let (writer_at, reader_at) = match self.reader {
            Reader::Server => (&root.pointers.0, &root.pointers.1),
            Reader::Client => (&root.pointers.1, &root.pointers.0),
        };
        for (mut built, at_step) in self.candidates(hit, seed) {
            if at_step {
                let Some(wrapped) = self.wrap(pair, &hit.step, built) else { continue };
                built = wrapped;
            }
            if self.judge(false).accepts(&refusing, &built.value) {
                continue;
            }
            for (at, step) in steps.iter().rev() {
                built = self.wrap(*at, step, built)?;
            }
            if !self.judge(true).accepts(std::slice::from_ref(writer_at), &built.value) {
                continue;
            }
            if let Some(refusal) = self.judge(false).refusal(reader_at, &built.value, &built.pointer) {
                let (message, prefix) = message(&root.method, root.kind, root.part, built.value);
                let writer = if self.reader == Reader::Server { Side::Baseline } else { Side::Current };
                // Inside the changed spot the reader may say more precisely what it refuses, such as a tag.
                let inside = refusal.pointer.starts_with(&format!("{}/", built.pointer));
                let pointer = format!("{prefix}{}", if inside { refusal.pointer } else { built.pointer });
                return Some(Proof::Witness { message, pointer, writer, refusal: refusal.text });
            }
        }
        None
    }

    fn judge(&mut self, of_writer: bool) -> &mut Judge<'a> {
        if (self.reader == Reader::Server) == of_writer { &mut self.walk.judges.0 } else { &mut self.walk.judges.1 }
    }

    fn graph(&mut self) -> &mut Graph<'a> {
        if self.reader == Reader::Server { &mut self.walk.b } else { &mut self.walk.c }
    }

    fn drawer(&mut self, seed: u64) -> Drawer<'_, 'a> {
        let hints = self.hints.clone();
        let graph = self.graph();
        if seed == 0 { Drawer::smallest(graph) } else { Drawer::seeded(graph, seed, hints) }
    }

    /// The reader's places that a pair's own value is judged by.
    fn refusing_places(&self, pair: PairId) -> Vec<String> {
        let pair = &self.walk.pairs[pair];
        let (b, c): (&[LocId], &[LocId]) = match (&pair.key, &pair.objects) {
            (Key::Schema { b, c, .. }, _) => (self.walk.b.locs(*b), self.walk.c.locs(*c)),
            (Key::Object { .. }, Some((b, c))) => (&b.at, &c.at),
            (Key::Object { .. }, None) => (&[], &[]),
        };
        match self.reader {
            Reader::Server => c.iter().map(|loc| self.walk.c.pointer(*loc)).collect(),
            Reader::Client => b.iter().map(|loc| self.walk.b.pointer(*loc)).collect(),
        }
    }

    /// Values for a hit's spot, and whether they stand where its step leads or are the pair's own value.
    fn candidates(&mut self, hit: &Hit<'_>, seed: u64) -> Vec<(Built, bool)> {
        let here = |value: Value| (Built { value, pointer: String::new() }, true);
        match &hit.spot {
            Spot::Nothing => Vec::new(),
            Spot::Values(values) => values.iter().cloned().map(here).collect(),
            Spot::Schema(schema, kind) => self.drawer(seed).draw(*schema, *kind).map(here).into_iter().collect(),
            Spot::Object(shape, shaping) => {
                let object = self.drawer(seed).object(shape);
                let shaped = object.and_then(|object| self.shaped(shape, *shaping, object, seed));
                shaped.map(|built| (built, false)).into_iter().collect()
            }
        }
    }

    fn shaped(
        &mut self,
        shape: &Objects<'_>,
        shaping: Shaping<'_>,
        mut object: Map<String, Value>,
        seed: u64,
    ) -> Option<Built> {
        let mut pointer = String::new();
        match shaping {
            Shaping::Plain => {}
            Shaping::Without(name) => drop(object.remove(name)),
            Shaping::With(name) => {
                let value = self.drawer(seed).draw(shape.members.get(name)?.schema, None)?;
                object.insert(name.to_owned(), value);
                pointer = Step::Member(name).text();
            }
            Shaping::Extra => {
                let value = self.drawer(seed).draw(shape.additional, None)?;
                object.insert(UNKNOWN.to_owned(), value);
                pointer = format!("/{UNKNOWN}");
            }
            Shaping::Sizes => {
                let most = shape.max.unwrap_or(object.len() as u64 + seed).min(object.len() as u64 + 64);
                let declared = shape.members.iter().filter(|(_, member)| member.declared && !member.required);
                let declared = declared.map(|(name, member)| ((*name).to_owned(), member.schema));
                let further = (1..100).map(|index| (format!("key{index}"), shape.additional));
                let further = further.filter(|_| shape.further != Further::Closed);
                for (name, schema) in declared.chain(further).take(usize::from(seed > 0) * usize::MAX) {
                    if object.len() as u64 >= most {
                        break;
                    }
                    object.insert(name, self.drawer(seed).draw(schema, None)?);
                }
            }
        }
        Some(Built { value: Value::Object(object), pointer })
    }

    /// Puts a value where a step leads from a pair's own value.
    fn wrap(&mut self, pair: PairId, step: &Step<'_>, built: Built) -> Option<Built> {
        let name = match step {
            Step::Same | Step::Variant(_) => return Some(built),
            Step::Member(name) => *name,
            Step::Values => "key",
            Step::Items | Step::Slot(_) => return self.in_array(pair, step, built),
        };
        let (b, c) = self.walk.pairs[pair].objects.clone()?;
        let shape = if self.reader == Reader::Server { b } else { c };
        let mut object = self.drawer(0).object(&shape)?;
        let pointer = format!("{}{}", Step::Member(name).text(), built.pointer);
        object.insert(name.to_owned(), built.value);
        Some(Built { value: Value::Object(object), pointer })
    }

    fn in_array(&mut self, pair: PairId, step: &Step<'_>, built: Built) -> Option<Built> {
        let Key::Schema { b, c, .. } = self.walk.pairs[pair].key else { return None };
        let schema = if self.reader == Reader::Server { b } else { c };
        let node = self.graph().node(schema);
        let arrays = node.arrays.first()?;
        let index = match step {
            Step::Slot(index) => *index,
            _ => arrays.prefix.len(),
        };
        let mut items = Vec::new();
        for at in 0..(index + 1).max(usize::try_from(arrays.min).ok()?.min(5000)) {
            let schema = arrays.prefix.get(at).copied().unwrap_or(arrays.rest);
            items.push(if at == index { built.value.clone() } else { self.drawer(0).draw(schema, None)? });
        }
        Some(Built { value: Value::Array(items), pointer: format!("/{index}{}", built.pointer) })
    }
}

/// The values that a fragment names, wherever it does.
fn named_values(fragment: &Value, found: &mut Vec<Value>) {
    match fragment {
        Value::Object(members) => {
            for (keyword, value) in members {
                match (keyword.as_str(), value) {
                    ("const", value) => found.push(value.clone()),
                    ("enum", Value::Array(values)) => found.extend(values.iter().cloned()),
                    _ => named_values(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| named_values(item, found)),
        _ => {}
    }
}
