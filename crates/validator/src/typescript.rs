//! The third judge: TypeScript's compiler, asked of each payload whether it is a value of the type its method gives it.
//!
//! Nothing is run here: [`Program`] writes the text of a program, one statement for each question, and reads what the
//! compiler printed about it. Each member stands on a line of its own, so that an error's line tells its place in the
//! message.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::agreement::{Opinion, Sight};
use crate::finding::FindingKind;
use crate::fixtures::{Expectation, Fixture};
use crate::methods::{Direction, Kind, Method};
use crate::pointer::{join, shorten};

/// Whether a payload may have members that its type does not know, as it may on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Literal {
    /// It may not: the compiler refuses them in a literal.
    Closed,
    /// It may: they are taken out and the rest is asked about again.
    Open,
}

/// A payload inside a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Payload<'a> {
    /// `params` or `result`.
    pub what: &'static str,
    /// The value; none where the message leaves its params out.
    pub value: Option<Cow<'a, Value>>,
}

/// Whether a payload is a value of a type.
#[derive(Debug, Clone, PartialEq)]
pub struct Question<'a> {
    /// The payload.
    pub payload: Payload<'a>,
    /// How it is asked about.
    pub literal: Literal,
    /// The type, as an expression of TypeScript.
    pub type_: String,
}

impl Question<'_> {
    /// Takes the members out that the compiler does not know, and tells whether there were any; then the question is to
    /// be asked again. A closed question stays as it is.
    pub fn open_up(&mut self, complaints: &[Complaint]) -> bool {
        let unknown = complaints.iter().filter(|complaint| complaint.message.starts_with(UNKNOWN_MEMBER));
        let (Literal::Open, Some(value)) = (self.literal, &mut self.payload.value) else { return false };
        let prefix = format!("/{}", self.payload.what);
        let mut changed = false;
        for complaint in unknown {
            let Some((parent, member)) = complaint.pointer.strip_prefix(&prefix).and_then(|at| at.rsplit_once('/'))
            else {
                continue;
            };
            let member = member.replace("~1", "/").replace("~0", "~");
            let parent = value.to_mut().pointer_mut(parent).and_then(Value::as_object_mut);
            changed |= parent.is_some_and(|members| members.remove(&member).is_some());
        }
        changed
    }
}

/// How the compiler's complaint about an unknown member begins; the line it points to is the member's.
const UNKNOWN_MEMBER: &str = "Object literal may only specify known properties";

/// What the compiler has against a payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The JSON pointer, inside the message, of the line that it points to.
    pub pointer: String,
    /// The last and most exact line of the error.
    pub message: String,
}

/// The payload that a type can judge: an error answer has none, and neither has what is no message at all.
pub fn payload<'a>(method: &Method, message: &'a Value) -> Option<Payload<'a>> {
    if method.kind == Kind::Document {
        return Some(Payload { what: "params", value: Some(Cow::Borrowed(message)) });
    }
    if message.get("method").is_some() {
        let value = message.get("params");
        // Who takes no params takes null as well; the types know only `undefined`.
        let value = value.filter(|value| method.params.is_some() || !value.is_null());
        return Some(Payload { what: "params", value: value.map(Cow::Borrowed) });
    }
    message.get("result").map(|value| Payload { what: "result", value: Some(Cow::Borrowed(value)) })
}

/// The type of a payload in the generated package: `ClientRequests["thread/start"]["params"]`; that of a document has the
/// name of its definition.
pub fn type_in_map(method: &Method, what: &str) -> String {
    let map = match (method.direction, method.kind) {
        (Direction::ClientToServer, Kind::Request) => "ClientRequests",
        (Direction::ClientToServer, Kind::Notification) => "ClientNotifications",
        (Direction::ServerToClient, Kind::Request) => "ServerRequests",
        (Direction::ServerToClient, Kind::Notification) => "ServerNotifications",
        (_, Kind::Document) => {
            let definition = method.params.as_deref().unwrap_or("unknown");
            return definition.rsplit('/').next().unwrap_or(definition).to_owned();
        }
    };
    format!("{map}[{}][\"{what}\"]", Value::from(method.method.as_str()))
}

/// How a fixture's payload is asked about: an accept closed, lest a type lack a member that it carries. A reject may have
/// further members, since its type must refuse it for its fault, unless a further member is the fault.
pub fn literal(fixture: &Fixture, sight: Option<Sight>) -> Literal {
    if fixture.is_accept() || sight == Some(Sight::Excess) { Literal::Closed } else { Literal::Open }
}

/// A program that asks about payloads.
///
/// ```
/// use std::borrow::Cow;
/// use methodic_validator::typescript::{Literal, Payload, Program, Question};
///
/// let value = serde_json::json!({ "times": "two" });
/// let payload = Payload { what: "params", value: Some(Cow::Borrowed(&value)) };
/// let question = Question { payload, literal: Literal::Closed, type_: "Ping".into() };
/// let program = Program::new("type Ping = { times: number };", &[question]);
/// assert_eq!(program.text(), "type Ping = { times: number };\n({\n\"times\": \"two\",\n}) satisfies Ping;\n");
///
/// let printed = "x.ts(3,1): error TS2322: Type 'string' is not assignable to type 'number'.\n";
/// let answers = program.answers(printed)?;
/// assert_eq!(answers[0][0].pointer, "/params/times");
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone)]
pub struct Program {
    text: String,
    /// For each line the question it belongs to and its place in the message.
    lines: Vec<Option<(usize, String)>>,
    questions: usize,
}

