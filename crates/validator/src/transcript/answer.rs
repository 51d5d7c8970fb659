//! Answers in a session: to which request, and is the result that of its method.

use serde_json::Value;

use super::flight::{Id, Key};
use super::latency::Latencies;
use super::{At, Transcript};
use crate::finding::{Finding, FindingKind};
use crate::methods::Direction;
use crate::pointer::{brief, join};

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
        let Some(request) = self.flight.settle(&key, Some(at.line)) else { return };
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
            self.opt_in.given.take_if(|(_, line)| *line == request.line);
        }
        self.judge(row, at, message, findings);
    }

    /// The key of the request that an answer is to.
    ///
    /// Where the line does not say who answers and both sides wait for this id, it is the request whose result the answer
    /// fits best, and of two such the older.
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
            waiting
                .sort_by_cached_key(|(_, row, line)| (row.map_or((true, 0), |row| self.misfit(row, message)), *line));
        }
        waiting.into_iter().next().map(|(key, ..)| key)
    }

    /// How little an answer is one to this method: whether it is invalid, and how many members its type does not know.
    fn misfit(&self, row: usize, message: &Value) -> (bool, usize) {
        let row = &self.rows[row];
        let valid = self.catalog.faults(row.method, message).is_ok_and(|faults| faults.is_empty());
        let members = message.get("result").and_then(Value::as_object);
        let unknown =
            row.result.node.zip(members).map_or(0, |(node, members)| {
                members.keys().filter(|name| !self.shapes.has(node, &join("", name))).count()
            });
        (!valid, unknown)
    }

    fn unmatched(&self, at: At, direction: Option<Direction>, id: Id) -> Finding {
        let settled = |way: Option<Direction>| self.flight.settled(&(way, id.clone()));
        let found = match direction {
            Some(direction) => settled(Some(direction.opposite())).or_else(|| settled(None)),
            None => {
                [Some(Direction::ClientToServer), Some(Direction::ServerToClient), None].into_iter().find_map(settled)
            }
        };
        let Some(settled) = found else {
            let own = direction.and_then(|direction| self.flight.oldest(&(Some(direction), id.clone())));
            let hint = own.map(|own| format!("; the same side sent `{}` with it in line {}", own.name, own.line));
            let text = format!("no request with the id {id} waits for an answer{}", hint.unwrap_or_default());
            return self.finding(FindingKind::UnmatchedAnswer, at, text).at("/id", None);
        };
        let (kind, text) = match settled.answer {
            Some(line) => (FindingKind::SecondAnswer, format!("has its answer, in line {line}")),
            None => (FindingKind::UnmatchedAnswer, "was given up for unanswered before".to_owned()),
        };
        self.finding(kind, at, format!("the request with the id {id} {text}")).method(&*settled.name).at("/id", None)
    }
}
