//! What those who record, the courier and the one that syncs have in common: the spool, behind a lock that nobody holds
//! while waiting for a disk to sync or for a network.

use std::io;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use uuid::Uuid;

use super::backlog::Backlog;
use super::config::{Config, Durability};
use super::error::RecordError;
use super::keeper::Synced;
use super::metrics::Metrics;
use crate::events::Event;
use crate::spool::{Found, MAX_TEXT, Spool, Spooled, Taken, Window};

/// How long to wait before a spool that cannot be written is tried again: those who record should not each pay for it.
pub(crate) const WRITE_AGAIN: Duration = Duration::from_secs(1);

/// See the module.
pub(crate) struct Shared {
    /// How many events the courier does not let wait for others.
    batch: u64,
    pub(crate) folder: PathBuf,
    pub(crate) durability: Durability,
    state: Mutex<State>,
    pub(crate) changed: Condvar,
    pub(crate) synced: Mutex<Synced>,
}

pub(crate) struct State {
    /// Gone once delivery has ended.
    pub(crate) spool: Option<Spool>,
    /// What could not be written.
    pub(crate) backlog: Backlog,
    /// Why, and since when.
    failure: Option<(Instant, io::ErrorKind, String)>,
    /// What the spool and the backlog know themselves is read from them when asked for.
    pub(crate) metrics: Metrics,
    /// How many wait for all to be delivered.
    flushing: usize,
    /// How often somebody began to wait for that.
    nudges: u64,
    /// Whether the courier has events in its hands.
    carrying: bool,
    /// Whether the one that syncs will do so without being told.
    pub(crate) keeping: bool,
    pub(crate) stop: bool,
}

/// What became of events.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Ended {
    Delivered { rejected: u64 },
    Refused,
}

impl Shared {
    pub(crate) fn new(spool: Spool, found: Found, config: &Config) -> Self {
        let metrics = Metrics { found: found.events, damaged_bytes: found.damaged_bytes, ..Metrics::default() };
        let state = State {
            spool: Some(spool),
            backlog: Backlog::default(),
            failure: None,
            metrics,
            flushing: 0,
            nudges: 0,
            carrying: false,
            keeping: false,
            stop: false,
        };
        Self {
            batch: config.batch.max(1) as u64,
            folder: config.folder.clone(),
            durability: config.durability,
            state: Mutex::new(state),
            changed: Condvar::new(),
            synced: Mutex::default(),
        }
    }

