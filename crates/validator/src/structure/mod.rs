//! Is a bundle sound in itself? Checks of a schema document that need no message, no decoder and no generator.
//!
//! A schema can be wrong without any message being judged wrongly: a definition that nobody reaches, two variants with
//! one tag, a member that is required and does not exist. Code generators stumble on these, and so would the next change.
//! Each check is pure: a document in, findings out, each with its place in the document as a JSON pointer.

mod document;
mod keywords;
mod meta;
mod payloads;
mod reach;
mod titles;
mod unions;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::finding::{Finding, FindingKind};
use crate::methods::Methods;
use document::Document;
pub(crate) use document::{SILENT_ADDITIONAL, target};
pub(crate) use keywords::is_of;

/// A schema document, and what lies beside it.
///
/// ```
/// use methodic_validator::structure::Bundle;
/// use serde_json::json;
///
/// let document = json!({
///     "$schema": "http://json-schema.org/draft-07/schema#",
///     "type": "object",
///     "required": ["turnId"],
///     "properties": { "turn": { "$ref": "#/definitions/Turn" } },
///     "definitions": {},
/// });
/// let findings = Bundle::new("TurnStarted.json", &document).check();
/// let said: Vec<_> = findings.iter().map(ToString::to_string).collect();
/// assert_eq!(said, [
///     "TurnStarted.json: at /required (required): `turnId` is required, expected it among `properties`, found `turn`",
///     "TurnStarted.json: at /properties/turn ($ref): expected a definition at `#/definitions/Turn`, found nothing there",
/// ]);
/// ```
#[derive(Debug, Clone)]
pub struct Bundle<'a> {
    file: &'a str,
    document: &'a Value,
    methods: Option<&'a Methods>,
    documents: BTreeSet<&'a str>,
}

impl<'a> Bundle<'a> {
    /// A document on its own; `file` is its name in findings.
    pub fn new(file: &'a str, document: &'a Value) -> Self {
        Self { file, document, methods: None, documents: BTreeSet::new() }
    }

    /// Adds the method table that belongs to the document.
    pub fn methods(mut self, methods: &'a Methods) -> Self {
        self.methods = Some(methods);
        self
    }

    /// Adds the names of definitions that are published by themselves, in a file of their own: `v2/Turn`. Nothing else
    /// needs to refer to them.
    pub fn documents(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.documents.extend(names);
        self
    }

    /// Everything that is wrong with the document, in the order of its places.
    pub fn check(&self) -> Vec<Finding> {
        let document = Document::new(self.document);
        let mut report = Report { file: self.file, findings: Vec::new() };
        meta::check(&document, &mut report);
        keywords::check(&document, &mut report);
        let sound = reach::references(&document, &mut report);
        unions::check(&document, &mut report);
        titles::check(&document, false, &mut report);
        payloads::check(&document, self.methods, &mut report);
        reach::reached(&document, self.methods, &self.documents, &mut report);
        if sound && report.findings.iter().all(|finding| finding.keyword.as_deref() != Some("$schema")) {
            meta::defaults(&document, &mut report);
        }
        report.findings
    }

    /// What is worth a look and may be meant: definitions that say the same under two names, messages with the title of
    /// what they carry.
    pub fn notes(&self) -> Vec<Finding> {
        let mut report = Report { file: self.file, findings: Vec::new() };
        let document = Document::new(self.document);
        titles::check(&document, true, &mut report);
        titles::twins(&document, &mut report);
        report.findings
    }
}

/// The findings so far.
struct Report<'a> {
    file: &'a str,
    findings: Vec<Finding>,
}

impl Report<'_> {
    fn add(&mut self, pointer: &str, keyword: &str, message: impl Into<String>) {
        self.of_method(None, pointer, keyword, message);
    }

    fn of_method(&mut self, method: Option<&str>, pointer: &str, keyword: &str, message: impl Into<String>) {
        let mut finding = Finding::new(FindingKind::Schema, self.file, message);
        finding.method = method.map(str::to_owned);
        finding.pointer = (!pointer.is_empty()).then(|| pointer.to_owned());
        finding.keyword = Some(keyword.to_owned());
        self.findings.push(finding);
    }
}

/// Names as a sentence lists them.
fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    match names.as_slice() {
        [] => "none".to_owned(),
        names => crate::pointer::shorten(&format!("`{}`", names.join("`, `")), 160),
    }
}
