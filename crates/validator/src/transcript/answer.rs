//! Answers in a session: to which request, and is the result that of its method.

use serde_json::Value;

use super::flight::{Id, Key, Settled};
use super::latency::Latencies;
use super::{At, Transcript};
use crate::finding::{Finding, FindingKind};
use crate::methods::Direction;
use crate::pointer::brief;

impl Transcript<'_> {
    pub(super) fn answer(
        &mut self,
        at: At,
        direction: Option<Direction>,
        message: &Value,
        findings: &mut Vec<Finding>,
    ) {
        let error = message.get("error").is_some();
        self.counts.answers += 1;
        self.counts.errors += u64::from(error);
        let Some(id) = message.get("id").and_then(Id::new) else {
            let finding = match message.get("id") {
                Some(Value::Null) if error => self
                    .finding(FindingKind::UnmatchedAnswer, at, "an error with the id null: a message could not be read")
                    .at("/id", None),
                Some(id) => {
                    let text = format!("expected a string or a 64-bit integer, found {}", brief(id));
                    self.finding(FindingKind::Invalid, at, text).at("/id", Some("type"))
                }
                None => {
                    self.finding(FindingKind::Invalid, at, "missing `id`: an answer has one").at("", Some("required"))
                }
            };
            findings.push(finding);
            return;
        };
        let Some(key) = self.answered(direction, id.clone(), message) else {
            findings.push(self.unmatched(at, direction, id));
            return;
        };
        let Some(request) = self.flight.settle(&key, Settled::Answered(at.line)) else { return };
        let Some(row) = request.row else { return };
        let of = &mut self.rows[row];
        of.answers += 1;
        of.errors += u64::from(error);
        if let Some((sent, answered)) = request.time.zip(at.time)
            && let Ok(taken) = u64::try_from(answered.as_microsecond() - sent.as_microsecond())
        {
            of.latencies.get_or_insert_with(Latencies::new).record(taken);
        }
        if error {
            self.handshake.failed(row);
        }
        self.judge(row, at, message, findings);
    }

    /// The key of the request that an answer is to.
    ///
    /// Where the line does not say who answers and both sides wait for this id, it is the request whose result the answer
    /// can be, and of two such the older.
    fn answered(&mut self, direction: Option<Direction>, id: Id, message: &Value) -> Option<Key> {
        let ways: &[_] = match direction {
            Some(direction) => &[Some(direction.opposite()), None],
            None => &[Some(Direction::ClientToServer), Some(Direction::ServerToClient), None],
        };
        let waiting = ways.iter().map(|way| (*way, id.clone())).filter_map(|key| {
            let request = self.flight.oldest(&key)?;
            Some((key, request.row, request.line))
        });
        let mut waiting: Vec<_> = waiting.collect();
        if waiting.len() > 1 {
            self.counts.ambiguous += 1;
            let fits = |row: Option<usize>| {
                row.is_some_and(|row| {
                    self.catalog.faults(self.rows[row].method, message).is_ok_and(|faults| faults.is_empty())
                })
            };
            waiting.sort_by_cached_key(|(_, row, line)| (!fits(*row), *line));
        }
        waiting.into_iter().next().map(|(key, ..)| key)
    }

    fn unmatched(&self, at: At, direction: Option<Direction>, id: Id) -> Finding {
        let settled = |way: Option<Direction>| self.flight.settled(&(way, id.clone()));
        let found = match direction {
            Some(direction) => settled(Some(direction.opposite())).or_else(|| settled(None)),
            None => {
                [Some(Direction::ClientToServer), Some(Direction::ServerToClient), None].into_iter().find_map(settled)
            }
        };
        let (kind, text) = match found {
            Some(Settled::Answered(line)) => {
                (FindingKind::SecondAnswer, format!("the request with the id {id} has its answer, in line {line}"))
            }
            Some(Settled::GivenUp) => (
                FindingKind::UnmatchedAnswer,
                format!("the request with the id {id} was given up for unanswered before"),
            ),
            None => {
                let own = direction.and_then(|direction| self.flight.oldest(&(Some(direction), id.clone())));
                let hint = own.map(|own| format!("; the same side sent `{}` with it in line {}", own.name, own.line));
                let text = format!("no request with the id {id} waits for an answer{}", hint.unwrap_or_default());
                (FindingKind::UnmatchedAnswer, text)
            }
        };
        self.finding(kind, at, text).at("/id", None)
    }
}
