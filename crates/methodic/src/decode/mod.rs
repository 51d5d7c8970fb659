//! From bytes to a typed message in one pass; on failure, to the exact error.
//!
//! The pass keeps what it has learnt (the id, the stage) beside the parse, so that a failure costs no second decode.
//! Only an id that stands behind the fault makes it read the envelope again.

mod failure;
mod message;
mod near;
mod pointer;
mod result;
mod source;

use serde::de::DeserializeSeed;
use serde_json::value::RawValue;

use crate::{MethodSet, Rejected, RequestId, RpcError, Surface};

use failure::State;
pub use message::read_message;
pub use result::{InvalidResult, InvalidValue, read, read_raw};
pub use source::Source;

/// One decoded message from a peer that sends requests `R` and notifications `N`.
#[derive(Debug)]
pub enum Message<R, N> {
    /// To be answered.
    Request(R),
    /// Not to be answered.
    Notification(N),
    /// The answer to an own request. Its type follows from that request's method:
    /// [`ResponseSet::decode`](crate::ResponseSet::decode).
    Response {
        /// The id of the own request.
        id: RequestId,
        /// As it was received.
        result: Box<RawValue>,
    },
    /// The failure of an own request.
    Error {
        /// The id of the own request; none if the peer could not read it.
        id: Option<RequestId>,
        /// Why it failed.
        error: RpcError,
    },
}

/// Reads one message.
///
/// `surface` is what the peer opted into: on [`Surface::Stable`] a message that uses an experimental part is refused,
/// and no error mentions one.
///
/// # Errors
/// What to answer, and whether to answer at all. Any bytes give either a message or an error; none makes it panic.
pub fn decode<R: MethodSet, N: MethodSet>(message: &[u8], surface: Surface) -> Result<Message<R, N>, Box<Rejected>> {
    let text = match std::str::from_utf8(message) {
        Ok(text) => text,
        Err(fault) => {
            let error = RpcError::parse("invalid UTF-8", fault.valid_up_to());
            return Err(Box::new(Rejected { id: None, error, answer: true }));
        }
    };
    let (mut state, mut out) = (State::new(surface), None);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let seed = message::Envelope::<R, N, &RawValue>::new(&mut state, &mut out);
    if let Err(error) = seed.deserialize(&mut deserializer).and_then(|()| deserializer.end()) {
        return Err(state.reject::<R, N>(text, &error));
    }
    match out {
        Some(mut message) => match failure::gate(&mut message, surface) {
            None => Ok(message),
            Some(rejected) => Err(rejected),
        },
        // A pass without an error has left a message.
        None => Err(Box::new(Rejected { id: None, error: RpcError::internal("no message was read"), answer: false })),
    }
}
