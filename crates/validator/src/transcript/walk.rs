//! Walks along a valid message and its schema together, and notes what the message exercises.

use serde_json::Value;

use super::points::{PointId, Points};
use super::shape::{Node, NodeId, Shapes};
use super::union::{Form, Union};
use crate::pointer::join;

/// How far a walk goes: messages are less deep, and only references in a circle are not.
const DEPTH: usize = 1000;
/// How far the forms of a union without a tag are compared with a value.
const FITTING: usize = 12;

/// Something marked as experimental that a message uses.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Marked {
    pub(super) pointer: String,
    pub(super) reason: String,
}

/// One walk over one payload.
pub(super) struct Walk<'a> {
    shapes: &'a Shapes,
    seen: &'a mut Points,
}

impl<'a> Walk<'a> {
    pub(super) fn new(shapes: &'a Shapes, seen: &'a mut Points) -> Self {
        Self { shapes, seen }
    }

    /// Notes what a value of the type at this node exercises. Null exercises nothing.
    pub(super) fn note(&mut self, node: NodeId, value: &Value) {
        self.step(node, value, DEPTH);
    }

    fn step(&mut self, node: NodeId, value: &Value, depth: usize) {
        if value.is_null() || depth == 0 {
            return;
        }
        let shapes = self.shapes;
        let node = &shapes.nodes[node];
        self.hit(node.point);
        for part in &node.also {
            self.step(*part, value, depth - 1);
        }
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    if let Some(field) = node.fields.get(name.as_str()) {
                        if !value.is_null() {
                            self.hit(field.point);
                            self.step(field.node, value, depth - 1);
                        }
                    } else if let Some(rest) = node.rest {
                        self.step(rest, value, depth - 1);
                    }
                }
            }
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    if let Some(place) = node.places.get(at).copied().or(node.items) {
                        self.step(place, item, depth - 1);
                    }
                }
            }
            Value::String(text) => self.hit(node.values.get(text.as_str()).copied()),
            _ => {}
        }
        for union in &node.unions {
            if let Some(form) = shapes.form(union, value) {
                self.hit(form.point);
                self.step(form.node, value, depth - 1);
            }
        }
    }

    fn hit(&mut self, point: Option<PointId>) {
        if let Some(point) = point {
            self.seen.insert(point);
        }
    }
}

