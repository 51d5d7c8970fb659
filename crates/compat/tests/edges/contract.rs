//! What a side of a comparison may be read from, and what is said when it cannot.

use methodic_compat::{
    Contract, ContractError, Direction, Kind, Level, Memory, Method, Options, Proof, Stability, Surface, compare,
};
use serde_json::{Value, json};

fn lines(contract: &Contract) -> Vec<String> {
    let line = |method: &Method| {
        let arrow = match method.direction {
            Direction::ClientToServer => "→",
            Direction::ServerToClient => "←",
        };
        let kind = match method.kind {
            Kind::Request => "?",
            Kind::Notification => "!",
        };
        let part = |pointer: &Option<String>| pointer.as_deref().unwrap_or("-").replace("/definitions/", "");
        let optional = if method.params.is_some() && !method.params_required { " (optional)" } else { "" };
        format!("{arrow}{kind} {} {}{optional} {}", method.name, part(&method.params), part(&method.result))
    };
    contract.methods.iter().map(line).collect()
}

fn folder(files: &[(&str, Value)]) -> Memory {
    files.iter().map(|(path, value)| ((*path).to_owned(), value.to_string())).collect()
}

fn table() -> Value {
    json!({ "protocol": { "name": "desk", "title": "Desk" }, "surface": "stable", "methods": [
        { "method": "ping", "kind": "request", "direction": "client-to-server", "stability": "stable",
          "params": "v2/PingParams", "result": "v1/PingResponse" },
        { "method": "bell", "kind": "notification", "direction": "server-to-client", "stability": "deprecated" },
    ] })
}

fn bundle() -> Value {
    json!({ "definitions": { "PingResponse": {}, "v2": { "PingParams": { "type": "object" } } } })
}

fn from_bundle(document: Value) -> Result<Contract, ContractError> {
    Contract::from_bundle("x.json", document, None)
}

#[test]
fn a_folder_is_read_by_its_table() {
    let files = folder(&[("methods.json", table()), ("desk.schemas.json", bundle())]);
    let contract = Contract::from_folder("schema", &files, Surface::Stable).expect("complete");
    assert_eq!(lines(&contract), ["→? ping v2/PingParams PingResponse", "←! bell - -"]);
    assert_eq!(contract.methods[1].stability, Stability::Deprecated);
    assert_eq!(contract.source.expect("read from a file").path, "desk.schemas.json");
    assert!(contract.notes.is_empty());
}

#[test]
fn params_are_as_optional_as_the_message_union_says() {
    let mut document = bundle();
    document["definitions"]["ClientRequest"] = json!({ "oneOf": [
        { "required": ["id", "method"], "properties": { "method": { "enum": ["ping"] }, "params": { "$ref": "#/definitions/v2/PingParams" } } },
    ] });
    let contract = Contract::from_bundle("schema", document, Some(table())).expect("complete");
    assert_eq!(lines(&contract)[0], "→? ping v2/PingParams (optional) PingResponse");
}

#[test]
fn the_whole_surface_lies_in_a_folder_of_its_own() {
    let mut whole = table();
    whole["methods"].as_array_mut().expect("rows").truncate(1);
    let files = folder(&[
        ("methods.json", table()),
        ("desk.schemas.json", bundle()),
        ("experimental/methods.json", whole),
        ("experimental/desk.schemas.json", bundle()),
    ]);
    let contract = Contract::from_folder("schema", &files, Surface::Experimental).expect("complete");
    assert_eq!(contract.methods.len(), 1);
    assert_eq!(contract.source.expect("read from a file").path, "experimental/desk.schemas.json");

    let without = folder(&[("methods.json", table()), ("desk.schemas.json", bundle())]);
    let contract = Contract::from_folder("schema", &without, Surface::Experimental).expect("complete");
    assert_eq!(
        contract.notes,
        ["no `experimental/methods.json`: the folder's own files are taken as everything there is"]
    );
}

