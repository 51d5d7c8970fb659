//! Object schemas: what one says, what two say side by side, and whether two can admit the same object.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::node::{Further, Kind, Member, Node, Objects, same_value};
use super::normal::{admitted, named_only, size, smaller};
use super::{ANY, Graph, LocId, SchemaId, is_annotation, note};

impl<'a> Graph<'a> {
    pub(super) fn intern(&mut self, mut objects: Objects<'a>) -> Rc<Objects<'a>> {
        objects.at.sort_unstable();
        objects.at.dedup();
        if let Some(known) = self.objects.get(&objects.at) {
            return Rc::clone(known);
        }
        objects.experimental = objects.at.iter().any(|loc| {
            let mut notes = super::Notes::default();
            note(self.value(*loc), &mut notes);
            notes.experimental
        });
        let objects = Rc::new(objects);
        self.objects.insert(objects.at.clone(), Rc::clone(&objects));
        objects
    }

    /// The same objects as a variant that is marked at another place than its own.
    pub(super) fn marked(&mut self, objects: &Objects<'a>, place: LocId) -> Rc<Objects<'a>> {
        let mut objects = objects.clone();
        objects.at.push(place);
        self.intern(objects)
    }

    pub(super) fn objects_of(&mut self, loc: LocId, schema: &'a Map<String, Value>) -> Objects<'a> {
        let names = |keyword: &str| {
            let list = schema.get(keyword).and_then(Value::as_array);
            list.into_iter().flatten().filter_map(Value::as_str)
        };
        let member = |schema| Member { schema, required: false, written: false, declared: true };
        let declared = self.schemas_in(loc, "properties").into_iter();
        let mut members: BTreeMap<&str, Member> = declared.map(|(name, schema)| (name, member(schema))).collect();
        let explicit = schema.get("additionalProperties");
        let further = match explicit {
            None => Further::Open,
            Some(Value::Bool(false)) => Further::Closed,
            Some(schema) if is_free(schema) && !members.is_empty() => Further::Open,
            Some(_) => Further::Typed,
        };
        let additional = match further {
            Further::Open => ANY,
            _ if explicit.is_some_and(is_free) => ANY,
            _ => self.child(loc, "additionalProperties").map_or(ANY, |place| self.schema(place)),
        };
        for name in names("required") {
            members.entry(name).or_insert_with(|| named_only(additional)).required = true;
        }
        for name in names("x-output-required") {
            if let Some(member) = members.get_mut(name) {
                member.written = true;
            }
        }
        Objects {
            at: vec![loc],
            members,
            further,
            additional,
            patterns: self.schemas_in(loc, "patternProperties").into_iter().collect(),
            min: size(schema, "minProperties").unwrap_or(0),
            max: size(schema, "maxProperties"),
            experimental: false,
        }
    }

    fn schemas_in(&mut self, loc: LocId, keyword: &str) -> Vec<(&'a str, SchemaId)> {
        let Some(list) = self.child(loc, keyword) else { return Vec::new() };
        let places: Vec<_> = self.members(list).collect();
        places.into_iter().map(|(name, place)| (name, self.schema(place))).collect()
    }

    pub(super) fn both_objects(&mut self, a: &Rc<Objects<'a>>, b: &Rc<Objects<'a>>) -> Option<Rc<Objects<'a>>> {
        if a.at.is_empty() || a.at == b.at {
            return Some(Rc::clone(b));
        }
        if b.at.is_empty() {
            return Some(Rc::clone(a));
        }
        let mut at = a.at.clone();
        at.extend(&b.at);
        let mut members = BTreeMap::new();
        for name in a.members.keys().chain(b.members.keys()) {
            if members.contains_key(name) {
                continue;
            }
            let (x, y) = (a.members.get(name), b.members.get(name));
            let schema_in = |member: Option<&Member>, objects: &Objects<'_>| match member {
                Some(member) => member.schema,
                None if objects.patterns.is_empty() => objects.additional,
                None => ANY,
            };
            let schema = self.meet(schema_in(x, a), schema_in(y, b));
            let either = |flag: fn(&Member) -> bool| x.is_some_and(flag) || y.is_some_and(flag);
            let member = Member {
                schema,
                required: either(|member| member.required),
                written: either(|member| member.written),
                declared: either(|member| member.declared),
            };
            if member.required && self.is_contradiction(schema) {
                return None;
            }
            members.insert(*name, member);
        }
        let further = match (a.further, b.further) {
            (Further::Closed, _) | (_, Further::Closed) => Further::Closed,
            (Further::Typed, _) | (_, Further::Typed) => Further::Typed,
            _ => Further::Open,
        };
        let mut patterns = a.patterns.clone();
        for (pattern, schema) in &b.patterns {
            let schema = match patterns.get(pattern) {
                Some(known) => self.meet(*known, *schema),
                None => *schema,
            };
            patterns.insert(*pattern, schema);
        }
        let objects = Objects {
            at,
            members,
            further,
            additional: self.meet(a.additional, b.additional),
            patterns,
            min: a.min.max(b.min),
            max: smaller(a.max, b.max),
            experimental: false,
        };
        Some(self.intern(objects))
    }

    /// Whether the places of a schema name values that have nothing in common. Only what they say themselves counts: to
    /// look further could end up here again.
    fn is_contradiction(&self, schema: SchemaId) -> bool {
        let mut common: Option<Vec<&Value>> = None;
        for loc in self.locs(schema) {
            if self.value(*loc) == &Value::Bool(false) {
                return true;
            }
            let Some(values) = named(self.value(*loc)) else { continue };
            common = Some(match common {
                None => values,
                Some(known) => {
                    known.into_iter().filter(|value| values.iter().any(|other| same_value(value, other))).collect()
                }
            });
        }
        common.is_some_and(|values| values.is_empty())
    }

    /// Whether a value may be admitted by both; `false` is certain.
    pub(super) fn may_overlap(&self, a: &Node<'_>, b: &Node<'_>) -> bool {
        if a.any || b.any {
            return !a.is_never() && !b.is_never();
        }
        for (ours, theirs) in [(a, b), (b, a)] {
            if ours.literals.iter().any(|literal| admitted(theirs, literal.value)) {
                return true;
            }
        }
        [Kind::Boolean, Kind::Number, Kind::String, Kind::Array]
            .iter()
            .any(|kind| a.has_open(*kind) && b.has_open(*kind))
            || a.objects.iter().any(|x| b.objects.iter().any(|y| !self.are_apart(x, y)))
    }

    /// Whether no object is admitted by both: a member that one demands is refused by the other.
    fn are_apart(&self, a: &Objects<'_>, b: &Objects<'_>) -> bool {
        let refuses = |objects: &Objects<'_>, name: &str| {
            objects.further == Further::Closed && objects.patterns.is_empty() && !objects.members.contains_key(name)
        };
        let tagged_apart = a.members.iter().any(|(name, x)| {
            let Some(y) = b.members.get(name) else { return false };
            (x.required || y.required)
                && match (self.named_values(x.schema), self.named_values(y.schema)) {
                    (Some(xs), Some(ys)) => !xs.iter().any(|x| ys.iter().any(|y| same_value(x, y))),
                    _ => false,
                }
        });
        tagged_apart || a.required().any(|name| refuses(b, name)) || b.required().any(|name| refuses(a, name))
    }

    /// The values that a schema names in `enum` or `const`, looking through references.
    fn named_values(&self, schema: SchemaId) -> Option<Vec<&Value>> {
        self.locs(schema).iter().find_map(|loc| {
            let mut value = self.value(*loc);
            for _ in 0..8 {
                if let Some(values) = named(value) {
                    return Some(values);
                }
                let single = value.get("allOf").and_then(Value::as_array).filter(|all| all.len() == 1);
                value = match (single, value.get("$ref").and_then(Value::as_str)) {
                    (Some(all), _) => &all[0],
                    (None, Some(reference)) => self.document.pointer(reference.strip_prefix('#')?)?,
                    _ => return None,
                };
            }
            None
        })
    }
}

fn named(schema: &Value) -> Option<Vec<&Value>> {
    match (schema.get("const"), schema.get("enum")) {
        (Some(value), _) => Some(vec![value]),
        (None, Some(Value::Array(values))) => Some(values.iter().collect()),
        _ => None,
    }
}

/// Whether a schema restricts nothing.
fn is_free(schema: &Value) -> bool {
    match schema {
        Value::Bool(flag) => *flag,
        Value::Object(schema) => schema.keys().all(|keyword| is_annotation(keyword)),
        _ => false,
    }
}
