//! One line on the error stream that says how far the reading is, where somebody sits in front of it.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// How often the line is written anew.
const PAUSE: Duration = Duration::from_millis(100);

pub(super) struct Progress<'a> {
    name: &'a str,
    size: Option<u64>,
    /// When it is written next; none where nobody sits.
    next: Option<Instant>,
    shown: bool,
}

impl<'a> Progress<'a> {
    pub(super) fn new(name: &'a str, size: Option<u64>) -> Self {
        let next = stderr().is_terminal().then(|| Instant::now() + PAUSE);
        Self { name, size, next, shown: false }
    }

    pub(super) fn advance(&mut self, bytes: u64, lines: u64) {
        if self.next.is_none_or(|next| Instant::now() < next) {
            return;
        }
        self.next = Some(Instant::now() + PAUSE);
        self.shown = true;
        let _ = write!(stderr(), "\r{}\x1b[K", text(self.name, self.size, bytes, lines));
    }

    /// Makes room for what is printed.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}

fn text(name: &str, size: Option<u64>, bytes: u64, lines: u64) -> String {
    let megabytes = |bytes: u64| format!("{:.1} MB", bytes as f64 / 1e6);
    match size.filter(|size| *size >= bytes) {
        Some(size) => {
            let percent = (bytes * 100).checked_div(size).unwrap_or(100);
            format!("{name}: {percent} %, {} of {}, {lines} lines", megabytes(bytes), megabytes(size))
        }
        None => format!("{name}: {}, {lines} lines", megabytes(bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn percent_are_told_where_the_size_is_known() {
        assert_eq!(text("a", Some(4_000_000), 1_000_000, 7), "a: 25 %, 1.0 MB of 4.0 MB, 7 lines");
        assert_eq!(text("a", None, 1_250_000, 7), "a: 1.2 MB, 7 lines");
        assert_eq!(text("a", Some(1), 2_000_000, 7), "a: 2.0 MB, 7 lines", "a file that grows while it is read");
    }
}
