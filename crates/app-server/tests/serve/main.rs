//! The server for any protocol, by a protocol of its own, over a transport in memory: order, bounds, and what goes wrong.

// A protocol is public all through: its traits are.
#![allow(unreachable_pub)]

mod bounds;
mod doors;
mod handlers;
mod handshake;
mod hostile;
mod protocol;