    /// The state is whole between any two statements that can panic: none can.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a change, at most until then.
    pub(crate) fn wait<'a>(&self, state: MutexGuard<'a, State>, until: Option<Instant>) -> MutexGuard<'a, State> {
        match until {
            None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            Some(until) => {
                let left = until.saturating_duration_since(Instant::now());
                self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0
            }
        }
    }

    /// Writes events to the spool, and syncs it if they count as recorded only then.
    pub(crate) fn record(&self, events: &[Event]) -> Result<(), RecordError> {
        let mut oversized = None;
        let mut spooled = Vec::with_capacity(events.len());
        for event in events {
            let json = serde_json::to_string(event).map_err(|error| self.not_written(error.into()))?;
            if json.len() > MAX_TEXT {
                let (event_type, bytes) = (event.event_type(), json.len());
                tracing::warn!(event_type, bytes, "an analytics event was dropped: it is too long");
                self.state().metrics.dropped.oversized += 1;
                oversized = Some(RecordError::Oversized { event_type, bytes });
            } else {
                spooled.push(Spooled { id: Uuid::now_v7(), json });
            }
        }
        let upto = {
            let mut state = self.state();
            let before = state.pending();
            state.backlog.extend(spooled);
            let written = state.write(false);
            let enough = before < self.batch && self.batch <= state.pending();
            // Otherwise those who wait have a time at which they look.
            if before == 0 || enough || !state.keeping {
                self.changed.notify_all();
            }
            written.map_err(|error| self.not_written(error))?;
            state.metrics.spooled
        };
        if self.durability == Durability::Power {
            self.sync(upto).map_err(|source| RecordError::NotSynced { folder: self.folder.clone(), source })?;
        }
        oversized.map_or(Ok(()), Err)
    }

    fn not_written(&self, source: io::Error) -> RecordError {
        RecordError::NotWritten { folder: self.folder.clone(), source }
    }

    /// Waits until there is something to deliver; None once delivery has ended. Fewer than `batch` events wait for others
    /// for as long as `linger`, unless somebody wants all to be delivered.
    pub(crate) fn work(&self, batch: usize, linger: Duration) -> Option<Window> {
        let mut state = self.state();
        state.carrying = false;
        self.changed.notify_all();
        let mut until = None;
        loop {
            if state.stop {
                return None;
            }
            let pending = state.pending();
            let now = Instant::now();
            if pending > 0 {
                let until = *until.get_or_insert(now + linger);
                if pending >= batch as u64 || state.flushing > 0 || now >= until {
                    let window = state.spool.as_ref().and_then(Spool::window);
                    state.carrying = window.is_some();
                    return window;
                }
            }
            state = self.wait(state, until);
        }
    }

    /// Waits before another attempt, unless delivery ends, or somebody begins to want all to be delivered; whether
    /// somebody did.
    pub(crate) fn rest(&self, wait: Duration) -> bool {
        let until = Instant::now() + wait;
        let mut state = self.state();
        let nudges = state.nudges;
        state.carrying = false;
        while !state.stop && state.nudges == nudges && Instant::now() < until {
            state = self.wait(state, Some(until));
        }
        state.nudges != nudges
    }

    /// Counts an attempt that is to be repeated.
    pub(crate) fn retried(&self) {
        self.state().metrics.retries += 1;
    }

    /// Takes events out of the spool.
    pub(crate) fn done(&self, taken: &Taken, ended: Ended) {
        let mut state = self.state();
        let State { spool: Some(spool), metrics, .. } = &mut *state else { return };
        let damaged = spool.done(taken);
        let count = taken.events.len() as u64;
        match ended {
            Ended::Delivered { rejected } => {
                metrics.delivered += count - rejected;
                metrics.dropped.refused += rejected;
            }
            Ended::Refused => metrics.dropped.refused += count,
        }
        metrics.dropped.damaged += damaged;
        if damaged > 0 {
            tracing::error!(dropped = damaged, "analytics events were dropped: the spool is damaged");
        }
        self.changed.notify_all();
    }

    /// Goes on behind events that cannot be read any more.
    pub(crate) fn give_up(&self, window: &Window) {
        self.done(&window.given_up(), Ended::Delivered { rejected: 0 });
    }

    /// Waits until all is delivered, or it is time; how many events are left.
    pub(crate) fn flush(&self, until: Instant) -> u64 {
        let mut state = self.state();
        let _ = state.write(true);
        state.flushing += 1;
        state.nudges += 1;
        self.changed.notify_all();
        while !state.stop && state.left() > 0 && Instant::now() < until {
            state = self.wait(state, Some(until));
        }
        state.flushing -= 1;
        let (left, upto) = (state.left(), state.metrics.spooled);
        drop(state);
        let _ = self.sync(upto);
        left
    }

    pub(crate) fn metrics(&self) -> Metrics {
        let state = self.state();
        let mut metrics = Metrics { unwritten: state.backlog.len(), ..state.metrics };
        if let Some(spool) = &state.spool {
            metrics.pending = spool.pending();
            metrics.spool_bytes = spool.bytes();
            metrics.dropped.for_room = spool.dropped();
        }
        metrics
    }

    /// Ends delivery: syncs the spool and closes it, after an attempt under way if that ends in time.
    pub(crate) fn stop(&self, until: Instant) {
        let mut state = self.state();
        state.stop = true;
        self.changed.notify_all();
        let _ = state.write(true);
        let upto = state.metrics.spooled;
        drop(state);
        let _ = self.sync(upto);
        let mut state = self.state();
        while state.carrying && Instant::now() < until {
            state = self.wait(state, Some(until));
        }
        let left = state.left();
        if left > 0 {
            tracing::info!(left, "undelivered analytics events are left for the next run");
        }
        state.spool = None;
    }
}

impl State {
    fn pending(&self) -> u64 {
        self.spool.as_ref().map_or(0, Spool::pending)
    }

    /// How many events are neither delivered nor gone.
    fn left(&self) -> u64 {
        self.pending() + self.backlog.len()
    }

    /// Writes what is to be written, the oldest first. What cannot be written is kept as far as there is memory for it, and
    /// tried again when that may help, or when `now` says so.
    pub(crate) fn write(&mut self, now: bool) -> io::Result<()> {
        let written = match &self.failure {
            Some((at, kind, text)) if !now && at.elapsed() < WRITE_AGAIN => Err(io::Error::new(*kind, text.clone())),
            _ => self.append(),
        };
        if let Err(error) = &written {
            let dropped = self.backlog.bound();
            if dropped > 0 {
                tracing::error!(dropped, %error, "analytics events were dropped: the spool cannot be written");
                self.metrics.dropped.unwritable += dropped;
            }
        }
        written
    }

    fn append(&mut self) -> io::Result<()> {
        let Self { spool: Some(spool), backlog, metrics, failure, .. } = self else { return Ok(()) };
        while !backlog.is_empty() {
            let events = backlog.events();
            let fits = spool.fits(events);
            let before = spool.dropped();
            let written = spool.append(&events[..fits]);
            let dropped = spool.dropped() - before;
            if dropped > 0 {
                tracing::warn!(dropped, "the spool of analytics events is full: the oldest were dropped");
            }
            let failed = written.as_ref().err().map(|error| (Instant::now(), error.kind(), error.to_string()));
            match (&failure, &failed) {
                (None, Some((_, _, error))) => {
                    tracing::warn!(error, "the spool of analytics events cannot be written; they wait in memory");
                }
                (Some(_), None) => tracing::info!("the spool of analytics events is written again"),
                _ => {}
            }
            *failure = failed;
            written?;
            metrics.spooled += fits as u64;
            backlog.remove(fits);
        }
        Ok(())
    }
}
