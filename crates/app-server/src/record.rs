//! Recordings of sessions, as `methodic transcript` reads them: one message a line, with its time and direction.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use methodic::{Direction, Protocol};
use serde_json::value::RawValue;
use tracing::error;

use crate::serve::{Observer, Peer};

/// Writes what every connection says. A transcript is of one connection, since ids are; so the first is written to the file
/// itself, and each further one to a file with its number: `session.ndjson`, `session.2.ndjson`.
///
/// Lines are written whole, in the order in which the messages pass. What cannot be written is logged, once a file.
#[derive(Debug)]
pub struct Recorder {
    path: PathBuf,
    files: Mutex<HashMap<u64, Option<File>>>,
}

impl Recorder {
    /// A recorder that begins `path` anew.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn create(path: &Path) -> io::Result<Self> {
        let first = File::create(path)?;
        Ok(Self { path: path.to_owned(), files: Mutex::new(HashMap::from([(1, Some(first))])) })
    }

    fn path(&self, connection: u64) -> PathBuf {
        match (connection, self.path.extension()) {
            (1, _) => self.path.clone(),
            (number, None) => self.path.with_extension(number.to_string()),
            (number, Some(extension)) => self.path.with_extension(format!("{number}.{}", extension.to_string_lossy())),
        }
    }

    fn write(&self, connection: u64, line: &[u8]) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let file = files.entry(connection).or_insert_with(|| {
            let opened = OpenOptions::new().write(true).create(true).truncate(true).open(self.path(connection));
            opened.inspect_err(|error| self.failed(connection, error)).ok()
        });
        if let Some(open) = file
            && let Err(error) = open.write_all(line)
        {
            self.failed(connection, &error);
            *file = None;
        }
    }

    fn failed(&self, connection: u64, error: &io::Error) {
        error!(%error, file = %self.path(connection).display(), "the recording ends here: it cannot be written");
    }
}

#[derive(serde::Serialize)]
struct Line<'a> {
    timestamp: String,
    direction: &'static str,
    message: Recorded<'a>,
}

/// A message as it was, or the text that was none.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Recorded<'a> {
    Json(&'a RawValue),
    Text(std::borrow::Cow<'a, str>),
}

impl<P: Protocol> Observer<P> for Recorder {
    fn text(&self, peer: &Peer, direction: Direction, text: &[u8], at: SystemTime) {
        let message = match serde_json::from_slice::<&RawValue>(text) {
            // A message over several lines would be several here.
            Ok(json) if json.get().starts_with('{') && !text.contains(&b'\n') => Recorded::Json(json),
            _ => Recorded::Text(String::from_utf8_lossy(text)),
        };
        let timestamp = jiff::Timestamp::try_from(at).map(|at| format!("{at:.6}")).unwrap_or_default();
        if let Ok(mut line) = serde_json::to_vec(&Line { timestamp, direction: direction.as_str(), message }) {
            line.push(b'\n');
            self.write(peer.connection, &line);
        }
    }

    fn closed(&self, peer: &Peer, _: SystemTime) {
        // Nothing more comes of it; its number is not given again.
        self.files.lock().unwrap_or_else(PoisonError::into_inner).remove(&peer.connection);
    }
}
