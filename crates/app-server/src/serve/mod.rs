//! A server for any protocol declared with [`methodic::protocol!`]: it names no method, and knows no payload.
//!
//! A [`Router`] says which handler answers which method; a [`Server`] puts it behind connections. What a connection may
//! cost is bounded ([`Limits`]): messages by their size, requests by their number and bytes (beyond it, −32001 at once),
//! and what is sent by what the peer reads. Whoever sends to a slow reader waits; when the reader takes nothing for
//! [`Limits::slow_reader`], its connection is closed, and that is all it can do.
//!
//! ```
//! use std::sync::Arc;
//!
//! use app_server::serve::{Context, Opened, Router, Server, transport};
//! use methodic::{NoParams, RpcError, Surface, wire};
//!
//! /// Who is there.
//! #[wire]
//! pub struct HelloParams {
//!     /// A name.
//!     pub name: String,
//! }
//!
//! /// How often the bell rang.
//! #[wire]
//! pub struct RingResponse {
//!     /// Counted from 1.
//!     pub count: u32,
//! }
//!
//! methodic::protocol! {
//!     /// A doorbell.
//!     pub protocol Door { name: "door", title: "Door" }
//!     client requests ClientRequest, ClientResponse {
//!         /// Comes first.
//!         Hello => "hello" { params: HelloParams, response: RingResponse },
//!         /// Rings the bell.
//!         Ring => "bell/ring" { response: RingResponse },
//!     }
//!     server requests ServerRequest, ServerResponse {}
//!     client notifications ClientNotification { /// Ready.
//!         Ready => "ready" }
//!     server notifications ServerNotification {}
//! }
//!
//! async fn ring(bell: Arc<u32>, _: Context<Door>, _: NoParams) -> Result<RingResponse, RpcError> {
//!     Ok(RingResponse { count: *bell })
//! }
//!
//! let router = Router::<Door, Arc<u32>>::new()
//!     .handshake::<methods::Hello, methods::Ready>(|_, _, params| {
//!         Ok((RingResponse { count: 0 }, Opened::new(&params.name, Surface::Stable)))
//!     })
//!     .on::<methods::Ring>(ring);
//! # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
//! let server = Server::new(router, Arc::new(7));
//! let (mut peer, reader, writer) = transport::memory(16);
//! let serving = tokio::spawn(async move { server.serve("memory", reader, writer).await });
//! peer.send(r#"{"id":1,"method":"hello","params":{"name":"Ada"}}"#).await;
//! peer.send(r#"{"id":2,"method":"bell/ring"}"#).await;
//! assert_eq!(peer.next().await.as_deref(), Some(r#"{"id":1,"result":{"count":0}}"#));
//! assert_eq!(peer.next().await.as_deref(), Some(r#"{"id":2,"result":{"count":7}}"#));
//! drop(peer);
//! serving.await.unwrap();
//! # });
//! ```

mod answer;
mod client;
mod connection;
mod context;
mod egress;
mod job;
mod lane;
mod limits;
mod observer;
mod router;
mod server;
pub mod transport;

pub use client::{Call, CallError, Client, Disconnected};
pub use context::Context;
pub use limits::Limits;
pub use observer::{Observer, Peer};
pub use router::{Opened, Router};
pub use server::Server;
