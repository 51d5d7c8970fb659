//! The server that speaks the app-server protocol.
//!
//! [`serve`] is a server for any protocol that is declared with methodic: typed dispatch, bounded queues, stdio and
//! WebSocket. It names no method. [`app`] is this protocol's server: one handler a method, and what they work on.

pub mod serve;
