//! What a value must be: told by its method, by what is said of it from outside, or not at all.

use methodic_validator::{Catalog, Finding, FindingKind, Judge, Methods, Target};
use serde_json::{Value, json};

use crate::support::Desk;

/// The findings of a value on the stable surface, which has the experimental one beside it.
fn findings(target: Option<&str>, value: Value) -> Vec<Finding> {
    let desk = Desk::with_both_surfaces();
    let catalog = Catalog::load(desk.path("schema")).expect("a catalog");
    let wider = Methods::load(desk.path("schema/experimental")).expect("a table");
    let target = target.map(|text| Target::new(&catalog, text).expect("a target"));
    Judge::new(&catalog, target, Some(wider)).findings("in", &value).expect("usable definitions")
}

fn told(target: Option<&str>, value: Value) -> Vec<String> {
    findings(target, value).iter().map(Finding::to_string).collect()
}

#[test]
fn a_call_is_judged_by_its_method() {
    let call = |params: Value| json!({ "id": 1, "method": "turn/steer", "params": params });
    assert_eq!(told(None, call(json!({ "threadId": "t", "input": [] }))), Vec::<String>::new());
    let found = findings(None, call(json!({ "threadId": 5 })));
    assert_eq!(
        found.iter().map(Finding::to_string).collect::<Vec<_>>(),
        [
            "in: turn/steer at /params (required): missing `input`",
            "in: turn/steer at /params/threadId (type): expected string, found 5",
        ]
    );
    assert_eq!((found[1].kind, found[1].found.as_deref()), (FindingKind::Invalid, Some("5")));
}

#[test]
fn members_that_an_object_lacks_are_one_finding() {
    let found = findings(None, json!({ "id": 1, "method": "turn/steer", "params": {} }));
    let [finding] = found.as_slice() else { panic!("expected one: {found:?}") };
    assert_eq!(finding.message, "missing `threadId`, `input`");
    assert_eq!(finding.expected.as_deref(), Some("the members `threadId`, `input`"));
}

#[test]
fn an_unknown_method_names_the_nearest_or_the_surface_that_has_it() {
    let call = |name: &str| json!({ "id": 1, "method": name, "params": {} });
    assert_eq!(
        told(None, call("turn/stear")),
        ["in: turn/stear at /method (enum): no method of desk: nearest is `turn/steer`"]
    );
    assert_eq!(told(None, call("shutdown")), ["in: shutdown at /method (enum): no method of desk"]);
    let found = findings(None, call("goal/set"));
    assert_eq!(found[0].kind, FindingKind::UnknownMethod);
    assert_eq!(
        found[0].message,
        "no method of desk on the stable surface; the experimental one has it (--surface experimental)"
    );
    assert_eq!(told(None, json!({ "method": 5 })), ["in: at /method (type): expected a string, found 5"]);
}

#[test]
fn what_does_not_say_what_it_is_needs_to_be_told() {
    let answer = findings(None, json!({ "id": 1, "result": {} }));
    assert_eq!(answer[0].kind, FindingKind::Unjudged);
    assert!(answer[0].message.contains("--as METHOD.result"), "{}", answer[0].message);
    assert!(answer[0].message.contains("`methodic transcript`"), "{}", answer[0].message);
    let bare = findings(None, json!({ "threadId": "t" }));
    assert_eq!(bare[0].kind, FindingKind::Unjudged);
    assert!(bare[0].message.contains("--as METHOD.params"), "{}", bare[0].message);
    assert_eq!(
        told(None, json!([1])),
        ["in: at the message (type): expected a message, which is an object, found [1]"]
    );
}

#[test]
fn an_answer_with_an_error_is_the_same_for_every_method() {
    assert_eq!(told(None, json!({ "id": 1, "error": { "code": 1, "message": "no" } })), Vec::<String>::new());
    let wrong = json!({ "error": { "code": "1", "message": "no" } });
    let expected = [
        "in: at the message (required): missing `id`: an answer has one",
        "in: at /error/code (type): expected an integer, found \"1\"",
    ];
    assert_eq!(told(None, wrong.clone()), expected);
    let named = expected.map(|line| line.replace("in: at", "in: turn/steer at"));
    assert_eq!(told(Some("turn/steer.result"), wrong), named);
}

#[test]
fn a_target_says_what_params_results_and_definitions_are() {
    for (target, good, bad, expected) in [
        (
            "turn/steer.params",
            json!({ "threadId": "t", "input": [] }),
            json!({ "threadId": "t", "input": 1 }),
            "in: turn/steer at /input (type): expected array, found 1",
        ),
        (
            "turn/steer.result",
            json!({ "turnId": "u" }),
            json!({ "turnId": 1 }),
            "in: turn/steer at /turnId (type): expected string, found 1",
        ),
        (
            "turn/steer.result",
            json!({ "id": 1, "result": { "turnId": "u" } }),
            json!({ "id": 1, "result": { "turnId": 1 } }),
            "in: turn/steer at /result/turnId (type): expected string, found 1",
        ),
        (
            "account/logout.params",
            json!(null),
            json!({}),
            "in: account/logout at the message (type): expected no params or null, found {}",
        ),
        (
            "v2/Policy",
            json!("never"),
            json!("nevr"),
            "in: at the message (enum): expected one of \"never\", \"always\", found \"nevr\"",
        ),
        ("Policy", json!("always"), json!(1), "in: at the message (type): expected string, found 1"),
        ("ApproveParams", json!({ "command": "ls" }), json!({}), "in: at the message (required): missing `command`"),
    ] {
        assert_eq!(told(Some(target), good), Vec::<String>::new(), "{target}");
        assert_eq!(told(Some(target), bad), [expected], "{target}");
    }
}

#[test]
fn a_call_is_a_call_whatever_is_said_of_the_others() {
    let call = json!({ "id": 1, "method": "turn/steer", "params": { "threadId": 1, "input": [] } });
    let expected = ["in: turn/steer at /params/threadId (type): expected string, found 1"];
    assert_eq!(told(Some("turn/steer.params"), call.clone()), expected);
    assert_eq!(told(Some("account/logout.result"), call), expected);
}

#[test]
fn a_target_that_does_not_exist_says_what_was_probably_meant() {
    let desk = Desk::with_both_surfaces();
    let catalog = Catalog::load(desk.path("schema")).expect("a catalog");
    let refused = |text: &str| Target::new(&catalog, text).expect_err("no target").to_string();
    assert_eq!(
        refused("turn/stear.params"),
        "`turn/stear.params` is no payload: desk has no method `turn/stear`; nearest is `turn/steer`"
    );
    assert_eq!(refused("turn/started.result"), "`turn/started.result` is no payload: a notification has no result");
    assert_eq!(
        refused("v2/Polcy"),
        "`v2/Polcy` is no payload: expected METHOD.params, METHOD.result, or the name of one definition; \
         nearest is `v2/Policy`"
    );
}
