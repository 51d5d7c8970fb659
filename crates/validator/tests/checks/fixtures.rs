//! Loading: what is a fixture, and what is said about a file that is none.

use methodic_validator::fixtures::{load, scan};
use methodic_validator::{Expectation, FindingKind, LoadError};
use serde_json::json;

use crate::support::Desk;

/// What a scan says about one file, without the temporary folder's name.
fn complaint(relative: &str, bytes: impl AsRef<[u8]>) -> String {
    let desk = Desk::new();
    desk.write(relative, bytes);
    let scan = scan(desk.path("fixtures")).expect("a folder");
    assert_eq!(scan.fixtures, [], "a faulty file is no fixture");
    let [finding] = scan.findings.as_slice() else { panic!("expected one finding: {:?}", scan.findings) };
    assert_eq!(finding.kind, FindingKind::Fixture);
    let root = format!("{}/", desk.path("fixtures").display());
    finding.to_string().strip_prefix(&root).expect("the path starts with the folder as given").to_owned()
}

#[test]
fn loads_both_kinds_in_the_order_of_their_paths() {
    let desk = Desk::new();
    desk.write("fixtures/turn-steer/accept/minimal.json", "{ \"id\": 1,\n \"method\": \"turn/steer\" }\n");
    desk.write(
        "fixtures/turn-steer/reject/bad.json",
        r#"{ "expect": { "pointer": "/params/a", "keyword": "type", "rust": "/params/a/b" }, "message": { "id":  2 } }"#,
    );
    desk.reject("approve", "empty", "", "required", json!({}));
    desk.write("fixtures/.DS_Store", "left alone");
    let fixtures = load(desk.path("fixtures")).expect("all are fixtures");
    let names: Vec<_> = fixtures.iter().map(|fixture| fixture.path.rsplit("fixtures/").next().unwrap()).collect();
    assert_eq!(names, ["approve/reject/empty.json", "turn-steer/accept/minimal.json", "turn-steer/reject/bad.json"]);
    assert_eq!(fixtures[1].expectation, Expectation::Accept);
    assert_eq!(fixtures[1].label(), "turn/steer");
    assert_eq!(fixtures[1].text, "{ \"id\": 1,\n \"method\": \"turn/steer\" }\n");
    assert_eq!(
        fixtures[2].expectation,
        Expectation::Reject { pointer: "/params/a".into(), keyword: "type".into(), rust: Some("/params/a/b".into()) }
    );
    assert_eq!(fixtures[2].message, json!({ "id": 2 }));
    assert_eq!(fixtures[2].text, "{ \"id\":  2 }", "the text is the message's alone, as spelled");
    assert_eq!(fixtures[2].label(), "turn-steer", "without a method the folder is the label");
}

#[test]
fn says_where_a_file_is_not_json() {
    assert_eq!(
        complaint("fixtures/a/accept/x.json", "{\n  \"id\": 1,,\n}"),
        "a/accept/x.json:2:11: not JSON: key must be a string"
    );
    assert_eq!(
        complaint("fixtures/a/reject/x.json", "{ \"expect\": "),
        "a/reject/x.json:1:12: not JSON: EOF while parsing a value"
    );
    assert_eq!(complaint("fixtures/a/accept/x.json", ""), "a/accept/x.json:1:1: not JSON: EOF while parsing a value");
    assert_eq!(
        complaint("fixtures/a/accept/x.json", b"{\n \"id\": \"\xff\" }"),
        "a/accept/x.json:2:9: not JSON: a byte that is not UTF-8"
    );
}

