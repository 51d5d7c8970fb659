//! `cargo xtask test`: every step that CI runs, with the time each takes.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use anstyle::{AnsiColor, Style};
use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::failure::{Failure, Outcome, Verdict};
use crate::process::{NPM, cargo, show};
use crate::report::{Format, Report, say, tell};
use crate::tools::{self, TYPESCRIPT, Tool, npm_project};
use crate::workspace::Workspace;
use crate::{check, third_party, tidy};

/// Runs everything that CI runs, and installs what it needs
#[derive(Args)]
#[command(
    long_about = "Runs every step that CI runs, one after the other, and goes on after a failure so that one run shows \
        all of them. npm and Python packages are installed when they are missing or others than their list says.\n\n\
        Where node, npm or Python is missing, what needs it is left out and the summary says so; with CI=true in the \
        environment that is a failure.",
    after_long_help = "\
EXAMPLES:
  cargo xtask test
      everything
  cargo xtask test --list
      the steps and what each does
  cargo xtask test --only fmt --only clippy
      two of them"
)]
pub(crate) struct Test {
    /// Run this step alone; can be given more than once
    #[arg(long, value_name = "STEP", value_parser = PossibleValuesParser::new(STEPS.map(|step| step.name)))]
    only: Vec<String>,
    /// Name the steps and run none
    #[arg(long)]
    list: bool,
}

/// The npm project whose tests are clients of the server.
const CLIENTS: &str = "crates/app-server/tests/client";

/// ts-rs renders every type a second time, and both must agree. Its code is slow to compile, so no other test has it on.
const AGREEMENT: [&str; 11] = [
    "test",
    "--package",
    "methodic",
    "--package",
    "app-server-protocol",
    "--features",
    "methodic/ts,app-server-protocol/ts",
    "--test",
    "ts",
    "--test",
    "agreement",
];

/// One thing CI runs.
struct Step {
    name: &'static str,
    /// What it shows, in a few words.
    about: &'static str,
    action: Action,
}

