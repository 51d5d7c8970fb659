//! Random schemas and edits: what sampled messages or the validator's own containment check refute, a rule reports.

mod common;
#[path = "common/random.rs"]
mod random;

use std::collections::BTreeSet;

use common::{compared, contracts};
use jsonschema::canonical::Containment;
use methodic_compat::{Finding, Level, Options, Part, Proof, compare};
use proptest::prelude::*;
use random::{Chance, as_written, edited, payload, value};
use serde_json::Value;

fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::draft7::new(schema).expect("a schema")
}

/// A message that the writer may send and the reader refuses.
fn refutation(writer: &Value, reader: &Value, chance: &mut Chance) -> Option<Value> {
    let written = as_written(writer);
    // Of variants that exclude each other, closing one can make way for another: both forms must hold.
    let (sends, closed, takes) = (validator(writer), validator(&written), validator(reader));
    let refuted = |value: &Value| sends.is_valid(value) && closed.is_valid(value) && !takes.is_valid(value);
    (0..60).map(|_| value(&written, &written, chance, 5)).find(refuted)
}

/// What the validator's library says: whether the reader takes all that the writer may send.
fn covered(writer: &Value, reader: &Value) -> Containment {
    let canonical =
        |schema: &Value| jsonschema::canonical::options().with_draft(jsonschema::Draft::Draft7).canonicalize(schema);
    let contained = || {
        let writes = canonical(&as_written(writer))?.intersect(&canonical(writer)?)?;
        canonical(reader)?.covers(&writes)
    };
    contained().unwrap_or(Containment::Unknown)
}

fn wire(findings: &[Finding], part: Part) -> BTreeSet<&str> {
    let wire = findings.iter().filter(|finding| finding.part == part && finding.level == Level::Wire);
    wire.map(|finding| finding.path.as_str()).collect()
}

fn cases() -> ProptestConfig {
    // PROPTEST_CASES asks for more.
    let cases = ProptestConfig::default().cases.max(1500);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_is_refuted_is_reported(seed in any::<u64>()) {
        let mut chance = Chance(seed);
        let baseline = payload(&mut chance);
        let current = edited(&baseline, &mut chance);
        let findings = compared(&baseline, &current);
        for (part, writer, reader) in [(Part::Params, &baseline, &current), (Part::Result, &current, &baseline)] {
            let reported = !wire(&findings, part).is_empty();
            if let Some(message) = refutation(writer, reader, &mut chance) {
                prop_assert!(reported, "{message} is refused\nwriter {writer}\nreader {reader}\n{findings:#?}");
            }
            if covered(writer, reader) == Containment::No {
                prop_assert!(reported, "not contained\nwriter {writer}\nreader {reader}\n{findings:#?}");
            }
        }
    }

    #[test]
    fn nothing_changes_between_a_schema_and_itself(seed in any::<u64>()) {
        let schema = payload(&mut Chance(seed));
        prop_assert_eq!(compared(&schema, &schema), []);
    }

    #[test]
    fn swapping_the_sides_swaps_input_and_output(seed in any::<u64>()) {
        let mut chance = Chance(seed);
        let baseline = payload(&mut chance);
        let current = edited(&baseline, &mut chance);
        // Params that are null are params that are left out, which is another question than a null result.
        if [&baseline, &current].iter().any(|payload| validator(payload).is_valid(&Value::Null)) {
            return Ok(());
        }
        let (there, back) = (compared(&baseline, &current), compared(&current, &baseline));
        prop_assert_eq!(wire(&there, Part::Params), wire(&back, Part::Result), "{} {}", baseline, current);
        prop_assert_eq!(wire(&there, Part::Result), wire(&back, Part::Params), "{} {}", baseline, current);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..cases() })]

    #[test]
    fn what_is_acquitted_is_not_refuted(seed in any::<u64>()) {
        let mut chance = Chance(seed);
        let old = payload(&mut chance);
        let new = edited(&old, &mut chance);
        let (baseline, current) = contracts(&old, &new);
        let findings = compare(&baseline, &current, &Options::default());
        for (part, writer, reader) in [(Part::Params, &old, &new), (Part::Result, &new, &old)] {
            if let Some(message) = refutation(writer, reader, &mut chance) {
                prop_assert!(!wire(&findings, part).is_empty(), "{message}\nwriter {writer}\nreader {reader}\n{findings:#?}");
            }
        }
    }

    #[test]
    fn witnesses_are_valid_for_the_writer_and_refused_by_the_reader(seed in any::<u64>()) {
        let mut chance = Chance(seed);
        let old = payload(&mut chance);
        let new = edited(&old, &mut chance);
        let (baseline, current) = contracts(&old, &new);
        let (first, second) = (validator(&old), validator(&new));
        for finding in compare(&baseline, &current, &Options::default()) {
            let Proof::Witness { message, pointer, .. } = &finding.proof else { continue };
            let (payload, writer, reader) = match finding.part {
                Part::Params => (&message["params"], &first, &second),
                _ => (&message["result"], &second, &first),
            };
            prop_assert!(writer.is_valid(payload), "{finding:#?}");
            prop_assert!(!reader.is_valid(payload), "{finding:#?}");
            prop_assert!(message.pointer(pointer).is_some(), "{finding:#?}");
        }
    }
}

/// The tests above say nothing if random edits break nothing, or if hardly a break is proven.
#[test]
fn random_edits_break_often_and_breaks_are_mostly_proven() {
    let (mut sampled, mut contained, mut wire, mut proven) = (0, 0, 0, 0);
    for seed in 0..300 {
        let mut chance = Chance(seed);
        let old = payload(&mut chance);
        let new = edited(&old, &mut chance);
        sampled += usize::from(refutation(&old, &new, &mut chance).is_some());
        contained += usize::from(covered(&old, &new) == Containment::No);
        let (baseline, current) = contracts(&old, &new);
        for finding in compare(&baseline, &current, &Options::default()) {
            wire += usize::from(finding.level == Level::Wire);
            proven += usize::from(matches!(finding.proof, Proof::Witness { .. }));
        }
    }
    eprintln!("of 300: {sampled} refuted by samples, {contained} by containment; {proven} of {wire} breaks proven");
    assert!(sampled > 30 && contained > 30, "{sampled} {contained}");
    assert!(proven * 10 > wire * 6, "{proven} of {wire}");
}
