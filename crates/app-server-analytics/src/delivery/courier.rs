//! The thread that takes events from the spool to the sink, again and again until they are taken.

use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use super::backoff::Backoff;
use super::config::Config;
use super::shared::{Ended, Shared};
use crate::sinks::{Refusal, Sink};
use crate::spool::Taken;

/// One that carries events to one sink.
pub(crate) struct Courier {
    shared: Arc<Shared>,
    sink: Box<dyn Sink>,
    linger: Duration,
    backoff: Backoff,
    /// How many events a batch has at most.
    batch: usize,
    /// How many it may have now: fewer while the receiver objects to one among them.
    most: usize,
    /// How many attempts have failed since the last success.
    failures: u32,
    /// How many batches were refused since.
    refusals: u32,
}

impl Courier {
    pub(crate) fn new(shared: Arc<Shared>, sink: Box<dyn Sink>, config: &Config) -> Self {
        let batch = config.batch.max(1);
        let (linger, backoff) = (config.linger, config.backoff);
        Self { shared, sink, linger, backoff, batch, most: batch, failures: 0, refusals: 0 }
    }

    /// Works until delivery ends. A batch is read anew for each attempt: meanwhile the spool may have dropped it.
    pub(crate) fn run(mut self) {
        while let Some(window) = self.shared.work(self.batch, self.linger) {
            match window.take(self.most) {
                Ok(taken) if taken.events.is_empty() => self.shared.give_up(&window),
                Ok(taken) => self.carry(&taken),
                // Somebody has been at the files, or the spool itself to make room. All else may pass, a want of file
                // handles for one.
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::UnexpectedEof) => {
                    self.shared.give_up(&window);
                }
                Err(error) => self.again(&format!("the spool cannot be read: {error}"), None),
            }
        }
    }

    fn carry(&mut self, taken: &Taken) {
        let count = taken.events.len();
        // A sink that panics may be well again with the next batch, and must not end delivery unseen.
        let delivered = catch_unwind(AssertUnwindSafe(|| self.sink.deliver(&taken.events)));
        let panicked = |_| Err(Refusal::Later { why: "the sink panicked".into(), after: None });
        let ended = match delivered.unwrap_or_else(panicked) {
            Ok(()) => Ended::Delivered { rejected: 0 },
            Err(Refusal::Partly { why, rejected }) => {
                tracing::warn!(
                    why,
                    rejected,
                    of = count,
                    "analytics events were dropped: the receiver did not take them"
                );
                Ended::Delivered { rejected: rejected.min(count as u64) }
            }
            Err(Refusal::Content { why }) if count > 1 => {
                tracing::debug!(why, count, "the receiver objects to one of several analytics events");
                self.most = count / 2;
                self.shared.retried();
                return;
            }
            Err(Refusal::Content { why } | Refusal::Never { why }) => {
                tracing::warn!(why, count, "analytics events were dropped: the receiver refuses them");
                Ended::Refused
            }
            Err(Refusal::Later { why, after }) => return self.again(&why, after),
        };
        self.shared.done(taken, ended);
        if matches!(ended, Ended::Refused) {
            // One that refuses all would otherwise be asked as fast as it can answer.
            self.shared.rest(self.backoff.wait(self.refusals, fastrand::f64(), None));
            self.refusals = self.refusals.saturating_add(1);
            return;
        }
        if self.failures > 0 {
            tracing::info!(failures = self.failures, "analytics events are delivered again");
        }
        (self.failures, self.refusals) = (0, 0);
        self.most = self.batch.min(self.most.saturating_mul(2));
    }

    fn again(&mut self, why: &str, after: Option<Duration>) {
        let wait = self.backoff.wait(self.failures, fastrand::f64(), after);
        if self.failures == 0 {
            tracing::warn!(why, ?wait, "analytics events cannot be delivered now; they wait in the spool");
        } else {
            tracing::debug!(why, ?wait, failures = self.failures, "analytics events still cannot be delivered");
        }
        self.shared.retried();
        let nudged = self.shared.rest(wait);
        self.failures = if nudged { 1 } else { self.failures.saturating_add(1) };
    }
}
