//! A transport within the process, for tests and for servers that live in their client.

use std::io;

use tokio::sync::mpsc;

use super::{Ending, Incoming, MessageReader, MessageWriter};

/// The client's side. Dropping it closes the connection.
#[derive(Debug)]
pub struct MemoryPeer {
    // Dropped before `to`: the server then finds the client gone, and not merely silent.
    from: mpsc::Receiver<Vec<u8>>,
    to: mpsc::Sender<Vec<u8>>,
}

/// The server's side that reads.
#[derive(Debug)]
pub struct MemoryReader {
    from: mpsc::Receiver<Vec<u8>>,
    /// Tells whether the client still reads.
    to: mpsc::WeakSender<Vec<u8>>,
}

/// The server's side that writes.
#[derive(Debug)]
pub struct MemoryWriter(mpsc::Sender<Vec<u8>>);

/// A connection that holds at most `messages` in each direction.
pub fn memory(messages: usize) -> (MemoryPeer, MemoryReader, MemoryWriter) {
    let (to, receives) = mpsc::channel(messages);
    let (sends, from) = mpsc::channel(messages);
    (MemoryPeer { to, from }, MemoryReader { from: receives, to: sends.downgrade() }, MemoryWriter(sends))
}

impl MemoryPeer {
    /// Sends a message to the server; false if the server is gone.
    pub async fn send(&self, message: impl Into<Vec<u8>>) -> bool {
        self.to.send(message.into()).await.is_ok()
    }

    /// The next message of the server; none if the connection has ended.
    pub async fn next(&mut self) -> Option<String> {
        self.from.recv().await.map(|message| String::from_utf8_lossy(&message).into_owned())
    }

    /// Sends nothing more, but reads on.
    pub fn finish(&mut self) {
        self.to = mpsc::channel(1).0;
    }
}

impl MessageReader for MemoryReader {
    async fn read(&mut self) -> Incoming {
        match self.from.recv().await {
            Some(message) => Incoming::Message(message),
            None if self.to.upgrade().is_some_and(|to| !to.is_closed()) => Incoming::Finished,
            None => Incoming::Gone { reason: "the client is gone".into(), ending: Ending::Done },
        }
    }
}

impl MessageWriter for MemoryWriter {
    async fn write(&mut self, messages: &mut Vec<Vec<u8>>) -> io::Result<()> {
        for message in messages.drain(..) {
            self.0.send(message).await.map_err(|_| io::ErrorKind::BrokenPipe)?;
        }
        Ok(())
    }

    async fn close(&mut self, _: Ending) -> io::Result<()> {
        Ok(())
    }
}
