//! `types.d.ts`: every definition as one TypeScript type, or as two where reading and writing differ.

use std::fmt::Write;

use serde_json::Value;

use super::jsdoc;
use super::views::{Names, View, member};
use crate::model::{Definition, Field, Mark, Model, Object, Shape, Union};

/// The text of the file.
pub(super) fn file(model: &Model, names: &Names<'_>, header: &str) -> String {
    let mut out = String::from(header);
    out.push_str(
        "\n/** Any JSON value. */\n\
         export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue | undefined };\n",
    );
    for definition in model.definitions.values() {
        let declared = names.declared(&definition.name);
        for (name, view) in &declared {
            out.push('\n');
            declaration(&mut out, definition, name, *view, names, declared.len() > 1);
        }
    }
    out
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
            Shape::Literal(value) => value.to_string(),
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
        let open =
            object.rest.as_deref().map(|rest| format!("{{ [key: string]: {} }}", undefined(&self.shape(rest, depth))));
        if object.fields.is_empty() {
            return open.unwrap_or_else(|| "Record<string, never>".to_owned());
        }
        let mut out = String::from("{\n");
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
            let _ = writeln!(out, "{}{name}{question}: {};", indent(depth + 1), self.shape(member.shape, depth + 1));
        }
        out.push_str(&indent(depth));
        out.push('}');
        match open {
            Some(open) => format!("{out} & {open}"),
            None => out,
        }
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

fn undefined(shape: &str) -> String {
    format!("{shape} | undefined")
}

pub(super) fn indent(depth: usize) -> String {
    "  ".repeat(depth)
}

/// A member's name, quoted where it is no identifier.
pub(super) fn property(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic() || letter == '_' || letter == '$');
    if first && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$') {
        name.to_owned()
    } else {
        Value::from(name).to_string()
    }
}
