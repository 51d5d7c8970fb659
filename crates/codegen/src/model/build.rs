//! From raw schemas to a checked model.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use methodic::{Direction, Kind, MethodInfo, Stability};
use serde_json::{Map, Value};

use super::error::{ModelError, ModelErrors};
use super::parse::{Fault, Notes, Parsed, Parser, REFERENCE};
use super::place::Place;
use super::shape::{Field, Mark, Object, Shape, Union, Variant};
use super::{Definition, Method, Model, check, views};
use crate::parallel::both;

/// What a model is made of, before it is understood.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// Names the files.
    pub name: String,
    /// Titles the bundles.
    pub title: String,
    /// The version of the crate that declares it.
    pub package_version: String,
    /// The license of that crate; empty where it names none.
    pub license: String,
    /// What the protocol is for.
    pub docs: String,
    /// The table.
    pub methods: Vec<RawMethod>,
    /// The envelopes without a method.
    pub envelopes: Vec<RawType>,
    /// The names of the message unions: client requests, server requests, client notifications, server notifications.
    pub messages: [String; 4],
    /// Every definition as a receiver reads it.
    pub input: Map<String, Value>,
    /// Every definition as a sender writes it.
    pub output: Map<String, Value>,
}

/// A row of the table with the types it names.
#[derive(Debug, Clone)]
pub struct RawMethod {
    /// Its facts.
    pub info: MethodInfo,
    /// What it does.
    pub docs: String,
    /// The type of its params.
    pub params: Option<RawType>,
    /// The type of its result.
    pub result: Option<RawType>,
}

/// A type as the table names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawType {
    /// Its published name.
    pub name: String,
    /// Its Rust path.
    pub rust: String,
}

/// Name, direction and kind of the four sections, in the table's order.
const SECTIONS: [(Direction, Kind); 4] = [
    (Direction::ClientToServer, Kind::Request),
    (Direction::ServerToClient, Kind::Request),
    (Direction::ClientToServer, Kind::Notification),
    (Direction::ServerToClient, Kind::Notification),
];

