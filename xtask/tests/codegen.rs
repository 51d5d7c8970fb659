//! `cargo xtask codegen` as a person runs it: the built program, in folders of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

fn xtask(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.current_dir(folder).args(args);
    command
}

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(folder: &Path, args: &[&str]) -> Ran {
    let Output { status, stdout, stderr } = xtask(folder, args).output().expect("starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ran { code: status.code(), out: text(stdout), err: text(stderr) }
}

/// A folder with everything generated into `out`.
fn generated() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let ran = run(folder.path(), &["codegen", "--out", "out"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    folder
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
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
    visit(folder, folder, &mut all);
    all
}

/// Two generated files of the schema.
fn two_files(folder: &Path) -> [String; 2] {
    let mut names =
        contents(&folder.join("out")).into_keys().filter(|name| name.starts_with("schema/") && name.ends_with(".json"));
    [names.next().expect("generated"), names.next().expect("generated")]
}

#[test]
fn the_second_run_writes_nothing_and_says_so() {
    let folder = generated();
    let times = |folder: &Path| {
        let names = contents(&folder.join("out")).into_keys();
        names
            .map(|name| fs::metadata(folder.join("out").join(name)).expect("there").modified().expect("known"))
            .collect::<Vec<_>>()
    };
    let before = times(folder.path());
    let again = run(folder.path(), &["codegen", "--out", "out"]);
    assert_eq!(again.code, Some(0));
    let number = before.len();
    assert_eq!(
        again.out,
        format!("{number} files, none written: out/schema, out/generated-ts and out/docs/reference are up to date\n")
    );
    assert_eq!(times(folder.path()), before);
    let check = run(folder.path(), &["codegen", "--out", "out", "--check"]);
    assert_eq!(
        (check.code, check.out),
        (Some(0), format!("{number} files: out/schema, out/generated-ts and out/docs/reference are up to date\n"))
    );
}

#[test]
fn check_shows_what_is_stale_and_how_to_mend_it_and_changes_nothing() {
    let folder = generated();
    let out = folder.path().join("out");
    let fresh = contents(&out);
    let [edited, deleted] = two_files(folder.path());
    fs::write(out.join(&edited), "by hand\n").expect("writable");
    fs::remove_file(out.join(&deleted)).expect("there");
    fs::write(out.join("schema/NOTES.md"), "mine").expect("writable");
    let before = contents(&out);

    let check = run(folder.path(), &["codegen", "--out", "out", "--check"]);
    assert_eq!(check.code, Some(1), "{}", check.out);
    assert!(check.out.contains(&format!("--- committed/{edited}\n+++ generated/{edited}\n@@")), "{}", check.out);
    assert!(check.out.contains("\n-by hand\n"), "{}", check.out);
    assert!(check.out.contains(&format!("out/{deleted}: missing")), "{}", check.out);
    assert!(check.out.contains("left alone: out/schema/NOTES.md\n"), "{}", check.out);
    assert!(check.out.contains("2 files differ from what would be generated: 1 stale, 1 missing\n"), "{}", check.out);
    assert!(check.out.ends_with("run: cargo xtask codegen --out out\n"), "{}", check.out);
    assert!(!check.out.contains('\u{1b}'), "no colour where there is no terminal");
    assert_eq!(contents(&out), before);

    let json = run(folder.path(), &["codegen", "--out", "out", "--check", "--format", "json"]);
    assert_eq!(json.code, Some(1));
    let json: Value = serde_json::from_str(&json.out).expect("one JSON object");
    let kinds: Vec<_> = json["findings"].as_array().expect("a list").iter().map(|f| f["kind"].clone()).collect();
    assert_eq!(kinds, ["stale", "missing"]);
    assert_eq!(json["findings"][0]["file"], format!("out/{edited}"));
    assert_eq!(json["findings"][0]["command"], "cargo xtask codegen --out out");

    let github = run(folder.path(), &["codegen", "--out", "out", "--check", "--format", "github"]);
    assert!(github.out.starts_with(&format!("::error file=out/{edited},title=stale::")), "{}", github.out);

    let mended = run(folder.path(), &["codegen", "--out", "out"]);
    assert_eq!(mended.code, Some(0));
    for line in [format!("wrote out/{edited}\n"), format!("wrote out/{deleted}\n")] {
        assert!(mended.out.contains(&line), "{}", mended.out);
    }
    assert!(mended.out.lines().last().is_some_and(|line| line.contains(" 2 written: out/schema")), "{}", mended.out);
    let mut healed = contents(&out);
    assert_eq!(healed.remove("schema/NOTES.md").as_deref(), Some(&b"mine"[..]));
    assert_eq!(healed, fresh);
}

#[test]
fn a_file_that_is_not_ours_stops_the_run_before_it_writes() {
    let folder = generated();
    let out = folder.path().join("out");
    let [theirs, stale] = two_files(folder.path());
    let manifest = out.join("schema/.manifest");
    let listed = fs::read_to_string(&manifest).expect("there");
    let name = theirs.strip_prefix("schema/").expect("in schema");
    fs::write(&manifest, listed.replace(&format!("{name}\n"), "")).expect("writable");
    fs::write(out.join(&theirs), "theirs\n").expect("writable");
    fs::write(out.join(&stale), "stale\n").expect("writable");
    let before = contents(&out);
    let ran = run(folder.path(), &["codegen", "--out", "out"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains(&format!("out/{theirs}: in the way")), "{}", ran.out);
    assert!(ran.out.contains("nothing was written: 1 file would be overwritten"), "{}", ran.out);
    assert_eq!(contents(&out), before);
}

#[test]
fn the_reference_is_held_fresh_with_the_rest_and_shares_its_folder() {
    let folder = generated();
    let docs = folder.path().join("out/docs");
    fs::write(docs.join("GUIDE.md"), "by hand\n").expect("writable");
    let page = docs.join("reference/thread.md");
    let fresh = fs::read_to_string(&page).expect("generated");
    fs::write(&page, fresh.replacen("# thread\n", "# Threads\n", 1)).expect("writable");
    let check = run(folder.path(), &["codegen", "--out", "out", "--check"]);
    assert_eq!(check.code, Some(1), "{}", check.out);
    assert!(check.out.contains("\n-# Threads\n+# thread\n"), "{}", check.out);
    assert!(!check.out.contains("GUIDE"), "{}", check.out);
    let mended = run(folder.path(), &["codegen", "--out", "out"]);
    assert!(mended.out.starts_with("wrote out/docs/reference/thread.md\n"), "{}", mended.out);
    assert_eq!(fs::read_to_string(&page).expect("there"), fresh);
    assert_eq!(fs::read_to_string(docs.join("GUIDE.md")).expect("there"), "by hand\n");

    let alone = run(folder.path(), &["codegen", "--surface", "stable", "--out", "alone"]);
    assert_eq!(alone.code, Some(0), "{}", alone.err);
    assert!(!folder.path().join("alone/docs").exists(), "a surface alone has no pages");
}

#[test]
fn every_method_has_an_example_in_the_reference() {
    let folder = generated();
    let pages = contents(&folder.path().join("out/docs/reference"));
    let (mut requests, mut notifications) = (0, 0);
    for (name, bytes) in pages.iter().filter(|(name, _)| *name != "README.md") {
        let page = String::from_utf8(bytes.clone()).expect("UTF-8");
        for section in page.split("\n### ").skip(1) {
            let title = section.lines().next().unwrap_or_default();
            let facts = section.lines().nth(2).unwrap_or_default();
            let answered = facts.starts_with("Request · ");
            if !answered && !facts.starts_with("Notification · ") {
                continue;
            }
            *(if answered { &mut requests } else { &mut notifications }) += 1;
            let (_, example) = section.split_once("\n**Example**\n").unwrap_or_else(|| panic!("{name}: {title}"));
            assert!(example.contains(" sends"), "{name}: {title}");
            assert_eq!(example.contains(" answers"), answered, "{name}: {title}");
        }
    }
    assert!(requests > 90 && notifications > 50, "{requests} requests, {notifications} notifications");
}

#[test]
fn what_cannot_run_says_how_to_mend_it_and_exits_with_2() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let surface = run(folder.path(), &["codegen", "--surface", "experimental"]);
    assert_eq!(surface.code, Some(2));
    assert!(surface.err.contains("hold both surfaces"), "{}", surface.err);
    assert!(surface.err.contains("cargo xtask codegen --surface experimental --out target/tree"), "{}", surface.err);

    fs::write(folder.path().join("file"), "").expect("writable");
    let out = run(folder.path(), &["codegen", "--out", "file"]);
    assert_eq!(out.code, Some(2));
    assert!(out.err.contains("file") && out.err.starts_with("error: "), "{}", out.err);

    for args in [&["codegen", "--surface", "both"][..], &["generate"], &["test", "--only", "nothing"]] {
        let ran = run(folder.path(), args);
        assert_eq!(ran.code, Some(2), "{args:?}");
        assert!(ran.err.contains("--help"), "{args:?}: {}", ran.err);
    }
}

#[test]
fn help_of_every_task_has_examples() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for task in ["codegen", "check", "test", "bench", "tidy"] {
        let help = run(folder.path(), &[task, "--help"]);
        assert_eq!(help.code, Some(0));
        assert!(help.out.contains(&format!("EXAMPLES:\n  cargo xtask {task}\n")), "{task}: {}", help.out);
    }
    let list = run(folder.path(), &["test", "--list"]);
    let readme = include_str!("../../README.md");
    assert!(list.code == Some(0) && readme.contains(&list.out), "README.md has another list than\n{}", list.out);
}

#[test]
fn a_killed_run_leaves_whole_files_and_the_next_one_ends_its_work() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let trees = ["stable", "experimental"].map(|surface| {
        let place = format!("whole-{surface}");
        assert_eq!(run(folder.path(), &["codegen", "--surface", surface, "--out", &place]).code, Some(0));
        contents(&folder.path().join(place))
    });
    assert_ne!(trees[0], trees[1], "the two surfaces have something to tell them apart");
    let out = folder.path().join("out");
    let args = |surface| ["codegen", "--surface", surface, "--out", "out"];
    let started = Instant::now();
    assert_eq!(run(folder.path(), &args("stable")).code, Some(0));
    let whole = started.elapsed();
    fs::write(out.join("schema/NOTES.md"), "mine").expect("writable");

    let rounds = 24;
    for round in 0..rounds {
        let surface = ["experimental", "stable"][round as usize % 2];
        let mut child = xtask(folder.path(), &args(surface)).stdout(Stdio::null()).spawn().expect("starts");
        // From the start of the process to beyond its end, in even steps.
        std::thread::sleep(whole.mul_f64(f64::from(round) * 1.2 / f64::from(rounds)).min(Duration::from_secs(2)));
        child.kill().expect("killable, or ended already");
        child.wait().expect("ended");
        for (name, bytes) in contents(&out) {
            let exempt = name.ends_with("/.manifest") || name.ends_with(".methodic-tmp") || name == "schema/NOTES.md";
            let whole = trees.iter().any(|tree| tree.get(&name) == Some(&bytes));
            assert!(exempt || whole, "round {round}: `{name}` is torn");
        }
    }
    for (surface, tree) in ["stable", "experimental"].into_iter().zip(trees) {
        assert_eq!(run(folder.path(), &args(surface)).code, Some(0));
        let mut healed = contents(&out);
        assert_eq!(healed.remove("schema/NOTES.md").as_deref(), Some(&b"mine"[..]));
        assert!(healed == tree, "{surface}: {:?} instead of {:?}", healed.keys(), tree.keys());
    }
}
