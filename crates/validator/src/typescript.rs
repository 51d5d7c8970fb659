//! The third judge: TypeScript's compiler, asked of each payload whether it is a value of the type its method gives it.
//!
//! Nothing is run here: [`Program`] writes the text of a program, one statement for each question, and reads what the
//! compiler printed about it. Each member stands on a line of its own, so that an error's line tells its place in the
//! message.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::agreement::{Opinion, Sight};
use crate::finding::FindingKind;
use crate::fixtures::{Expectation, Fixture};
use crate::methods::{Direction, Kind, Method};
use crate::pointer::{join, shorten};

/// How a payload is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Literal {
    /// As plain literals, in which the compiler refuses a member that the type does not have.
    Fresh,
    /// So that further members are let pass, as they are on the wire: what is refused has another fault.
    Open,
}

/// A payload inside a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Payload<'a> {
    /// `params` or `result`.
    pub what: &'static str,
    /// The value; none where the message leaves its params out.
    pub value: Option<&'a Value>,
}

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
    if message.get("method").is_some() {
        let value = message.get("params");
        // Who takes no params takes null as well; the types know only `undefined`.
        let value = value.filter(|value| method.params.is_some() || !value.is_null());
        return Some(Payload { what: "params", value });
    }
    message.get("result").map(|value| Payload { what: "result", value: Some(value) })
}

/// The type of a payload in the generated package: `ClientRequests["thread/start"]["params"]`.
pub fn type_in_map(method: &Method, what: &str) -> String {
    let map = match (method.direction, method.kind) {
        (Direction::ClientToServer, Kind::Request) => "ClientRequests",
        (Direction::ClientToServer, Kind::Notification) => "ClientNotifications",
        (Direction::ServerToClient, Kind::Request) => "ServerRequests",
        (Direction::ServerToClient, Kind::Notification) => "ServerNotifications",
    };
    format!("{map}[{}][\"{what}\"]", Value::from(method.method.as_str()))
}

/// How a fixture's payload is asked for: an accept closed, lest a type lack a member that it carries. A reject is let have
/// further members, since its type must refuse it for its fault, unless a further member is the fault.
pub fn literal(fixture: &Fixture, sight: Option<Sight>) -> Literal {
    if fixture.is_accept() || sight == Some(Sight::Excess) { Literal::Fresh } else { Literal::Open }
}

/// A program that asks about payloads.
///
/// ```
/// use methodic_validator::typescript::{Literal, Payload, Program};
///
/// let mut program = Program::new("type Ping = { times: number };\n");
/// let value = serde_json::json!({ "times": "two" });
/// let question = program.ask(Payload { what: "params", value: Some(&value) }, Literal::Fresh, "Ping");
/// assert!(program.text().ends_with("({\n\"times\": \"two\",\n}) satisfies Ping;\n"));
///
/// let printed = "x.ts(4,1): error TS2322: Type 'string' is not assignable to type 'number'.\n";
/// let answers = program.answers(printed)?;
/// assert_eq!(answers[question][0].pointer, "/params/times");
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
    /// A program that begins with these lines, which import or declare the types.
    pub fn new(header: &str) -> Self {
        // A spread takes the freshness from the literal around it, and an empty one adds nothing.
        let text = format!("{}\ndeclare const open: {{}};\n", header.trim_end());
        Self { lines: text.lines().map(|_| None).collect(), text, questions: 0 }
    }

    /// Asks whether a payload is a value of a type, and returns the number of the question.
    pub fn ask(&mut self, payload: Payload<'_>, literal: Literal, type_: &str) -> usize {
        let question = self.questions;
        self.questions += 1;
        let pointer = format!("/{}", payload.what);
        self.text.push('(');
        match payload.value {
            Some(value) => self.value(question, &pointer, value, literal),
            None => self.text.push_str("undefined"),
        }
        let _ = write!(self.text, ") satisfies {type_};");
        self.line(question, &pointer);
        question
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

    fn value(&mut self, question: usize, pointer: &str, value: &Value, literal: Literal) {
        match value {
            Value::Object(members) => self.object(question, pointer, members, literal),
            Value::Array(items) => {
                self.text.push('[');
                self.line(question, pointer);
                for (index, item) in items.iter().enumerate() {
                    let place = join(pointer, &index.to_string());
                    self.value(question, &place, item, literal);
                    self.text.push(',');
                    self.line(question, &place);
                }
                self.text.push(']');
            }
            // JSON's other values are TypeScript's; a number too large for it is still a number.
            _ => self.text.push_str(&one_line(value)),
        }
    }

    fn object(&mut self, question: usize, pointer: &str, members: &Map<String, Value>, literal: Literal) {
        self.text.push('{');
        self.text.push_str(if literal == Literal::Open { " ...open," } else { "" });
        self.line(question, pointer);
        for (name, value) in members {
            let place = join(pointer, name);
            let quoted = one_line(&Value::from(name.as_str()));
            // Spelled plainly, this name would set the prototype.
            let _ =
                if name == "__proto__" { write!(self.text, "[{quoted}]: ") } else { write!(self.text, "{quoted}: ") };
            self.value(question, &place, value, literal);
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
