//! What a method is: the traits of a declared protocol and the facts in its table.

use serde::de::DeserializeOwned;
use serde::{Deserializer, Serialize};

use crate::{Gate, Message, Rejected, RequestId, RpcError, Source};

/// Who sends a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// The client sends, the server reads.
    ClientToServer,
    /// The server sends, the client reads.
    ServerToClient,
}

impl Direction {
    /// As the metadata files spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ClientToServer => "client-to-server",
            Self::ServerToClient => "server-to-client",
        }
    }
}

/// Whether a message is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Carries an id and is answered with a result or an error.
    Request,
    /// Has no id and no answer.
    Notification,
}

impl Kind {
    /// As the metadata files spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Notification => "notification",
        }
    }
}

/// How far a method, a field or a variant can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stability {
    /// Stays compatible.
    Stable,
    /// May change at any time; used only after an opt-in. Carries the reason that a peer without it is told.
    Experimental(&'static str),
    /// Works, and will go. Carries what to use instead.
    Deprecated(&'static str),
}

impl Stability {
    /// The reason of an experimental part.
    pub const fn experimental(self) -> Option<&'static str> {
        match self {
            Self::Experimental(reason) => Some(reason),
            _ => None,
        }
    }
}

/// What a peer may use, and what a set of generated files shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Surface {
    /// Without anything experimental.
    Stable,
    /// Everything.
    Experimental,
}

impl Surface {
    /// As commands and metadata files spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Experimental => "experimental",
        }
    }
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodInfo {
    /// The name on the wire, `thread/start`.
    pub method: &'static str,
    /// The name in Rust, `ThreadStart`: of the enum's variant and of the marker type in `methods`.
    pub variant: &'static str,
    /// Who sends it.
    pub direction: Direction,
    /// Whether it is answered.
    pub kind: Kind,
    /// How far it can be relied on.
    pub stability: Stability,
}

/// A method as a type: `methods::ThreadStart`.
pub trait Method {
    /// Its row in the table.
    const INFO: MethodInfo;
    /// What it carries.
    type Params: DeserializeOwned + Serialize + Gate + Send + 'static;

    /// The params of a message without a `params` member; none if the method needs the member.
    fn without_params() -> Option<Self::Params>;
}

/// A method that is answered, with its place in the enums: what tells one method only from the types of one side.
pub trait Request: Method {
    /// What the answer carries.
    type Response: DeserializeOwned + Serialize + Gate + Send + 'static;
    /// The requests of the side that sends it.
    type Set: MethodSet;
    /// The answers to them.
    type Responses: ResponseSet;

    /// The request.
    fn request(id: RequestId, params: Self::Params) -> Self::Set;

    /// The id and the params of a request, if it is of this method.
    fn params(request: Self::Set) -> Option<(RequestId, Self::Params)>;

    /// The answer.
    fn response(id: RequestId, response: Self::Response) -> Self::Responses;

    /// What an answer carries, if it is of this method.
    fn result(response: Self::Responses) -> Option<Self::Response>;
}

/// A method that is not.
pub trait Notification: Method {
    /// The notifications of the side that sends it.
    type Set: MethodSet;

    /// The notification.
    fn notification(params: Self::Params) -> Self::Set;

    /// What a notification carries, if it is of this method.
    fn params(notification: Self::Set) -> Option<Self::Params>;
}

/// The messages that one side sends of one kind: an enum with one variant a method.
pub trait MethodSet: Gate + Sized {
    /// The table's rows, in the order of the variants.
    const METHODS: &'static [MethodInfo];

    /// Reads the params of `method` from a source; gives the source back if the set has no such method.
    ///
    /// # Errors
    /// The inner result is the source's error for params that do not fit.
    fn read<'de, S: Source<'de>>(method: &str, source: S) -> Result<Result<Self, S::Error>, S>;

    /// The wire name; a constant, without allocation.
    fn method(&self) -> &'static str;

    /// The id of a request, to be set after reading; none for a notification.
    fn id_mut(&mut self) -> Option<&mut RequestId>;
}

/// The typed answers to one side's requests: an enum with one variant a method.
pub trait ResponseSet: Gate + Serialize + Sized {
    /// Reads the result of `method` from any deserializer.
    ///
    /// # Errors
    /// `None` if there is no such method; else the deserializer's error for what does not fit.
    fn read<'de, D: Deserializer<'de>>(method: &str, id: RequestId, result: D) -> Option<Result<Self, D::Error>>;

