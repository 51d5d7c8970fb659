//! Recorded sessions from outside: what lines say and what they leave out, ids, experimental API, coverage.

use methodic_validator::transcript::{Options, OptionsError, Summary, Transcript};
use methodic_validator::{Catalog, Direction, Finding, FindingKind};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::Desk;

fn catalog() -> (Desk, Catalog) {
    let desk = Desk::new();
    desk.surface("schema", "experimental");
    let catalog = Catalog::load(desk.path("schema")).expect("a catalog");
    (desk, catalog)
}

fn options() -> Options {
    Options::new("s")
}

fn read(catalog: &Catalog, options: Options, lines: &[impl AsRef<str>]) -> (Vec<Finding>, Summary) {
    let mut transcript = Transcript::new(catalog, options).expect("usable options");
    let mut findings: Vec<Finding> = lines.iter().flat_map(|line| transcript.line(line.as_ref().as_bytes())).collect();
    let (last, summary) = transcript.finish();
    findings.extend(last);
    (findings, summary)
}

/// The line and kind of each finding.
fn kinds(catalog: &Catalog, lines: &[impl AsRef<str>]) -> Vec<(usize, FindingKind)> {
    let (findings, _) = read(catalog, options(), lines);
    findings.iter().map(|finding| (finding.position.map_or(0, |at| at.line), finding.kind)).collect()
}

fn steer(id: Value) -> String {
    json!({ "id": id, "method": "turn/steer", "params": { "threadId": "t", "input": [] } }).to_string()
}

fn steered(id: Value) -> String {
    json!({ "id": id, "result": { "turnId": "t" } }).to_string()
}

#[test]
fn ids_are_separate_by_type_and_by_direction() {
    let (_desk, catalog) = catalog();
    let approve = r#"{"id":1,"method":"approve","params":{"command":"ls"}}"#;
    let lines = [
        format!("> {}", steer(1.into())),
        format!("> {}", steer("1".into())),
        format!("< {approve}"),
        r#"> {"id":1,"result":{}}"#.to_owned(),
        format!("< {}", steered("1".into())),
        format!("< {}", steered(1.into())),
    ];
    let (findings, summary) = read(&catalog, options(), &lines);
    assert_eq!(findings, []);
    assert_eq!((summary.counts.requests, summary.counts.answers, summary.counts.ambiguous), (3, 3, 0));
}

