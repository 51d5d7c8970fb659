//! How much the reducer remembers at most, how much it remembers now, and what it had to forget.

/// How much is remembered at most. When there is no room, what was touched least recently goes, and is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Open connections.
    pub connections: usize,
    /// Requests without their answer, or answers without their request, of each connection.
    pub requests: usize,
    /// Threads.
    pub threads: usize,
    /// Turns that are not told yet.
    pub turns: usize,
    /// Events that wait for who the client is, or for where the thread came from.
    pub waiting: usize,
    /// What was told already and shall not be told again: turns, and uses of apps and plugins.
    pub told: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 1024, requests: 1024, threads: 4096, turns: 4096, waiting: 1024, told: 8192 }
    }
}

/// How much is remembered now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Held {
    /// Open connections.
    pub connections: usize,
    /// Requests without their answer and answers without their request, of all connections.
    pub requests: usize,
    /// Threads.
    pub threads: usize,
    /// Turns that are not told yet.
    pub turns: usize,
    /// Events that wait.
    pub waiting: usize,
}

/// What was forgotten for want of room, so that an event is missing or says less than it could. What a closed connection
/// leaves behind is released, not dropped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Connections that were treated as closed.
    pub connections: u64,
    /// Requests or answers that lost their other half.
    pub requests: u64,
    /// Threads.
    pub threads: u64,
    /// Turns.
    pub turns: u64,
    /// What had been waiting for too long.
    pub waiting: u64,
    /// Facts that name something by more than [`LONGEST_NAME`] bytes.
    pub oversized: u64,
}

/// The longest name, in bytes, by which something is remembered. No server gives longer ones; a client could, to fill the
/// memory of one that keeps them.
pub const LONGEST_NAME: usize = 256;
