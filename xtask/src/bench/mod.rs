//! `cargo xtask bench`: runs the benchmarks and puts what they measured into one table, each against its floor.

mod estimates;
mod table;

use std::time::SystemTime;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::failure::{Failure, Outcome, Verdict};
use crate::process::{cargo, read_cargo, show_aside};
use crate::report::{say, tell};
use crate::workspace::Workspace;

/// A benchmark of the workspace: what to call it, and where it is.
struct Suite {
    name: &'static str,
    package: &'static str,
    bench: &'static str,
}

const SUITES: [Suite; 2] = [
    Suite { name: "decode", package: "app-server-protocol", bench: "decode" },
    Suite { name: "generate", package: "methodic-codegen", bench: "generate" },
];

/// Which benchmarks to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SuiteName {
    /// Decoding of messages: floor, ours, and serde's derived tagged enum
    Decode,
    /// Generation of all files in memory
    Generate,
}

/// The form of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TableFormat {
    /// A table for people
    Human,
    /// One JSON object
    Json,
}

/// Runs the benchmarks and shows each time with its ratio to the floor
#[derive(Args)]
#[command(
    long_about = "Runs the benchmarks in release and reads back what criterion measured. A row is one message; beside \
        each time stands its ratio to `floor`, which is reading the same bytes straight into the one right type, measured \
        in the same run.",
    after_long_help = "\
EXAMPLES:
  cargo xtask bench
      all benchmarks
  cargo xtask bench decode
      the decoder alone
  cargo xtask bench decode --filter turn-interrupt
      one message
  cargo xtask bench --last
      the table of the last runs, without running anything"
)]
pub(crate) struct Bench {
    /// Benchmarks to run [default: all]
    #[arg(value_enum, value_name = "SUITE")]
    suites: Vec<SuiteName>,
    /// Run only the benchmarks whose name has this text in it
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// Run nothing; show what the last runs measured
    #[arg(long, conflicts_with = "filter")]
    last: bool,
    /// Form of the table
    #[arg(long, value_enum, default_value_t = TableFormat::Human, value_name = "FORMAT")]
    format: TableFormat,
}

impl Bench {
    /// Runs the command.
    pub(crate) fn run(&self, workspace: &Workspace) -> Outcome {
        // Estimates of benchmarks that are gone, or were left out, stay on disk: only what this run wrote counts.
        let since = if self.last { SystemTime::UNIX_EPOCH } else { SystemTime::now() };
        let chosen = |name: &str| {
            let named = |suite: &SuiteName| suite.to_possible_value().is_some_and(|value| value.get_name() == name);
            self.suites.is_empty() || self.suites.iter().any(named)
        };
        for suite in SUITES.iter().filter(|suite| !self.last && chosen(suite.name)) {
            let mut args = vec!["bench", "--package", suite.package, "--bench", suite.bench];
            if let Some(filter) = &self.filter {
                args.extend(["--", filter]);
            }
            tell(&format!("== cargo {}", args.join(" ")));
            // Criterion's own report goes to standard error, so that the table is all there is on standard output.
            let status = show_aside(workspace, &cargo(), &args)?;
            if !status.success() {
                return Err(Failure::new(format_args!("`cargo {}` failed ({status})", args.join(" "))));
            }
        }
        let mut measured = estimates::read(&target(workspace)?.join("criterion"), since)?;
        // A suite gives its groups its own name: `decode/turn-interrupt`.
        measured.retain(|group, _| chosen(group.split('/').next().unwrap_or(group)));
        if measured.is_empty() {
            let mend = if self.last { "run `cargo xtask bench` first" } else { "see `cargo xtask bench --help`" };
            return Err(Failure::new("nothing was measured").mend(mend));
        }
        say(&match self.format {
            TableFormat::Human => table::render(&measured),
            TableFormat::Json => format!("{:#}\n", table::json(&measured)),
        });
        Ok(Verdict::Clean)
    }
}

/// The target folder, wherever configuration puts it.
fn target(workspace: &Workspace) -> Result<std::path::PathBuf, Failure> {
    let text = read_cargo(workspace, &["metadata", "--format-version", "1", "--no-deps"])?;
    let metadata: Value = serde_json::from_str(&text).unwrap_or_else(|_| json!({}));
    metadata["target_directory"]
        .as_str()
        .map(Into::into)
        .ok_or_else(|| Failure::new("`cargo metadata` does not say where the target folder is"))
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::{SUITES, SuiteName};

    #[test]
    fn every_suite_can_be_named() {
        let names: Vec<String> = SuiteName::value_variants()
            .iter()
            .filter_map(|name| Some(name.to_possible_value()?.get_name().to_owned()))
            .collect();
        assert_eq!(names, SUITES.map(|suite| suite.name));
    }
}