#[test]
fn without_directions_methods_and_waiting_requests_tell_them() {
    let (_desk, catalog) = catalog();
    let approve = r#"{"id":1,"method":"approve","params":{"command":"ls"}}"#.to_owned();
    // Both sides wait for 1; the result decides, whatever came first.
    let steer_first = [steer(1.into()), approve.clone(), r#"{"id":1,"result":{}}"#.into(), steered(1.into())];
    let answer_first = [approve, steer(1.into()), steered(1.into()), r#"{"id":1,"result":{}}"#.into()];
    for lines in [steer_first, answer_first] {
        let (findings, summary) = read(&catalog, options(), &lines);
        assert_eq!(findings, [], "{lines:?}");
        assert_eq!(summary.counts.ambiguous, 1);
        assert!(summary.methods.iter().all(|method| method.answers == 1));
    }
}

#[test]
fn an_answer_by_the_side_that_asked_is_no_answer() {
    let (_desk, catalog) = catalog();
    let lines = [format!("> {}", steer(1.into())), format!("> {}", steered(1.into()))];
    let (findings, _) = read(&catalog, options(), &lines);
    assert_eq!(
        findings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "s:2:3: at /id: no request with the id 1 waits for an answer; the same side sent `turn/steer` with it in line 1",
            "s:1:3: turn/steer: the request with the id 1 has no answer until the end of the recording",
        ]
    );
}

#[test]
fn an_id_may_be_used_again_once_it_is_answered() {
    let (_desk, catalog) = catalog();
    let again = [steer(1.into()), steered(1.into()), steer(1.into()), steered(1.into())];
    assert_eq!(kinds(&catalog, &again), []);
    let twice = [steer(1.into()), steer(1.into()), steered(1.into()), steered(1.into()), steered(1.into())];
    assert_eq!(kinds(&catalog, &twice), [(2, FindingKind::DuplicateId), (5, FindingKind::SecondAnswer)]);
}

#[test]
fn unknown_methods_are_told_once_and_their_answers_are_not_held_against_anyone() {
    let (_desk, catalog) = catalog();
    let lines = [r#"{"id":1,"method":"turn/stear"}"#, r#"{"id":1,"error":{"code":-32601,"message":"no"}}"#];
    let (findings, _) = read(&catalog, options(), &lines);
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!(finding.to_string(), "s:1:1: turn/stear at /method: no method of desk; did you mean `turn/steer`?");
}

#[test]
fn latencies_are_by_method_and_never_below_zero() {
    let (_desk, catalog) = catalog();
    let lines: Vec<String> = [(1, 0, 40), (2, 100, 120), (3, 200, 190)]
        .iter()
        .flat_map(|(id, sent, answered)| {
            [(sent, steer((*id).into())), (answered, steered((*id).into()))]
                .map(|(time, message)| format!(r#"{{"ts":{},"data":{message}}}"#, 1_700_000_000_000_u64 + time))
        })
        .collect();
    let (findings, summary) = read(&catalog, options(), &lines);
    assert_eq!(findings.iter().map(|finding| finding.kind).collect::<Vec<_>>(), [FindingKind::Clock]);
    let latency = summary.methods[0].latency_micros.expect("times");
    assert_eq!((latency.count, latency.min, latency.max), (2, 20_000, 40_000));
    assert_eq!(summary.duration_micros, Some(190_000));
}

#[test]
fn experimental_api_needs_the_opt_in_where_it_can_be_told() {
    let desk = Desk::new();
    desk.surface("schema", "experimental");
    desk.edit("schema/methods.json", |table| {
        let hello = json!({ "method": "hello", "kind": "notification", "direction": "client-to-server",
            "stability": "stable", "params": "v2/Hello" });
        table["methods"].as_array_mut().expect("rows").push(hello);
    });
    desk.edit("schema/desk.v2.schemas.json", |bundle| {
        bundle["definitions"]["Hello"] = json!({ "type": "object", "properties": { "all": { "type": "boolean" } } });
    });
    let catalog = Catalog::load(desk.path("schema")).expect("a catalog");
    let options = Options { handshake: Some(vec!["hello".into()]), opt_in: Some("/all".into()), ..options() };
    let granular = json!({ "id": 1, "method": "turn/steer", "params": { "threadId": "t", "input": [],
        "policy": { "granular": true } } });
    let rest = [
        granular.to_string(),
        steered(1.into()),
        r#"{"id":2,"method":"goal/set","params":{"goal":"g"}}"#.to_owned(),
        r#"{"id":2,"result":{}}"#.to_owned(),
    ];
    let session = |all: &str| {
        let hello = format!(r#"{{"method":"hello","params":{all}}}"#);
        let (findings, summary) = read(&catalog, options.clone(), &[&[hello][..], &rest[..]].concat());
        let places: Vec<_> = findings.into_iter().map(|finding| (finding.kind, finding.pointer.unwrap())).collect();
        (places, summary)
    };
    let (places, summary) = session("{}");
    let expected = [(FindingKind::NotOptedIn, "/params/policy".into()), (FindingKind::NotOptedIn, "/method".into())];
    assert_eq!((places, summary.opted_in), (expected.into(), Some(false)));
    // What is closed to the client does not count.
    assert_eq!(summary.coverage.methods.total, 5);
    let steer = |summary: &Summary| summary.methods.iter().find(|m| m.method == "turn/steer").unwrap().params.clone();
    let variants = |summary: &Summary| steer(summary).expect("params").variants.total;
    let closed = variants(&summary);
    let (places, summary) = session(r#"{"all":true}"#);
    assert_eq!((places, summary.opted_in, summary.coverage.methods.total), (vec![], Some(true), 6));
    assert_eq!(variants(&summary), closed + 1);
}

#[test]
fn coverage_names_members_and_variants_by_their_type() {
    let (_desk, catalog) = catalog();
    let line = json!({ "id": 1, "method": "turn/steer", "params": { "threadId": "t", "limit": null,
        "input": [{ "type": "text", "text": "x" }], "policy": "never" } });
    let (findings, summary) = read(&catalog, options(), &[line.to_string(), steered(1.into())]);
    assert_eq!(findings, []);
    let params = summary.methods[0].params.clone().expect("params");
    assert_eq!((params.fields.seen, params.fields.total), (1, 2), "null is no use of a member");
    assert_eq!(params.fields.missing, ["TurnSteerParams.limit"]);
    assert_eq!(params.variants.missing, ["UserInput=image", "Policy=always", "Policy=granular"]);
    let gaps: Vec<_> = summary.coverage.gaps.iter().map(|gap| (gap.of.as_str(), gap.missing.join(" "))).collect();
    let expected = [("TurnSteerParams", ".limit"), ("UserInput", "=image"), ("Policy", "=always =granular")];
    assert_eq!(gaps, expected.map(|(of, missing)| (of, missing.to_owned())));
}

#[test]
fn refused_messages_exercise_nothing() {
    let (_desk, catalog) = catalog();
    let bad = r#"{"id":1,"method":"turn/steer","params":{"threadId":5,"input":[],"limit":1}}"#;
    let (findings, summary) = read(&catalog, options(), &[bad, &steered(1.into())]);
    assert_eq!(findings.iter().map(|finding| finding.kind).collect::<Vec<_>>(), [FindingKind::Invalid]);
    assert!(summary.methods[0].params.is_none() && summary.methods[0].result.is_some());
}

#[test]
fn a_broken_definition_is_told_once() {
    let desk = Desk::new();
    desk.surface("schema", "experimental");
    desk.edit("schema/desk.schemas.json", |bundle| {
        bundle["definitions"]["v2"]["TurnStarted"] = json!({ "$ref": "#/definitions/Nowhere" });
    });
    let catalog = Catalog::load(desk.path("schema")).expect("a catalog");
    let line = r#"{"method":"turn/started","params":{"startedAt":1}}"#;
    assert_eq!(kinds(&catalog, &[line, line]), [(0, FindingKind::Schema)]);
}

#[test]
fn rules_that_the_protocol_does_not_have_are_refused() {
    let (_desk, catalog) = catalog();
    let refused = |options: Options| Transcript::new(&catalog, options).map(|_| ()).expect_err("refused");
    let step = refused(Options { handshake: Some(vec!["goal/sat".into()]), ..options() });
    assert_eq!(step, OptionsError::UnknownStep { step: "goal/sat".into(), nearest: Some("`goal/set`".into()) });
    let opt_in = refused(Options { opt_in: Some("/all".into()), ..options() });
    assert_eq!(opt_in, OptionsError::UnknownOptIn { pointer: "/all".into(), method: None });
}

#[test]
fn who_recorded_it_decides_whose_the_arrows_are() {
    let (_desk, catalog) = catalog();
    let lines = [format!("< {}", steer(1.into())), format!("> {}", steered(1.into()))];
    let server = Options { forward: Direction::ServerToClient, ..options() };
    assert_eq!(read(&catalog, server, &lines).0, []);
    assert_eq!(kinds(&catalog, &lines), [(1, FindingKind::WrongDirection)], "the answer still finds its request");
}

/// Lines that do not depend on each other: notifications, and requests together with their answers.
fn groups() -> Vec<Vec<String>> {
    let inputs = [json!([]), json!([{ "type": "text", "text": "x" }]), json!([{ "type": "image", "url": "a:b" }])];
    let policies = [json!(null), json!("never"), json!("always"), json!({ "granular": true })];
    let mut groups: Vec<Vec<String>> = (1..=3)
        .map(|at| vec![json!({ "method": "turn/started", "params": { "startedAt": at } }).to_string()])
        .collect();
    for (id, (input, policy)) in inputs.iter().flat_map(|i| policies.iter().map(move |p| (i, p))).enumerate() {
        let params = json!({ "threadId": "t", "input": input, "policy": policy });
        let call = json!({ "id": id, "method": "turn/steer", "params": params }).to_string();
        groups.push(vec![call, steered(id.into())]);
    }
    groups
}

proptest! {
    #[test]
    fn the_order_of_independent_lines_does_not_change_what_is_counted(
        order in Just(groups()).prop_shuffle(), take in 0_usize..16,
    ) {
        let (_desk, catalog) = catalog();
        let count = |groups: &[Vec<String>]| {
            let (findings, summary) = read(&catalog, options(), &groups.concat());
            prop_assert_eq!(findings, []);
            Ok(serde_json::to_value(&summary).expect("JSON"))
        };
        let some = &order[..take.min(order.len())];
        let reversed: Vec<Vec<String>> = some.iter().rev().cloned().collect();
        prop_assert_eq!(count(some)?, count(&reversed)?);
    }
}
