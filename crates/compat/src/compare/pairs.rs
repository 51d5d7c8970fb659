//! Pairs of schemas, one of the baseline and one of the current version, each compared once for each reader.
//!
//! Comparing a pair yields what changed right there (hits) and the pairs below it (edges), never what is below them. So
//! recursion ends, the work is linear in the bundle, and what a definition's change means for methods is read off the
//! graph afterwards. It also makes looking ahead free: a pair that nothing points at is in no report.

use std::collections::HashSet;
use std::rc::Rc;

use foldhash::HashMap;
use serde_json::Value;

use crate::Options;
use crate::finding::{Level, Reader};
use crate::rule::Rule;
use crate::schema::node::{Kind, Objects};
use crate::schema::{Graph, LocId, SchemaId};
use crate::witness::Judge;

pub(crate) type PairId = usize;

/// How deep one look ahead may start another.
const DEEPEST: u32 = 6;

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    /// Two schemas. `null`: whether each admits null is compared here, and not where they are used.
    Schema { b: SchemaId, c: SchemaId, null: bool },
    /// Two object alternatives, by address; the graphs keep them. `tag`: the member by which variants are told apart
    /// was renamed, and is passed over.
    Object { b: usize, c: usize, tag: Option<(String, String)> },
}

/// An object alternative on both sides.
pub(crate) type Both<'a> = (Rc<Objects<'a>>, Rc<Objects<'a>>);

/// One comparison and what came of it.
pub(crate) struct Pair<'a> {
    pub(crate) key: Key,
    pub(crate) reader: Reader,
    pub(crate) objects: Option<Both<'a>>,
    pub(crate) hits: Vec<Hit<'a>>,
    pub(crate) edges: Vec<Edge<'a>>,
    explored: bool,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Busy,
    Done,
}

/// The way from a pair to one below it.
#[derive(Debug, Clone)]
pub(crate) struct Edge<'a> {
    pub(crate) to: PairId,
    pub(crate) step: Step<'a>,
    pub(crate) experimental: bool,
}

/// One step of a path inside a payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// The same value, seen as one of its alternatives.
    Same,
    /// The same value, seen as the variant of this name.
    Variant(String),
    Member(&'a str),
    Items,
    Slot(usize),
    Values,
}

impl Step<'_> {
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Same => String::new(),
            Self::Variant(name) => format!("<{name}>"),
            Self::Member(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
            Self::Items | Self::Values => "/*".to_owned(),
            Self::Slot(index) => format!("/{index}"),
        }
    }
}

/// Something that changed, right at a pair.
#[derive(Debug, Clone)]
pub(crate) struct Hit<'a> {
    pub(crate) rule: &'static Rule,
    /// Where below the pair's own value, at most one step.
    pub(crate) step: Step<'a>,
    pub(crate) baseline: Vec<LocId>,
    pub(crate) current: Vec<LocId>,
    pub(crate) message: String,
    pub(crate) spot: Spot<'a>,
    pub(crate) experimental: bool,
    /// Another verdict than the rule's, where the reader is known to be lenient.
    pub(crate) level: Option<Level>,
}

/// What a message must have at a hit so that the reader refuses it. Schemas are the writer's.
#[derive(Debug, Clone)]
pub(crate) enum Spot<'a> {
    /// No message is refused.
    Nothing,
    /// One of these values, where the hit's step leads.
    Values(Vec<Value>),
    /// An instance of a schema, of this type if any, where the hit's step leads.
    Schema(SchemaId, Option<Kind>),
    /// An object of this shape as the pair's own value.
    Object(Rc<Objects<'a>>, Shaping<'a>),
}

