//! Every definition as one TypeScript type, or as two where reading and writing differ.

use std::fmt::Write;

use serde_json::Value;

use super::jsdoc;
use super::views::{Names, View, member};
use crate::json_text;
use crate::model::{Definition, Field, Mark, Object, Shape, Union};

/// Appends the declarations of a definition, one for each view that it is seen in.
pub(super) fn declarations(out: &mut String, definition: &Definition, names: &Names<'_>) {
    let declared = names.declared(&definition.name);
    for (name, view) in &declared {
        out.push('\n');
        declaration(out, definition, name, *view, names, declared.len() > 1);
    }
}

/// The definitions that a declaration of this shape names, and whether it says `JsonValue`.
pub(super) fn names_in(shape: &Shape) -> (Vec<&str>, bool) {
    let mut has_json = false;
    shape.walk(&mut |shape| has_json |= matches!(shape, Shape::Any));
    (shape.refs(), has_json)
}

fn declaration(out: &mut String, definition: &Definition, name: &str, view: View, names: &Names<'_>, split: bool) {
    let mut docs = definition.docs.clone().unwrap_or_default();
    if split && view == View::Input {
        let _ = write!(docs, "\n\nAs it is written; `{}` is what is read.", definition.name);
    }
    jsdoc::write(out, 0, &docs, &Mark::Stable, None);
    let printer = Printer { names, view };
    match &definition.shape {
        Shape::Union(union) if documented(union) => {
            let _ = write!(out, "export type {name} =");
            printer.documented_union(out, union);
            out.push_str(";\n");
        }
        shape => {
            let _ = writeln!(out, "export type {name} = {};", printer.shape(shape, 0));
        }
    }
}

fn documented(union: &Union) -> bool {
    union.variants.iter().any(|variant| variant.docs.is_some() || variant.mark != Mark::Stable)
}

struct Printer<'a> {
    names: &'a Names<'a>,
    view: View,
}

impl Printer<'_> {
    fn shape(&self, shape: &Shape, depth: usize) -> String {
        match shape {
            Shape::Any => "JsonValue".to_owned(),
            Shape::Null => "null".to_owned(),
            Shape::Boolean => "boolean".to_owned(),
            Shape::Number(_) => "number".to_owned(),
            Shape::String { .. } => "string".to_owned(),
            Shape::Literal(value) => json_text::compact(value),
            Shape::List { items, .. } => self.list(&self.shape(items, depth)),
            Shape::Tuple(items) => {
                let items: Vec<String> = items.iter().map(|item| self.shape(item, depth)).collect();
                format!("[{}]", items.join(", "))
            }
            Shape::Map(values) => format!("{{ [key: string]: {} }}", self.shape(values, depth)),
            Shape::Object(object) => self.object(object, depth),
            Shape::Union(union) => {
                let members: Vec<String> =
                    union.variants.iter().map(|variant| self.shape(&variant.shape, depth)).collect();
                members.join(" | ")
            }
            // Null twice is null; that absent differs from it shows in the member's question mark.
            Shape::Nullable(inner) => match inner.as_ref() {
                Shape::Nullable(_) | Shape::Any => self.shape(inner, depth),
                inner => format!("{} | null", self.shape(inner, depth)),
            },
            Shape::Ref(name) => self.names.of(name, self.view),
        }
    }

    fn list(&self, item: &str) -> String {
        if item.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            format!("{item}[]")
        } else {
            format!("Array<{item}>")
        }
    }

    fn object(&self, object: &Object, depth: usize) -> String {
        let members = self.members(object, depth);
        match &object.choice {
            None => members,
            Some(choice) => {
                let choices: Vec<String> =
                    choice.variants.iter().map(|variant| self.shape(&variant.shape, depth)).collect();
                format!("{members} & ({})", choices.join(" | "))
            }
        }
    }

    fn members(&self, object: &Object, depth: usize) -> String {
        if object.fields.is_empty() {
            return match &object.rest {
                Some(rest) => format!("{{ [key: string]: {} | undefined }}", self.shape(rest, depth)),
                None => "Record<string, never>".to_owned(),
            };
        }
        let mut out = String::from("{\n");
        // A key that is not named may be one that is: its type has to allow for both.
        let mut any_key: Vec<String> = object.rest.iter().map(|rest| self.shape(rest, depth + 1)).collect();
        for field in in_order(object) {
            jsdoc::write(
                &mut out,
                depth + 1,
                field.docs.as_deref().unwrap_or_default(),
                &field.mark,
                field.default.as_ref(),
            );
            let member = member(field, self.view);
            let name = property(&field.name);
            let question = if member.optional { "?" } else { "" };
            let shape = self.shape(member.shape, depth + 1);
            let _ = writeln!(out, "{}{name}{question}: {shape};", indent(depth + 1));
            if !matches!(object.rest.as_deref(), None | Some(Shape::Any)) && !any_key.contains(&shape) {
                any_key.push(shape);
            }
        }
        if !any_key.is_empty() {
            let _ = writeln!(out, "{}[key: string]: {} | undefined;", indent(depth + 1), any_key.join(" | "));
        }
        out.push_str(&indent(depth));
        out.push('}');
        out
    }

    /// One variant a line, each below what it means.
    fn documented_union(&self, out: &mut String, union: &Union) {
        for variant in &union.variants {
            out.push('\n');
            jsdoc::write(out, 1, variant.docs.as_deref().unwrap_or_default(), &variant.mark, None);
            let _ = write!(out, "{}| {}", indent(1), self.shape(&variant.shape, 1));
        }
    }
}

/// The tag first, where a reader looks for it; the other members by name.
fn in_order(object: &Object) -> impl Iterator<Item = &Field> {
    let fixed = |field: &&Field| matches!(field.shape, Shape::Literal(Value::String(_)));
    object.fields.iter().filter(fixed).chain(object.fields.iter().filter(move |field| !fixed(field)))
}

pub(super) fn indent(depth: usize) -> String {
    "  ".repeat(depth)
}

/// A member's name, quoted where it is no identifier.
pub(crate) fn property(name: &str) -> String {
    if is_identifier(name) { name.to_owned() } else { Value::from(name).to_string() }
}

fn is_identifier(name: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    name.starts_with(|letter: char| plain(letter) && !letter.is_ascii_digit()) && name.chars().all(plain)
}

/// Whether a definition can be declared under its name. TypeScript's own words begin with small letters, all but the two
/// that the declarations are written with.
pub(super) fn is_type_name(name: &str) -> bool {
    is_identifier(name)
        && name.starts_with(|letter: char| letter.is_ascii_uppercase())
        && !["Array", "Record"].contains(&name)
}
