//! `methodic fixtures`: hand-written messages against the generated schema.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use methodic_validator::{Surfaces, coverage, fixtures};

use crate::report::{Format, Report, count};

const EXAMPLES: &str = "\
EXAMPLES:
  The fixtures of a protocol against both of its surfaces:
    methodic fixtures --schema schema --fixtures crates/app-server-protocol/fixtures

  For a program, which then reads `findings`, `fixtures` and `methods`:
    methodic fixtures --schema schema --fixtures fixtures --format json

A fixture is one message in one file, in the folder of its method (`thread/start` has `thread-start`):
  thread-start/accept/minimal.json   { \"id\": 1, \"method\": \"thread/start\", \"params\": {} }
  thread-start/accept/result.json    { \"id\": 1, \"result\": { \"…\": \"…\" } }
  thread-start/reject/bad-cwd.json   { \"expect\": { \"pointer\": \"/params/cwd\", \"keyword\": \"type\" }, \"message\": { \"…\": \"…\" } }

Exit codes: 0 clean, 1 findings, 2 could not run.";

/// Checks fixtures: accepts must be valid, rejects refused where and why they say, every method covered by both.
///
/// Where the schema folder holds a folder `experimental`, that whole surface judges rejects and coverage, and accepts
/// must be valid on both surfaces unless they use what is marked as experimental.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The folder of generated schema, with methods.json and the bundles
    #[arg(long, value_name = "DIR")]
    schema: PathBuf,
    /// The folder of fixtures, one folder for each method
    #[arg(long, value_name = "DIR")]
    fixtures: PathBuf,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// With `--format json`, say also what each surface's schema says of each fixture, as `verdicts`
    #[arg(long)]
    verdicts: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let surfaces = Surfaces::load(&args.schema)?;
    let scan = fixtures::scan(&args.fixtures)?;
    let methods = surfaces.whole.methods();
    let mut findings = scan.findings;
    findings.extend(surfaces.check(&scan.fixtures));
    findings.extend(coverage(methods, &args.fixtures, &scan.fixtures));
    findings.sort_by(|left, right| left.file.cmp(&right.file));
    let (fixtures, methods) = (scan.fixtures.len(), methods.len());
    let mut report = Report::new(args.format);
    findings.into_iter().try_for_each(|finding| report.add(finding))?;
    if args.verdicts {
        report.fact("verdicts", serde_json::to_value(surfaces.judge(&scan.fixtures))?);
    }
    let summary = [count(fixtures, "fixture"), count(methods, "method"), count(report.found(), "finding")].join(", ");
    Ok(report.finish(&summary, &[("fixtures", fixtures), ("methods", methods)])?)
}
