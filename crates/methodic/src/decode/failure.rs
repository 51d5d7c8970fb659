//! What a failed pass knows, and the answer made of it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::error::Category;

use super::{Message, near, pointer};
use crate::error::Detail;
use crate::{Kind, MethodInfo, MethodSet, Rejected, RequestId, RpcError, Surface};

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
    /// In params, read from the open stream.
    Params(&'static MethodInfo),
    /// In params that came before their method, read from their kept text; the pointer is that of the whole message.
    EarlyParams { info: &'static MethodInfo, pointer: String, error: serde_json::Error },
    /// The method needs params.
    NoParams(&'static MethodInfo),
    /// No such method.
    Unknown { method: String },
    /// The peer has not opted into this method.
    Experimental { reason: &'static str },
    /// The members do not make a message.
    Shape { why: Cow<'static, str>, pointer: &'static str },
}

/// The short form of a fault, for those who read a message through serde and have no answer to make.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id => f.write_str("the id is neither a string nor an integer"),
            Self::Params(info) => write!(f, "the params do not fit `{}`", info.method),
            Self::EarlyParams { pointer, error, .. } => write!(f, "at {pointer}: {}", Detail::from(error).to_text()),
            Self::NoParams(info) => write!(f, "`{}` needs the member `params`", info.method),
            Self::Unknown { method } => write!(f, "unknown method `{method}`"),
            Self::Experimental { reason } => write!(f, "{reason} requires experimentalApi capability"),
            Self::Shape { why, .. } => f.write_str(why),
        }
    }
}

/// What ends a pass whose fault the state holds. Nobody reads its text, so it has none.
#[cold]
pub(super) fn refused<E: Error>() -> E {
    E::custom("")
}

impl State {
    pub(super) fn new(surface: Surface) -> Self {
        Self { surface, id: None, null_id: false, is_answer: false, fault: None }
    }

    /// The answer to a message on which the pass failed with `error`.
    #[cold]
    pub(super) fn reject<R: MethodSet, N: MethodSet>(mut self, text: &str, error: &serde_json::Error) -> Box<Rejected> {
        let fault = self.fault.take();
        // A notification is never answered, however wrong it is; nor is an answer.
        let is_notification = match &fault {
            Some(Fault::Params(info) | Fault::EarlyParams { info, .. } | Fault::NoParams(info)) => {
                info.kind == Kind::Notification
            }
            // Without an id, a method that the peer cannot call is a notification like any other.
            Some(Fault::Experimental { .. } | Fault::Unknown { .. }) => true,
            _ => false,
        };
        let error = match error.classify() {
            Category::Eof => RpcError::parse(error, pointer::offset(text, error)),
            // serde_json counts the byte that it stumbled over as read.
            Category::Syntax if !is_json(text) => {
                RpcError::parse(error, pointer::offset(text, error).saturating_sub(1))
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
        let is_silent = self.is_answer || (!has_id && is_notification);
        Box::new(Rejected { id: self.id, error, answer: !is_silent })
    }

    fn data_error<R: MethodSet, N: MethodSet>(
        &self,
        fault: Option<Fault>,
        text: &str,
        error: &serde_json::Error,
    ) -> RpcError {
        match fault {
            Some(Fault::Params(info)) => RpcError::invalid_params(info.method, pointer::within("", text, error), error),
            Some(Fault::EarlyParams { info, pointer, error }) => RpcError::invalid_params(info.method, pointer, &error),
            Some(Fault::NoParams(info)) => {
                RpcError::invalid_params(info.method, String::new(), "missing field `params`")
            }
            Some(Fault::Unknown { method }) => {
                let near = near::nearest(&method, R::METHODS.iter().chain(N::METHODS), self.surface);
                RpcError::unknown_method(method, near)
            }
            Some(Fault::Experimental { reason }) => RpcError::not_opted_in(reason.into()),
            Some(Fault::Shape { why, pointer }) => RpcError::invalid_request(&*why, pointer.to_owned()),
            Some(Fault::Id) => RpcError::invalid_request(error, "/id".to_owned()),
            None => RpcError::invalid_request(error, pointer::within("", text, error)),
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
    Some(Box::new(Rejected { answer: id.is_some(), id, error: RpcError::not_opted_in(reason.into()) }))
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
