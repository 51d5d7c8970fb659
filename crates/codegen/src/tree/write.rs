//! Brings a folder in line with a tree, in an order that can be cut off anywhere.
//!
//! A file is complete before it gets its name, and a path is in the manifest before its file exists and until the file
//! is gone. A run that is killed therefore leaves whole files, all of them known to be ours, and the next run ends what
//! it began.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;

use super::error::{Kind, TreeError};
use super::{Drift, Tree, compare, manifest, path};

/// What a [`write`] changed; both lists are sorted, with paths relative to the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were created or replaced.
    pub written: Vec<String>,
    /// Files that were removed.
    pub removed: Vec<String>,
}

/// Mends what [`compare`] found. A file that is fresh already is not touched.
///
/// Of two runs at once in one folder the second waits for the first, and then compares again.
///
/// # Errors
///
/// Refuses to start while the drift has a conflict; fails where the file system does.
pub fn write(tree: &Tree, out_dir: &Path, drift: &Drift) -> Result<Written, TreeError> {
    refuse_conflicts(drift)?;
    if drift.is_fresh() && drift.leftovers.is_empty() {
        return Ok(Written::default());
    }
    fs::create_dir_all(out_dir).map_err(|error| TreeError::io("create", out_dir, error))?;
    let (_lock, waited) = lock(out_dir);
    if waited {
        let drift = compare(tree, out_dir)?;
        refuse_conflicts(&drift)?;
        return Writer { tree, out_dir, done: Written::default() }.run(&drift);
    }
    Writer { tree, out_dir, done: Written::default() }.run(drift)
}

fn refuse_conflicts(drift: &Drift) -> Result<(), TreeError> {
    if drift.conflicts.is_empty() { Ok(()) } else { Err(Kind::Conflicts { paths: drift.conflicts.clone() }.into()) }
}

/// Locks the folder itself, which needs no file of its own, and says whether another run had to end first. Where a
/// folder cannot be opened or locked (Windows, some network disks) there is no lock: files stay whole regardless,
/// because of the renames.
fn lock(out_dir: &Path) -> (Option<File>, bool) {
    let Ok(folder) = File::open(out_dir) else { return (None, false) };
    match folder.try_lock() {
        Ok(()) => (Some(folder), false),
        Err(TryLockError::WouldBlock) => match folder.lock() {
            Ok(()) => (Some(folder), true),
            Err(_) => (None, true),
        },
        Err(TryLockError::Error(_)) => (None, false),
    }
}

struct Writer<'a> {
    tree: &'a Tree,
    out_dir: &'a Path,
    done: Written,
}

impl Writer<'_> {
    fn run(mut self, drift: &Drift) -> Result<Written, TreeError> {
        for path in &drift.leftovers {
            self.remove(path)?;
        }
        let mut gone = Vec::new();
        for root in self.tree.roots() {
            let listed = super::scan::read_manifest(root, self.out_dir)?;
            let generated = self.tree.in_root(root);
            let union = listed.iter().flat_map(|m| m.paths.iter().map(String::as_str)).chain(generated.iter().copied());
            let union: BTreeSet<&str> = union.collect();
            let text = manifest::render(&union);
            if listed.as_ref().is_none_or(|manifest| manifest.bytes != text.as_bytes()) {
                self.put(&path::manifest_of(root), &text)?;
            }
            gone.extend(union.difference(&generated).map(|path| format!("{root}/{path}")));
        }
        let stale: BTreeSet<&str> = drift.stale.iter().map(|stale| stale.path.as_str()).collect();
        let missing: BTreeSet<&str> = drift.missing.iter().map(String::as_str).collect();
        // Where the file system takes `a.json` and `A.json` for one file, the old spelling has to go first: removing it
        // afterwards would take the new file with it.
        let renamed: BTreeSet<String> = missing.iter().map(|path| path.to_lowercase()).collect();
        let (before, after): (Vec<_>, Vec<_>) =
            drift.obsolete.iter().partition(|path| renamed.contains(&path.to_lowercase()));
        for path in before {
            self.remove(path)?;
        }
        for (path, text) in self.tree.iter().filter(|(path, _)| stale.contains(path) || missing.contains(path)) {
            self.put(path, text)?;
        }
        for path in after {
            self.remove(path)?;
        }
        for path in &gone {
            self.remove_empty_folders(path);
        }
        for root in self.tree.roots() {
            let path = path::manifest_of(root);
            let text = manifest::render(&self.tree.in_root(root));
            if fs::read(self.out_dir.join(&path)).ok().as_deref() != Some(text.as_bytes()) {
                self.put(&path, &text)?;
            }
        }
        self.done.written.sort();
        self.done.written.dedup();
        self.done.removed.sort();
        Ok(self.done)
    }

    /// Writes one file beside its place and renames it into it. No fsync: what has to survive is this process being
    /// killed, and a machine that loses power loses a generated file at worst.
    fn put(&mut self, path: &str, text: &str) -> Result<(), TreeError> {
        let (target, temporary) = (self.out_dir.join(path), self.out_dir.join(path::temporary(path)));
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| TreeError::io("create", folder, error))?;
        }
        fs::write(&temporary, text).map_err(|error| TreeError::io("write", &temporary, error))?;
        fs::rename(&temporary, &target).map_err(|error| {
            let _ = fs::remove_file(&temporary);
            TreeError::io("replace", &target, error)
        })?;
        self.done.written.push(path.to_owned());
        Ok(())
    }

    /// Removes one file; that it is gone already is as good.
    fn remove(&mut self, path: &str) -> Result<(), TreeError> {
        let target = self.out_dir.join(path);
        match fs::remove_file(&target) {
            Ok(()) => self.done.removed.push(path.to_owned()),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(TreeError::io("remove", target, error)),
        }
        Ok(())
    }

    /// Removes the folders above a file that is gone, as long as they are empty; never the root.
    fn remove_empty_folders(&self, path: &str) {
        let root = path::root_of(path);
        for folder in path::folders_above(path).take_while(|folder| *folder != root) {
            let removed: io::Result<()> = fs::remove_dir(self.out_dir.join(folder));
            if removed.is_err_and(|error| error.kind() != ErrorKind::NotFound) {
                // Not empty, so nothing above it is either.
                return;
            }
        }
    }
}
