//! One side of a comparison: a bundle of definitions, and the methods whose payloads they describe.

mod error;
mod files;
mod names;
mod rows;
mod unions;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use error::ContractError;
pub use files::{Files, Folder, Memory};
use names::Names;
pub use names::nearest;
pub(crate) use names::unescaped;

/// What a protocol promises at one moment, loaded from its generated files or from any bundle like them.
#[derive(Debug, Clone)]
pub struct Contract {
    /// How the reader calls this side: a path, or a revision and a path.
    pub label: String,
    /// The bundle: definitions below `definitions` or `$defs`.
    pub document: Value,
    /// The methods, in the order of the table or of the message unions.
    pub methods: Vec<Method>,
    /// What the reader should know about how this side was read.
    pub notes: Vec<String>,
    /// The file that the bundle was read from, for reports that point into it.
    pub source: Option<Source>,
    /// Whether the methods were found in the message unions, since no table says what they are.
    pub inferred: bool,
}

/// The text of a bundle, and where it lies.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path, relative to where the command runs, with `/`.
    pub path: String,
    /// The text, for line numbers.
    pub text: String,
}

/// One method of a contract. Schemas are named by JSON pointers into the contract's document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// The wire name.
    pub name: String,
    /// Whether it is answered.
    pub kind: Kind,
    /// Who sends it.
    pub direction: Direction,
    /// How far it is promised.
    pub stability: Stability,
    /// The schema of its params; none when the method takes no params.
    pub params: Option<String>,
    /// Whether a message without params is refused.
    pub params_required: bool,
    /// The schema of its result; none for a notification, and where a bundle does not tell.
    pub result: Option<String>,
}

/// Whether a method is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It has an id, and is answered with a result or an error.
    Request,
    /// It has no id and no answer.
    Notification,
}

/// Who sends a method to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// The client calls.
    ClientToServer,
    /// The server calls.
    ServerToClient,
}

/// How far a method is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stability {
    /// Promised to every peer.
    Stable,
    /// Offered only to those who opt in.
    Experimental,
    /// Still there, with something better beside it.
    Deprecated,
}

/// Which surface of a protocol's folder is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Surface {
    /// What is promised to every peer: the files of the folder itself.
    #[default]
    Stable,
    /// Everything: the files of the folder `experimental` below it, where there is one.
    Experimental,
}

impl Contract {
    /// Reads a bundle: draft-07 or 2020-12, with definitions in namespaces or flat.
    ///
    /// `methods` is the content of a `methods.json`. Without it the methods are those of the message unions, and the
    /// results are found by their names (`FooParams` is answered with `FooResponse` or `FooResult`); the notes say so.
    ///
    /// ```
    /// use methodic_compat::Contract;
    /// use serde_json::json;
    ///
    /// let bundle = json!({ "definitions": {
    ///     "ClientRequest": { "oneOf": [{ "required": ["id", "method", "params"], "properties": {
    ///         "method": { "const": "ping" }, "params": { "$ref": "#/definitions/PingParams" } } }] },
    ///     "PingParams": { "type": "object" },
    ///     "PingResponse": { "type": "object" },
    /// } });
    /// let contract = Contract::from_bundle("desk.json", bundle, None)?;
    /// assert_eq!(contract.methods[0].name, "ping");
    /// assert_eq!(contract.methods[0].result.as_deref(), Some("/definitions/PingResponse"));
    /// # Ok::<(), methodic_compat::ContractError>(())
    /// ```
    ///
    /// # Errors
    /// What the bundle or the table lacks, and where.
    pub fn from_bundle(label: &str, document: Value, methods: Option<Value>) -> Result<Self, ContractError> {
        let names = Names::of(&document);
        let mut notes = Vec::new();
        let found = match &methods {
            Some(table) => rows::methods(label, &document, &names, table)?,
            None => unions::methods(label, &document, &names, &mut notes)?,
        };
        let inferred = methods.is_none();
        Ok(Self { label: label.to_owned(), methods: found, notes, source: None, inferred, document })
    }

    /// Takes from the other side what names alone do not tell: which definition answers a request.
    ///
    /// Does nothing for a contract with a method table.
    pub fn complete_from(&mut self, other: &Self) {
        if !self.inferred {
            return;
        }
        let names = Names::of(&self.document);
        let mut taken = Vec::new();
        for method in self.methods.iter_mut().filter(|method| method.kind == Kind::Request && method.result.is_none()) {
            let twin = other
                .methods
                .iter()
                .find(|twin| (&twin.name, twin.kind, twin.direction) == (&method.name, method.kind, method.direction));
            let name = twin.and_then(|twin| twin.result.as_deref()).and_then(|pointer| pointer.rsplit('/').next());
            if let Some(pointer) = name.and_then(|name| names.unique(&unescaped(name))) {
                method.result = Some(pointer.to_owned());
                taken.push(format!("`{}`", method.name));
            }
        }
        self.notes.retain(|note| !note.starts_with(unions::NO_RESULT));
        if !taken.is_empty() {
            self.notes.push(format!("the results of {} are those that {} names", taken.join(", "), other.label));
        }
        self.notes.extend(unions::note_of_results(&self.methods));
    }

    /// Whether there is such a definition: `Turn`, `v2/Turn` or a JSON pointer.
    pub(crate) fn defines(&self, name: &str) -> bool {
        self.document.pointer(name.trim_start_matches('#')).is_some_and(|_| name.contains('/'))
            || Names::of(&self.document).place(name).is_some_and(|pointer| pointer.ends_with(&format!("/{name}")))
            || Names::of(&self.document).unique(name).is_some()
    }

    /// The definition with the name most like this one.
    pub(crate) fn nearest(&self, name: &str) -> Option<String> {
        Names::of(&self.document).nearest(name.rsplit('/').next().unwrap_or(name)).map(str::to_owned)
    }

    /// Keeps these methods alone.
    pub fn keep(&mut self, names: &BTreeSet<String>) {
        self.methods.retain(|method| names.contains(&method.name));
    }
}
