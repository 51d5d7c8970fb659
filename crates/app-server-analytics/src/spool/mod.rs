//! Where events wait until they are delivered: segment files in one folder, written at the end, read from the front, and
//! bounded in bytes. When there is no room the oldest segment goes.
//!
//! Queues on disk that exist as crates have one of: no bound, a rewrite of the whole file, a database, or no way past a
//! damaged byte; the format is small enough to be held by properties (`format.rs`). What keeps it simple:
//!
//! - A process never writes to a segment of another one: each begins a new segment, so a torn tail stays a tail.
//! - Numbers of segments are never used twice, so a cursor never points at bytes that were written after it.
//! - The cursor may be lost or old; then events are delivered again. It never runs ahead of what was delivered.

mod files;
mod format;
mod lock;

use std::collections::VecDeque;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use files::{Scan, remove, segment_path, segments_in};
pub use format::Spooled;
use format::{HEADER, Position, encode};
pub(crate) use format::{MAX_TEXT, OVERHEAD};
use lock::Lock;
pub(crate) use lock::LockError;

/// Segments are about this long at most: large enough for one call a segment to cost nothing, small enough for the oldest
/// one to be little.
const SEGMENT: u64 = 4 * 1024 * 1024;
/// What a file takes on a disk, whatever its length: files are counted in these.
const BLOCK: u64 = 4096;

/// The spool, opened by this process alone.
#[derive(Debug)]
pub(crate) struct Spool {
    folder: PathBuf,
    _lock: Lock,
    max_bytes: u64,
    /// The oldest first.
    segments: VecDeque<Segment>,
    /// The file of the last segment, unless the next append begins a new one.
    active: Option<Arc<File>>,
    /// The number of the next segment.
    next: u64,
    cursor: Position,
    cursor_file: File,
    /// What was written since it was last asked for.
    unsynced: Vec<Arc<File>>,
    /// How many events had to go before they were delivered.
    dropped: u64,
}

#[derive(Debug)]
struct Segment {
    number: u64,
    /// How far it was written by whole appends.
    len: u64,
    /// How many of its events are not delivered.
    pending: u64,
}

impl Segment {
    fn footprint(&self) -> u64 {
        self.len.next_multiple_of(BLOCK)
    }
}

/// What was found when the spool was opened.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Events that earlier processes left.
    pub(crate) events: u64,
    /// Bytes that are no event any more: torn tails, and worse.
    pub(crate) damaged_bytes: u64,
}

/// Why a spool cannot be opened.
#[derive(Debug)]
pub(crate) enum SpoolError {
    Io(PathBuf, io::Error),
    Lock(LockError),
    /// A segment of another version of the format.
    Version(PathBuf, u8),
}

/// Events that are yet to be delivered, as they lie in one segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Window {
    path: PathBuf,
    from: Position,
    to: u64,
}

/// Events taken from a window.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    /// None if there is nothing readable left in the segment.
    pub(crate) events: Vec<Spooled>,
    end: Position,
}

impl Spool {
    /// Opens or begins the spool in a folder; another process that has it open is an error.
    pub(crate) fn open(folder: &Path, max_bytes: u64) -> Result<(Self, Found), SpoolError> {
        let at = |path: &Path| {
            let path = path.to_owned();
            move |error| SpoolError::Io(path, error)
        };
        fs::create_dir_all(folder).map_err(at(folder))?;
        let lock = Lock::take(folder).map_err(SpoolError::Lock)?;
        let cursor_path = folder.join("cursor");
        let mut options = OpenOptions::new();
        let cursor_file =
            options.read(true).write(true).create(true).truncate(false).open(&cursor_path).map_err(at(&cursor_path))?;
        let cursor = files::read_cursor(&cursor_file).map_err(at(&cursor_path))?;
        let numbers = segments_in(folder).map_err(at(folder))?;
        let last = numbers.last().copied().max(cursor.map(|cursor| cursor.segment)).unwrap_or(0);
        let mut spool = Self {
            folder: folder.to_owned(),
            _lock: lock,
            max_bytes,
            segments: VecDeque::new(),
            active: None,
            next: last + 1,
            cursor: cursor.unwrap_or(Position { segment: 0, offset: 0 }),
            cursor_file,
            unsynced: Vec::new(),
            dropped: 0,
        };
        if cursor.is_none() {
            // So that a place can be noted on a full disk too: from there on, no byte is added to the file.
            spool.write_cursor();
        }
        let mut found = Found::default();
        for number in numbers {
            let path = segment_path(folder, number);
            let from = spool.start_of(number);
            let scan = files::scan(&path, from).map_err(at(&path))?;
            match scan {
                Scan::Version(version) => return Err(SpoolError::Version(path, version)),
                Scan::Events { pending, len, damaged } => {
                    found.damaged_bytes += damaged;
                    if number < spool.cursor.segment || pending == 0 {
                        remove(&path);
                    } else {
                        found.events += pending;
                        spool.segments.push_back(Segment { number, len, pending });
                    }
                }
            }
        }
        spool.make_room(0);
        Ok((spool, found))
    }

