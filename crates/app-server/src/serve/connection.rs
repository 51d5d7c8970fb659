//! One connection from its first message to its last: reads, checks the handshake, hands requests to their handlers.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use methodic::{Direction, Message, MethodSet, Protocol, Rejected, RequestId, RpcError, Surface};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{Instrument, debug, error, info, info_span, warn};

use super::client::{Calls, Disconnected, Shared};
use super::egress::{self, Outlet};
use super::job::{Job, text_of};
use super::lane::{self, Lanes};
use super::server::Inner;
use super::transport::{Ending, Incoming, MessageReader, MessageWriter};
use super::{Client, Peer, answer};

pub(super) struct Connection<P: Protocol, S> {
    server: Arc<Inner<P, S>>,
    client: Client<P>,
    lanes: Arc<Lanes<Job<P>>>,
    requests: Arc<Semaphore>,
    bytes: Arc<Semaphore>,
    is_parent: bool,
}

/// How long work that was told to end at once may still say so.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Why nothing more is read.
enum End {
    /// The client sends nothing more, but may read.
    Finished,
    /// The server stops.
    Stopping,
    /// The client is gone, or has to go.
    Gone { reason: String, ending: Ending },
}

impl<P: Protocol, S: Clone + Send + Sync + 'static> Connection<P, S> {
    pub(super) fn new(server: Arc<Inner<P, S>>, peer: Peer, is_parent: bool) -> (Self, Outlet) {
        let limits = &server.limits;
        let (egress, outlet) = egress::channel(limits);
        let client = Client::new(Shared {
            peer,
            egress,
            observers: server.observers.clone(),
            telling: Mutex::default(),
            opened: OnceLock::new(),
            is_confirmed: AtomicBool::new(server.router.handshake_step().is_none()),
            calls: Calls::new(limits.calls),
            gone: CancellationToken::new(),
            abort: server.abort.clone(),
            jobs: TaskTracker::new(),
            background: TaskTracker::new(),
        });
        let connection = Self {
            client,
            lanes: Arc::new(Lanes::new()),
            requests: Arc::new(Semaphore::new(limits.connection_requests)),
            bytes: Arc::new(Semaphore::new(limits.connection_bytes.max(limits.message_bytes))),
            server,
            is_parent,
        };
        (connection, outlet)
    }

    pub(super) async fn run(self, reader: impl MessageReader, writer: impl MessageWriter, outlet: Outlet) {
        let Peer { connection, transport } = *self.client.peer();
        let span = info_span!("connection", connection, transport);
        self.live(reader, writer, outlet).instrument(span).await;
    }

    async fn live(self, reader: impl MessageReader, writer: impl MessageWriter, outlet: Outlet) {
        info!("connected");
        let finish = CancellationToken::new();
        let farewell = Arc::new(OnceLock::new());
        let writing = tokio::spawn({
            let (client, limits) = (self.client.clone(), self.server.limits.clone());
            let (finish, farewell) = (finish.clone(), farewell.clone());
            async move {
                let tap = |text: &[u8]| tell(&client, Direction::ServerToClient, text);
                let ending = || farewell.get().copied().unwrap_or(Ending::Done);
                let written = outlet.write(writer, &limits, &finish, ending, tap).await;
                // Whoever waits for this client need not wait any longer.
                client.shared().gone.cancel();
                written
            }
            .in_current_span()
        });
        let end = self.read(reader).await;
        let Shared { peer, calls, gone, abort, jobs, background, .. } = self.client.shared();
        // It cannot answer any more.
        calls.close();
        let (reason, ending) = match end {
            End::Finished => ("the client has finished".to_owned(), Ending::Done),
            End::Stopping => ("the server stops".to_owned(), Ending::Stopping),
            End::Gone { reason, ending } => {
                gone.cancel();
                (reason, ending)
            }
        };
        if self.is_parent {
            self.server.stopping.cancel();
        }
        jobs.close();
        tokio::select! {
            () = jobs.wait() => {}
            () = abort.cancelled() => {
                gone.cancel();
                jobs.wait().await;
            }
        }
        // Work beyond requests goes on when its client is gone, but a client that still reads is shown its end.
        background.close();
        tokio::select! {
            () = background.wait() => {}
            () = gone.cancelled() => {}
            () = async { abort.cancelled().await; tokio::time::sleep(LAST_WORDS).await } => {}
        }
        let _ = farewell.set(ending);
        finish.cancel();
        match writing.await {
            Ok(Ok(())) => info!(reason, "closed"),
            Ok(Err(failure)) => warn!(reason = failure, "closed"),
            Err(error) => warn!(reason, %error, "closed: the task that writes failed"),
        }
        gone.cancel();
        let at = SystemTime::now();
        self.server.observers.tell(|observer| observer.closed(peer, at));
    }

    async fn read(&self, mut reader: impl MessageReader) -> End {
        let gone = || End::Gone { reason: "nothing can be written any more".into(), ending: Ending::Failed };
        loop {
            let incoming = tokio::select! {
                biased;
                () = self.server.stopping.cancelled() => return End::Stopping,
                () = self.client.shared().egress.closed() => return gone(),
                incoming = reader.read() => incoming,
            };
            let done = match incoming {
                Incoming::Message(text) => self.message(text).await,
                Incoming::TooLong(limit) => {
                    debug!(limit, "passed over: too long");
                    self.send(answer::too_long(limit).to_json()).await
                }
                Incoming::Finished => return End::Finished,
                Incoming::Gone { reason, ending } => return End::Gone { reason, ending },
            };
            if done.is_err() {
                return gone();
            }
        }
    }

    async fn message(&self, text: Vec<u8>) -> Result<(), Disconnected> {
        tell(&self.client, Direction::ClientToServer, &text);
        // What is held across the waiting below has to be small: it is the size of a connection.
        let reply = match P::from_client(&text, self.client.surface()) {
            Ok(Message::Request(request)) => self.request(request, &text),
            Ok(Message::Notification(notification)) => {
                self.notification(notification);
                return Ok(());
            }
            Ok(Message::Response { id, result }) => {
                self.settled(&id, Ok(result));
                return Ok(());
            }
            Ok(Message::Error { id, error }) => {
                match id {
                    Some(id) => self.settled(&id, Err(error)),
                    None => warn!(code = error.code, "the client could not read a message of the server"),
                }
                return Ok(());
            }
            Err(rejected) => self.rejected(*rejected),
        };
        match reply {
            Some(reply) => self.send(reply).await,
            None => Ok(()),
        }
    }

    async fn send(&self, text: Vec<u8>) -> Result<(), Disconnected> {
        tokio::select! {
            sent = self.client.shared().egress.send(text) => sent,
            // The writer is the one who notices that nobody reads; here, it only must not keep a server from ending.
            () = self.server.abort.cancelled() => Err(Disconnected),
        }
    }

    /// The answer to what could not be read.
    fn rejected(&self, rejected: Rejected) -> Option<Vec<u8>> {
        debug!(code = rejected.error.code, answer = rejected.answer, "rejected");
        if !rejected.answer {
            return None;
        }
        let error = match self.server.router.handshake_step() {
            Some(first) if !self.is_open() => answer::before_handshake(rejected.error, first.method),
            _ => rejected.error,
        };
        Some(Rejected { error, ..rejected }.to_json())
    }

    /// Begins to answer a request; the answer itself where that needs no handler.
    fn request(&self, mut request: P::ClientRequest, text: &[u8]) -> Option<Vec<u8>> {
        let method = request.method();
        // Requests have one.
        let id = request.id_mut().cloned()?;
        let error = match self.server.router.handshake_step() {
            Some(first) if first.method == method => return Some(self.handshake(id, request, text)),
            Some(_) if !self.is_open() => answer::not_initialized(),
            _ => match self.begin(&id, request, text) {
                Ok(()) => return None,
                Err(error) => error,
            },
        };
        debug!(method, code = error.code, "refused");
        Some(Rejected { id: Some(id), error, answer: true }.to_json())
    }

    fn is_open(&self) -> bool {
        self.server.router.handshake_step().is_none() || self.client.shared().opened.get().is_some()
    }

    fn handshake(&self, id: RequestId, request: P::ClientRequest, text: &[u8]) -> Vec<u8> {
        let refuse = |error| Rejected { id: Some(id.clone()), error, answer: true }.to_json();
        if self.is_open() {
            return refuse(answer::already_initialized());
        }
        let (server, peer) = (&self.server, self.client.peer());
        let Some(step) = server.router.handshake_step() else { return refuse(answer::not_initialized()) };
        let accept = std::panic::AssertUnwindSafe(|| (step.accept)(&server.state, peer, request));
        let (response, opened) = match std::panic::catch_unwind(accept) {
            Ok(Ok(accepted)) => accepted,
            Ok(Err(error)) => return refuse(error),
            Err(panic) => {
                error!(method = step.method, panic = text_of(&*panic), "the handler panicked");
                return refuse(answer::panicked(step.method));
            }
        };
        let reply = match serde_json::to_vec(&response) {
            Ok(reply) => reply,
            Err(error) => return refuse(RpcError::internal(error.to_string())),
        };
        info!(client = opened.client, surface = opened.surface.as_str(), "initialized");
        if self.client.shared().opened.set(opened).is_err() {
            return refuse(answer::already_initialized());
        }
        // Accepting has taken the request, and only now it is one to be told of.
        if let Ok(Message::Request(request)) = P::from_client(text, Surface::Experimental) {
            let at = SystemTime::now();
            server.observers.tell(|observer| observer.opened(peer, &request, at));
        }
        reply
    }

    fn begin(&self, id: &RequestId, request: P::ClientRequest, text: &[u8]) -> Result<(), RpcError> {
        let Self { server, client, lanes, .. } = self;
        let method = request.method();
        let handler = server.router.handler(method).ok_or_else(|| answer::no_handler(method))?;
        let bytes = u32::try_from(text.len()).unwrap_or(u32::MAX);
        let all = server.requests.clone().try_acquire_owned();
        let own = self.requests.clone().try_acquire_owned();
        let room = match (all, own, self.bytes.clone().try_acquire_many_owned(bytes)) {
            (Ok(all), Ok(own), Ok(bytes)) => [all, own, bytes],
            _ => return Err(RpcError::overloaded()),
        };
        let at = SystemTime::now();
        server.observers.tell(|observer| observer.request(client.peer(), &request, at));
        let state = server.state.clone();
        let job = Job {
            client: client.clone(),
            method,
            id: id.clone(),
            begin: Box::new(move |context| handler(state, context, request)),
            room,
            limits: server.limits.clone(),
        };
        let jobs = &client.shared().jobs;
        match server.router.order().and_then(|member| lane::key(text, member)) {
            None => {
                jobs.spawn(job.run());
            }
            Some(key) => {
                if let Some(job) = lanes.enter(&key, job) {
                    let lanes = lanes.clone();
                    jobs.spawn(async move {
                        let mut next = Some(job);
                        while let Some(job) = next {
                            job.run().await;
                            next = lanes.next(&key);
                        }
                    });
                }
            }
        }
        Ok(())
    }

    fn notification(&self, notification: P::ClientNotification) {
        let method = notification.method();
        if !self.is_open() {
            debug!(method, "passed over: not initialized");
            return;
        }
        let (server, client) = (&self.server, &self.client);
        if server.router.handshake_step().is_some_and(|step| step.confirmation == method) {
            client.shared().is_confirmed.store(true, Ordering::Release);
        }
        let at = SystemTime::now();
        server.observers.tell(|observer| observer.received(client.peer(), &notification, at));
        if let Some(note) = server.router.noting(method) {
            let noted = std::panic::AssertUnwindSafe(|| note(&server.state, client, notification));
            if let Err(panic) = std::panic::catch_unwind(noted) {
                error!(method, panic = text_of(&*panic), "the handler panicked");
            }
        }
    }

    fn settled(&self, id: &RequestId, answer: Result<Box<serde_json::value::RawValue>, RpcError>) {
        if !self.client.shared().calls.settle(id, answer) {
            debug!("passed over: an answer that nobody waits for");
        }
    }
}

fn tell<P: Protocol>(client: &Client<P>, direction: Direction, text: &[u8]) {
    let Shared { peer, observers, telling, .. } = client.shared();
    if !observers.is_empty() {
        let _order = telling.lock().unwrap_or_else(PoisonError::into_inner);
        let at = SystemTime::now();
        observers.tell(|observer| observer.text(peer, direction, text, at));
    }
}
