//! A bundle as a graph of schemas in normal form, built on demand and remembered by place.
//!
//! A [`SchemaId`] is a set of places that all hold at once; most have one. Two spellings of the same thing lead to the
//! same [`Node`]: references are followed, `allOf` is merged, unions are flattened.

pub(crate) mod node;
pub(crate) mod normal;
pub(crate) mod number;
mod objects;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use foldhash::HashMap;
use serde_json::{Map, Value};

use node::{Node, Objects};

/// A place in the bundle.
pub(crate) type LocId = u32;

/// The place of the whole bundle.
const ROOT: LocId = 0;

/// A schema: the places that all hold at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SchemaId(u32);

/// The schema that admits everything and stands nowhere.
pub(crate) const ANY: SchemaId = SchemaId(0);

struct Loc<'a> {
    value: &'a Value,
    parent: LocId,
    token: Token<'a>,
    /// The schema that stands here and nowhere else, once it was asked for.
    schema: Option<SchemaId>,
}

/// The last step to a place.
#[derive(Clone, Copy)]
enum Token<'a> {
    Root,
    Name(&'a str),
    Index(usize),
}

/// What was found out about a schema so far.
struct Schema<'a> {
    /// Its places, among those of all.
    places: Range<u32>,
    node: Option<Rc<Node<'a>>>,
    /// Boxed, for most schemas are never looked at.
    site: Option<Box<Site<'a>>>,
}

/// What is written beside a schema and restricts nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Notes<'a> {
    /// Title and description.
    pub(crate) text: Option<[Option<&'a str>; 2]>,
    pub(crate) default: Option<&'a Value>,
    pub(crate) experimental: bool,
    pub(crate) deprecated: bool,
}

/// A schema with what stands around it where it is used: references and `| null` are looked through.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Site<'a> {
    /// What is left when they are taken away.
    pub(crate) target: SchemaId,
    /// `| null` stood around it.
    pub(crate) nullable: bool,
    /// The last definition that a reference led to.
    pub(crate) definition: Option<LocId>,
    /// The notes on the way, without those of the target, the nearest first.
    pub(crate) around: Notes<'a>,
    /// The notes of the target itself.
    pub(crate) own: Notes<'a>,
}

/// A bundle, and what was found out about it so far.
pub(crate) struct Graph<'a> {
    document: &'a Value,
    /// Whether keywords beside `$ref` are ignored, as up to draft-07.
    lone_ref: bool,
    locs: Vec<Loc<'a>>,
    by_address: HashMap<usize, LocId>,
    references: HashMap<&'a str, Option<LocId>>,
    schemas: Vec<Schema<'a>>,
    /// The places of all schemas, one schema's after the other's.
    places: Vec<LocId>,
    /// Schemas with several places.
    by_locs: HashMap<Vec<LocId>, SchemaId>,
    objects: HashMap<Vec<LocId>, Rc<Objects<'a>>>,
    tells_written: Option<bool>,
    /// The places that are being normalized: a schema that is made of itself ends here.
    busy: Vec<LocId>,
}

/// Keywords that say nothing about which values are valid.
const ANNOTATIONS: [&str; 16] = [
    "$anchor",
    "$comment",
    "$defs",
    "$id",
    "$schema",
    "$vocabulary",
    "contentSchema",
    "default",
    "definitions",
    "deprecated",
    "description",
    "examples",
    "id",
    "readOnly",
    "title",
    "writeOnly",
];

pub(crate) fn is_annotation(keyword: &str) -> bool {
    ANNOTATIONS.contains(&keyword) || keyword.starts_with("x-")
}

impl<'a> Graph<'a> {
    pub(crate) fn new(document: &'a Value) -> Self {
        let dialect = document.get("$schema").and_then(Value::as_str).unwrap_or_default();
        let lone_ref = if dialect.is_empty() {
            document.get("$defs").is_none()
        } else {
            ["draft-03", "draft-04", "draft-06", "draft-07"].iter().any(|draft| dialect.contains(draft))
        };
        let mut graph = Self {
            document,
            lone_ref,
            locs: Vec::new(),
            by_address: HashMap::default(),
            references: HashMap::default(),
            schemas: vec![Schema { places: 0..0, node: None, site: None }],
            places: Vec::new(),
            by_locs: HashMap::default(),
            objects: HashMap::default(),
            tells_written: None,
            busy: Vec::new(),
        };
        graph.loc(document, ROOT, Token::Root);
        graph
    }

