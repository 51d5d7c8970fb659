//! The log: to standard error, and the end of it to memory, for reports whose sender agrees to it.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

/// How much of the log is remembered.
const REMEMBERED: usize = 256 * 1024;

/// The end of the log. Clones are the same.
#[derive(Clone, Default)]
pub(super) struct Tail(Arc<Mutex<VecDeque<u8>>>);

impl Tail {
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect()
    }

    fn push(&self, bytes: &[u8]) {
        let mut tail = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = &bytes[bytes.len().saturating_sub(REMEMBERED)..];
        let over = (tail.len() + bytes.len()).saturating_sub(REMEMBERED);
        tail.drain(..over);
        tail.extend(bytes);
    }
}

/// How many bytes may wait to be written.
const WAITING: usize = 256 * 1024;

/// How long somebody who logs waits for room, once; and the end of the server for the last lines.
const PATIENCE: Duration = Duration::from_millis(500);

/// What waits to be written to standard error, by a thread of its own: who started the server may never read its end of
/// that pipe, and a full pipe must not stop those who log. Whoever reads gets every line.
#[derive(Default)]
struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    waiting: Vec<u8>,
    /// Lines for which there was no room.
    lost: u64,
    /// Nobody reads: there is no use in waiting for room until something is written again.
    is_stuck: bool,
    is_writing: bool,
}

impl Queue {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, line: &[u8]) {
        let is_full = |state: &mut State| !state.waiting.is_empty() && state.waiting.len() + line.len() > WAITING;
        let mut state = self.state();
        if is_full(&mut state) && !state.is_stuck {
            let waited = self.changed.wait_timeout_while(state, PATIENCE, is_full);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
            state.is_stuck = is_full(&mut state);
        }
        if is_full(&mut state) {
            state.lost += 1;
        } else {
            state.waiting.extend_from_slice(line);
            self.changed.notify_all();
        }
    }

    /// Writes what comes, for ever.
    fn write(&self, mut to: impl Write) {
        loop {
            let state = self.changed.wait_while(self.state(), |state| state.waiting.is_empty());
            let mut state = state.unwrap_or_else(PoisonError::into_inner);
            let lines = std::mem::take(&mut state.waiting);
            state.is_writing = true;
            self.changed.notify_all();
            drop(state);
            // A log that nobody takes is no reason to fail.
            let _ = to.write_all(&lines);
            let mut state = self.state();
            (state.is_writing, state.is_stuck) = (false, false);
            let lost = std::mem::take(&mut state.lost);
            self.changed.notify_all();
            drop(state);
            if lost > 0 {
                tracing::warn!(lost, "lines of the log were lost: nobody read it");
            }
        }
    }

    fn flush(&self) {
        let is_busy = |state: &mut State| state.is_writing || !state.waiting.is_empty();
        let _ = self.changed.wait_timeout_while(self.state(), PATIENCE, is_busy);
    }
}

/// Sees to it that the last lines are written, also when what they tell of is a panic.
pub(super) struct Flush(Arc<Queue>);

impl Drop for Flush {
    fn drop(&mut self) {
        self.0.flush();
    }
}

/// Writes to both.
#[derive(Clone)]
struct Both(Tail, Arc<Queue>);

impl Write for Both {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(bytes);
        self.1.push(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Both {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Begins to log, and gives back where the end of the log is remembered, and what to drop last.
pub(super) fn start(filter: Option<&str>) -> Result<(Tail, Flush), String> {
    let env = std::env::var("RUST_LOG").ok();
    let text = filter.or(env.as_deref()).filter(|text| !text.trim().is_empty()).unwrap_or("info");
    let filter = EnvFilter::try_new(text).map_err(|error| format!("`{text}` is no filter for the log: {error}"))?;
    let (tail, queue) = (Tail::default(), Arc::new(Queue::default()));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(Both(tail.clone(), queue.clone()));
    match std::env::var("LOG_FORMAT").as_deref() {
        Ok("json") => log.json().flatten_event(true).init(),
        Ok("text" | "") | Err(_) => log.with_ansi(false).with_target(false).init(),
        Ok(other) => return Err(format!("LOG_FORMAT is `{other}`; expected `text` or `json`")),
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "panic: {}", panic.payload_as_str().unwrap_or("without a text"));
    }));
    let writing = queue.clone();
    let writer = std::thread::Builder::new().name("log".into()).spawn(move || writing.write(io::stderr()));
    writer.map_err(|error| format!("no thread for the log: {error}"))?;
    Ok((tail, Flush(queue)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_forgets_its_begin() {
        let tail = Tail::default();
        tail.push(b"first");
        tail.push(&vec![b'x'; REMEMBERED - 2]);
        assert_eq!(&tail.bytes()[..3], b"stx");
        tail.push(&[vec![b'y'; REMEMBERED], b"end".to_vec()].concat());
        assert_eq!((tail.bytes().len(), tail.bytes().ends_with(b"yend")), (REMEMBERED, true));
    }
}
