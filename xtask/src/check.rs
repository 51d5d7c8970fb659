//! `cargo xtask check`: is what is committed what would be generated, is it sound, do schema, Rust types and TypeScript
//! types agree about the fixtures, and does a change break a peer?

use std::panic::resume_unwind;
use std::path::PathBuf;
use std::thread;

use clap::Args;
use methodic_codegen::{Drift, Tree, compare, write};
use serde_json::json;

use crate::compat;
use crate::drift;
use crate::failure::{Failure, Outcome};
use crate::fixtures;
use crate::generate::generate;
use crate::report::{Format, Report, count};
use crate::structure;
use crate::tools;
use crate::workspace::Workspace;

/// The command that brings the committed files up to date.
const MEND: &str = "cargo xtask codegen";

/// Says what is stale in the committed files, which fixtures fail, and whom a change breaks, without writing
#[derive(Args)]
#[command(
    long_about = "Generates everything in memory and compares it with the committed files, byte for byte; then checks \
        that the generated JSON Schema is sound in itself, each fixture against it, the Rust types and the generated \
        TypeScript types, and compares schema/ with where the work here left the main branch. Where a judge contradicts \
        a fixture, the finding says what each of the three says. Nothing committed is changed.\n\n\
        Where node or npm is missing, TypeScript is left out and a note says so; with CI=true in the environment the \
        command cannot run then.",
    after_long_help = "\
EXAMPLES:
  cargo xtask check
      a diff for each stale file, a line for each fixture that fails and each change that breaks a peer
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
    let schema = generated.join("schema");
    // They wait for other programs most of the time.
    let (unsound, checked, compat) = thread::scope(|scope| {
        let unsound = scope.spawn(|| structure::check(workspace, &schema));
        let compat = scope.spawn(|| compat::check(workspace, &drift));
        let checked = fixtures::check(workspace, &generated);
        let (unsound, compat) = (unsound.join(), compat.join());
        (
            unsound.unwrap_or_else(|panic| resume_unwind(panic)),
            checked,
            compat.unwrap_or_else(|panic| resume_unwind(panic)),
        )
    });
    let (unsound, checked, compat) = (unsound?, checked?, compat?);
    let left_out = checked.left_out.map(|how| format!("the TypeScript types were not asked: {how}"));
    if let Some(why) = left_out.as_ref().filter(|_| tools::is_ci()) {
        return Err(Failure::new(why));
    }

    let mut findings = drift::findings(&drift, "", MEND);
    let (faults, failed, breaks) = (unsound.len(), checked.findings.len(), compat.findings.len());
    findings.extend(unsound);
    findings.extend(checked.findings);
    findings.extend(compat.findings);
    let (files, fixtures, methods) = (drift.expected(), checked.fixtures, checked.methods);
    let events = checked.events;
    let summary = if findings.is_empty() {
        format!(
            "{} up to date; {} of {} and {} agree with schema{} types{}",
            count(files, "generated file"),
            count(fixtures, "fixture"),
            count(methods, "method"),
            count(events, "event type"),
            if left_out.is_some() { " and Rust" } else { ", Rust and TypeScript" },
            compat.baseline.map(|baseline| format!("; no break since {baseline}")).unwrap_or_default()
        )
    } else {
        let mut parts = Vec::new();
        if !drift.is_fresh() {
            parts.push(drift::summary(&drift));
        }
        if faults > 0 {
            parts.push(format!("{} about the schema", count(faults, "finding")));
        }
        if failed > 0 {
            parts.push(format!("{} about fixtures", count(failed, "finding")));
        }
        if let (Some(baseline), true) = (compat.baseline, breaks > 0) {
            parts.push(format!("{} since {baseline}", count(breaks, "break")));
        }
        parts.join("; ")
    };
    Ok(Report {
        findings,
        notes: drift::foreign_note(&drift, "").into_iter().chain(left_out).chain(compat.notes).collect(),
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
