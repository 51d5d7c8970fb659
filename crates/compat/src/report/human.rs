//! A judgement for people: by method, the worst first, each break with the message that shows it.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::words::{also, count, fragments, level, unproven, writes};
use super::{Show, marked};
use crate::finding::{Finding, Level, Part, Proof};
use crate::judge::Judgement;
use crate::policy::Waiver;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default();
const CYAN: Style = AnsiColor::Cyan.on_default();
const GREEN: Style = AnsiColor::Green.on_default();

/// A fragment of schema is shown up to this length.
const FRAGMENT: usize = 100;
/// Other uses of a definition that are shown by name.
const USES: usize = 3;

pub(super) fn render(judgement: &Judgement, show: Show<'_>) -> String {
    let mut out = String::new();
    let shown: Vec<&Finding> = judgement.findings.iter().filter(|finding| finding.level >= show.least).collect();
    let mut methods: Vec<&str> = Vec::new();
    for finding in &shown {
        if !methods.contains(&finding.method.as_str()) {
            methods.push(&finding.method);
        }
    }
    for method in methods {
        let title = if method.is_empty() { "definitions that no method reaches" } else { method };
        let _ = writeln!(out, "{BOLD}{title}{BOLD:#}");
        let mut findings: Vec<&Finding> = shown.iter().copied().filter(|finding| finding.method == method).collect();
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        for finding in findings {
            one(&mut out, judgement, finding, show);
        }
        out.push('\n');
    }
    for waiver in &judgement.waivers {
        let file = judgement.policy.as_deref().unwrap_or("compat.toml");
        let _ = writeln!(out, "{YELLOW}{file}:{}{YELLOW:#}: {}", waiver.line, waiver.message());
    }
    for note in &judgement.notes {
        let _ = writeln!(out, "{DIM}note: {note}{DIM:#}");
    }
    let style = if judgement.is_breaking() { RED } else { GREEN };
    let _ = writeln!(out, "{style}{}{style:#}", summary(judgement));
    out
}

/// One finding, and for a break what stood there, what stands there, and a message that shows it.
fn one(out: &mut String, judgement: &Judgement, finding: &Finding, show: Show<'_>) {
    let style = match finding.level {
        _ if finding.waived.is_some() => DIM,
        Level::Wire => RED,
        Level::Source => YELLOW,
        Level::Info => CYAN,
    };
    let place = finding.place();
    let place = place.strip_prefix(&finding.method).unwrap_or(&place).trim_start();
    let place = if place.is_empty() { String::new() } else { format!("{place}: ") };
    let experimental = if finding.experimental { " (experimental)" } else { "" };
    let word = level(finding.level);
    let _ = writeln!(
        out,
        "  {style}{word:<6}{style:#} {place}{}{experimental} {DIM}[{}]{DIM:#}",
        finding.message, finding.rule
    );
    if let Some(reason) = &finding.waived {
        let _ = writeln!(out, "         {DIM}waived: {reason}{DIM:#}");
        return;
    }
    if finding.level == Level::Info {
        return;
    }
    // Of a method that is gone, the message has said all.
    let places = match (finding.part, &finding.baseline, &finding.current) {
        (Part::Method, None, _) | (Part::Method, _, None) => [&None, &None],
        (_, baseline, current) => [baseline, current],
    };
    let texts = fragments(
        finding.baseline.as_ref().map(|place| &place.fragment),
        finding.current.as_ref().map(|place| &place.fragment),
        FRAGMENT,
    );
    // What did not move is said to be there once, and what did not change is shown once.
    let at = places.map(|place| place.as_ref().map(|place| place.pointer.as_str()).unwrap_or_default());
    let same = texts[0] == texts[1] && at[0] == at[1];
    let labels = if same { ["there", ""] } else { ["baseline", "current"] };
    for (index, (label, text)) in labels.into_iter().zip(&texts).enumerate() {
        let (Some(text), Some(_), false) = (text, places[index], label.is_empty()) else { continue };
        let _ = writeln!(out, "         {DIM}{label:<8}{DIM:#} {text}");
        if !at[index].is_empty() && (same || index == 1 || at[0] != at[1]) {
            let _ = writeln!(out, "                  {DIM}at {}{DIM:#}", at[index]);
        }
    }
    if let Some(uses) = also(&finding.also, USES) {
        let _ = writeln!(out, "         {DIM}also in{DIM:#}  {uses}");
    }
    if let Proof::Witness { message, pointer, writer, refusal } = &finding.proof {
        let _ = writeln!(out, "         {}: {refusal}", writes(*writer));
        for line in marked::lines(message, pointer) {
            let carets = line.trim_start().starts_with('^');
            let style = if carets { RED } else { Style::new() };
            let _ = writeln!(out, "           {style}{line}{style:#}");
        }
    }
    if let Some(text) = unproven(finding) {
        let _ = writeln!(out, "         {DIM}{text}{DIM:#}");
    }
    if show.waivers && judgement.fails(finding) {
        for line in Waiver::of(finding, "…").to_toml().lines() {
            let _ = writeln!(out, "           {CYAN}{line}{CYAN:#}");
        }
    }
}

/// The closing line: the verdict, and how much of what there is.
pub(super) fn summary(judgement: &Judgement) -> String {
    let Judgement { baseline, current, findings, .. } = judgement;
    if findings.is_empty() {
        return format!(
            "{current} is compatible with {baseline}: nothing changed in {}",
            count(judgement.methods, "method")
        );
    }
    let number = |wanted: Level| findings.iter().filter(|f| f.waived.is_none() && f.level == wanted).count();
    let waived = findings.iter().filter(|finding| finding.waived.is_some()).count();
    let mut parts = Vec::new();
    for (wanted, noun, words) in [
        (Level::Wire, "break", "on the wire"),
        (Level::Source, "break", "in source code"),
        (Level::Info, "change", "without harm"),
    ] {
        match number(wanted) {
            0 => {}
            n => parts.push(format!("{} {words}", count(n, noun))),
        }
    }
    if waived > 0 {
        parts.push(format!("{waived} waived"));
    }
    let verdict = if judgement.is_breaking() { "breaks" } else { "is compatible with" };
    format!("{current} {verdict} {baseline}: {}", parts.join(", "))
}
