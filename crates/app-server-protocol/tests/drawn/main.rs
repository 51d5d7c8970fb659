//! Property tests: values drawn from the schema, and values drawn from the Rust types, are judged the same by both.
//!
//! A value is a function of a sequence of numbers, so proptest shrinks the sequence and with it the value. A failing value
//! is saved as a fixture. `PROPTEST_CASES=2000 cargo test -p app-server-protocol --test drawn` draws more of them.

mod agree;
mod mutations;
mod rust;
mod save;
mod surface;

use std::cell::RefCell;

use agree::{Disagreement, Payload};
use methodic_validator::draw::typed::Facts;
use methodic_validator::draw::{Source, Style};
use methodic_validator::fixtures;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::Value;
use surface::Loaded;

/// How many values of each payload are drawn where `PROPTEST_CASES` says nothing.
const CASES: u32 = 12;

/// Asks about values drawn by `CASES` sequences, and gives the disagreement over the smallest of them.
fn property(check: impl Fn(&[u64]) -> Result<(), Disagreement>) -> Option<Disagreement> {
    let said = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    let config = Config {
        cases: said.unwrap_or(CASES),
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..Config::default()
    };
    // The same values in every run: what is committed is judged the same on every machine.
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let found = RefCell::new(None);
    let outcome = TestRunner::new_with_rng(config, rng).run(&vec(any::<u64>(), 0..300), |choices| {
        check(&choices).map_err(|disagreement| {
            found.replace(Some(disagreement));
            TestCaseError::fail("a disagreement")
        })
    });
    // The last failure that was seen is the smallest: shrinking only remembers failures.
    outcome.err().and(found.into_inner())
}

/// Asks about every payload of both surfaces.
fn everywhere(check: impl Fn(Payload<'_>, &Source<'_>, &str, &[u64]) -> Result<(), Disagreement>) {
    let mut failures = Vec::new();
    for surface in ["", "experimental"] {
        let loaded = Loaded::new(&surface::folder(surface)).expect("the committed schema can be used");
        let source = Source::new(&loaded.document);
        for (method, part, pointer) in loaded.payloads() {
            let payload = Payload { loaded: &loaded, method, part };
            if let Some(found) = property(|choices| check(payload, &source, &pointer, choices)) {
                failures.push(save::save(method, part, &found));
            }
        }
    }
    let count = failures.len();
    assert!(failures.is_empty(), "schema and Rust disagree about {count} payloads:\n{}", failures.join("\n"));
}

#[test]
fn what_the_schema_allows_is_read_and_written_again() {
    everywhere(|payload, source, pointer, choices| payload.of_schema(source, pointer, choices, Style::Newer));
}

#[test]
fn what_is_nearly_right_is_refused_by_both_or_by_none() {
    everywhere(|payload, source, pointer, choices| payload.of_schema(source, pointer, choices, Style::NearMiss));
}

#[test]
fn what_the_types_read_and_write_is_valid() {
    let facts = RefCell::new(Facts::new(samples()));
    everywhere(|payload, _, _, choices| payload.of_rust(&mut facts.borrow_mut(), choices, Style::Newer));
}

/// What types are offered that tell nothing of themselves: one value of each shape in the accept fixtures.
fn samples() -> Vec<Value> {
    fn collect(value: &Value, shapes: &mut std::collections::BTreeMap<String, Value>) {
        let shape = match value {
            Value::Object(members) => {
                members.values().for_each(|member| collect(member, shapes));
                let kind = |value: &Value| {
                    value.as_str().map_or("", |text| if text.len() < 12 { text } else { "" }).to_owned()
                };
                let names: Vec<String> = members
                    .iter()
                    .map(|(name, value)| match name.as_str() {
                        "type" | "mode" => format!("{name}={}", kind(value)),
                        _ => name.clone(),
                    })
                    .collect();
                names.join(",")
            }
            Value::Array(items) => {
                items.iter().for_each(|item| collect(item, shapes));
                return;
            }
            _ => return,
        };
        shapes.entry(shape).or_insert_with(|| value.clone());
    }
    let mut shapes = std::collections::BTreeMap::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    for fixture in fixtures::load(folder).expect("the fixtures can be loaded").iter().filter(|one| one.is_accept()) {
        collect(&fixture.message, &mut shapes);
    }
    shapes.into_values().collect()
}
