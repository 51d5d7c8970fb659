//! How findings reach the reader: as lines, as JSON, or as annotations of a pull request; the first two kinds as they
//! are found.

use std::error::Error;
use std::fmt::{Display, Write as _};
use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use methodic_validator::Finding;
use serde_json::{Map, Value};

pub(crate) const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const CYAN: Style = AnsiColor::Cyan.on_default();
const YELLOW: Style = AnsiColor::Yellow.on_default();
pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
pub(crate) const GREEN: Style = AnsiColor::Green.on_default().bold();

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

/// Takes findings one by one and prints them, at once where the format has no frame around them.
pub(crate) struct Report {
    format: Format,
    /// How many findings are shown; the others are only counted.
    shown: usize,
    found: usize,
    /// What JSON frames at the end.
    held: Vec<Finding>,
    /// What is worth a look and no finding, framed likewise.
    notes: Vec<Finding>,
    /// Further members of the JSON object.
    facts: Map<String, Value>,
    /// Nobody reads on: what there is to say was said.
    closed: bool,
}

impl Report {
    /// A report that shows every finding.
    pub(crate) fn new(format: Format) -> Self {
        Self::at_most(format, usize::MAX)
    }

    /// A report that shows this many findings and counts the others.
    pub(crate) fn at_most(format: Format, shown: usize) -> Self {
        Self { format, shown, found: 0, held: Vec::new(), notes: Vec::new(), facts: Map::new(), closed: false }
    }

    /// How many findings there are so far.
    pub(crate) fn found(&self) -> usize {
        self.found
    }

    /// Whether a further finding would be shown, so that working out its place is worth the while.
    pub(crate) fn shows_more(&self) -> bool {
        self.found < self.shown
    }

    /// Whether the reader has gone, such as `head` does when it has enough.
    pub(crate) fn closed(&self) -> bool {
        self.closed
    }

    /// Takes a finding.
    pub(crate) fn add(&mut self, finding: Finding) -> io::Result<()> {
        let shows = self.shows_more();
        self.found += 1;
        match self.format {
            _ if !shows => Ok(()),
            Format::Human => self.write(&human_line(&finding)),
            Format::Github => self.write(&github_line(&finding)),
            Format::Json => {
                self.held.push(finding);
                Ok(())
            }
        }
    }

    /// Takes a further member of the JSON object; the other formats have no place for it.
    pub(crate) fn fact(&mut self, name: &str, value: Value) {
        self.facts.insert(name.to_owned(), value);
    }

    /// Takes what is worth a look and no finding.
    pub(crate) fn note(&mut self, note: Finding) -> io::Result<()> {
        match self.format {
            Format::Human => self.write(&format!("{BOLD}{}{BOLD:#}: note: {}\n", note.file, note.detail())),
            Format::Github => {
                self.write(&format!("::notice file={}::{}\n", property(&note.file), data(&note.detail())))
            }
            Format::Json => {
                self.notes.push(note);
                Ok(())
            }
        }
    }

    /// Prints the end, and tells the exit code: 0 without findings, otherwise 1.
    ///
    /// `summary` is the last line for a person, `counts` are the members of the JSON object beside `findings`.
    pub(crate) fn finish(mut self, summary: &str, counts: &[(&str, usize)]) -> io::Result<ExitCode> {
        let more = self.found.saturating_sub(self.shown);
        let mut text = String::new();
        if self.format == Format::Json {
            let mut report = self.facts.clone();
            report.extend(counts.iter().map(|(name, number)| ((*name).to_owned(), Value::from(*number))));
            if more > 0 {
                report.insert("more".to_owned(), more.into());
            }
            report.insert("findings".to_owned(), serde_json::to_value(&self.held)?);
            if !self.notes.is_empty() {
                report.insert("notes".to_owned(), serde_json::to_value(&self.notes)?);
            }
            let _ = writeln!(text, "{:#}", Value::Object(report));
        } else {
            if more > 0 {
                let _ = writeln!(text, "and {more} more (--max-findings {} shows them)", self.found);
            }
            let style = match self.format {
                Format::Github => Style::new(),
                _ if self.found == 0 => GREEN,
                _ => RED,
            };
            let _ = writeln!(text, "{style}{summary}{style:#}");
        }
        self.write(&text)?;
        Ok(if self.found == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        let mut out = anstream::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => self.closed = true,
            outcome => outcome?,
        }
        Ok(())
    }
}

/// A number with its noun.
pub(crate) fn count<N: Display + PartialEq + From<u8>>(number: N, one: &str) -> String {
    format!("{number} {one}{}", if number == N::from(1) { "" } else { "s" })
}

/// `file:3:7: method at /pointer (keyword): message`, and the schema's place below.
pub(crate) fn human_line(finding: &Finding) -> String {
    let place = finding.position.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
    let mut text = format!("{BOLD}{}{place}{BOLD:#}: ", finding.file);
    let mut about = Vec::new();
    if let Some(method) = &finding.method {
        about.push(format!("{CYAN}{method}{CYAN:#}"));
    }
    if let Some(pointer) = finding.shown_pointer() {
        about.push(format!("at {YELLOW}{pointer}{YELLOW:#}"));
    }
    if let Some(keyword) = &finding.keyword {
        about.push(format!("({keyword})"));
    }
    if !about.is_empty() {
        let _ = write!(text, "{}: ", about.join(" "));
    }
    let _ = writeln!(text, "{}", finding.message);
    if let Some(schema) = &finding.schema {
        let _ = writeln!(text, "    {DIM}{schema}{DIM:#}");
    }
    text
}

/// A workflow command, with the schema's place below.
pub(crate) fn github_line(finding: &Finding) -> String {
    let mut text = format!("::error file={}", property(&finding.file));
    if let Some(at) = finding.position {
        let _ = write!(text, ",line={},col={}", at.line, at.column);
    }
    let title = finding.method.as_deref().unwrap_or("methodic");
    let schema = finding.schema.as_ref().map(|schema| format!("\n{schema}")).unwrap_or_default();
    let _ = writeln!(text, ",title={}::{}", property(title), data(&format!("{}{schema}", finding.detail())));
    text
}

/// Prints what a command has to say, and gives the exit code for it.
pub(crate) fn write(text: &str, code: ExitCode) -> ExitCode {
    match anstream::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => could_not_run(&error),
        // A reader that has seen enough, such as `head`, is no failure of the check.
        _ => code,
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
        assert_eq!((count(1_u64, "fixture").as_str(), count(0_usize, "finding").as_str()), ("1 fixture", "0 findings"));
    }
}
