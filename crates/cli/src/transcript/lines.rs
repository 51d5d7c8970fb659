//! Lines of any input, one at a time in the same memory, and none longer than a limit.

use std::io::{self, BufRead, Read};

/// A line, without its end.
#[derive(Debug, PartialEq)]
pub(super) enum Line<'a> {
    Whole(&'a [u8]),
    /// It was passed over.
    TooLong,
}

pub(super) struct Lines<R> {
    input: R,
    limit: usize,
    line: Vec<u8>,
    bytes: u64,
    count: u64,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(input: R, limit: usize) -> Self {
        Self { input, limit, line: Vec::new(), bytes: 0, count: 0 }
    }

    /// The next line, or none at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.line.clear();
        // One byte more for the line's end: with it, a line of exactly the limit is whole.
        let most = self.limit as u64 + 1;
        let read = self.input.by_ref().take(most).read_until(b'\n', &mut self.line)?;
        if read == 0 {
            return Ok(None);
        }
        self.bytes += read as u64;
        self.count += 1;
        if self.line.last() == Some(&b'\n') {
            self.line.pop();
        } else if self.line.len() > self.limit {
            self.bytes += self.input.skip_until(b'\n')? as u64;
            return Ok(Some(Line::TooLong));
        }
        Ok(Some(Line::Whole(self.line.strip_suffix(b"\r").unwrap_or(&self.line))))
    }

    /// How much was read.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// How many lines were read.
    pub(super) fn count(&self) -> u64 {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, limit: usize) -> Vec<String> {
        let mut lines = Lines::new(text.as_bytes(), limit);
        let mut all = Vec::new();
        while let Some(line) = lines.next().expect("text can be read") {
            all.push(match line {
                Line::Whole(line) => String::from_utf8_lossy(line).into_owned(),
                Line::TooLong => "too long".to_owned(),
            });
        }
        assert_eq!((lines.bytes(), lines.count()), (text.len() as u64, all.len() as u64));
        all
    }

    #[test]
    fn lines_end_with_either_ending_or_with_the_input() {
        assert_eq!(read("a\r\n\nb\nc", 10), ["a", "", "b", "c"]);
        assert_eq!(read("", 10), [""; 0]);
    }

    #[test]
    fn a_line_beyond_the_limit_is_passed_over_whole() {
        assert_eq!(read("1234\n12345\nab\n123456789", 4), ["1234", "too long", "ab", "too long"]);
        assert_eq!(read("1234", 4), ["1234"]);
    }
}
