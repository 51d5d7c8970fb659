//! The spool's files: their names, and reading them in stretches of bounded length.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::format::{CURSOR, Decoded, HEADER, MAX_TEXT, OVERHEAD, Position, Spooled, decode};

/// How much of a segment is in memory at once. The longest record fits, so that each stretch gets further.
const STRETCH: usize = 512 * 1024;
const _: () = assert!(STRETCH > OVERHEAD + MAX_TEXT);
const ENDING: &str = ".spool";

pub(crate) fn segment_path(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("{number:020}{ENDING}"))
}

/// The numbers of the segments in a folder, in order. Other files are nobody's business.
pub(crate) fn segments_in(folder: &Path) -> io::Result<Vec<u64>> {
    let mut numbers = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let digits = name.to_str().and_then(|name| name.strip_suffix(ENDING)).filter(|digits| digits.len() == 20);
        // The last number has no successor; no spool gets there.
        numbers.extend(digits.and_then(|digits| digits.parse().ok()).filter(|number: &u64| *number < u64::MAX));
    }
    numbers.sort_unstable();
    Ok(numbers)
}

/// Removes a file that is not needed any more. One that stays is removed at the next start.
pub(crate) fn remove(path: &Path) {
    if let Err(error) = fs::remove_file(path)
        && error.kind() != io::ErrorKind::NotFound
    {
        tracing::warn!(file = %path.display(), %error, "cannot remove a file of the spool");
    }
}

pub(crate) fn read_cursor(mut file: &File) -> io::Result<Option<Position>> {
    let mut bytes = Vec::with_capacity(CURSOR + 1);
    file.seek(SeekFrom::Start(0))?;
    file.take(CURSOR as u64 + 1).read_to_end(&mut bytes)?;
    Ok(Position::from_bytes(&bytes))
}

pub(crate) fn write_cursor(mut file: &File, position: Position) -> io::Result<()> {
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&position.to_bytes())
}

/// A segment as it is found.
pub(crate) enum Scan {
    /// How many events it holds from the position on, how long it is, and how many bytes are damaged.
    Events { pending: u64, len: u64, damaged: u64 },
    /// It is of another version of the format.
    Version(u8),
}

/// Looks through a segment, from a position on.
pub(crate) fn scan(path: &Path, from: Position) -> io::Result<Scan> {
    let mut file = File::open(path)?;
    let len = file.metadata()?.len();
    let mut header = Vec::with_capacity(HEADER.len());
    (&mut file).take(HEADER.len() as u64).read_to_end(&mut header)?;
    if let (Some(version), [ours @ .., current]) = (header.get(HEADER.len() - 1), HEADER)
        && header.starts_with(&ours)
        && *version != current
    {
        return Ok(Scan::Version(*version));
    }
    let (mut offset, mut pending) = (from.offset, 0);
    let mut damaged = if header == HEADER { 0 } else { header.len() as u64 };
    while offset < len {
        let decoded = stretch(&mut file, offset, len, usize::MAX)?;
        offset += decoded.consumed as u64;
        damaged += decoded.damaged as u64;
        pending += decoded.records.len() as u64;
    }
    Ok(Scan::Events { pending, len, damaged })
}

/// The next events between two offsets, at most so many and a stretch of them, and the offset behind the last. None means
/// that there is none.
pub(crate) fn read(path: &Path, mut from: u64, to: u64, most: usize) -> io::Result<(Vec<Spooled>, u64)> {
    let mut file = File::open(path)?;
    while from < to {
        let decoded = stretch(&mut file, from, to, most)?;
        from += decoded.consumed as u64;
        if !decoded.records.is_empty() {
            return Ok((decoded.records, from));
        }
    }
    Ok((Vec::new(), to))
}

fn stretch(file: &mut File, from: u64, to: u64, most: usize) -> io::Result<Decoded> {
    let length = (to - from).min(STRETCH as u64);
    let mut bytes = Vec::with_capacity(length as usize);
    file.seek(SeekFrom::Start(from))?;
    file.take(length).read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the segment is shorter than it was"));
    }
    Ok(decode(&bytes, most, from + length == to))
}
