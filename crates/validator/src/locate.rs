//! From a JSON pointer to the line and column of the value in the text that it was read from.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::finding::Position;

/// Where a value is in a file, when the text of its message starts at `start` there.
///
/// What the pointer names but the text does not have is shown at the nearest value around it.
///
/// ```
/// use methodic_validator::{Position, locate};
///
/// let text = "{\n  \"params\": { \"input\": [1, 2] }\n}";
/// assert_eq!(locate(text, Position { line: 1, column: 1 }, "/params/input/1"), Position { line: 2, column: 28 });
/// ```
pub fn locate(text: &str, start: Position, pointer: &str) -> Position {
    let leading = text.len() - text.trim_start().len();
    let mut value = &text[leading..];
    for token in pointer.split('/').skip(1) {
        let Some(child) = child(value, &token.replace("~1", "/").replace("~0", "~")) else { break };
        value = child;
    }
    // Every child is a part of `text`, so the distance of their starts is a place in it.
    start.after(&text.as_bytes()[..value.as_ptr().addr() - text.as_ptr().addr()])
}

impl Position {
    /// The place that follows these bytes, which start here.
    pub(crate) fn after(self, bytes: &[u8]) -> Self {
        match bytes.iter().rposition(|byte| *byte == b'\n') {
            None => Self { column: self.column + bytes.len(), ..self },
            Some(last) => Self {
                line: self.line + bytes.iter().filter(|byte| **byte == b'\n').count(),
                column: bytes.len() - last,
            },
        }
    }
}

/// The text of one member or item of a value; of a member that is there twice the last, which is the one that counts.
fn child<'t>(value: &'t str, token: &str) -> Option<&'t str> {
    serde_json::Deserializer::from_str(value).deserialize_any(Child(token)).ok()?.map(RawValue::get)
}

struct Child<'k>(&'k str);

impl<'de> Visitor<'de> for Child<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or an array")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(wanted) = members.next_key_seed(Is(self.0))? {
            if wanted {
                found = Some(members.next_value()?);
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let wanted = self.0.parse::<usize>().ok();
        let mut found = None;
        for index in 0.. {
            if wanted == Some(index) {
                found = items.next_element()?;
            } else if items.next_element::<IgnoredAny>()?.is_none() {
                break;
            }
        }
        Ok(found)
    }
}

/// Whether a member has the wanted name, told without keeping the name.
struct Is<'k>(&'k str);

impl<'de> DeserializeSeed<'de> for Is<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Is<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E>(self, name: &str) -> Result<bool, E> {
        Ok(name == self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Position = Position { line: 5, column: 3 };

    fn at(text: &str, pointer: &str) -> (usize, usize) {
        let Position { line, column } = locate(text, START, pointer);
        (line, column)
    }

    #[test]
    fn finds_members_and_items_on_any_line() {
        let text = "{\"a/b\": [10,\n {\"~c\\u0064\": true}, [\"x\"]] }";
        assert_eq!(at(text, ""), (5, 3));
        assert_eq!(at(text, "/a~1b"), (5, 11));
        assert_eq!(at(text, "/a~1b/0"), (5, 12));
        assert_eq!(at(text, "/a~1b/1/~0cd"), (6, 15));
        assert_eq!(at(text, "/a~1b/2/0"), (6, 23));
        assert_eq!(at("\n\n  [1]", "/0"), (7, 4));
    }

    #[test]
    fn what_is_not_there_is_shown_at_what_is_around_it() {
        assert_eq!(at("{\"a\": [1]}", "/a/7"), (5, 9));
        assert_eq!(at("{\"a\": [1]}", "/b/c"), (5, 3));
        assert_eq!(at("true", "/b"), (5, 3));
    }

    #[test]
    fn of_a_member_that_is_there_twice_the_last_counts() {
        assert_eq!(at("{\"a\": 1, \"a\": 2}", "/a"), (5, 17));
    }
}
