//! What the envelope of a message must be, told without the union types of a bundle.
//!
//! A union of all methods refuses a bad message with one error at its root. Here the method is known beforehand, so the
//! envelope is checked member by member, and each payload against its own definition.

use serde_json::{Map, Value};

use crate::bounds;
use crate::fault::Fault;
use crate::methods::{Kind, Method};
use crate::pointer::join;

/// A payload that remains to be checked: the definition, the pointer of the value, and the value.
pub(crate) type Payload<'a> = (&'a str, &'static str, &'a Value);

/// The faults of the envelope, and the payload in it if there is one to check.
pub(crate) fn inspect<'a>(method: &'a Method, message: &'a Value) -> (Vec<Fault>, Option<Payload<'a>>) {
    if method.kind == Kind::Document {
        return (Vec::new(), method.params.as_deref().map(|definition| (definition, "", message)));
    }
    let Some(members) = message.as_object() else {
        return (vec![Fault::mismatch("", "type", "an object", message)], None);
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
        None => faults.push(Fault::mismatch("/method", "type", "a string", name)),
        Some(other) if other != method.method => {
            faults.push(Fault::mismatch("/method", "enum", format!("\"{}\"", method.method), name));
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
            faults.push(Fault::missing("", "params"));
            None
        }
        (None, None | Some(Value::Null)) => None,
        (None, Some(params)) => {
            faults.push(Fault::mismatch("/params", "type", "no params or null", params));
            None
        }
    }
}

fn answer<'a>(method: &'a Method, members: &'a Map<String, Value>, faults: &mut Vec<Fault>) -> Option<Payload<'a>> {
    if method.kind == Kind::Notification {
        faults.push(Fault::new("", "required", "missing `method`: a notification is never answered"));
        return None;
    }
    if members.contains_key("error") {
        faults.extend(error_answer(members));
        return None;
    }
    id(members, "an answer", faults);
    only(members, &["id", "result", "jsonrpc"], "an answer", faults);
    let result = members.get("result")?;
    match &method.result {
        Some(definition) => Some((definition, "/result", result)),
        None => {
            if !result.is_null() {
                faults.push(Fault::mismatch("/result", "type", "null", result));
            }
            None
        }
    }
}

/// The faults of an answer that tells of an error: it is the same for every method.
pub(crate) fn error_answer(members: &Map<String, Value>) -> Vec<Fault> {
    let mut faults = Vec::new();
    id(members, "an answer", &mut faults);
    only(members, &["id", "error", "jsonrpc"], "an error answer", &mut faults);
    error_object(&members["error"], &mut faults);
    faults
}

/// JSON-RPC's error object has the same shape in every protocol.
fn error_object(error: &Value, faults: &mut Vec<Fault>) {
    let Some(members) = error.as_object() else {
        faults.push(Fault::mismatch("/error", "type", "an object", error));
        return;
    };
    for (name, expected, fits) in [
        ("code", "an integer", members.get("code").map(is_id_integer)),
        ("message", "a string", members.get("message").map(Value::is_string)),
    ] {
        match fits {
            None => faults.push(Fault::missing("/error", name)),
            Some(false) => faults.push(Fault::mismatch(join("/error", name), "type", expected, &members[name])),
            Some(true) => {}
        }
    }
}

fn only(members: &Map<String, Value>, known: &[&str], what: &str, faults: &mut Vec<Fault>) {
    for name in members.keys().filter(|name| !known.contains(&name.as_str())) {
        let mut fault = Fault::unexpected("", [name.as_str()]);
        fault.message.push_str(&format!(": {what} has only {}", known.join(", ")));
        faults.push(fault);
    }
}

fn id(members: &Map<String, Value>, what: &str, faults: &mut Vec<Fault>) {
    match members.get("id") {
        None => {
            let mut fault = Fault::missing("", "id");
            fault.message.push_str(&format!(": {what} has one"));
            faults.push(fault);
        }
        Some(id) if id.is_string() || is_id_integer(id) => {}
        Some(id) => faults.push(Fault::mismatch("/id", "type", "a string or a 64-bit integer", id)),
    }
}

fn is_id_integer(id: &Value) -> bool {
    let whole = id.is_i64() || id.is_u64();
    whole && id.as_number().zip(bounds::range("int64")).is_some_and(|(number, range)| bounds::holds(range, number))
}
