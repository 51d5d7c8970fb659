//! `methodic validate` as a process: what a person, a program and a pull request see of a small set of bad messages.
//!
//! The expected outputs are files in `tests/golden`; `BLESS=1 cargo test -p methodic-cli` writes them anew.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// One message a line; what is wrong with each stands in the golden files.
const MESSAGES: &str = r#"{"id":1,"method":"note/add","params":{"title":"a","body":{"type":"text","text":"b"}}}
{"id":2,"method":"note/add","params":{"title":5,"body":{"type":"image","url":7}}}
{"id":3,"method":"note/add","params":{"title":"a","body":{"type":"txt","text":"b"}}}
{"id":4,"method":"note/add","params":{}}
{"id":5,"method":"note/ad","params":{}}
{"id":6,"method":"note/share","params":{}}
{"id":7,"method":"note/add","params":{"tit
{"id":8,"result":{"noteId":1}}
{"id":9,"error":{"code":-32600,"message":"no"}}
{"id":null,"method":"note/add","params":{"title":"a","body":{"type":"text","text":"b"}},"extra":1}
"#;

/// A folder with both surfaces of a protocol of notes, and the messages.
fn workplace() -> TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let form = |tag: &str, member: &str| {
        json!({ "type": "object", "required": ["type", member], "properties": {
            "type": { "type": "string", "enum": [tag] }, member: { "type": "string" } } })
    };
    for (folder, surface) in [("schema", "stable"), ("schema/experimental", "experimental")] {
        let row = |method: &str| {
            json!({ "method": method, "kind": "request", "direction": "client-to-server", "stability": "stable",
                "params": "v2/NoteAddParams", "result": "v2/NoteAddResponse" })
        };
        let methods =
            if surface == "stable" { vec![row("note/add")] } else { vec![row("note/add"), row("note/share")] };
        let protocol = json!({ "name": "notes", "title": "Notes", "version": "1.0.0", "hash": "abc" });
        write(
            dir.path(),
            &format!("{folder}/methods.json"),
            &json!({
            "protocol": protocol, "surface": surface, "methods": methods })
            .to_string(),
        );
        write(
            dir.path(),
            &format!("{folder}/notes.schemas.json"),
            &json!({
            "$schema": "http://json-schema.org/draft-07/schema#",
            "x-protocol": { "name": "notes", "version": "1.0.0", "hash": "abc", "surface": surface },
            "definitions": { "v2": {
                "NoteAddParams": { "type": "object", "required": ["title", "body"], "properties": {
                    "title": { "type": "string" }, "body": { "$ref": "#/definitions/v2/Body" } } },
                "NoteAddResponse": { "type": "object", "required": ["noteId"], "properties": {
                    "noteId": { "type": "string" } } },
                "Body": { "oneOf": [form("text", "text"), form("image", "url")] },
            } } })
            .to_string(),
        );
    }
    write(dir.path(), "messages.ndjson", MESSAGES);
    dir
}

fn write(dir: &Path, relative: &str, text: &str) {
    let path = dir.join(relative);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// Runs `methodic validate` in a workplace: exit code, standard output, standard error.
fn run(dir: &Path, args: &[&str], input: &str) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_methodic"))
        .current_dir(dir)
        .arg("validate")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    // One that reads no standard input may be gone before it is written.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

/// Compares an output with a file a person can read, or writes the file.
fn golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, found).expect("a golden file");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let mend = "if the new output is right: BLESS=1 cargo test -p methodic-cli";
    if name.ends_with(".json") {
        // The order of members is the build's: a feature of serde_json that any crate may switch on.
        let [expected, found] = [&expected, found].map(|text| serde_json::from_str::<Value>(text).expect("JSON"));
        assert_eq!(expected, found, "{name} differs; {mend}");
    } else {
        assert_eq!(expected, found, "{name} differs; {mend}");
    }
}

#[test]
fn a_person_sees_a_line_for_each_finding() {
    let dir = workplace();
    let (code, out, err) = run(dir.path(), &["messages.ndjson"], "");
    assert_eq!((code, err.as_str()), (1, ""));
    golden("validate.txt", &out);
}

#[test]
fn a_program_sees_every_part_as_a_field() {
    let dir = workplace();
    let (code, out, _) = run(dir.path(), &["--format", "json", "messages.ndjson"], "");
    assert_eq!(code, 1);
    golden("validate.json", &out);
    let (code, out, _) = run(dir.path(), &["--format", "json"], MESSAGES.lines().next().expect("a line"));
    let report: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, report), (0, json!({ "findings": [], "messages": 1, "valid": 1 })));
}

#[test]
fn a_pull_request_sees_annotations() {
    let dir = workplace();
    let (code, out, _) = run(dir.path(), &["--format", "github", "messages.ndjson"], "");
    assert_eq!(code, 1);
    golden("validate.github.txt", &out);
}

#[test]
fn standard_input_is_read_by_name_or_without_files() {
    let dir = workplace();
    let good = MESSAGES.lines().next().expect("a line");
    for args in [&[][..], &["-"]] {
        assert_eq!(run(dir.path(), args, good), (0, "1 message, 1 valid\n".into(), String::new()));
    }
    let (code, out, _) = run(dir.path(), &["-", "messages.ndjson"], "{\"method\": 5}");
    assert_eq!(code, 1);
    assert!(
        out.starts_with("<stdin>:1:12: at /method (type): expected a string, found 5\nmessages.ndjson:2:"),
        "{out}"
    );
}

