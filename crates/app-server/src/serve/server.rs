//! A router behind connections: admits them, counts what they cost together, and ends in good order.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use methodic::Protocol;
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::warn;

use super::connection::Connection;
use super::observer::Observers;
use super::transport::{Ending, MessageReader, MessageWriter};
use super::{Limits, Observer, Peer, Router};

/// How long an ending server waits for those that it has told to stop at once.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// A server. Clones are the same server.
pub struct Server<P: Protocol, S>(Arc<Inner<P, S>>);

pub(super) struct Inner<P: Protocol, S> {
    pub(super) router: Router<P, S>,
    pub(super) state: S,
    pub(super) limits: Arc<Limits>,
    pub(super) observers: Observers<P>,
    /// Room for requests of all connections.
    pub(super) requests: Arc<Semaphore>,
    room: Semaphore,
    next: AtomicU64,
    connections: TaskTracker,
    /// Nothing new is begun.
    pub(super) stopping: CancellationToken,
    /// What was begun is not waited for any longer.
    pub(super) abort: CancellationToken,
}

impl<P: Protocol, S> Clone for Server<P, S> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<P: Protocol, S> std::fmt::Debug for Server<P, S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server").field("router", &self.0.router).field("limits", &self.0.limits).finish_non_exhaustive()
    }
}

impl<P: Protocol, S: Clone + Send + Sync + 'static> Server<P, S> {
    /// A server with the usual limits that nobody observes.
    pub fn new(router: Router<P, S>, state: S) -> Self {
        Self::with(router, state, Limits::default(), Vec::new())
    }

    /// A server.
    pub fn with(router: Router<P, S>, state: S, limits: Limits, observers: Vec<Arc<dyn Observer<P>>>) -> Self {
        Self(Arc::new(Inner {
            router,
            state,
            observers: Observers::new(observers),
            requests: Arc::new(Semaphore::new(limits.requests)),
            room: Semaphore::new(limits.connections),
            limits: Arc::new(limits),
            next: AtomicU64::new(1),
            connections: TaskTracker::new(),
            stopping: CancellationToken::new(),
            abort: CancellationToken::new(),
        }))
    }

    /// The bounds that hold.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// Whether one more connection would be turned away.
    pub fn is_full(&self) -> bool {
        self.0.room.available_permits() == 0
    }

    /// Serves one client until its connection has ended. `transport` is what observers are told.
    pub async fn serve(&self, transport: &'static str, reader: impl MessageReader, writer: impl MessageWriter) {
        self.run(transport, reader, writer, false).await;
    }

    /// Serves the client whose child this server is: when that client sends nothing more, the server stops.
    pub async fn serve_parent(&self, transport: &'static str, reader: impl MessageReader, writer: impl MessageWriter) {
        self.run(transport, reader, writer, true).await;
    }

    async fn run(
        &self,
        transport: &'static str,
        reader: impl MessageReader,
        mut writer: impl MessageWriter,
        is_parent: bool,
    ) {
        let inner = &self.0;
        let (Ok(_room), false) = (inner.room.try_acquire(), inner.stopping.is_cancelled()) else {
            warn!(transport, limit = inner.limits.connections, "turned away: the server is full, or ends");
            let _ = timeout(LAST_WORDS, writer.close(Ending::Stopping)).await;
            return;
        };
        let peer = Peer { connection: inner.next.fetch_add(1, Ordering::Relaxed), transport };
        let (connection, outlet) = Connection::new(inner.clone(), peer, is_parent);
        inner.connections.track_future(connection.run(reader, writer, outlet)).await;
    }

    /// Begins nothing new from now on: no connection, no request. What was begun goes on.
    pub fn stop(&self) {
        self.0.stopping.cancel();
    }

    /// Waits until the server is told to stop, or its parent has finished.
    pub async fn stopping(&self) {
        self.0.stopping.cancelled().await;
    }

    /// Whether the server was told to stop.
    pub fn is_stopping(&self) -> bool {
        self.0.stopping.is_cancelled()
    }

    /// Stops, and waits until all connections have ended; what is not done after `grace` is told to end at once.
    ///
    /// Gives back whether everything was done in time.
    pub async fn shutdown(&self, grace: Duration) -> bool {
        self.stop();
        self.0.connections.close();
        if timeout(grace, self.0.connections.wait()).await.is_ok() {
            return true;
        }
        warn!(?grace, "what still runs is interrupted");
        self.0.abort.cancel();
        timeout(LAST_WORDS, self.0.connections.wait()).await.is_ok()
    }
}
