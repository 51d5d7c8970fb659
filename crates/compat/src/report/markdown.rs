//! A judgement as notes of a release: what breaks, what was added, what changed, what is on its way out.

use std::fmt::Write as _;

use super::words::{also, count, level};
use crate::finding::{Finding, Level, Proof};
use crate::judge::Judgement;

/// Other uses of a definition that are named.
const USES: usize = 3;

/// A section of the notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Breaking,
    Added,
    Changed,
    Deprecated,
    /// Left out, and counted: words alone.
    Words,
}

pub(super) fn render(judgement: &Judgement) -> String {
    let mut out = String::from("## Protocol changes\n");
    let _ = writeln!(out, "\nFrom `{}` to `{}`.", judgement.baseline, judgement.current);
    for (section, title) in [
        (Section::Breaking, "Breaking"),
        (Section::Added, "Added"),
        (Section::Changed, "Changed"),
        (Section::Deprecated, "Deprecated"),
    ] {
        let findings: Vec<&Finding> =
            judgement.findings.iter().filter(|finding| self::section(finding) == section).collect();
        if !findings.is_empty() {
            let _ = writeln!(out, "\n### {title}\n");
        }
        for finding in findings {
            item(&mut out, finding);
        }
    }
    if judgement.findings.is_empty() {
        out.push_str("\nNothing changed.\n");
    }
    let words = judgement.findings.iter().filter(|finding| section(finding) == Section::Words).count();
    if words > 0 {
        let verb = if words == 1 { "concerns" } else { "concern" };
        let _ = writeln!(
            out,
            "\n{} {verb} no message: descriptions, titles, names of definitions.",
            count(words, "further change")
        );
    }
    out
}

fn section(finding: &Finding) -> Section {
    let rule = finding.rule;
    match () {
        () if finding.level > Level::Info => Section::Breaking,
        () if rule.starts_with("description") || rule.starts_with("title") || rule.starts_with("definition") => {
            Section::Words
        }
        () if rule.contains("deprecated") => Section::Deprecated,
        () if rule.contains("-added") || rule.contains("promoted") => Section::Added,
        () => Section::Changed,
    }
}

fn item(out: &mut String, finding: &Finding) {
    let place = finding.place();
    let place = place.strip_prefix(&finding.method).unwrap_or(&place).trim_start();
    let place = if place.is_empty() { String::new() } else { format!(" {}", code(place)) };
    let _ = write!(out, "- **{}**{place}: {}", code(&finding.method), finding.message);
    if finding.experimental {
        out.push_str(" (experimental)");
    }
    let _ = writeln!(out, " ({})", code(finding.rule));
    if finding.level == Level::Info {
        return;
    }
    if finding.level == Level::Source {
        let _ = writeln!(out, "  - Level {}: messages pass, code has to follow.", level(finding.level));
    }
    if let Some(uses) = also(&finding.also, USES) {
        let _ = writeln!(out, "  - Also in {uses}");
    }
    if let Proof::Witness { message, .. } = &finding.proof {
        let _ = writeln!(out, "  - Refused: {}", code(&message.to_string()));
    }
    if let Some(reason) = &finding.waived {
        let _ = writeln!(out, "  - Accepted: {reason}");
    }
}

/// A code span, whatever backticks the text has.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let text = text.replace(['\n', '\r'], " ");
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn code_spans_hold_backticks() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`a`"), "`` `a` ``");
    }
}
