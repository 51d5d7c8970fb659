//! Transports: what keeps messages apart and carries them. Each has a side that reads and one that writes.

mod http;
mod lines;
mod memory;
mod websocket;

use std::io;
use std::time::Duration;

pub use http::{HttpOptions, Listener, Token, TokenError};
pub use lines::{LineReader, LineWriter, lines};
pub use memory::{MemoryPeer, MemoryReader, MemoryWriter, memory};
pub use websocket::{WebSocketReader, WebSocketWriter};

/// What a client's side brings next.
#[derive(Debug)]
pub enum Incoming {
    /// A whole message.
    Message(Vec<u8>),
    /// A message that was longer than this, and was passed over.
    TooLong(usize),
    /// The client sends nothing more, but may still read.
    Finished,
    /// The client is gone, or has to go.
    Gone {
        /// Why, for the log.
        reason: String,
        /// What to tell it, if it still listens.
        ending: Ending,
    },
}

/// Why the server ends a connection, for transports that can say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All is said.
    Done,
    /// The server ends.
    Stopping,
    /// The client has sent what is no message of this transport.
    Invalid,
    /// A message was too long.
    TooLong,
    /// Something went wrong.
    Failed,
}

/// The side that reads.
pub trait MessageReader: Send + 'static {
    /// Waits for the next message. It is not called again after [`Incoming::Finished`] or [`Incoming::Gone`].
    fn read(&mut self) -> impl Future<Output = Incoming> + Send;
}

/// The side that writes.
pub trait MessageWriter: Send + 'static {
    /// Writes messages, and sees to it that they leave. Takes them out of the list.
    fn write(&mut self, messages: &mut Vec<Vec<u8>>) -> impl Future<Output = io::Result<()>> + Send;

    /// How often to call [`ping`](Self::ping); never if none.
    fn ping_every(&self) -> Option<Duration> {
        None
    }

    /// Asks the peer to show that it is there.
    fn ping(&mut self) -> impl Future<Output = io::Result<()>> + Send {
        async { Ok(()) }
    }

    /// Says that nothing more comes.
    fn close(&mut self, ending: Ending) -> impl Future<Output = io::Result<()>> + Send;
}
