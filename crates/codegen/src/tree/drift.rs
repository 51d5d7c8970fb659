//! How a folder differs from a tree, decided without touching a file.

use std::collections::BTreeSet;

use super::error::{Kind, TreeError};
use super::scan::{Disk, Entry};
use super::{Tree, manifest, path};

/// How a folder differs from the tree it should hold. Every path is relative to the folder; all lists are sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drift {
    /// Files that are byte for byte as generated.
    pub fresh: Vec<String>,
    /// Files of ours with other content.
    pub stale: Vec<Stale>,
    /// Files that should exist and do not.
    pub missing: Vec<String>,
    /// Files of ours that are no longer generated.
    pub obsolete: Vec<String>,
    /// What somebody else put into a root; a folder ends in `/`. Named, never touched, and no reason to complain.
    pub foreign: Vec<String>,
    /// Files of somebody else where a generated one belongs. Nothing is written while there is one.
    pub conflicts: Vec<String>,
    /// Unfinished files of a run that was cut off. The next run removes them.
    pub leftovers: Vec<String>,
}

/// One file whose content is not what would be generated now. A root's manifest can be stale too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// The file.
    pub path: String,
    /// Its text; bytes that are not UTF-8 are replaced by U+FFFD.
    pub committed: String,
    /// What it should be.
    pub generated: String,
    /// What a diff of the two would not show.
    pub note: Option<StaleNote>,
}

/// What a line diff cannot show about a stale file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaleNote {
    /// The file has CRLF line endings and is fresh otherwise.
    OnlyLineEndings,
    /// The file has CRLF line endings, and other content too.
    LineEndings,
    /// The file is not UTF-8.
    NotUtf8,
}

impl StaleNote {
    /// The note as a sentence without its full stop.
    pub fn message(self) -> &'static str {
        match self {
            StaleNote::OnlyLineEndings => {
                "only the line endings differ: CRLF on disk, LF expected (git's core.autocrlf or an editor changed them)"
            }
            StaleNote::LineEndings => "line endings differ as well: CRLF on disk, LF expected",
            StaleNote::NotUtf8 => "the file on disk is not UTF-8; � stands for what could not be read",
        }
    }
}

impl Drift {
    /// Whether the folder holds exactly what would be generated. What belongs to others does not count.
    pub fn is_fresh(&self) -> bool {
        self.stale.is_empty() && self.missing.is_empty() && self.obsolete.is_empty() && self.conflicts.is_empty()
    }

    /// How many files should be there, manifests included.
    pub fn expected(&self) -> usize {
        self.fresh.len() + self.stale.len() + self.missing.len() + self.conflicts.len()
    }

    /// Sorts one generated file in. `ours` says whether a manifest lists it.
    fn file(&mut self, path: String, on_disk: Option<&[u8]>, generated: &str, ours: bool) {
        match on_disk {
            None => self.missing.push(path),
            // A file that is right already is adopted, whoever wrote it.
            Some(bytes) if bytes == generated.as_bytes() => self.fresh.push(path),
            Some(_) if !ours => self.conflicts.push(path),
            Some(bytes) => self.stale.push(Stale::new(path, bytes, generated)),
        }
    }
}

impl Stale {
    fn new(path: String, bytes: &[u8], generated: &str) -> Self {
        let committed = String::from_utf8_lossy(bytes).into_owned();
        let note = if std::str::from_utf8(bytes).is_err() {
            Some(StaleNote::NotUtf8)
        } else if !committed.contains("\r\n") {
            None
        } else if committed.replace("\r\n", "\n") == generated {
            Some(StaleNote::OnlyLineEndings)
        } else {
            Some(StaleNote::LineEndings)
        };
        Self { path, committed, generated: generated.to_owned(), note }
    }
}

/// Sorts everything that should be or is in the roots of `tree` into the lists of a [`Drift`].
pub(crate) fn classify(tree: &Tree, disk: Disk) -> Result<Drift, TreeError> {
    let mut drift = Drift::default();
    let ours: BTreeSet<String> = disk
        .manifests
        .iter()
        .flat_map(|(root, manifest)| manifest.paths.iter().map(move |path| format!("{root}/{path}")))
        .collect();
    for (path, text) in tree.iter() {
        let on_disk = match disk.entries.get(path) {
            Some(Entry::Expected(bytes)) => Some(bytes.as_slice()),
            Some(other) => return Err(Kind::NotAFile { path: path.to_owned(), found: other.describe() }.into()),
            None => {
                refuse_blocked_folder(path, &disk)?;
                None
            }
        };
        drift.file(path.to_owned(), on_disk, text, ours.contains(path));
    }
    for root in tree.roots() {
        let generated = manifest::render(&tree.in_root(root));
        let on_disk = disk.manifests.get(root).map(|manifest| manifest.bytes.as_slice());
        drift.file(path::manifest_of(root), on_disk, &generated, true);
    }
    for (path, entry) in disk.entries {
        match entry {
            Entry::Expected(_) => {}
            Entry::File if ours.contains(&path) => drift.obsolete.push(path),
            Entry::Folder => drift.foreign.push(format!("{path}/")),
            Entry::File | Entry::Link | Entry::Other => drift.foreign.push(path),
        }
    }
    drift.leftovers = disk.leftovers.into_iter().collect();
    drift.fresh.sort();
    drift.stale.sort_by(|a, b| a.path.cmp(&b.path));
    drift.missing.sort();
    Ok(drift)
}

/// Refuses a missing file whose folder is a file or a link.
fn refuse_blocked_folder(path: &str, disk: &Disk) -> Result<(), TreeError> {
    let Some((folder, found)) = path::folders_above(path).find_map(|f| Some((f, disk.entries.get(f)?))) else {
        return Ok(());
    };
    let (needed_by, found) = (Some(path.to_owned()), found.describe());
    Err(Kind::NotAFolder { path: folder.to_owned(), found, needed_by }.into())
}
