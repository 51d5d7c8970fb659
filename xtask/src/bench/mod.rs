//! `cargo xtask bench`: measures decoding, validating, comparing, generating and building, and puts the numbers into tables,
//! and into README.

mod cost;
mod estimates;
mod kept;
mod load;
mod machine;
mod markdown;
mod readme;
mod table;
mod types;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::failure::{Failure, Outcome, Verdict};
use crate::process::{cargo, read_cargo, show_aside};
use crate::report::{say, tell};
use crate::third_party;
use crate::tools::{Tool, npm_project};
use crate::workspace::Workspace;

use cost::Costs;
use estimates::Measured;
use load::Load;
use table::Numbers;
use types::TypeCost;

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Suite {
    /// Decoding of messages: floor, ours, and serde's derived tagged enum
    Decode,
    /// Validation of messages against the schema: floor, ours, and Ajv
    Validate,
    /// Comparison of two bundles
    Compat,
    /// Generation of all files in memory
    Generate,
    /// Builds, checks and the generator's process; takes ten minutes or more
    Cost,
    /// What the generated types cost the TypeScript compiler
    Typescript,
    /// The server under load: many clients, many requests
    Load,
}

/// The form of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TableFormat {
    /// A table for people
    Human,
    /// One JSON object
    Json,
}

/// Measures decoding, validating, comparing, generating and building, and shows tables
#[derive(Args)]
#[command(
    long_about = "Runs the benchmarks in release and reads back what criterion measured. A row is one message; beside \
        each time stands its ratio to `floor`, which is reading the same bytes straight into the one right type, measured \
        in the same run.\n\n\
        The suite `cost` builds a copy of the workspace below the target folder, clean and after changes, and tells time \
        on the clock, time of all processors together and memory. Measure while the machine does nothing else.",
    after_long_help = "\
EXAMPLES:
  cargo xtask bench
      everything
  cargo xtask bench decode
      the decoder alone
  cargo xtask bench validate
      the validator beside its floor, and beside Ajv where Node is there
  cargo xtask bench decode --filter turn-interrupt
      one message
  cargo xtask bench cost --filter 'check after'
      two rows of the cost table
  cargo xtask bench --last
      the tables of the last runs, without running anything
  cargo xtask bench --write
      everything, and the tables in README.md"
)]
pub(crate) struct Bench {
    /// Suites to run [default: all]
    #[arg(value_enum, value_name = "SUITE")]
    suites: Vec<Suite>,
    /// Run only the benchmarks whose name has this text in it
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// Run nothing; show what the last runs measured
    #[arg(long, conflicts_with = "filter")]
    last: bool,
    /// Also put the tables into README.md
    #[arg(long, conflicts_with = "filter")]
    write: bool,
    /// Form of the table
    #[arg(long, value_enum, default_value_t = TableFormat::Human, value_name = "FORMAT")]
    format: TableFormat,
    /// Generate once in this process and print the most memory it used, in bytes
    #[arg(long, hide = true)]
    codegen_peak: bool,
}

/// What the suites have measured.
#[derive(Default)]
struct Results {
    /// By criterion.
    measured: Measured,
    costs: Costs,
    /// What the suite `generate` measured last: the table of costs has a row for it.
    generated: Measured,
    types: Vec<TypeCost>,
    loads: Vec<Load>,
}

impl Suite {
    /// Its name on the command line; also the first part of its groups' names (`decode/turn-interrupt`).
    fn name(self) -> &'static str {
        match self {
            Self::Decode => "decode",
            Self::Validate => "validate",
            Self::Compat => "compat",
            Self::Generate => "generate",
            Self::Cost => "cost",
            Self::Typescript => "typescript",
            Self::Load => "load",
        }
    }

    /// The package whose benchmark of the same name criterion runs.
    fn package(self) -> Option<&'static str> {
        match self {
            Self::Decode => Some("app-server-protocol"),
            Self::Validate => Some("methodic-validator"),
            Self::Compat => Some("methodic-compat"),
            Self::Generate => Some("methodic-codegen"),
            Self::Cost | Self::Typescript | Self::Load => None,
        }
    }

    /// Whether README has its table.
    fn is_published(self) -> bool {
        self != Self::Generate
    }
}

