//! Fixtures against one surface: envelopes, payloads, bounds of integers, and how faults are worded.

use methodic_validator::{Catalog, Fault, FindingKind, check_schema, fixtures};
use serde_json::{Value, json};

use crate::support::Desk;

/// The faults of a message, printed, on the whole surface of the sample protocol.
fn faults(method: &str, message: Value) -> Vec<String> {
    let desk = Desk::new();
    desk.surface("schema", "experimental");
    let catalog = Catalog::load(desk.path("schema")).expect("a catalog");
    let method = catalog.methods().iter().find(|row| row.method == method).expect("a method");
    catalog.faults(method, &message).expect("usable definitions").iter().map(Fault::to_string).collect()
}

fn steer(params: Value) -> Value {
    json!({ "id": 1, "method": "turn/steer", "params": params })
}

#[test]
fn valid_messages_of_every_form_have_no_faults() {
    for (method, message) in [
        ("turn/steer", steer(json!({ "threadId": "t", "input": [{ "type": "text", "text": "hi" }] }))),
        (
            "turn/steer",
            json!({ "id": "a", "method": "turn/steer", "params": { "threadId": "t", "input": [] }, "trace": null }),
        ),
        ("turn/steer", json!({ "id": 1, "result": { "turnId": "u" } })),
        ("turn/steer", json!({ "id": 1, "error": { "code": -32602, "message": "no", "data": [1] }, "jsonrpc": "2.0" })),
        ("account/logout", json!({ "id": 1, "method": "account/logout" })),
        ("account/logout", json!({ "id": 1, "method": "account/logout", "params": null })),
        ("account/logout", json!({ "id": 1, "result": {} })),
        ("approve", json!({ "id": 1, "method": "approve", "params": { "command": "ls", "turn": { "turnId": "u" } } })),
        ("turn/started", json!({ "method": "turn/started", "params": { "startedAt": 1767225600 } })),
    ] {
        assert_eq!(faults(method, message.clone()), Vec::<String>::new(), "{message}");
    }
}

#[test]
fn faults_of_the_envelope_name_the_member() {
    for (method, message, expected) in [
        ("turn/steer", json!([1]), "the message (type): expected an object, found [1]"),
        (
            "turn/steer",
            json!({ "id": 1 }),
            "the message (required): expected `method` (a call), or `result` or `error` (an answer)",
        ),
        (
            "account/logout",
            json!({ "method": "account/logout" }),
            "the message (required): missing `id`: a request has one",
        ),
        (
            "account/logout",
            json!({ "id": null, "method": "account/logout" }),
            "/id (type): expected a string or a 64-bit integer, found null",
        ),
        (
            "account/logout",
            json!({ "id": 1.5, "method": "account/logout" }),
            "/id (type): expected a string or a 64-bit integer, found 1.5",
        ),
        (
            "account/logout",
            json!({ "id": u64::MAX, "method": "account/logout" }),
            "/id (type): expected a string or a 64-bit integer, found 18446744073709551615",
        ),
        ("account/logout", json!({ "id": 1, "method": 5 }), "/method (type): expected a string, found 5"),
        (
            "account/logout",
            json!({ "id": 1, "method": "login" }),
            "/method (enum): expected \"account/logout\", found \"login\"",
        ),
        (
            "account/logout",
            json!({ "id": 1, "method": "account/logout", "params": {} }),
            "/params (type): expected no params or null, found {}",
        ),
        (
            "account/logout",
            json!({ "id": 1, "method": "account/logout", "parms": 1 }),
            "the message (additionalProperties): unexpected member `parms`: a request has only id, method, params, jsonrpc, trace",
        ),
        (
            "turn/started",
            json!({ "id": 1, "method": "turn/started", "params": { "startedAt": 1 } }),
            "the message (additionalProperties): unexpected member `id`: a notification has only method, params, jsonrpc",
        ),
        (
            "turn/started",
            json!({ "id": 1, "result": {} }),
            "the message (required): missing `method`: a notification is never answered",
        ),
        ("turn/steer", json!({ "id": 1, "method": "turn/steer" }), "the message (required): missing `params`"),
        (
            "turn/steer",
            json!({ "id": 1, "result": { "turnId": "u" }, "error": { "code": 1, "message": "m" } }),
            "the message (additionalProperties): unexpected member `result`: an error answer has only id, error, jsonrpc",
        ),
        (
            "turn/steer",
            json!({ "result": { "turnId": "u" } }),
            "the message (required): missing `id`: an answer has one",
        ),
        ("turn/steer", json!({ "id": 1, "error": 5 }), "/error (type): expected an object, found 5"),
        ("turn/steer", json!({ "id": 1, "error": { "code": 1 } }), "/error (required): missing `message`"),
        (
            "turn/steer",
            json!({ "id": 1, "error": { "code": 1.5, "message": "m" } }),
            "/error/code (type): expected an integer, found 1.5",
        ),
    ] {
        assert_eq!(faults(method, message.clone()), [expected], "{message}");
    }
}

