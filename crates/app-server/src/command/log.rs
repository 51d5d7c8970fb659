//! The log: to standard error, and the end of it to memory, for reports whose sender agrees to it.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

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

/// Writes to both. A log that nobody takes is no reason to fail.
struct Both(Tail);

impl Write for Both {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(bytes);
        let _ = io::stderr().write_all(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Tail {
    type Writer = Box<dyn Write>;

    fn make_writer(&'a self) -> Self::Writer {
        Box::new(Both(self.clone()))
    }
}

/// Begins to log, and gives back where the end of the log is remembered.
pub(super) fn start(filter: Option<&str>) -> Result<Tail, String> {
    let env = std::env::var("RUST_LOG").ok();
    let text = filter.or(env.as_deref()).filter(|text| !text.trim().is_empty()).unwrap_or("info");
    let filter = EnvFilter::try_new(text).map_err(|error| format!("`{text}` is no filter for the log: {error}"))?;
    let tail = Tail::default();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(tail.clone());
    match std::env::var("LOG_FORMAT").as_deref() {
        Ok("json") => log.json().flatten_event(true).init(),
        Ok("text" | "") | Err(_) => log.with_ansi(false).with_target(false).init(),
        Ok(other) => return Err(format!("LOG_FORMAT is `{other}`; expected `text` or `json`")),
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "panic: {}", panic.payload_as_str().unwrap_or("without a text"));
    }));
    Ok(tail)
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
