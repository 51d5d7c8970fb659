//! From a position in a JSON text to the JSON pointer of the value that stands there.
//!
//! serde_json reports where it stopped as line and column. Reading the text once up to there gives the path, without a
//! path-tracking layer that every good message would pay for.

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

/// The pointer of the value that `error` is about; empty for the whole text.
pub(super) fn within(text: &str, error: &serde_json::Error) -> String {
    at(text, offset(text, error))
}

enum Frame {
    /// The range of the current member's key, without its quotes.
    Object(Option<(usize, usize)>),
    /// The index of the current item.
    Array(usize),
}

/// The pointer of the innermost value that has been entered, or just left, when `offset` bytes are read.
pub(super) fn at(text: &str, offset: usize) -> String {
    let bytes = &text.as_bytes()[..text.floor_char_boundary(offset)];
    let mut frames: Vec<Frame> = Vec::with_capacity(16);
    let mut key_comes = false;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                let end = string_end(bytes, at + 1);
                if key_comes && let Some(Frame::Object(key)) = frames.last_mut() {
                    *key = Some((at + 1, end));
                    key_comes = false;
                }
                at = end;
            }
            b'{' => {
                frames.push(Frame::Object(None));
                key_comes = true;
            }
            b'[' => {
                frames.push(Frame::Array(0));
                key_comes = false;
            }
            b'}' | b']' => {
                frames.pop();
                key_comes = false;
            }
            b',' => match frames.last_mut() {
                Some(Frame::Object(_)) => key_comes = true,
                Some(Frame::Array(index)) => *index += 1,
                None => {}
            },
            _ => {}
        }
        at += 1;
    }
    let mut pointer = String::new();
    for frame in frames {
        match frame {
            Frame::Object(Some((from, to))) => {
                pointer.push('/');
                push_escaped(&mut pointer, &text[from..to]);
            }
            Frame::Array(index) => pointer.push_str(&format!("/{index}")),
            Frame::Object(None) => {}
        }
    }
    pointer
}

/// The offset of the closing quote, or the end of what there is.
fn string_end(bytes: &[u8], mut at: usize) -> usize {
    // Most keys and words end within eight bytes.
    if let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        at += first_special(word);
    }
    loop {
        match bytes.get(at) {
            None => return bytes.len(),
            Some(b'"') => return at,
            Some(b'\\') => at += 2,
            Some(_) => {}
        }
        // Long texts are mostly blocks without a quote or a backslash, passed over as a whole.
        while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk::<32>) {
            if block.iter().fold(false, |found, byte| found | is_special(*byte)) {
                let (words, _) = block.as_chunks::<8>();
                at += words
                    .iter()
                    .map(first_special)
                    .enumerate()
                    .find(|(_, byte)| *byte < 8)
                    .map_or(0, |(word, byte)| word * 8 + byte);
                break;
            }
            at += block.len();
        }
        while bytes.get(at).is_some_and(|byte| !is_special(*byte)) {
            at += 1;
        }
    }
}

fn is_special(byte: u8) -> bool {
    (byte == b'"') | (byte == b'\\')
}

/// Which of eight bytes is the first quote or backslash; 8 if none is.
fn first_special(word: &[u8; 8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // A byte's high bit is set if the byte is zero. Bytes above a zero one may be marked too: only the lowest mark counts.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & (ONES << 7);
    let word = u64::from_le_bytes(*word);
    let marks = zeros(word ^ (ONES * u64::from(b'"'))) | zeros(word ^ (ONES * u64::from(b'\\')));
    marks.trailing_zeros() as usize / 8
}

fn push_escaped(pointer: &mut String, key: &str) {
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
        at(&marked.replace('^', ""), offset)
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
            let special = if byte == b'"' || byte == b'\\' { 3 } else { 8 };
            assert_eq!(first_special(&[0x21, 0xa2, 0xdc, byte, 0, 0xff, 0x80, 1]), special, "{byte}");
        }
    }

    #[test]
    fn any_offset_of_any_text_is_safe() {
        let text = r#"{"é":["\\",{"x":"}"}],"#;
        for offset in 0..=text.len() + 3 {
            let _ = at(text, offset);
        }
    }
}
