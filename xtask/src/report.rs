//! What a task tells: findings, notes and a closing line, for people, for programs and for GitHub's annotations.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use serde_json::{Map, Value, json};

use crate::failure::{Failure, Verdict};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default();
const GREEN: Style = AnsiColor::Green.on_default();
const CYAN: Style = AnsiColor::Cyan.on_default();
const ERROR: Style = AnsiColor::Red.on_default().bold();

/// Findings of one kind that are shown to people one by one, where a single command mends all of them.
const SHOWN: usize = 20;

/// In which form a task reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for people, with colour on a terminal
    Human,
    /// One JSON object: { "findings": [ { "file", "kind", "message", "command" } ], … }
    Json,
    /// Workflow commands that GitHub shows beside the code
    Github,
}

/// One thing that is not as it should be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The file it is about, as a person would type it.
    pub(crate) file: String,
    /// A short name of the kind of finding, in kebab-case.
    pub(crate) kind: String,
    /// What is wrong, and what was expected.
    pub(crate) message: String,
    /// The command that mends it.
    pub(crate) command: Option<String>,
    /// A unified diff, shown to people in place of the message.
    pub(crate) diff: Option<String>,
    /// Further members of the finding's JSON object: what the message says, in parts.
    pub(crate) details: Map<String, Value>,
}

/// Everything a task has to say at its end.
#[derive(Debug, Clone, Default)]
pub(crate) struct Report {
    pub(crate) findings: Vec<Finding>,
    /// What is worth knowing and no finding.
    pub(crate) notes: Vec<String>,
    /// The closing line.
    pub(crate) summary: String,
    /// Further members of the JSON object.
    pub(crate) facts: Map<String, Value>,
}

impl Report {
    /// Whether there are findings.
    pub(crate) fn verdict(&self) -> Verdict {
        if self.findings.is_empty() { Verdict::Clean } else { Verdict::Findings }
    }

    /// Prints the report and returns its verdict.
    pub(crate) fn print(&self, format: Format) -> Verdict {
        say(&self.render(format));
        self.verdict()
    }

    /// The text of the report; for people it carries escape codes, which [`say`] drops where they do not belong.
    pub(crate) fn render(&self, format: Format) -> String {
        match format {
            Format::Human => self.human(),
            Format::Json => self.json(),
            Format::Github => self.github(),
        }
    }

    /// The commands that mend the findings, each once, in the order of the findings.
    fn commands(&self) -> Vec<&str> {
        let mut commands = Vec::new();
        for command in self.findings.iter().filter_map(|finding| finding.command.as_deref()) {
            if !commands.contains(&command) {
                commands.push(command);
            }
        }
        commands
    }

    fn human(&self) -> String {
        let mut out = String::new();
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in &self.findings {
            match &finding.diff {
                Some(diff) => colour_diff(diff, &mut out),
                // One command mends them all: the first few show what it is about.
                None if finding.command.is_some()
                    && *kinds.entry(&finding.kind).and_modify(|n| *n += 1).or_insert(1) > SHOWN => {}
                None => {
                    let _ = writeln!(out, "{BOLD}{}{BOLD:#}: {}", finding.file, finding.message);
                }
            }
        }
        for (kind, number) in kinds.into_iter().filter(|(_, number)| *number > SHOWN) {
            let _ = writeln!(out, "… {} more {kind}", number - SHOWN);
        }
        for note in &self.notes {
            let _ = writeln!(out, "{DIM}note: {note}{DIM:#}");
        }
        if !self.summary.is_empty() {
            let style = if self.findings.is_empty() { Style::new() } else { ERROR };
            let _ = writeln!(out, "{style}{}{style:#}", self.summary);
        }
        for command in self.commands() {
            let _ = writeln!(out, "run: {BOLD}{command}{BOLD:#}");
        }
        out
    }

    fn json(&self) -> String {
        let findings = self.findings.iter().map(|finding| {
            let mut object = finding.details.clone();
            object.insert("file".into(), json!(finding.file));
            object.insert("kind".into(), json!(finding.kind));
            object.insert("message".into(), json!(finding.message));
            object.insert("command".into(), json!(finding.command));
            Value::Object(object)
        });
        let mut object = self.facts.clone();
        object.insert("findings".into(), findings.collect());
        object.insert("notes".into(), json!(self.notes));
        format!("{:#}\n", Value::Object(object))
    }

    fn github(&self) -> String {
        let mut out = String::new();
        for finding in &self.findings {
            let mut message = finding.message.clone();
            if let Some(command) = &finding.command {
                let _ = write!(message, "; run: {command}");
            }
            let (file, title) = (escape_property(&finding.file), escape_property(&finding.kind));
            let _ = writeln!(out, "::error file={file},title={title}::{}", escape_data(&message));
        }
        for note in &self.notes {
            let _ = writeln!(out, "::notice::{}", escape_data(note));
        }
        if !self.summary.is_empty() {
            let _ = writeln!(out, "{}", self.summary);
        }
        out
    }
}