#[test]
fn positions_are_those_of_the_values_inside_pretty_printed_json() {
    let dir = workplace();
    let message = "{\n  \"id\": 1,\n  \"method\": \"note/add\",\n  \"params\": {\n    \"title\": \"a\",\n    \"body\": {\n      \
        \"type\": \"image\",\n      \"url\": 7\n    }\n  }\n}\n";
    write(dir.path(), "pretty.json", &format!("\n{message}{message}"));
    let (code, out, _) = run(dir.path(), &["pretty.json"], "");
    let expected = "\
pretty.json:9:14: note/add at /params/body/url (type): expected string, found 7
    notes.schemas.json#/definitions/v2/Body/oneOf/1/properties/url/type
pretty.json:20:14: note/add at /params/body/url (type): expected string, found 7
    notes.schemas.json#/definitions/v2/Body/oneOf/1/properties/url/type
2 messages, 0 valid, 2 findings
";
    assert_eq!((code, out.as_str()), (1, expected));
}

#[test]
fn what_names_no_method_is_checked_as_what_is_said() {
    let dir = workplace();
    let valid = "1 message, 1 valid\n";
    for (target, input) in [
        ("note/add.result", "{\"id\":1,\"result\":{\"noteId\":\"n\"}}"),
        ("note/add.result", "{\"noteId\":\"n\"}"),
        ("note/add.params", "{\"title\":\"a\",\"body\":{\"type\":\"text\",\"text\":\"b\"}}"),
        ("v2/Body", "{\"type\":\"text\",\"text\":\"b\"}"),
    ] {
        assert_eq!(run(dir.path(), &["--as", target], input), (0, valid.into(), String::new()), "{target}");
    }
    let (code, out, err) = run(dir.path(), &["--as", "note/ad.params"], "{}");
    let expected = "error: `note/ad.params` is no payload: notes has no method `note/ad`; nearest is `note/add`\n";
    assert_eq!((code, out.as_str(), err.as_str()), (2, "", expected));
}

#[test]
fn the_surface_is_chosen_by_name() {
    let dir = workplace();
    let share =
        "{\"id\":1,\"method\":\"note/share\",\"params\":{\"title\":\"a\",\"body\":{\"type\":\"text\",\"text\":\"b\"}}}";
    assert_eq!(run(dir.path(), &["--surface", "experimental"], share).0, 0);
    assert_eq!(run(dir.path(), &["--surface", "experimental", "--schema", "schema/experimental"], share).0, 0);
    let (code, out, _) = run(dir.path(), &["--surface", "stable"], share);
    assert_eq!(code, 1);
    assert!(out.contains("the experimental one has it (--surface experimental)"), "{out}");
    let (code, _, err) = run(dir.path(), &["--surface", "stable", "--schema", "schema/experimental"], share);
    assert_eq!(code, 2);
    assert!(err.contains("expected the stable surface, found the experimental one"), "{err}");
}

#[test]
fn input_without_a_value_is_a_finding() {
    let dir = workplace();
    let (code, out, _) = run(dir.path(), &[], " \n\n");
    let expected = "<stdin>: no JSON value in it: expected messages, one a line or one after the other\n\
        0 messages, 0 valid, 1 finding\n";
    assert_eq!((code, out.as_str()), (1, expected));
}

#[test]
fn findings_beyond_the_limit_are_counted() {
    let dir = workplace();
    let input = "{\"method\": 5}\n".repeat(130);
    let (code, out, _) = run(dir.path(), &[], &input);
    assert_eq!((code, out.lines().count()), (1, 102));
    assert!(
        out.ends_with("and 30 more (--max-findings 130 shows them)\n130 messages, 0 valid, 130 findings\n"),
        "{out}"
    );
    let (_, out, _) = run(dir.path(), &["--max-findings", "1", "--format", "json"], &input);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((&report["more"], report["findings"].as_array().map(Vec::len)), (&json!(129), Some(1)));
}

#[test]
fn findings_are_printed_while_the_input_goes_on() {
    use std::io::{BufRead as _, BufReader};
    let dir = workplace();
    let mut child = Command::new(env!("CARGO_BIN_EXE_methodic"))
        .current_dir(dir.path())
        .arg("validate")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for line in 1..=3 {
        input.write_all(b"{\"method\": 5}\n").expect("it reads");
        let mut found = String::new();
        output.read_line(&mut found).expect("it writes");
        assert_eq!(found, format!("<stdin>:{line}:12: at /method (type): expected a string, found 5\n"));
    }
    drop(input);
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
}

#[test]
fn what_stops_it_is_said_before_anything_is_printed() {
    let dir = workplace();
    for (args, expected) in [
        (&["messages.ndjson", "absent.json"][..], "error: cannot read absent.json: "),
        (&["schema"], "error: schema is a folder: expected files, such as schema/*.json"),
        (&["--schema", "absent"], "error: no schema folder at absent; run: cargo xtask codegen"),
    ] {
        let (code, out, err) = run(dir.path(), args, "");
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(err.starts_with(expected), "{err}");
    }
    fs::remove_file(dir.path().join("schema/methods.json")).unwrap();
    let (code, _, err) = run(dir.path(), &[], "");
    assert_eq!(code, 2);
    assert!(err.starts_with("error: schema/methods.json is missing: beside notes.schemas.json it says which"), "{err}");
}
