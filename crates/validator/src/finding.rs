//! What the validator reports: one finding per disagreement, for a reader in a terminal and for a program.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The class of a finding, for programs that sort or filter them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FindingKind {
    /// A fixture file that cannot be read as one: not JSON, an incomplete `expect`, a file in the wrong place.
    Fixture,
    /// A fixture folder that no method of the protocol owns.
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
    /// A definition that cannot be used for checking, such as one with a dangling reference.
    Schema,
}

/// A line and a column of a file, both counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The line, from one.
    pub line: usize,
    /// The column, from one, in bytes.
    pub column: usize,
}

/// One disagreement between a fixture and what it was checked against.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// What was expected and what was found.
    pub message: String,
    /// The class of the finding.
    pub kind: FindingKind,
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
            message: message.into(),
            kind,
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

    /// What follows the file in the printed form: method, place and message.
    pub fn detail(&self) -> String {
        let mut text = String::new();
        if let Some(method) = &self.method {
            text.push_str(method);
        }
        if let Some(pointer) = self.pointer.as_deref() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str("at ");
            text.push_str(shown(pointer));
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
