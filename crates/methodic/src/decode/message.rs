//! The one pass over a message: a visitor that reads params straight from the stream once the method is known.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::failure::{Fault, State};
use super::source::{Absent, Kept, Live};
use super::{Message, failure};
use crate::wire::Text;
use crate::{MethodSet, RequestId, RpcError, Surface};

/// Reads a message from any deserializer of `serde_json`; [`decode`](super::decode) is the way for bytes.
///
/// # Errors
/// The deserializer's own, without the id and the codes that `decode` gives.
pub fn read_message<'de, R: MethodSet, N: MethodSet, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Message<R, N>, D::Error> {
    let mut state = State::new(Surface::Experimental);
    let message = Envelope::<R, N, Box<RawValue>>::new(&mut state).deserialize(deserializer);
    message.map_err(|error| match state.fault {
        Some(fault @ (Fault::Unknown { .. } | Fault::NoParams { .. })) => D::Error::custom(failure::brief(&fault)),
        Some(Fault::Params { raw: Some((pointer, detail)), .. }) => {
            D::Error::custom(format_args!("at /params{pointer}: {detail}"))
        }
        _ => error,
    })
}

/// The seed of the pass. `Raw` is how params that come too early are kept: borrowed from a text, else boxed.
pub(super) struct Envelope<'s, R, N, Raw> {
    state: &'s mut State,
    into: PhantomData<(R, N, Raw)>,
}

impl<'s, R, N, Raw> Envelope<'s, R, N, Raw> {
    pub(super) fn new(state: &'s mut State) -> Self {
        Self { state, into: PhantomData }
    }
}

/// The two ways to keep a raw value.
pub(super) trait KeepRaw {
    fn raw(&self) -> &RawValue;
    fn boxed(self) -> Box<RawValue>;
}

impl KeepRaw for &RawValue {
    fn raw(&self) -> &RawValue {
        self
    }

    fn boxed(self) -> Box<RawValue> {
        self.to_owned()
    }
}

impl KeepRaw for Box<RawValue> {
    fn raw(&self) -> &RawValue {
        self
    }

    fn boxed(self) -> Box<RawValue> {
        self
    }
}

impl<'de, R: MethodSet, N: MethodSet, Raw: KeepRaw + Deserialize<'de>> DeserializeSeed<'de>
    for Envelope<'_, R, N, Raw>
{
    type Value = Message<R, N>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Message<R, N>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, R: MethodSet, N: MethodSet, Raw: KeepRaw + Deserialize<'de>> Visitor<'de> for Envelope<'_, R, N, Raw> {
    type Value = Message<R, N>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON-RPC message, which is an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Message<R, N>, A::Error> {
        let state = self.state;
        let mut method: Option<Cow<'de, str>> = None;
        let mut params = Params::<R, N, Raw>::Unseen;
        let mut result: Option<Raw> = None;
        let mut error: Option<RpcError> = None;
        while let Some(member) = map.next_key()? {
            match member {
                Member::Id => {
                    twice(state.id.is_some() || state.null_id, "id")?;
                    state.fault = Some(Fault::Id);
                    match map.next_value::<Option<RequestId>>()? {
                        Some(id) => state.id = Some(id),
                        None => state.null_id = true,
                    }
                    state.fault = None;
                }
                Member::Method => {
                    twice(method.is_some(), "method")?;
                    method = Some(map.next_value::<Text<'de>>()?.0);
                }
                Member::Params => {
                    twice(!matches!(params, Params::Unseen), "params")?;
                    params = match &method {
                        Some(name) => Params::live(name, &mut map, state)?,
                        None => Params::Early(map.next_value()?),
                    };
                }
                Member::Result => {
                    twice(result.is_some(), "result")?;
                    state.is_answer = true;
                    result = Some(map.next_value()?);
                }
                Member::Error => {
                    twice(error.is_some(), "error")?;
                    state.is_answer = true;
                    error = Some(map.next_value()?);
                }
                Member::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        let Some(method) = method else {
            return answer(state, result, error);
        };
        if result.is_some() || error.is_some() {
            return refuse(state, "a message has either a method or an answer, not both", "");
        }
        let message = match params {
            Params::Known(message) => message,
            Params::Ignored => return unknown(state, method),
            Params::Early(raw) => match kept::<R, N, A::Error>(&method, raw.raw(), state)? {
                Some(message) => message,
                None => return unknown(state, method),
            },
            Params::Unseen => match absent::<R, N, A::Error>(&method, state)? {
                Some(message) => message,
                None => return unknown(state, method),
            },
        };
        with_id(state, message)
    }
}

/// The members of an envelope; any other is ignored, `jsonrpc` and `trace` among them.
enum Member {
    Id,
    Method,
    Params,
    Result,
    Error,
    Other,
}

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = Member;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a member's name")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Member, E> {
                Ok(match name {
                    "id" => Member::Id,
                    "method" => Member::Method,
                    "params" => Member::Params,
                    "result" => Member::Result,
                    "error" => Member::Error,
                    _ => Member::Other,
                })
            }
        }
        deserializer.deserialize_identifier(Name)
    }
}

