//! One surface as committed, or as a test has changed it: the method table, a validator, and a source of values.

use std::fs;
use std::path::{Path, PathBuf};

use methodic_validator::{Catalog, Fault, Method};
use serde_json::Value;

use crate::rust::message;

/// The part of a method that has a definition of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Part {
    Params,
    Result,
}

impl Part {
    pub(crate) const BOTH: [Self; 2] = [Self::Params, Self::Result];

    pub(crate) fn of(self, method: &Method) -> Option<&str> {
        match self {
            Self::Params => method.params.as_deref(),
            Self::Result => method.result.as_deref(),
        }
    }
}

/// A surface, and its flat bundle as data.
pub(crate) struct Loaded {
    pub(crate) catalog: Catalog,
    pub(crate) document: Value,
}

/// The folder of generated schema.
pub(crate) fn folder(surface: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema").join(surface)
}

/// The flat bundle of a folder.
pub(crate) fn bundle(dir: &Path) -> PathBuf {
    dir.join("app_server_protocol.v2.schemas.json")
}

pub(crate) fn json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{} is not JSON: {error}", path.display()))
}

impl Loaded {
    pub(crate) fn new(dir: &Path) -> Result<Self, String> {
        let catalog = Catalog::load(dir).map_err(|error| error.to_string())?;
        Ok(Self { catalog, document: json(&bundle(dir)) })
    }

    /// Every payload that has a definition: the method, the part, and the place of the definition.
    pub(crate) fn payloads(&self) -> Vec<(&Method, Part, String)> {
        let methods = self.catalog.methods().iter();
        let parts = methods.flat_map(|method| Part::BOTH.map(|part| (method, part)));
        parts.filter_map(|(method, part)| Some((method, part, pointer(part.of(method)?)))).collect()
    }

    /// What the schema says against a payload.
    pub(crate) fn faults(&self, method: &Method, part: Part, payload: &Value) -> Result<Vec<Fault>, String> {
        self.catalog.faults(method, &message(method, part, payload)).map_err(|error| error.to_string())
    }
}

/// Where the flat bundle has a definition.
pub(crate) fn pointer(definition: &str) -> String {
    format!("/definitions/{}", definition.rsplit('/').next().unwrap_or(definition))
}
