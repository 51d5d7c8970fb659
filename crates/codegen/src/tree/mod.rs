//! Generated files, first in memory and then on disk: the only part of this crate that touches files.
//!
//! A generator fills a [`Tree`] and knows nothing of folders. [`compare`] says how a folder differs from it, and
//! [`write`] mends the difference. Both go by one rule: *a file is ours if the manifest of its root lists it*. Whatever
//! else lies in a root belongs to somebody else, and is named but never changed.

mod diff;
mod drift;
mod error;
mod manifest;
mod path;
mod scan;
mod write;

use std::collections::{BTreeMap, BTreeSet};

pub use diff::unified_diff;
pub use drift::{Drift, Stale, StaleNote};
pub use error::TreeError;
pub use write::{Written, write};

use error::Kind;

/// Generated files in memory: a relative path with `/` between its parts, and the text of the file.
///
/// The top folder of a path is its *root*; below `docs`, which also holds what people write, it is the folder in that
/// one, `docs/reference`. Each root carries a manifest of what was generated into it, which [`write`] keeps; the manifest
/// itself is never inserted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<String, String>,
    /// Every path and every folder above one, in lower case: some file systems cannot tell `A.json` from `a.json`.
    taken: BTreeMap<String, Taken>,
}

/// Who occupies a lower-case path of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Taken {
    /// The path as its owner spelled it.
    spelled: String,
    /// The file that needs it: the path itself, or a file inside the folder.
    file: String,
    folder: bool,
}

impl Tree {
    /// A tree without files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one file.
    ///
    /// # Errors
    ///
    /// A path that was inserted before, that differs from an earlier one in case alone, that needs a folder where
    /// another file is, that leaves the tree or lies directly at its top; a text that does not end in exactly one LF,
    /// or has a CR anywhere. Each error names the path.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) -> Result<(), TreeError> {
        let (path, text) = (path.into(), text.into());
        if let Err(why) = path::check_generated(&path) {
            return Err(Kind::BadPath { path, why }.into());
        }
        if let Some(why) = text_fault(&text) {
            return Err(Kind::BadText { path, why }.into());
        }
        self.claim(&path)?;
        self.files.insert(path, text);
        Ok(())
    }

    /// Enters `path` and the folders above it into `taken`, or says with whom it collides.
    fn claim(&mut self, path: &str) -> Result<(), TreeError> {
        let spelled = std::iter::once((path, false)).chain(path::folders_above(path).map(|folder| (folder, true)));
        let mut claims = Vec::new();
        for (spelled, folder) in spelled {
            let key = spelled.to_lowercase();
            let Some(taken) = self.taken.get(&key) else {
                claims.push((key, Taken { spelled: spelled.to_owned(), file: path.to_owned(), folder }));
                continue;
            };
            let kind = match (taken.folder, folder) {
                (false, false) if taken.spelled == spelled => Kind::Duplicate { path: path.to_owned() },
                // Whoever entered it has entered the folders above it.
                (true, true) if taken.spelled == spelled => break,
                (first, second) if first == second => {
                    Kind::CaseCollision { path: path.to_owned(), other: taken.file.clone() }
                }
                _ => Kind::FileAndFolder { path: path.to_owned(), other: taken.file.clone() },
            };
            return Err(kind.into());
        }
        self.taken.extend(claims);
        Ok(())
    }

    /// The text of one file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// All files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// How many files there are, manifests not counted.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Adds all files of another tree.
    ///
    /// # Errors
    ///
    /// A file of both, and whatever [`Tree::insert`] refuses. The files before it stay added.
    pub fn merge(&mut self, other: Tree) -> Result<(), TreeError> {
        other.files.into_iter().try_for_each(|(path, text)| {
            // By itself each file is as it must be: it was in a tree.
            self.claim(&path)?;
            self.files.insert(path, text);
            Ok(())
        })
    }

    /// The roots, sorted.
    pub fn roots(&self) -> BTreeSet<&str> {
        self.files.keys().map(|path| path::root_of(path)).collect()
    }

    /// The paths in one root, sorted and relative to it, as its manifest lists them.
    fn in_root(&self, root: &str) -> BTreeSet<&str> {
        self.files.keys().filter_map(|path| path.strip_prefix(root)?.strip_prefix('/')).collect()
    }
}

