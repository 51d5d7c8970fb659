//! Reads what lies in the roots of a tree, once, so that the comparison itself is a pure function.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::error::{Kind, TreeError};
use super::{Tree, manifest, path};

/// The roots of a tree as they are on disk.
pub(crate) struct Disk {
    /// Per root its manifest, if it has one.
    pub(crate) manifests: BTreeMap<String, Manifest>,
    /// What lies in the roots, by path; the contents where a generated file belongs. Folders are left out, except those
    /// in which nothing generated lies or lay.
    pub(crate) entries: BTreeMap<String, Entry>,
    /// Unfinished files of a run that was cut off.
    pub(crate) leftovers: BTreeSet<String>,
}

/// A manifest as it is on disk.
pub(crate) struct Manifest {
    pub(crate) bytes: Vec<u8>,
    /// The listed paths, relative to the root.
    pub(crate) paths: BTreeSet<String>,
}

/// One thing in a root.
pub(crate) enum Entry {
    /// A file where a generated one belongs.
    Expected(Vec<u8>),
    /// Any other file.
    File,
    /// A folder that was not entered.
    Folder,
    /// A symbolic link, which is never followed.
    Link,
    /// A socket, a device and the like.
    Other,
}

impl Entry {
    /// What it is, for a sentence.
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Entry::Expected(_) | Entry::File => "a file",
            Entry::Folder => "a folder",
            Entry::Link => "a symbolic link",
            Entry::Other => "neither file nor folder",
        }
    }
}

/// Reads the manifests, the listing of every folder that has or had a generated file, and the generated files.
pub(crate) fn scan(tree: &Tree, out_dir: &Path) -> Result<Disk, TreeError> {
    let mut disk = Disk { manifests: BTreeMap::new(), entries: BTreeMap::new(), leftovers: BTreeSet::new() };
    for root in tree.roots() {
        // What lies above a root comes first: a root behind a link or in a file would be named as something else.
        let above = path::folders_above(root).collect::<Vec<_>>().into_iter().rev();
        let mut there = true;
        for folder in above.chain([root]) {
            there = there && is_folder(folder, out_dir)?;
        }
        if !there {
            continue;
        }
        if let Some(found) = read_manifest(root, out_dir)? {
            disk.manifests.insert(root.to_owned(), found);
        }
        let listed = disk.manifests.get(root).into_iter().flat_map(|m| m.paths.iter().map(String::as_str));
        let known: Vec<String> = tree.in_root(root).into_iter().chain(listed).map(|p| format!("{root}/{p}")).collect();
        let folders = known.iter().flat_map(|p| path::folders_above(p)).map(str::to_owned).collect();
        walk(tree, out_dir, root, &folders, &mut disk)?;
    }
    Ok(disk)
}

/// Whether a folder is there; anything else of its name is refused.
fn is_folder(folder: &str, out_dir: &Path) -> Result<bool, TreeError> {
    match fs::symlink_metadata(out_dir.join(folder)) {
        Ok(found) if found.is_dir() => Ok(true),
        Ok(found) => {
            let found = if found.is_symlink() { Entry::Link } else { Entry::File }.describe();
            Err(Kind::NotAFolder { path: folder.to_owned(), found, needed_by: None }.into())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(TreeError::io("read", out_dir.join(folder), error)),
    }
}

/// The manifest of one root.
pub(crate) fn read_manifest(root: &str, out_dir: &Path) -> Result<Option<Manifest>, TreeError> {
    let path = path::manifest_of(root);
    let file = out_dir.join(&path);
    match fs::symlink_metadata(&file) {
        Ok(found) if found.is_file() => {}
        Ok(found) => {
            let found = if found.is_dir() { Entry::Folder } else { Entry::Link }.describe();
            return Err(Kind::NotAFile { path, found }.into());
        }
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(TreeError::io("read", file, error)),
    }
    let bytes = fs::read(&file).map_err(|error| TreeError::io("read", file, error))?;
    let paths = manifest::parse(&path, &String::from_utf8_lossy(&bytes))?;
    Ok(Some(Manifest { bytes, paths }))
}

/// Lists one folder into `disk`, and those below it that are in `folders`.
fn walk(
    tree: &Tree,
    out_dir: &Path,
    folder: &str,
    folders: &BTreeSet<String>,
    disk: &mut Disk,
) -> Result<(), TreeError> {
    let failed = |error| TreeError::io("list", out_dir.join(folder), error);
    for entry in fs::read_dir(out_dir.join(folder)).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(|error| TreeError::io("read", entry.path(), error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        if kind.is_dir() && folders.contains(&path) {
            walk(tree, out_dir, &path, folders, disk)?;
            continue;
        }
        if kind.is_file() && path::is_temporary(&name) {
            disk.leftovers.insert(path);
            continue;
        }
        if path == path::manifest_of(path::root_of(folder)) {
            continue;
        }
        let found = if kind.is_symlink() {
            Entry::Link
        } else if kind.is_dir() {
            Entry::Folder
        } else if !kind.is_file() {
            Entry::Other
        } else if tree.get(&path).is_some() {
            Entry::Expected(fs::read(entry.path()).map_err(|error| TreeError::io("read", entry.path(), error))?)
        } else {
            Entry::File
        };
        disk.entries.insert(path, found);
    }
    Ok(())
}
