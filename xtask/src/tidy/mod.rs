//! `cargo xtask tidy`: the rules of the house that neither the compiler nor clippy knows.

mod arrows;
mod commands;
mod files;

use clap::Args;
use serde_json::json;

use crate::failure::{Failure, Outcome};
use crate::report::{Finding, Format, Report, count};
use crate::workspace::Workspace;

/// Checks the rules of the house: who may depend on whom, the length and first line of files, stubs, commands in docs
#[derive(Args)]
#[command(
    long_about = "Checks the rules of the house that neither the compiler nor clippy knows:\n\n\
        - a crate depends on the crates it may know, and on nothing slow where a build must stay quick\n\
        - a hand-written source file has at most 600 lines, and a Rust file begins by saying why it exists\n\
        - nothing is left unfinished with todo! or unimplemented!, and no dbg! stays behind\n\
        - a `cargo xtask` command that a document shows is one that this program accepts\n\
        - a folder of generated files has its manifest",
    after_long_help = "\
EXAMPLES:
  cargo xtask tidy
      a line for each rule that is broken, with what was expected
  cargo xtask tidy --format github
      the same as annotations of a GitHub workflow"
)]
pub(crate) struct Tidy {
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    format: Format,
}

impl Tidy {
    /// Runs the command.
    pub(crate) fn run(&self, workspace: &Workspace) -> Outcome {
        Ok(report(workspace)?.print(self.format))
    }
}

/// Everything that the command finds.
pub(crate) fn report(workspace: &Workspace) -> Result<Report, Failure> {
    let mut findings = arrows::check(workspace)?;
    let (sources, about_files) = files::check(workspace)?;
    findings.extend(about_files);
    findings.extend(commands::check(workspace)?);
    let summary = match findings.len() {
        0 => format!("{} tidy", count(sources, "source file")),
        number => count(number, "finding"),
    };
    let facts = [("sources".to_owned(), json!(sources))].into_iter().collect();
    Ok(Report { findings, summary, facts, ..Report::default() })
}

/// A finding of this task; mending it takes thought, so it has no command.
fn finding(file: impl Into<String>, kind: &str, message: String) -> Finding {
    Finding { file: file.into(), kind: kind.to_owned(), message, ..Finding::default() }
}