#[test]
fn one_file_takes_the_table_beside_it_if_that_is_its_own() {
    let files =
        folder(&[("methods.json", table()), ("desk.schemas.json", bundle()), ("desk.v2.schemas.json", bundle())]);
    for name in ["desk.schemas.json", "desk.v2.schemas.json"] {
        assert!(!Contract::from_file("x", &files, name).expect("complete").inferred, "{name}");
    }
    let other =
        json!({ "$defs": { "ClientRequest": { "oneOf": [{ "properties": { "method": { "const": "a" } } }] } } });
    let files = folder(&[("methods.json", table()), ("other.json", other)]);
    assert!(Contract::from_file("x", &files, "other.json").expect("complete").inferred);
}

#[test]
fn without_a_table_the_unions_give_methods_and_names_give_results() {
    let document = json!({ "definitions": {
        "ClientRequest": { "oneOf": [
            { "title": "Thread/startRequest", "required": ["id", "method", "params"], "properties": {
                "method": { "enum": ["thread/start"] }, "params": { "$ref": "#/definitions/v2/ThreadStartParams" } } },
            { "required": ["id", "method"], "properties": { "method": { "enum": ["logout"] }, "params": { "type": "null" } } },
            { "required": ["id", "method"], "properties": { "method": { "enum": ["inline"] }, "params": { "type": "object" } } },
        ] },
        "ServerNotification": { "oneOf": [
            { "required": ["method", "params"], "x-experimental": "why", "properties": {
                "method": { "enum": ["started"] }, "params": { "allOf": [{ "$ref": "#/definitions/v2/Started" }] } } },
        ] },
        "v2": { "ThreadStartParams": { "type": "object" }, "ThreadStartResponse": { "type": "object" }, "Started": { "type": "object" } },
        "ThreadStartResponse": { "type": "null" },
        "LogoutAccountResponse": { "type": "null" },
    } });
    let contract = from_bundle(document.clone()).expect("has unions");
    assert_eq!(
        lines(&contract),
        [
            "→? thread/start v2/ThreadStartParams v2/ThreadStartResponse",
            "→? logout - -",
            "→? inline ClientRequest/oneOf/2/properties/params (optional) -",
            "←! started v2/Started -",
        ]
    );
    assert_eq!(contract.methods[3].stability, Stability::Experimental);
    assert_eq!(
        contract.notes,
        [
            "no methods.json: methods are those of `ClientRequest`, `ServerNotification`, results are found by their names",
            "no result is known for `inline`, `logout`: no definition is named for it",
        ]
    );

    // The other side knows what a name does not tell.
    let rows = json!([
        { "method": "logout", "kind": "request", "direction": "client-to-server", "result": "LogoutAccountResponse" },
    ]);
    let other = Contract::from_bundle("other", document, Some(rows)).expect("complete");
    let mut completed = contract;
    completed.complete_from(&other);
    assert_eq!(completed.methods[1].result.as_deref(), Some("/definitions/LogoutAccountResponse"));
    assert_eq!(
        completed.notes[1..],
        [
            "the results of `logout` are those that other names",
            "no result is known for `inline`: no definition is named for it"
        ]
    );
}

#[test]
fn unions_of_references_and_results_named_result_are_read() {
    let document = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {
        "ListToolsRequest": { "allOf": [{ "$ref": "#/$defs/Request" }, { "required": ["params"], "properties": {
            "method": { "const": "tools/list" }, "params": { "type": "object" } } }] },
        "Request": { "required": ["id", "method"], "properties": { "method": { "type": "string" } } },
        "ListToolsResult": { "type": "object" },
        "Requests": { "anyOf": [{ "$ref": "#/$defs/ListToolsRequest" }] },
        "ClientRequest": { "anyOf": [{ "$ref": "#/$defs/Requests" }] },
    } });
    let contract = from_bundle(document).expect("has a union");
    assert_eq!(
        lines(&contract),
        ["→? tools/list /$defs/ListToolsRequest/allOf/1/properties/params /$defs/ListToolsResult"]
    );
}