    /// Removes what an earlier process left undelivered, with the folder; how many bytes it was. Nothing is created.
    pub(crate) fn purge(folder: &Path) -> Result<u64, SpoolError> {
        if !folder.exists() {
            return Ok(0);
        }
        let lock = Lock::take(folder).map_err(SpoolError::Lock)?;
        let at = |error| SpoolError::Io(folder.to_owned(), error);
        let numbers = segments_in(folder).map_err(at)?;
        let paths = numbers.into_iter().map(|number| segment_path(folder, number));
        let mut bytes = 0;
        for path in paths {
            bytes += path.metadata().map_or(0, |metadata| metadata.len());
            fs::remove_file(&path).map_err(|error| SpoolError::Io(path, error))?;
        }
        remove(&folder.join("cursor"));
        lock.remove();
        // What others put there stays, and with it the folder.
        let _ = fs::remove_dir(folder);
        Ok(bytes)
    }

    /// How many events wait.
    pub(crate) fn pending(&self) -> u64 {
        self.segments.iter().map(|segment| segment.pending).sum()
    }

    /// How many bytes the files take.
    pub(crate) fn bytes(&self) -> u64 {
        self.segments.iter().map(Segment::footprint).sum()
    }

    /// How many events had to go for want of room.
    pub(crate) fn dropped(&self) -> u64 {
        self.dropped
    }

    /// Appends events, all or none; they survive the death of this process from then on.
    ///
    /// Together the events are shorter than a segment; see [`fits`](Self::fits).
    pub(crate) fn append(&mut self, events: &[Spooled]) -> io::Result<()> {
        let added: usize = events.iter().map(Spooled::size).sum();
        let limit = self.segment_bytes();
        if self.segments.back().is_some_and(|last| last.len + added as u64 > limit) {
            self.active = None;
        }
        self.make_room(added as u64 + BLOCK);
        let file = match &self.active {
            Some(file) => Arc::clone(file),
            None => self.begin()?,
        };
        let mut bytes = Vec::with_capacity(HEADER.len() + added);
        if self.segments.back().is_some_and(|last| last.len == 0) {
            bytes.extend_from_slice(&HEADER);
        }
        events.iter().for_each(|event| encode(event, &mut bytes));
        if let Err(error) = (&*file).write_all(&bytes) {
            // A part of it may be there. Whether or not it can be taken back, nothing is written behind it.
            self.active = None;
            match self.segments.back() {
                Some(last) if last.len > 0 => drop(file.set_len(last.len)),
                Some(last) => {
                    remove(&segment_path(&self.folder, last.number));
                    self.segments.pop_back();
                }
                None => {}
            }
            return Err(error);
        }
        if let Some(last) = self.segments.back_mut() {
            last.len += bytes.len() as u64;
            last.pending += events.len() as u64;
        }
        if !self.unsynced.iter().any(|other| Arc::ptr_eq(other, &file)) {
            self.unsynced.push(file);
        }
        Ok(())
    }

    /// How many of the events one append takes.
    pub(crate) fn fits(&self, events: &[Spooled]) -> usize {
        let mut room = self.segment_bytes() - HEADER.len() as u64;
        let fitting = events.iter().take_while(|event| {
            let left = room.checked_sub(event.size() as u64);
            room = left.unwrap_or(0);
            left.is_some()
        });
        fitting.count().max(1)
    }

    /// Small enough for several to lie below the bound, large enough for the longest event.
    fn segment_bytes(&self) -> u64 {
        SEGMENT.min(self.max_bytes / 4).max((HEADER.len() + OVERHEAD + MAX_TEXT) as u64)
    }

