//! `cargo xtask compat`: whom the changes of `schema/` break, and whether the catalogue of rules in `docs/` is fresh.
//!
//! The comparison is in the `methodic` command, which is started from here: its judge of messages is slow to build.

use std::fs;

use clap::Args;
use methodic_codegen::Drift;
use serde_json::Value;

use crate::failure::{Failure, Outcome, Verdict};
use crate::process::{METHODIC, cargo, methodic, show};
use crate::report::{Finding, say};
use crate::workspace::Workspace;

/// The folder that is compared.
const SCHEMA: &str = "schema";
/// The catalogue of rules, as documentation.
const RULES: &str = "docs/compat-rules.md";
/// The command that shows what a finding is about.
const LOOK: &str = "cargo xtask compat";
/// The command that brings the catalogue up to date.
const MEND: &str = "cargo xtask compat --write-rules";
/// Flags with which nothing is compared.
const ALONE: [&str; 4] = ["--explain", "--list-rules", "--catalogue", "--version"];

/// Says what changed in schema/ since the work here left the main branch, and whom that breaks
#[derive(Args)]
#[command(
    long_about = "Compares schema/ with what it was where the work here left the main branch (origin/main, main, \
        origin/master or master), method by method, and says whom each change breaks, with a message that proves it. On the \
        main branch itself, the working tree is compared with the last commit.\n\n\
        It runs `methodic compat schema`, and all flags of that command can be given. Its policy, if there is one, is \
        compat.toml.",
    after_long_help = "\
EXAMPLES:
  cargo xtask compat
      what this branch changed
  cargo xtask compat --against v1.2.0 --format markdown
      what changed since a release, as notes for the next one
  cargo xtask compat --profile crates/app-server-protocol/profiles/editor.toml
      whether the changes break that client
  cargo xtask compat --show-waivers
      with the lines for compat.toml that would accept each break
  cargo xtask compat --explain enum-value-added
      what a rule means
  cargo xtask compat --write-rules
      write docs/compat-rules.md, the catalogue of rules

Exit codes: 0 compatible, 1 breaking, 2 could not run."
)]
pub(crate) struct Compat {
    /// Write docs/compat-rules.md, and compare nothing
    #[arg(long, exclusive = true)]
    write_rules: bool,
    /// What `methodic compat` is given beside the folder
    #[arg(value_name = "FLAGS", trailing_var_arg = true, allow_hyphen_values = true)]
    flags: Vec<String>,
}

impl Compat {
    /// Runs the command.
    pub(crate) fn run(&self, workspace: &Workspace) -> Outcome {
        if self.write_rules {
            return write_rules(workspace);
        }
        let flags: Vec<&str> = self.flags.iter().map(String::as_str).collect();
        let compares = !flags.iter().any(|flag| ALONE.iter().any(|alone| flag.starts_with(alone)));
        let schema = if compares { &[SCHEMA][..] } else { &[] };
        let args = [&METHODIC[..], &["compat"], &flags, schema].concat();
        match show(workspace, "", &cargo(), &args)?.code() {
            Some(0) => Ok(Verdict::Clean),
            Some(1) => Ok(Verdict::Findings),
            _ => Err(Failure::new(format_args!("`methodic compat {}` could not run", flags.join(" ")))
                .mend("what it needs is said above; `cargo xtask compat --help` shows examples")),
        }
    }
}

/// What `cargo xtask check` takes from the comparison.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Checked {
    /// What fails.
    pub(crate) findings: Vec<Finding>,
    /// What it was compared with, if it was compared.
    pub(crate) baseline: Option<String>,
    pub(crate) notes: Vec<String>,
}

/// Compares the committed schema with the main branch, and the catalogue of rules with its document.
pub(crate) fn check(workspace: &Workspace, drift: &Drift) -> Result<Checked, Failure> {
    let mut checked = if is_stale(drift) {
        Checked {
            notes: vec![format!("nothing compared: {SCHEMA}/ is stale, and its changes are judged once it is not")],
            ..Checked::default()
        }
    } else {
        // A fresh clone of CI may have no history: that is no fault of what is checked.
        let report = methodic(workspace, &["compat", SCHEMA, "--skip-without-base", "--format", "json"])?;
        parse(&report)
            .ok_or_else(|| Failure::new("`methodic compat --format json` printed something else than its report"))?
    };
    let catalogue = methodic(workspace, &["compat", "--catalogue"])?;
    if fs::read(workspace.root().join(RULES)).ok().as_ref() != Some(&catalogue) {
        checked.findings.push(Finding {
            file: RULES.to_owned(),
            kind: "stale".to_owned(),
            message: "stale: it is not the catalogue of the compatibility check's rules".to_owned(),
            command: Some(MEND.to_owned()),
            ..Finding::default()
        });
    }
    Ok(checked)
}

