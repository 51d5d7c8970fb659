//! The list of generated files that each root carries: it decides what may be overwritten and removed.

use std::collections::BTreeSet;

use super::error::{Kind, TreeError};
use super::path;

/// The first line of every manifest, for whoever opens it.
const HEADER: &str = "# The generated files of this folder. The generator overwrites and removes these alone.";

/// How git marks the sides of an unfinished merge. A manifest in that state is read as both sides together: a file that
/// either side generated is ours.
const CONFLICT_MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// The text of a manifest with these paths, which are relative to its root.
pub(crate) fn render(paths: &BTreeSet<&str>) -> String {
    let mut text = String::from(HEADER);
    text.push('\n');
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// The paths a manifest lists, relative to its root. `file` is the manifest's own path, for errors.
///
/// # Errors
///
/// A path that could lie outside the root: following it might remove somebody's file.
pub(crate) fn parse(file: &str, text: &str) -> Result<BTreeSet<String>, TreeError> {
    let mut paths = BTreeSet::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim_end();
        let skipped = line.is_empty() || line.starts_with('#') || CONFLICT_MARKERS.iter().any(|m| line.starts_with(m));
        if skipped || path::file_name(line) == path::MANIFEST {
            continue;
        }
        if let Err(why) = path::check(line) {
            let (manifest, entry) = (file.to_owned(), line.to_owned());
            return Err(Kind::ManifestEntry { manifest, line: index + 1, entry, why }.into());
        }
        paths.insert(line.to_owned());
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{parse, render};

    #[test]
    fn what_is_rendered_is_read_back() {
        let paths = BTreeSet::from(["v2/A.json", "B.json"]);
        let text = render(&paths);
        assert!(text.starts_with("# ") && text.ends_with("B.json\nv2/A.json\n"), "{text}");
        assert_eq!(parse("schema/.manifest", &text).expect("valid"), paths.iter().map(|p| p.to_string()).collect());
    }

    #[test]
    fn both_sides_of_a_merge_count() {
        let text =
            "# note\nA.json\n<<<<<<< HEAD\nB.json\n||||||| base\n=======\r\nC.json\r\n>>>>>>> other\n\n.manifest\n";
        let paths = parse("schema/.manifest", text).expect("valid");
        assert_eq!(paths.into_iter().collect::<Vec<_>>(), ["A.json", "B.json", "C.json"]);
    }

    #[test]
    fn a_path_that_escapes_is_refused_with_its_line() {
        for entry in ["../x", "/etc/passwd", "a/../../x", "a\\..\\x", "C:x"] {
            let error = parse("schema/.manifest", &format!("# note\n{entry}\n")).expect_err(entry).to_string();
            assert!(error.contains("`schema/.manifest` line 2") && error.contains(&format!("{entry:?}")), "{error}");
        }
    }
}