#[test]
fn faults_of_a_payload_have_the_pointer_of_the_message() {
    for (message, expected) in [
        (steer(json!({ "input": [] })), "/params (required): missing `threadId`"),
        (steer(json!(["t"])), "/params (type): expected object, found [\"t\"]"),
        (steer(json!({ "threadId": 5, "input": [] })), "/params/threadId (type): expected string, found 5"),
        (
            steer(json!({ "threadId": "t", "input": [], "limit": "many" })),
            "/params/limit (type): expected integer or null, found \"many\"",
        ),
        (
            steer(json!({ "threadId": "t", "input": [], "limit": 1.5 })),
            "/params/limit (type): expected integer or null, found 1.5",
        ),
        (
            json!({ "id": 1, "result": { "turnId": "u", "extra": 1 } }),
            "/result (additionalProperties): unexpected member `extra`",
        ),
        (json!({ "id": 1, "result": null }), "/result (type): expected object, found null"),
    ] {
        assert_eq!(faults("turn/steer", message.clone()), [expected], "{message}");
    }
    let nested = json!({ "id": 1, "method": "approve", "params": { "command": "ls", "turn": {} } });
    assert_eq!(
        faults("approve", nested),
        ["/params/turn (required): missing `turnId`"],
        "through the namespaced bundle"
    );
}

