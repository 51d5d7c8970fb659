//! Instances of a schema: the smallest, and others in a fixed order.

use std::rc::Rc;

use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::{Map, Value, json};

use crate::schema::node::{Arrays, Further, Kind, Node, Objects, Strings};
use crate::schema::normal::admitted;
use crate::schema::number::{Num, Numbers};
use crate::schema::{Graph, SchemaId};

/// How deep an instance may be.
const DEEPEST: u32 = 14;

/// Draws instances from one bundle.
pub(crate) struct Drawer<'g, 'a> {
    graph: &'g mut Graph<'a>,
    /// None for the smallest instance.
    chance: Option<Chance>,
    /// Values that may matter where any of their type is allowed.
    hints: Vec<Value>,
}

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }
}

impl<'g, 'a> Drawer<'g, 'a> {
    pub(crate) fn smallest(graph: &'g mut Graph<'a>) -> Self {
        Self { graph, chance: None, hints: Vec::new() }
    }

    pub(crate) fn seeded(graph: &'g mut Graph<'a>, seed: u64, hints: Vec<Value>) -> Self {
        Self { graph, chance: Some(Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)), hints }
    }

    /// An instance, of this type if any.
    pub(crate) fn draw(&mut self, schema: SchemaId, kind: Option<Kind>) -> Option<Value> {
        // As shallow as can be: what is recursive ends, and what is not stays small.
        let first = if self.chance.is_some() { 3 } else { 1 };
        (first..=DEEPEST).find_map(|depth| self.value(schema, kind, depth, true))
    }

    /// An object of this shape.
    pub(crate) fn object(&mut self, shape: &Objects<'_>) -> Option<Map<String, Value>> {
        (1..=DEEPEST).find_map(|depth| self.members(shape, None, depth))
    }

    fn value(&mut self, schema: SchemaId, kind: Option<Kind>, depth: u32, top: bool) -> Option<Value> {
        let site = self.graph.site(schema);
        let node = self.graph.node(site.target);
        let null = site.nullable || node.has(Kind::Null);
        let mut ways: Vec<Way<'_>> = Vec::new();
        let wanted = |of: Kind| kind.is_none_or(|kind| kind == of);
        if null && wanted(Kind::Null) {
            ways.push(Way::Value(Value::Null));
        }
        for literal in
            node.literals.iter().filter(|literal| wanted(Kind::of(literal.value)) && !literal.value.is_null())
        {
            ways.push(Way::Value(literal.value.clone()));
        }
        ways.extend((node.boolean && wanted(Kind::Boolean)).then_some(Way::Boolean));
        let open = |of: Kind| wanted(of);
        ways.extend(node.strings.iter().filter(|_| open(Kind::String)).map(Way::String));
        ways.extend(node.numbers.iter().filter(|_| open(Kind::Number)).map(Way::Number));
        ways.extend(node.arrays.iter().filter(|_| open(Kind::Array)).map(Way::Array));
        ways.extend(node.objects.iter().filter(|_| open(Kind::Object)).map(Way::Object));
        if top && ways.len() > 1 && matches!(ways[0], Way::Value(Value::Null)) {
            let null = ways.remove(0);
            ways.push(null);
        }
        if let Some(chance) = &mut self.chance {
            let first = chance.below(ways.len());
            ways.rotate_left(first);
            let hint = chance.below(3 * self.hints.len().max(1));
            let hint = self.hints.get(hint).filter(|hint| wanted(Kind::of(hint)) && admitted(&node, hint));
            if let Some(hint) = hint {
                ways.insert(0, Way::Value(hint.clone()));
            }
        }
        ways.into_iter().find_map(|way| self.way(&node, way, depth))
    }

    fn way(&mut self, node: &Node<'_>, way: Way<'_>, depth: u32) -> Option<Value> {
        match way {
            Way::Value(value) => Some(value),
            Way::Boolean => Some(Value::Bool(self.chance.as_mut().is_some_and(|chance| chance.below(2) == 1))),
            Way::Number(numbers) => self.number(numbers),
            Way::String(strings) => self.string(strings).map(Value::String),
            Way::Array(arrays) => self.array(arrays, depth),
            Way::Object(objects) => {
                let names = self.names(node);
                self.members(objects, names, depth).map(Value::Object)
            }
        }
    }

    fn number(&mut self, numbers: &Numbers) -> Option<Value> {
        let mut tries = vec![Num::Int(0), Num::Int(1)];
        if let Some(low) = numbers.low {
            tries.push(low.at);
            tries.push(Num::Float(low.at.float() + 0.5));
            tries.push(Num::Float(low.at.float() + 0.001));
        }
        if let Some(high) = numbers.high {
            tries.push(high.at);
            tries.push(Num::Float(high.at.float() - 0.5));
        }
        for multiple in &numbers.multiple {
            let near = numbers.low.map_or(0.0, |low| low.at.float());
            let times = (near / multiple.float()).ceil();
            tries.extend((0..3).map(|more| match multiple {
                Num::Int(unit) => Num::Int(unit * (times as i128 + more)),
                Num::Float(unit) => Num::Float(unit * (times + more as f64)),
            }));
        }
        tries.extend([-1, 2, 3, 7, 10, 100, 1000, -1000].map(Num::Int));
        tries.extend([0.5, 1.5, -0.5].map(Num::Float));
        if let Some(chance) = &mut self.chance {
            let first = chance.below(tries.len());
            tries.rotate_left(first);
        }
        let admitted = |value: &Value| value.as_number().is_some_and(|number| numbers.admits(number));
        tries.into_iter().filter_map(Num::value).find(admitted)
    }

    fn string(&mut self, strings: &Strings) -> Option<String> {
        let mut text = if let Some(pattern) = strings.patterns.first() {
            let parsed = regex_syntax::Parser::new().parse(pattern).ok()?;
            let mut text = String::new();
            self.matching(&parsed, &mut text);
            text
        } else if let Some(format) = strings.formats.first() {
            formatted(format).to_owned()
        } else {
            match &mut self.chance {
                None => "text".to_owned(),
                Some(chance) => ["text", "", "a", "0", "A-1", "some words", "é", "/a/b"][chance.below(8)].to_owned(),
            }
        };
        let most = strings.max.unwrap_or(u64::MAX).min(strings.min.saturating_add(4096));
        let wish = match &mut self.chance {
            Some(chance) => [strings.min, strings.min + 1, most.min(strings.min + 200), 4, 40][chance.below(5)],
            None => text.chars().count() as u64,
        };
        let length = wish.clamp(strings.min, most) as usize;
        if strings.patterns.is_empty() && strings.formats.is_empty() {
            text = text.chars().take(length).collect();
            let missing = length - text.chars().count();
            text.extend(std::iter::repeat_n('x', missing));
        }
        Some(text)
    }

    /// Appends something that an expression matches.
    fn matching(&mut self, hir: &Hir, text: &mut String) {
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
            HirKind::Class(Class::Unicode(class)) => {
                let ranges = class.ranges();
                let index = self.chance.as_mut().map_or(0, |chance| chance.below(ranges.len()));
                text.extend(
                    ranges
                        .get(index)
                        .map(|range| if range.start() < ' ' { range.end().min('x') } else { range.start() }),
                );
            }
            HirKind::Class(Class::Bytes(_)) => {}
            HirKind::Repetition(repetition) => {
                let more = self.chance.as_mut().map_or(0, |chance| chance.below(4) as u32);
                let most = repetition.max.unwrap_or(u32::MAX);
                for _ in 0..repetition.min.saturating_add(more).min(most).min(4096) {
                    self.matching(&repetition.sub, text);
                }
            }
            HirKind::Capture(capture) => self.matching(&capture.sub, text),
            HirKind::Concat(parts) => parts.iter().for_each(|part| self.matching(part, text)),
            HirKind::Alternation(parts) => {
                let index = self.chance.as_mut().map_or(0, |chance| chance.below(parts.len()));
                self.matching(&parts[index], text);
            }
        }
    }

    fn array(&mut self, arrays: &Arrays, depth: u32) -> Option<Value> {
        let more = self.chance.as_mut().map_or(0, |chance| chance.below(3) as u64);
        let length = arrays.min.saturating_add(more).min(arrays.max.unwrap_or(u64::MAX)).min(5000);
        if length > 0 && depth == 0 {
            return if arrays.min == 0 { Some(json!([])) } else { None };
        }
        let mut items: Vec<Value> = Vec::new();
        for index in 0..length as usize {
            let schema = arrays.prefix.get(index).copied().unwrap_or(arrays.rest);
            let mut item = self.value(schema, None, depth - 1, false)?;
            if arrays.unique && items.contains(&item) {
                let other = (1..40).find_map(|seed| {
                    let drawn = Drawer::seeded(self.graph, seed, Vec::new()).value(schema, None, depth - 1, false)?;
                    (!items.contains(&drawn)).then_some(drawn)
                });
                item = match other {
                    Some(other) => other,
                    None if items.len() as u64 >= arrays.min => break,
                    None => return None,
                };
            }
            items.push(item);
        }
        Some(Value::Array(items))
    }

    /// What `propertyNames` demands of the names of members.
    fn names(&mut self, node: &Node<'_>) -> Option<SchemaId> {
        let demand = node.residual.iter().find(|residual| residual.keyword == "propertyNames")?;
        let place = self.graph.child(demand.at, "propertyNames")?;
        Some(self.graph.schema(place))
    }

    fn members(&mut self, shape: &Objects<'_>, names: Option<SchemaId>, depth: u32) -> Option<Map<String, Value>> {
        let mut members = Map::new();
        for (name, member) in &shape.members {
            let wanted = member.required
                || (member.declared && depth > 1 && self.chance.as_mut().is_some_and(|chance| chance.below(2) == 1));
            if !wanted {
                continue;
            }
            match depth.checked_sub(1).and_then(|depth| self.value(member.schema, None, depth, false)) {
                Some(value) => drop(members.insert((*name).to_owned(), value)),
                None if member.required => return None,
                None => {}
            }
        }
        let optional = shape.members.iter().filter(|(_, member)| member.declared && !member.required);
        for (name, member) in optional {
            if members.len() as u64 >= shape.min {
                break;
            }
            if let Some(value) = depth.checked_sub(1).and_then(|depth| self.value(member.schema, None, depth, false)) {
                members.insert((*name).to_owned(), value);
            }
        }
        for (pattern, schema) in &shape.patterns {
            let some = self.chance.as_mut().is_some_and(|chance| chance.below(2) == 1);
            let strings = Strings { patterns: vec![(*pattern).to_owned()], ..Strings::default() };
            if let (true, Some(depth), Some(name)) = (some, depth.checked_sub(1), self.string(&strings))
                && let Some(value) = self.value(*schema, None, depth, false)
            {
                members.entry(name).or_insert(value);
            }
        }
        let entries = match &mut self.chance {
            Some(chance) if shape.further == Further::Typed => chance.below(3) as u64,
            _ => 0,
        };
        let goal = shape.min.max(members.len() as u64 + entries).min(shape.max.unwrap_or(u64::MAX));
        let mut index = 0;
        while (members.len() as u64) < goal && shape.further != Further::Closed && index < 5000 {
            index += 1;
            let value = depth.checked_sub(1).and_then(|depth| self.value(shape.additional, None, depth, false))?;
            let name = names.and_then(|names| self.value(names, Some(Kind::String), depth, true));
            let name = name.and_then(|name| name.as_str().map(str::to_owned));
            members.insert(name.unwrap_or_else(|| format!("key{index}")), value);
        }
        Some(members)
    }
}

enum Way<'n> {
    Value(Value),
    Boolean,
    Number(&'n Numbers),
    String(&'n Strings),
    Array(&'n Arrays),
    Object(&'n Rc<Objects<'n>>),
}

fn formatted(format: &str) -> &'static str {
    match format {
        "date-time" => "2024-01-31T12:00:00Z",
        "date" => "2024-01-31",
        "time" => "12:00:00Z",
        "duration" => "P1D",
        "email" | "idn-email" => "a@example.com",
        "hostname" | "idn-hostname" => "example.com",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "uri" | "iri" | "url" => "https://example.com/",
        "uri-reference" | "iri-reference" | "uri-template" => "/a",
        "uuid" => "123e4567-e89b-12d3-a456-426614174000",
        "json-pointer" => "/a",
        "relative-json-pointer" => "0",
        "regex" => "a",
        _ => "text",
    }
}
