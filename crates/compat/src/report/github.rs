//! A judgement as workflow commands, which GitHub shows beside the lines of a change.

use std::fmt::Write as _;

use super::marked;
use super::spot::Lines;
use super::words::{level, unproven, writes};
use crate::finding::{Level, Proof};
use crate::judge::Judgement;

pub(super) fn render(judgement: &Judgement) -> String {
    let mut out = String::new();
    let mut lines = Lines::of(judgement.source.as_ref());
    // What harms nobody would bury the rest; the closing line counts it.
    for finding in judgement.findings.iter().filter(|f| f.level > Level::Info && f.waived.is_none()) {
        let command = if judgement.fails(finding) { "error" } else { "warning" };
        let mut text = format!("{}: {}", finding.place(), finding.message);
        if let Proof::Witness { message, pointer, writer, refusal } = &finding.proof {
            let _ = write!(text, "\n{}: {refusal}\n{}", writes(*writer), marked::lines(message, pointer).join("\n"));
        }
        if let Some(unproven) = unproven(finding) {
            let _ = write!(text, "\n{unproven}");
        }
        let title = property(&format!("{} ({})", finding.rule, level(finding.level)));
        let at = lines.spot(finding).map(|(file, line)| format!("file={},line={line},", property(file)));
        let _ = writeln!(out, "::{command} {}title={title}::{}", at.unwrap_or_default(), data(&text));
    }
    for waiver in &judgement.waivers {
        let file = property(judgement.policy.as_deref().unwrap_or("compat.toml"));
        let _ = writeln!(out, "::warning file={file},line={},title=waiver::{}", waiver.line, data(&waiver.message()));
    }
    for note in &judgement.notes {
        let _ = writeln!(out, "::notice::{}", data(note));
    }
    let _ = writeln!(out, "{}", super::human::summary(judgement));
    out
}

/// Text after the `::` of a workflow command, where only these characters have a meaning.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command, which also ends at a colon or a comma.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
