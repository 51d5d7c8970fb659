//! One side of a comparison: a bundle of definitions, and the methods whose payloads they are.

use serde::Deserialize;
use serde_json::Value;

/// Whether a method is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It has an id, and is answered with a result or an error.
    Request,
    /// It has no id and no answer.
    Notification,
}

/// Who sends a method to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// The client calls.
    ClientToServer,
    /// The server calls.
    ServerToClient,
}

/// How far a method is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stability {
    /// Promised to every peer.
    Stable,
    /// Offered only to those who opt in.
    Experimental,
    /// Still there, with something better beside it.
    Deprecated,
}

/// One method of a contract.
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
    /// The definition of its params, as a JSON pointer into the document; none when it takes none.
    pub params: Option<String>,
    /// The definition of its result, as a JSON pointer into the document; none for a notification.
    pub result: Option<String>,
}

/// One side of a comparison.
#[derive(Debug, Clone)]
pub struct Contract {
    /// What it is called in reports.
    pub label: String,
    /// The bundle with all definitions.
    pub document: Value,
    /// The methods.
    pub methods: Vec<Method>,
    /// What a reader of the report must know about how this was loaded.
    pub notes: Vec<String>,
}

/// Why a bundle cannot be compared.
#[derive(Debug)]
pub struct ContractError {
    label: String,
    detail: String,
}

impl ContractError {
    pub(crate) fn new(label: &str, detail: impl Into<String>) -> Self {
        Self { label: label.to_owned(), detail: detail.into() }
    }
}

impl std::fmt::Display for ContractError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.label, self.detail)
    }
}

impl std::error::Error for ContractError {}

#[derive(Deserialize)]
struct Row {
    method: String,
    kind: Kind,
    direction: Direction,
    stability: Stability,
    params: Option<String>,
    result: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Table {
    Rows(Vec<Row>),
    File { methods: Vec<Row> },
}

impl Contract {
    /// Takes a bundle, with the table of its methods.
    pub fn from_bundle(label: &str, document: Value, methods: Option<Value>) -> Result<Self, ContractError> {
        let methods = methods.ok_or_else(|| ContractError::new(label, "expected a table of methods, found none"))?;
        let table: Table =
            serde_json::from_value(methods).map_err(|error| ContractError::new(label, error.to_string()))?;
        let (Table::Rows(rows) | Table::File { methods: rows }) = table;
        let pointer = |name: Option<String>| match name {
            None => Ok(None),
            Some(name) => ["definitions", "$defs"]
                .iter()
                .map(|root| format!("/{root}/{name}"))
                .find(|pointer| document.pointer(pointer).is_some())
                .map(Some)
                .ok_or_else(|| ContractError::new(label, format!("the bundle has no definition `{name}`"))),
        };
        let methods = rows
            .into_iter()
            .map(|row| {
                Ok(Method {
                    name: row.method,
                    kind: row.kind,
                    direction: row.direction,
                    stability: row.stability,
                    params: pointer(row.params)?,
                    result: pointer(row.result)?,
                })
            })
            .collect::<Result<Vec<_>, ContractError>>()?;
        Ok(Self { label: label.to_owned(), document, methods, notes: Vec::new() })
    }
}
