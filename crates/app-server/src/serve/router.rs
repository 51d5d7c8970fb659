//! Which handler answers which method: one line a method, checked by the compiler.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use futures_util::future::BoxFuture;
use methodic::{Notification, Protocol, Request, RpcError, Surface};

use super::{Client, Context, Peer};

/// What a client is, once it has introduced itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The name by which it introduced itself.
    pub client: String,
    /// What it opted into.
    pub surface: Surface,
    /// The notifications that it does not want, by their exact names.
    pub opted_out: HashSet<String>,
}

impl Opened {
    /// A client that wants all notifications.
    pub fn new(client: &str, surface: Surface) -> Self {
        Self { client: client.to_owned(), surface, opted_out: HashSet::new() }
    }
}

/// A function that answers the method `M`: `async fn(state, context, params) -> Result<response, RpcError>`.
pub trait Handler<P: Protocol, S, M: Request>: Send + Sync + 'static {
    /// Answers one request.
    fn call(
        &self,
        state: S,
        context: Context<P>,
        params: M::Params,
    ) -> impl Future<Output = Result<M::Response, RpcError>> + Send + 'static;
}

impl<P, S, M, F, Fut> Handler<P, S, M> for F
where
    P: Protocol,
    M: Request,
    F: Fn(S, Context<P>, M::Params) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<M::Response, RpcError>> + Send + 'static,
{
    fn call(
        &self,
        state: S,
        context: Context<P>,
        params: M::Params,
    ) -> impl Future<Output = Result<M::Response, RpcError>> + Send + 'static {
        self(state, context, params)
    }
}

/// What becomes of a request.
pub(super) type Answer<P> = Result<<P as Protocol>::ClientResponse, RpcError>;
type Answering<P, S> =
    dyn Fn(S, Context<P>, <P as Protocol>::ClientRequest) -> BoxFuture<'static, Answer<P>> + Send + Sync;
type Noting<P, S> = dyn Fn(&S, &Client<P>, <P as Protocol>::ClientNotification) + Send + Sync;
type Accepting<P, S> = dyn Fn(&S, &Peer, <P as Protocol>::ClientRequest) -> Result<(<P as Protocol>::ClientResponse, Opened), RpcError>
    + Send
    + Sync;

/// The handlers of a server, and its handshake. `S` is what they work on; it is cloned for each request.
pub struct Router<P: Protocol, S> {
    handlers: HashMap<&'static str, Arc<Answering<P, S>>>,
    notes: HashMap<&'static str, Box<Noting<P, S>>>,
    handshake: Option<Handshake<P, S>>,
    order: Option<&'static str>,
}

/// How a connection begins.
pub(super) struct Handshake<P: Protocol, S> {
    /// The request that comes first, and once.
    pub(super) method: &'static str,
    /// The notification after which the client is sent notifications.
    pub(super) confirmation: &'static str,
    pub(super) accept: Box<Accepting<P, S>>,
}

impl<P: Protocol, S> std::fmt::Debug for Router<P, S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Router").field("handlers", &self.methods()).finish_non_exhaustive()
    }
}

impl<P: Protocol, S: 'static> Default for Router<P, S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<P: Protocol, S: 'static> Router<P, S> {
    /// One that answers nothing yet.
    pub fn new() -> Self {
        Self { handlers: HashMap::new(), notes: HashMap::new(), handshake: None, order: None }
    }

    /// Answers `M` with a handler. Any other request gets −32601.
    ///
    /// # Panics
    /// If `M` has a handler already.
    #[must_use]
    pub fn on<M>(mut self, handler: impl Handler<P, S, M>) -> Self
    where
        M: Request<Set = P::ClientRequest, Responses = P::ClientResponse>,
    {
        let answering = move |state: S, context: Context<P>, request| -> BoxFuture<'static, Answer<P>> {
            match <M as Request>::params(request) {
                Some((id, params)) => {
                    let answer = handler.call(state, context, params);
                    Box::pin(async move { answer.await.map(|response| M::response(id, response)) })
                }
                None => Box::pin(std::future::ready(Err(RpcError::internal("the request went to another's handler")))),
            }
        };
        let earlier = self.handlers.insert(M::INFO.method, Arc::new(answering));
        assert!(earlier.is_none(), "`{}` has two handlers", M::INFO.method);
        self
    }

    /// Takes note of a notification, before anything that the client sends after it is looked at.
    ///
    /// # Panics
    /// If `N` has a handler already.
    #[must_use]
    pub fn note<N>(mut self, note: impl Fn(&S, &Client<P>, N::Params) + Send + Sync + 'static) -> Self
    where
        N: Notification<Set = P::ClientNotification>,
    {
        let noting = move |state: &S, client: &Client<P>, notification| {
            if let Some(params) = <N as Notification>::params(notification) {
                note(state, client, params);
            }
        };
        let earlier = self.notes.insert(N::INFO.method, Box::new(noting));
        assert!(earlier.is_none(), "`{}` has two handlers", N::INFO.method);
        self
    }

    /// Each connection begins with `M`, once; the client is sent notifications after it has confirmed with `N`.
    ///
    /// Before it, any other request gets −32600 'Not initialized'; again, it gets −32600 'Already initialized'.
    #[must_use]
    pub fn handshake<M, N>(
        mut self,
        accept: impl Fn(&S, &Peer, M::Params) -> Result<(M::Response, Opened), RpcError> + Send + Sync + 'static,
    ) -> Self
    where
        M: Request<Set = P::ClientRequest, Responses = P::ClientResponse>,
        N: Notification<Set = P::ClientNotification>,
    {
        let accepting = move |state: &S, peer: &Peer, request| match <M as Request>::params(request) {
            Some((id, params)) => {
                accept(state, peer, params).map(|(response, opened)| (M::response(id, response), opened))
            }
            None => Err(RpcError::internal("the handshake got another request")),
        };
        let (method, confirmation) = (M::INFO.method, N::INFO.method);
        self.handshake = Some(Handshake { method, confirmation, accept: Box::new(accepting) });
        self
    }

    /// Requests of one connection whose params have the same text in this member are answered one after the other, in
    /// the order in which they came. All others run at the same time.
    #[must_use]
    pub fn ordered_by(mut self, member: &'static str) -> Self {
        self.order = Some(member);
        self
    }
}

impl<P: Protocol, S> Router<P, S> {
    /// The methods that have a handler, sorted, without that of the handshake.
    pub fn methods(&self) -> Vec<&'static str> {
        let mut methods: Vec<_> = self.handlers.keys().copied().collect();
        methods.sort_unstable();
        methods
    }

    pub(super) fn handler(&self, method: &str) -> Option<Arc<Answering<P, S>>> {
        self.handlers.get(method).cloned()
    }

    pub(super) fn noting(&self, method: &str) -> Option<&Noting<P, S>> {
        self.notes.get(method).map(|note| &**note)
    }

    pub(super) fn handshake_step(&self) -> Option<&Handshake<P, S>> {
        self.handshake.as_ref()
    }

    pub(super) fn order(&self) -> Option<&'static str> {
        self.order
    }
}
