//! What the validator reports: one finding per disagreement, for a reader in a terminal and for a program.

use std::fmt;

use serde::{Deserialize, Serialize};

#[cfg(feature = "schema")]
use crate::fault::Fault;
use crate::locate::locate;

/// The class of a finding, for programs that sort or filter them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FindingKind {
    /// A fixture file that cannot be read as one: not JSON, an incomplete `expect`, a file in the wrong place.
    Fixture,
    /// A method that the protocol does not have: that of a message, or of a fixture folder.
    UnknownMethod,
    /// A message that belongs to another method than its folder.
    WrongMethod,
    /// An accept fixture that the schema refuses.
    AcceptRefused,
    /// A reject fixture that the schema lets pass.
    RejectAccepted,
    /// A reject fixture that the schema refuses for another fault than the expected one.
    RejectOtherFault,
    /// An accept fixture that the decoder refuses or does not know.
    DecodeRefused,
    /// An accept fixture that decodes, but is encoded again to a different value.
    RoundTrip,
    /// A reject fixture that the decoder lets pass.
    DecodeAccepted,
    /// A reject fixture that the decoder refuses with another code or at another place than expected.
    DecodeOtherFault,
    /// An accept fixture that is no value of its TypeScript type.
    TypeRefused,
    /// A reject fixture that is a value of its TypeScript type, though a type can express the fault.
    TypeAccepted,
    /// A reject fixture that TypeScript refuses at another place than expected, or for a fault that no type can express.
    TypeOtherFault,
    /// A method without the fixtures that every method must have.
    Coverage,
    /// Text that is not JSON.
    NotJson,
    /// Input without a single value.
    Empty,
    /// A value that does not say what it is, so that nothing can judge it: an answer, or a bare payload.
    Unjudged,
    /// A message or a payload that its definition refuses.
    Invalid,
    /// A definition that cannot be used for checking, such as one with a dangling reference.
    Schema,
    /// A line of a transcript that holds no message.
    Line,
    /// A method that the wrong side called.
    WrongDirection,
    /// A request with the id of one that still waits.
    DuplicateId,
    /// A request without an answer.
    Unanswered,
    /// An answer to no request.
    UnmatchedAnswer,
    /// One more answer to a request that has one.
    SecondAnswer,
    /// A call before the calls that a connection starts with, or one of these again.
    Handshake,
    /// Experimental API on a connection whose client did not opt in to it.
    NotOptedIn,
    /// A time stamp before that of an earlier line.
    Clock,
}

/// The name of the class as in JSON: `invalid`.
impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Serde writes the name of a variant without fields straight into a formatter.
        self.serialize(f)
    }
}

/// A line and a column of a file, both counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// The line, from one.
    pub line: usize,
    /// The column, from one, in bytes.
    pub column: usize,
}

/// One disagreement between a message, or what surrounds it, and what it was checked against.
///
/// ```
/// use methodic_validator::{Finding, FindingKind};
///
/// let finding = Finding::new(FindingKind::AcceptRefused, "fixtures/turn-steer/accept/minimal.json", "no `input`")
///     .method("turn/steer")
///     .at("/params", Some("required"));
/// assert_eq!(
///     finding.to_string(),
///     "fixtures/turn-steer/accept/minimal.json: turn/steer at /params (required): no `input`",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file it is about, or the folder where a file is missing.
    pub file: String,
    /// The line and column, where the file itself is at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// The wire name of the method, when it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// The JSON pointer of the value inside the message; empty for the message itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The schema keyword that refused, or that should have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keyword: Option<String>,
    /// The place of that keyword: a bundle's file name, and the pointer into it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// What was expected, where the message has that part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What was found instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What was expected and what was found, as a sentence.
    pub message: String,
    /// The class of the finding.
    pub kind: FindingKind,
    /// The pointer of the text to show, where it is not `pointer`.
    #[serde(skip)]
    pub(crate) site: Option<String>,
}

impl Finding {
    /// A finding about a file, with nothing else known yet.
    pub fn new(kind: FindingKind, file: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            position: None,
            method: None,
            pointer: None,
            keyword: None,
            schema: None,
            expected: None,
            found: None,
            message: message.into(),
            kind,
            site: None,
        }
    }

    /// Adds the method's wire name.
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Adds the place inside the message and the keyword that judges it.
    pub fn at(mut self, pointer: impl Into<String>, keyword: Option<&str>) -> Self {
        self.pointer = Some(pointer.into());
        self.keyword = keyword.map(str::to_owned);
        self
    }

    /// Adds the place inside the file.
    pub fn position(mut self, line: usize, column: usize) -> Self {
        self.position = Some(Position { line, column });
        self
    }

    /// A finding that says what a fault of a message says, about a file.
    #[cfg(feature = "schema")]
    pub fn of(kind: FindingKind, file: impl Into<String>, fault: Fault) -> Self {
        let Fault { pointer, keyword, schema, expected, found, message, site, .. } = fault;
        let blank = Self::new(kind, file, message);
        Self { pointer: Some(pointer), keyword: Some(keyword), schema, expected, found, site, ..blank }
    }

    /// Adds the place inside the file, found by the pointer in the text of the message, which starts at `start`.
    pub fn locate(self, text: &str, start: Position) -> Self {
        let pointer = self.site.as_ref().or(self.pointer.as_ref());
        let Position { line, column } = locate(text, start, pointer.map_or("", String::as_str));
        self.position(line, column)
    }

    /// The pointer as a reader sees it: that of the whole message has a name.
    pub fn shown_pointer(&self) -> Option<&str> {
        self.pointer.as_deref().map(shown)
    }

    /// What follows the file in the printed form: method, place and message.
    pub fn detail(&self) -> String {
        let mut text = String::new();
        if let Some(method) = &self.method {
            text.push_str(method);
        }
        if let Some(pointer) = self.shown_pointer() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str("at ");
            text.push_str(pointer);
        }
        if let Some(keyword) = &self.keyword {
            text.push_str(&format!(" ({keyword})"));
        }
        if !text.is_empty() {
            text.push_str(": ");
        }
        text.push_str(&self.message);
        text
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(Position { line, column }) = self.position {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.detail())
    }
}

/// A pointer as a reader sees it; the empty one is the message itself.
pub(crate) fn shown(pointer: &str) -> &str {
    if pointer.is_empty() { "the message" } else { pointer }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_follows_the_file_and_the_root_has_a_name() {
        let finding = Finding::new(FindingKind::Fixture, "a.json", "broken").position(3, 7).at("", None);
        assert_eq!(finding.to_string(), "a.json:3:7: at the message: broken");
    }

    #[test]
    fn json_leaves_out_what_is_unknown_and_names_the_kind_in_kebab_case() {
        let plain = serde_json::to_value(Finding::new(FindingKind::RejectOtherFault, "a.json", "m")).unwrap();
        assert_eq!(plain, serde_json::json!({ "file": "a.json", "message": "m", "kind": "reject-other-fault" }));
        let full =
            Finding::new(FindingKind::Coverage, "a", "m").method("x/y").at("/params", Some("type")).position(1, 2);
        assert_eq!(
            serde_json::to_value(full).unwrap(),
            serde_json::json!({
                "file": "a", "position": { "line": 1, "column": 2 }, "method": "x/y", "pointer": "/params",
                "keyword": "type", "message": "m", "kind": "coverage",
            })
        );
    }
}
