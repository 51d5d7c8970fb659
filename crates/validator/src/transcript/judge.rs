//! One message against the schema: whether it is valid, what it exercises, and whether the client opted in to that.

use serde_json::Value;

use super::walk::Walk;
use super::{At, Transcript};
use crate::error::CatalogError;
use crate::finding::{Finding, FindingKind};
use crate::methods::Stability;

impl Transcript<'_> {
    /// Checks a message of this method against the schema, and if it is valid notes what it exercises.
    pub(super) fn judge(&mut self, row: usize, at: At, message: &Value, findings: &mut Vec<Finding>) {
        let method = self.rows[row].method;
        let Some(mut faults) = self.usable(self.catalog.faults(method, message), findings) else { return };
        if !faults.is_empty() {
            // In one order, however `serde_json` keeps its maps.
            faults.sort_by(|a, b| (&a.pointer, &a.keyword).cmp(&(&b.pointer, &b.keyword)));
            findings.extend(faults.into_iter().map(|fault| {
                Finding::of(FindingKind::Invalid, self.file.as_str(), fault)
                    .position(at.line as usize, at.column)
                    .method(method.method.as_str())
            }));
            return;
        }
        let (payload, value) = match message.get("method") {
            Some(_) => (&mut self.rows[row].params, message.get("params")),
            None => (&mut self.rows[row].result, message.get("result")),
        };
        if let Some(value) = value {
            payload.used = true;
            if let Some(node) = payload.node {
                Walk::new(&self.shapes, &mut payload.seen).note(node, value);
            }
        }
        self.gate(row, at, message, findings);
    }

    /// Reports experimental API on a connection whose client did not opt in.
    fn gate(&mut self, row: usize, at: At, message: &Value, findings: &mut Vec<Finding>) {
        let Some((false, line)) = self.opt_in.given else { return };
        let method = self.rows[row].method;
        let opener = self.opt_in.row.map_or("", |row| self.rows[row].method.method.as_str());
        let said = format!("`{opener}` in line {line} did not opt in at {}", self.opt_in.pointer);
        let report = |transcript: &Self, what: String, pointer: &str| {
            transcript
                .finding(FindingKind::NotOptedIn, at, format!("{what}, and {said}"))
                .method(method.method.as_str())
                .at(pointer, None)
        };
        let call = message.get("method").is_some();
        if method.stability == Stability::Experimental {
            // The answer follows from the call; one finding for both.
            if call {
                findings.push(report(self, "the method is experimental".into(), "/method"));
            }
            return;
        }
        let shapes = &self.shapes;
        let payload = if call { &mut self.rows[row].params } else { &mut self.rows[row].result };
        let Some(node) = payload.node else { return };
        if !*payload.can_be_marked.get_or_insert_with(|| shapes.can_be_marked(node)) {
            return;
        }
        let uses = self.catalog.uses_experimental(method, message);
        if self.usable(uses, findings) != Some(true) {
            return;
        }
        let member = if call { "params" } else { "result" };
        let root = format!("/{member}");
        let marked = self.shapes.marked(node, message.get(member).unwrap_or(&Value::Null), &root);
        if marked.is_empty() {
            findings.push(report(self, format!("the {member} use experimental API"), &root));
        }
        findings.extend(
            marked.iter().map(|mark| report(self, format!("`{}` is experimental", mark.reason), &mark.pointer)),
        );
    }

    fn usable<T>(&mut self, outcome: Result<T, CatalogError>, findings: &mut Vec<Finding>) -> Option<T> {
        let message = match outcome {
            Ok(value) => return Some(value),
            Err(error) => error.to_string(),
        };
        if self.unusable.insert(message.clone()) {
            findings.push(Finding::new(FindingKind::Schema, self.catalog.dir().display().to_string(), message));
        }
        None
    }
}
