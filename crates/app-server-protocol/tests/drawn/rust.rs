//! The Rust types' side: what they make of a payload, and payloads made up by them.

use app_server_protocol::{
    AppServer, ClientNotification, ClientRequest, ClientResponse, ServerNotification, ServerRequest, ServerResponse,
};
use methodic::{Gate, Message, MethodSet, Protocol, RequestId, ResponseSet, Source};
use methodic_validator::draw::typed::{Facts, Offer, Refused};
use methodic_validator::draw::{Style, Undrawable};
use methodic_validator::{Direction, Kind, Method, Surface};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::surface::Part;

/// A message that carries the payload.
pub(crate) fn message(method: &Method, part: Part, payload: &Value) -> Value {
    match (part, method.kind) {
        (Part::Result, Kind::Request | Kind::Notification) => json!({ "id": 1, "result": payload }),
        (Part::Params, Kind::Request) => json!({ "id": 1, "method": method.method, "params": payload }),
        (Part::Params, Kind::Notification) => json!({ "method": method.method, "params": payload }),
        (_, Kind::Document) => payload.clone(),
    }
}

/// Reads a payload as its receiver would, and writes it again.
///
/// # Errors
/// What the receiver says against it.
pub(crate) fn read(surface: Surface, method: &Method, part: Part, payload: &Value) -> Result<Value, String> {
    let from_client = method.direction == Direction::ClientToServer;
    if part == Part::Result {
        let raw = RawValue::from_string(payload.to_string()).map_err(|error| error.to_string())?;
        let id = RequestId::Integer(1);
        return if from_client {
            result(ClientResponse::decode(&method.method, id, &raw))
        } else {
            result(ServerResponse::decode(&method.method, id, &raw))
        };
    }
    let surface = match surface {
        Surface::Stable => methodic::Surface::Stable,
        Surface::Experimental => methodic::Surface::Experimental,
    };
    let text = message(method, part, payload).to_string();
    if from_client {
        params(AppServer::from_client(text.as_bytes(), surface))
    } else {
        params(AppServer::from_server(text.as_bytes(), surface))
    }
}

fn result<R: Serialize>(read: Option<Result<R, methodic::InvalidResult>>) -> Result<Value, String> {
    match read {
        Some(Ok(response)) => Ok(payload(&response, "result")),
        Some(Err(invalid)) => Err(invalid.to_string()),
        None => Err("no such method".into()),
    }
}

fn params<R: Serialize, N: Serialize>(read: Result<Message<R, N>, Box<methodic::Rejected>>) -> Result<Value, String> {
    match read {
        Ok(Message::Request(request)) => Ok(payload(&request, "params")),
        Ok(Message::Notification(notification)) => Ok(payload(&notification, "params")),
        Ok(_) => Err("read as an answer".into()),
        Err(rejected) => Err(format!("{} {:?}", rejected.error.message, rejected.error.data)),
    }
}

fn payload(message: &impl Serialize, member: &str) -> Value {
    serde_json::to_value(message).expect("a wire value can be written")[member].take()
}

/// A payload that the Rust type has read from what it was offered.
pub(crate) struct Typed {
    /// What was offered and read.
    pub(crate) read: Value,
    /// What the type writes.
    pub(crate) written: Value,
    /// Whether nothing in it needs the opt-in.
    pub(crate) stable: bool,
}

/// Lets the Rust type of a payload make one up.
///
/// # Errors
/// If it refuses all it is offered.
pub(crate) fn draw(
    facts: &mut Facts,
    method: &Method,
    part: Part,
    choices: &[u64],
    style: Style,
) -> Result<Typed, Undrawable> {
    let name = method.method.as_str();
    match (part, method.direction, method.kind) {
        (Part::Params, Direction::ClientToServer, Kind::Request) => {
            finish(facts.draw(choices, style, |offer| set::<ClientRequest>(name, offer)), "params")
        }
        (Part::Params, Direction::ServerToClient, Kind::Request) => {
            finish(facts.draw(choices, style, |offer| set::<ServerRequest>(name, offer)), "params")
        }
        (Part::Params, Direction::ClientToServer, Kind::Notification) => {
            finish(facts.draw(choices, style, |offer| set::<ClientNotification>(name, offer)), "params")
        }
        (Part::Params, Direction::ServerToClient, Kind::Notification) => {
            finish(facts.draw(choices, style, |offer| set::<ServerNotification>(name, offer)), "params")
        }
        (_, _, Kind::Document) => unreachable!("this protocol has methods alone"),
        (Part::Result, Direction::ClientToServer, _) => {
            finish(facts.draw(choices, style, |offer| answer::<ClientResponse>(name, offer)), "result")
        }
        (Part::Result, Direction::ServerToClient, _) => {
            finish(facts.draw(choices, style, |offer| answer::<ServerResponse>(name, offer)), "result")
        }
    }
}

/// Params that are offered instead of received.
struct Offered<'s, 'f>(Offer<'s, 'f>);

impl<'de> Source<'de> for Offered<'_, '_> {
    type Error = Refused;

    fn params<M: methodic::Method>(self) -> Result<M::Params, Refused> {
        M::Params::deserialize(self.0)
    }
}

fn set<S: MethodSet>(method: &str, offer: Offer<'_, '_>) -> Result<S, Refused> {
    S::read(method, Offered(offer)).unwrap_or_else(|_| Err(Refused::Other(format!("no method `{method}`"))))
}

fn answer<S: ResponseSet>(method: &str, offer: Offer<'_, '_>) -> Result<S, Refused> {
    let read = S::read(method, RequestId::Integer(1), offer);
    read.unwrap_or_else(|| Err(Refused::Other(format!("no method `{method}`"))))
}

fn finish<S: Gate + Serialize>(drawn: Result<(S, Value), Undrawable>, member: &str) -> Result<Typed, Undrawable> {
    let (value, read) = drawn?;
    Ok(Typed { read, written: payload(&value, member), stable: value.experimental().is_none() })
}
