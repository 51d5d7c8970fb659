//! A schema between the model and its text: keywords in their order, words borrowed from the model.
//!
//! It is written more than once, with references that go elsewhere each time, so it is kept rather than made again.

use std::borrow::Cow;

use serde_json::Value;

use super::keyword::Keyword;
use crate::json_text::{self, line};

/// Writes where a reference to a definition goes, without quotation marks.
pub(super) type Target<'t> = dyn Fn(&mut String, &str) + 't;

/// A value of a schema file.
#[derive(Debug)]
pub(super) enum Node<'a> {
    Bool(bool),
    Count(usize),
    Text(Cow<'a, str>),
    /// JSON of the protocol's own: a default, a bound, one value of an `enum`.
    Value(&'a Value),
    /// The definition that a `$ref` means.
    Target(&'a str),
    List(Vec<Node<'a>>),
    /// Members or definitions by name, in the order of the list.
    Named(Vec<(&'a str, Node<'a>)>),
    Schema(Schema<'a>),
    /// A schema that stands in another file as well.
    Shared(&'a Schema<'a>),
    /// A value of such a schema.
    Same(&'a Node<'a>),
    /// A value that was written before, for the depth at which it stands.
    Written(&'a str),
}

/// An object of keywords, each once, in their order.
#[derive(Debug, Default)]
pub(super) struct Schema<'a>(Vec<(Keyword, Node<'a>)>);

impl<'a> Node<'a> {
    /// Text that the model or this program holds.
    pub(super) fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// Appends the value as it stands at `depth`.
    pub(super) fn write(&self, out: &mut String, depth: usize, target: &Target<'_>) {
        match self {
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Count(count) => out.push_str(&count.to_string()),
            Self::Text(text) => json_text::quoted(out, text),
            Self::Value(value) => json_text::value(out, value, depth),
            Self::Target(name) => {
                out.push('"');
                target(out, name);
                out.push('"');
            }
            Self::List(items) => items_between(out, depth, ['[', ']'], items, |out, item| {
                item.write(out, depth + 1, target);
            }),
            Self::Named(members) => items_between(out, depth, ['{', '}'], members, |out, (name, member)| {
                json_text::quoted(out, name);
                out.push_str(": ");
                member.write(out, depth + 1, target);
            }),
            Self::Schema(schema) => schema.write(out, depth, target),
            Self::Shared(schema) => schema.write(out, depth, target),
            Self::Same(node) => node.write(out, depth, target),
            Self::Written(text) => out.push_str(text),
        }
    }
}

impl<'a> Schema<'a> {
    /// A schema of one keyword.
    pub(super) fn of(keyword: Keyword, value: Node<'a>) -> Self {
        Self(vec![(keyword, value)])
    }

    /// A schema of a `type`.
    pub(super) fn typed(kind: &'static str) -> Self {
        Self::of(Keyword::Type, Node::text(kind))
    }

    /// A schema with the same keywords, which can be given more.
    pub(super) fn extended(&self) -> Schema<'_> {
        Schema(self.0.iter().map(|(keyword, value)| (*keyword, Node::Same(value))).collect())
    }

    /// Puts a keyword into its place, instead of what it had.
    pub(super) fn set(&mut self, keyword: Keyword, value: Node<'a>) {
        match self.0.binary_search_by_key(&keyword, |(known, _)| *known) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (keyword, value)),
        }
    }

    /// The same, if there is something to say.
    pub(super) fn set_some(&mut self, keyword: Keyword, value: Option<Node<'a>>) {
        if let Some(value) = value {
            self.set(keyword, value);
        }
    }

    /// Takes a keyword out.
    pub(super) fn take(&mut self, keyword: Keyword) -> Option<Node<'a>> {
        let at = self.0.binary_search_by_key(&keyword, |(known, _)| *known).ok()?;
        Some(self.0.remove(at).1)
    }

    /// How many keywords there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Appends the schema as it stands at `depth`.
    pub(super) fn write(&self, out: &mut String, depth: usize, target: &Target<'_>) {
        items_between(out, depth, ['{', '}'], &self.0, |out, (keyword, value)| {
            out.push('"');
            out.push_str(keyword.as_str());
            out.push_str("\": ");
            value.write(out, depth + 1, target);
        });
    }
}

/// Items, each on a line of its own between two brackets.
fn items_between<T>(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    items: &[T],
    each: impl Fn(&mut String, &T),
) {
    out.push(open);
    for (at, item) in items.iter().enumerate() {
        line(out, at, depth + 1);
        each(out, item);
    }
    if !items.is_empty() {
        line(out, 0, depth);
    }
    out.push(close);
}

#[cfg(test)]
mod tests {
    use super::{Keyword, Node, Schema};

    #[test]
    fn keywords_stand_in_their_order_whatever_the_order_of_setting() {
        let mut schema = Schema::of(Keyword::Definitions, Node::Named(vec![]));
        schema.set(Keyword::Type, Node::text("object"));
        schema.set(Keyword::Properties, Node::Named(vec![("type", Node::Bool(true)), ("$ref", Node::Target("A"))]));
        schema.set(Keyword::Schema, Node::text("a \"quoted\" word\n"));
        schema.set(Keyword::Type, Node::List(vec![Node::text("object"), Node::text("null")]));
        let mut text = String::new();
        schema.write(&mut text, 1, &|out, name| *out += &format!("#/{name}"));
        let expected = r##"{
    "$schema": "a \"quoted\" word\n",
    "type": [
      "object",
      "null"
    ],
    "properties": {
      "type": true,
      "$ref": "#/A"
    },
    "definitions": {}
  }"##;
        assert_eq!(text, expected);
        assert!(schema.take(Keyword::Title).is_none());
        assert!(schema.take(Keyword::Type).is_some());
        assert_eq!(schema.len(), 3);
    }
}
