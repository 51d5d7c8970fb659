//! A judgement in the Static Analysis Results Interchange Format 2.1.0, for code scanning.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::spot::Lines;
use super::words::{unproven, writes};
use crate::finding::{Finding, Level, Proof};
use crate::judge::Judgement;
use crate::policy::Waiver;
use crate::rule::Rule;

pub(super) fn render(judgement: &Judgement, rules: &[&Rule]) -> String {
    // Only the rules that speak: a viewer shows each, whether it has results or not.
    let spoken: Vec<&&Rule> =
        rules.iter().filter(|rule| judgement.findings.iter().any(|finding| finding.rule == rule.id)).collect();
    let descriptors: Vec<Value> = spoken
        .iter()
        .map(|rule| {
            json!({
                "id": rule.id,
                "shortDescription": { "text": rule.summary },
                "fullDescription": { "text": rule.why },
                "defaultConfiguration": { "level": severity(rule.input.max(rule.output)) },
            })
        })
        .collect();
    let mut lines = Lines::of(judgement.source.as_ref());
    let results: Vec<Value> = judgement
        .findings
        .iter()
        .map(|finding| result(finding, spoken.iter().position(|rule| rule.id == finding.rule), &mut lines))
        .collect();
    let notes = judgement.notes.iter().map(String::as_str).map(str::to_owned);
    let notifications: Vec<Value> = notes
        .chain(judgement.waivers.iter().map(crate::policy::WaiverNote::message))
        .map(|text| json!({ "level": "note", "message": { "text": text } }))
        .collect();
    let mut log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "methodic compat",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": descriptors,
            } },
            "invocations": [{ "executionSuccessful": true, "toolExecutionNotifications": notifications }],
            "results": results,
        }],
    });
    log.sort_all_objects();
    format!("{log:#}\n")
}

fn result(finding: &Finding, rule: Option<usize>, lines: &mut Lines<'_>) -> Value {
    let mut text = format!("{}: {}", finding.place(), finding.message);
    if let Proof::Witness { message, writer, refusal, .. } = &finding.proof {
        let _ = write!(text, "\n{}: {refusal}\n{message}", writes(*writer));
    }
    if let Some(unproven) = unproven(finding) {
        let _ = write!(text, "\n{unproven}");
    }
    // What a viewer recognizes a result by from run to run: the same that a waiver pins.
    let waiver = Waiver::of(finding, "");
    let mut result = json!({
        "ruleId": finding.rule,
        "level": severity(finding.level),
        "message": { "text": text },
        "partialFingerprints": { "change/v1": waiver.fingerprint() },
    });
    if let Some(index) = rule {
        result["ruleIndex"] = index.into();
    }
    if let Some((file, line)) = lines.spot(finding) {
        result["locations"] = json!([{
            "physicalLocation": { "artifactLocation": { "uri": uri(file) }, "region": { "startLine": line } },
            "logicalLocations": [{ "fullyQualifiedName": finding.place(), "kind": "member" }],
        }]);
    }
    if let Some(reason) = &finding.waived {
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": reason }]);
    }
    result
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Wire => "error",
        Level::Source => "warning",
        Level::Info => "note",
    }
}

/// A path as a relative URI.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            other => {
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
    out
}
