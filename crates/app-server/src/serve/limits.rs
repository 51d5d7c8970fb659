//! What a connection may cost. Every queue and every wait of the server has its bound here.

use std::time::Duration;

/// The bounds; [`Limits::default`] suits a server on the machine of its user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Connections at a time; further ones are turned away.
    pub connections: usize,
    /// Bytes of one message from a client.
    pub message_bytes: usize,
    /// Requests of one connection that wait or run; beyond it, a request is answered with −32001.
    pub connection_requests: usize,
    /// Bytes of these requests together; one message of the full size always fits.
    pub connection_bytes: usize,
    /// Requests of all connections that wait or run.
    pub requests: usize,
    /// Messages that wait to be read by a client; beyond it, whoever sends waits.
    pub egress_messages: usize,
    /// Bytes of these messages; a single one may be longer.
    pub egress_bytes: usize,
    /// How long a client may take none of what waits for it before its connection is closed.
    pub slow_reader: Duration,
    /// Requests of the server that wait for a client's answer.
    pub calls: usize,
    /// How long a handler may take to end after its connection is gone; then it is dropped.
    pub cancel_grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            message_bytes: 16 << 20,
            connection_requests: 256,
            connection_bytes: 32 << 20,
            requests: 4096,
            egress_messages: 256,
            egress_bytes: 8 << 20,
            slow_reader: Duration::from_secs(30),
            calls: 64,
            cancel_grace: Duration::from_secs(5),
        }
    }
}
