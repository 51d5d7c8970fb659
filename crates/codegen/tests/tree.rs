//! A tree against real folders: what is written, what is left alone, and what is refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use methodic_codegen::{Drift, StaleNote, Tree, Written, compare, unified_diff, write};

/// A tree of these files.
fn tree(files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::new();
    for (path, text) in files {
        tree.insert(*path, *text).expect("the test's own files are fine");
    }
    tree
}

/// Compares and writes, as the command does.
fn sync(tree: &Tree, out: &Path) -> Written {
    let drift = compare(tree, out).expect("comparable");
    let written = write(tree, out, &drift).expect("writable");
    let after = compare(tree, out).expect("comparable");
    assert!(after.is_fresh() && after.leftovers.is_empty(), "not mended: {after:?}");
    written
}

/// Every file below `out` with its content.
fn contents(out: &Path) -> BTreeMap<String, Vec<u8>> {
    fn visit(folder: &Path, base: &Path, all: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).expect("listable") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                visit(&path, base, all);
            } else {
                let name = path.strip_prefix(base).expect("below").to_string_lossy().replace('\\', "/");
                all.insert(name, fs::read(&path).expect("readable"));
            }
        }
    }
    let mut all = BTreeMap::new();
    visit(out, out, &mut all);
    all
}

fn names(out: &Path) -> Vec<String> {
    contents(out).into_keys().collect()
}

/// A folder with `schema/A.json`, `schema/v2/B.json` and `generated-ts/index.js` as generated.
fn synced() -> (tempfile::TempDir, PathBuf, Tree) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("out");
    let tree =
        tree(&[("schema/A.json", "{}\n"), ("schema/v2/B.json", "[]\n"), ("generated-ts/index.js", "export {};\n")]);
    sync(&tree, &out);
    (folder, out, tree)
}

#[test]
fn a_first_run_writes_everything_and_a_second_nothing() {
    let (_folder, out, tree) = synced();
    assert_eq!(
        names(&out),
        ["generated-ts/.manifest", "generated-ts/index.js", "schema/.manifest", "schema/A.json", "schema/v2/B.json"]
    );
    let manifest = fs::read_to_string(out.join("schema/.manifest")).expect("there");
    let lines: Vec<&str> = manifest.lines().collect();
    assert!(lines[0].starts_with("# ") && lines[1..] == ["A.json", "v2/B.json"], "{manifest}");
    assert_eq!(sync(&tree, &out), Written::default());
    assert_eq!(compare(&tree, &out).expect("comparable").expected(), 5);
}

#[test]
fn only_what_is_stale_is_written() {
    let (_folder, out, _) = synced();
    let long_ago = SystemTime::now() - Duration::from_secs(3600);
    for name in ["schema/A.json", "schema/v2/B.json", "schema/.manifest"] {
        fs::File::options()
            .append(true)
            .open(out.join(name))
            .and_then(|file| file.set_modified(long_ago))
            .expect("a time can be set");
    }
    let modified = |name: &str| fs::metadata(out.join(name)).and_then(|m| m.modified()).expect("there");
    let untouched = (modified("schema/A.json"), modified("schema/.manifest"));
    let next =
        tree(&[("schema/A.json", "{}\n"), ("schema/v2/B.json", "[1]\n"), ("generated-ts/index.js", "export {};\n")]);
    assert_eq!(sync(&next, &out).written, ["schema/v2/B.json"]);
    assert_eq!((modified("schema/A.json"), modified("schema/.manifest")), untouched);
    assert!(modified("schema/v2/B.json") > untouched.0 + Duration::from_secs(60));
}

#[test]
fn an_edited_file_is_stale_and_shown_as_a_diff() {
    let (_folder, out, tree) = synced();
    fs::write(out.join("schema/A.json"), "{\"mine\": 1}\n").expect("writable");
    let drift = compare(&tree, &out).expect("comparable");
    assert!(!drift.is_fresh());
    let [stale] = drift.stale.as_slice() else { panic!("one file is stale: {drift:?}") };
    let diff = unified_diff(stale, 60);
    assert!(diff.starts_with("--- committed/schema/A.json\n+++ generated/schema/A.json\n@@"), "{diff}");
    assert!(diff.contains("-{\"mine\": 1}\n+{}\n"), "{diff}");
    assert_eq!(sync(&tree, &out).written, ["schema/A.json"]);
}

#[test]
fn a_deleted_file_is_missing_and_comes_back() {
    let (_folder, out, tree) = synced();
    fs::remove_file(out.join("schema/v2/B.json")).expect("there");
    assert_eq!(compare(&tree, &out).expect("comparable").missing, ["schema/v2/B.json"]);
    assert_eq!(sync(&tree, &out).written, ["schema/v2/B.json"]);
}

