//! Titles of the variants of a union, by which code generators name their classes.

use crate::model::{Object, Shape};

/// The title of a variant, and the title of its tag with the tag's name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Titles {
    pub(super) variant: Option<String>,
    pub(super) tag: Option<(&'static str, String)>,
}

/// Tags that give their value as the variant's name, and what the tag's own title ends in.
const TAGS: [(&str, &str); 2] = [("type", "Type"), ("method", "Method")];

/// Names a variant of `union` after its tag, else after its one literal member, else after its one required member.
///
/// The last rule is for externally tagged variants. That it also meets an object that happens to require one member
/// (`KindFileSystemSpecialPath`) is how the protocol is published, and generators know the classes by these names.
pub(super) fn of(union: &str, shape: &Shape) -> Titles {
    let Shape::Object(object) = shape else { return Titles::default() };
    for (tag, ending) in TAGS {
        if let Some(value) = object.literal(tag) {
            let title = pascal(value) + suffix(union, tag);
            return Titles { tag: Some((tag, format!("{title}{ending}"))), variant: Some(title) };
        }
    }
    Titles { variant: lone_name(object).map(|name| pascal(name) + union), tag: None }
}

fn lone_name(object: &Object) -> Option<&str> {
    if let [only] = object.fields.as_slice()
        && let Some(value) = object.literal(&only.name)
    {
        return Some(value);
    }
    let mut required = object.fields.iter().filter(|field| field.required);
    match (required.next(), required.next()) {
        (Some(only), None) => Some(&only.name),
        _ => None,
    }
}

/// A message is named without its sender: `Thread/startRequest` in `ClientRequest`.
fn suffix<'a>(union: &'a str, tag: &str) -> &'a str {
    match tag {
        "method" => union.strip_prefix("Client").or_else(|| union.strip_prefix("Server")).unwrap_or(union),
        _ => union,
    }
}

/// A word of the wire as the name of a type.
pub(crate) fn pascal(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut upper = true;
    for letter in name.chars() {
        match letter {
            '_' | '-' => upper = true,
            letter if upper => {
                out.extend(letter.to_uppercase());
                upper = false;
            }
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::pascal;

    #[test]
    fn only_words_are_joined() {
        assert_eq!(pascal("glob_pattern"), "GlobPattern");
        assert_eq!(pascal("on-failure"), "OnFailure");
        assert_eq!(pascal("thread/start"), "Thread/start");
        assert_eq!(pascal("dangerFullAccess"), "DangerFullAccess");
    }
}
