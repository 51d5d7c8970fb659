//! From keywords to alternatives: one schema at a time, then unions, then what must hold side by side.

use std::collections::HashSet;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::node::{Arrays, Further, Kind, Literal, Member, Node, Objects, Residual, Strings, same_value};
use super::number::{Bound, Num, Numbers, range};
use super::{ANY, Graph, LocId, SchemaId, is_annotation};

/// More alternatives of one type than this are not multiplied out any further.
const MOST: usize = 400;

const NULL: Literal<'static> = Literal { value: &Value::Null, experimental: false, deprecated: false };

/// Keywords that the alternatives model.
const MODELLED: [&str; 29] = [
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "nullable",
    "oneOf",
    "pattern",
    "patternProperties",
    "prefixItems",
    "properties",
    "required",
    "type",
    "uniqueItems",
    "$ref",
];

impl<'a> Graph<'a> {
    /// The normal form of a schema.
    pub(crate) fn node(&mut self, schema: SchemaId) -> Rc<Node<'a>> {
        if let Some(known) = &self.schemas[schema.0 as usize].node {
            return Rc::clone(known);
        }
        let node = match *self.locs(schema) {
            [loc] => self.alternatives(loc),
            _ => {
                let mut node = self.anything();
                for loc in self.locs(schema).to_vec() {
                    let next = self.alternatives(loc);
                    node = self.both(node, next);
                }
                node
            }
        };
        let mut node = settled(node);
        if node.is_never() {
            node.residual.clear();
        }
        let node = Rc::new(node);
        self.schemas[schema.0 as usize].node = Some(Rc::clone(&node));
        node
    }

    fn anything(&mut self) -> Node<'a> {
        Node {
            literals: vec![NULL],
            boolean: true,
            numbers: vec![Numbers::default()],
            strings: vec![Strings::default()],
            arrays: vec![Arrays { prefix: Vec::new(), rest: ANY, min: 0, max: None, unique: false }],
            objects: vec![self.intern(Objects {
                at: Vec::new(),
                members: std::collections::BTreeMap::new(),
                further: Further::Open,
                additional: ANY,
                patterns: std::collections::BTreeMap::new(),
                min: 0,
                max: None,
                experimental: false,
            })],
            any: true,
            ..Node::default()
        }
    }

    fn alternatives(&mut self, loc: LocId) -> Node<'a> {
        if self.busy.contains(&loc) {
            return self.anything();
        }
        self.busy.push(loc);
        let node = match self.value(loc) {
            Value::Bool(false) => Node::default(),
            Value::Object(schema) => self.keywords(loc, schema),
            _ => self.anything(),
        };
        self.busy.pop();
        node
    }

    fn keywords(&mut self, loc: LocId, schema: &'a Map<String, Value>) -> Node<'a> {
        let reference = schema.contains_key("$ref").then(|| match self.reference(schema) {
            Some(target) => self.alternatives(target),
            None => {
                let mut node = self.anything();
                node.residual.push(Residual { keyword: "$ref", at: loc });
                node
            }
        });
        if self.lone_ref
            && let Some(node) = reference
        {
            return node;
        }
        let mut node = self.typed(loc, schema);
        if let Some(reference) = reference {
            node = self.both(node, reference);
        }
        if let Some(list) = self.child(loc, "allOf") {
            for branch in self.items(list) {
                let next = self.alternatives(branch);
                node = self.both(node, next);
            }
        }
        for keyword in ["anyOf", "oneOf"] {
            let Some(list) = self.child(loc, keyword).filter(|list| self.value(*list).is_array()) else { continue };
            let places = self.items(list);
            node = self.union(&node, &places, keyword == "oneOf");
        }
        for keyword in schema.keys() {
            let conditional = matches!(keyword.as_str(), "then" | "else") && schema.contains_key("if");
            if !is_annotation(keyword) && !MODELLED.contains(&keyword.as_str()) && !conditional {
                node.residual.push(Residual { keyword, at: loc });
            }
        }
        node
    }

    /// What the keywords of one schema say, without those that combine other schemas.
    fn typed(&mut self, loc: LocId, schema: &'a Map<String, Value>) -> Node<'a> {
        let types = schema.get("type").filter(|types| types.is_string() || types.is_array());
        let admits = |name: &str| match types {
            Some(Value::Array(names)) => names.iter().any(|other| other == name),
            Some(only) => only == name,
            None => true,
        };
        let mut node = Node::default();
        if admits("null") || schema.get("nullable") == Some(&Value::Bool(true)) {
            node.literals.push(NULL);
        }
        node.boolean = admits("boolean");
        if admits("number") || admits("integer") {
            node.numbers.push(numbers(schema, !admits("number")));
        }
        if admits("string") {
            node.strings.push(strings(schema));
        }
        if admits("array") {
            node.arrays.push(self.arrays(loc, schema));
        }
        if admits("object") {
            let objects = self.objects_of(loc, schema);
            node.objects.push(self.intern(objects));
        }
        let values = match (schema.get("const"), schema.get("enum").and_then(Value::as_array)) {
            (Some(value), _) => Some(vec![value]),
            (None, Some(values)) => Some(values.iter().collect()),
            _ => None,
        };
        node.any = types.is_none()
            && values.is_none()
            && schema.keys().all(|key| {
                is_annotation(key)
                    || matches!(key.as_str(), "allOf" | "anyOf" | "oneOf" | "$ref" | "nullable")
                    || !MODELLED.contains(&key.as_str())
            });
        let Some(values) = values else { return node };
        let marked = |list: &str, value: &Value| {
            let mark = schema.get(list).zip(value.as_str());
            mark.is_some_and(|(marks, name)| match marks {
                Value::Object(marks) => marks.contains_key(name),
                Value::Array(marks) => marks.iter().any(|mark| mark == name),
                _ => false,
            })
        };
        let literals = values
            .into_iter()
            .filter(|value| admitted(&node, value))
            .map(|value| Literal {
                value,
                experimental: marked("x-experimental-values", value),
                deprecated: marked("x-deprecated-values", value),
            })
            .collect();
        Node { literals, ..Node::default() }
    }

    fn arrays(&mut self, loc: LocId, schema: &Map<String, Value>) -> Arrays {
        let (slots, rest) = match (schema.get("prefixItems"), schema.get("items")) {
            (Some(Value::Array(_)), _) => (Some("prefixItems"), "items"),
            (_, Some(Value::Array(_))) => (Some("items"), "additionalItems"),
            _ => (None, "items"),
        };
        let prefix = slots.map_or_else(Vec::new, |keyword| {
            let places = self.child(loc, keyword).map_or_else(Vec::new, |list| self.items(list));
            places.into_iter().map(|place| self.schema(place)).collect()
        });
        let rest = self.child(loc, rest).map_or(ANY, |place| self.schema(place));
        let mut arrays = Arrays {
            prefix,
            rest,
            min: size(schema, "minItems").unwrap_or(0),
            max: size(schema, "maxItems"),
            unique: schema.get("uniqueItems") == Some(&Value::Bool(true)),
        };
        self.settle_array(&mut arrays);
        arrays
    }

    /// Ends an array where nothing may follow, and drops slots that say no more than the rest does.
    fn settle_array(&mut self, arrays: &mut Arrays) {
        if self.locs(arrays.rest).iter().any(|loc| self.value(*loc) == &Value::Bool(false)) {
            let end = arrays.prefix.len() as u64;
            arrays.max = Some(arrays.max.map_or(end, |max| max.min(end)));
            arrays.rest = ANY;
        }
        if let Some(max) = arrays.max {
            arrays.prefix.truncate(usize::try_from(max).unwrap_or(usize::MAX));
            if arrays.prefix.len() as u64 == max {
                arrays.rest = ANY;
            }
        }
        while arrays.prefix.last() == Some(&arrays.rest) {
            arrays.prefix.pop();
        }
    }

    /// The alternatives at these places, each together with what stands beside the union: whether two of them overlap
    /// can depend on that.
    fn union(&mut self, base: &Node<'a>, places: &[LocId], exclusive: bool) -> Node<'a> {
        let mut branches = Vec::new();
        for &place in places {
            let mut node = self.alternatives(place);
            if let Value::Object(schema) = self.value(place)
                && schema.contains_key("x-experimental")
            {
                node.literals.iter_mut().for_each(|literal| literal.experimental = true);
                node.objects = node.objects.iter().map(|objects| self.marked(objects, place)).collect();
            }
            branches.push(self.both(base.clone(), node));
        }
        let overlapping = exclusive
            && branches
                .iter()
                .enumerate()
                .any(|(index, a)| branches[index + 1..].iter().any(|b| self.may_overlap(a, b)));
        let mut all = Node { union: branches.len() > 1, exclusive: overlapping, ..Node::default() };
        for branch in branches {
            all.any |= branch.any && branch.residual.is_empty();
            all.boolean |= branch.boolean;
            all.exclusive |= branch.exclusive;
            all.literals.extend(branch.literals);
            all.numbers.extend(branch.numbers);
            all.strings.extend(branch.strings);
            all.arrays.extend(branch.arrays);
            all.objects.extend(branch.objects);
            all.residual.extend(branch.residual);
        }
        all.any &= !overlapping;
        settled(all)
    }

    /// What two schemas admit that hold side by side.
    fn both(&mut self, a: Node<'a>, b: Node<'a>) -> Node<'a> {
        let mut residual = a.residual.clone();
        residual.extend(b.residual.iter().cloned());
        let (exclusive, union) = (a.exclusive || b.exclusive, a.union || b.union);
        if a.any && !a.exclusive {
            return Node { residual, exclusive, union, ..b };
        }
        if b.any && !b.exclusive {
            return Node { residual, exclusive, union, ..a };
        }
        let mut met = Node { residual, exclusive, union, boolean: a.boolean && b.boolean, ..Node::default() };
        for (ours, theirs) in [(&a, &b), (&b, &a)] {
            for literal in &ours.literals {
                if admitted(theirs, literal.value) && !met.names(literal.value) {
                    met.literals.push(*literal);
                }
            }
        }
        for (x, y) in product(&a.numbers, &b.numbers) {
            let numbers = x.meet(y);
            let empty = numbers
                .low
                .zip(numbers.high)
                .is_some_and(|(low, high)| low.at > high.at || (low.at == high.at && (low.open || high.open)));
            if !empty {
                met.numbers.push(numbers);
            }
        }
        for (x, y) in product(&a.strings, &b.strings) {
            met.strings.push(both_strings(x, y));
        }
        for (x, y) in product(&a.arrays, &b.arrays) {
            let arrays = self.both_arrays(x, y);
            met.arrays.push(arrays);
        }
        for (x, y) in product(&a.objects, &b.objects) {
            if let Some(objects) = self.both_objects(x, y) {
                met.objects.push(objects);
            }
        }
        settled(met)
    }

    fn both_arrays(&mut self, a: &Arrays, b: &Arrays) -> Arrays {
        let length = a.prefix.len().max(b.prefix.len());
        let prefix = (0..length)
            .map(|index| {
                let x = a.prefix.get(index).copied().unwrap_or(a.rest);
                let y = b.prefix.get(index).copied().unwrap_or(b.rest);
                self.meet(x, y)
            })
            .collect();
        let mut arrays = Arrays {
            prefix,
            rest: self.meet(a.rest, b.rest),
            min: a.min.max(b.min),
            max: smaller(a.max, b.max),
            unique: a.unique || b.unique,
        };
        self.settle_array(&mut arrays);
        arrays
    }
}

pub(super) fn smaller(a: Option<u64>, b: Option<u64>) -> Option<u64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

pub(super) fn size(schema: &Map<String, Value>, keyword: &str) -> Option<u64> {
    let value = schema.get(keyword)?;
    value.as_u64().or_else(|| value.as_f64().filter(|value| value.fract() == 0.0 && *value >= 0.0).map(|v| v as u64))
}

fn product<'n, T>(a: &'n [T], b: &'n [T]) -> impl Iterator<Item = (&'n T, &'n T)> {
    a.iter().flat_map(move |x| b.iter().map(move |y| (x, y))).take(MOST)
}