impl Bench {
    /// Runs the command.
    pub(crate) fn run(&self, workspace: &Workspace) -> Outcome {
        if self.codegen_peak {
            return cost::codegen_peak(workspace);
        }
        if self.write {
            let tables: Vec<&str> = self.chosen().filter(|suite| suite.is_published()).map(Suite::name).collect();
            readme::expect(workspace, &tables)?;
        }
        let target = target(workspace)?;
        let criterion = target.join("criterion");
        // Estimates of benchmarks that are gone, or were left out, stay on disk: only what this run wrote counts.
        let since = if self.last { SystemTime::UNIX_EPOCH } else { SystemTime::now() };
        let mut results = Results::default();
        for suite in self.chosen() {
            match suite {
                Suite::Cost if self.last => results.costs = cost::last(&target)?,
                Suite::Cost => results.costs = cost::run(workspace, &target, self.filter.as_deref())?,
                Suite::Typescript if self.last => results.types = types::last(&target)?,
                Suite::Load if self.last => results.loads = load::last(&target)?,
                // They are one measurement each, without parts that a text could choose.
                Suite::Typescript | Suite::Load if self.filter.is_some() => {}
                Suite::Typescript => results.types = types::run(workspace, &target)?,
                Suite::Load => results.loads = load::run(workspace, &target)?,
                Suite::Decode | Suite::Validate | Suite::Compat | Suite::Generate if self.last => {}
                Suite::Decode | Suite::Compat | Suite::Generate => self.criterion(workspace, suite)?,
                Suite::Validate => {
                    if let Tool::Missing(how) = npm_project(workspace, third_party::FOLDER)? {
                        tell(&format!("Ajv is left out: {how}"));
                    }
                    self.criterion(workspace, suite)?;
                }
            }
        }
        results.measured = estimates::read(&criterion, since)?;
        results.measured.retain(|group, _| {
            let suite = group.split('/').next().unwrap_or(group);
            self.chosen().any(|chosen| chosen.name() == suite)
        });
        if results.is_empty() {
            let mend = if self.last { "run `cargo xtask bench` first" } else { "see `cargo xtask bench --help`" };
            return Err(Failure::new("nothing was measured").mend(mend));
        }
        // The suite need not have run just now.
        if !results.costs.is_empty() {
            results.generated = generated(&criterion)?;
        }
        say(&match self.format {
            TableFormat::Human => results.human(),
            TableFormat::Json => format!("{:#}\n", results.json()),
        });
        if self.write {
            results.publish(workspace)?;
        }
        Ok(Verdict::Clean)
    }

    /// The suites to run, each once, in the order of their declaration.
    fn chosen(&self) -> impl Iterator<Item = Suite> {
        let suites = Suite::value_variants().iter().copied();
        suites.filter(|suite| self.suites.is_empty() || self.suites.contains(suite))
    }

    fn criterion(&self, workspace: &Workspace, suite: Suite) -> Result<(), Failure> {
        let Some(package) = suite.package() else { return Ok(()) };
        let mut args = vec!["bench", "--package", package, "--bench", suite.name()];
        if let Some(filter) = &self.filter {
            args.extend(["--", filter]);
        }
        tell(&format!("== cargo {}", args.join(" ")));
        // Criterion's own report goes to standard error, so that the table is all there is on standard output.
        let status = show_aside(workspace, "", &cargo(), &args)?;
        if !status.success() {
            return Err(Failure::new(format_args!("`cargo {}` failed ({status})", args.join(" "))));
        }
        Ok(())
    }
}

/// What the suite `generate` measured last.
fn generated(criterion: &Path) -> Result<Measured, Failure> {
    let mut measured = estimates::read(criterion, SystemTime::UNIX_EPOCH)?;
    measured.retain(|group, _| group.starts_with("generate/"));
    Ok(measured)
}

impl Results {
    fn is_empty(&self) -> bool {
        self.measured.is_empty() && self.costs.is_empty() && self.types.is_empty() && self.loads.is_empty()
    }

    /// All tables, for people.
    fn human(&self) -> String {
        let mut tables = vec![table::render(&self.measured)];
        if !self.costs.is_empty() {
            tables.push(titled(cost::COLUMNS, cost::lines(&self.costs, &self.generated), Numbers::Left));
        }
        if !self.types.is_empty() {
            tables.push(titled(types::COLUMNS, types::lines(&self.types), Numbers::Right));
        }
        if !self.loads.is_empty() {
            tables.push(titled(load::COLUMNS, load::lines(&self.loads), Numbers::Right));
        }
        tables.retain(|table| !table.is_empty());
        tables.join("\n")
    }

