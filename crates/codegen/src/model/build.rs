//! From raw schemas to a checked model.

use std::collections::{BTreeMap, BTreeSet};

use methodic::{Direction, Kind, MethodInfo, Stability};
use serde_json::{Map, Value};

use super::error::{ModelError, ModelErrors};
use super::parse::{Fault, Parser};
use super::shape::{Field, Mark, Object, Shape, Union, Variant};
use super::{Definition, Method, Model, check, reach, views};

/// What a model is made of, before it is understood.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// Names the files.
    pub name: String,
    /// Titles the bundles.
    pub title: String,
    /// The version of the crate that declares it.
    pub package_version: String,
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
        let (input, output) = (Parser::new(&parts.input), Parser::new(&parts.output));
        for (key, schema) in &parts.input {
            match definition(key, schema, &input, &output) {
                Ok(definition) => {
                    definitions.insert(key.clone(), definition);
                }
                Err(error) => errors.push(error),
            }
        }
        let inlined = input.inlined.into_inner();
        let named =
            parts.methods.iter().flat_map(|method| [&method.params, &method.result]).flatten().chain(&parts.envelopes);
        for named in named {
            check::owns_its_name(named, &definitions, &mut errors);
        }
        let mut model = Self {
            name: parts.name,
            title: parts.title,
            package_version: parts.package_version,
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
        };
        if let Some(other) = self.definitions.insert(name.clone(), union) {
            errors.push(ModelError::Collision {
                right: format!("the protocol's own {name}"),
                left: other.rust,
                name: name.clone(),
            });
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
        let folders: BTreeSet<String> = self.definitions.values().map(|definition| definition.folder.clone()).collect();
        for folder in folders.into_iter().filter(|folder| !folder.is_empty()) {
            let own =
                self.definitions.values().filter(|definition| definition.folder == folder).map(|d| d.name.as_str());
            let reached: Vec<String> = reach::closure(&self.definitions, own).into_iter().map(str::to_owned).collect();
            for name in reached {
                if let Some(definition) = self.definitions.get_mut(&name)
                    && definition.folder != folder
                {
                    definition.also.insert(folder.clone());
                }
            }
        }
    }
}

fn definition(key: &str, schema: &Value, input: &Parser<'_>, output: &Parser<'_>) -> Result<Definition, ModelError> {
    let rust = |schema: &Value| schema.get("x-rust").and_then(Value::as_str).unwrap_or(key).to_owned();
    let unsupported = |Fault { pointer, message }| ModelError::Unsupported { rust: rust(schema), pointer, message };
    let (mut shape, notes) = input.parse(schema, "").map_err(unsupported)?;
    let written =
        output.definitions.get(key).ok_or_else(|| ModelError::Views { rust: rust(schema), pointer: String::new() })?;
    let (written, _) = output.parse(written, "").map_err(unsupported)?;
    views::merge(&mut shape, &written, "").map_err(|pointer| ModelError::Views { rust: rust(schema), pointer })?;
    let rust = rust(schema);
    // schemars renames the second of two types that share a name; what it was meant to be called stands in the schema.
    if let Some(name) = notes.name.filter(|name| name != key) {
        let left = input
            .definitions
            .get(&name)
            .and_then(|other| other.get("x-rust"))
            .and_then(Value::as_str)
            .unwrap_or(&name)
            .to_owned();
        return Err(ModelError::Collision { name, left, right: rust });
    }
    Ok(Definition { name: key.to_owned(), folder: folder(&rust), rust, also: BTreeSet::new(), docs: notes.docs, shape })
}

/// `v2` for `some_crate::v2::thread::Thread`: the first module, if it is a version.
fn folder(rust: &str) -> String {
    let module = rust.split("::").nth(1).unwrap_or_default();
    let digits = module.strip_prefix('v').unwrap_or_default();
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        module.to_owned()
    } else {
        String::new()
    }
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
    let shape = Shape::Object(Object { fields, closed: false, rest: None });
    Variant { shape, docs: Some(method.docs.clone()).filter(|docs| !docs.is_empty()), mark: method.mark.clone() }
}