fn numbers(schema: &Map<String, Value>, integer: bool) -> Numbers {
    let mut numbers = Numbers { integer, ..Numbers::default() };
    let bound = |keyword: &str| schema.get(keyword).and_then(Value::as_number).map(Num::of);
    // Up to draft-04 `exclusiveMinimum` is a flag beside `minimum`.
    let open = |keyword: &str| schema.get(keyword) == Some(&Value::Bool(true));
    if let Some(at) = bound("minimum") {
        numbers.at_least(Bound { at, open: open("exclusiveMinimum") });
    }
    if let Some(at) = bound("maximum") {
        numbers.at_most(Bound { at, open: open("exclusiveMaximum") });
    }
    if let Some(at) = bound("exclusiveMinimum") {
        numbers.at_least(Bound { at, open: true });
    }
    if let Some(at) = bound("exclusiveMaximum") {
        numbers.at_most(Bound { at, open: true });
    }
    numbers.multiple.extend(bound("multipleOf"));
    if let Some(format) = schema.get("format").and_then(Value::as_str) {
        match range(format) {
            Some((low, high)) => {
                numbers.at_least(Bound { at: Num::Int(low), open: false });
                numbers.at_most(Bound { at: Num::Int(high), open: false });
            }
            None => numbers.format = Some(format.to_owned()),
        }
    }
    numbers.settle();
    numbers
}

