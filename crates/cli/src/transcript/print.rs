//! The report on a session: a table of its methods, what it did not exercise, and a last line that says it all.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use methodic_validator::transcript::{Exercised, Gap, Latency, MethodSummary, Share, Summary};
use methodic_validator::{Finding, FindingKind, Methods};
use serde::Serialize;

use crate::report::{BOLD, GREEN, RED, count};

/// How wide lists of names become.
const WIDTH: usize = 120;

type Found = BTreeMap<FindingKind, u64>;

/// The report for a terminal, after the findings.
pub(super) fn human(summary: &Summary, found: &Found, gaps: bool) -> String {
    let mut text = table(&summary.methods);
    let coverage = &summary.coverage;
    if gaps {
        list(&mut text, "Methods that were not called", &coverage.methods.missing);
        types(&mut text, &coverage.gaps);
    }
    let of = |share: &Share, what: &str| format!("{} of {} {what}", share.seen, share.total);
    let surface = if summary.opted_in == Some(false) { " (experimental API left out: no opt-in)" } else { "" };
    let _ = writeln!(
        text,
        "coverage: {}, {}, {}{surface}",
        of(&coverage.methods, "methods"),
        of(&coverage.exercised.fields, "optional fields"),
        of(&coverage.exercised.variants, "variants"),
    );
    let style = if found.is_empty() { GREEN } else { RED };
    let _ = writeln!(text, "{style}{}{style:#}", last_line(summary, found).trim_end());
    text
}

/// The report for a program. It is written from here and not from a map, whose order depends on how `serde_json` is built.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    file: &'a str,
    protocol: &'a str,
    surface: String,
    findings: &'a [Finding],
    finding_counts: &'a Found,
    #[serde(flatten)]
    summary: &'a Summary,
}

/// One JSON object with everything.
pub(super) fn json(
    file: &str,
    methods: &Methods,
    summary: &Summary,
    found: &Found,
    findings: &[Finding],
) -> serde_json::Result<String> {
    let (protocol, surface) = (methods.protocol.name.as_str(), methods.surface.to_string());
    let report = Report { file, protocol, surface, findings, finding_counts: found, summary };
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}

/// What was read and found, in one line.
pub(super) fn last_line(summary: &Summary, found: &Found) -> String {
    let counts = &summary.counts;
    let mut text = format!(
        "{}, {} ({}, {}, {})",
        count(counts.lines, "line"),
        count(counts.messages, "message"),
        count(counts.requests, "request"),
        count(counts.answers, "answer"),
        count(counts.notifications, "notification"),
    );
    if let Some(micros) = summary.duration_micros {
        let _ = write!(text, " in {}", duration(micros));
    }
    let _ = write!(text, ", {}", count(found.values().sum::<u64>(), "finding"));
    for (at, (kind, count)) in found.iter().enumerate() {
        let _ = write!(text, "{} {count} {kind}", if at == 0 { ":" } else { "," });
    }
    text.push('\n');
    text
}

/// The methods that were called, one a row.
fn table(methods: &[MethodSummary]) -> String {
    if methods.is_empty() {
        return String::new();
    }
    let heads = ["method", "from", "calls", "errors", "unanswered", "min", "median", "p95", "max", "params", "result"];
    let mut rows = vec![heads.map(str::to_owned)];
    for method in methods {
        let latency = |pick: fn(&Latency) -> u64| {
            method.latency_micros.as_ref().map(|latency| duration(pick(latency))).unwrap_or_default()
        };
        // Zeros would hide the few numbers that matter.
        let some = |number: u64| if number == 0 { String::new() } else { number.to_string() };
        rows.push([
            method.method.clone(),
            method.direction.sender().to_owned(),
            method.calls.to_string(),
            some(method.errors),
            some(method.unanswered),
            latency(|latency| latency.min),
            latency(|latency| latency.median),
            latency(|latency| latency.p95),
            latency(|latency| latency.max),
            method.params.as_ref().map(exercised).unwrap_or_default(),
            method.result.as_ref().map(exercised).unwrap_or_default(),
        ]);
    }
    // A column that says nothing of any method is left out.
    let used = |column: usize| column < 3 || rows[1..].iter().any(|row| !row[column].is_empty());
    let columns: Vec<(usize, usize)> = (0..heads.len())
        .filter(|column| used(*column))
        .map(|column| (column, rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()))
        .collect();
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        let mut line = String::new();
        for &(column, width) in &columns {
            let cell = &row[column];
            let numbers = (2..9).contains(&column);
            let _ = if numbers { write!(line, "{cell:>width$}  ") } else { write!(line, "{cell:<width$}  ") };
        }
        let line = line.trim_end();
        let _ = if at == 0 { writeln!(text, "{BOLD}{line}{BOLD:#}") } else { writeln!(text, "{line}") };
    }
    text
}

fn exercised(exercised: &Exercised) -> String {
    let parts = [(&exercised.fields, "fields"), (&exercised.variants, "variants")];
    let parts = parts.iter().filter(|(share, _)| share.total > 0);
    parts.map(|(share, what)| format!("{}/{} {what}", share.seen, share.total)).collect::<Vec<_>>().join(", ")
}

fn list(text: &mut String, title: &str, names: &[String]) {
    if !names.is_empty() {
        let _ = writeln!(text, "{BOLD}{title}:{BOLD:#}");
        wrap(text, "  ", names.iter().map(String::as_str));
    }
}

fn types(text: &mut String, gaps: &[Gap]) {
    if !gaps.is_empty() {
        let _ =
            writeln!(text, "{BOLD}Optional .fields and =variants that were not seen, of the types that were:{BOLD:#}");
    }
    for gap in gaps {
        wrap(text, &format!("  {}", gap.of), gap.missing.iter().map(String::as_str));
    }
}

/// Names after a start, in lines that are not too wide.
fn wrap<'n>(text: &mut String, start: &str, names: impl Iterator<Item = &'n str>) {
    let mut line = start.trim_end().to_owned();
    for name in names {
        if line.chars().count() + 1 + name.chars().count() > WIDTH {
            let _ = writeln!(text, "{line}");
            line = "   ".to_owned();
        }
        let _ = write!(line, "{}{name}", if line.is_empty() { "  " } else { " " });
    }
    let _ = writeln!(text, "{line}");
}

/// Microseconds in the unit that keeps the number short, to three digits.
fn duration(micros: u64) -> String {
    let (value, unit) = match micros {
        0..1_000 => return format!("{micros} µs"),
        1_000..1_000_000 => (micros as f64 / 1e3, "ms"),
        1_000_000..120_000_000 => (micros as f64 / 1e6, "s"),
        120_000_000..7_200_000_000 => (micros as f64 / 60e6, "min"),
        _ => (micros as f64 / 3600e6, "h"),
    };
    let digits = if value < 10.0 { 2 } else { usize::from(value < 100.0) };
    format!("{value:.digits$} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_three_digits() {
        for (micros, expected) in [
            (0, "0 µs"),
            (999, "999 µs"),
            (1_240, "1.24 ms"),
            (12_340, "12.3 ms"),
            (123_400, "123 ms"),
            (1_500_000, "1.50 s"),
            (150_000_000, "2.50 min"),
            (9_000_000_000, "2.50 h"),
        ] {
            assert_eq!(duration(micros), expected);
        }
    }

    #[test]
    fn lists_are_wrapped_between_names() {
        let name = "x".repeat(50);
        let mut text = String::new();
        wrap(&mut text, "  T", [name.as_str(); 3].into_iter());
        assert_eq!(text, format!("  T {name} {name}\n    {name}\n"));
    }
}
