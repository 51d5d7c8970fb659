//! What can go wrong, for whoever has to mend it.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::config::LEAST_BYTES;
use crate::spool::{LockError, MAX_TEXT, SpoolError};

/// Why delivery cannot begin.
#[derive(Debug)]
pub struct OpenError(Reason);

#[derive(Debug)]
enum Reason {
    TooSmall(u64),
    Spool(SpoolError),
    Thread(io::Error),
}

impl OpenError {
    pub(crate) fn too_small(max_bytes: u64) -> Self {
        Self(Reason::TooSmall(max_bytes))
    }

    pub(crate) fn thread(error: io::Error) -> Self {
        Self(Reason::Thread(error))
    }

    /// Whether another process delivers from the same folder.
    pub fn is_in_use(&self) -> bool {
        matches!(self.0, Reason::Spool(SpoolError::Lock(LockError::Held(..))))
    }
}

impl From<SpoolError> for OpenError {
    fn from(error: SpoolError) -> Self {
        Self(Reason::Spool(error))
    }
}

impl std::error::Error for OpenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Reason::Spool(SpoolError::Io(_, error) | SpoolError::Lock(LockError::Io(_, error))) => Some(error),
            Reason::Thread(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::TooSmall(found) => {
                write!(f, "the spool of analytics events is bound to {found} bytes; expected: at least {LEAST_BYTES}")
            }
            Reason::Spool(SpoolError::Lock(LockError::Held(path, holder))) => {
                let folder = path.parent().unwrap_or(path).display();
                write!(f, "the spool of analytics events {folder} is in use by ")?;
                match holder {
                    Some(id) => write!(f, "the process {id}")?,
                    None => f.write_str("another process")?,
                }
                f.write_str("; expected: one process a data folder. End that one, or choose another folder")
            }
            Reason::Spool(SpoolError::Version(path, version)) => write!(
                f,
                "{} is a spool of version {version}, written by a newer program; expected: version 1. Let that program \
                 deliver it, or remove the file to lose what is in it",
                path.display()
            ),
            Reason::Spool(SpoolError::Io(path, error) | SpoolError::Lock(LockError::Io(path, error))) => {
                write!(f, "the spool of analytics events cannot be opened: {}: {error}", path.display())
            }
            Reason::Thread(error) => write!(f, "no thread for the delivery of analytics events: {error}"),
        }
    }
}

/// Why an event is not safe.
#[derive(Debug)]
#[non_exhaustive]
pub enum RecordError {
    /// It was not written. It is kept in memory, and written as soon as that is possible.
    NotWritten {
        /// The folder of the delivery.
        folder: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It was written, but a power failure may lose it.
    NotSynced {
        /// The folder of the delivery.
        folder: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is longer than events may be, and was dropped.
    Oversized {
        /// The name of its kind.
        event_type: &'static str,
        /// How long it is.
        bytes: usize,
    },
}

impl std::error::Error for RecordError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotWritten { source, .. } | Self::NotSynced { source, .. } => Some(source),
            Self::Oversized { .. } => None,
        }
    }
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotWritten { folder, source } => {
                write!(f, "analytics events are only in memory: {} cannot be written: {source}", folder.display())
            }
            Self::NotSynced { folder, source } => {
                write!(f, "analytics events may not survive: {} cannot be synced: {source}", folder.display())
            }
            Self::Oversized { event_type, bytes } => {
                write!(f, "an event `{event_type}` has {bytes} bytes; expected: at most {MAX_TEXT}")
            }
        }
    }
}
