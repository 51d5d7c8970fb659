//! What delivery counts.

/// What has happened to events since delivery was opened.
///
/// Nothing is lost unseen: `found + spooled = delivered + dropped.for_room + dropped.refused + dropped.damaged + pending`,
/// where `dropped.unwritable` and `dropped.oversized` never got as far as the spool.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Metrics {
    /// Events that earlier processes had left in the spool.
    pub found: u64,
    /// Events written to the spool.
    pub spooled: u64,
    /// Events that the sink took.
    pub delivered: u64,
    /// Events that are gone.
    pub dropped: Lost,
    /// Attempts to deliver that failed and were repeated.
    pub retries: u64,
    /// Events in the spool now.
    pub pending: u64,
    /// Events in memory, because the spool cannot be written now.
    pub unwritten: u64,
    /// Bytes that the spool takes on the disk now.
    pub spool_bytes: u64,
    /// Bytes of earlier processes' files that were no event any more: torn tails, and worse.
    pub damaged_bytes: u64,
}

/// Events that are gone, by what was the matter.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lost {
    /// The spool was full; the oldest went.
    pub for_room: u64,
    /// The receiver would never take them.
    pub refused: u64,
    /// They could not be read again.
    pub damaged: u64,
    /// The spool could not be written for so long that there was no memory left for them; the oldest went.
    pub unwritable: u64,
    /// They were longer than events may be.
    pub oversized: u64,
}

impl Lost {
    /// All of them.
    pub fn total(&self) -> u64 {
        let Self { for_room, refused, damaged, unwritable, oversized } = *self;
        for_room + refused + damaged + unwritable + oversized
    }
}
