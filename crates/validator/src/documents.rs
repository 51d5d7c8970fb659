//! JSON values out of a stream, one after the other: pretty-printed, side by side, or one a line, told from the text.
//!
//! What is read is let go as soon as its value was handed out, so memory follows the largest value, not the stream. A line
//! that is a value by itself costs no more than to parse it. Otherwise brackets are counted until the value ends; a
//! bracket that cannot stand where it stands shows that it was cut off, and reading goes on behind it.

use std::io::{self, BufRead};

use serde_json::Value;
use serde_json::error::Category;

use crate::error::without_place;
use crate::finding::{Finding, FindingKind, Position};

/// Reads the JSON values of a stream.
///
/// ```
/// let text = "{ \"id\": 1 }\n{ \"id\": \n{\n  \"id\": 3\n}\n";
/// let mut documents = methodic_validator::Documents::new(text.as_bytes());
/// let mut ids = Vec::new();
/// while let Some(document) = documents.next()? {
///     ids.push(match document.value {
///         Ok(value) => value["id"].to_string(),
///         Err(broken) => format!("{}:{} {}", broken.position.line, broken.position.column, broken.message),
///     });
/// }
/// assert_eq!(ids, ["1", "2:7 not JSON: the value ends too early: EOF while parsing a value", "3"]);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Documents<R> {
    input: R,
    /// What was read and not handed out yet, from `at` on.
    buffer: Vec<u8>,
    at: usize,
    /// The place of `at` in the stream.
    place: Position,
    /// Whether `buffer` is a single line.
    single: bool,
    /// Whether a line was a value by itself: then a broken line is just that, and the next line counts again.
    lines: bool,
}

/// One value of a stream, with its text.
#[derive(Debug)]
pub struct Document<'a> {
    /// The value, or why there is none.
    pub value: Result<Value, Broken>,
    /// Where it starts.
    pub start: Position,
    text: &'a [u8],
}

/// Why a piece of text is no JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// What is wrong.
    pub message: String,
    /// Where.
    pub position: Position,
}

impl Document<'_> {
    /// The finding with its place in the stream, found by its pointer.
    pub fn locate(&self, finding: Finding) -> Finding {
        finding.locate(&String::from_utf8_lossy(self.text), self.start)
    }
}

impl Broken {
    /// The finding that it is.
    pub fn into_finding(self, file: &str) -> Finding {
        Finding::new(FindingKind::NotJson, file, self.message).position(self.position.line, self.position.column)
    }
}

impl<R: BufRead> Documents<R> {
    /// The values of this stream.
    pub fn new(input: R) -> Self {
        let place = Position { line: 1, column: 1 };
        Self { input, buffer: Vec::new(), at: 0, place, single: true, lines: false }
    }

