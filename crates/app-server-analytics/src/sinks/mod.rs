//! Where events go from the spool: one trait, and a file for each kind of sink.

#[cfg(feature = "otlp")]
mod any_value;
mod http;
mod jsonl;
#[cfg(feature = "otlp")]
mod otlp;
mod post;
mod target;

use std::fmt;
use std::time::Duration;

pub(crate) use self::http::Http;
pub(crate) use self::jsonl::Jsonl;
pub use self::jsonl::Rotation;
#[cfg(feature = "otlp")]
pub(crate) use self::otlp::Otlp;
pub use self::target::{BaseUrl, Target, TargetError};
pub use crate::spool::Spooled;

/// Something that takes events, on a thread of its own.
///
/// ```
/// use app_server_analytics::{Refusal, Sink, Spooled};
///
/// /// Prints what it gets.
/// struct Printer;
///
/// impl Sink for Printer {
///     fn deliver(&mut self, events: &[Spooled]) -> Result<(), Refusal> {
///         events.iter().for_each(|event| println!("{} {}", event.id, event.json));
///         Ok(())
///     }
/// }
/// ```
pub trait Sink: Send {
    /// Delivers all of these, the oldest first, or says why not. What was taken in part comes again with the same ids. A
    /// panic counts as [`Refusal::Later`].
    ///
    /// # Errors
    ///
    /// What is refused comes again, or is dropped and counted: [`Refusal`] says which.
    fn deliver(&mut self, events: &[Spooled]) -> Result<(), Refusal>;
}

/// Why events were not taken, and what becomes of them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// The receiver cannot take them now: they come again, at the earliest after the time that it asked for.
    Later {
        /// What happened.
        why: String,
        /// What the receiver asked for.
        after: Option<Duration>,
    },
    /// The receiver will never take something among these: they come again in smaller batches, until what it objects to is
    /// alone; that is dropped.
    Content {
        /// What happened.
        why: String,
    },
    /// The receiver took all but so many of these, and does not say which: none of them comes again.
    Partly {
        /// What happened.
        why: String,
        /// How many it did not take.
        rejected: u64,
    },
    /// The receiver takes none of these: they are dropped.
    Never {
        /// What happened.
        why: String,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Later { why, .. } | Self::Content { why } | Self::Partly { why, .. } | Self::Never { why } => {
                f.write_str(why)
            }
        }
    }
}
