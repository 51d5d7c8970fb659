//! A bundle's schema as a graph to walk along a message: which member leads to which type, and what that exercises.
//!
//! It decides nothing: whether a message is valid is told before by the validator, and here only valid ones come. What
//! of a schema has no bearing on members and variants is left out.

use std::collections::{BTreeMap, HashMap, VecDeque};

use serde_json::{Map, Value};

use super::points::{Point, PointId, PointKind};
use super::union::{self, Form, Union};
use crate::bundle::EXPERIMENTAL_MARK;

/// The number of a [`Node`].
pub(super) type NodeId = usize;

/// What one schema says of members, items and variants.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// The type's own point, where a definition begins.
    pub(super) point: Option<PointId>,
    /// Why it is experimental, by its own mark.
    pub(super) mark: Option<Box<str>>,
    /// Schemas that the value must fit as well: the target of a `$ref`, the parts of an `allOf`.
    pub(super) also: Vec<NodeId>,
    pub(super) fields: HashMap<Box<str>, Field>,
    /// Members without a name of their own, as in a map.
    pub(super) rest: Option<NodeId>,
    pub(super) items: Option<NodeId>,
    /// Items that each have a schema of their own, as in a tuple.
    pub(super) places: Vec<NodeId>,
    /// The values of an `enum` that offers a choice.
    pub(super) values: HashMap<Box<str>, PointId>,
    pub(super) unions: Vec<Union>,
    /// What tells forms of a union apart: the types, values and members that the schema asks for.
    pub(super) types: Vec<Box<str>>,
    pub(super) nullable: bool,
    pub(super) only: Vec<Value>,
    pub(super) required: Vec<Box<str>>,
    pub(super) closed: bool,
}

/// A member of an object.
#[derive(Debug)]
pub(super) struct Field {
    /// None where the member must be there, and its presence tells nothing.
    pub(super) point: Option<PointId>,
    pub(super) node: NodeId,
}

/// The graph, with the points on it. It grows as payload types are added.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    pub(super) nodes: Vec<Node>,
    pub(super) points: Vec<Point>,
}

/// Where in the bundle's types a schema stands.
#[derive(Debug, Clone)]
struct Place {
    owner: String,
    path: String,
    parent: Option<PointId>,
}

impl Place {
    fn below(&self, step: &str) -> Self {
        Self { path: format!("{}{step}", self.path), ..self.clone() }
    }
}

/// Builds a graph from definitions, of one bundle or of several.
#[derive(Default)]
pub(super) struct Builder<'a> {
    shapes: Shapes,
    documents: Vec<&'a Value>,
    by_place: HashMap<(usize, String), NodeId>,
    /// Definitions that are referred to, but not yet read: one after the other, so that no chain of them is too deep.
    unread: VecDeque<(NodeId, usize, String)>,
    /// The document at hand.
    current: usize,
}