    /// The next value, or what stands in its place and is none; `None` at the end of the stream.
    #[expect(clippy::should_implement_trait, reason = "it lends its buffer, which an iterator cannot")]
    pub fn next(&mut self) -> io::Result<Option<Document<'_>>> {
        if !self.find_value()? {
            return Ok(None);
        }
        let (start, from) = (self.place, self.at);
        let line = self.line_end(from);
        let (end, value) = match serde_json::from_slice(&self.buffer[from..line]) {
            Ok(value) => {
                self.lines = true;
                (line, Ok(value))
            }
            Err(_) => self.spread()?,
        };
        self.advance(end);
        if value.is_err() {
            let whole = starts(&self.buffer[from..]) && matches!(self.buffer[end - 1], b'}' | b']');
            if !whole {
                self.leave_line()?;
            }
            return Ok(Some(Document { value, start, text: &[] }));
        }
        Ok(Some(Document { value, start, text: &self.buffer[from..end] }))
    }

    /// A value that is not just one line: its end, and the value or what is wrong with it.
    fn spread(&mut self) -> io::Result<(usize, Result<Value, Broken>)> {
        let mut brackets = Brackets::default();
        let mut seen = self.at;
        loop {
            match brackets.feed(&self.buffer[seen..]) {
                Fed::End(length) => return Ok((seen + length, self.parse(seen + length))),
                Fed::Open => {
                    seen = self.buffer.len();
                    if !self.read_line()? {
                        return Ok(self.cut_off(seen));
                    }
                }
                Fed::Misplaced(offset) => return Ok(self.cut_off(seen + offset)),
            }
        }
    }

    /// The end of a value that was cut off somewhere before `seen`: the next line that looks like the start of another,
    /// or else the line that `seen` is on.
    fn cut_off(&self, seen: usize) -> (usize, Result<Value, Broken>) {
        let mut end = self.line_end(self.at);
        while end < seen && !starts(&self.buffer[end..]) {
            end = self.line_end(end);
        }
        (end, self.parse(end))
    }

    /// Leaves the line of broken text, and the lines below it that could still belong to it.
    fn leave_line(&mut self) -> io::Result<()> {
        if self.place.column > 1 {
            self.advance(self.line_end(self.at));
        }
        while !self.lines && self.more()? && !starts(&self.buffer[self.at..]) {
            self.advance(self.line_end(self.at));
        }
        Ok(())
    }

    fn parse(&self, end: usize) -> Result<Value, Broken> {
        let text = self.buffer[self.at..end].trim_ascii_end();
        serde_json::from_slice(text).map_err(|error| {
            let early = if error.classify() == Category::Eof { "the value ends too early: " } else { "" };
            let column = error.column().max(1);
            let position = match error.line() {
                0 | 1 => Position { column: self.place.column + column - 1, ..self.place },
                line => Position { line: self.place.line + line - 1, column },
            };
            Broken { message: format!("not JSON: {early}{}", without_place(&error)), position }
        })
    }

    /// Goes to the next value; false at the end of the stream.
    fn find_value(&mut self) -> io::Result<bool> {
        while self.more()? {
            let mut blank = self.buffer[self.at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if self.place == (Position { line: 1, column: 1 }) && self.buffer.starts_with(BYTE_ORDER_MARK) {
                blank = BYTE_ORDER_MARK.len();
            }
            self.advance(self.at + blank);
            if blank == 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Sees to it that there is something in the buffer; false at the end of the stream.
    fn more(&mut self) -> io::Result<bool> {
        if self.at < self.buffer.len() {
            return Ok(true);
        }
        self.buffer.clear();
        self.at = 0;
        let more = self.read_line()?;
        self.single = true;
        Ok(more)
    }

    fn read_line(&mut self) -> io::Result<bool> {
        self.single = false;
        Ok(self.input.read_until(b'\n', &mut self.buffer)? > 0)
    }

    /// The end of the line that a place of the buffer is on, after its line feed.
    fn line_end(&self, from: usize) -> usize {
        let feed = if self.single { None } else { self.buffer[from..].iter().position(|byte| *byte == b'\n') };
        feed.map_or(self.buffer.len(), |feed| from + feed + 1)
    }

    fn advance(&mut self, to: usize) {
        self.place = self.place.after(&self.buffer[self.at..to]);
        self.at = to;
    }
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Whether a line looks like the start of a message: what is inside of one is indented, or is no bracket.
fn starts(line: &[u8]) -> bool {
    matches!(line.first(), Some(b'{' | b'['))
}

/// Counts brackets to find the end of a value, over as many pieces of text as it has.
#[derive(Default)]
struct Brackets {
    /// The open ones, innermost last.
    open: Vec<u8>,
    /// The last byte that was neither blank nor in a string.
    last: u8,
    string: bool,
    escape: bool,
}

/// What a piece of text was to a value.
enum Fed {
    /// The value goes on.
    Open,
    /// It ends here.
    End(usize),
    /// A bracket or a line feed stands here that cannot: the value was cut off before.
    Misplaced(usize),
}

impl Brackets {
    fn feed(&mut self, text: &[u8]) -> Fed {
        for (at, &byte) in text.iter().enumerate() {
            if self.string {
                match byte {
                    b'\n' => return Fed::Misplaced(at),
                    _ if self.escape => self.escape = false,
                    b'\\' => self.escape = true,
                    b'"' => self.string = false,
                    _ => {}
                }
                if self.string || !self.open.is_empty() {
                    continue;
                }
                return Fed::End(at + 1);
            }
            match byte {
                b'"' => self.string = true,
                b'{' | b'[' => {
                    let fits = match self.open.last() {
                        None => self.last == 0,
                        Some(b'{') => self.last == b':',
                        Some(_) => matches!(self.last, b'[' | b','),
                    };
                    if !fits {
                        return Fed::Misplaced(at);
                    }
                    self.open.push(byte);
                }
                b'}' | b']' => {
                    if self.open.pop() != Some(if byte == b'}' { b'{' } else { b'[' }) {
                        return Fed::Misplaced(at);
                    }
                    if self.open.is_empty() {
                        return Fed::End(at + 1);
                    }
                }
                _ if byte.is_ascii_whitespace() => {
                    // Outside of brackets a value ends at the first blank.
                    if self.open.is_empty() && self.last != 0 {
                        return Fed::End(at);
                    }
                    continue;
                }
                _ => {}
            }
            self.last = byte;
        }
        Fed::Open
    }
}
