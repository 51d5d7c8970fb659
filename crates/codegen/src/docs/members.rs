//! What a payload or a type looks like: tables of members, lists of values, and the variants of a union.

use std::fmt::Write;

use serde_json::Value;

use super::site::Site;
use super::text;
use super::types::{Side, TypeText};
use crate::json_text;
use crate::model::{Field, Mark, Object, Shape, Union, Variant};
use crate::typescript::property;

/// Writes descriptions into one page.
pub(super) struct Members<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) page: &'a str,
    pub(super) side: Side,
}

/// A row of a table.
struct Row {
    member: String,
    ty: String,
    required: &'static str,
    default: Option<String>,
    meaning: String,
}

impl Members<'_> {
    /// Describes a shape in paragraphs and tables, each with an empty line before it.
    pub(super) fn describe(&self, out: &mut String, shape: &Shape) {
        match shape {
            Shape::Object(object) => self.object(out, object, None),
            Shape::Union(union) => self.union(out, union),
            Shape::Nullable(inner) if matches!(**inner, Shape::Object(_) | Shape::Union(_)) => {
                out.push_str("\n`null`, or what follows.\n");
                self.describe(out, inner);
            }
            other => {
                let _ = writeln!(out, "\nType: {}", self.type_of(other));
            }
        }
    }

    fn type_of(&self, shape: &Shape) -> String {
        TypeText::of(self.site, shape, self.side, self.page).markdown()
    }

    /// The members of an object, all but its tag.
    fn object(&self, out: &mut String, object: &Object, tag: Option<&str>) {
        let mut rows = Vec::new();
        self.rows(&mut rows, "", object, tag);
        match (rows.is_empty(), tag, &object.choice) {
            (true, None, None) => out.push_str("\nAn empty object.\n"),
            (true, ..) => {}
            (false, ..) => table(out, &rows),
        }
        if object.closed && !rows.is_empty() {
            out.push_str("\nMembers of other names are refused.\n");
        }
        if let Some(choice) = &object.choice {
            let lead = if rows.is_empty() {
                "The members of one of these"
            } else {
                "Beside these, the members of one of these"
            };
            let _ = match self::tag(choice) {
                Some(tag) => writeln!(out, "\n{lead}, told apart by {}:", code(tag)),
                None => writeln!(out, "\n{lead}:"),
            };
            self.variants(out, choice);
        }
    }

    fn rows(&self, rows: &mut Vec<Row>, prefix: &str, object: &Object, tag: Option<&str>) {
        let mut fields: Vec<&Field> = object.fields.iter().filter(|field| tag != Some(field.name.as_str())).collect();
        // What has to be there comes first; both parts keep their order.
        fields.sort_by_key(|field| self.side.member(field).0);
        for field in fields {
            let name = format!("{prefix}{}", field.name);
            let (optional, shape) = self.side.member(field);
            let required = match (self.side, optional, field.written) {
                (Side::Both, true, true) => "no; the server always sends it",
                (_, true, _) => "no",
                (_, false, _) => "yes",
            };
            // The default is what leaving a member out means: nobody leaves out what is always there.
            let default = field.default.as_ref().filter(|_| optional).map(|value| code(&json_text::compact(value)));
            let nested = inline(shape);
            let ty = match nested {
                None => self.type_of(shape),
                Some((_, ending)) => format!("`object{ending}`"),
            };
            let meaning = self.meaning(field);
            rows.push(Row { member: code(&name), ty, required, default, meaning });
            if let Some((object, ending)) = nested {
                let list = if ending.starts_with("[]") { "[]" } else { "" };
                self.rows(rows, &format!("{name}{list}."), object, None);
            }
        }
        if let Some(rest) = &object.rest {
            let member = if prefix.is_empty() { "any other".to_owned() } else { format!("{} any other", code(prefix)) };
            let meaning = "Further members, by any name.".to_owned();
            rows.push(Row { member, ty: self.type_of(rest), required: "no", default: None, meaning });
        }
    }

    fn meaning(&self, field: &Field) -> String {
        let docs = self.site.prose(field.docs.as_deref().unwrap_or_default(), self.page);
        let twice = matches!(&field.shape, Shape::Nullable(inner) if matches!(**inner, Shape::Nullable(_)));
        let twice = if twice { "Null and left out mean different things." } else { "" };
        let mark = self.mark(&field.mark);
        let parts = [mark.as_str(), &docs, twice];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A mark as a sentence; nothing for what is stable.
    pub(super) fn mark(&self, mark: &Mark) -> String {
        match mark {
            Mark::Stable => String::new(),
            Mark::Experimental(reason) => format!("**Experimental**: {}.", code(reason)),
            Mark::Deprecated(note) => format!("**Deprecated**: {}.", self.note(note)),
        }
    }

    /// What to use instead: a name, or a sentence.
    pub(super) fn note(&self, note: &str) -> String {
        let name = !note.contains([' ', '`']);
        let note = if name { format!("use `{note}`") } else { note.trim_end_matches('.').to_owned() };
        self.site.prose(&note, self.page)
    }

    fn union(&self, out: &mut String, union: &Union) {
        let literals = union.variants.iter().all(|variant| matches!(variant.shape, Shape::Literal(_)));
        match tag(union) {
            Some(tag) => {
                let _ = writeln!(out, "\nOne of these objects, told apart by {}:", code(tag));
            }
            None if literals => out.push_str("\nOne of these values:\n"),
            None => out.push_str("\nOne of these:\n"),
        }
        self.variants(out, union);
    }

    fn variants(&self, out: &mut String, union: &Union) {
        let tag = tag(union);
        // A list is easier to read, but a table has no good place in one.
        let tables = union.variants.iter().any(|variant| members(variant, tag).is_some());
        let mut in_list = false;
        for variant in &union.variants {
            let list = !tables || !matches!(variant.shape, Shape::Object(_));
            if list && !in_list {
                out.push('\n');
            }
            in_list = list;
            let mark = self.mark(&variant.mark);
            let docs = variant.docs.as_deref().unwrap_or_default();
            let docs = [mark, self.site.prose(docs, self.page)];
            let docs = docs.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            let label = self.label(variant, tag);
            if list {
                let docs = one_line(&docs);
                let _ = writeln!(out, "- {label}{}{docs}", if docs.is_empty() { "" } else { ": " });
                continue;
            }
            let _ = writeln!(out, "\n**{label}**{}{docs}", if docs.is_empty() { "" } else { ": " });
            if let Some(object) = members(variant, tag) {
                self.object(out, object, tag);
            }
        }
    }

    /// What a variant is called: its tag's value, its one value, its one member, or its type.
    fn label(&self, variant: &Variant, tag: Option<&str>) -> String {
        match &variant.shape {
            Shape::Object(object) => match (tag.and_then(|tag| object.literal(tag)), named(object)) {
                (Some(value), _) => code(&json_text::compact(&Value::from(value))),
                (None, Some(Field { name, shape: Shape::Object(_), .. })) => {
                    code(&format!("{{ {}: {{ … }} }}", property(name)))
                }
                (None, Some(_)) => self.type_of(&variant.shape),
                (None, None) => {
                    let names: Vec<String> = object.fields.iter().map(|field| property(&field.name)).collect();
                    code(&format!("{{ {} }}", names.join(", ")))
                }
            },
            shape => self.type_of(shape),
        }
    }
}