fn strings(schema: &Map<String, Value>) -> Strings {
    let text = |keyword: &str| schema.get(keyword).and_then(Value::as_str).map(str::to_owned);
    Strings {
        min: size(schema, "minLength").unwrap_or(0),
        max: size(schema, "maxLength"),
        patterns: text("pattern").into_iter().collect(),
        // An integer's format beside `type: string` bounds no string.
        formats: text("format").filter(|format| range(format).is_none()).into_iter().collect(),
    }
}

fn both_strings(a: &Strings, b: &Strings) -> Strings {
    let joined = |a: &[String], b: &[String]| {
        let mut all: Vec<String> = a.iter().chain(b).cloned().collect();
        all.sort();
        all.dedup();
        all
    };
    Strings {
        min: a.min.max(b.min),
        max: smaller(a.max, b.max),
        patterns: joined(&a.patterns, &b.patterns),
        formats: joined(&a.formats, &b.formats),
    }
}

/// Whether a node admits a value as far as it can be told without a validator: what a pattern, a format or the inside of
/// a container says is left open.
pub(crate) fn admitted(node: &Node<'_>, value: &Value) -> bool {
    node.any
        || node.names(value)
        || match value {
            Value::Null => false,
            Value::Bool(_) => node.boolean,
            Value::Number(number) => node.numbers.iter().any(|numbers| numbers.admits(number)),
            Value::String(text) => node.strings.iter().any(|strings| admits_length(strings, text)),
            Value::Array(items) => node.arrays.iter().any(|arrays| {
                let length = items.len() as u64;
                length >= arrays.min && arrays.max.is_none_or(|max| length <= max)
            }),
            Value::Object(members) => node.objects.iter().any(|objects| {
                let length = members.len() as u64;
                let known = objects.further != Further::Closed
                    || members
                        .keys()
                        .all(|key| objects.members.contains_key(key.as_str()) || !objects.patterns.is_empty());
                known
                    && objects.required().all(|name| members.contains_key(name))
                    && length >= objects.min
                    && objects.max.is_none_or(|max| length <= max)
            }),
        }
}

