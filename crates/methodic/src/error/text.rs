//! The text of an error: written once, into the one string it is sent in, and kept short whatever a peer sent.

use std::borrow::Cow;
use std::fmt::{self, Write};

/// The longest piece of a peer's own text that an error repeats, in bytes as JSON writes them; at most two of a text.
const ECHO: usize = 200;

/// What JSON writes one byte of a text with, at most: `\u0000`.
const WORST: usize = 6;

/// What was found and what expected, in words.
#[derive(Clone, Copy)]
pub(crate) enum Detail<'a> {
    /// Our own words.
    Text(&'a str),
    /// Those of serde, which are taken out of the error when the text is written, not before.
    Serde(&'a serde_json::Error),
}

impl<'a> From<&'a str> for Detail<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a serde_json::Error> for Detail<'a> {
    fn from(error: &'a serde_json::Error) -> Self {
        Self::Serde(error)
    }
}

impl Detail<'_> {
    /// The words alone.
    pub(crate) fn to_text(self) -> String {
        let mut text = String::with_capacity(64);
        self.push_to(&mut text);
        text
    }

    /// Adds the words, clipped, to a text.
    pub(super) fn push_to(self, text: &mut String) {
        match self {
            Self::Text(words) => text.push_str(&clip(words)),
            Self::Serde(error) => {
                let from = text.len();
                push_words(text, error);
                if let Cow::Owned(short) = clip(&text[from..]) {
                    // Not truncated in place: a text that was too long for an answer is too long to be kept as room.
                    *text = [&text[..from], &short].concat();
                }
            }
        }
    }
}

/// Serde's text without its line and column: a message is one line, and the pointer or offset says more.
fn push_words(text: &mut String, error: &serde_json::Error) {
    let mut words = Words { text, ended: false };
    let written = write!(words, "{error}");
    if words.ended || error.line() == 0 {
        return;
    }
    debug_assert!(written.is_ok(), "a String takes any text");
    let position = PLACE.len() + digits(error.line()) + " column ".len() + digits(error.column());
    text.truncate(text.len().saturating_sub(position));
}

/// What serde_json writes between its words and the place.
const PLACE: &str = " at line ";

/// Takes the words and ends the writing where the place begins, if that comes as a piece of its own: formatting two
/// numbers to cut them off again costs as much as the words.
struct Words<'a> {
    text: &'a mut String,
    ended: bool,
}

impl fmt::Write for Words<'_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        if piece == PLACE {
            self.ended = true;
            return Err(fmt::Error);
        }
        self.text.push_str(piece);
        Ok(())
    }
}

/// How many digits a number is written with.
fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(1, |power| power as usize + 1)
}

/// Keeps an answer small whatever was sent: both ends of a long text, and what lies between as its length.
pub(super) fn clip(text: &str) -> Cow<'_, str> {
    let is_short = text.len() <= 2 * ECHO / WORST
        || (text.len() <= 2 * ECHO && (is_plain(text) || text.bytes().map(written).sum::<usize>() <= 2 * ECHO));
    if is_short {
        return text.into();
    }
    let head = fitting(text.chars(), ECHO);
    let tail = text.len() - fitting(text.chars().rev(), ECHO);
    format!("{}… {} bytes …{}", &text[..head], tail - head, &text[tail..]).into()
}

/// The same for a text that is owned already.
pub(super) fn clipped(text: String) -> String {
    match clip(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(short) => short,
    }
}

/// Writes a text as a JSON string.
pub(super) fn push_string(out: &mut Vec<u8>, text: &str) {
    if !is_plain(text) {
        return super::rejected::push(out, &text);
    }
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
}

/// Whether JSON writes a text as it is, between quotes.
fn is_plain(text: &str) -> bool {
    // Without an early end, so that the compiler may look at many bytes at a time.
    text.bytes().fold(true, |plain, byte| plain & (byte >= 0x20) & (byte != b'"') & (byte != b'\\'))
}

/// How many bytes of a text its first letters have that take at most `room` bytes when written as JSON.
fn fitting(letters: impl Iterator<Item = char>, mut room: usize) -> usize {
    let mut bytes = 0;
    for letter in letters {
        let written = if letter.is_ascii() { written(letter as u8) } else { letter.len_utf8() };
        match room.checked_sub(written) {
            Some(rest) => room = rest,
            None => break,
        }
        bytes += letter.len_utf8();
    }
    bytes
}

/// How many bytes JSON takes for one byte of a text.
fn written(byte: u8) -> usize {
    match byte {
        b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 8 | 12 => 2,
        0..=0x1f => WORST,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use serde::de::IgnoredAny;

    use super::*;

    #[test]
    fn words_come_without_their_place() {
        let error = |text: &str| serde_json::from_str::<u8>(text).expect_err("no number");
        for text in ["\"a\"", "\n\n   \"a\"", "300", "", "[", "tru"] {
            let (error, mut found) = (error(text), "so: ".to_owned());
            Detail::Serde(&error).push_to(&mut found);
            let place = format!(" at line {} column {}", error.line(), error.column());
            assert_eq!(format!("{found}{place}"), format!("so: {error}"));
        }
        let unplaced = <serde_json::Error as serde::de::Error>::custom("plain at line one");
        assert_eq!(Detail::Serde(&unplaced).to_text(), "plain at line one");
    }

    #[test]
    fn long_words_are_clipped_and_their_room_given_back() {
        let sent = "a".repeat(100_000);
        let error = serde_json::from_str::<u8>(&format!("\"{sent}\"")).expect_err("no number");
        let text = Detail::Serde(&error).to_text();
        assert!(text.starts_with("invalid type: string \"aaa") && text.ends_with("aaa\", expected u8"), "{text}");
        assert!(text.contains(" bytes …") && text.capacity() < 1000, "{}", text.capacity());
    }

    #[test]
    fn what_is_plain_is_what_json_leaves_alone() {
        for byte in 0..=0x7f_u8 {
            let text = format!("a{}b", byte as char);
            let json = serde_json::to_string(&text).expect("serializable");
            assert_eq!(is_plain(&text), json == format!("\"{text}\""), "{byte}");
            assert_eq!(json.len(), 4 + written(byte), "{byte}");
            assert!(serde_json::from_str::<IgnoredAny>(&json).is_ok());
        }
        assert!(is_plain("né …"));
    }
}
