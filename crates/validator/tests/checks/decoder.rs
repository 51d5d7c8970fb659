//! Checking a decoder: each way in which it can disagree with a fixture.

use methodic_validator::{Decoded, Expectation, Finding, FindingKind, Fixture, check_decoder};
use serde_json::{Value, json};

fn accept(message: Value) -> Fixture {
    let text = message.to_string();
    let (path, folder) = ("f/turn-steer/accept/x.json".into(), "turn-steer".into());
    Fixture { path, folder, expectation: Expectation::Accept, message, text }
}

fn reject(pointer: &str, rust: Option<&str>) -> Fixture {
    let expectation =
        Expectation::Reject { pointer: pointer.into(), keyword: "oneOf".into(), rust: rust.map(str::to_owned) };
    Fixture { expectation, ..accept(json!({ "id": 1, "method": "turn/steer", "params": {} })) }
}

fn rejected(code: i64, pointer: Option<&str>) -> Decoded {
    Decoded::Rejected { code, pointer: pointer.map(str::to_owned), message: "expected a string".into() }
}

/// The one finding about a fixture, or none.
fn check(fixture: &Fixture, decoded: Decoded) -> Option<Finding> {
    let mut findings = check_decoder(std::slice::from_ref(fixture), |_| decoded.clone());
    assert!(findings.len() <= 1, "{findings:?}");
    findings.pop()
}

#[test]
fn a_lossless_accept_and_a_placed_reject_are_fine() {
    let message = json!({ "id": 1, "method": "turn/steer", "params": { "a": [1, null] } });
    assert_eq!(check(&accept(message.clone()), Decoded::Ok(message)), None);
    assert_eq!(check(&reject("/params", None), rejected(-32602, Some("/params"))), None);
    assert_eq!(check(&reject("/params", Some("/params/input/0")), rejected(-32602, Some("/params/input/0"))), None);
    assert_eq!(check(&reject("", None), rejected(-32600, None)), None, "no pointer is the whole message");
}

#[test]
fn the_decoder_sees_the_text_of_the_file() {
    let fixture = Fixture { text: "{ \"spelled\": 1.0 }".into(), ..accept(json!({})) };
    let seen = std::cell::RefCell::new(String::new());
    check_decoder(&[fixture], |fixture| {
        seen.borrow_mut().push_str(&fixture.text);
        Decoded::Ok(fixture.message.clone())
    });
    assert_eq!(*seen.borrow(), "{ \"spelled\": 1.0 }");
}

#[test]
fn null_params_of_the_message_are_no_params_but_null_members_count() {
    let with_null = json!({ "id": 1, "method": "account/logout", "params": null });
    let without = json!({ "id": 1, "method": "account/logout" });
    assert_eq!(check(&accept(with_null.clone()), Decoded::Ok(without.clone())), None);
    assert_eq!(check(&accept(without), Decoded::Ok(with_null)), None);
    let inner = check(&accept(json!({ "params": { "params": null } })), Decoded::Ok(json!({ "params": {} })));
    assert_eq!(inner.expect("a difference").pointer.as_deref(), Some("/params/params"));
}

#[test]
fn a_changed_round_trip_names_the_first_difference() {
    let sent = || accept(json!({ "id": 1, "method": "turn/steer", "params": { "a": 1, "b": [1, 2] } }));
    let back = |params: Value| Decoded::Ok(json!({ "id": 1, "method": "turn/steer", "params": params }));
    for (params, expected) in [
        (json!({ "a": 1, "b": [1, 3] }), "at /params/b/1: changed when encoded again: expected 2, found 3"),
        (json!({ "a": 1 }), "at /params/b: lost when encoded again: expected [1,2]"),
        (
            json!({ "a": 1, "b": [1, 2], "c": null }),
            "at /params/c: null appears when encoded again: expected no such member",
        ),
        (json!({ "a": 1.0, "b": [1, 2] }), "at /params/a: changed when encoded again: expected 1, found 1.0"),
    ] {
        let finding = check(&sent(), back(params)).expect("a finding");
        assert_eq!(finding.kind, FindingKind::RoundTrip);
        assert_eq!(finding.to_string(), format!("f/turn-steer/accept/x.json: turn/steer {expected}"));
    }
}

#[test]
fn a_refused_accept_carries_the_decoders_own_words() {
    let fixture = accept(json!({ "id": 1, "method": "turn/steer" }));
    let finding = check(&fixture, rejected(-32602, Some("/params/a"))).expect("a finding");
    assert_eq!(finding.kind, FindingKind::DecodeRefused);
    assert_eq!(
        finding.to_string(),
        "f/turn-steer/accept/x.json: turn/steer at /params/a: \
         the decoder refuses this accept with -32602: expected a string"
    );
}

#[test]
fn an_unknown_method_is_a_finding_for_accepts_and_rejects() {
    for fixture in [accept(json!({ "method": "turn/steer" })), reject("/params", None)] {
        let finding = check(&fixture, Decoded::Unknown).expect("a finding");
        assert_eq!(finding.message, "the decoder does not know this method: expected a method of its table");
    }
}

#[test]
fn an_accepted_reject_says_where_it_should_have_been_refused() {
    let finding = check(&reject("/params/a", Some("/params/a/b")), Decoded::Ok(json!({}))).expect("a finding");
    assert_eq!(finding.kind, FindingKind::DecodeAccepted);
    assert_eq!(
        finding.detail(),
        "turn/steer at /params/a/b (oneOf): the decoder accepts this reject: expected it to be refused here"
    );
}

#[test]
fn a_reject_refused_elsewhere_or_with_another_code_is_a_finding() {
    let elsewhere = check(&reject("/params/a", None), rejected(-32602, Some("/params/b"))).expect("a finding");
    assert_eq!(elsewhere.kind, FindingKind::DecodeOtherFault);
    assert_eq!(
        elsewhere.detail(),
        "turn/steer at /params/a: refused at /params/b instead \
         (put that in `expect.rust` if it is right): expected a string"
    );
    let nowhere = check(&reject("/params/a", None), rejected(-32602, None)).expect("a finding");
    assert!(nowhere.message.starts_with("refused at the message instead"), "{nowhere}");
    let code = check(&reject("/params/a", None), rejected(-32601, Some("/params/a"))).expect("a finding");
    assert_eq!(code.message, "refused with code -32601, expected -32602 or -32600: expected a string");
}
