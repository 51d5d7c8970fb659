//! One bundle in memory: its definitions by name, and a validator for each, compiled when the first value needs it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Value, json};

use crate::bounds::{Refuse, format_keyword};
use crate::error::{CatalogError, not_json, read};
use crate::explain::Explain;
use crate::fault::Fault;
use crate::fixtures::display;
use crate::methods::{Methods, TABLE};
use crate::pointer::join;

/// The keyword by which a bundle marks what belongs to the experimental surface alone.
pub const EXPERIMENTAL_MARK: &str = "x-experimental";

/// The keyword by which a bundle says what it was generated from.
const ORIGIN_MARK: &str = "x-protocol";

/// The URI that a bundle has inside its registry; no file or host answers to it.
const BUNDLE_URI: &str = "bundle:///definitions.json";

/// The dialects that a bundle may be written in. One that says nothing is taken to be in the first.
const DRAFTS: [(Draft, &str); 3] = [
    (Draft::Draft7, "http://json-schema.org/draft-07/schema#"),
    (Draft::Draft201909, "https://json-schema.org/draft/2019-09/schema"),
    (Draft::Draft202012, "https://json-schema.org/draft/2020-12/schema"),
];

/// How a validator treats what is marked as experimental.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marks {
    /// As any other part.
    Open,
    /// As if no value could be there.
    Closed,
}

/// One bundle. Its definitions refer to each other, so all share one registry.
pub(crate) struct Bundle {
    pub(crate) path: PathBuf,
    name: String,
    draft: Draft,
    document: Arc<Value>,
    registry: Registry<'static>,
    definitions: HashMap<String, Slot>,
    namespaces: bool,
}

/// A definition's place in its bundle, and its validators. Why one cannot be compiled is kept as well.
struct Slot {
    pointer: String,
    open: OnceLock<Result<Validator, String>>,
    closed: OnceLock<Result<Validator, String>>,
}

impl Bundle {
    /// Loads a bundle, and checks that it is of the generation that the method table is of.
    pub(crate) fn load(path: PathBuf, methods: &Methods) -> Result<Self, CatalogError> {
        let text = read(&path)?;
        let document: Value = serde_json::from_str(&text).map_err(|source| not_json(&path, source))?;
        same_origin(&path, &document, methods)?;
        let draft = draft(&path, &document)?;
        let Some((root, members)) = ["definitions", "$defs"]
            .into_iter()
            .find_map(|root| Some((format!("/{root}"), document.get(root)?.as_object()?)))
        else {
            return Err(CatalogError::NoDefinitions { path });
        };
        let mut definitions = HashMap::new();
        for (name, schema) in members {
            let pointer = join(&root, name);
            match namespace(schema) {
                None => {
                    definitions.insert(name.clone(), Slot::new(pointer));
                }
                Some(inner) => {
                    definitions.extend(inner.map(|below| (format!("{name}/{below}"), Slot::new(join(&pointer, below)))))
                }
            }
        }
        let namespaces = definitions.keys().any(|name| name.contains('/'));
        let document = Arc::new(document);
        let registry = Registry::new()
            .draft(draft)
            .add(BUNDLE_URI, Arc::clone(&document))
            .and_then(jsonschema::RegistryBuilder::prepare)
            .map_err(|error| CatalogError::Definition {
                path: path.clone(),
                definition: "#".to_owned(),
                detail: error.to_string(),
            })?;
        let name = path.file_name().map(|name| display(Path::new(name))).unwrap_or_default();
        Ok(Self { path, name, draft, document, registry, definitions, namespaces })
    }

    /// The names of all definitions, sorted, with their namespaces: `v2/Turn`.
    pub(crate) fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.definitions.keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    /// All of it.
    pub(crate) fn document(&self) -> &Value {
        &self.document
    }

    /// The schema of a definition and the pointer to it.
    pub(crate) fn schema(&self, definition: &str) -> Option<(&str, &Value)> {
        let pointer = self.slot(definition)?.pointer.as_str();
        Some((pointer, self.document.pointer(pointer)?))
    }

    /// Whether the bundle has a definition.
    pub(crate) fn has(&self, definition: &str) -> bool {
        self.slot(definition).is_some()
    }

    /// By the full name; without the namespace where the bundle has none; or by the end of just one name.
    fn slot(&self, definition: &str) -> Option<&Slot> {
        let exact = self.definitions.get(definition);
        exact.or_else(|| match definition.rsplit_once('/') {
            Some((_, last)) => self.definitions.get(last).filter(|_| !self.namespaces),
            None => {
                let ends = |name: &str| name.rsplit_once('/').is_some_and(|(_, last)| last == definition);
                let mut slots = self.definitions.iter().filter(|(name, _)| ends(name)).map(|(_, slot)| slot);
                slots.next().filter(|_| slots.next().is_none())
            }
        })
    }

