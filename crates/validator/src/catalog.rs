//! One folder of generated schema, ready for checking messages by their method.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::agreement::Sight;
use crate::bundle::{Bundle, Marks};
use crate::envelope::inspect;
use crate::error::CatalogError;
use crate::fault::Fault;
use crate::methods::{Method, Methods, Surface};
use crate::sight::sight;

/// A folder of generated schema: `methods.json` and the bundles beside it.
///
/// Messages are checked by method, never through the union of all of them. A definition is taken from the bundle with
/// namespaces; the flat one stands in where that is missing, or lacks it. Validators are compiled when they are needed
/// first, and no lock is taken after that.
pub struct Catalog {
    methods: Methods,
    dir: PathBuf,
    bundle: Bundle,
    /// The flat bundle, where the other lacks something.
    more: Option<Bundle>,
}

/// A definition of a bundle, as data.
#[derive(Debug, Clone, Copy)]
pub struct Definition<'a> {
    /// The bundle's file.
    pub bundle: &'a Path,
    /// Where it is in the bundle: `/definitions/v2/Turn`.
    pub pointer: &'a str,
    /// The schema.
    pub schema: &'a Value,
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
        let names = [format!("{name}.schemas.json"), format!("{name}.v2.schemas.json")];
        let mut there = names.iter().map(|name| dir.join(name)).filter(|path| path.is_file());
        let Some(first) = there.next() else {
            return Err(CatalogError::MissingBundle { path: dir.to_owned(), expected: names.to_vec() });
        };
        let bundle = Bundle::load(first, &methods)?;
        let mut more = None;
        for method in methods.iter() {
            for definition in method.params.iter().chain(&method.result).filter(|name| !bundle.has(name)) {
                if more.is_none() {
                    more = there.next().map(|path| Bundle::load(path, &methods)).transpose()?;
                }
                if more.as_ref().is_none_or(|more| !more.has(definition)) {
                    return Err(CatalogError::UnknownDefinition {
                        path: bundle.path,
                        method: method.method.clone(),
                        definition: definition.clone(),
                    });
                }
            }
        }
        Ok(Self { methods, dir: dir.to_owned(), bundle, more })
    }

    /// Loads one surface of a folder: the folder itself, or the folder `experimental` in it.
    ///
    /// A folder that holds the experimental surface itself is that surface. None takes the folder as it is.
    pub fn load_surface(dir: impl AsRef<Path>, surface: Option<Surface>) -> Result<Self, CatalogError> {
        let dir = dir.as_ref();
        let here = || Methods::load(dir).map(|methods| methods.surface);
        let below = dir.join(Surface::Experimental.to_string());
        match surface {
            Some(Surface::Experimental) if below.is_dir() || here()? != Surface::Experimental => Self::load(below),
            Some(Surface::Stable) if here()? != Surface::Stable => Err(CatalogError::Mixed {
                path: dir.to_owned(),
                expected: "the stable surface".to_owned(),
                found: "the experimental one".to_owned(),
            }),
            _ => Self::load(dir),
        }
    }

    /// The method table.
    pub fn methods(&self) -> &Methods {
        &self.methods
    }

    /// The folder it was loaded from.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The names of all definitions, with their namespaces: `v2/Turn`.
    pub fn definitions(&self) -> impl Iterator<Item = &str> {
        self.bundle.names().into_iter()
    }

    /// A definition by its name, or by its name without the namespace.
    pub fn definition(&self, name: &str) -> Option<Definition<'_>> {
        let bundle = self.bundle_of(name);
        bundle.schema(name).map(|(pointer, schema)| Definition { bundle: &bundle.path, pointer, schema })
    }

    /// Whether a message of this method is valid: the quick way, which says nothing about why.
    ///
    /// The message is a call of the method or an answer to one.
    pub fn is_valid(&self, method: &Method, message: &Value) -> Result<bool, CatalogError> {
        match inspect(method, message) {
            (faults, _) if !faults.is_empty() => Ok(false),
            (_, None) => Ok(true),
            (_, Some((definition, _, value))) => self.payload_is_valid(definition, value),
        }
    }

    /// Everything that is wrong with a message of this method: none means that it is valid.
    ///
    /// Pointers are those of the message: `/params/threadId`.
    pub fn faults(&self, method: &Method, message: &Value) -> Result<Vec<Fault>, CatalogError> {
        let (mut faults, payload) = inspect(method, message);
        if let Some((definition, prefix, value)) = payload {
            faults.extend(self.bundle_of(definition).faults(definition, prefix, value)?);
        }
        Ok(faults)
    }

    /// Who notices what is wrong with a message; none if nothing is.
    ///
    /// Types describe payloads: of the envelope they see only whether there are params.
    pub fn sight(&self, method: &Method, message: &Value) -> Result<Option<Sight>, CatalogError> {
        let (faults, payload) = inspect(method, message);
        let has_params = message.get("params").is_some_and(|params| method.params.is_some() || !params.is_null());
        let call = message.get("method").is_some();
        let envelope = match call && has_params != method.params.is_some() {
            true => Some(Sight::Shape),
            false => (!faults.is_empty()).then_some(Sight::Value),
        };
        let Some((definition, _, value)) = payload else { return Ok(envelope) };
        let validator = self.bundle_of(definition).validator(definition, Marks::Open)?;
        Ok(validator.iter_errors(value).map(|error| sight(&error)).max().max(envelope))
    }

    /// Whether a bare value is one of this definition.
    pub fn payload_is_valid(&self, definition: &str, value: &Value) -> Result<bool, CatalogError> {
        Ok(self.bundle_of(definition).validator(definition, Marks::Open)?.is_valid(value))
    }

    /// Everything that is wrong with a bare value of this definition.
    pub fn payload_faults(&self, definition: &str, value: &Value) -> Result<Vec<Fault>, CatalogError> {
        self.bundle_of(definition).faults(definition, "", value)
    }

    /// Whether a valid message uses what is marked as experimental: it is no longer valid once all of that is closed.
    pub fn uses_experimental(&self, method: &Method, message: &Value) -> Result<bool, CatalogError> {
        let Some((definition, _, value)) = inspect(method, message).1 else { return Ok(false) };
        let bundle = self.bundle_of(definition);
        Ok(bundle.validator(definition, Marks::Open)?.is_valid(value)
            && !bundle.validator(definition, Marks::Closed)?.is_valid(value))
    }

    /// Compiles the validators of all definitions, and tells how many there are, or the first that cannot be used.
    pub fn compile(&self) -> Result<usize, CatalogError> {
        let names = self.bundle.names();
        names.iter().try_for_each(|name| self.bundle.validator(name, Marks::Open).map(drop))?;
        Ok(names.len())
    }

    fn bundle_of(&self, definition: &str) -> &Bundle {
        match &self.more {
            Some(more) if !self.bundle.has(definition) => more,
            _ => &self.bundle,
        }
    }

    /// The document that has a definition, and the pointer of the definition in it.
    pub(crate) fn place(&self, definition: &str) -> Option<(&Value, &str)> {
        let bundle = self.bundle_of(definition);
        bundle.schema(definition).map(|(pointer, _)| (bundle.document(), pointer))
    }
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalog").field("dir", &self.dir).field("methods", &self.methods.len()).finish_non_exhaustive()
    }
}
