//! The five forms of a report, for a pair of bundles that a person can read, against committed reports.
//!
//! `BLESS=1 cargo test -p methodic-compat` writes them anew.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use methodic_compat::{Contract, Day, Folder, Format, Judgement, Level, Policy, RULES, Show, Surface};
use serde_json::Value;

const SHOW: Show<'static> = Show { least: Level::Info, waivers: false, rules: RULES };

fn desk() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/edges/desk")
}

fn side(name: &str) -> Contract {
    let mut contract =
        Contract::from_folder(name, &Folder(desk().join(name)), Surface::Stable).expect("committed and complete");
    let source = contract.source.as_mut().expect("read from a file");
    source.path = format!("{name}/{}", source.path);
    contract
}

fn judged(baseline: &str, current: &str, policy: &str) -> Judgement {
    let policy = Policy::parse(policy, RULES).expect("a policy");
    let today = Day::parse("2027-01-31").expect("a day");
    let mut judgement = Judgement::new(&side(baseline), &side(current), &policy, true, today);
    judgement.policy = Some("compat.toml".into());
    judgement
}

fn judgement() -> Judgement {
    judged("baseline", "current", &fs::read_to_string(desk().join("compat.toml")).expect("committed"))
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn reports_are_as_committed() {
    let judgement = judgement();
    for (name, format, show) in [
        ("human.txt", Format::Human, SHOW),
        ("waivers.txt", Format::Human, Show { least: Level::Wire, waivers: true, ..SHOW }),
        ("report.json", Format::Json, SHOW),
        ("github.txt", Format::Github, SHOW),
        ("report.sarif", Format::Sarif, SHOW),
        ("notes.md", Format::Markdown, SHOW),
    ] {
        let path = desk().join("reports").join(name);
        let report = plain(&judgement.render(format, show));
        if env::var_os("BLESS").is_some() {
            fs::write(&path, &report).expect("writable");
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(report, committed, "{name} differs; if that is meant: BLESS=1 cargo test -p methodic-compat");
    }
}

#[test]
fn nothing_changed_is_one_line() {
    let judgement = judged("current", "current", "");
    assert!(!judgement.is_breaking());
    let line = "current is compatible with current: nothing changed in 4 methods\n";
    assert_eq!(plain(&judgement.render(Format::Human, SHOW)), line);
    assert_eq!(judgement.render(Format::Github, SHOW), line);
    assert!(judgement.render(Format::Markdown, SHOW).ends_with("\n\nNothing changed.\n"));
}

#[test]
fn json_keeps_what_a_finding_says_beside_its_proof() {
    let report: Value = serde_json::from_str(&judgement().render(Format::Json, SHOW)).expect("JSON");
    let finding = &report["findings"][0];
    assert_eq!(finding["message"], r#"the value "red" is gone"#);
    assert_eq!(
        (&finding["proof"]["kind"], &finding["proof"]["message"]["method"]),
        (&"witness".into(), &"note/add".into())
    );
    assert_eq!((finding["fails"].as_bool(), report["compatible"].as_bool()), (Some(false), Some(false)));
}

#[test]
fn only_a_terminal_gets_escape_codes() {
    let judgement = judgement();
    assert!(judgement.render(Format::Human, SHOW).contains("\u{1b}["));
    for format in [Format::Json, Format::Github, Format::Sarif, Format::Markdown] {
        assert!(!judgement.render(format, SHOW).contains('\u{1b}'));
    }
}

#[test]
fn fail_on_says_which_level_breaks() {
    let (wire, source) = (judged("current", "baseline", ""), judged("current", "baseline", "fail-on = 'source'"));
    let fails = |judgement: &Judgement| judgement.findings.iter().filter(|f| judgement.fails(f)).count();
    assert!(fails(&source) > fails(&wire), "{} {}", fails(&source), fails(&wire));
}

/// What the specification of SARIF 2.1.0 requires of the members that are used.
#[test]
fn sarif_has_what_its_specification_requires() {
    let judgement = judgement();
    let log: Value = serde_json::from_str(&judgement.render(Format::Sarif, SHOW)).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert!(run["tool"]["driver"]["name"].is_string());
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), judgement.findings.len());
    let mut fingerprints = Vec::new();
    for (result, finding) in results.iter().zip(&judgement.findings) {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small")];
        assert_eq!((&rule["id"], result["ruleId"].as_str()), (&result["ruleId"], Some(finding.rule)));
        assert!(rule["shortDescription"]["text"].is_string() && rule["fullDescription"]["text"].is_string());
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().expect("a level")));
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "current/desk.schemas.json");
        assert!(place["region"]["startLine"].as_u64().is_some_and(|line| line >= 1));
        assert_eq!(result.get("suppressions").is_some(), finding.waived.is_some());
        fingerprints.push(result["partialFingerprints"]["change/v1"].as_str().expect("a fingerprint").to_owned());
    }
    let all = fingerprints.len();
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), all, "each result is told from the others");
}

/// A schema may say anything; no report may break on it.
#[test]
fn what_other_formats_give_a_meaning_to_is_escaped() {
    let contract = |values: &[&str]| {
        let bundle = serde_json::json!({ "definitions": { "P": { "properties": { "a,b:%`*": { "enum": values } } } } });
        let table = serde_json::json!([{ "method": "m::n,\n`x`", "kind": "request", "direction": "client-to-server", "params": "P" }]);
        Contract::from_bundle("x", bundle, Some(table)).expect("complete")
    };
    let day = Day::parse("2027-01-31").expect("a day");
    let judgement = Judgement::new(&contract(&["a\nb", "c"]), &contract(&["c"]), &Policy::default(), true, day);
    assert!(judgement.is_breaking());
    let github = judgement.render(Format::Github, SHOW);
    let lines: Vec<&str> = github.lines().collect();
    assert_eq!(lines.len(), judgement.findings.iter().filter(|f| f.level > Level::Info).count() + 1, "{github}");
    assert!(lines[0].starts_with("::error title="), "{github}");
    assert!(
        judgement.render(Format::Markdown, SHOW).contains("- **`` m::n, `x` ``**"),
        "{}",
        judgement.render(Format::Markdown, SHOW)
    );
}
