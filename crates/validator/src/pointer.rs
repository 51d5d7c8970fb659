//! JSON pointers (RFC 6901): building them, and finding the first place where two values differ.

use serde_json::Value;

/// The pointer of a member or an item below `parent`, escaped.
pub(crate) fn join(parent: &str, member: &str) -> String {
    let mut pointer = parent.to_owned();
    push(&mut pointer, member);
    pointer
}

/// Leads a pointer to a member or an item, escaped.
pub(crate) fn push(pointer: &mut String, member: &str) {
    pointer.push('/');
    if member.contains(['~', '/']) {
        pointer.push_str(&member.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(member);
    }
}

/// Whether a text can be a JSON pointer: empty, or segments that each start with a slash.
pub(crate) fn is_pointer(text: &str) -> bool {
    text.is_empty() || text.starts_with('/')
}

/// The first place where two values differ, in the order of `expected`, and what each side holds there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) pointer: String,
    /// The value expected there; `None` when the member should not exist.
    pub(crate) expected: Option<String>,
    /// The value found there; `None` when the member is missing.
    pub(crate) found: Option<String>,
}

/// The first difference, or `None` when the values are equal. The order of an object's members does not count.
pub(crate) fn first_difference(expected: &Value, found: &Value) -> Option<Difference> {
    descend(String::new(), expected, found)
}

fn descend(at: String, expected: &Value, found: &Value) -> Option<Difference> {
    match (expected, found) {
        (Value::Object(left), Value::Object(right)) => {
            let missing_or_inside = left.iter().find_map(|(name, value)| match right.get(name) {
                Some(other) => descend(join(&at, name), value, other),
                None => Some(Difference { pointer: join(&at, name), expected: Some(brief(value)), found: None }),
            });
            missing_or_inside.or_else(|| {
                let (name, value) = right.iter().find(|(name, _)| !left.contains_key(*name))?;
                Some(Difference { pointer: join(&at, name), expected: None, found: Some(brief(value)) })
            })
        }
        (Value::Array(left), Value::Array(right)) => {
            let inside = left
                .iter()
                .zip(right)
                .enumerate()
                .find_map(|(index, (value, other))| descend(join(&at, &index.to_string()), value, other));
            let length = left.len().min(right.len());
            inside.or_else(|| {
                (left.len() != right.len()).then(|| Difference {
                    pointer: join(&at, &length.to_string()),
                    expected: left.get(length).map(brief),
                    found: right.get(length).map(brief),
                })
            })
        }
        _ => (expected != found).then(|| Difference {
            pointer: at,
            expected: Some(brief(expected)),
            found: Some(brief(found)),
        }),
    }
}

/// A value as one short piece of text.
pub(crate) fn brief(value: &Value) -> String {
    shorten(&value.to_string(), 80)
}

/// A text cut to at most `limit` characters, with a mark where it was cut.
pub(crate) fn shorten(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn difference(expected: Value, found: Value) -> (String, Option<String>, Option<String>) {
        let difference = first_difference(&expected, &found).expect("they differ");
        (difference.pointer, difference.expected, difference.found)
    }

    #[test]
    fn equal_values_have_no_difference_whatever_their_order() {
        let left = serde_json::from_str::<Value>(r#"{"a":1,"b":[{"c":null}]}"#).unwrap();
        let right = serde_json::from_str::<Value>(r#"{"b":[{"c":null}],"a":1}"#).unwrap();
        assert_eq!(first_difference(&left, &right), None);
    }

    #[test]
    fn names_the_place_and_both_sides() {
        assert_eq!(
            difference(json!({"a": {"b~/c": [1, 2]}}), json!({"a": {"b~/c": [1, 3]}})),
            ("/a/b~0~1c/1".into(), Some("2".into()), Some("3".into()))
        );
        assert_eq!(difference(json!({"a": 1}), json!({})), ("/a".into(), Some("1".into()), None));
        assert_eq!(difference(json!({}), json!({"a": null})), ("/a".into(), None, Some("null".into())));
        assert_eq!(difference(json!([1]), json!([1, 2])), ("/1".into(), None, Some("2".into())));
        assert_eq!(difference(json!([1, 2]), json!([1])), ("/1".into(), Some("2".into()), None));
        assert_eq!(difference(json!(1), json!("1")), (String::new(), Some("1".into()), Some("\"1\"".into())));
    }

    #[test]
    fn shortens_on_character_bounds() {
        assert_eq!(shorten("ééé", 2), "éé…");
        assert_eq!(shorten("ééé", 3), "ééé");
    }
}
