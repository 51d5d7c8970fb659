//! A client as handlers see it: typed notifications and requests to it, for as long as it is there.

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use methodic::{
    Gate, InvalidResult, MethodSet, Notification, Protocol, Rejected, Request, RequestId, ResponseSet, RpcError,
    Surface,
};
use serde_json::value::RawValue;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{debug, error, warn};

use super::egress::Egress;
use super::observer::Observers;
use super::{Opened, Peer};

/// The client's connection is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disconnected;

impl fmt::Display for Disconnected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the client's connection is gone")
    }
}

impl std::error::Error for Disconnected {}

/// Why a request to a client brought no result.
#[derive(Debug, Clone, PartialEq)]
pub enum CallError {
    /// The connection was gone before the answer came.
    Disconnected,
    /// The client answered with an error.
    Refused(RpcError),
    /// The client answered with something else than the method gives back.
    Invalid(InvalidResult),
    /// The request uses an experimental part, and the client did not opt in. Carries the reason.
    NotOptedIn(&'static str),
    /// As many requests as the limits allow wait for this client's answer.
    TooMany,
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disconnected => Disconnected.fmt(f),
            Self::Refused(error) => write!(f, "the client answered with an error: {error}"),
            Self::Invalid(error) => error.fmt(f),
            Self::NotOptedIn(reason) => {
                write!(f, "{reason} requires experimentalApi capability, which the client lacks")
            }
            Self::TooMany => f.write_str("too many requests wait for this client's answer"),
        }
    }
}

impl std::error::Error for CallError {}

/// One connected client. Clones are the same client; it may be kept, and fails once the connection is gone.
pub struct Client<P: Protocol>(Arc<Shared<P>>);

/// What a connection shares with those who talk to its client.
pub(super) struct Shared<P: Protocol> {
    pub(super) peer: Peer,
    pub(super) egress: Egress,
    pub(super) observers: Observers<P>,
    /// Held while observers are told of a text: one task reads and another writes.
    pub(super) telling: Mutex<()>,
    pub(super) opened: OnceLock<Opened>,
    pub(super) is_confirmed: AtomicBool,
    pub(super) calls: Calls,
    /// The client is gone.
    pub(super) gone: CancellationToken,
    /// The server does not wait any longer for what it has begun.
    pub(super) abort: CancellationToken,
    /// Requests at work.
    pub(super) jobs: TaskTracker,
    /// What goes on after its request was answered.
    pub(super) background: TaskTracker,
}

impl<P: Protocol> Clone for Client<P> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<P: Protocol> fmt::Debug for Client<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Client").field(&self.0.peer).finish()
    }
}

impl<P: Protocol> Client<P> {
    pub(super) fn new(shared: Shared<P>) -> Self {
        Self(Arc::new(shared))
    }

    pub(super) fn shared(&self) -> &Shared<P> {
        &self.0
    }

    /// The connection.
    pub fn peer(&self) -> &Peer {
        &self.0.peer
    }

    /// What the client opted into.
    pub fn surface(&self) -> Surface {
        self.0.opened.get().map_or(Surface::Stable, |opened| opened.surface)
    }

    /// The name by which the client introduced itself; empty before.
    pub fn name(&self) -> &str {
        self.0.opened.get().map_or("", |opened| &opened.client)
    }

    /// Whether the connection is gone.
    pub fn is_gone(&self) -> bool {
        self.0.gone.is_cancelled() || self.0.egress.is_closed()
    }

    /// Waits until the connection is gone.
    pub async fn gone(&self) {
        self.0.gone.cancelled().await;
    }

