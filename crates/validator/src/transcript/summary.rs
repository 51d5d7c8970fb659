//! What remains of a session when it is over: counts, latencies, and how much of the protocol it exercised.

use serde::Serialize;

use super::latency::{Latencies, Latency};
use super::points::{Exercised, PointKind, Points, Share};
use super::{Payload, Transcript};
use crate::methods::{Direction, Kind, Stability};

/// A session in numbers.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// All counts.
    #[serde(flatten)]
    pub counts: Counts,
    /// The first time stamp, as in RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// The last time stamp.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// From the first to the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_micros: Option<u64>,
    /// Whether the client opted in to experimental API; none when the recording does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opted_in: Option<bool>,
    /// The methods that were called or answered, in the order of the protocol's table.
    pub methods: Vec<MethodSummary>,
    /// How much of the protocol the session exercised. Without the opt-in, of its stable part.
    pub coverage: Coverage,
}

/// How many of what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// Lines, those without a message included.
    pub lines: u64,
    /// Messages.
    pub messages: u64,
    /// Calls with an answer.
    pub requests: u64,
    /// Calls without one.
    pub notifications: u64,
    /// Answers, errors included.
    pub answers: u64,
    /// Answers that are errors.
    pub errors: u64,
    /// Requests that were not answered.
    pub unanswered: u64,
    /// Answers that by their line could be to requests of either side, and were matched by their result.
    pub ambiguous: u64,
}

impl Counts {
    pub(super) fn call(&mut self, request: bool) {
        *if request { &mut self.requests } else { &mut self.notifications } += 1;
    }
}

/// What was seen of one method.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MethodSummary {
    /// The wire name.
    pub method: String,
    /// Whether it is answered.
    pub kind: Kind,
    /// Who calls it.
    pub direction: Direction,
    /// How often it was called.
    pub calls: u64,
    /// How often it was answered.
    pub answers: u64,
    /// How often with an error.
    pub errors: u64,
    /// How often not at all.
    pub unanswered: u64,
    /// How long answers took, where the lines have times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latency_micros: Option<Latency>,
    /// What valid params exercised of their types; none when there were none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub params: Option<Exercised>,
    /// What valid results exercised of their types.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<Exercised>,
}

/// How much of the protocol was exercised.
#[derive(Debug, Clone, Serialize)]
pub struct Coverage {
    /// Methods that were called.
    pub methods: Share,
    /// Optional members and variants of all types that any method can carry.
    #[serde(flatten)]
    pub exercised: Exercised,
    /// What next to try: members and variants that were not seen, of the values that were.
    pub gaps: Vec<Gap>,
}

/// What was not seen of one definition whose values were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The definition.
    pub of: String,
    /// Members as `.cwd`, variants and values as `=readOnly`.
    pub missing: Vec<String>,
}

impl Transcript<'_> {
    pub(super) fn summary(&self) -> Summary {
        let opted_in = self.opt_in.given.map(|(given, _)| given);
        // As long as nothing says that experimental API is closed to the client, it counts.
        let open = opted_in != Some(false);
        let points = &self.shapes.points;
        let share = |payload: &Payload| {
            let node = payload.node.filter(|_| payload.used)?;
            Some(Exercised::new(points, &self.shapes.reachable(node, open), &payload.seen))
        };
        let (mut reachable, mut seen, mut methods) = (Points::default(), Points::default(), Share::default());
        for row in &self.rows {
            if open || row.method.stability != Stability::Experimental {
                methods.add(row.calls > 0, || row.method.method.clone());
                for node in row.params.node.into_iter().chain(row.result.node) {
                    reachable.extend(&self.shapes.reachable(node, open));
                }
            }
            seen.extend(&row.params.seen);
            seen.extend(&row.result.seen);
        }
        let coverage = Coverage {
            methods,
            exercised: Exercised::new(points, &reachable, &seen),
            gaps: self.gaps(&reachable, &seen),
        };
        let methods = self.rows.iter().filter(|row| row.calls + row.answers > 0).map(|row| MethodSummary {
            method: row.method.method.clone(),
            kind: row.method.kind,
            direction: row.method.direction,
            calls: row.calls,
            answers: row.answers,
            errors: row.errors,
            unanswered: row.unanswered,
            latency_micros: row.latencies.as_ref().map(Latencies::summary),
            params: share(&row.params),
            result: share(&row.result),
        });
        Summary {
            counts: self.counts.clone(),
            start: self.clock.first.map(|time| time.to_string()),
            end: self.clock.last.map(|(time, _)| time.to_string()),
            duration_micros: self
                .clock
                .first
                .zip(self.clock.last)
                .and_then(|(first, (last, _))| u64::try_from(last.as_microsecond() - first.as_microsecond()).ok()),
            opted_in,
            methods: methods.collect(),
            coverage,
        }
    }

    /// What is missing although what it belongs to was there, by definition.
    fn gaps(&self, reachable: &Points, seen: &Points) -> Vec<Gap> {
        let mut gaps: Vec<Gap> = Vec::new();
        for id in reachable.iter().filter(|id| !seen.contains(*id)) {
            let point = &self.shapes.points[id];
            if point.kind == PointKind::Type || point.parent.is_some_and(|parent| !seen.contains(parent)) {
                continue;
            }
            match gaps.iter_mut().find(|gap| gap.of == point.owner) {
                Some(gap) => gap.missing.push(point.path.clone()),
                None => gaps.push(Gap { of: point.owner.clone(), missing: vec![point.path.clone()] }),
            }
        }
        gaps
    }
}