/// Compares a tree with what lies in `out_dir`, reading each file once and changing nothing.
///
/// # Errors
///
/// A file or folder that cannot be read, a link or a folder where a generated file belongs (and the other way round),
/// a manifest that lists a path outside its root.
pub fn compare(tree: &Tree, out_dir: &std::path::Path) -> Result<Drift, TreeError> {
    drift::classify(tree, scan::scan(tree, out_dir)?)
}

/// What is wrong with the text of a generated file, if anything is.
fn text_fault(text: &str) -> Option<&'static str> {
    if text.contains('\r') {
        Some("contains a carriage return; generated text has LF line endings alone")
    } else if !text.ends_with('\n') {
        Some("does not end in a line feed")
    } else if text == "\n" || text.ends_with("\n\n") {
        Some("ends in an empty line; it must end in exactly one line feed")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;

    fn refused(first: &str, second: &str) -> String {
        let mut tree = Tree::new();
        tree.insert(first, "x\n").expect("the first file is fine");
        let error = tree.insert(second, "x\n").expect_err("the second file must be refused").to_string();
        assert_eq!(tree.len(), 1, "a refused file must not be in the tree");
        error
    }

    #[test]
    fn a_second_file_of_one_path_is_refused_by_name() {
        assert!(refused("schema/A.json", "schema/A.json").contains("`schema/A.json` is generated twice"));
    }

    #[test]
    fn paths_that_some_disks_cannot_hold_together_are_refused() {
        let case = refused("schema/JSONRPCError.json", "schema/JsonRpcError.json");
        assert!(case.contains("schema/JSONRPCError.json") && case.contains("schema/JsonRpcError.json"), "{case}");
        let folder = refused("schema/V2/A.json", "schema/v2/B.json");
        assert!(folder.contains("schema/V2/A.json"), "{folder}");
        let nested = refused("schema/a", "schema/a/b.json");
        assert!(nested.contains("`schema/a`") && nested.contains("`schema/a/b.json`"), "{nested}");
        let nested = refused("schema/a/b.json", "schema/a");
        assert!(nested.contains("`schema/a`") && nested.contains("`schema/a/b.json`"), "{nested}");
    }

    #[test]
    fn paths_that_leave_the_tree_or_take_reserved_names_are_refused() {
        for path in [
            "",
            "/schema/a",
            "schema/../a",
            "../a/b",
            "schema/./a",
            "schema//a",
            "schema/",
            "a.json",
            "C:/x/y",
            "schema\\a/b",
            "schema/.manifest",
            "schema/v2/.a.json.methodic-tmp",
            "schema/a\nb",
            "docs/a.md",
        ] {
            let mut tree = Tree::new();
            let error = tree.insert(path, "x\n").expect_err(path).to_string();
            assert!(error.contains(&format!("{path:?}")), "{error}");
            assert!(tree.is_empty());
        }
    }

    #[test]
    fn a_merge_adds_all_files_and_refuses_what_is_there() {
        let mut tree = Tree::new();
        tree.insert("schema/A.json", "x\n").expect("fine");
        let other = tree.clone();
        let mut pages = Tree::new();
        pages.insert("docs/reference/a.md", "x\n").expect("fine");
        tree.merge(pages).expect("no file of both");
        assert_eq!(tree.len(), 2);
        let error = tree.merge(other).expect_err("a file of both").to_string();
        assert!(error.contains("`schema/A.json` is generated twice"), "{error}");
    }

    #[test]
    fn text_ends_in_one_line_feed_and_has_no_carriage_return() {
        for text in ["", "x", "\n", "x\n\n", "x\r\n", "a\rb\n"] {
            let error = Tree::new().insert("schema/a", text).expect_err(text).to_string();
            assert!(error.contains("schema/a"), "{error}");
        }
        Tree::new().insert("schema/a", "x\n\ny\n").expect("empty lines inside are fine");
    }

    #[test]
    fn roots_are_the_top_folders_and_those_in_docs() {
        let mut tree = Tree::new();
        for path in ["schema/v2/A.json", "schema/B.json", "docs/reference/a.md"] {
            tree.insert(path, "x\n").expect("fine");
        }
        assert_eq!(tree.roots().into_iter().collect::<Vec<_>>(), ["docs/reference", "schema"]);
        assert_eq!(tree.in_root("docs/reference").into_iter().collect::<Vec<_>>(), ["a.md"]);
        assert_eq!(tree.in_root("schema").into_iter().collect::<Vec<_>>(), ["B.json", "v2/A.json"]);
        assert_eq!(tree.get("schema/B.json"), Some("x\n"));
    }
}