#[test]
fn an_obsolete_file_goes_with_its_empty_folder() {
    let (_folder, out, _) = synced();
    let next = tree(&[("schema/A.json", "{}\n"), ("generated-ts/index.js", "export {};\n")]);
    assert_eq!(compare(&next, &out).expect("comparable").obsolete, ["schema/v2/B.json"]);
    let done = sync(&next, &out);
    assert_eq!(done, Written { written: vec!["schema/.manifest".into()], removed: vec!["schema/v2/B.json".into()] });
    assert!(!out.join("schema/v2").exists());
}

#[test]
fn a_folder_that_a_cut_off_run_emptied_goes_too() {
    let (_folder, out, _) = synced();
    fs::remove_file(out.join("schema/v2/B.json")).expect("there");
    sync(&tree(&[("schema/A.json", "{}\n"), ("generated-ts/index.js", "export {};\n")]), &out);
    assert!(!out.join("schema/v2").exists());
}

#[test]
fn files_of_others_are_named_and_survive_everything() {
    let (_folder, out, _) = synced();
    fs::write(out.join("schema/NOTES.md"), "mine").expect("writable");
    fs::write(out.join("schema/v2/mine.json"), "mine").expect("writable");
    fs::create_dir_all(out.join("generated-ts/node_modules/deep")).expect("writable");
    fs::write(out.join("generated-ts/node_modules/deep/x.js"), "mine").expect("writable");
    let next = tree(&[("schema/A.json", "{}\n"), ("generated-ts/index.js", "export {};\n")]);
    let drift = compare(&next, &out).expect("comparable");
    assert_eq!(drift.foreign, ["generated-ts/node_modules/", "schema/NOTES.md", "schema/v2/mine.json"]);
    sync(&next, &out);
    let after = contents(&out);
    for name in ["schema/NOTES.md", "schema/v2/mine.json", "generated-ts/node_modules/deep/x.js"] {
        assert_eq!(after.get(name).map(Vec::as_slice), Some(&b"mine"[..]), "{name}");
    }
    assert!(compare(&next, &out).expect("comparable").is_fresh(), "files of others are no drift");
}

#[test]
fn a_file_of_somebody_else_is_never_overwritten() {
    let (_folder, out, _) = synced();
    fs::write(out.join("schema/C.json"), "mine\n").expect("writable");
    let before = contents(&out);
    let next = tree(&[("schema/A.json", "{\"x\": 1}\n"), ("schema/C.json", "generated\n")]);
    let drift = compare(&next, &out).expect("comparable");
    assert_eq!(drift.conflicts, ["schema/C.json"]);
    assert!(!drift.is_fresh());
    let error = write(&next, &out, &drift).expect_err("must refuse").to_string();
    assert!(error.contains("`schema/C.json`") && error.contains("nothing was changed"), "{error}");
    assert_eq!(contents(&out), before);
}

#[test]
fn identical_content_is_adopted() {
    let (_folder, out, _) = synced();
    fs::write(out.join("schema/C.json"), "same\n").expect("writable");
    let next = tree(&[
        ("schema/A.json", "{}\n"),
        ("schema/v2/B.json", "[]\n"),
        ("schema/C.json", "same\n"),
        ("generated-ts/index.js", "export {};\n"),
    ]);
    assert_eq!(sync(&next, &out).written, ["schema/.manifest"]);
}

#[test]
fn without_a_manifest_equal_files_are_adopted_and_others_refused() {
    let (_folder, out, tree) = synced();
    fs::remove_file(out.join("schema/.manifest")).expect("there");
    assert_eq!(compare(&tree, &out).expect("comparable").missing, ["schema/.manifest"]);
    fs::write(out.join("schema/A.json"), "other\n").expect("writable");
    assert_eq!(compare(&tree, &out).expect("comparable").conflicts, ["schema/A.json"]);
}

#[test]
fn after_a_merge_both_sides_of_the_manifest_count() {
    let (_folder, out, tree) = synced();
    fs::write(out.join("schema/Theirs.json"), "{}\n").expect("writable");
    fs::write(out.join("schema/A.json"), "<<<<<<< ours\n{}\n=======\n[]\n>>>>>>> theirs\n").expect("writable");
    let merged = "# note\nA.json\n<<<<<<< ours\nv2/B.json\n=======\nTheirs.json\n>>>>>>> theirs\n";
    fs::write(out.join("schema/.manifest"), merged).expect("writable");
    let drift = compare(&tree, &out).expect("comparable");
    assert_eq!(drift.obsolete, ["schema/Theirs.json"]);
    assert_eq!(drift.stale.iter().map(|s| s.path.as_str()).collect::<Vec<_>>(), ["schema/.manifest", "schema/A.json"]);
    let done = sync(&tree, &out);
    assert_eq!(done.removed, ["schema/Theirs.json"]);
    assert_eq!(done.written, ["schema/.manifest", "schema/A.json"]);
}