/// What became of the `params` member.
enum Params<R, N, Raw> {
    Unseen,
    /// The method was known, the params are read; the id may still come.
    Known(Message<R, N>),
    /// The method is none of ours.
    Ignored,
    /// The method was not known yet.
    Early(Raw),
}

impl<R: MethodSet, N: MethodSet, Raw> Params<R, N, Raw> {
    fn live<'de, A: MapAccess<'de>>(method: &str, map: &mut A, state: &mut State) -> Result<Self, A::Error> {
        let source = Live { map, state };
        let source = match R::read(method, source) {
            Ok(request) => return Ok(Self::Known(Message::Request(request?))),
            Err(source) => source,
        };
        let source = match N::read(method, source) {
            Ok(notification) => return Ok(Self::Known(Message::Notification(notification?))),
            Err(source) => source,
        };
        source.map.next_value::<IgnoredAny>()?;
        Ok(Self::Ignored)
    }
}

fn kept<R: MethodSet, N: MethodSet, E: Error>(
    method: &str,
    raw: &RawValue,
    state: &mut State,
) -> Result<Option<Message<R, N>>, E> {
    let source = match R::read(method, Kept { raw, state, error: PhantomData::<E> }) {
        Ok(request) => return Ok(Some(Message::Request(request?))),
        Err(source) => source,
    };
    match N::read(method, source) {
        Ok(notification) => Ok(Some(Message::Notification(notification?))),
        Err(_) => Ok(None),
    }
}

fn absent<R: MethodSet, N: MethodSet, E: Error>(method: &str, state: &mut State) -> Result<Option<Message<R, N>>, E> {
    let source = match R::read(method, Absent { state, error: PhantomData::<E> }) {
        Ok(request) => return Ok(Some(Message::Request(request?))),
        Err(source) => source,
    };
    match N::read(method, source) {
        Ok(notification) => Ok(Some(Message::Notification(notification?))),
        Err(_) => Ok(None),
    }
}

/// A request has an id, a notification has none: the table says which it is, the member must agree.
fn with_id<R: MethodSet, N: MethodSet, E: Error>(
    state: &mut State,
    message: Message<R, N>,
) -> Result<Message<R, N>, E> {
    match message {
        Message::Request(mut request) => {
            let id = state.id.take();
            match (request.id_mut(), id) {
                (Some(slot), Some(id)) => *slot = id,
                _ if state.null_id => return refuse(state, "null is no id", "/id"),
                _ => return refuse(state, &format!("`{}` is a request and needs an id", request.method()), ""),
            }
            Ok(Message::Request(request))
        }
        Message::Notification(notification) if state.id.is_some() || state.null_id => {
            refuse(state, &format!("`{}` is a notification and takes no id", notification.method()), "/id")
        }
        other => Ok(other),
    }
}

fn answer<R, N, Raw: KeepRaw, E: Error>(
    state: &mut State,
    result: Option<Raw>,
    error: Option<RpcError>,
) -> Result<Message<R, N>, E> {
    match (state.id.take(), result, error) {
        (Some(id), Some(result), None) => Ok(Message::Response { id, result: result.boxed() }),
        (id, None, Some(error)) if id.is_some() || state.null_id => Ok(Message::Error { id, error }),
        (_, Some(_), Some(_)) => refuse(state, "an answer has either a result or an error, not both", ""),
        (None, _, _) if state.is_answer => refuse(state, "an answer needs the id of its request", ""),
        (id, _, _) => {
            state.id = id;
            refuse(state, "a message needs a `method`, or an `id` with a `result` or an `error`", "")
        }
    }
}

fn twice<E: Error>(seen: bool, member: &'static str) -> Result<(), E> {
    if seen { Err(E::duplicate_field(member)) } else { Ok(()) }
}

fn unknown<T, E: Error>(state: &mut State, method: Cow<'_, str>) -> Result<T, E> {
    state.fault = Some(Fault::Unknown { method: method.into_owned() });
    Err(E::custom("unknown method"))
}

fn refuse<T, E: Error>(state: &mut State, why: &str, pointer: &'static str) -> Result<T, E> {
    state.fault = Some(Fault::Shape { why: why.to_owned(), pointer });
    Err(E::custom(why))
}
