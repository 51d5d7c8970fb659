//! Every rule of the catalogue reports its own example, and nothing else does.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::contracts;
use methodic_compat::{Level, Options, Part, Proof, RULES, Reader, Rule, compare, explain};
use serde_json::{Value, json};

/// Rules whose break no schema shows.
const BEYOND_SCHEMA: [&str; 3] = ["experimental-demoted", "method-kind-changed", "unknown-keyword-changed"];

#[test]
fn each_example_is_reported_by_its_rule_alone_with_the_stated_verdict() {
    let mut faults = Vec::new();
    for rule in RULES {
        let (baseline, current) = rule.example.contracts().expect("fixtures are contracts");
        let findings = compare(&baseline, &current, &Options::default());
        if findings.is_empty() {
            faults.push(format!("{}: nothing is reported", rule.id));
        }
        for finding in findings {
            let stated = match finding.reader {
                Some(Reader::Client) => rule.output,
                _ => rule.input,
            };
            if (finding.rule, finding.level) != (rule.id, stated) {
                faults.push(format!("{}: expected {stated:?}, found {finding:#?}", rule.id));
            }
            let proven = match finding.level {
                Level::Wire => matches!(finding.proof, Proof::Witness { .. }),
                _ => finding.proof == Proof::NotNeeded,
            };
            if !proven && !BEYOND_SCHEMA.contains(&rule.id) {
                faults.push(format!("{}: no witness: {finding:#?}", rule.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_result_that_comes_or_goes_breaks_who_reads_it() {
    let said = |id: &str| -> Vec<(String, Option<Reader>, Level)> {
        let rule = RULES.iter().find(|rule| rule.id == id).expect("a rule");
        let (baseline, current) = rule.example.contracts().expect("fixtures are contracts");
        let findings = compare(&baseline, &current, &Options::default()).into_iter();
        findings.map(|finding| (finding.method, finding.reader, finding.level)).collect()
    };
    let of = |method: &str, reader, level| (method.to_owned(), Some(reader), level);
    let server_reads = |level| of("ask", Reader::Server, level);
    let client_reads = |level| of("file/read", Reader::Client, level);
    assert_eq!(said("result-removed"), [server_reads(Level::Source), client_reads(Level::Wire)]);
    assert_eq!(said("result-added"), [server_reads(Level::Wire), client_reads(Level::Info)]);
}

/// A bundle of OpenAPI's kind says it with a keyword that validators ignore; the proof must not.
#[test]
fn null_in_the_spelling_of_openapi_is_proven_like_any_other() {
    let payload = |member: Value| json!({ "type": "object", "required": ["text"], "properties": { "text": member } });
    let plain = payload(json!({ "type": "string" }));
    let nullable = payload(json!({ "type": "string", "nullable": true }));
    let (baseline, current) = contracts(&plain, &nullable);
    let findings = compare(&baseline, &current, &Options::default());
    let said: Vec<_> = findings.iter().map(|finding| (finding.rule, finding.part, finding.level)).collect();
    assert_eq!(said, [("became-nullable", Part::Params, Level::Info), ("became-nullable", Part::Result, Level::Wire)]);
    let Proof::Witness { message, .. } = &findings[1].proof else { panic!("no witness: {findings:#?}") };
    assert_eq!(message, &json!({ "id": 1, "result": { "text": null } }));
}

#[test]
fn an_example_compared_with_itself_is_silent() {
    for rule in RULES {
        let (baseline, current) = rule.example.contracts().expect("fixtures are contracts");
        assert_eq!(compare(&baseline, &baseline, &Options::default()), [], "{}", rule.id);
        assert_eq!(compare(&current, &current, &Options::default()), [], "{}", rule.id);
    }
}

#[test]
fn files_fixtures_and_catalogue_are_the_same_rules() {
    let names = |folder: &str, suffix: &str| -> BTreeSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let entries = std::fs::read_dir(folder).expect("a folder of the crate");
        let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"));
        names.filter(|name| name != "mod.rs").map(|name| name.trim_end_matches(suffix).replace('_', "-")).collect()
    };
    let catalogue: BTreeSet<String> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(catalogue.len(), RULES.len(), "two rules have one id");
    assert_eq!(names("src/rules", ".rs"), catalogue);
    assert_eq!(names("fixtures", ""), catalogue);
}

#[test]
fn each_rule_says_something() {
    let said: Vec<(&Rule, String)> = RULES.iter().map(|rule| (*rule, explain(rule.id).expect("it exists"))).collect();
    for (rule, text) in said {
        assert!(text.contains(rule.summary) && text.contains(rule.why), "{text}");
        assert!(rule.summary.ends_with('.') && rule.why.ends_with('.'), "{}: sentences", rule.id);
    }
}
