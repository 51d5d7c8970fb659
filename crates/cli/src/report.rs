//! How a command's findings reach the reader: as lines, as JSON, or as annotations of a pull request.

use std::error::Error;
use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use methodic_validator::{Finding, Judged};

const BOLD: Style = Style::new().bold();
const RED: Style = AnsiColor::Red.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default().bold();

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub(crate) enum Format {
    /// One finding a line, for a terminal
    #[default]
    Human,
    /// One JSON object, for a program
    Json,
    /// Workflow commands that GitHub shows beside the lines of a change
    Github,
}

/// What a check of fixtures found.
pub(crate) struct Report {
    pub(crate) format: Format,
    pub(crate) findings: Vec<Finding>,
    /// What is said of each fixture, where that was asked for.
    pub(crate) verdicts: Option<Vec<Judged>>,
    pub(crate) fixtures: usize,
    pub(crate) methods: usize,
}

impl Report {
    /// Prints the report and tells the exit code: 0 without findings, otherwise 1.
    pub(crate) fn print(&self) -> ExitCode {
        let text = match self.format {
            Format::Human => self.human(),
            Format::Json => self.json(),
            Format::Github => self.github(),
        };
        match anstream::stdout().write_all(text.as_bytes()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => could_not_run(&error),
            // A reader that has seen enough, such as `head`, is no failure of the check.
            _ if self.findings.is_empty() => ExitCode::SUCCESS,
            _ => ExitCode::from(1),
        }
    }

    fn summary(&self) -> String {
        let count = |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
        format!(
            "{}, {}, {}",
            count(self.fixtures, "fixture"),
            count(self.methods, "method"),
            count(self.findings.len(), "finding")
        )
    }

    fn human(&self) -> String {
        let mut text = String::new();
        for finding in &self.findings {
            let place = finding.position.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
            let _ = writeln!(text, "{BOLD}{}{place}{BOLD:#}: {}", finding.file, finding.detail());
        }
        let style = if self.findings.is_empty() { GREEN } else { RED };
        let _ = writeln!(text, "{style}{}{style:#}", self.summary());
        text
    }

    fn json(&self) -> String {
        let mut report = serde_json::json!({
            "findings": self.findings,
            "fixtures": self.fixtures,
            "methods": self.methods,
        });
        if let Some(verdicts) = &self.verdicts {
            report["verdicts"] = serde_json::json!(verdicts);
        }
        format!("{report:#}\n")
    }

    fn github(&self) -> String {
        let mut text = String::new();
        for finding in &self.findings {
            let _ = write!(text, "::error file={}", property(&finding.file));
            if let Some(at) = finding.position {
                let _ = write!(text, ",line={},col={}", at.line, at.column);
            }
            let title = finding.method.as_deref().unwrap_or("fixture");
            let _ = writeln!(text, ",title={}::{}", property(title), data(&finding.detail()));
        }
        let _ = writeln!(text, "{}", self.summary());
        text
    }
}

/// Prints why a command could not do its work, and gives the exit code for that.
pub(crate) fn could_not_run(error: &dyn Error) -> ExitCode {
    // Nobody is left to tell when the error stream is closed too.
    let _ = writeln!(anstream::stderr(), "{RED}error{RED:#}: {error}");
    ExitCode::from(2)
}

/// Text after the `::` of a workflow command, where only these characters have a meaning.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command, which also ends at a colon or a comma.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workflow_commands_escape_what_would_end_them() {
        assert_eq!(property("a,b:c%d"), "a%2Cb%3Ac%25d");
        assert_eq!(data("a,b:c\r\n"), "a,b:c%0D%0A");
    }

    #[test]
    fn the_summary_counts_in_words() {
        let report = Report { format: Format::Human, findings: Vec::new(), verdicts: None, fixtures: 1, methods: 2 };
        assert_eq!(report.summary(), "1 fixture, 2 methods, 0 findings");
    }
}