impl Model {
    /// Understands and checks the parts.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub fn from_parts(parts: Parts) -> Result<Self, ModelErrors> {
        let mut errors = Vec::new();
        let mut definitions = BTreeMap::new();
        let ((read, inlined), (written, _)) = both(|| parse_all(&parts.input), || parse_all(&parts.output));
        for (key, parsed) in read {
            let schema = &parts.input[key];
            let definition = definition(key, schema, parsed, written.get(key), &parts.input).unwrap_or_else(|error| {
                errors.push(error);
                placeholder(key, schema, &parts.input)
            });
            definitions.insert(key.to_owned(), definition);
        }
        check::written_alone(&parts.input, &parts.output, &mut errors);
        let named =
            parts.methods.iter().flat_map(|method| [&method.params, &method.result]).flatten().chain(&parts.envelopes);
        for named in named {
            check::owns_its_name(named, &definitions, &mut errors);
        }
        let mut model = Self {
            name: parts.name,
            title: parts.title,
            package_version: parts.package_version,
            license: parts.license,
            docs: unindent(&parts.docs),
            methods: parts.methods.into_iter().map(method).collect(),
            definitions,
            envelopes: parts.envelopes.into_iter().map(|envelope| envelope.name).collect(),
            messages: Vec::new(),
        };
        for ((direction, kind), name) in SECTIONS.into_iter().zip(parts.messages) {
            if model.section(direction, kind).next().is_some() {
                model.add_union(name, direction, kind, &mut errors);
            }
        }
        check::references(&model, &mut errors);
        check::namespaces(&model, &mut errors);
        check::marks(&model, &mut errors);
        check::reached(&mut model, &inlined, &mut errors);
        if !errors.is_empty() {
            return Err(ModelErrors(errors));
        }
        model.forget_unread_views();
        model.list_in_versions();
        Ok(model)
    }

    /// The union of all messages of a section becomes a definition like any other.
    fn add_union(&mut self, name: String, direction: Direction, kind: Kind, errors: &mut Vec<ModelError>) {
        let variants = self.section(direction, kind).map(message).collect();
        let sender = if direction == Direction::ClientToServer { "client" } else { "server" };
        let union = Definition {
            name: name.clone(),
            rust: format!("the protocol's own {name}"),
            folder: String::new(),
            also: BTreeSet::new(),
            docs: Some(format!("Any {} that the {sender} sends.", kind.as_str())),
            shape: Shape::Union(Union { exclusive: true, variants }),
            titles: None,
        };
        match self.definitions.entry(name.clone()) {
            Entry::Vacant(place) => {
                place.insert(union);
            }
            Entry::Occupied(other) => errors.push(ModelError::Collision {
                name: name.clone(),
                left: other.get().rust.clone(),
                right: union.rust,
            }),
        }
        self.envelopes.push(name.clone());
        self.messages.push((name, direction, kind));
    }

    /// What the client never reads has no output view worth showing.
    fn forget_unread_views(&mut self) {
        let read: BTreeSet<String> = self.views().output.into_iter().map(str::to_owned).collect();
        for definition in self.definitions.values_mut().filter(|definition| !read.contains(&definition.name)) {
            views::input_only(&mut definition.shape);
        }
    }

    /// A version folder also lists what its types reach elsewhere.
    fn list_in_versions(&mut self) {
        let folders: BTreeSet<&str> = self.definitions.values().map(|definition| definition.folder.as_str()).collect();
        let references = self.references();
        let mut listed: Vec<(String, String)> = Vec::new();
        for folder in folders.into_iter().filter(|folder| !folder.is_empty()) {
            let own = self.definitions.values().filter(|definition| definition.folder == folder);
            let reached = references.closure(own.map(|definition| definition.name.as_str()));
            listed.extend(reached.into_iter().map(|name| (name.to_owned(), folder.to_owned())));
        }
        for (name, folder) in listed {
            if let Some(definition) = self.definitions.get_mut(&name)
                && definition.folder != folder
            {
                definition.also.insert(folder);
            }
        }
    }
}

/// A schema with its notes, or why it has no place in a model.
type ParsedDefinition = Parsed<(Shape, Notes)>;

/// Every schema by its key, so that the order of errors is that of the names, and the definitions that were inlined.
fn parse_all(schemas: &Map<String, Value>) -> (BTreeMap<&str, ParsedDefinition>, BTreeSet<String>) {
    let parser = Parser::new(schemas);
    let parsed = schemas.iter().map(|(key, schema)| (key.as_str(), parser.parse(schema, &Place::Root))).collect();
    (parsed, parser.inlined.into_inner())
}

fn definition(
    key: &str,
    schema: &Value,
    read: ParsedDefinition,
    written: Option<&ParsedDefinition>,
    others: &Map<String, Value>,
) -> Result<Definition, ModelError> {
    let rust = rust(key, schema);
    let unsupported = |Fault { pointer, message }| ModelError::Unsupported { rust: rust.to_owned(), pointer, message };
    let differ = |pointer| ModelError::Views { rust: rust.to_owned(), pointer };
    let (mut shape, notes) = read.map_err(unsupported)?;
    // schemars renames the second of two types that share a name; what it was meant to be called stands in the schema.
    if let Some(name) = notes.name.filter(|name| name != key) {
        let left = others.get(&name).map_or(name.as_str(), |other| self::rust(&name, other)).to_owned();
        return Err(ModelError::Collision { name, left, right: rust.to_owned() });
    }
    if notes.mark != Mark::Stable {
        let message = "a type has no mark of its own; mark the methods, fields and variants that use it".to_owned();
        return Err(ModelError::Mark { at: rust.to_owned(), message });
    }
    let (written, _) =
        written.ok_or_else(|| differ(String::new()))?.as_ref().map_err(|fault| unsupported(fault.clone()))?;
    views::merge(&mut shape, written, &Place::Root).map_err(differ)?;
    Ok(Definition { titles: notes.titles, ..named(key, rust, notes.docs, shape) })
}