    /// Reads the result of a request that was sent earlier with this method and id.
    ///
    /// # Errors
    /// `None` if there is no such method; else what does not fit, with its place in the result.
    fn decode(
        method: &str,
        id: RequestId,
        result: &serde_json::value::RawValue,
    ) -> Option<Result<Self, crate::InvalidResult>>;

    /// The wire name of the method that is answered.
    fn method(&self) -> &'static str;

    /// The id of the request that is answered.
    fn id(&self) -> &RequestId;
}

/// A declared protocol: its name, its table, and its messages by who sends them.
pub trait Protocol: 'static {
    /// Names the generated files.
    const NAME: &'static str;
    /// Titles the generated bundles.
    const TITLE: &'static str;
    /// The table: client requests, server requests, client notifications, server notifications.
    const METHODS: [&'static [MethodInfo]; 4];
    /// Requests that the client sends.
    type ClientRequest: MethodSet + Serialize + Send + 'static;
    /// Answers to them.
    type ClientResponse: ResponseSet + Send + 'static;
    /// Notifications that the client sends.
    type ClientNotification: MethodSet + Serialize + Send + 'static;
    /// Requests that the server sends.
    type ServerRequest: MethodSet + Serialize + Send + 'static;
    /// Answers to them.
    type ServerResponse: ResponseSet + Send + 'static;
    /// Notifications that the server sends.
    type ServerNotification: MethodSet + Serialize + Send + 'static;

    /// Reads one message that a client sent. The surface is what this client opted into.
    ///
    /// # Errors
    /// What to answer; see [`Rejected`].
    fn from_client(
        message: &[u8],
        surface: Surface,
    ) -> Result<Message<Self::ClientRequest, Self::ClientNotification>, Box<Rejected>> {
        crate::decode(message, surface)
    }

    /// Reads one message that a server sent. The surface is what this client opted into.
    ///
    /// # Errors
    /// What to answer; see [`Rejected`].
    fn from_server(
        message: &[u8],
        surface: Surface,
    ) -> Result<Message<Self::ServerRequest, Self::ServerNotification>, Box<Rejected>> {
        crate::decode(message, surface)
    }

    /// Refuses a message whose sender has not opted into what it uses.
    ///
    /// # Errors
    /// −32600 with the reason of the first experimental part in use.
    fn gate(message: &impl Gate, surface: Surface) -> Result<(), RpcError> {
        match message.experimental() {
            Some(reason) if surface == Surface::Stable => Err(RpcError::experimental(reason)),
            _ => Ok(()),
        }
    }
}

/// Fails to compile when two entries of one direction share a wire name; called by [`protocol!`](crate::protocol).
#[doc(hidden)]
pub const fn assert_distinct(requests: &[MethodInfo], notifications: &[MethodInfo]) {
    let total = requests.len() + notifications.len();
    let mut left = 0;
    while left < total {
        let mut right = left + 1;
        while right < total {
            let (a, b) = (row(requests, notifications, left), row(requests, notifications, right));
            if same(a.method.as_bytes(), b.method.as_bytes()) {
                let mut text = Text::new();
                text.push("entries `").push(a.variant).push("` and `").push(b.variant);
                text.push("` share the wire name \"").push(a.method).push("\"");
                text.panic();
            }
            right += 1;
        }
        left += 1;
    }
}

const fn row<'a>(requests: &'a [MethodInfo], notifications: &'a [MethodInfo], at: usize) -> &'a MethodInfo {
    if at < requests.len() { &requests[at] } else { &notifications[at - requests.len()] }
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// A compile-time error takes one string; this puts it together.
struct Text {
    bytes: [u8; 512],
    len: usize,
}

impl Text {
    const fn new() -> Self {
        Self { bytes: [0; 512], len: 0 }
    }

    const fn push(&mut self, text: &str) -> &mut Self {
        let text = text.as_bytes();
        let mut at = 0;
        while at < text.len() && self.len < self.bytes.len() {
            self.bytes[self.len] = text[at];
            self.len += 1;
            at += 1;
        }
        self
    }

    const fn panic(&self) -> ! {
        match std::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => panic!("{}", text),
            Err(_) => panic!("two entries share one wire name"),
        }
    }
}