#[test]
fn a_union_that_names_no_sender_counts_for_both() {
    let document = json!({ "definitions": { "Message": { "oneOf": [
        { "required": ["id"], "properties": { "method": { "const": "a" } } },
        { "properties": { "method": { "const": "b" } } },
    ] } } });
    let contract = from_bundle(document).expect("has a union");
    assert_eq!(lines(&contract), ["→? a - -", "←? a - -", "→! b - -", "←! b - -"]);
    assert_eq!(contract.notes[1], "`Message` does not say who sends; both sides are taken to send it and to read it");
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    let bad = |files: &[(&str, &str)]| {
        let files: Memory = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        let error = Contract::from_folder("schema", &files, Surface::Stable).expect_err("must fail");
        error.help().map(|help| format!("{error}; {help}")).unwrap_or_else(|| error.to_string())
    };
    let table = table().to_string();
    for (files, expected) in [
        (
            vec![("readme.md", "")],
            "schema: neither `methods.json` nor a bundle (`*.schemas.json`) is there; name a folder of generated schema, or one bundle file",
        ),
        (
            vec![("a.schemas.json", "{}"), ("b.schemas.json", "{}"), ("b.v2.schemas.json", "{}")],
            "schema: several bundles and no `methods.json`: `a.schemas.json`, `b.schemas.json`; name one of the files",
        ),
        (
            vec![("a.schemas.json", "{")],
            "schema: `a.schemas.json` is no JSON: EOF while parsing an object at line 1 column 1",
        ),
        (
            vec![("a.schemas.json", "{}")],
            "schema: neither `definitions` nor `$defs`; expected a bundle of a protocol's definitions",
        ),
        (
            vec![("a.schemas.json", "{\"definitions\":{\"A\":{}}}")],
            "schema: no methods.json, and no definition is a union of messages (`oneOf` whose branches have a constant \
             `method`); name the folder that holds methods.json, or a bundle that defines ClientRequest, ServerRequest, \
             ClientNotification or ServerNotification",
        ),
        (vec![("methods.json", &table)], "schema: `desk.schemas.json` is missing"),
        (
            vec![("methods.json", "[]")],
            "schema: `methods.json` does not name its protocol at /protocol/name; name the bundle file instead of the folder",
        ),
        (
            vec![("methods.json", &table), ("desk.schemas.json", r#"{"definitions":{"v2":{"PingParam":{}}}}"#)],
            "schema: methods.json says that the params of `ping` is `v2/PingParams`, which the bundle does not define; the \
             nearest it has is `PingParam`; methods.json and the bundle are of different states; generate both anew",
        ),
    ] {
        assert_eq!(bad(&files), expected);
    }
    let row = json!([{ "method": "a", "kind": "call", "direction": "client-to-server" }]);
    let error = Contract::from_bundle("x", bundle(), Some(row)).expect_err("no such kind").to_string();
    assert!(error.starts_with("x: methods.json at /methods/0: unknown variant `call`, expected"), "{error}");
}

#[test]
fn references_that_never_end_are_no_messages() {
    let document = json!({ "definitions": { "ClientRequest": { "oneOf": [{ "$ref": "#/definitions/A" }] },
        "A": { "$ref": "#/definitions/B" }, "B": { "$ref": "#/definitions/A" } } });
    assert!(from_bundle(document).is_err());
    let document =
        json!({ "definitions": { "ClientRequest": { "oneOf": [{ "$ref": "#/definitions/ClientRequest" }] } } });
    assert!(from_bundle(document).is_err());
}

#[test]
fn params_that_the_envelope_comes_to_require_are_a_break() {
    let version = |required: Value| {
        let document = json!({ "definitions": { "P": { "type": "object" }, "ClientRequest": { "oneOf": [
            { "required": required, "properties": { "method": { "const": "a" }, "params": { "$ref": "#/definitions/P" } } },
        ] } } });
        from_bundle(document).expect("has a union")
    };
    let (free, bound) = (version(json!(["id", "method"])), version(json!(["id", "method", "params"])));
    let findings = compare(&free, &bound, &Options::default());
    assert_eq!((findings.len(), findings[0].rule, findings[0].level), (1, "params-became-required", Level::Wire));
    let Proof::Witness { message, .. } = &findings[0].proof else { panic!("no witness: {findings:?}") };
    assert_eq!(message, &json!({ "id": 1, "method": "a" }));
    assert_eq!(compare(&bound, &free, &Options::default())[0].rule, "params-became-optional");
    assert!(compare(&free, &free, &Options::default()).is_empty());
}