#[test]
fn says_what_a_reject_lacks() {
    let form = "a reject is { \"expect\": { \"pointer\", \"keyword\" }, \"message\": … }";
    assert_eq!(
        complaint("fixtures/a/reject/x.json", r#"{ "message": {} }"#),
        format!("a/reject/x.json:1:17: {form}: missing field `expect`")
    );
    assert_eq!(
        complaint("fixtures/a/reject/x.json", r#"{ "expect": { "pointer": "" }, "message": {} }"#),
        format!("a/reject/x.json:1:29: {form}: missing field `keyword`")
    );
    let typo = complaint("fixtures/a/reject/x.json", r#"{ "expect": { "pionter": "" }, "message": {} }"#);
    assert!(typo.contains("unknown field `pionter`"), "{typo}");
}

#[test]
fn refuses_pointers_and_keywords_that_can_never_match() {
    let with =
        |expect: &str| complaint("fixtures/a/reject/x.json", format!(r#"{{ "expect": {expect}, "message": {{}} }}"#));
    assert_eq!(
        with(r#"{ "pointer": "params", "keyword": "type" }"#),
        "a/reject/x.json: `expect.pointer` is \"params\": expected a JSON pointer into the message, such as \"/params\" or \"\""
    );
    assert_eq!(
        with(r##"{ "pointer": "", "keyword": "type", "rust": "#/params" }"##),
        "a/reject/x.json: `expect.rust` is \"#/params\": expected a JSON pointer into the message, such as \"/params\" or \"\""
    );
    assert_eq!(
        with(r#"{ "pointer": "", "keyword": " " }"#),
        "a/reject/x.json: `expect.keyword` is empty: expected the schema keyword that refuses, such as \"required\""
    );
}

#[test]
fn a_message_beyond_what_a_value_can_hold_is_a_finding_and_no_crash() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let said = complaint("fixtures/a/accept/x.json", &deep);
    assert!(said.starts_with("a/accept/x.json:1:128: not JSON: recursion limit exceeded"), "{said}");
    let wrapped = format!(r#"{{ "expect": {{ "pointer": "", "keyword": "type" }}, "message": {deep} }}"#);
    let said = complaint("fixtures/a/reject/x.json", wrapped);
    assert!(said.contains("recursion limit exceeded"), "{said}");
    let huge = r#"{ "expect": { "pointer": "", "keyword": "type" }, "message": 1e999 }"#;
    assert_eq!(
        complaint("fixtures/a/reject/x.json", huge),
        "a/reject/x.json: `message` is not JSON: number out of range"
    );
}

#[test]
fn names_files_and_folders_in_the_wrong_place() {
    let beside = "a file beside the method folders; fixtures are METHOD/accept/*.json and METHOD/reject/*.json";
    assert_eq!(complaint("fixtures/note.txt", "x"), format!("note.txt: not a fixture: {beside}"));
    let inside = "a method folder holds the folders `accept` and `reject`, nothing else";
    assert_eq!(complaint("fixtures/a/x.json", "{}"), format!("a/x.json: not a fixture: {inside}"));
    assert_eq!(complaint("fixtures/a/accepted/x.json", "{}"), format!("a/accepted: not a fixture: {inside}"));
    let json = "a fixture is a file named *.json";
    assert_eq!(complaint("fixtures/a/accept/x.jsonc", "{}"), format!("a/accept/x.jsonc: not a fixture: {json}"));
    assert_eq!(complaint("fixtures/a/accept/b/x.json", "{}"), format!("a/accept/b: not a fixture: {json}"));
}

#[test]
fn load_fails_with_every_fault_at_once() {
    let desk = Desk::new();
    desk.accept("a", "good", json!({}));
    desk.write("fixtures/a/accept/bad.json", "{");
    desk.write("fixtures/stray", "");
    let error = load(desk.path("fixtures")).expect_err("two faults");
    let LoadError::Faulty { findings } = &error else { panic!("{error:?}") };
    assert_eq!(findings.len(), 2);
    let text = error.to_string();
    assert!(text.starts_with("2 fixture files cannot be used:\n  "), "{text}");
    assert!(text.contains("bad.json:1:1: not JSON") && text.contains("stray: not a fixture"), "{text}");
}

#[test]
fn a_missing_folder_is_an_error_that_says_what_belongs_there() {
    let desk = Desk::new();
    let error = load(desk.path("fixtures")).expect_err("no folder");
    assert!(matches!(error, LoadError::NoFolder { .. }));
    let text = error.to_string();
    assert!(text.ends_with("expected a folder that holds METHOD/accept/*.json and METHOD/reject/*.json"), "{text}");
    desk.write("fixtures", "a file");
    assert!(matches!(load(desk.path("fixtures")), Err(LoadError::NoFolder { .. })));
}