/// How a step is run.
enum Action {
    /// Calls of cargo; the step fails with the first that fails.
    Cargo(&'static [&'static [&'static str]]),
    /// A task of this program.
    Report(fn(&Workspace) -> Result<Report, Failure>),
    /// npm, in the folder of the TypeScript tests.
    TypeScript,
    /// Tools from npm and PyPI.
    ThirdParty,
    /// npm, in the folder of the server's clients.
    Server,
}

const STEPS: [Step; 9] = [
    Step { name: "fmt", about: "every file is formatted", action: Action::Cargo(&[&["fmt", "--all", "--check"]]) },
    Step {
        name: "clippy",
        about: "no warning of compiler or clippy",
        action: Action::Cargo(&[&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]]),
    },
    Step {
        name: "test",
        about: "unit, integration and doc tests",
        action: Action::Cargo(&[&["test", "--workspace", "--no-fail-fast"]]),
    },
    Step {
        name: "features",
        about: "crates compile with each feature off and on",
        // The workspace as a whole has `schema` on, because the generator needs it: what a server gets is built here.
        action: Action::Cargo(&[
            &["check", "--package", "app-server-protocol"],
            &[
                "clippy",
                "--package",
                "methodic",
                "--package",
                "app-server-protocol",
                "--features",
                "methodic/ts,app-server-protocol/schema,app-server-protocol/ts",
                "--test",
                "ts",
                "--test",
                "agreement",
                "--",
                "-D",
                "warnings",
            ],
            &["check", "--package", "methodic-validator", "--no-default-features"],
            &["check", "--package", "app-server-analytics", "--no-default-features"],
            &["test", "--package", "app-server-analytics", "--features", "otlp,tls", "--lib", "--test", "otlp"],
        ]),
    },
    Step { name: "tidy", about: "the rules of the house", action: Action::Report(tidy::report) },
    Step {
        name: "check",
        about: "generated files are fresh, fixtures agree, nothing breaks",
        action: Action::Report(check::report),
    },
    Step {
        name: "typescript",
        about: "the generated package, as its clients use it and as ts-rs sees its types",
        action: Action::TypeScript,
    },
    Step {
        name: "third-party",
        about: "validators and generators from npm and PyPI agree about the bundles",
        action: Action::ThirdParty,
    },
    Step {
        name: "server",
        about: "the server, driven by the generated client over stdio, WebSocket and from a page, and killed",
        action: Action::Server,
    },
];

/// How a step ended.
enum Ended {
    Passed,
    Failed(String),
    Skipped(String),
}

impl Test {
    /// Runs the command.
    pub(crate) fn run(&self, workspace: &Workspace) -> Outcome {
        let steps = STEPS.iter().filter(|step| self.only.is_empty() || self.only.iter().any(|name| name == step.name));
        if self.list {
            for step in steps {
                say(&format!("{:<11} {}\n", step.name, step.about));
            }
            return Ok(Verdict::Clean);
        }
        let begun = Instant::now();
        let mut ends = Vec::new();
        for step in steps {
            tell(&format!("== {}: {}", step.name, step.about));
            let started = Instant::now();
            let ended = step.run(workspace).unwrap_or_else(|failure| Ended::Failed(explain(&failure)));
            ends.push((step.name, ended, started.elapsed()));
        }
        say(&summary(&ends, begun.elapsed()));
        let failed = ends.iter().any(|(_, ended, _)| matches!(ended, Ended::Failed(_)));
        Ok(if failed { Verdict::Findings } else { Verdict::Clean })
    }
}

impl Step {
    fn run(&self, workspace: &Workspace) -> Result<Ended, Failure> {
        match self.action {
            Action::Cargo(calls) => {
                for args in calls {
                    let status = show(workspace, "", &cargo(), args)?;
                    if !status.success() {
                        return Ok(Ended::Failed(format!("cargo {}", args.join(" "))));
                    }
                }
                Ok(Ended::Passed)
            }
            Action::Report(report) => Ok(match report(workspace)?.print(Format::Human) {
                Verdict::Clean => Ended::Passed,
                Verdict::Findings => Ended::Failed(format!("cargo xtask {}", self.name)),
            }),
            Action::TypeScript => typescript(workspace),
            // Its page is shown by the browser that the package's tests have.
            Action::Server => npm_test(workspace, &[TYPESCRIPT, CLIENTS], CLIENTS),
            Action::ThirdParty => {
                let (report, without) = third_party::report(workspace)?;
                Ok(match report.print(Format::Human) {
                    Verdict::Findings => Ended::Failed(report.summary),
                    Verdict::Clean if without.is_empty() => Ended::Passed,
                    Verdict::Clean => left_out(without.join("; ")),
                })
            }
        }
    }
}

/// Runs the tests of the generated package, then the one that needs ts-rs.
fn typescript(workspace: &Workspace) -> Result<Ended, Failure> {
    let ended = npm_test(workspace, &[TYPESCRIPT], TYPESCRIPT)?;
    if !matches!(ended, Ended::Passed) {
        return Ok(ended);
    }
    let status = show(workspace, "", &cargo(), &AGREEMENT)?;
    Ok(if status.success() { Ended::Passed } else { Ended::Failed(format!("cargo {}", AGREEMENT.join(" "))) })
}

/// Installs the packages of some npm projects where need be, and runs the tests of one.
fn npm_test(workspace: &Workspace, needs: &[&str], folder: &str) -> Result<Ended, Failure> {
    for project in needs {
        if let Tool::Missing(how) = npm_project(workspace, project)? {
            return Ok(left_out(how));
        }
    }
    let status = show(workspace, folder, NPM.as_ref(), &["test"])?;
    Ok(if status.success() { Ended::Passed } else { Ended::Failed(format!("npm test, in {folder}")) })
}

/// What cannot be done on this machine is left out, or is a failure where everything must be there.
fn left_out(how: String) -> Ended {
    if tools::is_ci() { Ended::Failed(how) } else { Ended::Skipped(how) }
}

fn explain(failure: &Failure) -> String {
    match &failure.mend {
        Some(mend) => format!("{}; {mend}", failure.what),
        None => failure.what.clone(),
    }
}

/// A line for each step, then one for the whole.
fn summary(ends: &[(&str, Ended, Duration)], total: Duration) -> String {
    let mut out = String::from("\n");
    let (mut failed, mut skipped) = (0, 0);
    for (name, ended, took) in ends {
        let (style, word, detail) = match ended {
            Ended::Passed => (AnsiColor::Green.on_default(), "passed", None),
            Ended::Failed(why) => {
                failed += 1;
                (AnsiColor::Red.on_default().bold(), "FAILED", Some(why))
            }
            Ended::Skipped(why) => {
                skipped += 1;
                (AnsiColor::Yellow.on_default(), "left out", Some(why))
            }
        };
        let _ = write!(out, "{style}{word:<8}{style:#}  {name:<11} {:>8}", seconds(*took));
        if let Some(detail) = detail {
            let _ = write!(out, "  {detail}");
        }
        out.push('\n');
    }
    let left_out = if skipped > 0 { format!(", {skipped} left out") } else { String::new() };
    let (style, verdict) = match failed {
        0 => (Style::new(), format!("{} of {} steps passed{left_out}", ends.len() - skipped, ends.len())),
        _ => (AnsiColor::Red.on_default().bold(), format!("{failed} of {} steps failed{left_out}", ends.len())),
    };
    let _ = writeln!(out, "{style}{verdict} ({}){style:#}", seconds(total));
    out
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::time::Duration;

    use super::{Action, Ended, STEPS, Step, summary};
    use crate::workspace::Workspace;

    #[test]
    fn steps_have_names_of_their_own() {
        let names: BTreeSet<&str> = STEPS.iter().map(|step| step.name).collect();
        assert_eq!(names.len(), STEPS.len());
    }

    #[test]
    fn a_step_fails_with_the_first_call_that_fails() {
        let workspace = Workspace::find().expect("the tests run inside it");
        let run = |calls| Step { name: "x", about: "y", action: Action::Cargo(calls) }.run(&workspace);
        assert!(matches!(run(&[&["--version"]]), Ok(Ended::Passed)));
        match run(&[&["--version"], &["no-such-command"], &["neither-this-one"]]) {
            Ok(Ended::Failed(what)) => assert_eq!(what, "cargo no-such-command"),
            _ => panic!("must fail"),
        }
    }

    #[test]
    fn the_summary_names_what_failed_and_what_was_left_out() {
        let ends = [
            ("fmt", Ended::Passed, Duration::from_millis(820)),
            ("test", Ended::Failed("cargo test --workspace".into()), Duration::from_secs(61)),
            ("typescript", Ended::Skipped("no node".into()), Duration::ZERO),
        ];
        let text = anstream::adapter::strip_str(&summary(&ends, Duration::from_secs(62))).to_string();
        assert_eq!(
            text,
            "\npassed    fmt            0.8 s\n\
             FAILED    test          61.0 s  cargo test --workspace\n\
             left out  typescript     0.0 s  no node\n\
             1 of 3 steps failed, 1 left out (62.0 s)\n"
        );
        let text = anstream::adapter::strip_str(&summary(&ends[..1], Duration::from_secs(1))).to_string();
        assert!(text.ends_with("1 of 1 steps passed (1.0 s)\n"), "{text}");
    }
}