#[test]
fn a_manifest_that_points_outside_is_refused() {
    let (folder, out, _) = synced();
    let precious = folder.path().join("precious");
    fs::write(&precious, "mine").expect("writable");
    fs::write(out.join("schema/.manifest"), "A.json\n../../precious\n").expect("writable");
    let error = compare(&tree(&[("schema/A.json", "{}\n")]), &out).expect_err("must refuse").to_string();
    assert!(error.contains("`schema/.manifest` line 2") && error.contains("../../precious"), "{error}");
    assert!(precious.exists());
}

#[test]
fn crlf_on_disk_is_stale_with_a_note() {
    let (_folder, out, tree) = synced();
    fs::write(out.join("schema/A.json"), "{}\r\n").expect("writable");
    fs::write(out.join("schema/v2/B.json"), "[2]\r\n").expect("writable");
    let drift = compare(&tree, &out).expect("comparable");
    let notes: Vec<_> = drift.stale.iter().map(|stale| (stale.path.as_str(), stale.note)).collect();
    assert_eq!(
        notes,
        [("schema/A.json", Some(StaleNote::OnlyLineEndings)), ("schema/v2/B.json", Some(StaleNote::LineEndings))]
    );
    sync(&tree, &out);
    assert_eq!(fs::read(out.join("schema/A.json")).expect("there"), b"{}\n");
}

#[test]
fn bytes_that_are_not_utf8_are_stale() {
    let (_folder, out, tree) = synced();
    fs::write(out.join("schema/A.json"), b"{\xff}\n").expect("writable");
    let drift = compare(&tree, &out).expect("comparable");
    assert_eq!(drift.stale[0].note, Some(StaleNote::NotUtf8));
    assert!(unified_diff(&drift.stale[0], 60).contains("not UTF-8"));
    sync(&tree, &out);
}

#[test]
fn a_folder_where_a_file_belongs_is_an_error_and_the_other_way_round() {
    let (_folder, out, tree) = synced();
    fs::remove_file(out.join("schema/A.json")).expect("there");
    fs::create_dir(out.join("schema/A.json")).expect("writable");
    let error = compare(&tree, &out).expect_err("must refuse").to_string();
    assert!(error.contains("`schema/A.json` is a folder"), "{error}");
    fs::remove_dir(out.join("schema/A.json")).expect("there");

    fs::remove_dir_all(out.join("schema/v2")).expect("there");
    fs::write(out.join("schema/v2"), "mine").expect("writable");
    let error = compare(&tree, &out).expect_err("must refuse").to_string();
    assert!(error.contains("`schema/v2` is a file") && error.contains("schema/v2/B.json"), "{error}");
    fs::remove_file(out.join("schema/v2")).expect("there");

    fs::remove_dir_all(out.join("schema")).expect("there");
    fs::write(out.join("schema"), "mine").expect("writable");
    let error = compare(&tree, &out).expect_err("must refuse").to_string();
    assert!(error.contains("`schema` is a file"), "{error}");
}

#[test]
fn a_formerly_generated_path_that_is_a_folder_now_belongs_to_its_maker() {
    let (_folder, out, _) = synced();
    fs::remove_file(out.join("schema/A.json")).expect("there");
    fs::create_dir(out.join("schema/A.json")).expect("writable");
    let next = tree(&[("schema/v2/B.json", "[]\n"), ("generated-ts/index.js", "export {};\n")]);
    assert_eq!(compare(&next, &out).expect("comparable").foreign, ["schema/A.json/"]);
    sync(&next, &out);
    assert!(out.join("schema/A.json").is_dir());
}

#[cfg(unix)]
#[test]
fn links_are_never_followed() {
    use std::os::unix::fs::symlink;

    let (folder, out, tree) = synced();
    let precious = folder.path().join("precious");
    fs::create_dir(&precious).expect("writable");
    fs::write(precious.join("B.json"), "mine").expect("writable");

    fs::remove_file(out.join("schema/A.json")).expect("there");
    symlink(precious.join("B.json"), out.join("schema/A.json")).expect("linkable");
    let error = compare(&tree, &out).expect_err("must refuse").to_string();
    assert!(error.contains("`schema/A.json` is a symbolic link"), "{error}");
    fs::remove_file(out.join("schema/A.json")).expect("there");

    fs::remove_dir_all(out.join("schema/v2")).expect("there");
    symlink(&precious, out.join("schema/v2")).expect("linkable");
    let error = compare(&tree, &out).expect_err("must refuse").to_string();
    assert!(error.contains("`schema/v2` is a symbolic link"), "{error}");
    // A tree without the file must not remove through the link either.
    let next = super_tree_without_v2();
    assert_eq!(compare(&next, &out).expect("comparable").foreign, ["schema/v2"]);
    sync(&next, &out);
    assert_eq!(fs::read(precious.join("B.json")).expect("there"), b"mine");

    let elsewhere = folder.path().join("elsewhere");
    fs::rename(out.join("schema"), &elsewhere).expect("movable");
    symlink(&elsewhere, out.join("schema")).expect("linkable");
    let error = compare(&next, &out).expect_err("must refuse").to_string();
    assert!(error.contains("`schema` is a symbolic link"), "{error}");
}

