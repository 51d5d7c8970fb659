//! What a failed pass knows, and the answer made of it.

use std::fmt::Write;

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::error::Category;

use super::{Message, near, pointer};
use crate::{MethodSet, Rejected, RequestId, RpcError, Surface};

/// What the pass has learnt so far; it outlives the pass.
pub(super) struct State {
    pub(super) surface: Surface,
    pub(super) id: Option<RequestId>,
    /// The id member is there and null: that is neither an id nor a notification.
    pub(super) null_id: bool,
    /// A `result` or an `error` was seen: whatever is wrong, an answer is not answered.
    pub(super) is_answer: bool,
    pub(super) fault: Option<Fault>,
}

/// Where the pass stood when it failed, or why it refused.
pub(super) enum Fault {
    /// In the id.
    Id,
    /// In params, read live or (with the pointer and the detail found then) from a kept text.
    Params { method: &'static str, raw: Option<(String, String)> },
    /// The method needs params.
    NoParams { method: &'static str },
    /// No such method.
    Unknown { method: String },
    /// The peer has not opted into this method.
    Experimental { reason: &'static str },
    /// The members do not make a message.
    Shape { why: String, pointer: &'static str },
}

impl State {
    pub(super) fn new(surface: Surface) -> Self {
        Self { surface, id: None, null_id: false, is_answer: false, fault: None }
    }

    /// The answer to a message on which the pass failed with `error`.
    pub(super) fn reject<R: MethodSet, N: MethodSet>(mut self, text: &str, error: &serde_json::Error) -> Box<Rejected> {
        let fault = self.fault.take();
        // A notification is never answered, however wrong it is; nor is an answer.
        let known = match &fault {
            Some(Fault::Params { method, .. } | Fault::NoParams { method }) => Some(*method),
            _ => None,
        };
        // Without an id, a method that the peer cannot call is a notification like any other.
        let foreign = matches!(fault, Some(Fault::Experimental { .. } | Fault::Unknown { .. }));
        let error = match error.classify() {
            Category::Eof => RpcError::parse(&detail(error), pointer::offset(text, error)),
            // serde_json counts the byte that it stumbled over as read.
            Category::Syntax if !is_json(text) => {
                RpcError::parse(&detail(error), pointer::offset(text, error).saturating_sub(1))
            }
            // What is left is JSON, though perhaps of a depth, a number or a text that no Rust value holds.
            _ => self.data_error::<R, N>(fault, text, error),
        };
        let mut has_id = self.id.is_some() || self.null_id;
        if !has_id {
            let rest = Rest::of(text);
            has_id = rest.has_id;
            self.id = rest.id;
            self.is_answer |= rest.is_answer;
        }
        let notification = known.is_some_and(|method| N::METHODS.iter().any(|row| row.method == method));
        let silent = self.is_answer || (!has_id && (notification || foreign));
        Box::new(Rejected { id: self.id, error, answer: !silent })
    }

    fn data_error<R: MethodSet, N: MethodSet>(
        &self,
        fault: Option<Fault>,
        text: &str,
        error: &serde_json::Error,
    ) -> RpcError {
        match fault {
            Some(Fault::Params { method, raw: None }) => {
                RpcError::invalid_params(method, &pointer::within(text, error), &detail(error))
            }
            Some(Fault::Params { method, raw: Some((at, detail)) }) => {
                RpcError::invalid_params(method, &format!("/params{at}"), &detail)
            }
            Some(Fault::NoParams { method }) => RpcError::invalid_params(method, "", "missing field `params`"),
            Some(Fault::Unknown { method }) => {
                let near = near::nearest(&method, R::METHODS.iter().chain(N::METHODS), self.surface);
                RpcError::unknown_method(&method, &near)
            }
            Some(Fault::Experimental { reason }) => RpcError::experimental(reason),
            Some(Fault::Shape { why, pointer }) => RpcError::invalid_request(&why, pointer),
            Some(Fault::Id) => RpcError::invalid_request(&detail(error), "/id"),
            None => RpcError::invalid_request(&detail(error), &pointer::within(text, error)),
        }
    }
}

/// The refusal of a decoded message that uses a part which the peer did not opt into.
pub(super) fn gate<R: MethodSet, N: MethodSet>(message: &mut Message<R, N>, surface: Surface) -> Option<Box<Rejected>> {
    if surface == Surface::Experimental {
        return None;
    }
    let (reason, id) = match message {
        Message::Request(request) => (request.experimental()?, request.id_mut().cloned()),
        Message::Notification(notification) => (notification.experimental()?, None),
        Message::Response { .. } | Message::Error { .. } => return None,
    };
    Some(Box::new(Rejected { answer: id.is_some(), id, error: RpcError::experimental(reason) }))
}

/// The short form of a fault, for those who read a message through serde and have no answer to make.
pub(super) fn brief(fault: &Fault) -> String {
    match fault {
        Fault::Unknown { method } => format!("unknown method `{method}`"),
        Fault::NoParams { method } => format!("`{method}` needs the member `params`"),
        Fault::Params { method, .. } => format!("the params do not fit `{method}`"),
        Fault::Experimental { reason } => format!("{reason} requires experimentalApi capability"),
        Fault::Shape { why, .. } => why.clone(),
        Fault::Id => "the id is neither a string nor an integer".to_owned(),
    }
}

/// Serde's text without its line and column: a message is one line, and the pointer or offset says more.
pub(super) fn detail(error: &serde_json::Error) -> String {
    let mut text = String::with_capacity(128);
    let written = write!(text, "{error}");
    debug_assert!(written.is_ok(), "a String takes any text");
    if error.line() > 0 {
        let position = " at line ".len() + digits(error.line()) + " column ".len() + digits(error.column());
        text.truncate(text.len().saturating_sub(position));
    }
    text
}

/// How many digits a number is written with.
fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(1, |power| power as usize + 1)
}

/// Whether a text follows JSON's grammar, whatever its depth and the size of its numbers.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// What the envelope says beside the fault, found by reading it again.
#[derive(Default)]
struct Rest {
    /// There is a member `id`, whatever it holds.
    has_id: bool,
    id: Option<RequestId>,
    /// There is a `result` or an `error`.
    is_answer: bool,
}

impl Rest {
    #[cold]
    fn of(text: &str) -> Self {
        let mut rest = Self::default();
        // Whether all of it can be read does not matter here: the message is already refused.
        let _ = serde_json::Deserializer::from_str(text).deserialize_map(&mut rest);
        rest
    }
}

impl<'de> Visitor<'de> for &mut Rest {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(crate::wire::Text(key)) = map.next_key()? {
            if key == "id" {
                self.has_id = true;
                self.id = map.next_value()?;
            } else {
                self.is_answer |= key == "result" || key == "error";
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}