/// Stands for a definition that was refused, so that what it refers to is not reported as lost.
fn placeholder(key: &str, schema: &Value, defined: &Map<String, Value>) -> Definition {
    fn refs(value: &Value, found: &mut Vec<Shape>, defined: &Map<String, Value>) {
        match value {
            Value::Object(object) => {
                let name = object.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix(REFERENCE));
                found.extend(name.filter(|name| defined.contains_key(*name)).map(|name| Shape::Ref(name.to_owned())));
                object.values().for_each(|value| refs(value, found, defined));
            }
            Value::Array(items) => items.iter().for_each(|value| refs(value, found, defined)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    refs(schema, &mut found, defined);
    named(key, rust(key, schema), None, Shape::Tuple(found))
}

fn named(key: &str, rust: &str, docs: Option<String>, shape: Shape) -> Definition {
    let (rust, folder) = (rust.to_owned(), folder(rust));
    Definition { name: key.to_owned(), rust, folder, also: BTreeSet::new(), docs, shape, titles: None }
}

/// The Rust path that a schema says it is of; the name it is published under, where it does not say.
pub(super) fn rust<'a>(key: &'a str, schema: &'a Value) -> &'a str {
    schema.get("x-rust").and_then(Value::as_str).unwrap_or(key)
}

/// `v2` for `some_crate::v2::thread::Thread`: the outermost module that is a version.
fn folder(rust: &str) -> String {
    let is_version = |module: &&str| {
        module
            .strip_prefix('v')
            .is_some_and(|digits| digits.parse::<u32>().is_ok_and(|number| number.to_string() == digits))
    };
    // The first part is the crate, the last the type.
    let modules = rust.rsplit_once("::").map_or("", |(modules, _)| modules);
    modules.split("::").skip(1).find(is_version).unwrap_or_default().to_owned()
}

fn method(raw: RawMethod) -> Method {
    Method {
        method: raw.info.method.to_owned(),
        variant: raw.info.variant.to_owned(),
        direction: raw.info.direction,
        kind: raw.info.kind,
        mark: match raw.info.stability {
            Stability::Stable => Mark::Stable,
            Stability::Experimental(reason) => Mark::Experimental(reason.to_owned()),
            Stability::Deprecated(note) => Mark::Deprecated(note.to_owned()),
        },
        docs: unindent(&raw.docs),
        params: raw.params.map(|params| params.name),
        result: raw.result.map(|result| result.name),
    }
}

/// A doc comment's text without the space that each of its lines begins with.
fn unindent(docs: &str) -> String {
    docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// A message as a variant of its union.
fn message(method: &Method) -> Variant {
    let field = |name: &str, shape, required| Field {
        name: name.to_owned(),
        shape,
        docs: None,
        mark: Mark::Stable,
        default: None,
        required,
        written: required,
    };
    let mut fields = Vec::new();
    if method.kind == Kind::Request {
        fields.push(field("id", Shape::Ref("RequestId".to_owned()), true));
    }
    fields.push(field("method", Shape::Literal(method.method.as_str().into()), true));
    match (&method.params, method.kind) {
        (Some(params), _) => fields.push(field("params", Shape::Ref(params.clone()), true)),
        // A request without params may say so with null; a notification has no such member at all.
        (None, Kind::Request) => fields.push(field("params", Shape::Null, false)),
        (None, Kind::Notification) => {}
    }
    let shape = Shape::Object(Object { fields, ..Object::default() });
    Variant { shape, docs: Some(method.docs.clone()).filter(|docs| !docs.is_empty()), mark: method.mark.clone() }
}
