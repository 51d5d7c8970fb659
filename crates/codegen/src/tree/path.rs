//! What a path of a generated file may look like, and the names this module reserves for itself.

/// The file in each root that lists what was generated into it.
pub(crate) const MANIFEST: &str = ".manifest";

/// A folder that generated files share with hand-written ones: each folder in it is a root of its own.
const SHARED: &str = "docs";

/// Ends the name of a file that is being written; a rename then puts it into place.
const TEMPORARY_SUFFIX: &str = ".methodic-tmp";

/// Says why `path` cannot be the path of a generated file.
pub(crate) fn check_generated(path: &str) -> Result<(), &'static str> {
    check(path)?;
    if !path.contains('/') {
        return Err("lies at the top of the tree; a generated file needs a folder, which is its root");
    }
    if root_of(path) == path {
        return Err(
            "lies directly in `docs`, among hand-written files; a generated file there needs a folder of its own",
        );
    }
    if file_name(path) == MANIFEST {
        return Err("is the name of the manifest, which the writer keeps itself");
    }
    if is_temporary(file_name(path)) {
        return Err("is a name that the writer uses while it writes");
    }
    Ok(())
}

/// Says why `path` is not a plain relative path that stays inside its folder on every system.
pub(crate) fn check(path: &str) -> Result<(), &'static str> {
    if path.is_empty() {
        return Err("is empty");
    }
    if path.starts_with('/') {
        return Err("is absolute");
    }
    if path.contains(['\\', ':']) {
        return Err("has a `\\` or `:`, which means another folder or drive on some systems");
    }
    if path.chars().any(char::is_control) {
        return Err("has a control character");
    }
    for part in path.split('/') {
        match part {
            "" => return Err("has an empty part"),
            "." | ".." => return Err("has a `.` or `..`, and could leave its folder"),
            _ => {}
        }
    }
    Ok(())
}

/// The root of a path: its top folder, or two folders where the first one is shared (`docs/reference`).
pub(crate) fn root_of(path: &str) -> &str {
    let end = |from: usize| path[from..].find('/').map_or(path.len(), |at| from + at);
    let top = end(0);
    if &path[..top] == SHARED && top < path.len() { &path[..end(top + 1)] } else { &path[..top] }
}

/// The last part of a path.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The folders above a path, the nearest first: `a/b` and `a` for `a/b/c`.
pub(crate) fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(at, _)| &path[..at])
}

/// The path of a root's manifest.
pub(crate) fn manifest_of(root: &str) -> String {
    format!("{root}/{MANIFEST}")
}

/// The hidden sibling under which `path` is written before it gets its name.
pub(crate) fn temporary(path: &str) -> String {
    let name = file_name(path);
    let folder = &path[..path.len() - name.len()];
    format!("{folder}.{name}{TEMPORARY_SUFFIX}")
}

/// Whether a file name is one that [`temporary`] makes.
pub(crate) fn is_temporary(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(TEMPORARY_SUFFIX)
}

#[cfg(test)]
mod tests {
    use super::{check_generated, folders_above, is_temporary, root_of, temporary};

    #[test]
    fn a_temporary_is_a_hidden_sibling_and_recognised() {
        assert_eq!(temporary("schema/v2/A.json"), "schema/v2/.A.json.methodic-tmp");
        assert_eq!(temporary("schema/.manifest"), "schema/..manifest.methodic-tmp");
        assert!(is_temporary(".A.json.methodic-tmp"));
        assert!(!is_temporary("A.json.methodic-tmp") && !is_temporary(".A.json"));
    }

    #[test]
    fn a_root_is_the_top_folder_or_a_folder_in_a_shared_one() {
        for (path, root) in [
            ("schema/v2/A.json", "schema"),
            ("schema", "schema"),
            ("docs/reference/thread.md", "docs/reference"),
            ("docs/reference/a/b.md", "docs/reference"),
            ("docs/reference", "docs/reference"),
            ("docsite/reference/a.md", "docsite"),
        ] {
            assert_eq!(root_of(path), root);
        }
        assert!(check_generated("docs/reference/a.md").is_ok());
        assert!(check_generated("docs/a.md").is_err_and(|why| why.contains("hand-written")));
    }

    #[test]
    fn folders_come_nearest_first() {
        assert_eq!(folders_above("a/b/c").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(folders_above("a").count(), 0);
    }
}
