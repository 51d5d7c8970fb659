//! Two versions of one payload, compared as params and as result of one method.
#![allow(dead_code, unreachable_pub)]

use methodic_compat::{Contract, Example, Finding, Options, Part, compare};
use serde_json::Value;

/// A payload's contract, by the same way as a rule's fixtures.
pub fn contracts(baseline: &Value, current: &Value) -> (Contract, Contract) {
    let leak = |value: &Value| -> &'static str { Box::leak(value.to_string().into_boxed_str()) };
    Example { baseline: leak(baseline), current: leak(current) }.contracts().expect("contracts")
}

/// What changed between two payloads, without looking for witnesses.
pub fn compared(baseline: &Value, current: &Value) -> Vec<Finding> {
    let (baseline, current) = contracts(baseline, current);
    compare(&baseline, &current, &Options { witnesses: false, ..Options::default() })
}

/// Rules and paths of the findings about params; those about the result are the same changes.
pub fn rules_of(findings: &[Finding]) -> Vec<String> {
    let params = findings.iter().filter(|finding| finding.part == Part::Params);
    let mut rules: Vec<String> = params.map(|finding| format!("{} {}", finding.rule, finding.path)).collect();
    rules.sort();
    rules
}
