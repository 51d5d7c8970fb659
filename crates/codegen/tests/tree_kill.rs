//! A writer that is killed in the middle: every file is whole, old or new, and the next run ends what it began.
//!
//! The writer is this test binary, started again with an environment variable that tells it where to write.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use methodic_codegen::{Tree, compare, write};

const OUT: &str = "METHODIC_TREE_KILL_OUT";
/// The writer makes this file when it begins, so that a kill never falls into the start of the process.
const STARTED: &str = "METHODIC_TREE_KILL_STARTED";
const GENERATIONS: usize = 3;
const FILES: usize = 60;

/// One of the trees the writer turns over: each has its own content, and some files of its own.
fn generation(number: usize) -> Tree {
    let mut tree = Tree::new();
    for file in 0..FILES {
        let line = format!("generation {number} file {file}\n");
        // From one line to 64 KB, so that a kill can fall into the writing of a file as well as between two.
        tree.insert(format!("schema/v{}/T{file}.json", file % 4), line.repeat(1 + file * 40)).expect("fine");
    }
    for file in 0..20 {
        tree.insert(format!("schema/only{number}/T{file}.json"), format!("only {number}\n")).expect("fine");
        tree.insert(format!("generated-ts/G{number}-{file}.d.ts"), format!("only {number}\n")).expect("fine");
    }
    tree
}

/// The writer: turns from one generation to the next until it is killed. Without the variable it has nothing to do.
#[test]
#[ignore = "started by the other test, and killed by it"]
fn writes_until_killed() {
    let (Some(out), Some(started)) = (std::env::var_os(OUT), std::env::var_os(STARTED)) else { return };
    let trees: Vec<Tree> = (0..GENERATIONS).map(generation).collect();
    fs::write(started, "").expect("writable");
    for tree in trees.iter().cycle() {
        let drift = compare(tree, Path::new(&out)).expect("comparable");
        assert!(drift.conflicts.is_empty() && drift.foreign == ["schema/NOTES.md"], "{drift:?}");
        write(tree, Path::new(&out), &drift).expect("writable");
    }
}

#[test]
fn every_file_is_whole_after_a_kill_and_the_next_run_heals() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (out, marker) = (&folder.path().join("out"), folder.path().join("started"));
    fs::create_dir_all(out.join("schema")).expect("writable");
    fs::write(out.join("schema/NOTES.md"), "mine").expect("writable");
    let trees: Vec<Tree> = (0..GENERATIONS).map(generation).collect();
    let mut cut_off = 0;
    for round in 0..40_u64 {
        let mut child = Command::new(std::env::current_exe().expect("this binary"))
            .args(["--exact", "writes_until_killed", "--ignored", "--nocapture"])
            .env(OUT, out)
            .env(STARTED, &marker)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("this binary starts");
        let spawned = Instant::now();
        while !marker.exists() {
            assert!(spawned.elapsed() < Duration::from_secs(60), "round {round}: the writer did not begin");
            std::thread::sleep(Duration::from_millis(1));
        }
        fs::remove_file(&marker).expect("there");
        // The kills fall on ever different places of the loop.
        std::thread::sleep(Duration::from_micros(round * 1_571));
        assert!(child.try_wait().expect("known").is_none(), "round {round}: the writer must not end by itself");
        child.kill().expect("killable");
        child.wait().expect("ended");

        let left = contents(out);
        assert_eq!(left.get("schema/NOTES.md").map(Vec::as_slice), Some(&b"mine"[..]));
        for (path, bytes) in &left {
            let ours = !path.ends_with("/.manifest") && !path.ends_with(".methodic-tmp") && path != "schema/NOTES.md";
            if ours {
                let whole = trees.iter().any(|tree| tree.get(path).is_some_and(|text| text.as_bytes() == bytes));
                assert!(whole, "round {round}: `{path}` is torn ({} bytes)", bytes.len());
            }
        }
        let target = &trees[round as usize % GENERATIONS];
        let drift = compare(target, out).expect("comparable after a kill");
        assert!(drift.conflicts.is_empty(), "round {round}: what a killed run wrote must count as ours: {drift:?}");
        assert_eq!(drift.foreign, ["schema/NOTES.md"], "round {round}");
        let finished =
            trees.iter().any(|tree| compare(tree, out).is_ok_and(|d| d.is_fresh() && d.leftovers.is_empty()));
        cut_off += usize::from(!finished);
        // Every other round leaves the mending to the next writer, which starts from the torn state.
        if round % 2 == 0 {
            write(target, out, &drift).expect("heals");
            let mut healed = contents(out);
            assert_eq!(healed.remove("schema/NOTES.md").as_deref(), Some(&b"mine"[..]));
            healed.retain(|path, _| !path.ends_with("/.manifest"));
            let expected = target.iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect();
            assert_eq!(healed.keys().collect::<Vec<_>>(), BTreeMap::keys(&expected).collect::<Vec<_>>());
            assert!(healed == expected, "round {round}: healed files differ");
            assert!(compare(target, out).expect("comparable").is_fresh());
        }
    }
    assert!(cut_off >= 10, "only {cut_off} of 40 kills fell into a run: the test no longer tests what it says");
}

/// Two runs at once end in the state of one of them, whole and healthy.
#[test]
fn two_writers_at_once_do_not_harm_each_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path();
    let trees: Vec<Tree> = (0..GENERATIONS).map(generation).collect();
    std::thread::scope(|scope| {
        for start in 0..2 {
            let trees = &trees;
            scope.spawn(move || {
                for round in 0..15 {
                    let tree = &trees[(start + round) % GENERATIONS];
                    // A folder may vanish while it is listed; a run that meets this says so and can be repeated.
                    let Ok(drift) = compare(tree, out) else { continue };
                    if drift.conflicts.is_empty() {
                        write(tree, out, &drift).expect("writable beside another writer");
                    }
                }
            });
        }
    });
    let drift = compare(&trees[0], out).expect("comparable");
    assert!(drift.conflicts.is_empty() && drift.foreign.is_empty(), "{drift:?}");
    write(&trees[0], out, &drift).expect("heals");
    assert!(compare(&trees[0], out).expect("comparable").is_fresh());
}

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