    fn loc(&mut self, value: &'a Value, parent: LocId, token: Token<'a>) -> LocId {
        let locs = &mut self.locs;
        *self.by_address.entry(std::ptr::from_ref(value) as usize).or_insert_with(|| {
            locs.push(Loc { value, parent, token, schema: None });
            locs.len() as LocId - 1
        })
    }

    pub(crate) fn value(&self, loc: LocId) -> &'a Value {
        self.locs[loc as usize].value
    }

    /// The place of a member or an item of the value at a place.
    pub(crate) fn child(&mut self, loc: LocId, token: &str) -> Option<LocId> {
        match self.value(loc) {
            Value::Object(members) => {
                let (name, value) = members.get_key_value(token)?;
                Some(self.loc(value, loc, Token::Name(name)))
            }
            Value::Array(items) => {
                let index = token.parse().ok()?;
                Some(self.loc(items.get(index)?, loc, Token::Index(index)))
            }
            _ => None,
        }
    }

    /// The places of the members of the object at a place, with their names.
    pub(crate) fn members(&mut self, loc: LocId) -> impl Iterator<Item = (&'a str, LocId)> {
        let members = self.value(loc).as_object();
        members.into_iter().flatten().map(move |(name, value)| (name.as_str(), self.loc(value, loc, Token::Name(name))))
    }

    /// The places of the items of the list at a place.
    pub(crate) fn items(&mut self, loc: LocId) -> Vec<LocId> {
        let items = self.value(loc).as_array().into_iter().flatten().enumerate();
        items.map(|(index, value)| self.loc(value, loc, Token::Index(index))).collect()
    }

    /// Whether the order of the list at a place matters.
    pub(crate) fn is_sequence(&self, loc: LocId) -> bool {
        let Token::Name(name) = self.locs[loc as usize].token else { return true };
        !["allOf", "anyOf", "enum", "oneOf", "required", "type"].contains(&name)
    }

    /// The place as a JSON pointer with `#` before it.
    pub(crate) fn pointer(&self, loc: LocId) -> String {
        let mut tokens = Vec::new();
        let mut at = loc;
        loop {
            let Loc { token, parent, .. } = &self.locs[at as usize];
            at = *parent;
            tokens.push(match token {
                Token::Root => break,
                Token::Name(name) => name.replace('~', "~0").replace('/', "~1"),
                Token::Index(index) => index.to_string(),
            });
        }
        tokens.push("#".to_owned());
        tokens.reverse();
        tokens.join("/")
    }

    /// The place that a pointer or a local reference leads to.
    pub(crate) fn find(&mut self, pointer: &str) -> Option<LocId> {
        let pointer = pointer.strip_prefix('#').unwrap_or(pointer);
        let mut at = ROOT;
        if pointer.is_empty() {
            return Some(at);
        }
        for token in pointer.strip_prefix('/')?.split('/') {
            let mut token = Cow::Borrowed(token);
            if token.contains(['%', '~']) {
                token = Cow::Owned(percent_decoded(&token).replace("~1", "/").replace("~0", "~"));
            }
            at = self.child(at, &token)?;
        }
        Some(at)
    }

    /// The place with the same pointer as one of another bundle.
    pub(crate) fn counterpart(&mut self, other: &Graph<'_>, loc: LocId) -> Option<LocId> {
        let Loc { parent, token, .. } = &other.locs[loc as usize];
        let token = match token {
            Token::Root => return Some(ROOT),
            Token::Name(name) => Cow::Borrowed(*name),
            Token::Index(index) => Cow::Owned(index.to_string()),
        };
        let parent = self.counterpart(other, *parent)?;
        self.child(parent, &token)
    }

    /// The place that a schema's own reference leads to; none when it has none, or one that leaves the bundle.
    pub(crate) fn reference(&mut self, schema: &'a Map<String, Value>) -> Option<LocId> {
        let reference = schema.get("$ref")?.as_str()?;
        if let Some(&known) = self.references.get(reference) {
            return known;
        }
        let found = reference.starts_with('#').then(|| self.find(reference)).flatten();
        self.references.insert(reference, found);
        found
    }

    /// The schema at a place.
    pub(crate) fn schema(&mut self, loc: LocId) -> SchemaId {
        if let Some(known) = self.locs[loc as usize].schema {
            return known;
        }
        let id = self.add(&[loc]);
        self.locs[loc as usize].schema = Some(id);
        id
    }

    fn add(&mut self, locs: &[LocId]) -> SchemaId {
        let id = SchemaId(self.schemas.len() as u32);
        let start = self.places.len() as u32;
        self.places.extend(locs);
        self.schemas.push(Schema { places: start..self.places.len() as u32, node: None, site: None });
        id
    }

    /// The schema that holds all of several at once.
    pub(crate) fn meet(&mut self, a: SchemaId, b: SchemaId) -> SchemaId {
        if a == b || b == ANY {
            return a;
        }
        if a == ANY {
            return b;
        }
        self.all_of([self.locs(a), self.locs(b)].concat())
    }

    /// The schema that holds all of several places at once.
    pub(crate) fn together(&mut self, locs: &[LocId]) -> SchemaId {
        self.all_of(locs.to_vec())
    }

    fn all_of(&mut self, mut locs: Vec<LocId>) -> SchemaId {
        locs.sort_unstable();
        locs.dedup();
        match locs[..] {
            [] => return ANY,
            [one] => return self.schema(one),
            _ => {}
        }
        if let Some(&known) = self.by_locs.get(&locs) {
            return known;
        }
        let id = self.add(&locs);
        self.by_locs.insert(locs, id);
        id
    }

    pub(crate) fn locs(&self, schema: SchemaId) -> &[LocId] {
        let Range { start, end } = self.schemas[schema.0 as usize].places;
        &self.places[start as usize..end as usize]
    }

    /// The schema as a value that a validator takes, its references as they stand in the bundle.
    pub(crate) fn fragment(&self, locs: &[LocId]) -> Value {
        match locs {
            [] => Value::Bool(true),
            [one] => self.value(*one).clone(),
            several => serde_json::json!({ "allOf": several.iter().map(|loc| self.value(*loc)).collect::<Vec<_>>() }),
        }
    }

    /// Looks through references and `| null` around a schema.
    pub(crate) fn site(&mut self, schema: SchemaId) -> Site<'a> {
        if let Some(known) = &self.schemas[schema.0 as usize].site {
            return **known;
        }
        let mut site =
            Site { target: schema, nullable: false, definition: None, around: Notes::default(), own: Notes::default() };
        if let [loc] = *self.locs(schema) {
            let mut loc = loc;
            let mut seen = vec![loc];
            loop {
                let step = self.through(loc).filter(|step| !seen.contains(&step.to));
                let Some(step) = step else { break };
                note(self.value(loc), &mut site.around);
                site.nullable |= step.nullable;
                loc = step.to;
                seen.push(loc);
                if step.reference {
                    site.definition = Some(loc);
                }
            }
            note(self.value(loc), &mut site.own);
            site.target = self.schema(loc);
        } else {
            for loc in self.locs(schema) {
                note(self.value(*loc), &mut site.around);
            }
        }
        self.schemas[schema.0 as usize].site = Some(Box::new(site));
        site
    }

    /// One step through something that only points elsewhere.
    fn through(&mut self, loc: LocId) -> Option<Step> {
        let Value::Object(schema) = self.value(loc) else { return None };
        let mut rest = schema.iter().filter(|(keyword, _)| !is_annotation(keyword));
        let (keyword, _) = rest.next()?;
        let alone = rest.next().is_none();
        if schema.contains_key("$ref") && (alone || self.lone_ref) {
            return Some(Step { to: self.reference(schema)?, nullable: false, reference: true });
        }
        if !alone || !matches!(keyword.as_str(), "allOf" | "anyOf" | "oneOf") {
            return None;
        }
        let branches = schema[keyword].as_array()?;
        let list = self.child(loc, keyword)?;
        match branches.as_slice() {
            [_] => Some(Step { to: self.child(list, "0")?, nullable: false, reference: false }),
            [a, b] if keyword == "anyOf" && is_null(a) != is_null(b) => {
                let other = if is_null(a) { "1" } else { "0" };
                Some(Step { to: self.child(list, other)?, nullable: true, reference: false })
            }
            _ => None,
        }
    }

    /// How many schemas were looked at, combined ones among them.
    #[cfg(test)]
    pub(crate) fn size(&self) -> usize {
        self.schemas.len()
    }

    /// Whether the bundle says anywhere what a server always writes; another publisher's does not.
    pub(crate) fn tells_written(&mut self) -> bool {
        fn tells(value: &Value) -> bool {
            match value {
                Value::Object(members) => members.contains_key("x-output-required") || members.values().any(tells),
                Value::Array(items) => items.iter().any(tells),
                _ => false,
            }
        }
        *self.tells_written.get_or_insert_with(|| tells(self.document))
    }

    /// The definitions that these places refer to, directly or not, and the places themselves.
    pub(crate) fn reached<'p>(&mut self, roots: impl Iterator<Item = &'p str>) -> HashSet<LocId> {
        let mut reached: HashSet<LocId> = HashSet::new();
        let mut values: Vec<&'a Value> = Vec::new();
        for loc in roots.filter_map(|pointer| self.find(pointer)).collect::<Vec<_>>() {
            if reached.insert(loc) {
                values.push(self.value(loc));
            }
        }
        while let Some(value) = values.pop() {
            match value {
                Value::Array(items) => values.extend(items),
                Value::Object(members) => {
                    values.extend(members.values());
                    if let Some(loc) = self.reference(members)
                        && reached.insert(loc)
                    {
                        values.push(self.value(loc));
                    }
                }
                _ => {}
            }
        }
        reached
    }

    /// The definitions of the bundle, namespaces looked into, as pointer and place.
    pub(crate) fn definitions(&mut self) -> Vec<LocId> {
        let mut found = Vec::new();
        for root in ["definitions", "$defs"] {
            let Some(Value::Object(members)) = self.document.get(root) else { continue };
            let Some(list) = self.find(&format!("#/{root}")) else { continue };
            for name in members.keys() {
                let Some(loc) = self.child(list, name) else { continue };
                match self.value(loc) {
                    Value::Object(inner) if is_namespace(inner) => {
                        found.extend(self.members(loc).map(|(_, loc)| loc));
                    }
                    _ => found.push(loc),
                }
            }
        }
        found
    }
}

