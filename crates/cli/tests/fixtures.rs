//! `methodic fixtures` as a process: what it prints in each format, and the exit code for each outcome.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

fn write(dir: &Path, relative: &str, text: &str) {
    let path = dir.join(relative);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// A protocol of one method, `ping`, with fixtures that cover it.
fn workplace() -> TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let methods = json!({
        "protocol": { "name": "desk", "title": "Desk" }, "surface": "stable",
        "methods": [{ "method": "ping", "kind": "request", "direction": "client-to-server", "stability": "stable",
            "params": "v2/PingParams", "result": "v2/PingResponse" }],
    });
    let bundle = json!({ "$schema": "http://json-schema.org/draft-07/schema#", "definitions": {
        "PingParams": { "type": "object", "required": ["text"], "properties": { "text": { "type": "string" } } },
        "PingResponse": { "type": "object" },
    } });
    write(dir.path(), "schema/methods.json", &methods.to_string());
    write(dir.path(), "schema/desk.v2.schemas.json", &bundle.to_string());
    write(
        dir.path(),
        "fixtures/ping/accept/minimal.json",
        r#"{ "id": 1, "method": "ping", "params": { "text": "a" } }"#,
    );
    write(dir.path(), "fixtures/ping/accept/result.json", r#"{ "id": 1, "result": {} }"#);
    write(
        dir.path(),
        "fixtures/ping/reject/no-text.json",
        r#"{ "expect": { "pointer": "/params", "keyword": "required" }, "message": { "id": 1, "method": "ping", "params": {} } }"#,
    );
    dir
}

fn methodic(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_methodic")).current_dir(dir).args(args).output().expect("the binary runs")
}

/// Runs `methodic fixtures` in a workplace: exit code, standard output, standard error.
fn run(dir: &Path, more: &[&str]) -> (i32, String, String) {
    let args = [&["fixtures", "--schema", "schema", "--fixtures", "fixtures"], more].concat();
    let output = methodic(dir, &args);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

/// Adds one fixture of each fault: a refused accept, a file that is not JSON.
fn break_two(dir: &Path) {
    write(dir, "fixtures/ping/accept/number.json", r#"{ "id": 1, "method": "ping", "params": { "text": 5 } }"#);
    write(dir, "fixtures/ping/accept/torn.json", "{\n \"id\"");
}

#[test]
fn clean_fixtures_are_one_line_and_exit_code_0() {
    let dir = workplace();
    assert_eq!(run(dir.path(), &[]), (0, "3 fixtures, 1 method, 0 findings\n".into(), String::new()));
}

#[test]
fn findings_are_lines_and_exit_code_1() {
    let dir = workplace();
    break_two(dir.path());
    let expected = "\
fixtures/ping/accept/number.json: ping at /params/text (type): expected string, found 5
    desk.v2.schemas.json#/definitions/PingParams/properties/text/type
fixtures/ping/accept/torn.json:2:5: not JSON: EOF while parsing an object
4 fixtures, 1 method, 2 findings
";
    assert_eq!(run(dir.path(), &[]), (1, expected.into(), String::new()));
}

#[test]
fn missing_coverage_is_a_finding() {
    let dir = workplace();
    fs::remove_dir_all(dir.path().join("fixtures/ping/reject")).unwrap();
    let (code, out, _) = run(dir.path(), &[]);
    assert_eq!(code, 1);
    assert!(out.starts_with("fixtures/ping/reject: ping: no reject fixture at all"), "{out}");
}

#[test]
fn json_is_one_object_with_all_that_is_known() {
    let dir = workplace();
    let (code, out, _) = run(dir.path(), &["--format", "json"]);
    let clean: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, clean), (0, json!({ "findings": [], "fixtures": 3, "methods": 1 })));
    break_two(dir.path());
    let (code, out, _) = run(dir.path(), &["--format", "json"]);
    let found: Value = serde_json::from_str(&out).expect("JSON");
    let expected = json!({ "fixtures": 4, "methods": 1, "findings": [
        { "file": "fixtures/ping/accept/number.json", "method": "ping", "pointer": "/params/text", "keyword": "type",
          "schema": "desk.v2.schemas.json#/definitions/PingParams/properties/text/type", "expected": "string",
          "found": "5", "message": "expected string, found 5", "kind": "accept-refused" },
        { "file": "fixtures/ping/accept/torn.json", "position": { "line": 2, "column": 5 },
          "message": "not JSON: EOF while parsing an object", "kind": "fixture" },
    ] });
    assert_eq!((code, found), (1, expected));
}

#[test]
fn github_format_is_one_workflow_command_a_finding() {
    let dir = workplace();
    break_two(dir.path());
    let expected = "\
::error file=fixtures/ping/accept/number.json,title=ping::ping at /params/text (type): expected string, found 5%0Adesk.v2.schemas.json#/definitions/PingParams/properties/text/type
::error file=fixtures/ping/accept/torn.json,line=2,col=5,title=methodic::not JSON: EOF while parsing an object
4 fixtures, 1 method, 2 findings
";
    assert_eq!(run(dir.path(), &["--format", "github"]), (1, expected.into(), String::new()));
}

#[test]
fn the_folder_experimental_is_the_whole_surface() {
    let dir = workplace();
    let from = dir.path().join("schema");
    let to = from.join("experimental");
    fs::create_dir(&to).unwrap();
    fs::copy(from.join("desk.v2.schemas.json"), to.join("desk.v2.schemas.json")).unwrap();
    let table = fs::read_to_string(from.join("methods.json")).unwrap();
    let mut table: Value = serde_json::from_str(&table).unwrap();
    table["surface"] = "experimental".into();
    let mut second = table["methods"][0].clone();
    second["method"] = "ping/later".into();
    table["methods"].as_array_mut().unwrap().push(second);
    write(&to, "methods.json", &table.to_string());
    let (code, out, _) = run(dir.path(), &[]);
    assert_eq!(code, 1, "the experimental method has no fixtures");
    assert!(out.contains("fixtures/ping-later/accept: ping/later: no accept fixture of a call"), "{out}");
    assert!(out.ends_with("3 fixtures, 2 methods, 3 findings\n"), "{out}");
}

#[test]
fn what_stops_the_command_is_said_on_the_error_stream_with_exit_code_2() {
    let dir = workplace();
    let absent = methodic(dir.path(), &["fixtures", "--schema", "absent", "--fixtures", "fixtures"]);
    assert_eq!(absent.status.code(), Some(2));
    assert!(absent.stdout.is_empty());
    let text = String::from_utf8(absent.stderr).unwrap();
    assert!(text.starts_with("error: no schema folder at absent; run: cargo xtask codegen"), "{text}");

    fs::remove_dir_all(dir.path().join("fixtures")).unwrap();
    let (code, out, text) = run(dir.path(), &[]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(text.starts_with("error: no fixtures at fixtures: expected a folder"), "{text}");

    fs::write(dir.path().join("schema/methods.json"), "{}").unwrap();
    let (code, _, text) = run(dir.path(), &[]);
    assert_eq!(code, 2);
    assert!(text.contains("missing field `protocol`"), "{text}");
}

#[test]
fn misuse_is_exit_code_2_with_what_was_expected() {
    let dir = workplace();
    let (code, _, text) = run(dir.path(), &["--format", "xml"]);
    assert_eq!(code, 2);
    assert!(text.contains("[possible values: human, json, github]"), "{text}");
    let output = methodic(dir.path(), &["fixtures"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("--schema <DIR>"));
}

#[test]
fn help_has_examples_and_the_exit_codes() {
    let dir = workplace();
    let output = methodic(dir.path(), &["fixtures", "--help"]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    for part in ["EXAMPLES:", "methodic fixtures --schema schema", "Exit codes: 0 clean, 1 findings, 2 could not run."]
    {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let dir = workplace();
    // More than a pipe holds, so that the write meets the closed end.
    for index in 0..2000 {
        let file = format!("fixtures/ping/accept/bad-{index}.json");
        write(dir.path(), &file, r#"{ "id": 1, "method": "ping", "params": { "text": 5 } }"#);
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_methodic"))
        .current_dir(dir.path())
        .args(["fixtures", "--schema", "schema", "--fixtures", "fixtures"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(1), String::new()));
}