fn admits_length(strings: &Strings, text: &str) -> bool {
    let length = text.chars().count() as u64;
    length >= strings.min && strings.max.is_none_or(|max| length <= max)
}

/// The same alternatives, each once and in a fixed order.
fn settled(mut node: Node<'_>) -> Node<'_> {
    let mut literals: Vec<Literal<'_>> = Vec::with_capacity(node.literals.len());
    for literal in std::mem::take(&mut node.literals) {
        match literals.iter_mut().find(|known| same_value(known.value, literal.value)) {
            Some(known) => {
                known.experimental &= literal.experimental;
                known.deprecated &= literal.deprecated;
            }
            None => literals.push(literal),
        }
    }
    let both = [true, false].iter().all(|flag| literals.iter().any(|literal| literal.value == flag));
    node.boolean |= both;
    if node.boolean {
        literals.retain(|literal| !literal.value.is_boolean());
    }
    literals.sort_by(|a, b| match (a.value, b.value) {
        (Value::String(a), Value::String(b)) => a.cmp(b),
        (a, b) => Kind::of(a).cmp(&Kind::of(b)).then_with(|| a.to_string().cmp(&b.to_string())),
    });
    node.literals = literals;
    dedup(&mut node.numbers);
    if !node.exclusive && node.numbers.len() > 1 {
        let all = node.numbers.clone();
        let covers = |a: &Numbers, b: &Numbers| *a != *b && a.meet(b) == *b;
        node.numbers.retain(|numbers| !all.iter().any(|other| covers(other, numbers)));
    }
    dedup(&mut node.strings);
    dedup(&mut node.arrays);
    if node.objects.len() > 1 {
        let mut seen = HashSet::new();
        // They are interned: equal ones are one.
        node.objects.retain(|objects| seen.insert(Rc::as_ptr(objects)));
    }
    node.residual.sort();
    node.residual.dedup();
    node
}

fn dedup<T: PartialEq>(list: &mut Vec<T>) {
    if list.len() < 2 {
        return;
    }
    let mut kept: Vec<T> = Vec::with_capacity(list.len());
    for item in list.drain(..) {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    *list = kept;
}

/// A member that nothing but `required` names.
pub(super) fn named_only(schema: SchemaId) -> Member {
    Member { schema, required: true, written: false, declared: false }
}
