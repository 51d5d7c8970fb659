//! A small protocol whose methods do what a test needs, and a client for it.

use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use app_server::serve::transport::{MemoryPeer, memory};
use app_server::serve::{CallError, Context, Limits, Observer, Opened, Peer, Router, Server};
use methodic::{Direction, NoParams, RequestId, RpcError, Surface, wire};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

/// Who is there.
#[wire(omit_none)]
pub struct HelloParams {
    /// A name; `nobody` is refused.
    pub name: String,
    /// Opens the experimental part.
    pub experimental: Option<bool>,
    /// Unwanted notifications.
    pub opt_out: Option<Vec<String>>,
}

/// What to do.
#[wire(omit_none)]
pub struct WorkParams {
    /// What is told in the log.
    pub name: String,
    /// The order that it belongs to.
    pub thread_id: Option<String>,
    /// Whether to wait until the test lets it go on.
    pub waits: Option<bool>,
}

/// A number.
#[wire]
pub struct Number {
    /// It.
    pub number: u32,
}

/// A text.
#[wire]
pub struct Text {
    /// It.
    pub text: String,
}

methodic::protocol! {
    /// For tests.
    pub protocol Toy { name: "toy", title: "Toy" }
    client requests ClientRequest, ClientResponse {
        /// Comes first.
        Hello => "hello" { params: HelloParams, response: Text },
        /// Writes to the log when it begins and ends.
        Work => "work" { params: WorkParams, response: Text },
        /// Panics.
        Boom => "boom" { response: Text },
        /// Ends when it is cancelled.
        Forever => "forever" { response: Text },
        /// Never ends, cancelled or not.
        Deaf => "deaf" { response: Text },
        /// Sends as many notifications.
        Flood => "flood" { params: Number, response: Number },
        /// Asks the client.
        Ask => "ask" { params: Text, response: Text },
        /// Has no handler.
        Nowhere => "nowhere" { response: Text },
        /// Is not for everybody.
        #[experimental("beta")]
        Beta => "beta" { response: Text },
    }
    server requests ServerRequest, ServerResponse {
        /// Asks.
        Question => "question" { params: Text, response: Number },
    }
    client notifications ClientNotification {
        /// The client is ready.
        Ready => "ready",
        /// Writes to the log.
        Note => "note" { params: Text },
    }
    server notifications ServerNotification {
        /// One of many.
        Drop => "drop" { params: Number },
        /// Something experimental.
        #[experimental("betaNews")]
        BetaNews => "betaNews" { params: Text },
    }
}

/// What the handlers work on.
pub struct Desk {
    /// What happened, in order.
    pub log: Mutex<Vec<String>>,
    /// Lets works go on that wait.
    pub go: Semaphore,
}

impl Desk {
    pub fn say(&self, line: impl Into<String>) {
        self.log.lock().expect("not poisoned").push(line.into());
    }

    pub fn said(&self) -> Vec<String> {
        self.log.lock().expect("not poisoned").clone()
    }

    /// Waits until as much was said.
    pub async fn lines(&self, count: usize) -> Vec<String> {
        while self.said().len() < count {
            tokio::task::yield_now().await;
        }
        self.said()
    }
}

/// Observers write to the same log.
pub struct Watch(pub Arc<Desk>);

impl Observer<Toy> for Watch {
    fn opened(&self, peer: &Peer, request: &ClientRequest, _: SystemTime) {
        self.0.say(format!("{} opened by {:?}", peer.connection, request.id()));
    }

    fn request(&self, _: &Peer, request: &ClientRequest, _: SystemTime) {
        self.0.say(format!("request {}", request.id()));
    }

    fn response(&self, _: &Peer, response: &ClientResponse, _: SystemTime) {
        self.0.say(format!("response {}", methodic::ResponseSet::id(response)));
    }

    fn error(&self, _: &Peer, id: &RequestId, error: &RpcError, _: SystemTime) {
        self.0.say(format!("error {id} {}", error.code));
    }

    fn notification(&self, _: &Peer, notification: &ServerNotification, _: SystemTime) {
        self.0.say(format!("told {}", methodic::MethodSet::method(notification)));
    }

    fn received(&self, _: &Peer, notification: &ClientNotification, _: SystemTime) {
        self.0.say(format!("heard {}", methodic::MethodSet::method(notification)));
    }

    fn text(&self, _: &Peer, direction: Direction, text: &[u8], _: SystemTime) {
        self.0.say(format!("{} {}", direction.as_str(), text.len()));
    }

    fn closed(&self, peer: &Peer, _: SystemTime) {
        self.0.say(format!("{} closed", peer.connection));
    }
}

type Ctx = Context<Toy>;