/// What is particular about an object in a [`Spot`].
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shaping<'a> {
    Plain,
    Without(&'a str),
    With(&'a str),
    /// A member that the schema does not name.
    Extra,
    /// As few or as many members as it may have.
    Sizes,
}

/// The comparison of two bundles.
pub(crate) struct Walk<'a> {
    pub(crate) b: Graph<'a>,
    pub(crate) c: Graph<'a>,
    pub(crate) judges: (Judge<'a>, Judge<'a>),
    pub(crate) options: &'a Options,
    pub(crate) pairs: Vec<Pair<'a>>,
    /// Which two definitions are one under two names.
    pub(crate) renamed: HashMap<(LocId, LocId), bool>,
    by_key: HashMap<(Key, Reader), PairId>,
    same: HashMap<PairId, bool>,
    ahead: u32,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(baseline: &'a Value, current: &'a Value, options: &'a Options) -> Self {
        Self {
            b: Graph::new(baseline),
            c: Graph::new(current),
            judges: (Judge::new(baseline), Judge::new(current)),
            options,
            pairs: Vec::new(),
            renamed: HashMap::default(),
            by_key: HashMap::default(),
            same: HashMap::default(),
            ahead: 0,
        }
    }

    /// The pair of two schemas.
    pub(crate) fn schemas(&mut self, b: SchemaId, c: SchemaId, null: bool, reader: Reader) -> PairId {
        // One pair for schemas that do not admit null, whether or not it is allowed around them.
        let null = null || !(self.b.node(b).has(Kind::Null) || self.c.node(c).has(Kind::Null));
        self.pair(Key::Schema { b, c, null }, reader, None)
    }

    /// The pair of two object alternatives.
    pub(crate) fn objects(
        &mut self,
        b: &Rc<Objects<'a>>,
        c: &Rc<Objects<'a>>,
        tag: Option<(String, String)>,
        reader: Reader,
    ) -> PairId {
        let key = Key::Object { b: Rc::as_ptr(b) as usize, c: Rc::as_ptr(c) as usize, tag };
        self.pair(key, reader, Some((Rc::clone(b), Rc::clone(c))))
    }

    fn pair(&mut self, key: Key, reader: Reader, objects: Option<Both<'a>>) -> PairId {
        let pairs = &mut self.pairs;
        *self.by_key.entry((key, reader)).or_insert_with_key(|(key, _)| {
            let (key, state) = (key.clone(), State::New);
            pairs.push(Pair { key, reader, objects, hits: Vec::new(), edges: Vec::new(), explored: false, state });
            pairs.len() - 1
        })
    }

    /// Takes two payloads that have nothing to do with each other for one change, instead of listing all that differs.
    pub(crate) fn replaced_payload(&mut self, pair: PairId, hit: Hit<'a>) {
        self.pairs[pair].state = State::Done;
        self.pairs[pair].hits = vec![hit];
    }

    /// How many pairs and schemas there are: the work that was done.
    #[cfg(test)]
    pub(crate) fn size(&self) -> usize {
        self.pairs.len() + self.b.size() + self.c.size()
    }

    /// Compares a pair and all below it that no earlier call has compared.
    pub(crate) fn explore(&mut self, root: PairId) {
        let mut queue = vec![root];
        while let Some(id) = queue.pop() {
            if !std::mem::replace(&mut self.pairs[id].explored, true) {
                self.settle(id);
                queue.extend(self.pairs[id].edges.iter().rev().map(|edge| edge.to));
            }
        }
    }

    /// Compares a pair, unless that was done or is being done; whether it is done.
    fn settle(&mut self, id: PairId) -> bool {
        if self.pairs[id].state == State::New {
            self.pairs[id].state = State::Busy;
            self.compare_pair(id);
            self.pairs[id].state = State::Done;
        }
        self.pairs[id].state == State::Done
    }

    /// Whether nothing at a pair or below it is more than a note.
    pub(crate) fn is_same(&mut self, pair: PairId) -> bool {
        if let Some(&known) = self.same.get(&pair) {
            return known;
        }
        let found = self.look_ahead(pair, |hit, _| !crate::rules::is_note(hit.rule));
        if let Some(same) = found.certain() {
            self.same.insert(pair, same);
        }
        found.clean
    }

    /// Whether nothing at a pair or below it makes a reader refuse a message.
    pub(crate) fn is_clean(&mut self, pair: PairId) -> bool {
        self.look_ahead(pair, |hit, reader| verdict(hit, reader) == Level::Wire).clean
    }

    fn look_ahead(&mut self, pair: PairId, wrong: fn(&Hit<'_>, Reader) -> bool) -> Ahead {
        if self.ahead >= DEEPEST {
            return Ahead { clean: false, busy: true };
        }
        self.ahead += 1;
        let ahead = self.reach(pair, |pair| pair.hits.iter().any(|hit| wrong(hit, pair.reader)));
        self.ahead -= 1;
        ahead
    }

    /// Compares a pair and those below it until one is wrong.
    fn reach(&mut self, root: PairId, wrong: impl Fn(&Pair<'_>) -> bool) -> Ahead {
        let mut seen = HashSet::from([root]);
        let mut queue = vec![root];
        let mut busy = false;
        while let Some(id) = queue.pop() {
            // One that is being compared further up counts there.
            busy |= !self.settle(id);
            if wrong(&self.pairs[id]) {
                return Ahead { clean: false, busy };
            }
            // The first edge first, so that the order of discovery is that of the schema.
            queue.extend(self.pairs[id].edges.iter().rev().map(|edge| edge.to).filter(|to| seen.insert(*to)));
        }
        Ahead { clean: true, busy }
    }

    fn compare_pair(&mut self, id: PairId) {
        match self.pairs[id].key.clone() {
            Key::Schema { b, c, null } => self.compare_schemas(id, b, c, null),
            Key::Object { tag, .. } => {
                if let Some((b, c)) = self.pairs[id].objects.clone() {
                    self.compare_objects(id, &b, &c, tag.as_ref());
                }
            }
        }
    }

    pub(crate) fn hit(&mut self, pair: PairId, hit: Hit<'a>) {
        self.pairs[pair].hits.push(hit);
    }

    pub(crate) fn edge(&mut self, pair: PairId, to: PairId, step: Step<'a>, experimental: bool) {
        let known = self.pairs[pair].edges.iter().any(|edge| edge.to == to && edge.step == step);
        if !known {
            self.pairs[pair].edges.push(Edge { to, step, experimental });
        }
    }

    /// Whether one side's bundle admits a value.
    pub(crate) fn admits(&mut self, current: bool, schema: SchemaId, value: &Value) -> bool {
        let (graph, judge) = if current { (&self.c, &mut self.judges.1) } else { (&self.b, &mut self.judges.0) };
        let pointers: Vec<String> = graph.locs(schema).iter().map(|loc| graph.pointer(*loc)).collect();
        judge.accepts(&pointers, value)
    }
}

/// The outcome of a look ahead.
struct Ahead {
    clean: bool,
    /// It ran into a pair that is being compared, and took its side.
    busy: bool,
}

impl Ahead {
    fn certain(&self) -> Option<bool> {
        (!self.clean || !self.busy).then_some(self.clean)
    }
}

/// What a hit means to its reader.
pub(crate) fn verdict(hit: &Hit<'_>, reader: Reader) -> Level {
    hit.level.unwrap_or(match reader {
        Reader::Server => hit.rule.input,
        Reader::Client => hit.rule.output,
    })
}
