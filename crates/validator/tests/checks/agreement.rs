//! Planted disagreements: each judge in turn says something else than the other two, and the report names all three.

use methodic_validator::typescript::{self, Complaint};
use methodic_validator::{
    Decoded, Disagreement, FindingKind, Fixture, Judged, Opinion, Sight, Surface, Surfaces, disagreement, fixtures,
    opinion_of_decoder,
};
use serde_json::{Value, json};

use crate::support::Desk;

/// A desk with one accept and one reject, and an unbroken schema.
fn desk() -> Desk {
    let desk = Desk::with_both_surfaces();
    desk.accept("turn-steer", "a", steer(json!({ "threadId": "t", "input": [] })));
    desk.reject("turn-steer", "b", "/params/threadId", "type", steer(json!({ "threadId": 5, "input": [] })));
    desk
}

fn steer(params: Value) -> Value {
    json!({ "id": 1, "method": "turn/steer", "params": params })
}

/// What the schema of a desk says, with the fixtures: those of each fixture on the whole surface, then on the stable one.
fn judged(desk: &Desk) -> (Vec<Fixture>, Vec<Judged>) {
    let surfaces = Surfaces::load(desk.path("schema")).expect("surfaces");
    let fixtures = fixtures::load(desk.path("fixtures")).expect("fixtures");
    let judged = surfaces.judge(&fixtures);
    (fixtures, judged)
}

/// A decoder that errs in nothing.
fn right(fixture: &Fixture) -> Decoded {
    if fixture.is_accept() { Decoded::Ok(fixture.message.clone()) } else { refusal("/params/threadId") }
}

fn refusal(pointer: &str) -> Decoded {
    Decoded::Rejected { code: -32602, pointer: Some(pointer.into()), message: "expected a string".into() }
}

fn complaint(pointer: &str) -> Vec<Complaint> {
    vec![Complaint { pointer: pointer.into(), message: "Type 'number' is not assignable to type 'string'.".into() }]
}

/// What TypeScript says of both fixtures when its types are right.
fn right_types(fixture: &Fixture) -> Vec<Complaint> {
    if fixture.is_accept() { Vec::new() } else { complaint("/params/threadId") }
}

/// All disagreements about a desk, with the decoder and the compiler given.
fn disagreements(
    desk: &Desk,
    decode: impl Fn(&Fixture) -> Decoded,
    compile: impl Fn(&Fixture) -> Vec<Complaint>,
) -> Vec<Disagreement> {
    let (fixtures, judged) = judged(desk);
    let of_fixture = |fixture: &Fixture| {
        let schema = judged.iter().find(|judged| judged.file == fixture.path)?;
        let rust = opinion_of_decoder(fixture, decode(fixture));
        let typescript = typescript::opinion(fixture, schema.sight, &compile(fixture));
        disagreement("turn/steer", fixture, schema.opinion.clone(), rust, typescript)
    };
    fixtures.iter().filter_map(of_fixture).collect()
}

fn texts(found: &[Disagreement]) -> Vec<String> {
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn three_who_agree_are_no_finding() {
    assert_eq!(disagreements(&desk(), right, right_types), []);
}

#[test]
fn a_broken_schema_stands_against_both_languages() {
    let desk = desk();
    desk.edit("schema/experimental/desk.schemas.json", |bundle| {
        bundle["definitions"]["v2"]["TurnSteerParams"]["properties"]["threadId"]["type"] = json!("integer");
    });
    let found = disagreements(&desk, right, right_types);
    assert_eq!(
        found.iter().map(|one| one.kind).collect::<Vec<_>>(),
        [FindingKind::AcceptRefused, FindingKind::RejectAccepted]
    );
    assert_eq!(
        texts(&found),
        [
            "turn/steer at /params/threadId: it must be accepted\n\
             \u{20} schema:     refuses at /params/threadId (type) because expected integer, found \"t\"\n\
             \u{20} Rust:       accepts\n\
             \u{20} TypeScript: accepts",
            "turn/steer at /params/threadId: it must be refused at /params/threadId (type)\n\
             \u{20} schema:     accepts\n\
             \u{20} Rust:       refuses at /params/threadId because expected a string (code -32602)\n\
             \u{20} TypeScript: refuses at /params/threadId because Type 'number' is not assignable to type 'string'.",
        ]
    );
}

#[test]
fn a_decoder_that_loses_a_member_or_lets_a_fault_pass_is_named() {
    let lossy = |fixture: &Fixture| {
        let mut message = fixture.message.clone();
        message["params"].as_object_mut().expect("an object").remove("threadId");
        Decoded::Ok(message)
    };
    let found = disagreements(&desk(), lossy, right_types);
    assert_eq!(
        found.iter().map(|one| one.kind).collect::<Vec<_>>(),
        [FindingKind::RoundTrip, FindingKind::DecodeAccepted]
    );
    let texts = texts(&found);
    assert!(
        texts[0]
            .contains("\n  Rust:       accepts, but at /params/threadId: lost when encoded again: expected \"t\"\n"),
        "{}",
        texts[0]
    );
    assert!(texts[1].contains("\n  Rust:       accepts\n"), "{}", texts[1]);
}

#[test]
fn types_that_are_too_narrow_or_too_wide_are_named() {
    let wrong = |fixture: &Fixture| if fixture.is_accept() { complaint("/params/input") } else { Vec::new() };
    let found = disagreements(&desk(), right, wrong);
    let kinds: Vec<FindingKind> = found.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [FindingKind::TypeRefused, FindingKind::TypeAccepted]);
    assert_eq!(found[0].pointer, "/params/input");
    assert!(texts(&found)[1].ends_with("\n  TypeScript: accepts"));
}

