//! What can be chosen about delivery.

use std::path::PathBuf;
use std::time::Duration;

use super::backoff::Backoff;
use crate::sinks::{Rotation, Target};

/// The smallest bound of the spool: four segments that each take the longest event.
pub(crate) const LEAST_BYTES: u64 = 2 * 1024 * 1024;

/// Where events go and how they are kept until then. [`Config::new`] has what suits most.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// The folder for the spool, and for the files of the sink `jsonl`.
    pub folder: PathBuf,
    /// Where events go.
    pub target: Target,
    /// When an event counts as recorded.
    pub durability: Durability,
    /// How many bytes the spool takes on the disk at most; when there is no room the oldest segment goes. 64 MiB; at least 2.
    pub max_bytes: u64,
    /// How many events go to the sink at once. 100. The sink `http` names the id of each in a header, and servers bound
    /// those: 8 KiB hold 220.
    pub batch: usize,
    /// How long the first event of a batch waits for others. A second.
    pub linger: Duration,
    /// How long one attempt to deliver may take. 10 seconds.
    pub timeout: Duration,
    /// How long to wait before another attempt.
    pub backoff: Backoff,
    /// How much the files of the sink `jsonl` may hold.
    pub rotation: Rotation,
    /// What the service is called that the events come from, for the sink `otlp`. `app-server`.
    pub service: String,
}

impl Config {
    /// The usual choices.
    pub fn new(folder: impl Into<PathBuf>, target: Target) -> Self {
        Self {
            folder: folder.into(),
            target,
            durability: Durability::default(),
            max_bytes: 64 * 1024 * 1024,
            batch: 100,
            linger: Duration::from_secs(1),
            timeout: Duration::from_secs(10),
            backoff: Backoff::default(),
            rotation: Rotation::default(),
            service: "app-server".into(),
        }
    }
}

/// What an event survives once it counts as recorded. Either way it is written to the spool's file by then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// The death of the process, also by `kill -9`, at once; a power failure after the interval, within which all files are
    /// synced once.
    Process {
        /// How long the disk may be behind.
        sync_every: Duration,
    },
    /// A power failure at once: recording waits until the file is synced. Those who wait at the same time share one sync.
    Power,
}

impl Default for Durability {
    /// The death of the process; a power failure after 100 ms.
    fn default() -> Self {
        Self::Process { sync_every: Duration::from_millis(100) }
    }
}
