//! What several judges say of one fixture, and the report of where they differ.
//!
//! The schema, the Rust types and the TypeScript types are derived from one declaration by code that shares nothing.
//! Whoever contradicts a fixture, a reader wants to know what the other two say: a fault of one judge, or of the
//! fixture itself, looks different.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::finding::{FindingKind, shown};
use crate::fixtures::{Expectation, Fixture};
use crate::methods::Surface;

/// Whether a judge lets a message pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is a valid message.
    Accepts,
    /// It is not.
    Refuses,
    /// The judge was not asked, or the question is beyond it; `because` says why.
    Silent,
}

/// Who notices a fault, from the fewest to all.
///
/// ```
/// use methodic_validator::Sight;
/// assert!(Sight::Format < Sight::Value && Sight::Value < Sight::Excess && Sight::Excess < Sight::Shape);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sight {
    /// Those who know the format: an integer beyond its 32 bits.
    Format,
    /// Those who look at values, as no static type does: a range, a length, a fraction in place of an integer.
    Value,
    /// Types too, those that are closed: a member too many.
    Excess,
    /// All types: a wrong kind of value, a missing member, a word that is not listed, no form of a union.
    Shape,
}

/// What one judge says of a message.
///
/// ```
/// use methodic_validator::Opinion;
///
/// let opinion = Opinion::refuses("/params/cwd", Some("type"), "expected string, found 5");
/// assert_eq!(opinion.to_string(), "refuses at /params/cwd (type) because expected string, found 5");
/// assert_eq!(Opinion::accepts().to_string(), "accepts");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// Whether it lets the message pass.
    pub verdict: Verdict,
    /// The JSON pointer, inside the message, of what it complains about; empty for the message itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The schema keyword that refuses, where the judge knows of such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keyword: Option<String>,
    /// The complaint in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// In what way this contradicts the fixture, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contradicts: Option<FindingKind>,
}

impl Opinion {
    /// It is a valid message.
    pub fn accepts() -> Self {
        Self { verdict: Verdict::Accepts, pointer: None, keyword: None, because: None, contradicts: None }
    }

    /// It is no valid message: where, by which keyword, and why.
    pub fn refuses(pointer: impl Into<String>, keyword: Option<&str>, because: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Refuses,
            pointer: Some(pointer.into()),
            keyword: keyword.map(str::to_owned),
            because: Some(because.into()),
            contradicts: None,
        }
    }

    /// The judge has nothing to say, for this reason.
    pub fn silent(because: impl Into<String>) -> Self {
        Self { verdict: Verdict::Silent, because: Some(because.into()), ..Self::accepts() }
    }

    /// Adds that this is not what the fixture says.
    pub fn contradicting(self, kind: FindingKind) -> Self {
        Self { contradicts: Some(kind), ..self }
    }
}

impl fmt::Display for Opinion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.verdict {
            Verdict::Accepts => "accepts",
            Verdict::Refuses => "refuses",
            Verdict::Silent => "says nothing",
        })?;
        if self.verdict == Verdict::Accepts {
            let but = self.because.as_deref().map(|but| (shown(self.pointer.as_deref().unwrap_or_default()), but));
            return but.map_or(Ok(()), |(place, but)| write!(f, ", but at {place}: {but}"));
        }
        if let Some(pointer) = self.pointer.as_deref() {
            write!(f, " at {}", shown(pointer))?;
        }
        if let Some(keyword) = &self.keyword {
            write!(f, " ({keyword})")?;
        }
        self.because.iter().try_for_each(|because| write!(f, " because {because}"))
    }
}

/// What the schema of one surface says of a fixture, in the form in which `methodic fixtures --verdicts` prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// The fixture's file.
    pub file: String,
    /// The surface whose schema was asked.
    pub surface: Surface,
    /// Which types should notice what the schema refuses; none when it accepts.
    pub sight: Option<Sight>,
    /// Whether the message uses what only the whole surface has.
    pub experimental: bool,
    /// What it says.
    #[serde(flatten)]
    pub opinion: Opinion,
}

/// A fixture that at least one judge contradicts, with what each of them says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Disagreement {
    /// The fixture's file.
    #[serde(skip)]
    pub file: String,
    /// The class of the first contradiction.
    #[serde(skip)]
    pub kind: FindingKind,
    /// The method's wire name.
    pub method: String,
    /// The place in the message that it is about.
    pub pointer: String,
    /// What must happen to the message.
    pub expected: String,
    /// What the JSON Schema says.
    pub schema: Opinion,
    /// What the Rust types say.
    pub rust: Opinion,
    /// What the TypeScript types say.
    pub typescript: Opinion,
}

/// Compares what the judges say of a fixture of a method: none when nobody contradicts it.
///
/// ```
/// use methodic_validator::{Expectation, Fixture, FindingKind, Opinion, disagreement};
///
/// let fixture = Fixture {
///     path: "fixtures/thread-start/accept/minimal.json".into(),
///     folder: "thread-start".into(),
///     expectation: Expectation::Accept,
///     message: serde_json::json!({ "id": 1, "method": "thread/start", "params": { "cwd": "/" } }),
///     text: String::new(),
/// };
/// let refusal = Opinion::refuses("/params/cwd", None, "expected a number").contradicting(FindingKind::DecodeRefused);
/// let found = disagreement("thread/start", &fixture, Opinion::accepts(), refusal, Opinion::accepts()).expect("one");
/// assert_eq!(
///     found.to_string(),
///     "thread/start at /params/cwd: it must be accepted\n\
///      \u{20} schema:     accepts\n\
///      \u{20} Rust:       refuses at /params/cwd because expected a number\n\
///      \u{20} TypeScript: accepts",
/// );
/// ```
pub fn disagreement(
    method: &str,
    fixture: &Fixture,
    schema: Opinion,
    rust: Opinion,
    typescript: Opinion,
) -> Option<Disagreement> {
    let judges = [&schema, &rust, &typescript];
    let (kind, place) = judges.iter().find_map(|opinion| Some((opinion.contradicts?, opinion.pointer.clone())))?;
    let (pointer, expected) = match &fixture.expectation {
        Expectation::Accept => (place.unwrap_or_default(), "it must be accepted".to_owned()),
        Expectation::Reject { pointer, keyword, rust } => {
            let elsewhere = rust.as_ref().map(|rust| format!(", by Rust at {}", shown(rust))).unwrap_or_default();
            (pointer.clone(), format!("it must be refused at {} ({keyword}){elsewhere}", shown(pointer)))
        }
    };
    let (file, method) = (fixture.path.clone(), method.to_owned());
    Some(Disagreement { file, kind, method, pointer, expected, schema, rust, typescript })
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}: {}", self.method, shown(&self.pointer), self.expected)?;
        for (judge, opinion) in [("schema:", &self.schema), ("Rust:", &self.rust), ("TypeScript:", &self.typescript)] {
            write!(f, "\n  {judge:<11} {opinion}")?;
        }
        Ok(())
    }
}
