//! From a folder of generated files to a contract, wherever the folder lies: on disk, in memory, in a revision.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use serde_json::Value;

use super::error::ContractError;
use super::{Contract, Source, Surface};

/// The table of methods, in a folder of generated files.
const TABLE: &str = "methods.json";
/// How the names of bundles end.
const BUNDLE: &str = ".schemas.json";

/// A folder that can be read. Paths are relative to it, with `/`.
pub trait Files {
    /// The text of a file; none if there is no such file.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn read(&self, path: &str) -> Result<Option<String>, String>;
    /// The names of the files that lie in the folder itself.
    ///
    /// # Errors
    /// Why the folder cannot be listed.
    fn names(&self) -> Result<Vec<String>, String>;
}

/// A folder on disk.
#[derive(Debug, Clone)]
pub struct Folder(pub PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Option<String>, String> {
        match fs::read_to_string(self.0.join(path)) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(format!("could not read `{}`: {error}", self.0.join(path).display())),
        }
    }

    fn names(&self) -> Result<Vec<String>, String> {
        let failed = |error| format!("could not list `{}`: {error}", self.0.display());
        let entries: Result<Vec<_>, _> = fs::read_dir(&self.0).map_err(failed)?.collect();
        Ok(entries.map_err(failed)?.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
    }
}

/// A folder in memory: path to text.
pub type Memory = BTreeMap<String, String>;

impl Files for Memory {
    fn read(&self, path: &str) -> Result<Option<String>, String> {
        Ok(self.get(path).cloned())
    }

    fn names(&self) -> Result<Vec<String>, String> {
        Ok(self.keys().filter(|path| !path.contains('/')).cloned().collect())
    }
}

impl Contract {
    /// Reads a folder of generated files: `methods.json` and the bundle that it names. `label` is what the reader calls it.
    ///
    /// A folder without `methods.json` may hold one bundle, `*.schemas.json`, beside its flat twin `*.vN.schemas.json`.
    ///
    /// # Errors
    /// What is missing or is no JSON.
    pub fn from_folder(label: &str, files: &dyn Files, surface: Surface) -> Result<Self, ContractError> {
        let failed = |error: String| ContractError::new(label, error);
        let below = if surface == Surface::Experimental { "experimental/" } else { "" };
        if !below.is_empty() {
            if let Some(text) = files.read(&format!("{below}{TABLE}")).map_err(failed)? {
                return from_table(label, files, below, &text);
            }
            let mut contract = Self::from_folder(label, files, Surface::Stable)?;
            contract
                .notes
                .push(format!("no `{below}{TABLE}`: the folder's own files are taken as everything there is"));
            return Ok(contract);
        }
        if let Some(text) = files.read(TABLE).map_err(failed)? {
            return from_table(label, files, below, &text);
        }
        let names = files.names().map_err(failed)?;
        let mut bundles: Vec<&String> = names.iter().filter(|name| is_bundle(name, &names)).collect();
        bundles.sort_unstable();
        match bundles.as_slice() {
            [only] => Self::from_file(label, files, only),
            [] => Err(ContractError::new(label, format_args!("neither `{TABLE}` nor a bundle (`*{BUNDLE}`) is there"))
                .mend("name a folder of generated schema, or one bundle file")),
            several => {
                let named: Vec<String> = several.iter().map(|name| format!("`{name}`")).collect();
                Err(ContractError::new(label, format_args!("several bundles and no `{TABLE}`: {}", named.join(", ")))
                    .mend("name one of the files"))
            }
        }
    }

    /// Reads one bundle of a folder, with the `methods.json` beside it if that names this bundle.
    ///
    /// # Errors
    /// What is missing or is no JSON.
    pub fn from_file(label: &str, files: &dyn Files, name: &str) -> Result<Self, ContractError> {
        let document = parsed(label, files, name)?;
        let table = files.read(TABLE).map_err(|error| ContractError::new(label, error))?;
        let table = table.map(|text| json(label, TABLE, &text)).transpose()?;
        let table = table.filter(|table| bundle_of(table).is_some_and(|bundle| is_twin(name, bundle)));
        Self::with_source(label, document, table, name)
    }

    fn with_source(
        label: &str,
        (document, text): (Value, String),
        table: Option<Value>,
        path: &str,
    ) -> Result<Self, ContractError> {
        let mut contract = Self::from_bundle(label, document, table)?;
        contract.source = Some(Source { path: path.to_owned(), text });
        Ok(contract)
    }
}

fn from_table(label: &str, files: &dyn Files, below: &str, text: &str) -> Result<Contract, ContractError> {
    let table = json(label, &format!("{below}{TABLE}"), text)?;
    let path = bundle_of(&table).map(|name| format!("{below}{name}{BUNDLE}")).ok_or_else(|| {
        ContractError::new(label, format_args!("`{below}{TABLE}` does not name its protocol at /protocol/name"))
            .mend("name the bundle file instead of the folder")
    })?;
    Contract::with_source(label, parsed(label, files, &path)?, Some(table), &path)
}

fn parsed(label: &str, files: &dyn Files, path: &str) -> Result<(Value, String), ContractError> {
    let text = files
        .read(path)
        .map_err(|error| ContractError::new(label, error))?
        .ok_or_else(|| ContractError::new(label, format_args!("`{path}` is missing")))?;
    Ok((json(label, path, &text)?, text))
}

fn json(label: &str, path: &str, text: &str) -> Result<Value, ContractError> {
    serde_json::from_str(text).map_err(|error| ContractError::new(label, format_args!("`{path}` is no JSON: {error}")))
}

/// The name that the bundles of a table begin with.
fn bundle_of(table: &Value) -> Option<&str> {
    table.pointer("/protocol/name").and_then(Value::as_str)
}

/// Whether a file is the bundle of that name: with namespaces, or the flat one of a version.
fn is_twin(file: &str, bundle: &str) -> bool {
    let Some(rest) = file.strip_prefix(bundle).and_then(|rest| rest.strip_suffix(BUNDLE)) else { return false };
    rest.is_empty() || is_version(rest)
}

/// `.v2`
fn is_version(text: &str) -> bool {
    text.strip_prefix(".v").is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a file is a bundle, and not the flat twin of another.
fn is_bundle(name: &str, all: &[String]) -> bool {
    let Some(stem) = name.strip_suffix(BUNDLE) else { return false };
    let twin = stem.rfind(".v").filter(|at| is_version(&stem[*at..])).map(|at| format!("{}{BUNDLE}", &stem[..at]));
    twin.is_none_or(|twin| !all.contains(&twin))
}