impl Program {
    /// A program that begins with these lines, which import or declare the types, and asks the questions in their order.
    pub fn new(header: &str, questions: &[Question<'_>]) -> Self {
        let text = format!("{}\n", header.trim_end());
        let lines = text.lines().map(|_| None).collect();
        let mut program = Self { text, lines, questions: questions.len() };
        for (number, question) in questions.iter().enumerate() {
            let pointer = format!("/{}", question.payload.what);
            program.text.push('(');
            match &question.payload.value {
                Some(value) => program.value(number, &pointer, value),
                None => program.text.push_str("undefined"),
            }
            let _ = write!(program.text, ") satisfies {};", question.type_);
            program.line(number, &pointer);
        }
        program
    }

    /// The program's text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The complaints about each question, from what the compiler printed with `--pretty false`.
    ///
    /// An error outside of the questions means that the program itself cannot be compiled; its text is returned.
    pub fn answers(&self, printed: &str) -> Result<Vec<Vec<Complaint>>, String> {
        let mut answers = vec![Vec::new(); self.questions];
        let mut current: Option<usize> = None;
        for text in printed.lines() {
            if let Some((line, message)) = diagnostic(text) {
                let place = line.checked_sub(1).and_then(|line| self.lines.get(line)).and_then(Option::as_ref);
                let (question, pointer) = place.ok_or_else(|| text.to_owned())?;
                let message = shorten(message, 300);
                answers[*question].push(Complaint { pointer: pointer.clone(), message });
                current = Some(*question);
            } else if let Some(detail) = text.strip_prefix("  ") {
                if let Some(complaint) = current.and_then(|question: usize| answers[question].last_mut()) {
                    complaint.message = shorten(detail.trim(), 300);
                }
            } else if !text.trim().is_empty() {
                return Err(text.to_owned());
            }
        }
        Ok(answers)
    }

    fn line(&mut self, question: usize, pointer: &str) {
        self.text.push('\n');
        self.lines.push(Some((question, pointer.to_owned())));
    }

    fn value(&mut self, question: usize, pointer: &str, value: &Value) {
        match value {
            Value::Object(members) => self.object(question, pointer, members),
            Value::Array(items) => {
                self.text.push('[');
                self.line(question, pointer);
                for (index, item) in items.iter().enumerate() {
                    let place = join(pointer, &index.to_string());
                    self.value(question, &place, item);
                    self.text.push(',');
                    self.line(question, &place);
                }
                self.text.push(']');
            }
            // JSON's other values are TypeScript's; a number too large for it is still a number.
            _ => self.text.push_str(&one_line(value)),
        }
    }

    fn object(&mut self, question: usize, pointer: &str, members: &Map<String, Value>) {
        self.text.push('{');
        self.line(question, pointer);
        for (name, value) in members {
            let place = join(pointer, name);
            let quoted = one_line(&Value::from(name.as_str()));
            // Spelled plainly, this name would set the prototype.
            let _ =
                if name == "__proto__" { write!(self.text, "[{quoted}]: ") } else { write!(self.text, "{quoted}: ") };
            self.value(question, &place, value);
            self.text.push(',');
            self.line(question, &place);
        }
        self.text.push('}');
    }
}

/// A value without the characters that JSON lets stand in a string, and by which TypeScript counts lines.
fn one_line(value: &Value) -> String {
    value.to_string().replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// The line number and the message of an error's first line: `file(line,column): error TS2322: message`.
fn diagnostic(text: &str) -> Option<(usize, &str)> {
    let (place, message) = text.split_once("): error TS")?;
    let (line, _) = place.rsplit_once('(')?.1.split_once(',')?;
    Some((line.parse().ok()?, message.split_once(": ")?.1))
}

/// What the compiler's complaints about a fixture amount to.
///
/// `sight` says who notices the fault of a reject. One that no type can notice must be let pass: a type that refuses it
/// has something else against the message.
///
/// ```
/// use methodic_validator::{Expectation, Fixture, FindingKind, Sight, typescript};
///
/// let fixture = Fixture {
///     path: "fixtures/ping/reject/times-is-text.json".into(),
///     folder: "ping".into(),
///     expectation: Expectation::Reject { pointer: "/params/times".into(), keyword: "type".into(), rust: None },
///     message: serde_json::json!({ "method": "ping", "params": { "times": "two" } }),
///     text: String::new(),
/// };
/// let opinion = typescript::opinion(&fixture, Some(Sight::Shape), &[]);
/// assert_eq!(opinion.contradicts, Some(FindingKind::TypeAccepted));
/// ```
pub fn opinion(fixture: &Fixture, sight: Option<Sight>, complaints: &[Complaint]) -> Opinion {
    let Expectation::Reject { pointer, .. } = &fixture.expectation else {
        return match complaints.first() {
            Some(first) => refuses(first).contradicting(FindingKind::TypeRefused),
            None => Opinion::accepts(),
        };
    };
    // The compiler points to the member whose value fits no form of a union, or to one inside the form it takes for meant.
    let near = complaints.iter().find(|found| is_within(pointer, &found.pointer) || is_within(&found.pointer, pointer));
    let is_seen = sight.is_none_or(|sight| sight >= Sight::Excess);
    match near.or(complaints.first()) {
        None if is_seen => Opinion::accepts().contradicting(FindingKind::TypeAccepted),
        None => Opinion::accepts(),
        Some(found) if is_seen && near.is_some() => refuses(found),
        Some(found) => refuses(found).contradicting(FindingKind::TypeOtherFault),
    }
}

fn refuses(complaint: &Complaint) -> Opinion {
    Opinion::refuses(complaint.pointer.as_str(), None, complaint.message.as_str())
}

/// Whether a pointer is another one or lies below it.
fn is_within(pointer: &str, above: &str) -> bool {
    pointer.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
