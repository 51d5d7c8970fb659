//! From the reducer to the sink, at least once: events are written to the spool before they count as recorded, and a
//! thread of its own takes them to the sink for as long as it needs.

mod backlog;
mod backoff;
mod config;
mod courier;
mod error;
mod keeper;
mod metrics;
mod shared;

use std::fmt;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

pub use self::backoff::Backoff;
pub use self::config::{Config, Durability};
pub use self::error::{OpenError, RecordError};
pub use self::metrics::{Lost, Metrics};

use self::config::LEAST_BYTES;
use self::courier::Courier;
use self::shared::Shared;
use crate::events::Event;
#[cfg(feature = "otlp")]
use crate::sinks::Otlp;
use crate::sinks::{Http, Jsonl, Sink, Target};
use crate::spool::{LockError, Spool, SpoolError};

/// How long the end of a delivery waits for an attempt under way.
const GRACE: Duration = Duration::from_secs(1);

/// Keeps events and delivers them.
///
/// Share it behind an `Arc`; all of it takes `&self`. To drop it ends delivery within a second: what is not delivered by
/// then lies in the spool, for the next process that opens the folder, whichever sink that has.
///
/// A [`Reducer`](crate::Reducer) forgets a fact once it has given its events. Nothing is lost by that if the events are
/// recorded with the reducer still locked, and before the client has its answer: then they are on their way before another
/// fact is taken, and a client that was answered knows that they are safe. What cannot be written is kept by the delivery
/// itself, so that there is nothing to be recorded twice.
///
/// ```
/// use std::time::Duration;
///
/// use app_server_analytics::events::{Event, UsageLimitBannerParams};
/// use app_server_analytics::{Config, Delivery};
/// use app_server_protocol::v2::{UsageLimitBannerAction, UsageLimitBannerType};
///
/// let folder = tempfile::tempdir()?;
/// let delivery = Delivery::open(Config::new(folder.path(), "jsonl".parse()?))?;
/// let banner = UsageLimitBannerType::WorkspaceMemberCreditsDepleted;
/// let event_params = UsageLimitBannerParams::new(banner, UsageLimitBannerAction::Shown);
/// delivery.record(&Event::UsageLimitBannerShown { event_params })?;
/// assert_eq!(delivery.flush(Duration::from_secs(5)), 0);
/// assert_eq!(delivery.metrics().delivered, 1);
/// assert!(std::fs::read_to_string(folder.path().join("events.jsonl"))?.contains("codex_usage_limit_banner_shown"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Delivery(Option<Arc<Shared>>);

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Delivery").field(&self.metrics()).finish()
    }
}

impl Delivery {
    /// Opens the spool, and begins to deliver what is in it. With [`Target::Off`] nothing is opened or begun, and what an
    /// earlier run left undelivered is removed.
    ///
    /// # Errors
    ///
    /// If the spool cannot be written, or another process has it open.
    pub fn open(config: Config) -> Result<Self, OpenError> {
        let sink: Box<dyn Sink> = match &config.target {
            Target::Off => return Self::off(&config),
            Target::Jsonl => Box::new(Jsonl::new(&config.folder, config.rotation)),
            Target::Http(base) => Box::new(Http::new(base, config.timeout)),
            #[cfg(feature = "otlp")]
            Target::Otlp(endpoint) => Box::new(Otlp::new(endpoint, &config.service, config.timeout)),
        };
        Self::with_sink(config, sink)
    }

    /// The same with a sink of your own, whatever the target says.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    pub fn with_sink(config: Config, sink: Box<dyn Sink>) -> Result<Self, OpenError> {
        if config.max_bytes < LEAST_BYTES {
            return Err(OpenError::too_small(config.max_bytes));
        }
        let (spool, found) = Spool::open(&config.folder.join("spool"), config.max_bytes)?;
        if found.events > 0 || found.damaged_bytes > 0 {
            let (events, damaged_bytes) = (found.events, found.damaged_bytes);
            tracing::info!(events, damaged_bytes, target = %config.target, "analytics events of an earlier run are there");
        }
        let shared = Arc::new(Shared::new(spool, found, &config));
        // From here on, threads that were begun end with this.
        let delivery = Self(Some(Arc::clone(&shared)));
        let courier = Courier::new(Arc::clone(&shared), sink, &config);
        thread::Builder::new().name("analytics".into()).spawn(move || courier.run()).map_err(OpenError::thread)?;
        thread::Builder::new().name("analytics-sync".into()).spawn(move || shared.keep()).map_err(OpenError::thread)?;
        Ok(delivery)
    }

    fn off(config: &Config) -> Result<Self, OpenError> {
        match Spool::purge(&config.folder.join("spool")) {
            Ok(0) => {}
            Ok(bytes) => tracing::info!(bytes, "analytics are off: undelivered events of an earlier run were removed"),
            // These are the events of a process whose analytics are on.
            Err(SpoolError::Lock(LockError::Held(..))) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(Self(None))
    }

    /// Writes an event to the spool. It waits for that, and never for a sink; what an event survives from then on is
    /// [`Config::durability`]. By default that takes some microseconds, and an async handler can afford it; to wait for the
    /// disk it cannot.
    ///
    /// # Errors
    ///
    /// If the event is not safe: it is kept in memory and written later ([`RecordError::NotWritten`]), it was written but
    /// not synced, or it is longer than 256 KiB and was dropped. The caller need not record it again.
    pub fn record(&self, event: &Event) -> Result<(), RecordError> {
        self.record_all(std::slice::from_ref(event))
    }

    /// Writes several events, as what came of one fact, with one call of the system.
    ///
    /// # Errors
    ///
    /// As [`record`](Self::record). One that is too long does not keep the others from being written.
    pub fn record_all(&self, events: &[Event]) -> Result<(), RecordError> {
        match &self.0 {
            Some(shared) if !events.is_empty() => shared.record(events),
            _ => Ok(()),
        }
    }

    /// Delivers what is there without waiting for more, for at most so long. How many events are left; they lie in the
    /// spool, synced.
    pub fn flush(&self, deadline: Duration) -> u64 {
        self.0.as_ref().map_or(0, |shared| shared.flush(Instant::now() + deadline))
    }

    /// What has happened so far.
    pub fn metrics(&self) -> Metrics {
        self.0.as_ref().map_or_else(Metrics::default, |shared| shared.metrics())
    }
}

impl Drop for Delivery {
    fn drop(&mut self) {
        if let Some(shared) = &self.0 {
            shared.stop(Instant::now() + GRACE);
        }
    }
}