    /// The same for programs.
    fn json(&self) -> Value {
        json!({
            "findings": [],
            "groups": table::json(&self.measured),
            "costs": cost::json(&self.costs),
            "types": self.types,
            "loads": self.loads,
        })
    }

    /// Puts the tables of what was measured into README.
    fn publish(&self, workspace: &Workspace) -> Result<(), Failure> {
        let machine = machine::describe();
        let mut tables = Vec::new();
        let has = |suite: Suite| self.measured.keys().any(|group| group.split('/').next() == Some(suite.name()));
        if has(Suite::Decode) {
            tables.push((Suite::Decode.name(), markdown::decode(&self.measured, &machine)));
        }
        for (suite, text) in [(Suite::Validate, markdown::VALIDATE), (Suite::Compat, markdown::COMPAT)] {
            if has(suite) {
                tables.push((suite.name(), markdown::rows(suite.name(), text, &self.measured, &machine)));
            }
        }
        if !self.costs.is_empty() {
            tables.push((Suite::Cost.name(), markdown::cost(&self.costs, &self.generated, &machine)));
        }
        if !self.types.is_empty() {
            tables.push((Suite::Typescript.name(), markdown::types(&self.types, &machine)));
        }
        if !self.loads.is_empty() {
            tables.push((Suite::Load.name(), markdown::load(&self.loads, &machine)));
        }
        let changed = readme::write(workspace, &tables)?;
        let names: Vec<&str> = tables.iter().map(|(name, _)| *name).collect();
        tell(&match (names.is_empty(), changed) {
            (true, _) => "nothing of what was measured has a table in README.md".to_owned(),
            (false, true) => format!("wrote README.md: {}", names.join(" and ")),
            (false, false) => format!("README.md says so already: {}", names.join(" and ")),
        });
        Ok(())
    }
}

/// A table with its heading, for people.
fn titled<const N: usize>(columns: [&str; N], lines: Vec<[String; N]>, numbers: Numbers) -> String {
    let lines = [vec![columns.map(str::to_owned)], lines].concat();
    let mut table = String::new();
    table::align(&lines, numbers, &mut table);
    table
}

/// The target folder, wherever configuration puts it.
fn target(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let text = read_cargo(workspace, &["metadata", "--format-version", "1", "--no-deps"])?;
    let metadata: Value = serde_json::from_str(&text).unwrap_or_else(|_| json!({}));
    metadata["target_directory"]
        .as_str()
        .map(Into::into)
        .ok_or_else(|| Failure::new("`cargo metadata` does not say where the target folder is"))
}

#[cfg(test)]
mod tests {
    use clap::{Parser, ValueEnum};

    use super::Suite;
    use super::cost::CODEGEN_PEAK;
    use crate::{Cli, Task};

    fn parse(words: &[&str]) -> super::Bench {
        match Cli::try_parse_from([&["cargo xtask", "bench"], words].concat()) {
            Ok(Cli { task: Task::Bench(bench) }) => bench,
            Ok(_) => panic!("another task"),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn every_suite_is_named_as_on_the_command_line() {
        for suite in Suite::value_variants() {
            let value = suite.to_possible_value().expect("none is hidden");
            assert_eq!(value.get_name(), suite.name());
        }
    }

    #[test]
    fn suites_run_once_and_in_order_whatever_is_typed() {
        let chosen = |words: &[&str]| parse(words).chosen().map(Suite::name).collect::<Vec<_>>();
        assert_eq!(chosen(&[]), ["decode", "validate", "compat", "generate", "cost", "typescript", "load"]);
        assert_eq!(chosen(&["cost", "decode", "cost"]), ["decode", "cost"]);
    }

    #[test]
    fn the_flag_for_memory_is_there_and_hidden() {
        assert!(parse(&[CODEGEN_PEAK]).codegen_peak);
        let help = Cli::try_parse_from(["cargo xtask", "bench", "--help"]).err().expect("help").to_string();
        assert!(help.contains("--write") && !help.contains(CODEGEN_PEAK), "{help}");
    }

    #[test]
    fn a_part_of_a_table_is_never_written() {
        assert!(Cli::try_parse_from(["cargo xtask", "bench", "--write", "--filter", "x"]).is_err());
    }
}