impl Shapes {
    /// The form of a union that a value has: by its tag, otherwise the first that it fits.
    fn form<'u>(&self, union: &'u Union, value: &Value) -> Option<&'u Form> {
        if let Some(tag) = union.tag.as_deref().and_then(|tag| value.get(tag)?.as_str()) {
            return union.forms.iter().find(|form| form.tag.as_deref() == Some(tag));
        }
        union.forms.iter().find(|form| self.fits(form.node, value, FITTING))
    }

    /// Whether a value can be of this type, as far as types, required members and single values tell.
    fn fits(&self, node: NodeId, value: &Value, depth: usize) -> bool {
        let node = &self.nodes[node];
        if depth == 0 || (node.nullable && value.is_null()) {
            return true;
        }
        let of_type = node.types.is_empty() || node.types.iter().any(|name| is_a(value, name));
        let one_of = node.only.is_empty() || node.only.contains(value);
        of_type
            && one_of
            && node.also.iter().all(|part| self.fits(*part, value, depth - 1))
            && node.unions.iter().all(|union| union.forms.iter().any(|form| self.fits(form.node, value, depth - 1)))
            && match value {
                Value::Object(members) => {
                    node.required.iter().all(|name| members.contains_key(&**name))
                        && members.iter().all(|(name, value)| match node.fields.get(name.as_str()) {
                            Some(field) => self.fits(field.node, value, depth - 1),
                            None => !node.closed,
                        })
                }
                Value::Array(items) => {
                    let place = node.places.first().copied().or(node.items);
                    place.zip(items.first()).is_none_or(|(place, item)| self.fits(place, item, depth - 1))
                }
                _ => true,
            }
    }

    /// What of a value is marked as experimental; the outermost mark alone where one lies within another.
    pub(super) fn marked(&self, node: NodeId, value: &Value, pointer: &str) -> Vec<Marked> {
        let mut found = Vec::new();
        self.find_marks(node, value, pointer, DEPTH, &mut found);
        found.sort();
        found
    }

    fn find_marks(&self, node: NodeId, value: &Value, at: &str, depth: usize, found: &mut Vec<Marked>) {
        let node = &self.nodes[node];
        if let Some(reason) = &node.mark {
            // Parts of an `allOf` may meet the same mark.
            let mark = Marked { pointer: at.to_owned(), reason: reason.to_string() };
            if !found.contains(&mark) {
                found.push(mark);
            }
            return;
        }
        if depth == 0 {
            return;
        }
        let below = self.below(node, value).into_iter();
        for (step, node, value) in below {
            let at = step.map_or_else(|| at.to_owned(), |step| join(at, &step));
            self.find_marks(node, value, &at, depth - 1, found);
        }
    }

    /// The next schemas along a value: the member that leads there (none for the same value), the node, the value.
    fn below<'v>(&self, node: &Node, value: &'v Value) -> Vec<(Option<String>, NodeId, &'v Value)> {
        let mut below: Vec<_> = node.also.iter().map(|part| (None, *part, value)).collect();
        match value {
            Value::Object(members) => below.extend(members.iter().filter_map(|(name, value)| {
                let next = node.fields.get(name.as_str()).map(|field| field.node).or(node.rest)?;
                Some((Some(name.clone()), next, value))
            })),
            Value::Array(items) => below.extend(items.iter().enumerate().filter_map(|(at, item)| {
                Some((Some(at.to_string()), node.places.get(at).copied().or(node.items)?, item))
            })),
            _ => {}
        }
        let forms = node.unions.iter().filter_map(|union| self.form(union, value));
        below.extend(forms.map(|form| (None, form.node, value)));
        below
    }

    /// The points that a value of this type can exercise; without `experimental`, not those behind a mark.
    pub(super) fn reachable(&self, root: NodeId, experimental: bool) -> Points {
        let mut points = Points::default();
        self.visit(root, |node, point| {
            let open = node.mark.is_none() || experimental;
            if open {
                let own = point.into_iter().chain(node.point).chain(node.values.values().copied());
                own.for_each(|point| _ = points.insert(point));
            }
            open
        });
        points
    }

    /// Whether something marked as experimental can be in a value of this type.
    pub(super) fn can_be_marked(&self, root: NodeId) -> bool {
        let mut marked = false;
        self.visit(root, |node, _| {
            marked |= node.mark.is_some();
            !marked
        });
        marked
    }

    /// Whether a pointer leads from this type to a member that it has.
    pub(super) fn has(&self, root: NodeId, pointer: &str) -> bool {
        let names: Vec<String> =
            pointer.split('/').skip(1).map(|name| name.replace("~1", "/").replace("~0", "~")).collect();
        self.leads(root, &names, DEPTH)
    }

    fn leads(&self, node: NodeId, names: &[String], depth: usize) -> bool {
        let Some((name, rest)) = names.split_first() else { return true };
        let node = &self.nodes[node];
        let forms = node.unions.iter().flat_map(|union| &union.forms).map(|form| form.node);
        depth > 0
            && (node.fields.get(name.as_str()).is_some_and(|field| self.leads(field.node, rest, depth - 1))
                || node.also.iter().copied().chain(forms).any(|next| self.leads(next, names, depth - 1)))
    }

    /// Goes through everything below a node, each edge once; what `enter` refuses is not gone into.
    fn visit<'s>(&'s self, root: NodeId, mut enter: impl FnMut(&'s Node, Option<PointId>) -> bool) {
        let mut seen = Points::default();
        let mut open = vec![(root, None)];
        while let Some((id, point)) = open.pop() {
            let node = &self.nodes[id];
            if !enter(node, point) || !seen.insert(id) {
                continue;
            }
            open.extend(node.fields.values().map(|field| (field.node, field.point)));
            open.extend(node.unions.iter().flat_map(|union| &union.forms).map(|form| (form.node, form.point)));
            let plain = node.also.iter().chain(&node.rest).chain(&node.items).chain(&node.places);
            open.extend(plain.map(|next| (*next, None)));
        }
    }
}

fn is_a(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value
            .as_number()
            .is_some_and(|number| !number.is_f64() || number.as_f64().is_some_and(|n| n.fract() == 0.0)),
        _ => true,
    }
}
