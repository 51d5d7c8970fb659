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
    let mut frames: Vec<Frame> = Vec::new();
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
    while at < bytes.len() {
        match bytes[at] {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
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
    fn any_offset_of_any_text_is_safe() {
        let text = r#"{"é":["\\",{"x":"}"}],"#;
        for offset in 0..=text.len() + 3 {
            let _ = at(text, offset);
        }
    }
}