struct Step {
    to: LocId,
    nullable: bool,
    reference: bool,
}

/// A group of definitions rather than one: all its members are schemas, and none of their names is a keyword.
fn is_namespace(members: &Map<String, Value>) -> bool {
    !members.is_empty()
        && members.iter().all(|(name, value)| {
            (value.is_object() || value.is_boolean())
                && !name.starts_with('$')
                && !name.starts_with("x-")
                && !["properties", "items", "not", "additionalProperties", "if", "patternProperties"]
                    .contains(&name.as_str())
        })
}

fn is_null(schema: &Value) -> bool {
    let Value::Object(schema) = schema else { return false };
    let mut rest = schema.iter().filter(|(keyword, _)| !is_annotation(keyword));
    matches!((rest.next(), rest.next()), (Some((keyword, value)), None) if match keyword.as_str() {
        "type" => value == "null",
        "const" => value.is_null(),
        "enum" => value.as_array().is_some_and(|values| values.len() == 1 && values[0].is_null()),
        _ => false,
    })
}

fn note<'a>(schema: &'a Value, notes: &mut Notes<'a>) {
    let Value::Object(schema) = schema else { return };
    if notes.text.is_none() {
        let text = ["title", "description"].map(|keyword| schema.get(keyword)?.as_str());
        notes.text = (text != [None; 2]).then_some(text);
    }
    if notes.default.is_none() {
        notes.default = schema.get("default");
    }
    notes.experimental |= schema.get("x-experimental").is_some_and(|mark| mark != &Value::Bool(false));
    notes.deprecated |=
        schema.get("deprecated").is_some_and(|mark| mark == &Value::Bool(true)) || schema.contains_key("x-deprecated");
}

fn percent_decoded(token: &str) -> String {
    let bytes = token.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%')
            .then(|| bytes.get(at + 1..at + 3))
            .flatten()
            .and_then(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        decoded.push(hex.unwrap_or(bytes[at]));
        at += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
