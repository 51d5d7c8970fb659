//! The server that speaks the app-server protocol.
//!
//! [`serve`] is a server for any protocol that is declared with methodic: typed dispatch, bounded queues, stdio and
//! WebSocket. It names no method. [`app`] is this protocol's server: one handler a method, and what they work on.
//! [`agent`] does the work of turns; the one that is built in plays a script, so that clients can be developed and tested
//! without a model. [`record`] writes sessions that `methodic transcript` reads, and [`analytics`] makes events of them for
//! the product's backend.

pub mod agent;
pub mod analytics;
pub mod app;
pub mod record;
pub mod serve;