#[test]
fn integer_formats_bound_and_other_formats_still_check() {
    let limit = |limit: Value| faults("turn/steer", steer(json!({ "threadId": "t", "input": [], "limit": limit })));
    assert_eq!(limit(json!(u32::MAX)), Vec::<String>::new());
    assert_eq!(limit(json!(null)), Vec::<String>::new());
    assert_eq!(
        limit(json!(4294967296_u64)),
        ["/params/limit (format): expected uint32 (0 to 4294967295), found 4294967296"]
    );
    assert_eq!(limit(json!(-1)), ["/params/limit (format): expected uint32 (0 to 4294967295), found -1"], "said once");
    let started = |at: &str| {
        let text = format!(r#"{{ "method": "turn/started", "params": {{ "startedAt": {at} }} }}"#);
        faults("turn/started", serde_json::from_str(&text).unwrap())
    };
    assert_eq!(started("9223372036854775807"), Vec::<String>::new());
    assert_eq!(
        started("9223372036854775808"),
        ["/params/startedAt (format): expected int64 (-9223372036854775808 to 9223372036854775807), \
          found 9223372036854775808"]
    );
    let image =
        |url: &str| faults("turn/steer", steer(json!({ "threadId": "t", "input": [{ "type": "image", "url": url }] })));
    assert_eq!(image("https://example.com/a.png"), Vec::<String>::new());
    assert_eq!(image("not a uri"), ["/params/input/0/url (format): expected the format uri, found \"not a uri\""]);
}

/// The findings of the fixtures on a desk, printed from the fixture folder on.
fn findings(desk: &Desk, surface: &str) -> Vec<String> {
    desk.surface("schema", surface);
    let catalog = Catalog::load(desk.path("schema")).expect("a catalog");
    let fixtures = fixtures::load(desk.path("fixtures")).expect("fixtures");
    let root = format!("{}/", desk.path("fixtures").display());
    check_schema(&catalog, &fixtures).iter().map(|finding| finding.to_string().replace(&root, "")).collect()
}

#[test]
fn good_fixtures_have_no_findings() {
    let desk = Desk::new();
    desk.accept("turn-steer", "minimal", steer(json!({ "threadId": "t", "input": [] })));
    desk.accept("turn-steer", "result", json!({ "id": 1, "result": { "turnId": "u" } }));
    desk.reject("turn-steer", "no-thread", "/params", "required", steer(json!({ "input": [] })));
    desk.reject("turn-steer", "null-id", "/id", "type", json!({ "id": null, "result": { "turnId": "u" } }));
    assert_eq!(findings(&desk, "experimental"), Vec::<String>::new());
}

#[test]
fn a_refused_accept_reports_every_fault() {
    let desk = Desk::new();
    desk.accept("turn-steer", "x", steer(json!({ "threadId": 1, "input": 2 })));
    let mut found = findings(&desk, "experimental");
    found.sort();
    assert_eq!(
        found,
        [
            "turn-steer/accept/x.json: turn/steer at /params/input (type): expected array, found 2",
            "turn-steer/accept/x.json: turn/steer at /params/threadId (type): expected string, found 1",
        ]
    );
}

#[test]
fn a_reject_must_be_refused_at_its_place_by_its_keyword() {
    let desk = Desk::new();
    let valid = steer(json!({ "threadId": "t", "input": [] }));
    desk.reject("turn-steer", "a-valid", "/params", "required", valid);
    desk.reject("turn-steer", "b-place", "/params/input", "type", steer(json!({ "threadId": 1, "input": [] })));
    desk.reject("turn-steer", "c-keyword", "/params/threadId", "enum", steer(json!({ "threadId": 1, "input": [] })));
    desk.reject(
        "turn-steer",
        "d-many",
        "",
        "enum",
        json!({ "id": 1.5, "method": "turn/steer", "a": 1, "b": 2, "c": 3 }),
    );
    assert_eq!(
        findings(&desk, "experimental"),
        [
            "turn-steer/reject/a-valid.json: turn/steer at /params (required): \
             the schema accepts this reject: expected it to be refused here",
            "turn-steer/reject/b-place.json: turn/steer at /params/input (type): \
             expected type, schema says /params/threadId type: expected string, found 1",
            "turn-steer/reject/c-keyword.json: turn/steer at /params/threadId (enum): \
             expected enum, schema says /params/threadId type: expected string, found 1",
            "turn-steer/reject/d-many.json: turn/steer at the message (enum): expected enum, schema says \
             the message additionalProperties, the message additionalProperties, the message additionalProperties, \
             /id type, 1 more: unexpected member `a`: a request has only id, method, params, jsonrpc, trace",
        ]
    );
}

#[test]
fn a_message_in_the_wrong_folder_says_where_it_belongs() {
    let desk = Desk::new();
    desk.accept("approve", "x", steer(json!({ "threadId": "t", "input": [] })));
    desk.reject("approve", "y", "/params", "required", steer(json!({})));
    assert_eq!(
        findings(&desk, "experimental"),
        [
            "approve/accept/x.json: turn/steer at /method: the folder is of `approve`; move the file to turn-steer",
            "approve/reject/y.json: turn/steer at /method: the folder is of `approve`; move the file to turn-steer",
        ]
    );
}

#[test]
fn an_unknown_folder_is_reported_once_on_the_whole_surface_and_passed_over_on_the_stable_one() {
    let desk = Desk::new();
    desk.accept("turn-stear", "a", steer(json!({})));
    desk.accept("turn-stear", "b", steer(json!({})));
    desk.accept("turn-stop", "a", json!({ "method": "turn/stop" }));
    desk.accept("turn-wait", "a", json!({ "id": 1, "result": {} }));
    assert_eq!(findings(&desk, "stable"), Vec::<String>::new());
    assert_eq!(
        findings(&desk, "experimental"),
        [
            "turn-stear/accept/a.json: no method has the folder `turn-stear`: `turn/steer` has turn-steer",
            "turn-stop/accept/a.json: `turn/stop` is no method of desk: rename or remove turn-stop",
            "turn-wait/accept/a.json: no method of desk has the folder `turn-wait`",
        ]
    );
}

#[test]
fn an_unusable_definition_is_one_finding_about_the_bundle() {
    let desk = Desk::new();
    desk.surface("schema", "experimental");
    desk.edit("schema/desk.schemas.json", |bundle| {
        bundle["definitions"]["v2"].as_object_mut().unwrap().remove("UserInput");
    });
    for name in ["a", "b"] {
        desk.accept("turn-steer", name, steer(json!({ "threadId": "t", "input": [] })));
    }
    let catalog = Catalog::load(desk.path("schema")).expect("definitions of methods are there");
    let found = check_schema(&catalog, &fixtures::load(desk.path("fixtures")).unwrap());
    let [finding] = found.as_slice() else { panic!("expected one finding: {found:?}") };
    assert_eq!(finding.kind, FindingKind::Schema);
    assert!(finding.file.ends_with("schema/desk.schemas.json"), "{}", finding.file);
    assert!(finding.message.contains("`v2/TurnSteerParams` cannot be used"), "{}", finding.message);
    assert!(finding.message.contains("/definitions/v2/UserInput"), "names what is missing: {}", finding.message);
    assert!(finding.message.contains("cargo xtask codegen"), "{}", finding.message);
}

#[test]
fn a_document_is_judged_as_it_is() {
    let desk = Desk::with_documents();
    desk.accept(
        "line_written",
        "minimal",
        json!({ "kind": "line_written", "text": null, "method": "is a member too" }),
    );
    desk.reject("line_written", "other", "/kind", "enum", json!({ "kind": "line_erased", "text": "" }));
    desk.reject("line_erased", "no-text", "", "required", json!({ "kind": "line_erased" }));
    desk.reject("line_erased", "wrong", "/text", "type", json!({ "kind": "line_erased", "text": "fits" }));
    let findings = check_schema(
        &Catalog::load(desk.path("schema")).expect("a catalog"),
        &fixtures::load(desk.path("fixtures")).expect("fixtures"),
    );
    let found: Vec<_> = findings.iter().map(|finding| (finding.kind, finding.pointer.as_deref())).collect();
    assert_eq!(found, [(FindingKind::RejectAccepted, Some("/text"))]);
}
