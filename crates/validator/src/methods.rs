//! The method table of a protocol as committed in `methods.json`: what a schema cannot say about a method.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::{CatalogError, not_json, read};
use crate::fixtures::{display, folder_of};
use crate::nearest::nearest;

/// The file that every folder of generated schema has beside its bundles.
pub(crate) const TABLE: &str = "methods.json";

/// Which of a protocol's outputs a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Surface {
    /// What is promised to every peer.
    Stable,
    /// Everything, what is experimental included.
    Experimental,
}

impl std::fmt::Display for Surface {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Stable => "stable",
            Self::Experimental => "experimental",
        })
    }
}

/// Whether a method is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It has an id, and is answered with a result or an error.
    Request,
    /// It has no id and no answer.
    Notification,
    /// No method: a value that travels as it is, without an envelope. Documents have a list of their own.
    #[serde(skip_deserializing)]
    Document,
}

/// Who sends a method to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// The client calls.
    ClientToServer,
    /// The server calls.
    ServerToClient,
}

impl Direction {
    /// The way that the answers go.
    pub fn opposite(self) -> Self {
        match self {
            Self::ClientToServer => Self::ServerToClient,
            Self::ServerToClient => Self::ClientToServer,
        }
    }

    /// Who sends: `client` or `server`.
    pub fn sender(self) -> &'static str {
        match self {
            Self::ClientToServer => "client",
            Self::ServerToClient => "server",
        }
    }
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

/// The protocol that a folder's files describe.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Protocol {
    /// The name that the bundle's file names start with.
    pub name: String,
    /// The name for readers.
    pub title: String,
    /// The version that was generated, where the files say it.
    #[serde(default)]
    pub version: Option<String>,
    /// What changes when a message could look different, where the files say it.
    #[serde(default)]
    pub hash: Option<String>,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Method {
    /// The wire name.
    pub method: String,
    /// Whether it is answered.
    pub kind: Kind,
    /// Who sends it.
    pub direction: Direction,
    /// How far it is promised.
    pub stability: Stability,
    /// Why it is experimental or deprecated.
    #[serde(default)]
    pub reason: Option<String>,
    /// What it does, in a sentence or more.
    #[serde(default)]
    pub description: Option<String>,
    /// The definition of its params, with its namespace; none when the method takes no params.
    #[serde(default)]
    pub params: Option<String>,
    /// The definition of its result, with its namespace; none for a notification.
    #[serde(default)]
    pub result: Option<String>,
}

/// All methods of one surface, loaded from `methods.json`.
#[derive(Debug, Clone)]
pub struct Methods {
    /// The protocol they belong to.
    pub protocol: Protocol,
    /// The surface they are.
    pub surface: Surface,
    rows: Vec<Method>,
    by_name: HashMap<String, usize>,
    by_folder: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
struct File {
    protocol: Protocol,
    surface: Surface,
    methods: Vec<Method>,
    #[serde(default)]
    documents: Vec<Document>,
}

/// A document as its own row says it; the rest of a [`Method`] is the same for all.
#[derive(Deserialize)]
struct Document {
    name: String,
    definition: String,
    #[serde(default)]
    description: Option<String>,
}

impl From<Document> for Method {
    fn from(Document { name, definition, description }: Document) -> Self {
        Self {
            method: name,
            kind: Kind::Document,
            direction: Direction::ClientToServer,
            stability: Stability::Stable,
            reason: None,
            description,
            params: Some(definition),
            result: None,
        }
    }
}

impl Methods {
    /// Loads `methods.json` from a folder of generated schema.
    pub fn load(dir: impl AsRef<Path>) -> Result<Self, CatalogError> {
        let dir = dir.as_ref();
        if !dir.is_dir() {
            return Err(CatalogError::MissingFolder { path: dir.to_owned() });
        }
        let path = dir.join(TABLE);
        let text = read(&path).map_err(|error| match (error, bundle_in(dir)) {
            (CatalogError::MissingFile { path }, Some(bundle)) => CatalogError::MissingTable { path, bundle },
            (error, _) => error,
        })?;
        let file: File = serde_json::from_str(&text).map_err(|source| not_json(&path, source))?;
        let rows = file.methods.into_iter().chain(file.documents.into_iter().map(Method::from)).collect();
        Self::new(file.protocol, file.surface, rows, &path)
    }

    fn new(protocol: Protocol, surface: Surface, rows: Vec<Method>, path: &Path) -> Result<Self, CatalogError> {
        let mut by_folder: BTreeMap<String, usize> = BTreeMap::new();
        for (index, row) in rows.iter().enumerate() {
            let folder = folder_of(&row.method);
            if let Some(&first) = by_folder.get(&folder) {
                return Err(CatalogError::SameFolder {
                    path: path.to_owned(),
                    first: rows[first].method.clone(),
                    second: row.method.clone(),
                    folder,
                });
            }
            by_folder.insert(folder, index);
        }
        let by_name = rows.iter().enumerate().map(|(index, row)| (row.method.clone(), index)).collect();
        Ok(Self { protocol, surface, rows, by_name, by_folder })
    }

    /// The methods, in the order of the table.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Method> {
        self.rows.iter()
    }

    /// How many methods there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether the table has no method.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The method of this wire name.
    pub fn get(&self, name: &str) -> Option<&Method> {
        self.by_name.get(name).map(|&index| &self.rows[index])
    }

    /// The known wire names that are most like this one, nearest first; none when nothing is like it.
    pub fn nearest(&self, name: &str) -> Vec<&str> {
        nearest(name, self.rows.iter().map(|row| row.method.as_str()))
    }

    /// The method whose fixtures are in the folder of this name.
    pub fn in_folder(&self, folder: &str) -> Option<&Method> {
        self.by_folder.get(folder).map(|&index| &self.rows[index])
    }
}

/// The name of a bundle in a folder, for the reader who pointed at one that has nothing else.
fn bundle_in(dir: &Path) -> Option<String> {
    let names = std::fs::read_dir(dir).ok()?.flatten().map(|entry| display(Path::new(&entry.file_name())));
    names.filter(|name| name.ends_with(".schemas.json")).min()
}
