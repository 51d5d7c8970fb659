//! What waits to be sent to one client: bounded in number and bytes, written in batches, given up when nobody reads.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::time::{Instant, interval_at, timeout};
use tokio_util::sync::CancellationToken;

use super::Limits;
use super::client::Disconnected;
use super::transport::{Ending, MessageWriter};

/// How many messages are written at once.
const BATCH: usize = 64;

/// The way in: whoever sends waits for room.
#[derive(Debug)]
pub(super) struct Egress {
    queue: mpsc::Sender<Waiting>,
    room: Arc<Semaphore>,
    bytes: usize,
}

/// A message, with the room that it takes until it is written.
#[derive(Debug)]
struct Waiting {
    text: Vec<u8>,
    room: OwnedSemaphorePermit,
}

/// The way out, for the one task that writes.
#[derive(Debug)]
pub(super) struct Outlet {
    queue: mpsc::Receiver<Waiting>,
    room: Arc<Semaphore>,
}

pub(super) fn channel(limits: &Limits) -> (Egress, Outlet) {
    let (sender, receiver) = mpsc::channel(limits.egress_messages);
    let room = Arc::new(Semaphore::new(limits.egress_bytes));
    (Egress { queue: sender, room: room.clone(), bytes: limits.egress_bytes }, Outlet { queue: receiver, room })
}

impl Egress {
    /// Waits until there is room for a message, and puts it behind the others.
    pub(super) async fn send(&self, text: Vec<u8>) -> Result<(), Disconnected> {
        // A message that is longer than the whole room takes all of it, and so waits until everything else is gone.
        let bytes = u32::try_from(text.len().min(self.bytes)).unwrap_or(u32::MAX);
        let room = self.room.clone().acquire_many_owned(bytes).await.map_err(|_| Disconnected)?;
        self.queue.send(Waiting { text, room }).await.map_err(|_| Disconnected)
    }

    /// Whether nothing more will be written.
    pub(super) fn is_closed(&self) -> bool {
        self.queue.is_closed()
    }

    /// Waits until nothing more will be written.
    pub(super) async fn closed(&self) {
        self.queue.closed().await;
    }
}

impl Outlet {
    /// Writes what comes until `finish`, then what is left, and closes; gives up when writing fails or takes too long.
    ///
    /// `tap` sees each message as it is handed to the transport.
    pub(super) async fn write(
        mut self,
        mut writer: impl MessageWriter,
        limits: &Limits,
        finish: &CancellationToken,
        ending: impl FnOnce() -> Ending,
        tap: impl Fn(&[u8]),
    ) -> Result<(), String> {
        let mut batch = Vec::with_capacity(BATCH);
        let (mut texts, mut rooms) = (Vec::new(), Vec::new());
        let slow = || format!("the client has taken nothing for {:?}", limits.slow_reader);
        let every = writer.ping_every();
        // Without pings the interval is never asked.
        let period = every.unwrap_or(std::time::Duration::from_secs(3600));
        let mut ping = interval_at(Instant::now() + period, period);
        let mut is_finishing = false;
        let end = loop {
            let count = tokio::select! {
                count = self.queue.recv_many(&mut batch, BATCH) => count,
                () = finish.cancelled(), if !is_finishing => {
                    is_finishing = true;
                    self.queue.close();
                    continue;
                }
                _ = ping.tick(), if every.is_some() => {
                    match timeout(limits.slow_reader, writer.ping()).await {
                        Ok(Ok(())) => continue,
                        Ok(Err(error)) => break Err(error.to_string()),
                        Err(_) => break Err(slow()),
                    }
                }
            };
            if count == 0 {
                break Ok(());
            }
            for Waiting { text, room } in batch.drain(..) {
                tap(&text);
                texts.push(text);
                rooms.push(room);
            }
            match timeout(limits.slow_reader, writer.write(&mut texts)).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => break Err(error.to_string()),
                Err(_) => break Err(slow()),
            }
            texts.clear();
            rooms.clear();
        };
        // Wakes whoever waits for room; the queue wakes the others when it is dropped.
        self.room.close();
        self.queue.close();
        let ending = if end.is_ok() { ending() } else { Ending::Failed };
        // A farewell that the peer does not take is no reason to wait.
        let _ = timeout(std::time::Duration::from_secs(1), writer.close(ending)).await;
        end
    }
}