/// Puts the usual colours into a unified diff.
fn colour_diff(diff: &str, out: &mut String) {
    for (index, line) in diff.lines().enumerate() {
        let style = match line.chars().next() {
            // The two header lines; further down, a line that begins so was taken out or put in.
            Some('-' | '+') if index < 2 => BOLD,
            Some('-') => RED,
            Some('+') => GREEN,
            Some('@') => CYAN,
            Some('#' | '…' | '\\') => DIM,
            _ => Style::new(),
        };
        let _ = writeln!(out, "{style}{line}{style:#}");
    }
}

/// GitHub reads the text of a workflow command up to the end of the line.
fn escape_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command also ends at `,` and `:`.
fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Writes to standard output, without colour where nobody could see it. A reader who left (`| head`) is no error.
pub(crate) fn say(text: &str) {
    let mut out = anstream::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Writes a line to standard error: what a task is doing now.
pub(crate) fn tell(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{BOLD}{text}{BOLD:#}");
}

/// Prints why a task could not run.
pub(crate) fn complain(failure: &Failure) {
    let mut err = anstream::stderr().lock();
    let _ = writeln!(err, "{ERROR}error{ERROR:#}: {}", failure.what);
    if let Some(mend) = &failure.mend {
        let _ = writeln!(err, "{BOLD}help{BOLD:#}: {mend}");
    }
}

/// A number with the right form of its noun: `1 file`, `2 files`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::{Finding, Format, Report, SHOWN};

    fn report() -> Report {
        let finding = |file: &str, diff: Option<&str>| Finding {
            file: file.into(),
            kind: "stale".into(),
            message: "is stale:\n100%".into(),
            command: Some("cargo xtask codegen".into()),
            diff: diff.map(str::to_owned),
            details: [("method".to_owned(), "x/y".into())].into_iter().collect(),
        };
        Report {
            findings: vec![finding("a,b.json", None), finding("c.json", Some("--- x\n+++ y\n@@\n---- z\n"))],
            notes: vec!["left alone: mine".into()],
            summary: "2 findings".into(),
            facts: [("files".to_owned(), 3.into())].into_iter().collect(),
        }
    }

    fn plain(format: Format) -> String {
        anstream::adapter::strip_str(&report().render(format)).to_string()
    }

    #[test]
    fn people_see_the_diff_and_each_command_once() {
        assert_eq!(
            plain(Format::Human),
            "a,b.json: is stale:\n100%\n--- x\n+++ y\n@@\n---- z\nnote: left alone: mine\n2 findings\nrun: cargo xtask codegen\n"
        );
    }

    #[test]
    fn many_of_one_kind_are_cut_for_people_if_one_command_mends_them() {
        let mut report = report();
        report.findings = vec![Finding { diff: None, ..report.findings[0].clone() }; SHOWN + 3];
        let human = anstream::adapter::strip_str(&report.render(Format::Human)).to_string();
        assert_eq!(human.matches("a,b.json").count(), SHOWN);
        assert!(human.contains("\n… 3 more stale\n"), "{human}");
        assert_eq!(report.render(Format::Json).matches("a,b.json").count(), SHOWN + 3);
        report.findings.iter_mut().for_each(|finding| finding.command = None);
        assert_eq!(report.render(Format::Human).matches("a,b.json").count(), SHOWN + 3);
    }

    #[test]
    fn only_the_first_two_lines_of_a_diff_are_its_header() {
        let human = report().render(Format::Human);
        assert!(human.contains("\u{1b}[31m---- z"), "a removed line that begins with dashes is red: {human:?}");
        assert!(human.contains("\u{1b}[1m--- x"), "{human:?}");
    }

    #[test]
    fn json_is_one_object() {
        let value: serde_json::Value = serde_json::from_str(&plain(Format::Json)).expect("valid JSON");
        assert_eq!(value["findings"][0]["file"], "a,b.json");
        assert_eq!(value["findings"][1]["command"], "cargo xtask codegen");
        assert_eq!(value["findings"][1]["method"], "x/y");
        assert_eq!((value["files"].as_u64(), value["notes"][0].as_str()), (Some(3), Some("left alone: mine")));
    }

    #[test]
    fn github_commands_are_escaped_and_one_line_each() {
        let text = plain(Format::Github);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "::error file=a%2Cb.json,title=stale::is stale:%0A100%25; run: cargo xtask codegen");
        assert_eq!(lines[2..], ["::notice::left alone: mine", "2 findings"]);
    }
}
