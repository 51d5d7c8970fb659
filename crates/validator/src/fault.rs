//! One reason why a message is refused, with each part that a reader or a program may ask for.

use serde_json::Value;

use crate::finding::shown;
use crate::pointer::{brief, join};

/// One reason why a message is refused: where, by which schema keyword, and what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// The JSON pointer of the value inside the message.
    pub pointer: String,
    /// The schema keyword that refuses it.
    pub keyword: String,
    /// The keyword's place, as a bundle's file name and a pointer into it: `desk.schemas.json#/definitions/v2/Turn/type`.
    /// None for the envelope, which no definition describes.
    pub schema: Option<String>,
    /// What was expected.
    pub expected: Option<String>,
    /// What was found instead; none where something is missing.
    pub found: Option<String>,
    /// What was expected and what was found, as a sentence.
    pub message: String,
    /// Other places and keywords that this fault stands for: the unions around it, and keywords that repeat it.
    also: Vec<(String, String)>,
    /// The pointer of the text to show, where it is not the judged value: an unexpected member of an object.
    pub(crate) site: Option<String>,
}

impl Fault {
    pub(crate) fn new(pointer: impl Into<String>, keyword: &str, message: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            keyword: keyword.to_owned(),
            schema: None,
            expected: None,
            found: None,
            message: message.into(),
            also: Vec::new(),
            site: None,
        }
    }

    /// A value that is not what it should be.
    pub(crate) fn mismatch(
        pointer: impl Into<String>,
        keyword: &str,
        expected: impl Into<String>,
        found: &Value,
    ) -> Self {
        let (expected, found) = (expected.into(), brief(found));
        let message = format!("expected {expected}, found {found}");
        Self { expected: Some(expected), found: Some(found), ..Self::new(pointer, keyword, message) }
    }

    /// An object that lacks a member.
    pub(crate) fn missing(pointer: impl Into<String>, member: &str) -> Self {
        let expected = Some(format!("the member `{member}`"));
        Self { expected, ..Self::new(pointer, "required", format!("missing `{member}`")) }
    }

    /// Lets the fault of an object that lacks a member tell of another missing one.
    pub(crate) fn lacks_too(&mut self, other: Self) {
        let members = |fault: &Self| fault.message.trim_start_matches("missing ").to_owned();
        let both = format!("{}, {}", members(self), members(&other));
        self.expected = Some(format!("the members {both}"));
        self.message = format!("missing {both}");
    }

    /// An object with members that it may not have.
    pub(crate) fn unexpected<'a>(pointer: impl Into<String>, members: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = members.into_iter().collect();
        let found = format!("`{}`", names.join("`, `"));
        let fault = Self::new(pointer, "additionalProperties", format!("unexpected member {found}"));
        let site = names.first().map(|name| join(&fault.pointer, name));
        Self { expected: Some("no such member".to_owned()), found: Some(found), site, ..fault }
    }

    pub(crate) fn schema(self, schema: Option<String>) -> Self {
        Self { schema, ..self }
    }

    /// Lets it stand for another place and keyword as well.
    pub(crate) fn stand_for(&mut self, pointer: &str, keyword: &str) {
        self.also.push((pointer.to_owned(), keyword.to_owned()));
    }

    /// Lets it stand for another fault, and for all that one stood for.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.also.push((other.pointer, other.keyword));
        self.also.extend(other.also);
    }

    /// Whether it is a fault at this place by this keyword, or lies in a union that is one.
    ///
    /// A union that fits nowhere is reported as what is wrong with the form that was meant; whoever asks for the
    /// union's own `oneOf` still finds it.
    pub fn is_at(&self, pointer: &str, keyword: &str) -> bool {
        (self.pointer == pointer && self.keyword == keyword)
            || self.also.iter().any(|(place, word)| place == pointer && word == keyword)
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({}): {}", shown(&self.pointer), self.keyword, self.message)
    }
}
