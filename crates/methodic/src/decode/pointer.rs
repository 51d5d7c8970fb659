//! From a position in a JSON text to the JSON pointer of the value that stands there.
//!
//! serde_json reports where it stopped as line and column. Reading the text once up to there gives the path, without a
//! path-tracking layer that every good message would pay for.

use std::fmt::Write;

/// The byte offset that an error's line and column stand for.
pub(super) fn offset(text: &str, error: &serde_json::Error) -> usize {
    let mut start = 0;
    for _ in 1..error.line() {
        match text[start..].find('\n') {
            Some(at) => start += at + 1,
            None => return text.len(),
        }
    }
    (start + error.column()).min(text.len())
}

/// The pointer of the value that `error` is about, behind that of the text itself.
pub(super) fn within(prefix: &str, text: &str, error: &serde_json::Error) -> String {
    at(prefix, text, offset(text, error))
}

/// An object or an array that is open where the reading stands.
#[derive(Clone, Copy)]
enum Frame {
    /// An object without a member yet.
    Fresh,
    /// The range of the current member's key, without its quotes.
    Member(usize, usize),
    /// The index of the current item.
    Item(usize),
}

/// How deep most messages are; what is deeper has its frames on the heap.
const SHALLOW: usize = 8;

/// The open objects and arrays, the innermost apart: it changes most.
struct Frames {
    top: Option<Frame>,
    below: [Frame; SHALLOW],
    /// How many of `below` are in use, and those that found no room there.
    depth: usize,
    deep: Vec<Frame>,
}

impl Frames {
    fn open(&mut self, frame: Frame) {
        if let Some(below) = self.top.replace(frame) {
            match self.below.get_mut(self.depth) {
                Some(slot) => {
                    *slot = below;
                    self.depth += 1;
                }
                None => self.deep.push(below),
            }
        }
    }

    fn close(&mut self) {
        self.top = self.deep.pop().or_else(|| {
            self.depth = self.depth.checked_sub(1)?;
            Some(self.below[self.depth])
        });
    }

    fn outermost_first(&self) -> impl Iterator<Item = Frame> {
        self.below[..self.depth].iter().chain(&self.deep).copied().chain(self.top)
    }
}

/// The pointer of the innermost value that has been entered, or just left, when `offset` bytes are read.
pub(super) fn at(prefix: &str, text: &str, offset: usize) -> String {
    let bytes = &text.as_bytes()[..text.floor_char_boundary(offset)];
    let mut frames = Frames { top: None, below: [Frame::Fresh; SHALLOW], depth: 0, deep: Vec::new() };
    let mut key_comes = false;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                let end = string_end(bytes, at + 1);
                if key_comes {
                    frames.top = Some(Frame::Member(at + 1, end));
                    key_comes = false;
                }
                at = end;
            }
            b'{' => {
                frames.open(Frame::Fresh);
                key_comes = true;
            }
            b'[' => {
                frames.open(Frame::Item(0));
                key_comes = false;
            }
            b'}' | b']' => {
                frames.close();
                key_comes = false;
            }
            b',' => match &mut frames.top {
                Some(Frame::Item(index)) => *index += 1,
                Some(_) => key_comes = true,
                None => {}
            },
            _ => {}
        }
        at += 1;
    }
    let mut pointer = String::with_capacity(64);
    pointer.push_str(prefix);
    for frame in frames.outermost_first() {
        match frame {
            Frame::Fresh => {}
            Frame::Member(from, to) => {
                pointer.push('/');
                push_escaped(&mut pointer, &text[from..to]);
            }
            Frame::Item(index) => {
                let written = write!(pointer, "/{index}");
                debug_assert!(written.is_ok(), "a String takes any text");
            }
        }
    }
    pointer
}

/// The offset of the closing quote, or the end of what there is.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        at = next_quote(bytes, at);
        // Looking back at a quote costs less than stopping at every backslash. No backslash is looked at twice: the
        // quote before this one ends the run.
        let backslashes = bytes[start..at].iter().rev().take_while(|byte| **byte == b'\\').count();
        if backslashes % 2 == 0 || at == bytes.len() {
            return at;
        }
        at += 1;
    }
}

/// The offset of the next quote, or the end of what there is.
fn next_quote(bytes: &[u8], mut at: usize) -> usize {
    // Most keys and words end within eight bytes.
    if let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        match first_quote(word) {
            8 => at += 8,
            found => return at + found,
        }
    }
    // Long texts are mostly blocks without a quote, passed over as a whole.
    while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk::<32>) {
        if block.iter().fold(false, |found, byte| found | (*byte == b'"')) {
            break;
        }
        at += block.len();
    }
    while let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        match first_quote(word) {
            8 => at += 8,
            found => return at + found,
        }
    }
    bytes[at..].iter().position(|byte| *byte == b'"').map_or(bytes.len(), |found| at + found)
}