    /// Begins a segment, as yet without its header.
    fn begin(&mut self) -> io::Result<Arc<File>> {
        let path = segment_path(&self.folder, self.next);
        let number = self.next;
        // Whatever comes of it: a file that is there already must not be in the way for ever.
        self.next += 1;
        let file = Arc::new(OpenOptions::new().append(true).create_new(true).open(path)?);
        self.segments.push_back(Segment { number, len: 0, pending: 0 });
        self.active = Some(Arc::clone(&file));
        // A file is found after a power failure only if its folder was synced too; elsewhere folders cannot be opened.
        #[cfg(unix)]
        self.unsynced.push(Arc::new(File::open(&self.folder)?));
        Ok(file)
    }

    /// Drops the oldest segments until so many bytes more are within the bound.
    fn make_room(&mut self, added: u64) {
        while self.bytes() + added > self.max_bytes && self.segments.len() > usize::from(self.active.is_some()) {
            self.remove_oldest();
        }
    }

    /// Removes the oldest segment, with those of its events that were not delivered.
    fn remove_oldest(&mut self) {
        let Some(oldest) = self.segments.pop_front() else { return };
        self.dropped += oldest.pending;
        if self.segments.is_empty() {
            self.active = None;
        }
        remove(&segment_path(&self.folder, oldest.number));
    }

    /// Where the undelivered part of a segment begins.
    fn start_of(&self, number: u64) -> Position {
        let offset = if number == self.cursor.segment { self.cursor.offset } else { 0 };
        Position { segment: number, offset: offset.max(HEADER.len() as u64) }
    }

    /// The oldest events that wait, if any do. They are read with [`Window::take`], while others append.
    pub(crate) fn window(&self) -> Option<Window> {
        let segment = self.segments.iter().find(|segment| segment.pending > 0)?;
        let path = segment_path(&self.folder, segment.number);
        Some(Window { path, from: self.start_of(segment.number), to: segment.len })
    }

    /// Notes that events were delivered, or will never be. How many more of their segment cannot be read any more.
    pub(crate) fn done(&mut self, taken: &Taken) -> u64 {
        let count = taken.events.len() as u64;
        let Some(segment) = self.segments.iter_mut().find(|segment| segment.number == taken.end.segment) else {
            // Meanwhile they had to go, and now they are not lost after all.
            self.dropped = self.dropped.saturating_sub(count);
            return 0;
        };
        segment.pending = segment.pending.saturating_sub(count);
        let all = taken.end.offset >= segment.len;
        let damaged = if all { std::mem::take(&mut segment.pending) } else { 0 };
        if damaged > 0 {
            // Somebody may have removed the file; what is written from now on goes to another.
            self.active = None;
        }
        self.cursor = taken.end;
        self.write_cursor();
        while self.segments.front().is_some_and(|oldest| oldest.pending == 0)
            && self.segments.len() > usize::from(self.active.is_some())
        {
            self.remove_oldest();
        }
        damaged
    }

    /// Writes the cursor in place: torn by a power failure it is none, and what is there is delivered again.
    fn write_cursor(&self) {
        if let Err(error) = files::write_cursor(&self.cursor_file, self.cursor) {
            tracing::warn!(%error, "the spool cannot note what was delivered, and may deliver it again");
        }
    }

    /// The files to be synced for all that was appended to survive a power failure. Whoever takes them syncs them.
    pub(crate) fn take_unsynced(&mut self) -> Vec<Arc<File>> {
        std::mem::take(&mut self.unsynced)
    }

    /// Leaves the segment that could not be synced; nothing more is written to it.
    pub(crate) fn abandon_segment(&mut self) {
        self.active = None;
    }
}

impl Window {
    /// Reads at most `most` of its events.
    pub(crate) fn take(&self, most: usize) -> io::Result<Taken> {
        let (events, offset) = files::read(&self.path, self.from.offset, self.to, most)?;
        Ok(Taken { events, end: Position { offset, ..self.from } })
    }

    /// All of it, as unreadable.
    pub(crate) fn given_up(&self) -> Taken {
        Taken { events: Vec::new(), end: Position { offset: self.to, ..self.from } }
    }
}

#[cfg(test)]
mod tests;
