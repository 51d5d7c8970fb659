//! Both surfaces together: who judges what, and what does not fit together.

use methodic_validator::{Surface, Surfaces, fixtures};
use serde_json::{Value, json};

use crate::support::Desk;

fn steer(policy: Value) -> Value {
    json!({ "id": 1, "method": "turn/steer", "params": { "threadId": "t", "input": [], "policy": policy } })
}

/// The findings of a desk on its surfaces, printed from the fixture folder on.
fn findings(desk: &Desk) -> Vec<String> {
    let surfaces = Surfaces::load(desk.path("schema")).expect("surfaces");
    let fixtures = fixtures::load(desk.path("fixtures")).expect("fixtures");
    let root = format!("{}/", desk.path("fixtures").display());
    surfaces.check(&fixtures).iter().map(|finding| finding.to_string().replace(&root, "")).collect()
}

#[test]
fn one_surface_alone_is_the_whole() {
    let desk = Desk::new();
    desk.surface("schema", "stable");
    let surfaces = Surfaces::load(desk.path("schema")).expect("one surface");
    assert_eq!((surfaces.whole.methods().surface, surfaces.stable.is_none()), (Surface::Stable, true));
    desk.accept("goal-set", "x", json!({ "id": 1, "method": "goal/set", "params": { "goal": "g" } }));
    assert_eq!(findings(&desk), ["goal-set/accept/x.json: `goal/set` is no method of desk: rename or remove goal-set"]);
}

#[test]
fn experimental_parts_may_be_refused_by_the_stable_surface() {
    let desk = Desk::with_both_surfaces();
    desk.accept("turn-steer", "never", steer("never".into()));
    desk.accept("turn-steer", "granular", steer(json!({ "granular": true })));
    desk.accept("goal-set", "minimal", json!({ "id": 1, "method": "goal/set", "params": { "goal": "g" } }));
    desk.reject("turn-steer", "granular", "/params/policy", "anyOf", steer(json!({ "granular": 1 })));
    assert_eq!(findings(&desk), Vec::<String>::new());
}

#[test]
fn what_stable_refuses_without_a_mark_is_a_finding() {
    let desk = Desk::with_both_surfaces();
    desk.accept("turn-steer", "always", steer("always".into()));
    desk.edit("schema/desk.schemas.json", |bundle| {
        bundle["definitions"]["v2"]["Policy"]["oneOf"][0]["enum"] = json!(["never"]);
    });
    assert_eq!(
        findings(&desk),
        ["turn-steer/accept/always.json: turn/steer at /params/policy (enum): the stable surface refuses what the \
          whole one accepts, though nothing in it is marked `x-experimental`: expected \"never\", found \"always\""]
    );
}

#[test]
fn what_both_refuse_is_reported_once_and_rejects_are_judged_on_the_whole_surface() {
    let desk = Desk::with_both_surfaces();
    desk.accept("turn-steer", "bad", steer(json!(5)));
    // Refused by the stable surface alone, so it is no reject.
    desk.reject("turn-steer", "granular", "/params/policy", "anyOf", steer(json!({ "granular": true })));
    assert_eq!(
        findings(&desk),
        [
            "turn-steer/accept/bad.json: turn/steer at /params/policy (type): expected string or object or null, found 5",
            "turn-steer/reject/granular.json: turn/steer at /params/policy (anyOf): \
             the schema accepts this reject: expected it to be refused here",
        ]
    );
}

#[test]
fn folders_that_are_not_two_surfaces_of_one_protocol_are_refused() {
    let mend = "run: cargo xtask codegen (or point --schema at the published schema of one version)";
    let refused = |desk: &Desk| {
        let error = Surfaces::load(desk.path("schema")).expect_err("they do not fit");
        error.to_string().replace(&format!("{}/", desk.path("").display().to_string().trim_end_matches('/')), "")
    };
    let swapped = Desk::new();
    swapped.surface("schema", "experimental");
    swapped.surface("schema/experimental", "experimental");
    assert_eq!(refused(&swapped), format!("schema: expected the stable surface, found the experimental one; {mend}"));

    let half = Desk::new();
    half.surface("schema", "stable");
    half.surface("schema/experimental", "stable");
    assert_eq!(
        refused(&half),
        format!("schema/experimental: expected the experimental surface, found the stable one; {mend}")
    );

    let other = Desk::with_both_surfaces();
    other.edit("schema/experimental/methods.json", |table| table["protocol"]["name"] = "table".into());
    for bundle in ["schemas.json", "v2.schemas.json"] {
        let from = other.path(&format!("schema/experimental/desk.{bundle}"));
        std::fs::rename(from, other.path(&format!("schema/experimental/table.{bundle}"))).unwrap();
    }
    assert_eq!(
        refused(&other),
        format!("schema/experimental: expected the protocol `desk` of the folder above, found `table`; {mend}")
    );

    let older = Desk::with_both_surfaces();
    older.edit("schema/experimental/methods.json", |table| {
        table["methods"].as_array_mut().unwrap().retain(|row| row["method"] != "turn/started");
    });
    assert_eq!(
        refused(&older),
        format!("schema/experimental: expected the method `turn/started` of the stable surface, found none; {mend}")
    );

    let turned = Desk::with_both_surfaces();
    turned
        .edit("schema/experimental/methods.json", |table| table["methods"][0]["direction"] = "server-to-client".into());
    assert!(refused(&turned).contains("found one of another kind or direction"));

    let incomplete = Desk::with_both_surfaces();
    std::fs::remove_file(incomplete.path("schema/experimental/methods.json")).unwrap();
    assert!(refused(&incomplete).starts_with("schema/experimental/methods.json is missing"));
}