    /// Runs something beyond the request that began it. When the client or the server ends in good order, this is waited
    /// for, up to a limit; then the token is cancelled.
    pub fn spawn<F: Future<Output = ()> + Send + 'static>(&self, work: impl FnOnce(CancellationToken) -> F) {
        let work = work(self.0.abort.clone());
        self.0.background.spawn(work);
    }

    /// Sends a notification. Waits as long as too much is waiting to be read by this client.
    ///
    /// Nothing is sent, and that is fine, if the client opted out of the method, if it did not opt into something
    /// experimental in it, and as long as it has not confirmed the handshake.
    ///
    /// # Errors
    /// If the connection is gone.
    pub async fn notify<N: Notification<Set = P::ServerNotification>>(
        &self,
        params: N::Params,
    ) -> Result<(), Disconnected> {
        match self.prepare(N::notification(params)) {
            Some(text) => self.0.egress.send(text).await,
            None if self.is_gone() => Err(Disconnected),
            None => Ok(()),
        }
    }

    /// The text of a notification, if it is to be sent.
    fn prepare(&self, notification: P::ServerNotification) -> Option<Vec<u8>> {
        // Observers expect nothing more of a connection that is gone.
        if self.is_gone() {
            return None;
        }
        let Shared { peer, opened, is_confirmed, observers, .. } = self.shared();
        let at = SystemTime::now();
        observers.tell(|observer| observer.notification(peer, &notification, at));
        let (opened, method) = (opened.get()?, notification.method());
        if opened.opted_out.contains(method) {
            return None;
        }
        if let Some(reason) = notification.experimental()
            && opened.surface == Surface::Stable
        {
            debug!(connection = peer.connection, method, reason, "withheld: the client has not opted in");
            return None;
        }
        if !is_confirmed.load(Ordering::Acquire) {
            warn!(connection = peer.connection, method, "withheld: the client has not confirmed the handshake");
            return None;
        }
        serde_json::to_vec(&notification).inspect_err(|error| error!(method, %error, "cannot be written")).ok()
    }

    /// Sends a request, and waits for its answer.
    ///
    /// # Errors
    /// See [`CallError`]. There is no time limit but that of the connection.
    pub async fn request<R>(&self, params: R::Params) -> Result<R::Response, CallError>
    where
        R: Request<Set = P::ServerRequest, Responses = P::ServerResponse>,
    {
        self.call::<R>(params).await?.answer().await
    }

    /// Sends a request. Its answer is waited for by [`Call::answer`].
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn call<R>(&self, params: R::Params) -> Result<Call<R>, CallError>
    where
        R: Request<Set = P::ServerRequest, Responses = P::ServerResponse>,
    {
        let (call, text) = {
            let call = self.0.calls.open()?;
            let request = R::request(call.id.into(), params);
            if let Some(reason) = request.experimental()
                && self.surface() == Surface::Stable
            {
                return Err(CallError::NotOptedIn(reason));
            }
            let text = serde_json::to_vec(&request);
            (call, text.map_err(|error| CallError::Refused(RpcError::internal(error.to_string())))?)
        };
        self.0.egress.send(text).await.map_err(|Disconnected| CallError::Disconnected)?;
        Ok(Call { waiting: call, method: PhantomData })
    }

    /// Answers a request, and tells the observers.
    pub(super) async fn answer(
        &self,
        id: RequestId,
        answer: Result<P::ClientResponse, RpcError>,
    ) -> Result<(), Disconnected> {
        let Shared { peer, observers, egress, .. } = self.shared();
        let text = {
            let answer = answer.and_then(|response| {
                let text = serde_json::to_vec(&response);
                Ok((
                    text.map_err(|error| RpcError::internal(format!("the result cannot be written: {error}")))?,
                    response,
                ))
            });
            let at = SystemTime::now();
            match answer {
                Ok((text, response)) => {
                    observers.tell(|observer| observer.response(peer, &response, at));
                    text
                }
                Err(error) => {
                    observers.tell(|observer| observer.error(peer, &id, &error, at));
                    Rejected { id: Some(id), error, answer: true }.to_json()
                }
            }
        };
        egress.send(text).await
    }
}

/// The server's requests that wait for an answer, by id; none once the client cannot answer any more.
pub(super) struct Calls {
    open: Waiting,
    limit: usize,
    next: std::sync::atomic::AtomicI64,
}

type Settled = Result<Box<RawValue>, RpcError>;
type Waiting = Arc<Mutex<Option<HashMap<i64, oneshot::Sender<Settled>>>>>;

/// A request that waits; it is forgotten when this is dropped.
struct WaitingCall {
    id: i64,
    answer: oneshot::Receiver<Settled>,
    open: Waiting,
}

/// A request to a client that has been sent. When it is dropped, an answer that still comes is passed over.
pub struct Call<R> {
    waiting: WaitingCall,
    method: PhantomData<fn() -> R>,
}

impl<R> std::fmt::Debug for Call<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("id", &self.waiting.id).finish_non_exhaustive()
    }
}

impl<R: Request> Call<R> {
    /// The id that the request was sent with.
    pub fn id(&self) -> RequestId {
        self.waiting.id.into()
    }

    /// Waits for the answer.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn answer(mut self) -> Result<R::Response, CallError> {
        let settled = (&mut self.waiting.answer).await.map_err(|_| CallError::Disconnected)?;
        let result = settled.map_err(CallError::Refused)?;
        let unread = || InvalidResult { method: R::INFO.method, pointer: String::new(), detail: "not read".into() };
        match R::Responses::decode(R::INFO.method, self.id(), &result) {
            Some(response) => R::result(response.map_err(CallError::Invalid)?),
            None => None,
        }
        // The method is one of the set.
        .ok_or_else(|| CallError::Invalid(unread()))
    }
}

impl Calls {
    pub(super) fn new(limit: usize) -> Self {
        Self { open: Arc::new(Mutex::new(Some(HashMap::new()))), limit, next: 1.into() }
    }

    fn open(&self) -> Result<WaitingCall, CallError> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = open.as_mut().ok_or(CallError::Disconnected)?;
        if waiting.len() >= self.limit {
            return Err(CallError::TooMany);
        }
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let (sender, answer) = oneshot::channel();
        waiting.insert(id, sender);
        Ok(WaitingCall { id, answer, open: self.open.clone() })
    }

    /// Hands an answer to whoever waits for it; false if nobody does.
    pub(super) fn settle(&self, id: &RequestId, answer: Settled) -> bool {
        let RequestId::Integer(id) = id else { return false };
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.as_mut().and_then(|waiting| waiting.remove(id)).is_some_and(|call| call.send(answer).is_ok())
    }

    /// Fails all that wait, and all that come.
    pub(super) fn close(&self) {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl Drop for WaitingCall {
    fn drop(&mut self) {
        if let Some(waiting) = self.open.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            waiting.remove(&self.id);
        }
    }
}
