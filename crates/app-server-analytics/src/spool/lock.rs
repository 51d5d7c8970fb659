//! One process at a time: a lock on a file of the spool, which the system releases when its holder dies.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The lock, held.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    _file: File,
}

/// Why the lock cannot be had.
#[derive(Debug)]
pub(crate) enum LockError {
    /// Another process has it; its id, if it can be read.
    Held(PathBuf, Option<u32>),
    Io(PathBuf, io::Error),
}

impl Lock {
    /// Takes the lock of a folder, or says who has it. Never waits.
    pub(crate) fn take(folder: &Path) -> Result<Self, LockError> {
        let path = folder.join("lock");
        let at = |error| LockError::Io(path.clone(), error);
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(at)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                let read = file.read_to_string(&mut text);
                return Err(LockError::Held(path, read.ok().and_then(|_| text.trim().parse().ok())));
            }
            Err(TryLockError::Error(error)) => return Err(at(error)),
        }
        // Only for the message that the next process gets.
        file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id())).map_err(at)?;
        Ok(Self { path, _file: file })
    }

    /// Removes the file with the lock.
    pub(crate) fn remove(self) {
        let _ = fs::remove_file(&self.path);
    }
}
