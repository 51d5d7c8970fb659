//! What can go wrong with a tree, said for the person who has to mend it.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a tree could not be built, compared or written. Its text says what, where, and what to do.
pub struct TreeError(Box<Kind>);

/// The cases, closed to the outside so that they can grow.
#[derive(Debug)]
pub(crate) enum Kind {
    Duplicate { path: String },
    CaseCollision { path: String, other: String },
    FileAndFolder { path: String, other: String },
    BadPath { path: String, why: &'static str },
    BadText { path: String, why: &'static str },
    ManifestEntry { manifest: String, line: usize, entry: String, why: &'static str },
    NotAFile { path: String, found: &'static str },
    NotAFolder { path: String, found: &'static str, needed_by: Option<String> },
    Conflicts { paths: Vec<String> },
    Io { action: &'static str, path: PathBuf, source: io::Error },
}

impl TreeError {
    /// Wraps a failure of the file system with what was being done, and to which file.
    pub(crate) fn io(action: &'static str, path: impl Into<PathBuf>, source: io::Error) -> Self {
        Kind::Io { action, path: path.into(), source }.into()
    }
}

impl From<Kind> for TreeError {
    fn from(kind: Kind) -> Self {
        Self(Box::new(kind))
    }
}

impl fmt::Display for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Duplicate { path } => write!(f, "`{path}` is generated twice; each file may have one source"),
            Kind::CaseCollision { path, other } => write!(
                f,
                "`{path}` and `{other}` differ in upper and lower case alone; some file systems cannot hold both"
            ),
            Kind::FileAndFolder { path, other } => {
                write!(f, "`{path}` and `{other}` cannot both exist: one is a file where the other needs a folder")
            }
            Kind::BadPath { path, why } => write!(f, "{path:?} cannot be the path of a generated file: it {why}"),
            Kind::BadText { path, why } => write!(f, "the text generated for `{path}` {why}"),
            Kind::ManifestEntry { manifest, line, entry, why } => write!(
                f,
                "`{manifest}` line {line} lists {entry:?}, which {why}; nothing was changed. \
                 Remove the line: a manifest lists paths relative to its own folder"
            ),
            Kind::NotAFile { path, found } => write!(
                f,
                "`{path}` is {found}, and a generated file belongs there; nothing was changed. \
                 Move it away and run again"
            ),
            Kind::NotAFolder { path, found, needed_by } => {
                write!(f, "`{path}` is {found}, and a folder belongs there")?;
                if let Some(file) = needed_by {
                    write!(f, " (for `{file}`)")?;
                }
                write!(f, "; nothing was changed. Move it away and run again")
            }
            Kind::Conflicts { paths } => {
                write!(
                    f,
                    "{} would be overwritten although no manifest lists {}: {}; nothing was changed. \
                     Move {} away (or delete what was generated) and run again",
                    if paths.len() == 1 { "a file" } else { "files" },
                    if paths.len() == 1 { "it" } else { "them" },
                    paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", "),
                    if paths.len() == 1 { "it" } else { "them" },
                )
            }
            Kind::Io { action, path, source } => write!(f, "could not {action} `{}`: {source}", path.display()),
        }
    }
}

impl fmt::Debug for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for TreeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.0 {
            Kind::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
