//! Recorded sessions: line by line, each message against the schema, and all of them against the rules of a session.
//!
//! A [`Transcript`] takes lines and gives findings, and at the end a [`Summary`]: how often each method was called, how
//! long its answers took, and how much of its types the session exercised. It holds no more than the requests that wait
//! for an answer, whatever the length of the recording.
//!
//! A line is a message as JSON, alone or with what the recorder knows about it:
//!
//! ```text
//! {"id":1,"method":"initialize","params":{}}
//! > {"id":1,"method":"initialize","params":{}}
//! 2026-11-22T10:00:00.250Z < {"id":1,"result":{}}
//! {"timestamp":1795341600250,"direction":"server-to-client","message":{"id":1,"result":{}}}
//! ```
//!
//! ```no_run
//! use methodic_validator::Catalog;
//! use methodic_validator::transcript::{Options, Transcript};
//!
//! let catalog = Catalog::load("schema")?;
//! let mut transcript = Transcript::new(&catalog, Options::new("session.ndjson"))?;
//! for line in std::fs::read_to_string("session.ndjson")?.lines() {
//!     for finding in transcript.line(line.as_bytes()) {
//!         println!("{finding}");
//!     }
//! }
//! let (unanswered, summary) = transcript.finish();
//! println!("{} unanswered, {} of {} methods", unanswered.len(), summary.methods.len(), catalog.methods().len());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod call;
mod flight;
mod handshake;
mod judge;
mod latency;
mod line;
mod options;
mod points;
mod shape;
mod summary;
mod time;
mod union;
mod walk;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use jiff::Timestamp;

pub use self::latency::Latency;
pub use self::options::{KINDS, Options, OptionsError, USUAL_HANDSHAKE, USUAL_OPT_IN};
pub use self::points::{Exercised, Share};
pub use self::summary::{Counts, Coverage, Gap, MethodSummary, Summary};

use self::flight::Flight;
use self::handshake::Handshake;
use self::latency::Latencies;
use self::points::Points;
use self::shape::{Builder, NodeId, Shapes};
use crate::catalog::Catalog;
use crate::finding::{Finding, FindingKind};
use crate::methods::{Direction, Method};
use crate::nearest::{nearest, offer};

/// A recorded session while it is read.
#[derive(Debug)]
pub struct Transcript<'a> {
    catalog: &'a Catalog,
    file: String,
    forward: Direction,
    rows: Vec<Row<'a>>,
    by_name: HashMap<&'a str, usize>,
    shapes: Shapes,
    handshake: Handshake,
    opt_in: OptIn,
    flight: Flight,
    counts: Counts,
    clock: Clock,
    /// Definitions that cannot be used are reported once.
    unusable: BTreeSet<String>,
}

/// A method with what was seen of it.
#[derive(Debug)]
struct Row<'a> {
    method: &'a Method,
    /// Its wire name, shared with the requests that wait.
    name: Arc<str>,
    params: Payload,
    result: Payload,
    calls: u64,
    answers: u64,
    errors: u64,
    unanswered: u64,
    latencies: Option<Latencies>,
}

/// The type of a method's params or result, and what was exercised of it.
#[derive(Debug, Default)]
struct Payload {
    node: Option<NodeId>,
    /// Whether a valid one was seen.
    used: bool,
    seen: Points,
    /// Whether it can hold what is experimental; worked out when it is first asked.
    can_be_marked: Option<bool>,
}

/// Whether the client opted in to experimental API.
#[derive(Debug)]
struct OptIn {
    /// The method whose params say so, and where.
    row: Option<usize>,
    pointer: String,
    /// What they said and in which line; none as long as they were not seen.
    given: Option<(bool, u64)>,
}

/// The times of the lines.
#[derive(Debug, Default)]
struct Clock {
    first: Option<Timestamp>,
    last: Option<(Timestamp, u64)>,
    ran_back: bool,
}

