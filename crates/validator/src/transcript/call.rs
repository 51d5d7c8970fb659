//! Calls in a session: is the method known, does the right side call it, at the right time, and with a free id.

use std::sync::Arc;

use serde_json::Value;

use super::flight::{Id, Key, Waiting};
use super::{At, Transcript};
use crate::finding::{Finding, FindingKind};
use crate::methods::{Direction, Kind};
use crate::nearest::{nearest, offer};
use crate::pointer::{brief, shorten};

impl Transcript<'_> {
    pub(super) fn call(&mut self, at: At, direction: Option<Direction>, message: &Value, findings: &mut Vec<Finding>) {
        let Some(name) = message["method"].as_str() else {
            let text = format!("expected a string, found {}", brief(&message["method"]));
            findings.push(self.finding(FindingKind::Invalid, at, text).at("/method", Some("type")));
            return;
        };
        let id = message.get("id").and_then(Id::new);
        let Some(&row) = self.by_name.get(name) else {
            let hint = offer(&nearest(name, self.rows.iter().map(|row| &*row.method.method)))
                .map(|names| format!("; did you mean {names}?"));
            let protocol = &self.catalog.methods().protocol.name;
            let text = format!("no method of {protocol}{}", hint.unwrap_or_default());
            let shown = shorten(name, 80);
            findings
                .push(self.finding(FindingKind::UnknownMethod, at, text).method(shown.as_str()).at("/method", None));
            self.counts.call(id.is_some());
            if let Some(id) = id {
                self.send((direction, id), at, &shown, None, findings);
            }
            return;
        };
        let method = self.rows[row].method;
        self.rows[row].calls += 1;
        self.counts.call(method.kind == Kind::Request);
        if direction.is_some_and(|direction| direction != method.direction) {
            let (caller, owner) = (method.direction.opposite().sender(), method.direction.sender());
            let text = format!("the {caller} sent what only the {owner} sends");
            findings.push(self.finding(FindingKind::WrongDirection, at, text).method(name).at("/method", None));
        } else if let Some(text) = self.handshake.call(row, method, at.line) {
            findings.push(self.finding(FindingKind::Handshake, at, text).method(name).at("/method", None));
        }
        if self.opt_in.row == Some(row) && self.opt_in.given.is_none() {
            let given = message.get("params").and_then(|params| params.pointer(&self.opt_in.pointer));
            self.opt_in.given = Some((given == Some(&Value::Bool(true)), at.line));
        }
        self.judge(row, at, message, findings);
        if let (Kind::Request, Some(id)) = (method.kind, id) {
            let key = (Some(direction.unwrap_or(method.direction)), id);
            self.send(key, at, name, Some(row), findings);
        }
    }

    fn send(&mut self, key: Key, at: At, name: &str, row: Option<usize>, findings: &mut Vec<Finding>) {
        if let Some(first) = self.flight.oldest(&key) {
            let text = format!(
                "the id {} is taken: `{}` in line {} still waits for the answer to it",
                key.1, first.name, first.line
            );
            findings.push(self.finding(FindingKind::DuplicateId, at, text).method(name).at("/id", None));
        }
        let name = match row {
            Some(row) => self.rows[row].name.clone(),
            None => Arc::from(name),
        };
        let request = Waiting { name, row, line: at.line, column: at.column, time: at.time };
        if let Some((key, request)) = self.flight.send(key, request) {
            let why = "no answer while the most requests that may wait at a time were sent after it";
            findings.push(self.unanswered(&key, &request, why));
        }
    }

    pub(super) fn unanswered(&mut self, (_, id): &Key, request: &Waiting, why: &str) -> Finding {
        if let Some(row) = request.row {
            self.rows[row].unanswered += 1;
        }
        self.counts.unanswered += 1;
        let at = At { line: request.line, column: request.column, time: None };
        self.finding(FindingKind::Unanswered, at, format!("the request with the id {id} has {why}"))
            .method(&*request.name)
    }
}
