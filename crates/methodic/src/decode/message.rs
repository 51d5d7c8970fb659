//! The one pass over a message: a visitor that reads params straight from the stream once the method is known.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Message;
use super::failure::{Fault, State, refused};
use super::source::{Absent, Kept, Live, Source};
use crate::wire::Text;
use crate::{MethodSet, RequestId, RpcError, Surface};

/// Reads a message from any deserializer of `serde_json`; [`decode`](super::decode) is the way for bytes.
///
/// # Errors
/// The deserializer's own, without the id and the codes that `decode` gives.
pub fn read_message<'de, R: MethodSet, N: MethodSet, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Message<R, N>, D::Error> {
    let (mut state, mut out) = (State::new(Surface::Experimental), None);
    let read = Envelope::<R, N, Box<RawValue>>::new(&mut state, &mut out).deserialize(deserializer);
    match (read, out) {
        (Ok(()), Some(message)) => Ok(message),
        (Ok(()), None) => Err(D::Error::custom("no message")),
        (Err(error), _) => Err(match state.fault {
            // The deserializer's own error says what and where.
            Some(Fault::Id | Fault::Params(_)) | None => error,
            Some(fault) => D::Error::custom(fault),
        }),
    }
}

/// The seed of the pass. `Raw` is how params that come too early are kept: borrowed from a text, else boxed.
///
/// The message is written to a place of the caller's: it has the size of the largest params, and handing it up through
/// every level of the pass by value would cost more than reading a small one.
pub(super) struct Envelope<'s, R, N, Raw> {
    state: &'s mut State,
    out: &'s mut Option<Message<R, N>>,
    kept: PhantomData<Raw>,
}

impl<'s, R, N, Raw> Envelope<'s, R, N, Raw> {
    pub(super) fn new(state: &'s mut State, out: &'s mut Option<Message<R, N>>) -> Self {
        Self { state, out, kept: PhantomData }
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
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, R: MethodSet, N: MethodSet, Raw: KeepRaw + Deserialize<'de>> Visitor<'de> for Envelope<'_, R, N, Raw> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON-RPC message, which is an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { state, out, .. } = self;
        let mut method: Option<Cow<'de, str>> = None;
        let mut params = Params::<Raw>::Unseen;
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
                        Some(name) => match read(name, Live { map: &mut map, state: &mut *state }, out)? {
                            None => Params::Read,
                            Some(live) => {
                                live.map.next_value::<IgnoredAny>()?;
                                Params::Ignored
                            }
                        },
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
            *out = Some(answer(state, result, error)?);
            return Ok(());
        };
        if result.is_some() || error.is_some() {
            return refuse(state, "a message has either a method or an answer, not both", "");
        }
        let is_known = match params {
            Params::Read => true,
            Params::Ignored => false,
            Params::Early(raw) => {
                let kept = Kept { raw: raw.raw(), state: &mut *state, error: PhantomData::<A::Error> };
                read(&method, kept, out)?.is_none()
            }
            Params::Unseen => {
                let absent = Absent { state: &mut *state, error: PhantomData::<A::Error> };
                read(&method, absent, out)?.is_none()
            }
        };
        if !is_known {
            return unknown(state, method);
        }
        set_id(state, out)
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
enum Params<Raw> {
    Unseen,
    /// The method was known, the message is read; the id may still come.
    Read,
    /// The method is none of ours.
    Ignored,
    /// The method was not known yet.
    Early(Raw),
}

/// Reads the message from a source of params; gives the source back if nobody knows the method.
fn read<'de, R: MethodSet, N: MethodSet, S: Source<'de>>(
    method: &str,
    source: S,
    out: &mut Option<Message<R, N>>,
) -> Result<Option<S>, S::Error> {
    let source = match R::read(method, source) {
        Ok(request) => {
            *out = Some(Message::Request(request?));
            return Ok(None);
        }
        Err(source) => source,
    };
    match N::read(method, source) {
        Ok(notification) => {
            *out = Some(Message::Notification(notification?));
            Ok(None)
        }
        Err(source) => Ok(Some(source)),
    }
}

/// A request has an id, a notification has none: the table says which it is, the member must agree.
fn set_id<R: MethodSet, N: MethodSet, E: Error>(state: &mut State, out: &mut Option<Message<R, N>>) -> Result<(), E> {
    match out {
        Some(Message::Request(request)) => match (request.id_mut(), state.id.take()) {
            (Some(slot), Some(id)) => {
                *slot = id;
                Ok(())
            }
            _ if state.null_id => refuse(state, "null is no id", "/id"),
            _ => refuse(state, format!("`{}` is a request and needs an id", request.method()), ""),
        },
        Some(Message::Notification(notification)) if state.id.is_some() || state.null_id => {
            refuse(state, format!("`{}` is a notification and takes no id", notification.method()), "/id")
        }
        _ => Ok(()),
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

#[cold]
fn unknown<T, E: Error>(state: &mut State, method: Cow<'_, str>) -> Result<T, E> {
    state.fault = Some(Fault::Unknown { method: method.into_owned() });
    Err(refused())
}

#[cold]
fn refuse<T, E: Error>(state: &mut State, why: impl Into<Cow<'static, str>>, pointer: &'static str) -> Result<T, E> {
    state.fault = Some(Fault::Shape { why: why.into(), pointer });
    Err(refused())
}
