//! The method table alone, without a schema: reading it, and the fixtures that each of its methods must have.

use methodic_validator::{Methods, coverage, fixtures};
use serde_json::json;

use crate::support::Desk;

#[test]
fn members_of_a_later_version_are_passed_over() {
    let desk = Desk::with_both_surfaces();
    desk.edit("schema/methods.json", |table| {
        table["since"] = json!("0.2.0");
        table["methods"][0]["errors"] = json!([-32001]);
    });
    assert_eq!(Methods::load(desk.path("schema")).expect("known members are enough").len(), 4);
}

#[test]
fn coverage_names_what_each_method_lacks() {
    let desk = Desk::with_both_surfaces();
    // Complete: a call, a result and a reject.
    desk.accept(
        "turn-steer",
        "minimal",
        json!({ "id": 1, "method": "turn/steer", "params": { "threadId": "t", "input": [] } }),
    );
    desk.accept("turn-steer", "result", json!({ "id": 1, "result": { "turnId": "u" } }));
    desk.reject("turn-steer", "x", "/params", "type", json!({ "id": 1, "method": "turn/steer", "params": 5 }));
    // An error answer is no result.
    desk.accept("approve", "minimal", json!({ "id": 1, "method": "approve", "params": { "command": "ls" } }));
    desk.accept("approve", "error", json!({ "id": 1, "error": { "code": 1, "message": "m" } }));
    // A notification needs no result.
    desk.accept("turn-started", "minimal", json!({ "method": "turn/started", "params": { "startedAt": 1 } }));
    desk.reject("goal-set", "x", "/params", "type", json!({ "id": 1, "method": "goal/set", "params": 5 }));
    let fixtures = fixtures::load(desk.path("fixtures")).expect("fixtures");
    let lacks = |schema: &str| -> Vec<String> {
        let methods = Methods::load(desk.path(schema)).expect("a method table");
        coverage(&methods, "fixtures", &fixtures).iter().map(ToString::to_string).collect()
    };
    let call = "no accept fixture of a call: add one such as minimal.json, with `method` and its params";
    let result = "no accept fixture of its result: add one such as result.json, with `id` and `result`";
    let reject = "no reject fixture at all: add one such as missing-member.json, with `expect` and `message`";
    let stable = [
        format!("fixtures/account-logout/accept: account/logout: {call}"),
        format!("fixtures/account-logout/accept: account/logout: {result}"),
        format!("fixtures/account-logout/reject: account/logout: {reject}"),
        format!("fixtures/approve/accept: approve: {result}"),
        format!("fixtures/approve/reject: approve: {reject}"),
        format!("fixtures/turn-started/reject: turn/started: {reject}"),
    ];
    assert_eq!(lacks("schema"), stable);
    let goal = [
        format!("fixtures/goal-set/accept: goal/set: {call}"),
        format!("fixtures/goal-set/accept: goal/set: {result}"),
    ];
    assert_eq!(lacks("schema/experimental"), [stable.as_slice(), goal.as_slice()].concat());
}

#[test]
fn a_document_needs_an_accept_and_a_reject() {
    let desk = Desk::with_documents();
    desk.accept("line_written", "minimal", json!({ "kind": "line_written", "text": "a" }));
    let fixtures = fixtures::load(desk.path("fixtures")).expect("fixtures");
    let methods = Methods::load(desk.path("schema")).expect("a method table");
    assert_eq!(
        coverage(&methods, "fixtures", &fixtures).iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "fixtures/line_written/reject: line_written: no reject fixture at all: add one such as missing-member.json, \
             with `expect` and `message`",
            "fixtures/line_erased/accept: line_erased: no accept fixture at all: add one such as minimal.json, the document \
             itself",
            "fixtures/line_erased/reject: line_erased: no reject fixture at all: add one such as missing-member.json, with \
             `expect` and `message`",
        ]
    );
}