async fn work(desk: Arc<Desk>, context: Ctx, params: WorkParams) -> Result<Text, RpcError> {
    let name = params.name;
    desk.say(format!("{name} begins"));
    if params.waits == Some(true) {
        desk.go.acquire().await.expect("open").forget();
    }
    desk.say(format!("{name} ends"));
    context.after({
        let (desk, name) = (desk.clone(), name.clone());
        async move { desk.say(format!("after {name}")) }
    });
    Ok(Text { text: name })
}

async fn flood(_: Arc<Desk>, context: Ctx, params: Number) -> Result<Number, RpcError> {
    for number in 0..params.number {
        let sent = context.client().notify::<methods::Drop>(Number { number }).await;
        sent.map_err(|error| RpcError::internal(error.to_string()))?;
    }
    let _ = context.client().notify::<methods::BetaNews>(Text { text: "new".into() }).await;
    Ok(params)
}

async fn ask(desk: Arc<Desk>, context: Ctx, params: Text) -> Result<Text, RpcError> {
    let answer = context.client().request::<methods::Question>(params).await;
    let text = match answer {
        Ok(Number { number }) => number.to_string(),
        Err(CallError::Disconnected) => {
            desk.say("nobody answers");
            return Err(CallError::Disconnected).map_err(|error| RpcError::internal(error.to_string()));
        }
        Err(error) => error.to_string(),
    };
    Ok(Text { text })
}

pub fn router() -> Router<Toy, Arc<Desk>> {
    Router::<Toy, Arc<Desk>>::new()
        .ordered_by("threadId")
        .handshake::<methods::Hello, methods::Ready>(|_, _, params| {
            assert_ne!(params.name, "Mallory", "as asked");
            if params.name == "nobody" {
                return Err(RpcError::new(-5, "nobody is not let in"));
            }
            let surface = if params.experimental == Some(true) { Surface::Experimental } else { Surface::Stable };
            let opted_out = params.opt_out.into_iter().flatten().collect();
            Ok((Text { text: "hello".into() }, Opened { client: params.name, surface, opted_out }))
        })
        .note::<methods::Note>(|desk, _, params| desk.say(params.text))
        .on::<methods::Work>(work)
        .on::<methods::Boom>(async |_: Arc<Desk>, _: Ctx, _: NoParams| -> Result<Text, RpcError> { panic!("as asked") })
        .on::<methods::Forever>(async |desk: Arc<Desk>, context: Ctx, _: NoParams| {
            desk.say("waits");
            context.cancellation().cancelled().await;
            desk.say("cancelled");
            Err(RpcError::internal("cancelled"))
        })
        .on::<methods::Deaf>(async |desk: Arc<Desk>, _: Ctx, _: NoParams| {
            desk.say("waits");
            std::future::pending().await
        })
        .on::<methods::Flood>(flood)
        .on::<methods::Ask>(ask)
        .on::<methods::Beta>(async |_: Arc<Desk>, _: Ctx, _: NoParams| Ok(Text { text: "beta".into() }))
}

/// A server with one client that is connected and has not yet said anything.
pub struct Session {
    pub desk: Arc<Desk>,
    pub server: Server<Toy, Arc<Desk>>,
    pub peer: MemoryPeer,
    pub serving: tokio::task::JoinHandle<()>,
}

pub fn desk() -> Arc<Desk> {
    Arc::new(Desk { log: Mutex::default(), go: Semaphore::new(0) })
}

impl Session {
    pub fn connect(limits: Limits) -> Self {
        Self::watched(limits, desk(), Vec::new(), 1024)
    }

    pub fn watched(limits: Limits, desk: Arc<Desk>, observers: Vec<Arc<dyn Observer<Toy>>>, buffer: usize) -> Self {
        let server = Server::with(router(), desk.clone(), limits, observers);
        let (peer, reader, writer) = memory(buffer);
        let serving = tokio::spawn({
            let server = server.clone();
            async move { server.serve("memory", reader, writer).await }
        });
        Self { desk, server, peer, serving }
    }

    /// A client that has shaken hands.
    pub async fn open(limits: Limits) -> Self {
        let mut session = Self::connect(limits);
        session.shake_hands(json!({ "name": "Ada" })).await;
        session
    }

    pub async fn shake_hands(&mut self, params: Value) {
        let answer = self.call("hello", json!("hello"), params).await;
        assert_eq!(answer["result"]["text"], "hello", "{answer}");
        self.send(json!({ "method": "ready" })).await;
    }

    pub async fn send(&self, message: Value) {
        assert!(self.peer.send(message.to_string()).await, "the server is gone");
    }

    pub async fn request(&self, method: &str, id: impl Into<Value>, params: Value) {
        self.send(json!({ "id": id.into(), "method": method, "params": params })).await;
    }

    /// The next message of the server.
    pub async fn next(&mut self) -> Value {
        let message = self.peer.next().await.expect("a message");
        serde_json::from_str(&message).expect("JSON")
    }

    pub async fn call(&mut self, method: &str, id: impl Into<Value>, params: Value) -> Value {
        self.request(method, id, params).await;
        self.next().await
    }
}