impl<'a> Builder<'a> {
    /// The node of the definition at a pointer, with everything that it leads to.
    pub(super) fn definition(&mut self, document: &'a Value, pointer: &str) -> NodeId {
        let known = self.documents.iter().position(|other| std::ptr::eq(*other, document));
        self.current = known.unwrap_or_else(|| {
            self.documents.push(document);
            self.documents.len() - 1
        });
        let root = self.reference(pointer);
        while let Some((id, document, pointer)) = self.unread.pop_front() {
            self.current = document;
            // A reference to nothing is the validator's to report.
            let Some(schema) = self.documents[document].pointer(&pointer) else { continue };
            let owner = pointer.rsplit('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~");
            let mut place = Place { owner, path: String::new(), parent: None };
            let point = self.point(PointKind::Type, &place);
            place.parent = Some(point);
            self.fill(id, schema, &place);
            self.shapes.nodes[id].point = Some(point);
        }
        root
    }

    pub(super) fn finish(self) -> Shapes {
        self.shapes
    }

    fn reference(&mut self, pointer: &str) -> NodeId {
        let place = (self.current, pointer.to_owned());
        if let Some(id) = self.by_place.get(&place) {
            return *id;
        }
        let id = self.node();
        self.by_place.insert(place.clone(), id);
        self.unread.push_back((id, place.0, place.1));
        id
    }

    fn node(&mut self) -> NodeId {
        self.shapes.nodes.push(Node::default());
        self.shapes.nodes.len() - 1
    }

    fn point(&mut self, kind: PointKind, place: &Place) -> PointId {
        let Place { owner, path, parent } = place.clone();
        self.shapes.points.push(Point { kind, owner, path, parent });
        self.shapes.points.len() - 1
    }

    fn schema(&mut self, schema: &Value, place: &Place) -> NodeId {
        let id = self.node();
        self.fill(id, schema, place);
        id
    }

    fn fill(&mut self, id: NodeId, schema: &Value, place: &Place) {
        // `true` and `false` say nothing of members.
        let Some(schema) = schema.as_object() else { return };
        let mut node = Node { mark: text(schema, EXPERIMENTAL_MARK), ..Node::default() };
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            // In draft 7 what stands beside a `$ref` has no meaning. References to other files do not occur in a bundle.
            node.also = target.strip_prefix('#').map(|pointer| self.reference(pointer)).into_iter().collect();
            self.shapes.nodes[id] = node;
            return;
        }
        node.types = words(schema, "type");
        node.required = words(schema, "required");
        node.closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
        node.only = match (schema.get("enum"), schema.get("const")) {
            (Some(Value::Array(values)), _) => values.clone(),
            (_, Some(value)) => vec![value.clone()],
            _ => Vec::new(),
        };
        if node.only.len() > 1 {
            for value in node.only.iter().filter_map(Value::as_str) {
                let point = self.point(PointKind::Variant, &place.below(&format!("={value}")));
                node.values.insert(value.into(), point);
            }
        }
        let properties = schema.get("properties").and_then(Value::as_object);
        // In one order, however `serde_json` keeps its maps.
        let properties: BTreeMap<_, _> = properties.into_iter().flatten().collect();
        for (name, property) in properties {
            let mut below = place.below(&format!(".{name}"));
            let required = node.required.iter().any(|other| **other == **name);
            let point = (!required).then(|| self.point(PointKind::Field, &below));
            below.parent = point.or(place.parent);
            node.fields.insert(name.as_str().into(), Field { point, node: self.schema(property, &below) });
        }
        if let Some(rest) = schema.get("additionalProperties").filter(|rest| rest.is_object()) {
            node.rest = Some(self.schema(rest, &place.below("{}")));
        }
        match schema.get("items") {
            Some(Value::Array(places)) => {
                let each = places.iter().enumerate();
                node.places = each.map(|(at, item)| self.schema(item, &place.below(&format!("[{at}]")))).collect();
                node.items = schema.get("additionalItems").map(|rest| self.schema(rest, &place.below("[]")));
            }
            Some(items) => node.items = Some(self.schema(items, &place.below("[]"))),
            None => {}
        }
        node.also = array(schema, "allOf").iter().map(|part| self.schema(part, place)).collect();
        for keyword in ["oneOf", "anyOf"] {
            let forms: Vec<&Value> = array(schema, keyword).iter().filter(|form| !is_null(form)).collect();
            node.nullable |= forms.len() < array(schema, keyword).len();
            match forms.as_slice() {
                [] => {}
                // One form or null: no choice worth a name.
                [form] => node.also.push(self.schema(form, place)),
                _ => node.unions.push(self.union(&forms, place)),
            }
        }
        self.shapes.nodes[id] = node;
    }

    fn union(&mut self, forms: &[&Value], place: &Place) -> Union {
        let names = union::names(self.documents[self.current], forms);
        let mut union = Union { tag: names.tag, forms: Vec::with_capacity(forms.len()) };
        for (form, name) in forms.iter().zip(names.forms) {
            // A form that is itself a choice of values needs no point of its own.
            let choice = form.get("enum").and_then(Value::as_array).is_some_and(|values| values.len() > 1);
            let mut below = place.clone();
            let mut point = None;
            if !choice {
                below.path.push_str(&format!("={}", name.text));
                point = Some(self.point(PointKind::Variant, &below));
                below.parent = point;
            }
            union.forms.push(Form { node: self.schema(form, &below), point, tag: name.tag });
        }
        union
    }
}

fn text(schema: &Map<String, Value>, keyword: &str) -> Option<Box<str>> {
    schema.get(keyword)?.as_str().map(Box::from)
}

fn array<'a>(schema: &'a Map<String, Value>, keyword: &str) -> &'a [Value] {
    schema.get(keyword).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The strings of a keyword that holds one or several.
fn words(schema: &Map<String, Value>, keyword: &str) -> Vec<Box<str>> {
    match schema.get(keyword) {
        Some(Value::String(one)) => vec![one.as_str().into()],
        _ => array(schema, keyword).iter().filter_map(|word| Some(word.as_str()?.into())).collect(),
    }
}

fn is_null(form: &Value) -> bool {
    form.get("type").is_some_and(|kind| kind == "null")
}
