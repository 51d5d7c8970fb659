//! A judgement as one JSON object, for a program.

use serde_json::{Value, json};

use super::spot::Lines;
use crate::finding::{Finding, Level};
use crate::judge::Judgement;
use crate::policy::WaiverNote;

pub(super) fn render(judgement: &Judgement) -> String {
    let mut lines = Lines::of(judgement.source.as_ref());
    let findings: Vec<Value> = judgement.findings.iter().map(|finding| one(judgement, finding, &mut lines)).collect();
    let number = |wanted| judgement.findings.iter().filter(|f| f.waived.is_none() && f.level == wanted).count();
    let mut report = json!({
        "baseline": judgement.baseline,
        "current": judgement.current,
        "compatible": !judgement.is_breaking(),
        "failOn": judgement.fail_on,
        "methods": judgement.methods,
        "counts": {
            "wire": number(Level::Wire),
            "source": number(Level::Source),
            "info": number(Level::Info),
            "waived": judgement.findings.iter().filter(|finding| finding.waived.is_some()).count(),
        },
        "findings": findings,
        "policy": judgement.policy,
        "waivers": judgement.waivers.iter().map(waiver).collect::<Vec<_>>(),
        "notes": judgement.notes,
        "summary": super::human::summary(judgement),
    });
    report.sort_all_objects();
    format!("{report:#}\n")
}

/// A finding as it is, with what only the judgement knows.
fn one(judgement: &Judgement, finding: &Finding, lines: &mut Lines<'_>) -> Value {
    let mut value = json!(finding);
    value["place"] = finding.place().into();
    value["fails"] = judgement.fails(finding).into();
    if let Some((file, line)) = lines.spot(finding) {
        value["file"] = file.into();
        value["line"] = line.into();
    }
    value
}

/// A waiver that took nothing, with what is to be said about it.
fn waiver(waiver: &WaiverNote) -> Value {
    let mut value = json!(waiver);
    value["message"] = waiver.message().into();
    value
}
