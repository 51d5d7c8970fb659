//! `methodic bundle` as a process: folders of two surfaces, single files, and what cannot be read.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

fn write(dir: &Path, relative: &str, content: &Value) {
    let path = dir.join(relative);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, content.to_string()).expect("a file");
}

/// A sound protocol of one method on both surfaces.
fn workplace() -> TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for (folder, surface) in [("schema", "stable"), ("schema/experimental", "experimental")] {
        let methods = json!({
            "protocol": { "name": "desk", "title": "Desk" }, "surface": surface,
            "methods": [{ "method": "ping", "kind": "request", "direction": "client-to-server", "stability": "stable",
                "params": "v2/PingParams", "result": "v2/PingResponse" }],
        });
        let definitions = json!({ "PingParams": { "type": "object" }, "PingResponse": { "type": "object" } });
        write(dir.path(), &format!("{folder}/methods.json"), &methods);
        write(
            dir.path(),
            &format!("{folder}/desk.v2.schemas.json"),
            &json!({ "$schema": DRAFT, "definitions": definitions }),
        );
        write(dir.path(), &format!("{folder}/v2/PingParams.json"), &json!({ "$schema": DRAFT, "type": "object" }));
        write(dir.path(), &format!("{folder}/openrpc.json"), &json!({ "openrpc": "1.3.2" }));
    }
    dir
}

fn run(dir: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_methodic"))
        .current_dir(dir)
        .arg("bundle")
        .args(args)
        .output()
        .expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_sound_folder_has_nothing_to_report() {
    let dir = workplace();
    assert_eq!(run(dir.path(), &["schema"]), (Some(0), "4 files, 0 findings\n".into(), String::new()));
    let (code, out, _) = run(dir.path(), &["--format", "json", "schema/desk.v2.schemas.json"]);
    assert_eq!((code, serde_json::from_str(&out).ok()), (Some(0), Some(json!({ "findings": [], "files": 1 }))));
}

#[test]
fn both_surfaces_and_the_table_beside_a_bundle_are_read() {
    let dir = workplace();
    let broken = json!({ "$schema": DRAFT, "definitions": { "PingParams": {}, "PingResponse": {}, "Lost": {} } });
    write(dir.path(), "schema/experimental/desk.v2.schemas.json", &broken);
    let expected = "schema/experimental/desk.v2.schemas.json: at /definitions/Lost (definitions): \
                    expected a method, a message or another definition to lead to `Lost`, found none\n";
    let (code, out, _) = run(dir.path(), &["schema"]);
    assert_eq!((code, out), (Some(1), format!("{expected}4 files, 1 finding\n")));
    // A definition that has a file of its own is published by that.
    write(dir.path(), "schema/experimental/v2/Lost.json", &json!({ "$schema": DRAFT }));
    assert_eq!(run(dir.path(), &["schema"]).0, Some(0));
    let gone = json!({ "$schema": DRAFT, "definitions": { "PingParams": {} } });
    write(dir.path(), "schema/desk.v2.schemas.json", &gone);
    let (code, out, _) = run(dir.path(), &["schema/desk.v2.schemas.json"]);
    assert_eq!(code, Some(1));
    assert!(out.contains("ping (result): methods.json: expected a definition of this bundle as its result"), "{out}");
}

#[test]
fn notes_are_no_findings() {
    let dir = workplace();
    let twin = json!({ "type": "object", "properties": { "a": {} } });
    let twins = json!({ "$schema": DRAFT, "definitions": { "PingParams": twin, "PingResponse": twin } });
    write(dir.path(), "schema/desk.v2.schemas.json", &twins);
    let (code, out, _) = run(dir.path(), &["--notes", "schema"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("note: at /definitions/PingParams (definitions): `PingParams` says the same as"), "{out}");
}

#[test]
fn what_cannot_be_read_is_said_and_ends_with_2() {
    let dir = workplace();
    fs::write(dir.path().join("schema/torn.json"), "{\n \"type\"").expect("a file");
    fs::create_dir(dir.path().join("empty")).expect("a folder");
    for (path, expected) in [
        ("schema", "schema/torn.json is not JSON: EOF while parsing an object at line 2 column 7"),
        ("gone.json", "cannot read gone.json: No such file or directory"),
        ("empty", "no schema in empty: expected files named *.json"),
    ] {
        let (code, _, said) = run(dir.path(), &[path]);
        assert_eq!(code, Some(2), "{path}");
        assert!(said.contains(expected), "{path}: {said}");
    }
}
