//! One folder of generated schema, ready for checking: its method table, and a validator for each definition on demand.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Value, json};

use crate::bounds::{Refuse, format_keyword};
use crate::envelope::{Fault, Payload, inspect};
use crate::explain::explain;
use crate::methods::{CatalogError, Method, Methods, not_json, read};

/// The keyword by which a bundle marks what belongs to the experimental surface alone.
pub const EXPERIMENTAL_MARK: &str = "x-experimental";

/// The URI that a bundle has inside its registry; no file or host answers to it.
const BUNDLE_URI: &str = "bundle:///definitions.json";

/// A folder of generated schema: `methods.json` and the bundles beside it.
///
/// Messages are checked by method, never through the union of all of them. A definition is taken from the flat bundle;
/// one that only the namespaced bundle has is taken from there.
pub struct Catalog {
    methods: Methods,
    dir: PathBuf,
    flat: Bundle,
    namespaced: Option<Bundle>,
}

/// One bundle in memory. Its definitions refer to each other, so all share one registry, and each is compiled once,
/// when the first message needs it.
struct Bundle {
    path: PathBuf,
    document: Arc<Value>,
    registry: Registry<'static>,
    compiled: Mutex<HashMap<(String, Marks), Arc<Validator>>>,
}

/// How a validator treats what is marked as experimental.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Marks {
    /// As any other part.
    Open,
    /// As if no value could be there.
    Closed,
}

impl Catalog {
    /// Loads the files of one surface, and checks that each definition named by the method table is there.
    ///
    /// ```no_run
    /// let catalog = methodic_validator::Catalog::load("schema")?;
    /// println!("{} methods, {}", catalog.methods().len(), catalog.methods().surface);
    /// # Ok::<(), methodic_validator::CatalogError>(())
    /// ```
    pub fn load(dir: impl AsRef<Path>) -> Result<Self, CatalogError> {
        let dir = dir.as_ref();
        let methods = Methods::load(dir)?;
        let name = &methods.protocol.name;
        let flat = Bundle::load(dir.join(methods.flat_bundle()))?;
        let namespaced_path = dir.join(format!("{name}.schemas.json"));
        let mut namespaced = None;
        for method in methods.iter() {
            for definition in method.params.iter().chain(&method.result) {
                if flat.pointer(definition).is_some() {
                    continue;
                }
                if namespaced.is_none() && namespaced_path.is_file() {
                    namespaced = Some(Bundle::load(namespaced_path.clone())?);
                }
                if namespaced.as_ref().is_none_or(|bundle| bundle.pointer(definition).is_none()) {
                    return Err(CatalogError::UnknownDefinition {
                        path: flat.path,
                        method: method.method.clone(),
                        definition: definition.clone(),
                    });
                }
            }
        }
        Ok(Self { methods, dir: dir.to_owned(), flat, namespaced })
    }

    /// The method table.
    pub fn methods(&self) -> &Methods {
        &self.methods
    }

    /// The folder it was loaded from.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Everything that is wrong with a message of this method: none means that it is valid.
    ///
    /// The message is a call of the method or an answer to one. Pointers are those of the message: `/params/threadId`.
    pub fn faults(&self, method: &Method, message: &Value) -> Result<Vec<Fault>, CatalogError> {
        let (mut faults, payload) = inspect(method, message);
        if let Some((definition, prefix, value)) = payload {
            let validator = self.validator(definition, Marks::Open)?;
            faults.extend(validator.iter_errors(value).map(|error| explain(prefix, &error)));
        }
        Ok(faults)
    }

    /// Whether a valid message uses what is marked as experimental: it is no longer valid once all of that is closed.
    pub fn uses_experimental(&self, method: &Method, message: &Value) -> Result<bool, CatalogError> {
        let valid = |(definition, _, value): Payload<'_>, marks| -> Result<bool, CatalogError> {
            Ok(self.validator(definition, marks)?.is_valid(value))
        };
        match inspect(method, message).1 {
            Some(payload) => Ok(valid(payload, Marks::Open)? && !valid(payload, Marks::Closed)?),
            None => Ok(false),
        }
    }

    fn validator(&self, definition: &str, marks: Marks) -> Result<Arc<Validator>, CatalogError> {
        let in_flat = self.flat.pointer(definition).map(|pointer| (&self.flat, pointer));
        let found = in_flat.or_else(|| {
            let bundle = self.namespaced.as_ref()?;
            Some((bundle, bundle.pointer(definition)?))
        });
        let (bundle, pointer) = found.ok_or_else(|| CatalogError::Definition {
            path: self.flat.path.clone(),
            definition: definition.to_owned(),
            detail: "it does not exist".to_owned(),
        })?;
        bundle.validator(pointer, definition, marks)
    }
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalog").field("dir", &self.dir).field("methods", &self.methods.len()).finish_non_exhaustive()
    }
}

impl Bundle {
    fn load(path: PathBuf) -> Result<Self, CatalogError> {
        let text = read(&path)?;
        let document: Value = serde_json::from_str(&text).map_err(|source| not_json(&path, source))?;
        if !document.get("definitions").is_some_and(Value::is_object) {
            return Err(CatalogError::NoDefinitions { path });
        }
        let document = Arc::new(document);
        let registry = Registry::new()
            .draft(Draft::Draft7)
            .add(BUNDLE_URI, Arc::clone(&document))
            .and_then(jsonschema::RegistryBuilder::prepare)
            .map_err(|error| CatalogError::Definition {
                path: path.clone(),
                definition: "#".to_owned(),
                detail: error.to_string(),
            })?;
        Ok(Self { path, document, registry, compiled: Mutex::default() })
    }

    /// Where a definition is: `v2/Turn` at `/definitions/v2/Turn` in a bundle with namespaces, otherwise by its last
    /// segment at `/definitions/Turn`.
    fn pointer(&self, definition: &str) -> Option<String> {
        let name = definition.rsplit('/').next().unwrap_or(definition);
        [definition, name]
            .map(|place| format!("/definitions/{place}"))
            .into_iter()
            .find(|pointer| self.document.pointer(pointer).is_some())
    }

    fn validator(&self, pointer: String, definition: &str, marks: Marks) -> Result<Arc<Validator>, CatalogError> {
        // A panic elsewhere leaves the map as it was: entries are only ever added whole.
        let mut compiled = self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (pointer, marks);
        if let Some(validator) = compiled.get(&key) {
            return Ok(Arc::clone(validator));
        }
        let mut options = jsonschema::options()
            .with_draft(Draft::Draft7)
            .with_registry(&self.registry)
            .with_keyword("format", format_keyword);
        if marks == Marks::Closed {
            options = options.with_keyword(EXPERIMENTAL_MARK, |_, _, _| Ok(Box::new(Refuse)));
        }
        let schema = json!({ "$ref": format!("{BUNDLE_URI}#{}", escaped(&key.0)) });
        let validator = options.build(&schema).map_err(|error| CatalogError::Definition {
            path: self.path.clone(),
            definition: definition.to_owned(),
            detail: error.to_string(),
        })?;
        let validator = Arc::new(validator);
        compiled.insert(key, Arc::clone(&validator));
        Ok(validator)
    }
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
