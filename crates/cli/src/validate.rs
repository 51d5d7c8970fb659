//! `methodic validate`: messages and payloads, from files or standard input, against the generated schema.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use methodic_validator::{Catalog, Documents, Finding, FindingKind, Judge, Methods, Surface, Target};

use crate::report::{Format, Report, count};

const EXAMPLES: &str = "\
EXAMPLES:
  Messages of a file, one a line or pretty-printed:
    methodic validate messages.ndjson

  What a client sends, while it sends it:
    my-client | tee /dev/stderr | methodic validate

  A payload without its message around it, and an answer, which does not say what it answers:
    methodic validate --as thread/start.params params.json
    methodic validate --as thread/start.result answer.json
    methodic validate --as v2/Thread thread.json

  With the methods and members that need the opt-in:
    methodic validate --surface experimental messages.ndjson

  For a program, which then reads `findings`, `messages` and `valid`:
    methodic validate --format json messages.ndjson

A finding says FILE:LINE:COLUMN of the value, the method, the value's pointer in the message, the schema keyword that
refuses it, what was expected and what was found; below it stands the keyword's place in the bundle.

Exit codes: 0 clean, 1 findings, 2 could not run.";

/// The size of the pieces that files are read in.
const PIECE: usize = 1 << 16;

/// Checks messages: JSON or NDJSON, each by its own method.
///
/// Values may follow each other in any layout: one a line, pretty-printed, or side by side. A broken line is reported
/// and the others are still checked. Memory follows the largest message, not the file.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The folder of generated schema, with methods.json and the bundle
    #[arg(long, value_name = "DIR", default_value = "schema")]
    schema: PathBuf,
    /// Which surface of it: DIR itself, or the folder `experimental` in it
    #[arg(long, value_enum, value_name = "SURFACE")]
    surface: Option<SurfaceName>,
    /// What values are that name no method: METHOD.params, METHOD.result, or a definition
    #[arg(long = "as", value_name = "WHAT")]
    target: Option<String>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// How many findings are printed; the others are counted
    #[arg(long, value_name = "N", default_value_t = 100)]
    max_findings: usize,
    /// The files; `-` or none is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum SurfaceName {
    Stable,
    Experimental,
}

/// What was read so far.
#[derive(Default)]
struct Counts {
    messages: usize,
    valid: usize,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let surface = args.surface.map(|surface| match surface {
        SurfaceName::Stable => Surface::Stable,
        SurfaceName::Experimental => Surface::Experimental,
    });
    let catalog = Catalog::load_surface(&args.schema, surface)?;
    let target = args.target.as_deref().map(|text| Target::new(&catalog, text)).transpose()?;
    // Only to tell that a method is known elsewhere: a table that cannot be read is no reason to stop.
    let wider = Methods::load(catalog.dir().join("experimental")).ok();
    let judge = Judge::new(&catalog, target, wider);
    let standard_input = [PathBuf::from("-")];
    let files = if args.files.is_empty() { &standard_input[..] } else { &args.files };
    files.iter().filter(|file| !is_standard_input(file)).try_for_each(|file| readable(file))?;

    let mut report = Report::at_most(args.format, args.max_findings);
    let mut counts = Counts::default();
    for file in files {
        if is_standard_input(file) {
            read("<stdin>", io::stdin().lock(), &judge, &mut report, &mut counts)?;
        } else {
            let input = File::open(file).map_err(|error| unreadable(file, &error))?;
            let input = BufReader::with_capacity(PIECE, input);
            read(&file.display().to_string(), input, &judge, &mut report, &mut counts)?;
        }
        if report.closed() {
            break;
        }
    }
    let Counts { messages, valid } = counts;
    let mut summary = format!("{}, {valid} valid", count(messages, "message"));
    if report.found() > 0 {
        summary.push_str(&format!(", {}", count(report.found(), "finding")));
    }
    Ok(report.finish(&summary, &[("messages", messages), ("valid", valid)])?)
}

/// Checks all values of one input.
fn read(
    name: &str,
    input: impl BufRead,
    judge: &Judge<'_>,
    report: &mut Report,
    counts: &mut Counts,
) -> Result<(), Box<dyn Error>> {
    let mut documents = Documents::new(input);
    let before = counts.messages;
    while let Some(document) = documents.next().map_err(|error| unreadable(Path::new(name), &error))? {
        counts.messages += 1;
        let findings = match &document.value {
            Ok(value) => judge.findings(name, value)?,
            Err(broken) => vec![broken.clone().into_finding(name)],
        };
        counts.valid += usize::from(findings.is_empty());
        // To find a place the text is read once more; nobody needs the place of what is not shown.
        let worth = |finding: &Finding| report.shows_more() && finding.position.is_none();
        let locate = |finding| if worth(&finding) { document.locate(finding) } else { finding };
        let mut findings: Vec<Finding> = findings.into_iter().map(locate).collect();
        findings.sort_by_key(|finding| finding.position);
        findings.into_iter().try_for_each(|finding| report.add(finding))?;
        if report.closed() {
            return Ok(());
        }
    }
    if counts.messages == before {
        let message = "no JSON value in it: expected messages, one a line or one after the other";
        report.add(Finding::new(FindingKind::Empty, name, message))?;
    }
    Ok(())
}

fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

/// Finds out before anything is printed whether a file can be read.
fn readable(file: &Path) -> Result<(), String> {
    match fs::metadata(file) {
        Err(error) => Err(unreadable(file, &error)),
        Ok(found) if found.is_dir() => {
            Err(format!("{} is a folder: expected files, such as {0}/*.json", file.display()))
        }
        Ok(_) => Ok(()),
    }
}

fn unreadable(file: &Path, error: &io::Error) -> String {
    format!("cannot read {}: {error}", file.display())
}
