//! `cargo xtask check`: is what is committed what would be generated, and do schema, Rust types
//! and TypeScript types agree about the fixtures?

use std::path::PathBuf;

use clap::Args;
use methodic_codegen::{Drift, Tree, compare, write};
use serde_json::json;

use crate::drift;
use crate::failure::{Failure, Outcome};
use crate::fixtures;
use crate::generate::generate;
use crate::report::{Format, Report, count};
use crate::tools;
use crate::workspace::Workspace;

/// The command that brings the committed files up to date.
const MEND: &str = "cargo xtask codegen";

/// Says what is stale in the committed files and which fixtures fail, without writing
#[derive(Args)]
#[command(
    long_about = "Generates everything in memory and compares it with the committed files, byte for byte; then checks \
        each fixture against the generated JSON Schema, the Rust types and the generated TypeScript types. Where one of \
        them contradicts a fixture, the finding says what each of the three says. Nothing committed is changed.\n\n\
        Where node or npm is missing, TypeScript is left out and a note says so; with CI=true in the environment the \
        command cannot run then.",
    after_long_help = "\
EXAMPLES:
  cargo xtask check
      a diff for each stale file, a line for each fixture that fails
  cargo xtask check --format json
      the same as one JSON object, for an editor or a script
  cargo xtask check --format github
      the same as annotations of a GitHub workflow"
)]
pub(crate) struct Check {
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    format: Format,
}

impl Check {
    /// Runs the command.
    pub(crate) fn run(&self, workspace: &Workspace) -> Outcome {
        Ok(report(workspace)?.print(self.format))
    }
}

/// Everything that the command finds.
pub(crate) fn report(workspace: &Workspace) -> Result<Report, Failure> {
    let tree = generate(workspace, None)?;
    let drift = compare(&tree, workspace.root())?;
    let generated = generated_folder(workspace, &tree, &drift)?;
    let checked = fixtures::check(workspace, &generated)?;
    let left_out = checked.left_out.map(|how| format!("the TypeScript types were not asked: {how}"));
    if let Some(why) = left_out.as_ref().filter(|_| tools::is_ci()) {
        return Err(Failure::new(why));
    }

    let mut findings = drift::findings(&drift, "", MEND);
    let failed = checked.findings.len();
    findings.extend(checked.findings);
    let (files, fixtures, methods) = (drift.expected(), checked.fixtures, checked.methods);
    let summary = if findings.is_empty() {
        format!(
            "{} up to date; {} of {} agree with schema{} types",
            count(files, "generated file"),
            count(fixtures, "fixture"),
            count(methods, "method"),
            if left_out.is_some() { " and Rust" } else { ", Rust and TypeScript" }
        )
    } else {
        let mut parts = Vec::new();
        if !drift.is_fresh() {
            parts.push(drift::summary(&drift));
        }
        if failed > 0 {
            parts.push(format!("{} about fixtures", count(failed, "finding")));
        }
        parts.join("; ")
    };
    Ok(Report {
        findings,
        notes: drift::foreign_note(&drift, "").into_iter().chain(left_out).collect(),
        summary,
        facts: [("files", json!(files)), ("fixtures", json!(fixtures)), ("methods", json!(methods))]
            .map(|(name, value)| (name.to_owned(), value))
            .into_iter()
            .collect(),
    })
}

/// A folder with everything as it would be generated now: the workspace itself if it is fresh, else a copy in the target
/// folder, so that a fixture is never judged by what is stale.
pub(crate) fn generated_folder(workspace: &Workspace, tree: &Tree, drift: &Drift) -> Result<PathBuf, Failure> {
    if drift.is_fresh() {
        return Ok(workspace.root().to_owned());
    }
    let copy = workspace.root().join("target/xtask/check");
    write(tree, &copy, &compare(tree, &copy)?)?;
    Ok(copy)
}
