//! What the envelope of a message must be, told without the union types of a bundle.
//!
//! A union of all methods refuses a bad message with one error at its root. Here the method is known beforehand, so the
//! envelope is checked member by member, and each payload against its own definition.

use serde_json::{Map, Value};

use crate::agreement::Sight;
use crate::bounds;
use crate::finding::shown;
use crate::methods::{Kind, Method};
use crate::pointer::{brief, join};

/// One reason why a message is refused: where, by which schema keyword, and what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Whether the type of a payload can say it too. The envelope around a payload is no part of its type.
    pub sight: Sight,
    /// The JSON pointer of the value inside the message.
    pub pointer: String,
    /// The schema keyword that refuses it.
    pub keyword: String,
    /// What was expected and what was found.
    pub message: String,
}

impl Fault {
    pub(crate) fn new(pointer: impl Into<String>, keyword: &str, message: impl Into<String>) -> Self {
        Self { sight: Sight::Value, pointer: pointer.into(), keyword: keyword.to_owned(), message: message.into() }
    }

    pub(crate) fn seen(self, sight: Sight) -> Self {
        Self { sight, ..self }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({}): {}", shown(&self.pointer), self.keyword, self.message)
    }
}

/// A payload that remains to be checked: the definition, the pointer of the value, and the value.
pub(crate) type Payload<'a> = (&'a str, &'static str, &'a Value);

/// The faults of the envelope, and the payload in it if there is one to check.
pub(crate) fn inspect<'a>(method: &'a Method, message: &'a Value) -> (Vec<Fault>, Option<Payload<'a>>) {
    let Some(members) = message.as_object() else {
        return (vec![Fault::new("", "type", format!("expected an object, found {}", brief(message)))], None);
    };
    let mut faults = Vec::new();
    let payload = if members.contains_key("method") {
        call(method, members, &mut faults)
    } else if members.contains_key("result") || members.contains_key("error") {
        answer(method, members, &mut faults)
    } else {
        let forms = "expected `method` (a call), or `result` or `error` (an answer)";
        faults.push(Fault::new("", "required", forms));
        None
    };
    (faults, payload)
}

fn call<'a>(method: &'a Method, members: &'a Map<String, Value>, faults: &mut Vec<Fault>) -> Option<Payload<'a>> {
    let request = method.kind == Kind::Request;
    let name = &members["method"];
    match name.as_str() {
        None => faults.push(Fault::new("/method", "type", format!("expected a string, found {}", brief(name)))),
        Some(name) if name != method.method => {
            faults.push(Fault::new("/method", "enum", format!("expected `{}`, found `{name}`", method.method)));
        }
        Some(_) => {}
    }
    if request {
        only(members, &["id", "method", "params", "jsonrpc", "trace"], "a request", faults);
        id(members, "a request", faults);
    } else {
        only(members, &["method", "params", "jsonrpc"], "a notification", faults);
    }
    match (&method.params, members.get("params")) {
        (Some(definition), Some(params)) => Some((definition, "/params", params)),
        (Some(_), None) => {
            faults.push(Fault::new("", "required", "missing `params`").seen(Sight::Shape));
            None
        }
        (None, None | Some(Value::Null)) => None,
        (None, Some(params)) => {
            let found = format!("expected no params or null, found {}", brief(params));
            faults.push(Fault::new("/params", "type", found).seen(Sight::Shape));
            None
        }
    }
}

fn answer<'a>(method: &'a Method, members: &'a Map<String, Value>, faults: &mut Vec<Fault>) -> Option<Payload<'a>> {
    if method.kind == Kind::Notification {
        faults.push(Fault::new("", "required", "missing `method`: a notification is never answered"));
        return None;
    }
    id(members, "an answer", faults);
    if let Some(error) = members.get("error") {
        only(members, &["id", "error", "jsonrpc"], "an error answer", faults);
        error_object(error, faults);
        return None;
    }
    only(members, &["id", "result", "jsonrpc"], "an answer", faults);
    let result = members.get("result")?;
    match &method.result {
        Some(definition) => Some((definition, "/result", result)),
        None => {
            if !result.is_null() {
                faults.push(Fault::new("/result", "type", format!("expected null, found {}", brief(result))));
            }
            None
        }
    }
}

/// JSON-RPC's error object has the same shape in every protocol.
fn error_object(error: &Value, faults: &mut Vec<Fault>) {
    let Some(members) = error.as_object() else {
        faults.push(Fault::new("/error", "type", format!("expected an object, found {}", brief(error))));
        return;
    };
    for (name, expected, fits) in [
        ("code", "an integer", members.get("code").map(is_id_integer)),
        ("message", "a string", members.get("message").map(Value::is_string)),
    ] {
        match fits {
            None => faults.push(Fault::new("/error", "required", format!("missing `{name}`"))),
            Some(false) => {
                let found = format!("expected {expected}, found {}", brief(&members[name]));
                faults.push(Fault::new(join("/error", name), "type", found));
            }
            Some(true) => {}
        }
    }
}

fn only(members: &Map<String, Value>, known: &[&str], what: &str, faults: &mut Vec<Fault>) {
    for name in members.keys().filter(|name| !known.contains(&name.as_str())) {
        let message = format!("unexpected member `{name}`: {what} has only {}", known.join(", "));
        faults.push(Fault::new("", "additionalProperties", message));
    }
}

fn id(members: &Map<String, Value>, what: &str, faults: &mut Vec<Fault>) {
    match members.get("id") {
        None => faults.push(Fault::new("", "required", format!("missing `id`: {what} has one"))),
        Some(id) if id.is_string() || is_id_integer(id) => {}
        Some(id) => {
            let message = format!("expected a string or a 64-bit integer, found {}", brief(id));
            faults.push(Fault::new("/id", "type", message));
        }
    }
}

fn is_id_integer(id: &Value) -> bool {
    let whole = id.is_i64() || id.is_u64();
    whole && id.as_number().zip(bounds::range("int64")).is_some_and(|(number, range)| bounds::holds(range, number))
}