#[test]
fn a_refusal_elsewhere_is_no_refusal_for_the_fault() {
    let found = disagreements(&desk(), |_| refusal("/params/input"), |_| complaint("/params/input"));
    let reject = found.iter().find(|one| one.file.ends_with("b.json")).expect("the reject");
    assert_eq!(reject.kind, FindingKind::DecodeOtherFault);
    assert_eq!(reject.rust.pointer.as_deref(), Some("/params/input"));
    assert_eq!(reject.typescript.contradicts, Some(FindingKind::TypeOtherFault));
    // The place of a union is near enough: the compiler does not always say which form it took for meant.
    assert_eq!(
        disagreements(&desk(), right, |fixture| {
            if fixture.is_accept() { Vec::new() } else { complaint("/params") }
        }),
        []
    );
}

#[test]
fn json_has_each_opinion_as_a_member() {
    let found = disagreements(&desk(), right, |_| Vec::new());
    let value = serde_json::to_value(&found[0]).expect("serializable");
    assert_eq!(
        value,
        json!({
            "method": "turn/steer",
            "pointer": "/params/threadId",
            "expected": "it must be refused at /params/threadId (type)",
            "schema": { "verdict": "refuses", "pointer": "/params/threadId", "keyword": "type",
                "because": "expected string, found 5" },
            "rust": { "verdict": "refuses", "pointer": "/params/threadId", "because": "expected a string (code -32602)" },
            "typescript": { "verdict": "accepts", "contradicts": "type-accepted" },
        })
    );
    assert_eq!(serde_json::from_value::<Opinion>(value["schema"].clone()).expect("readable"), found[0].schema);
}

/// Who notices what is wrong with these params of `turn/steer`.
fn sight(params: Value) -> Option<Sight> {
    let desk = Desk::with_both_surfaces();
    desk.accept("turn-steer", "x", steer(params));
    judged(&desk).1[0].sight
}

#[test]
fn types_see_shapes_but_neither_ranges_nor_formats() {
    let with = |name: &str, value: Value| {
        let mut params = json!({ "threadId": "t", "input": [] });
        params[name] = value;
        sight(params)
    };
    assert_eq!(with("threadId", json!("t")), None);
    assert_eq!(with("threadId", json!(5)), Some(Sight::Shape));
    assert_eq!(sight(json!({ "threadId": "t" })), Some(Sight::Shape));
    assert_eq!(with("limit", json!("1")), Some(Sight::Shape));
    assert_eq!(with("limit", json!(1.5)), Some(Sight::Value), "a fraction is a number, too");
    assert_eq!(with("limit", json!(-1)), Some(Sight::Value));
    assert_eq!(with("limit", json!(4_294_967_296_u64)), Some(Sight::Format));
    // A union is seen through: the form that was meant has a fault that no type can see, and so the type accepts.
    assert_eq!(with("input", json!([{ "type": "image", "url": "no address" }])), Some(Sight::Format));
    assert_eq!(with("input", json!([{ "type": "image" }])), Some(Sight::Shape));
    assert_eq!(with("policy", json!("sometimes")), Some(Sight::Shape));
}

#[test]
fn a_member_too_many_is_seen_by_closed_types_unless_another_form_of_a_union_has_it() {
    let desk = Desk::with_both_surfaces();
    let closed = |name: &str| json!({ "type": "object", "additionalProperties": false, "properties": { name: {} } });
    desk.edit("schema/experimental/desk.schemas.json", |bundle| {
        bundle["definitions"]["v2"]["Empty"] = json!({ "type": "object", "properties": {
            "one": closed("a"),
            "nullable": { "anyOf": [closed("a"), { "type": "null" }] },
            "either": { "oneOf": [closed("a"), closed("b")] },
        } });
    });
    for (index, result) in
        [json!({ "one": { "b": 1 } }), json!({ "nullable": { "b": 1 } }), json!({ "either": { "a": 1, "b": 1 } })]
            .into_iter()
            .enumerate()
    {
        desk.accept("account-logout", &index.to_string(), json!({ "id": 1, "result": result }));
    }
    let (_, judged) = judged(&desk);
    let whole = judged.iter().filter(|judged| judged.surface == Surface::Experimental);
    let sights: Vec<Option<Sight>> = whole.map(|judged| judged.sight).collect();
    assert_eq!(sights, [Some(Sight::Excess), Some(Sight::Excess), Some(Sight::Value)]);
}

#[test]
fn the_stable_surface_is_held_to_what_is_not_experimental() {
    let desk = Desk::with_both_surfaces();
    desk.accept("turn-steer", "always", steer(json!({ "threadId": "t", "input": [], "policy": "always" })));
    desk.accept(
        "turn-steer",
        "granular",
        steer(json!({ "threadId": "t", "input": [], "policy": { "granular": true } })),
    );
    desk.edit("schema/desk.schemas.json", |bundle| {
        bundle["definitions"]["v2"]["Policy"]["oneOf"][0]["enum"] = json!(["never"]);
    });
    let (_, judged) = judged(&desk);
    let told: Vec<(Surface, bool, Option<FindingKind>)> =
        judged.iter().map(|one| (one.surface, one.experimental, one.opinion.contradicts)).collect();
    assert_eq!(
        told,
        [
            (Surface::Experimental, false, None),
            (Surface::Stable, false, Some(FindingKind::AcceptRefused)),
            (Surface::Experimental, true, None),
            (Surface::Stable, true, None),
        ]
    );
}
