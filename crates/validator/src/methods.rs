//! The method table of a protocol as committed in `methods.json`: what a schema cannot say about a method.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::fixtures::folder_of;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It has an id, and is answered with a result or an error.
    Request,
    /// It has no id and no answer.
    Notification,
}

/// Who sends a method to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
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

/// The protocol that a folder's files describe.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Protocol {
    /// The name that the bundle's file names start with.
    pub name: String,
    /// The name for readers.
    pub title: String,
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
    by_folder: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
struct File {
    protocol: Protocol,
    surface: Surface,
    methods: Vec<Method>,
}

impl Methods {
    /// Loads `methods.json` from a folder of generated schema.
    pub fn load(dir: impl AsRef<Path>) -> Result<Self, CatalogError> {
        let dir = dir.as_ref();
        if !dir.is_dir() {
            return Err(CatalogError::MissingFolder { path: dir.to_owned() });
        }
        let path = dir.join("methods.json");
        let text = read(&path)?;
        let file: File = serde_json::from_str(&text).map_err(|source| not_json(&path, source))?;
        Self::new(file.protocol, file.surface, file.methods, &path)
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
        Ok(Self { protocol, surface, rows, by_folder })
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

    /// The method whose fixtures are in the folder of this name.
    pub fn in_folder(&self, folder: &str) -> Option<&Method> {
        self.by_folder.get(folder).map(|&index| &self.rows[index])
    }
}

/// Why generated output cannot be used for checking. Every form says where, what was expected, and what mends it.
#[derive(Debug)]
#[non_exhaustive]
pub enum CatalogError {
    /// The folder does not exist.
    MissingFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A file that every generated folder has is not there.
    MissingFile {
        /// The file.
        path: PathBuf,
    },
    /// A file cannot be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A file is not JSON, or not of the shape that this version reads.
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong, with line and column.
        source: serde_json::Error,
    },
    /// A bundle has no `definitions` object.
    NoDefinitions {
        /// The bundle.
        path: PathBuf,
    },
    /// Two methods whose fixtures would share a folder, or one method twice.
    SameFolder {
        /// The method table.
        path: PathBuf,
        /// The first method.
        first: String,
        /// The second method.
        second: String,
        /// The folder that both would have.
        folder: String,
    },
    /// A method names a definition that no bundle beside it has: the files are not of one generation.
    UnknownDefinition {
        /// The bundle that lacks it.
        path: PathBuf,
        /// The method.
        method: String,
        /// The definition as the method table names it.
        definition: String,
    },
    /// The files in two folders do not describe two surfaces of one protocol.
    Mixed {
        /// The folder that does not fit.
        path: PathBuf,
        /// What would fit.
        expected: String,
        /// What is there.
        found: String,
    },
    /// A definition cannot be used, for instance because it refers to one that does not exist.
    Definition {
        /// The bundle.
        path: PathBuf,
        /// The definition.
        definition: String,
        /// What is wrong with it.
        detail: String,
    },
}

/// The end of every message about files that only a generator can mend.
const MEND: &str = "run: cargo xtask codegen (or point --schema at the published schema of one version)";

impl std::fmt::Display for CatalogError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::MissingFolder { path } => write!(f, "no schema folder at {}; {MEND}", path.display()),
            Self::MissingFile { path } => {
                write!(f, "{} is missing: every generated schema folder has it; {MEND}", path.display())
            }
            Self::Unreadable { path, source } => write!(f, "cannot read {}: {source}", path.display()),
            Self::Malformed { path, source } => {
                write!(f, "{} is not what this version reads: {source}; {MEND}", path.display())
            }
            Self::NoDefinitions { path } => {
                write!(f, "{} is no bundle: expected an object `definitions`; {MEND}", path.display())
            }
            Self::SameFolder { path, first, second, .. } if first == second => {
                write!(f, "{} has the method `{first}` twice; {MEND}", path.display())
            }
            Self::SameFolder { path, first, second, folder } => write!(
                f,
                "{}: the methods `{first}` and `{second}` would share the fixture folder `{folder}`; rename one of them",
                path.display()
            ),
            Self::UnknownDefinition { path, method, definition } => write!(
                f,
                "{} has no definition `{definition}`, which methods.json names for `{method}`: \
                 the files are not of one generation; {MEND}",
                path.display()
            ),
            Self::Mixed { path, expected, found } => {
                write!(f, "{}: expected {expected}, found {found}; {MEND}", path.display())
            }
            Self::Definition { path, definition, detail } => {
                write!(f, "{}: the definition `{definition}` cannot be used: {detail}; {MEND}", path.display())
            }
        }
    }
}

impl std::error::Error for CatalogError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { source, .. } => Some(source),
            Self::Malformed { source, .. } => Some(source),
            _ => None,
        }
    }
}

pub(crate) fn read(path: &Path) -> Result<String, CatalogError> {
    fs::read_to_string(path).map_err(|source| match source.kind() {
        std::io::ErrorKind::NotFound => CatalogError::MissingFile { path: path.to_owned() },
        _ => CatalogError::Unreadable { path: path.to_owned(), source },
    })
}

pub(crate) fn not_json(path: &Path, source: serde_json::Error) -> CatalogError {
    CatalogError::Malformed { path: path.to_owned(), source }
}
