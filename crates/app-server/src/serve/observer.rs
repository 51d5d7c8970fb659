//! Who watches what passes through the connections: recordings, analytics.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::SystemTime;

use methodic::{Direction, Protocol, RequestId, RpcError};
use tracing::error;

use super::job::text_of;

/// A connection, for those who watch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// Its number; the server never gives one twice.
    pub connection: u64,
    /// How the client reaches the server, such as `stdio`.
    pub transport: &'static str,
}

/// Is told of everything that passes, by the tasks of the connection: what takes long belongs elsewhere. Texts are told one
/// at a time, in the order in which they pass; a request is told of before what comes of it.
///
/// A request that is observed is answered by exactly one `response` or `error`, unless its connection closes first.
/// What never reaches a handler (unreadable, unknown, refused for overload) is seen as [`text`](Self::text) only.
/// A panic is logged, and concerns neither the connection nor other observers.
#[allow(unused_variables)]
pub trait Observer<P: Protocol>: Send + Sync {
    /// A message as it was received or sent.
    fn text(&self, peer: &Peer, direction: Direction, text: &[u8], at: SystemTime) {}

    /// A client has introduced itself by this request, and was accepted.
    fn opened(&self, peer: &Peer, request: &P::ClientRequest, at: SystemTime) {}

    /// A client has sent a request that a handler will answer. The handler begins when all observers have returned.
    fn request(&self, peer: &Peer, request: &P::ClientRequest, at: SystemTime) {}

    /// A client has sent a notification.
    fn received(&self, peer: &Peer, notification: &P::ClientNotification, at: SystemTime) {}

    /// A request is answered with a result.
    fn response(&self, peer: &Peer, response: &P::ClientResponse, at: SystemTime) {}

    /// A request is answered with an error.
    fn error(&self, peer: &Peer, id: &RequestId, error: &RpcError, at: SystemTime) {}

    /// A client is sent a notification.
    fn notification(&self, peer: &Peer, notification: &P::ServerNotification, at: SystemTime) {}

    /// A connection is gone; nothing more comes of it.
    fn closed(&self, peer: &Peer, at: SystemTime) {}
}

/// All who watch. Clones are the same.
pub(super) struct Observers<P: Protocol>(Arc<[Arc<dyn Observer<P>>]>);

impl<P: Protocol> Clone for Observers<P> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<P: Protocol> Observers<P> {
    pub(super) fn new(observers: Vec<Arc<dyn Observer<P>>>) -> Self {
        Self(observers.into())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells each of them.
    pub(super) fn tell(&self, what: impl Fn(&dyn Observer<P>)) {
        for observer in &*self.0 {
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| what(&**observer))) {
                error!(panic = text_of(&*panic), "an observer panicked");
            }
        }
    }
}
