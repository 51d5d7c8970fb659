//! Events on their way into the spool: usually none, and as many as there is memory for while the spool cannot be written.

use std::collections::VecDeque;

use crate::spool::Spooled;

/// How many bytes of events are kept.
const BYTES: usize = 1024 * 1024;

/// Events that are not in the spool, the oldest first.
#[derive(Debug, Default)]
pub(crate) struct Backlog {
    events: VecDeque<Spooled>,
    bytes: usize,
}

impl Backlog {
    pub(crate) fn len(&self) -> u64 {
        self.events.len() as u64
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    pub(crate) fn extend(&mut self, events: Vec<Spooled>) {
        self.bytes += events.iter().map(Spooled::size).sum::<usize>();
        self.events.extend(events);
    }

    /// All of them, in order.
    pub(crate) fn events(&mut self) -> &[Spooled] {
        self.events.make_contiguous()
    }

    /// Removes the oldest, which are in the spool now.
    pub(crate) fn remove(&mut self, count: usize) {
        self.bytes -= self.events.drain(..count).map(|event| event.size()).sum::<usize>();
    }

    /// Drops the oldest for which there is no memory; how many.
    pub(crate) fn bound(&mut self) -> u64 {
        let before = self.len();
        while self.bytes > BYTES && !self.is_empty() {
            self.remove(1);
        }
        before - self.len()
    }
}
