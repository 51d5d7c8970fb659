//! Why generated output cannot be used for checking: each form says where, what was expected, and what mends it.

use std::fs;
use std::path::{Path, PathBuf};

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
    /// A folder has a bundle, but no table that says what the definitions are for.
    MissingTable {
        /// The missing table.
        path: PathBuf,
        /// The bundle that is there.
        bundle: String,
    },
    /// A folder has a method table, but none of the bundles that its definitions could be in.
    MissingBundle {
        /// The folder.
        path: PathBuf,
        /// The names that were looked for.
        expected: Vec<String>,
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
    /// A bundle is written in a dialect of JSON Schema that is not supported.
    Draft {
        /// The bundle.
        path: PathBuf,
        /// What its `$schema` says.
        found: String,
        /// What it may say.
        expected: Vec<&'static str>,
    },
    /// Something asks for a payload that the protocol does not have.
    UnknownTarget {
        /// What was asked for.
        target: String,
        /// Why it is none, with what was probably meant.
        detail: String,
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
            Self::MissingTable { path, bundle } => write!(
                f,
                "{} is missing: beside {bundle} it says which definition is for which method, and nothing is checked \
                 without it; {MEND}",
                path.display()
            ),
            Self::MissingBundle { path, expected } => write!(
                f,
                "no bundle in {}: expected {} beside methods.json; {MEND}",
                path.display(),
                expected.join(" or ")
            ),
            Self::Unreadable { path, source } => write!(f, "cannot read {}: {source}", path.display()),
            Self::Malformed { path, source } => {
                write!(f, "{} is not what this version reads: {source}; {MEND}", path.display())
            }
            Self::NoDefinitions { path } => {
                write!(f, "{} is no bundle: expected an object `definitions` or `$defs`; {MEND}", path.display())
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
            Self::Draft { path, found, expected } => {
                write!(f, "{}: `$schema` is {found}: expected one of {}", path.display(), expected.join(", "))
            }
            Self::UnknownTarget { target, detail } => write!(f, "`{target}` is no payload: {detail}"),
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

/// The text of an error of serde_json without the line and column at its end, for those who say them otherwise.
pub(crate) fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&place).map(str::to_owned).unwrap_or(text)
}
