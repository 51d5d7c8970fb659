//! What is as old as the protocol itself: the handshake that opens every connection.

mod initialize;

pub use initialize::*;
