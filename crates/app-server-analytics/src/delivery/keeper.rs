//! Syncing the spool with the disk: many events with one call, and never with the lock held that recording needs.

use std::io;
use std::ops::Range;
use std::sync::PoisonError;
use std::time::Instant;

use super::config::Durability;
use super::shared::{Shared, WRITE_AGAIN};
use crate::spool::Spool;

/// Which events were synced, by how many were spooled before them. Its lock is held while syncing, so that those who wait
/// for it find it done.
#[derive(Debug, Default)]
pub(crate) struct Synced {
    upto: u64,
    /// Those whose sync failed last.
    failed: Range<u64>,
}

impl Shared {
    /// Syncs what was appended, if nobody has by the time it is this one's turn.
    pub(crate) fn sync(&self, upto: u64) -> io::Result<()> {
        let mut synced = self.synced.lock().unwrap_or_else(PoisonError::into_inner);
        if synced.failed.contains(&upto) {
            return Err(io::Error::other("the sync of events that were recorded at the same time failed"));
        }
        if synced.upto >= upto {
            return Ok(());
        }
        let (files, upto) = {
            let mut state = self.state();
            let upto = state.metrics.spooled;
            (state.spool.as_mut().map(Spool::take_unsynced).unwrap_or_default(), upto)
        };
        let failure = files.into_iter().filter_map(|file| file.sync_all().err()).last();
        if let Some(error) = &failure {
            tracing::error!(folder = %self.folder.display(), %error, "the spool of analytics events cannot be synced");
            synced.failed = synced.upto + 1..upto + 1;
            // The system may have forgotten what it could not write, and would say nothing next time.
            if let Some(spool) = &mut self.state().spool {
                spool.abandon_segment();
            }
        }
        synced.upto = upto;
        failure.map_or(Ok(()), Err)
    }

    /// The work of the thread that syncs, and that writes what could not be written at once.
    pub(crate) fn keep(&self) {
        let mut synced = 0;
        loop {
            let mut state = self.state();
            while !state.stop && state.backlog.is_empty() && state.metrics.spooled == synced {
                state = self.wait(state, None);
            }
            let interval = match self.durability {
                Durability::Process { sync_every } if state.backlog.is_empty() => sync_every,
                _ => WRITE_AGAIN,
            };
            let until = Instant::now() + interval;
            state.keeping = true;
            while !state.stop && Instant::now() < until {
                state = self.wait(state, Some(until));
            }
            state.keeping = false;
            if !state.backlog.is_empty() && state.write(true).is_ok() {
                self.changed.notify_all();
            }
            let stop = state.stop;
            synced = state.metrics.spooled;
            drop(state);
            // A failure was logged, and what can be done about it was done.
            let _ = self.sync(synced);
            if stop {
                return;
            }
        }
    }
}
