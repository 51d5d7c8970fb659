//! `methodic transcript`: a recorded session against the generated schema and the rules of a session.

mod lines;
mod print;
mod progress;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use methodic_validator::transcript::{KINDS, Options, Transcript, USUAL_OPT_IN};
use methodic_validator::{Direction, Finding, FindingKind, Surfaces};

use self::lines::{Line, Lines};
use self::progress::Progress;
use crate::report::{Format, github_line, human_line};

const EXAMPLES: &str = "\
EXAMPLES:
  What a client recorded, against the schema in ./schema:
    methodic transcript session.ndjson

  What a server recorded, where `>` and `out` are the server's:
    methodic transcript --perspective server server.log

  What the session did not exercise, by name:
    methodic transcript --coverage session.ndjson

  From a recording that begins in the middle, for a program:
    zcat week.ndjson.gz | methodic transcript --handshake none --allow unmatched-answer --format json -

INPUT: one message a line, as JSON. Blank lines and lines that start with `#` are passed over. A line may say which way the
message travelled, and when; without a direction it is told from the method, and for an answer from the request that waits.
  { \"id\": 1, \"method\": \"thread/start\", \"params\": {} }
  > { \"id\": 1, \"method\": \"thread/start\", \"params\": {} }
  2026-11-22T10:00:00.250Z < { \"id\": 1, \"result\": {} }
  { \"ts\": 1795341600250, \"dir\": \"s2c\", \"message\": { \"id\": 1, \"result\": {} } }
  message    message, msg, data or payload: an object, or the text that was sent
  direction  direction, dir or from: client, client-to-server, c2s; server, server-to-client, s2c; and, as the recording
             side sees it (--perspective), out, outgoing, send, sent, tx, >; in, incoming, recv, received, rx, <
  time       timestamp, ts, time or at: a date and time as in RFC 3339 (without an offset, UTC), or seconds, milliseconds,
             microseconds or nanoseconds since 1970, told by their size

FINDINGS: line (holds no message), invalid (by the schema), unknown-method, wrong-direction, duplicate-id (while the
first request still waits; using an id again later is fine), unanswered, unmatched-answer, second-answer, handshake,
not-opted-in (experimental API), clock (time runs backwards; said once), schema (a definition is broken).

LATENCY is from request to answer. Minimum and maximum are exact, median and 95th percentile at most 1 % too high.

COVERAGE counts optional members (null is no use of one) and variants of unions and enums, once for each type that valid
params or results of a method can hold. Without the opt-in what is experimental does not count.

MEMORY does not grow with the recording, only with the requests that wait (--max-pending) and the longest line (--max-line).

Exit codes: 0 clean, 1 findings, 2 could not run.";

/// Checks a recorded session: every message, which answer belongs to which request, latencies, and what was exercised.
///
/// Answers are checked as the result of the method that was requested. Requests without an answer, answers without a
/// request, ids used twice, calls before the handshake and experimental API without the opt-in are reported.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The recording; `-` is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The folder of generated schema, with methods.json and the bundles; its folder `experimental` is preferred
    #[arg(long, value_name = "DIR", default_value = "schema")]
    schema: PathBuf,
    /// Who recorded it: whose messages `>`, `out` and `send` are
    #[arg(long, value_enum, default_value_t)]
    perspective: Perspective,
    /// The calls that a connection starts with, in order, or `none` [default: initialize,initialized as far as the
    /// protocol has them]
    #[arg(long, value_name = "METHODS")]
    handshake: Option<String>,
    #[arg(long, value_name = "POINTER", help = format!("The member of the first call's params that opts in to experimental API, as a JSON pointer [default: {USUAL_OPT_IN}]"))]
    opt_in: Option<String>,
    /// Findings that are neither reported nor counted; may be given several times, or with commas
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kind)]
    allow: Vec<FindingKind>,
    /// Print by name what was not exercised
    #[arg(long)]
    coverage: bool,
    /// How the report is printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// How many findings are printed; all are counted
    #[arg(long, value_name = "N", default_value_t = 100)]
    max_findings: u64,
    /// How many requests may wait for an answer before the oldest is reported as unanswered
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    max_pending: usize,
    /// How long a line may be, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = 64 << 20)]
    max_line: usize,
}

/// The side that recorded.
#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
enum Perspective {
    /// The client
    #[default]
    Client,
    /// The server
    Server,
}

fn kind(name: &str) -> Result<FindingKind, String> {
    KINDS.into_iter().find(|kind| kind.to_string() == name).ok_or_else(|| {
        let names: Vec<String> = KINDS.iter().map(FindingKind::to_string).collect();
        format!("expected one of {}", names.join(", "))
    })
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let catalog = Surfaces::load(&args.schema)?.whole;
    let standard_input = args.file.as_os_str() == "-";
    let name = if standard_input { "<stdin>".to_owned() } else { args.file.display().to_string() };
    let mut transcript = Transcript::new(
        &catalog,
        Options {
            forward: match args.perspective {
                Perspective::Client => Direction::ClientToServer,
                Perspective::Server => Direction::ServerToClient,
            },
            handshake: args.handshake.as_deref().map(|steps| match steps {
                "none" => Vec::new(),
                steps => steps.split(',').map(|step| step.trim().to_owned()).collect(),
            }),
            opt_in: args.opt_in.clone(),
            max_pending: args.max_pending,
            ..Options::new(name.as_str())
        },
    )?;
    let cannot_read = |error: io::Error| format!("cannot read {name}: {error}");
    let (input, size): (Box<dyn BufRead>, _) = if standard_input {
        (Box::new(io::stdin().lock()), None)
    } else {
        let file = File::open(&args.file).map_err(cannot_read)?;
        let about = file.metadata().map_err(cannot_read)?;
        // A pipe with a name has no size.
        (Box::new(BufReader::with_capacity(1 << 18, file)), about.is_file().then_some(about.len()))
    };
    let mut lines = Lines::new(input, args.max_line);
    let mut progress = Progress::new(&name, size);
    let mut output = Output::new(args);
    while let Some(line) = lines.next().map_err(cannot_read)? {
        let findings = match line {
            Line::Whole(line) => transcript.line(line),
            Line::TooLong => transcript.overlong(args.max_line),
        };
        if !findings.is_empty() {
            progress.clear();
            output.take(findings)?;
        }
        progress.advance(lines.bytes(), lines.count());
    }
    progress.clear();
    let (findings, summary) = transcript.finish();
    output.take(findings)?;
    let text = match args.format {
        Format::Human => print::human(&summary, &output.counts, args.coverage),
        Format::Json => print::json(&name, catalog.methods(), &summary, &output.counts, &output.kept)?,
        Format::Github => print::last_line(&summary, &output.counts),
    };
    output.hidden()?;
    output.write(&text)?;
    Ok(if output.counts.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Where findings go: at once to standard output, for JSON into memory until the end.
struct Output<'a> {
    args: &'a Args,
    /// All findings, by kind.
    counts: BTreeMap<FindingKind, u64>,
    shown: u64,
    kept: Vec<Finding>,
    /// Whether somebody still reads.
    open: bool,
}

impl<'a> Output<'a> {
    fn new(args: &'a Args) -> Self {
        Self { args, counts: BTreeMap::new(), shown: 0, kept: Vec::new(), open: true }
    }

    fn take(&mut self, findings: Vec<Finding>) -> io::Result<()> {
        for finding in findings {
            if self.args.allow.contains(&finding.kind) {
                continue;
            }
            *self.counts.entry(finding.kind).or_default() += 1;
            if self.shown == self.args.max_findings {
                continue;
            }
            self.shown += 1;
            match self.args.format {
                Format::Human => self.write(&human_line(&finding))?,
                Format::Github => self.write(&github_line(&finding))?,
                Format::Json => self.kept.push(finding),
            }
        }
        Ok(())
    }

    /// Says how many findings were not printed.
    fn hidden(&mut self) -> io::Result<()> {
        let hidden = self.counts.values().sum::<u64>() - self.shown;
        if hidden == 0 || self.args.format == Format::Json {
            return Ok(());
        }
        self.write(&format!("and {hidden} more; --max-findings {} shows all\n", hidden + self.shown))
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        if !self.open {
            return Ok(());
        }
        match anstream::stdout().write_all(text.as_bytes()) {
            // A reader that has seen enough, such as `head`, is no failure of the check.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => self.open = false,
            other => other?,
        }
        Ok(())
    }
}
