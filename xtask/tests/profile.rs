//! `cargo xtask codegen --profile` as a client's author runs it: a copy, its check, and what goes wrong.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const PROFILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/app-server-protocol/profiles/editor.toml");

/// The exit code and what was printed, standard error last.
fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let Output { status, stdout, stderr } = command.current_dir(folder).args(args).output().expect("starts");
    (status.code(), String::from_utf8([stdout, stderr].concat()).expect("UTF-8"))
}

#[test]
fn a_copy_is_written_checked_and_mended() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let codegen = |more: &[&str]| {
        run(folder.path(), &[&["codegen", "--profile", PROFILE, "--out", "src/protocol"], more].concat())
    };
    let (code, text) = codegen(&[]);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.ends_with("written: src/protocol is up to date\n"), "{text}");
    let lock = fs::read(folder.path().join("src/protocol/profile.lock.json")).expect("a lock");
    let lock: Value = serde_json::from_slice(&lock).expect("JSON");
    assert_eq!(lock["protocol"]["hash"].as_str().map(str::len), Some(64));
    assert_eq!(codegen(&["--check"]).0, Some(0));

    // Somebody's own file beside it is named and stays.
    let own = folder.path().join("src/protocol/own.ts");
    fs::write(&own, "export {};\n").expect("writable");
    let turn = folder.path().join("src/protocol/types/Turn.d.ts");
    fs::write(&turn, "export type Turn = any;\n").expect("writable");
    let (code, text) = codegen(&["--check"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("-export type Turn = any;") && text.contains("own.ts"), "{text}");
    assert!(text.contains(&format!("cargo xtask codegen --profile {PROFILE} --out src/protocol")), "{text}");
    assert_eq!(codegen(&[]).0, Some(0));
    assert!(own.is_file() && codegen(&["--check"]).0 == Some(0));

    // Another layout leaves nothing of the first behind.
    assert_eq!(codegen(&["--layout", "flat", "--import-ext", "ts"]).0, Some(0));
    assert!(!turn.exists() && folder.path().join("src/protocol/types.ts").is_file());
    let (code, text) = codegen(&["--layout", "flat", "--import-ext", "ts", "--check"]);
    assert_eq!(code, Some(0), "{text}");
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("p.toml"), "methods = [\"turn/strat\"]\n").expect("writable");
    fs::write(folder.path().join("h.txt"), "not a comment\n").expect("writable");
    for (args, says) in [
        (
            &["--profile", "p.toml", "--out", "copy"][..],
            "p.toml: `turn/strat` chooses no method; did you mean `turn/start`?",
        ),
        (&["--profile", "gone.toml", "--out", "copy"], "could not read `gone.toml`"),
        (&["--profile", PROFILE, "--out", "copy", "--header", "h.txt"], "h.txt: `not a comment` is no comment"),
        (&["--profile", PROFILE, "--out", ".."], "`..` is no folder that a copy could have for itself"),
        (&["--profile", PROFILE], "--out <DIR>"),
        (&["--layout", "flat", "--out", "copy"], "--profile <FILE>"),
    ] {
        let (code, text) = run(folder.path(), &[&["codegen"], args].concat());
        assert_eq!(code, Some(2), "{text}");
        assert!(text.contains(says), "{text}");
    }
    assert!(!folder.path().join("copy").exists());
}
