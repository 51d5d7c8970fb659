//! JavaScript expressions, broken into lines of bounded width.

use std::borrow::Cow;

use serde_json::Value;

use super::types::{indent, property};

/// How long a line may be.
const WIDTH: usize = 120;

/// An expression.
#[derive(Debug, Clone)]
pub(super) enum Code<'a> {
    /// A name or a literal.
    Word(Cow<'a, str>),
    /// A call of a function of `runtime/checks.js`.
    Call(&'static str, Vec<Self>),
    /// An object literal.
    Members(Vec<(Cow<'a, str>, Self)>),
    /// An array literal.
    List(Vec<Self>),
}

impl<'a> Code<'a> {
    /// A string or another literal.
    pub(super) fn literal(value: &Value) -> Self {
        Self::Word(value.to_string().into())
    }

    /// A name that is always the same.
    pub(super) fn word(word: &'static str) -> Self {
        Self::Word(word.into())
    }

    /// An object literal with these members.
    pub(super) fn members(members: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::Members(members.into_iter().map(|(name, code)| (key(name), code)).collect())
    }

    /// Calls `visit` with each name and literal, those of the called functions included.
    pub(super) fn words<'c>(&'c self, visit: &mut dyn FnMut(&'c str)) {
        match self {
            Self::Word(word) => visit(word),
            Self::Call(name, arguments) => {
                visit(name);
                arguments.iter().for_each(|argument| argument.words(visit));
            }
            Self::Members(members) => members.iter().for_each(|(_, code)| code.words(visit)),
            Self::List(items) => items.iter().for_each(|item| item.words(visit)),
        }
    }

    /// Appends the expression; the line it begins on has `used` characters so far, and `depth` is its indentation.
    pub(super) fn write(&self, out: &mut String, depth: usize, used: usize) {
        let start = out.len();
        // Room for what closes around it.
        if self.flat(out) && used + out.len() - start + 4 <= WIDTH {
            return;
        }
        out.truncate(start);
        match self {
            Self::Word(word) => out.push_str(word),
            Self::Call(name, arguments) => {
                out.push_str(name);
                out.push('(');
                if arguments.iter().all(|argument| matches!(argument, Self::Word(_))) {
                    lines(out, arguments, depth);
                } else {
                    for (at, argument) in arguments.iter().enumerate() {
                        out.push_str(if at > 0 { ", " } else { "" });
                        argument.write(out, depth, column(out));
                    }
                }
                out.push(')');
            }
            Self::List(items) => {
                out.push('[');
                lines(out, items, depth);
                out.push(']');
            }
            Self::Members(members) => {
                out.push('{');
                for (name, code) in members {
                    open(out, depth + 1);
                    out.push_str(name);
                    out.push_str(": ");
                    code.write(out, depth + 1, column(out));
                    out.push(',');
                }
                open(out, depth);
                out.push('}');
            }
        }
    }

    /// Appends the expression on one line; gives up, and says so, where it is longer than any line.
    fn flat(&self, out: &mut String) -> bool {
        let limit = out.len() + WIDTH;
        let row = |out: &mut String, items: &[Self]| {
            items.iter().enumerate().all(|(at, item)| {
                out.push_str(if at > 0 { ", " } else { "" });
                item.flat(out) && out.len() <= limit
            })
        };
        match self {
            Self::Word(word) => out.push_str(word),
            Self::Call(name, arguments) => {
                out.push_str(name);
                out.push('(');
                if !row(out, arguments) {
                    return false;
                }
                out.push(')');
            }
            Self::List(items) => {
                out.push('[');
                if !row(out, items) {
                    return false;
                }
                out.push(']');
            }
            Self::Members(members) if members.is_empty() => out.push_str("{}"),
            Self::Members(members) => {
                for (at, (name, code)) in members.iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { "{ " });
                    out.push_str(name);
                    out.push_str(": ");
                    if !code.flat(out) || out.len() > limit {
                        return false;
                    }
                }
                out.push_str(" }");
            }
        }
        out.len() <= limit
    }
}

/// A member's name in an object literal, where `__proto__` would set the prototype instead.
pub(super) fn key(name: &str) -> Cow<'_, str> {
    match name {
        "__proto__" => "[\"__proto__\"]".into(),
        name if name.bytes().all(|byte| byte.is_ascii_alphabetic()) && !name.is_empty() => name.into(),
        name => property(name).into(),
    }
}

/// An item a line.
fn lines(out: &mut String, items: &[Code<'_>], depth: usize) {
    for item in items {
        open(out, depth + 1);
        item.write(out, depth + 1, column(out));
        out.push(',');
    }
    open(out, depth);
}

fn open(out: &mut String, depth: usize) {
    out.push('\n');
    out.push_str(&indent(depth));
}

/// How long the last line is.
fn column(out: &str) -> usize {
    out.len() - out.rfind('\n').map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::Code;

    fn text(code: &Code<'_>) -> String {
        let mut out = String::new();
        code.write(&mut out, 0, 0);
        out
    }

    #[test]
    fn what_fits_stays_on_a_line_and_what_does_not_has_one_each() {
        let short = Code::members([("a", Code::word("string")), ("b-c", Code::Call("list", vec![Code::word("X")]))]);
        assert_eq!(text(&short), "{ a: string, \"b-c\": list(X) }");
        let words: Vec<Code<'_>> = (0..30).map(|at| Code::Word(format!("\"value{at}\"").into())).collect();
        let long =
            Code::Call("object", vec![Code::members([("a", Code::Call("oneOf", words))]), Code::Members(Vec::new())]);
        let text = text(&long);
        assert!(
            text.starts_with("object({\n  a: oneOf(\n    \"value0\",\n") && text.ends_with("\n  ),\n}, {})"),
            "{text}"
        );
    }

    #[test]
    fn a_member_named_proto_is_a_member() {
        let code = Code::members([("__proto__", Code::word("string"))]);
        assert_eq!(text(&code), "{ [\"__proto__\"]: string }");
    }
}
