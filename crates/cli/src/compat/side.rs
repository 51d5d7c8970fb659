//! From what a person names as a side of the comparison (a folder, a file, a path of a revision) to its contract.

use std::path::Path;

use methodic_compat::{Contract, Folder, Surface};

use super::Refusal;
use super::git::{Base, Found, Repository, short};

/// What begins a side that is surely a path of a revision.
const GIT: &str = "git:";

/// One side, as it was named.
pub(super) enum Side<'a> {
    /// A folder or a file on disk.
    Disk(&'a str),
    /// A path of a revision.
    Revision { revision: &'a str, path: &'a str },
    /// The same path as the other side, at a revision; without one, where the work left the main branch.
    Same { revision: Option<&'a str>, path: &'a str },
}

impl<'a> Side<'a> {
    /// Reads a name: `git:REV:path`, a path on disk, or `REV:path` where no such path is on disk.
    pub(super) fn parse(name: &'a str) -> Result<Self, Refusal> {
        let pair = |text: &'a str| {
            let (revision, path) = text.split_once(':')?;
            (!revision.is_empty()).then_some(Self::Revision { revision, path })
        };
        if let Some(rest) = name.strip_prefix(GIT) {
            return pair(rest).ok_or_else(|| {
                Refusal::new(format!("`{name}` names no path; expected git:REV:path, as in git:v1.2.0:schema"), None)
            });
        }
        if Path::new(name).exists() {
            return Ok(Self::Disk(name));
        }
        pair(name).ok_or_else(|| {
            Refusal::new(
                format!("`{name}` does not exist"),
                Some("name a folder of generated schema, a bundle file, or a path of a revision (REV:path)".to_owned()),
            )
        })
    }

    /// Reads what is there.
    pub(super) fn load(&self, surface: Surface) -> Result<Contract, Refusal> {
        match *self {
            Self::Disk(name) => {
                let path = Path::new(name);
                let (folder, file) = match path.file_name() {
                    Some(file) if path.is_file() => (parent(path), Some(file.to_string_lossy())),
                    _ => (path, None),
                };
                let files = Folder(folder.to_owned());
                let mut contract = match file {
                    Some(file) => Contract::from_file(name, &files, &file)?,
                    None => Contract::from_folder(name, &files, surface)?,
                };
                if let Some(source) = &mut contract.source {
                    source.path = folder.join(&source.path).to_string_lossy().replace('\\', "/");
                }
                Ok(contract)
            }
            Self::Revision { revision, path } => {
                let repository = Repository::of(Path::new("."))?;
                let base = repository.resolve(revision)?;
                // As for git itself, a path begins at the root of the repository unless it says otherwise.
                let path = match path.strip_prefix("./") {
                    Some(path) => repository.prefix()? + path,
                    None => path.to_owned(),
                };
                at(&repository, &base, &path, &format!("{revision}:{path}"), surface)
            }
            Self::Same { revision, path } => {
                let (folder, file) = match Path::new(path) {
                    file if file.is_file() => (parent(file), file.file_name()),
                    folder => (folder, None),
                };
                let repository = Repository::of(folder)?;
                let base = match revision {
                    Some(revision) => repository.resolve(revision)?,
                    None => repository.merge_base()?,
                };
                let file = file.map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
                let inside = repository.prefix()? + &file;
                let label = format!("{path} at {} ({})", short(&base.commit), base.what);
                at(&repository, &base, &inside, &label, surface)
            }
        }
    }
}

fn at(repository: &Repository, base: &Base, path: &str, label: &str, surface: Surface) -> Result<Contract, Refusal> {
    let (tree, found) = repository.tree(base, path)?;
    Ok(match found {
        Found::Folder => Contract::from_folder(label, &tree, surface)?,
        Found::File => {
            let (folder, file) = tree.parent();
            Contract::from_file(label, &folder, &file)?
        }
    })
}

/// The folder of a file; one that is named without a folder lies here.
fn parent(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