#[cfg(unix)]
fn super_tree_without_v2() -> Tree {
    tree(&[("schema/A.json", "{}\n"), ("generated-ts/index.js", "export {};\n")])
}

#[test]
fn unfinished_files_of_an_earlier_run_are_removed_and_are_no_drift() {
    let (_folder, out, tree) = synced();
    let leftovers = ["schema/..manifest.methodic-tmp", "schema/v2/.B.json.methodic-tmp"];
    for name in leftovers {
        fs::write(out.join(name), "half").expect("writable");
    }
    let drift = compare(&tree, &out).expect("comparable");
    assert!(drift.is_fresh() && drift.foreign.is_empty());
    assert_eq!(drift.leftovers, leftovers);
    assert_eq!(sync(&tree, &out).removed, leftovers);
}

#[test]
fn a_name_that_changed_case_is_the_new_file_afterwards() {
    let (_folder, out, _) = synced();
    let next =
        tree(&[("schema/a.json", "{}\n"), ("schema/v2/B.json", "[]\n"), ("generated-ts/index.js", "export {};\n")]);
    let done = sync(&next, &out);
    assert!(done.written.contains(&"schema/a.json".to_owned()), "{done:?}");
    assert!(names(&out).contains(&"schema/a.json".to_owned()));
    assert!(!names(&out).contains(&"schema/A.json".to_owned()));
}

#[test]
fn comparing_changes_nothing_and_needs_no_folder() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("not/there");
    let drift = compare(&tree(&[("schema/A.json", "{}\n")]), &out).expect("comparable");
    assert_eq!(drift.missing, ["schema/.manifest", "schema/A.json"]);
    assert_eq!(drift.expected(), 2);
    assert!(!folder.path().join("not").exists());
}

#[test]
fn a_root_that_is_not_in_the_tree_is_not_looked_at() {
    let (_folder, out, _) = synced();
    let only_schema = tree(&[("schema/A.json", "{}\n"), ("schema/v2/B.json", "[]\n")]);
    let drift = compare(&only_schema, &out).expect("comparable");
    assert_eq!(drift, Drift { fresh: drift.fresh.clone(), ..Drift::default() });
    assert_eq!(sync(&only_schema, &out), Written::default());
    assert!(out.join("generated-ts/index.js").exists());
}

#[test]
fn a_root_in_docs_leaves_the_folder_around_it_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path();
    fs::create_dir(out.join("docs")).expect("writable");
    fs::write(out.join("docs/GUIDE.md"), "by hand").expect("writable");
    let first = tree(&[("docs/reference/a.md", "a\n"), ("docs/reference/old/b.md", "b\n")]);
    assert_eq!(compare(&first, out).expect("comparable").foreign, [""; 0]);
    sync(&first, out);
    assert_eq!(
        names(out),
        ["docs/GUIDE.md", "docs/reference/.manifest", "docs/reference/a.md", "docs/reference/old/b.md"]
    );
    fs::write(out.join("docs/reference/NOTES.md"), "by hand").expect("writable");
    let next = tree(&[("docs/reference/c.md", "c\n")]);
    let drift = compare(&next, out).expect("comparable");
    assert_eq!(drift.obsolete, ["docs/reference/a.md", "docs/reference/old/b.md"]);
    assert_eq!(drift.foreign, ["docs/reference/NOTES.md"]);
    sync(&next, out);
    assert_eq!(
        names(out),
        ["docs/GUIDE.md", "docs/reference/.manifest", "docs/reference/NOTES.md", "docs/reference/c.md"]
    );
    assert!(!out.join("docs/reference/old").exists());
}

#[test]
fn a_file_where_the_folder_around_a_root_belongs_is_named() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("docs"), "by hand").expect("writable");
    let error = compare(&tree(&[("docs/reference/a.md", "a\n")]), folder.path()).expect_err("no folder").to_string();
    assert!(error.contains("`docs` is a file, and a folder belongs there"), "{error}");
}