/// Which of eight bytes is the first quote; 8 if none is.
fn first_quote(word: &[u8; 8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // A byte's high bit is set if the byte was a quote. Bytes above such a one may be marked too: only the lowest mark
    // counts.
    let word = u64::from_le_bytes(*word) ^ (ONES * u64::from(b'"'));
    let marks = word.wrapping_sub(ONES) & !word & (ONES << 7);
    marks.trailing_zeros() as usize / 8
}

fn push_escaped(pointer: &mut String, key: &str) {
    if key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        pointer.push_str(key);
        return;
    }
    let decoded = if key.contains('\\') { serde_json::from_str::<String>(&format!("\"{key}\"")).ok() } else { None };
    for letter in decoded.as_deref().unwrap_or(key).chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `^` marks the offset: the end of what has been read.
    fn of(marked: &str) -> String {
        let offset = marked.find('^').expect("a mark");
        at("", &marked.replace('^', ""), offset)
    }

    #[test]
    fn follows_keys_and_items() {
        assert_eq!(of(r#"{"a":5^}"#), "/a");
        assert_eq!(of(r#"{"a":{"b":[1,{"c":2^}]}}"#), "/a/b/1/c");
        assert_eq!(of(r#"{"a":^{"b":1}}"#), "/a");
        assert_eq!(of(r#"{"a":[1,^"x"]}"#), "/a/1");
        assert_eq!(of(r#"{"a":[^[1]]}"#), "/a/0");
    }

    #[test]
    fn any_depth_is_followed() {
        for depth in 0..40 {
            let (open, close) = (r#"{"a":[0,"#.repeat(depth), "]}".repeat(depth));
            let pointer = "/a/1".repeat(depth);
            assert_eq!(of(&format!(r#"{{"x":{open}5^{close}}}"#)), format!("/x{pointer}"));
            assert_eq!(of(&format!(r#"{{"x":{open}5{close},"y":1^}}"#)), "/y");
        }
    }

    #[test]
    fn a_prefix_comes_first() {
        assert_eq!(at("/params", r#"{"a":5}"#, 6), "/params/a");
        assert_eq!(at("/params", "5", 1), "/params");
    }

    #[test]
    fn a_closed_value_is_the_one_just_left() {
        assert_eq!(of(r#"{"params":{"a":1}^}"#), "/params");
        assert_eq!(of(r#"{"params":[[1],[2]^]}"#), "/params/1");
        assert_eq!(of(r#"{"a":1}^"#), "");
    }

    #[test]
    fn keys_are_decoded_then_escaped() {
        assert_eq!(of(r#"{"a\/b~":5^}"#), "/a~1b~0");
        assert_eq!(of(r#"{"\u00e9, \"{[":5^}"#), "/é, \"{[");
    }

    #[test]
    fn a_string_ends_at_its_first_plain_quote() {
        for length in 0..200 {
            for backslash in 0..length {
                let mut text = vec![b'a'; length];
                text[backslash] = b'\\';
                text.extend(b"\"\"x");
                // Behind a backslash the first quote is a letter like any other.
                let expected = if backslash + 1 == length { length + 1 } else { length };
                assert_eq!(string_end(&text, 0), expected, "{length} {backslash}");
                assert_eq!(string_end(&text[..length], 0), length);
            }
        }
        for byte in 0..=255 {
            let quote = if byte == b'"' { 3 } else { 8 };
            assert_eq!(first_quote(&[0x21, 0xa2, 0x23, byte, 0, 0xff, 0x80, 1]), quote, "{byte}");
        }
    }

    #[test]
    fn a_quote_behind_backslashes_is_a_letter_if_they_are_odd() {
        for before in 0..40 {
            for backslashes in 0..40 {
                let text = [&vec![b'a'; before][..], &vec![b'\\'; backslashes], b"\"b\""].concat();
                let expected = before + backslashes + if backslashes % 2 == 0 { 0 } else { 2 };
                assert_eq!(string_end(&text, 0), expected, "{before} {backslashes}");
            }
        }
    }

    #[test]
    fn any_offset_of_any_text_is_safe() {
        let text = r#"{"é":["\\",{"x":"}"}],"#;
        for offset in 0..=text.len() + 3 {
            let _ = at("", text, offset);
        }
    }
}