/// The member of fixed text that all variants have.
fn tag(union: &Union) -> Option<&str> {
    let objects = union.variants.iter().map(|variant| match &variant.shape {
        Shape::Object(object) => Some(object),
        _ => None,
    });
    let objects: Vec<&Object> = objects.collect::<Option<_>>()?;
    let (first, others) = objects.split_first()?;
    let names = first.fields.iter().map(|field| field.name.as_str());
    names
        .filter(|name| first.literal(name).is_some())
        .find(|name| others.iter().all(|object| object.literal(name).is_some()))
}

/// The object of a variant, if it has a member to tell of: of a variant that is named by its one member, what that holds.
fn members<'a>(variant: &'a Variant, tag: Option<&str>) -> Option<&'a Object> {
    match &variant.shape {
        Shape::Object(object) if tag.is_none() && named(object).is_some() => match &named(object)?.shape {
            Shape::Object(inner) => Some(inner),
            _ => None,
        },
        Shape::Object(object) => {
            let told = object.fields.iter().any(|field| Some(field.name.as_str()) != tag);
            (told || object.rest.is_some() || object.choice.is_some()).then_some(object)
        }
        _ => None,
    }
}

/// The one member that names a variant, and holds what the variant is.
fn named(object: &Object) -> Option<&Field> {
    match object.fields.as_slice() {
        [only] if only.required && only.docs.is_none() && object.rest.is_none() && object.choice.is_none() => {
            Some(only)
        }
        _ => None,
    }
}

/// The nameless object that a member holds, and what its type ends in. Its members have rows of their own.
fn inline(shape: &Shape) -> Option<(&Object, &'static str)> {
    match shape {
        Shape::Object(object) if object.choice.is_none() && !object.fields.is_empty() => Some((object, "")),
        Shape::Nullable(inner) => match inner.as_ref() {
            Shape::Object(_) => inline(inner).map(|(object, _)| (object, " | null")),
            Shape::List { .. } => inline(inner).map(|(object, _)| (object, "[] | null")),
            _ => None,
        },
        Shape::List { items, .. } if matches!(**items, Shape::Object(_)) => {
            inline(items).map(|(object, _)| (object, "[]"))
        }
        _ => None,
    }
}

/// A column of defaults is there only where one is named.
fn table(out: &mut String, rows: &[Row]) {
    let defaults = rows.iter().any(|row| row.default.is_some());
    let (head, line) = if defaults { (" Default |", "---|") } else { ("", "") };
    let _ = write!(out, "\n| Member | Type | Required |{head} Meaning |\n|---|---|---|{line}---|\n");
    for row in rows {
        let mut cells = vec![row.member.as_str(), &row.ty, row.required];
        if defaults {
            cells.push(row.default.as_deref().unwrap_or_default());
        }
        cells.push(&row.meaning);
        out.push('|');
        for cell in cells {
            let cell = text::cell(cell);
            let space = if cell.is_empty() { "" } else { " " };
            out.extend([space, &cell, " |"]);
        }
        out.push('\n');
    }
}

/// A code span, whatever stands in it.
pub(super) fn code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// Several paragraphs as one, for an item of a list.
fn one_line(docs: &str) -> String {
    docs.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