impl OptIn {
    fn new(
        pointer: Option<String>,
        row: Option<usize>,
        rows: &[Row<'_>],
        shapes: &Shapes,
    ) -> Result<Self, OptionsError> {
        let has = |row: &usize, pointer: &str| {
            let node = rows[*row].params.node;
            pointer.starts_with('/') && node.is_some_and(|node| shapes.has(node, pointer))
        };
        let (row, pointer) = match pointer {
            None => (row.filter(|row| has(row, USUAL_OPT_IN)), USUAL_OPT_IN.to_owned()),
            Some(pointer) if row.as_ref().is_some_and(|row| has(row, &pointer)) => (row, pointer),
            Some(pointer) => {
                let method = row.map(|row| rows[row].method.method.clone());
                return Err(OptionsError::UnknownOptIn { pointer, method });
            }
        };
        Ok(Self { row, pointer, given: None })
    }
}

/// Where a message stands: the line, and the column of its first character.
#[derive(Debug, Clone, Copy)]
struct At {
    line: u64,
    column: usize,
    time: Option<Timestamp>,
}

impl<'a> Transcript<'a> {
    /// A transcript that is yet to be read.
    pub fn new(catalog: &'a Catalog, options: Options) -> Result<Self, OptionsError> {
        let mut builder = Builder::default();
        let mut payload = |definition: &Option<String>| {
            let place = definition.as_deref().and_then(|definition| catalog.place(definition));
            Payload {
                node: place.map(|(document, pointer)| builder.definition(document, pointer)),
                ..Payload::default()
            }
        };
        let rows: Vec<Row<'_>> = catalog
            .methods()
            .iter()
            .map(|method| Row {
                method,
                name: method.method.as_str().into(),
                params: payload(&method.params),
                result: payload(&method.result),
                calls: 0,
                answers: 0,
                errors: 0,
                unanswered: 0,
                latencies: None,
            })
            .collect();
        let shapes = builder.finish();
        let by_name: HashMap<&str, usize> =
            rows.iter().enumerate().map(|(row, of)| (of.method.method.as_str(), row)).collect();
        let steps = match options.handshake {
            Some(steps) => steps
                .into_iter()
                .map(|step| match by_name.get(step.as_str()) {
                    Some(row) => Ok(*row),
                    None => Err(OptionsError::UnknownStep {
                        nearest: offer(&nearest(&step, rows.iter().map(|row| &*row.method.method))),
                        step,
                    }),
                })
                .collect::<Result<Vec<usize>, _>>()?,
            // A protocol with another start has no rule, rather than half of this one.
            None => USUAL_HANDSHAKE.iter().map_while(|step| by_name.get(step).copied()).collect(),
        };
        let first = steps.first().or_else(|| by_name.get(USUAL_HANDSHAKE[0])).copied();
        let opt_in = OptIn::new(options.opt_in, first, &rows, &shapes)?;
        Ok(Self {
            catalog,
            file: options.file,
            forward: options.forward,
            handshake: Handshake::new(steps.into_iter().map(|row| (row, rows[row].method))),
            rows,
            by_name,
            shapes,
            opt_in,
            flight: Flight::new(options.max_pending),
            counts: Counts::default(),
            clock: Clock::default(),
            unusable: BTreeSet::new(),
        })
    }

    /// Reads the next line, without its end, and tells what is wrong with it.
    pub fn line(&mut self, line: &[u8]) -> Vec<Finding> {
        self.counts.lines += 1;
        let mut findings = Vec::new();
        // Some editors put a byte order mark at the start of a file.
        let line = if self.counts.lines == 1 { line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line) } else { line };
        match line::parse(line, self.forward) {
            Ok(None) => {}
            Ok(Some(line::Line { direction, time, message, column })) => {
                self.counts.messages += 1;
                let at = At { line: self.counts.lines, column, time };
                self.tick(at, &mut findings);
                if message.get("method").is_some() {
                    self.call(at, direction, &message, &mut findings);
                } else if message.get("result").is_some() || message.get("error").is_some() {
                    self.answer(at, direction, &message, &mut findings);
                } else {
                    let text = "expected `method` (a call), or `result` or `error` (an answer)";
                    findings.push(self.finding(FindingKind::Invalid, at, text).at("", Some("required")));
                }
            }
            Err(line::Broken { column, message }) => {
                let at = At { line: self.counts.lines, column, time: None };
                findings.push(self.finding(FindingKind::Line, at, message));
            }
        }
        findings
    }

    /// Passes over a line that was too long to be held.
    pub fn overlong(&mut self, limit: usize) -> Vec<Finding> {
        self.counts.lines += 1;
        let at = At { line: self.counts.lines, column: 1, time: None };
        let text = format!("longer than {limit} bytes, and passed over; raise the limit to have it checked");
        vec![self.finding(FindingKind::Line, at, text)]
    }

    /// Ends the session: reports the requests that still wait, and sums up.
    pub fn finish(mut self) -> (Vec<Finding>, Summary) {
        let rest = self.flight.rest();
        let why = "no answer until the end of the recording";
        let findings = rest.map(|(key, request)| self.unanswered(&key, &request, why)).collect();
        (findings, self.summary())
    }

    fn finding(&self, kind: FindingKind, at: At, message: impl Into<String>) -> Finding {
        Finding::new(kind, self.file.as_str(), message).position(at.line as usize, at.column)
    }

    fn tick(&mut self, at: At, findings: &mut Vec<Finding>) {
        let Some(time) = at.time else { return };
        if let Some((last, line)) = self.clock.last
            && time < last
            && !self.clock.ran_back
        {
            self.clock.ran_back = true;
            let text = format!(
                "time runs backwards: {time} after {last} in line {line}; said once, and latencies below zero are not counted"
            );
            findings.push(self.finding(FindingKind::Clock, at, text));
        }
        self.clock.first.get_or_insert(time);
        self.clock.last = Some((time, at.line));
    }
}
