//! Events as lines of a file that stays below a bound: `{"event_id":…,"recorded_at":…,"event":…}`.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::{Refusal, Sink, Spooled};

/// How much the files of the sink `jsonl` may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rotation {
    /// A file that is longer is put aside, and another begun.
    pub max_bytes: u64,
    /// How many are kept, with the one that is written to; the oldest goes. At least one.
    pub files: u32,
}

impl Default for Rotation {
    /// Four files of 16 MiB.
    fn default() -> Self {
        Self { max_bytes: 16 * 1024 * 1024, files: 4 }
    }
}

/// Writes `events.jsonl`, and puts older lines aside as `events.1.jsonl`, `events.2.jsonl` and so on.
pub(crate) struct Jsonl {
    folder: PathBuf,
    rotation: Rotation,
    /// The file with its length, once it was opened; not after an error.
    open: Option<(File, u64)>,
}

impl Jsonl {
    pub(crate) fn new(folder: &Path, rotation: Rotation) -> Self {
        Self { folder: folder.to_owned(), rotation, open: None }
    }

    fn path(&self, age: u32) -> PathBuf {
        self.folder.join(if age == 0 { "events.jsonl".to_owned() } else { format!("events.{age}.jsonl") })
    }

    fn write(&mut self, events: &[Spooled]) -> io::Result<()> {
        let mut lines = String::new();
        for event in events {
            let Spooled { id, json } = event;
            let at = event.recorded_at();
            lines.push_str(&format!("{{\"event_id\":\"{id}\",\"recorded_at\":{at},\"event\":{json}}}\n"));
        }
        let (mut file, mut length) = match self.open.take() {
            Some(open) => open,
            None => open(&self.path(0))?,
        };
        if length > 0 && length + lines.len() as u64 > self.rotation.max_bytes {
            drop(file);
            self.rotate()?;
            (file, length) = open(&self.path(0))?;
        }
        file.write_all(lines.as_bytes())?;
        // The spool forgets these events next.
        file.sync_data()?;
        self.open = Some((file, length + lines.len() as u64));
        Ok(())
    }

    fn rotate(&self) -> io::Result<()> {
        let oldest = self.rotation.files.max(1) - 1;
        absent_is_fine(fs::remove_file(self.path(oldest)))?;
        for age in (0..oldest).rev() {
            absent_is_fine(fs::rename(self.path(age), self.path(age + 1)))?;
        }
        Ok(())
    }
}

impl Sink for Jsonl {
    fn deliver(&mut self, events: &[Spooled]) -> Result<(), Refusal> {
        self.write(events).map_err(|error| Refusal::Later {
            why: format!("cannot write {}: {error}", self.path(0).display()),
            after: None,
        })
    }
}

fn absent_is_fine(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Opens the file to append, without a line that was not written to its end: its event is still in the spool.
fn open(path: &Path) -> io::Result<(File, u64)> {
    let mut file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
    let length = file.metadata()?.len();
    // A new file is found after a power failure only if its folder was synced too; elsewhere folders cannot be opened.
    #[cfg(unix)]
    if let Some(folder) = path.parent().filter(|_| length == 0) {
        File::open(folder)?.sync_all()?;
    }
    let whole = whole_lines(&mut file, length)?;
    if whole < length {
        file.set_len(whole)?;
    }
    Ok((file, whole))
}

/// How long the file is without a last line that has no end.
fn whole_lines(file: &mut File, length: u64) -> io::Result<u64> {
    let mut to = length;
    let mut bytes = Vec::new();
    while to > 0 {
        let from = to.saturating_sub(64 * 1024);
        bytes.clear();
        file.seek(SeekFrom::Start(from))?;
        (&mut *file).take(to - from).read_to_end(&mut bytes)?;
        if let Some(last) = bytes.iter().rposition(|byte| *byte == b'\n') {
            return Ok(from + last as u64 + 1);
        }
        to = from;
    }
    Ok(0)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn event(number: u32) -> Spooled {
        Spooled { id: Uuid::from_u128(u128::from(number)), json: format!("{{\"n\":{number}}}") }
    }

    fn line(number: u32) -> String {
        format!(
            "{{\"event_id\":\"{}\",\"recorded_at\":0,\"event\":{{\"n\":{number}}}}}\n",
            Uuid::from_u128(number.into())
        )
    }

    #[test]
    fn an_unfinished_line_is_written_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("events.jsonl");
        let lines = line(1) + &line(2);
        for cut in line(1).len()..lines.len() {
            fs::write(&path, &lines[..cut]).expect("written");
            Jsonl::new(folder.path(), Rotation::default()).deliver(&[event(2)]).expect("taken");
            assert_eq!(fs::read_to_string(&path).expect("read"), lines);
        }
    }

    #[test]
    fn files_and_their_length_are_bounded() {
        let folder = tempfile::tempdir().expect("a folder");
        let max_bytes = 3 * line(10).len() as u64;
        let mut sink = Jsonl::new(folder.path(), Rotation { max_bytes, files: 3 });
        for number in 10..30 {
            sink.deliver(&[event(number)]).expect("taken");
        }
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect(name);
        assert_eq!(read("events.jsonl"), line(28) + &line(29));
        assert_eq!(read("events.1.jsonl"), line(25) + &line(26) + &line(27));
        assert_eq!(read("events.2.jsonl"), line(22) + &line(23) + &line(24));
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 3);
    }

    #[test]
    fn what_cannot_be_written_comes_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("events.jsonl");
        fs::create_dir(&path).expect("in the way");
        let mut sink = Jsonl::new(folder.path(), Rotation::default());
        let refusal = sink.deliver(&[event(1)]).expect_err("a folder is in the way");
        assert!(matches!(&refusal, Refusal::Later { why, after: None } if why.contains("events.jsonl")), "{refusal}");
        fs::remove_dir(&path).expect("out of the way");
        sink.deliver(&[event(1)]).expect("taken");
        assert_eq!(fs::read_to_string(&path).expect("read"), line(1));
    }
}