fn is_stale(drift: &Drift) -> bool {
    let mut paths = drift.stale.iter().map(|stale| &stale.path).chain(&drift.missing).chain(&drift.obsolete);
    paths.any(|path| path.strip_prefix(SCHEMA).is_some_and(|rest| rest.starts_with('/')))
}

/// Reads the report of `methodic compat --format json`.
fn parse(report: &[u8]) -> Option<Checked> {
    let report: Value = serde_json::from_slice(report).ok()?;
    if let Some(why) = report["skipped"].as_str() {
        return Some(Checked { notes: vec![format!("nothing compared: {why}")], ..Checked::default() });
    }
    let failing = report["findings"].as_array()?.iter().filter(|finding| finding["fails"] == true);
    let findings = failing.map(|finding| {
        let text = |name: &str| finding[name].as_str();
        Some(Finding {
            file: text("file").unwrap_or(SCHEMA).to_owned(),
            kind: text("rule")?.to_owned(),
            message: format!("{}: {} ({}, {})", text("place")?, text("message")?, text("level")?, text("rule")?),
            command: Some(LOOK.to_owned()),
            ..Finding::default()
        })
    });
    let policy = report["policy"].as_str().unwrap_or("compat.toml");
    let waivers = report["waivers"]
        .as_array()?
        .iter()
        .map(|waiver| Some(format!("{policy}:{}: {}", waiver["line"].as_u64()?, waiver["message"].as_str()?)));
    let notes = report["notes"].as_array()?.iter().map(|note| note.as_str().map(str::to_owned));
    Some(Checked {
        findings: findings.collect::<Option<_>>()?,
        baseline: Some(report["baseline"].as_str()?.to_owned()),
        notes: waivers.chain(notes).collect::<Option<_>>()?,
    })
}

fn write_rules(workspace: &Workspace) -> Outcome {
    let catalogue = methodic(workspace, &["compat", "--catalogue"])?;
    let path = workspace.root().join(RULES);
    if fs::read(&path).ok().as_ref() == Some(&catalogue) {
        say(&format!("{RULES} is up to date\n"));
        return Ok(Verdict::Clean);
    }
    fs::write(&path, catalogue)
        .map_err(|error| Failure::new(format_args!("could not write `{}`: {error}", path.display())))?;
    say(&format!("wrote {RULES}\n"));
    Ok(Verdict::Clean)
}

#[cfg(test)]
mod tests {
    use methodic_codegen::Drift;
    use serde_json::json;

    use super::{Checked, is_stale, parse};

    #[test]
    fn what_fails_is_a_finding_and_the_rest_is_not() {
        let finding = |rule: &str, fails: bool| {
            json!({ "rule": rule, "level": "wire", "place": "a/b params /c", "message": "it is gone", "file": "schema/x.json",
                "fails": fails })
        };
        let report = json!({
            "baseline": "schema at 1 (the merge base with main)", "policy": "compat.toml", "notes": ["n"],
            "waivers": [{ "line": 3, "message": "unused" }],
            "findings": [finding("method-removed", true), finding("method-added", false)],
        });
        let checked = parse(report.to_string().as_bytes()).expect("a report");
        assert_eq!(checked.findings.len(), 1);
        assert_eq!(checked.findings[0].message, "a/b params /c: it is gone (wire, method-removed)");
        assert_eq!(checked.findings[0].command.as_deref(), Some("cargo xtask compat"));
        assert_eq!(checked.notes, ["compat.toml:3: unused", "n"]);
        assert_eq!(checked.baseline.as_deref(), Some("schema at 1 (the merge base with main)"));
        assert_eq!(parse(b"{}"), None);
    }

    #[test]
    fn what_was_left_out_is_a_note() {
        let checked = parse(br#"{ "skipped": "no git", "findings": [] }"#).expect("a report");
        assert_eq!(checked, Checked { notes: vec!["nothing compared: no git".into()], ..Checked::default() });
    }

    #[test]
    fn only_a_stale_schema_keeps_from_comparing() {
        let missing = |path: &str| Drift { missing: vec![path.to_owned()], ..Drift::default() };
        assert!(is_stale(&missing("schema/methods.json")));
        assert!(!is_stale(&missing("generated-ts/index.js")) && !is_stale(&missing("schema-notes.md")));
    }
}
