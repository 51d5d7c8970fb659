//! From the connections to the product's analytics backend: messages become facts, facts events, and events are recorded
//! before the client has its answer.

use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use app_server_analytics::events::{Event, RpcTransport, Runtime};
use app_server_analytics::{ConnectionId, Dropped, Fact, ProductFact, Reducer};
use app_server_protocol::{AppServer, ClientRequest, ClientResponse, ServerNotification};
use methodic::{RequestId, RpcError};
use tracing::warn;

use crate::app::unix;
use crate::serve::{Observer, Peer};

/// What takes events.
type Record = dyn Fn(&[Event]) + Send + Sync;

/// Makes events of what passes, and hands them on.
pub struct Analytics {
    reducer: Mutex<(Reducer, Dropped)>,
    record: Box<Record>,
}

impl std::fmt::Debug for Analytics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Analytics").finish_non_exhaustive()
    }
}

impl Analytics {
    /// Analytics whose events `record` takes. The request that an event comes of is not answered before it has returned, so
    /// it has to be quick; and when it returns, the events are safe.
    pub fn new(record: impl Fn(&[Event]) + Send + Sync + 'static) -> Self {
        Self { reducer: Mutex::new((Reducer::new(runtime()), Dropped::default())), record: Box::new(record) }
    }

    /// Takes a fact that no message tells.
    pub fn product(&self, fact: ProductFact) {
        self.push(fact.into());
    }

    /// With the reducer still locked, so that events are recorded in the order of their facts, and no fact is forgotten
    /// whose event is not recorded.
    fn push(&self, fact: Fact<'_>) {
        let mut state = self.reducer.lock().unwrap_or_else(PoisonError::into_inner);
        let (reducer, logged) = &mut *state;
        let is_end = matches!(fact, Fact::Closed { .. });
        let events = reducer.push(fact);
        // Not each by itself: a client that makes the reducer forget would fill the log too.
        if is_end && *logged != reducer.dropped() {
            *logged = reducer.dropped();
            warn!(so_far = ?logged, "analytics forgot facts for want of room; events are missing, or say less");
        }
        if !events.is_empty() {
            (self.record)(&events);
        }
    }
}

impl Observer<AppServer> for Analytics {
    fn opened(&self, peer: &Peer, request: &ClientRequest, _: SystemTime) {
        let ClientRequest::Initialize { params, .. } = request else { return };
        let transport = match peer.transport {
            "stdio" => RpcTransport::Stdio,
            "websocket" => RpcTransport::Websocket,
            _ => RpcTransport::InProcess,
        };
        // The product that a client belongs to is known by the client's name.
        let product_client_id = &params.client_info.name;
        self.push(Fact::Initialized { connection: id(peer), product_client_id, transport, params });
    }

    fn request(&self, peer: &Peer, request: &ClientRequest, _: SystemTime) {
        self.push(Fact::Requested { connection: id(peer), request });
    }

    fn response(&self, peer: &Peer, response: &ClientResponse, at: SystemTime) {
        self.push(Fact::Answered { connection: id(peer), response, at: unix(at) });
    }

    fn error(&self, peer: &Peer, request_id: &RequestId, error: &RpcError, at: SystemTime) {
        self.push(Fact::Refused { connection: id(peer), request_id, error, at: unix(at) });
    }

    fn notification(&self, peer: &Peer, notification: &ServerNotification, _: SystemTime) {
        self.push(Fact::Notified { connection: id(peer), notification });
    }

    fn closed(&self, peer: &Peer, _: SystemTime) {
        self.push(Fact::Closed { connection: id(peer) });
    }
}

fn id(peer: &Peer) -> ConnectionId {
    ConnectionId(peer.connection)
}

fn runtime() -> Runtime {
    // Where there is no such file, the version is not worth a dependency.
    let version = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let version = version.trim();
    Runtime {
        codex_rs_version: env!("CARGO_PKG_VERSION").to_owned(),
        runtime_os: std::env::consts::OS.to_owned(),
        runtime_os_version: if version.is_empty() { "unknown" } else { version }.to_owned(),
        runtime_arch: std::env::consts::ARCH.to_owned(),
    }
}