    /// What is wrong with a value; `prefix` is its pointer in the message.
    pub(crate) fn faults(&self, definition: &str, prefix: &str, value: &Value) -> Result<Vec<Fault>, CatalogError> {
        let errors = self.validator(definition, Marks::Open)?.iter_errors(value);
        let explain = Explain { document: &self.document, uri: BUNDLE_URI, name: &self.name, prefix };
        Ok(explain.all(errors.collect::<Vec<_>>().iter()))
    }

    pub(crate) fn validator(&self, definition: &str, marks: Marks) -> Result<&Validator, CatalogError> {
        let unusable = |detail: &str| CatalogError::Definition {
            path: self.path.clone(),
            definition: definition.to_owned(),
            detail: detail.to_owned(),
        };
        let slot = self.slot(definition).ok_or_else(|| unusable("it does not exist"))?;
        let lock = match marks {
            Marks::Open => &slot.open,
            Marks::Closed => &slot.closed,
        };
        lock.get_or_init(|| self.compile(&slot.pointer, marks)).as_ref().map_err(|detail| unusable(detail))
    }

    fn compile(&self, pointer: &str, marks: Marks) -> Result<Validator, String> {
        let mut options = jsonschema::options()
            .with_draft(self.draft)
            .with_registry(&self.registry)
            .with_keyword("format", format_keyword);
        if marks == Marks::Closed {
            options = options.with_keyword(EXPERIMENTAL_MARK, |_, _, _| Ok(Box::new(Refuse)));
        }
        let schema = json!({ "$ref": format!("{BUNDLE_URI}#{}", escaped(pointer)) });
        options.build(&schema).map_err(|error| error.to_string())
    }
}

impl Slot {
    fn new(pointer: String) -> Self {
        Self { pointer, open: OnceLock::new(), closed: OnceLock::new() }
    }
}

/// Keywords whose value is an object: what has one of them is a schema, not a namespace.
const OBJECT_KEYWORDS: [&str; 7] =
    ["additionalProperties", "default", "items", "not", "patternProperties", "properties", "propertyNames"];

/// The names in a namespace, which holds nothing but schemas; `None` for a definition.
fn namespace(schema: &Value) -> Option<impl Iterator<Item = &String>> {
    let members = schema.as_object().filter(|members| !members.is_empty())?;
    let is_schema = |(name, value): (&String, &Value)| value.is_object() && !OBJECT_KEYWORDS.contains(&name.as_str());
    members.iter().all(is_schema).then(|| members.keys())
}

/// Checks that a bundle and the method table beside it were generated together, where the bundle says so.
fn same_origin(path: &Path, document: &Value, methods: &Methods) -> Result<(), CatalogError> {
    let Some(origin) = document.get(ORIGIN_MARK) else { return Ok(()) };
    let protocol = &methods.protocol;
    let surface = methods.surface.to_string();
    for (name, ours) in [
        ("name", Some(protocol.name.as_str())),
        ("version", protocol.version.as_deref()),
        ("hash", protocol.hash.as_deref()),
        ("surface", Some(surface.as_str())),
    ] {
        let theirs = origin.get(name);
        if theirs.and_then(Value::as_str) != ours {
            let said = |text: Option<&str>| text.map_or("none".to_owned(), |text| format!("`{text}`"));
            return Err(CatalogError::Mixed {
                path: path.to_owned(),
                expected: format!("the {name} {} of {TABLE} in `{ORIGIN_MARK}`", said(ours)),
                found: theirs.map_or("none".to_owned(), |theirs| said(theirs.as_str())),
            });
        }
    }
    Ok(())
}

fn draft(path: &Path, document: &Value) -> Result<Draft, CatalogError> {
    let Some(said) = document.get("$schema") else { return Ok(DRAFTS[0].0) };
    let plain = |uri: &str| uri.trim_end_matches('#').replacen("https://", "http://", 1);
    DRAFTS
        .into_iter()
        .find(|(_, uri)| said.as_str().is_some_and(|said| plain(said) == plain(uri)))
        .map(|(draft, _)| draft)
        .ok_or_else(|| CatalogError::Draft {
            path: path.to_owned(),
            found: said.to_string(),
            expected: DRAFTS.map(|(_, uri)| uri).to_vec(),
        })
}

/// A pointer as the fragment of a URI: what a fragment may not hold is percent-encoded.
fn escaped(pointer: &str) -> String {
    let mut text = String::with_capacity(pointer.len());
    for byte in pointer.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => text.push(char::from(byte)),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}
