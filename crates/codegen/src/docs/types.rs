//! Types as TypeScript writes them, with a link on each name.

use super::site::Site;
use crate::json_text;
use crate::model::{Field, Number, Object, Shape};
use crate::typescript::{View, member, property};

/// Who writes what is described: that decides which members may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The client writes, the server reads.
    Client,
    /// The server writes, the client reads.
    Server,
    /// Either.
    Both,
}

impl Side {
    /// The side of a definition, from who uses it.
    pub(super) fn of(site: &Site<'_>, name: &str) -> Self {
        match (site.views.input.contains(name), site.views.output.contains(name)) {
            (true, true) => Self::Both,
            (false, true) => Self::Server,
            _ => Self::Client,
        }
    }

    /// The view in which members appear; what goes both ways is shown as it may be written.
    fn view(self) -> View {
        if self == Self::Server { View::Output } else { View::Input }
    }

    /// Whether a member may be missing, and its shape where it is there.
    pub(super) fn member(self, field: &Field) -> (bool, &Shape) {
        let member = member(field, self.view());
        (member.optional, member.shape)
    }
}

/// A type on a page.
pub(super) struct TypeText {
    parts: Vec<Part>,
    linked: bool,
}

enum Part {
    Text(String),
    Link { name: String, href: String },
}

impl TypeText {
    /// The type of a shape.
    pub(super) fn of(site: &Site<'_>, shape: &Shape, side: Side, page: &str) -> Self {
        let mut text = Self { parts: Vec::new(), linked: false };
        Writer { site, side, page, text: &mut text }.shape(shape);
        text
    }

    fn text(&mut self, text: &str) {
        match self.parts.last_mut() {
            Some(Part::Text(last)) => last.push_str(text),
            _ => self.parts.push(Part::Text(text.to_owned())),
        }
    }

    /// As Markdown: a code span, or an element that can have links inside.
    pub(super) fn markdown(&self) -> String {
        let plain = |part: &Part| matches!(part, Part::Text(text) if !text.contains('`'));
        if !self.linked && self.parts.iter().all(plain) {
            let text: String = self.parts.iter().map(Part::written).collect();
            return format!("`{text}`");
        }
        let mut out = String::from("<code>");
        for part in &self.parts {
            match part {
                Part::Text(text) => escape(&mut out, text),
                Part::Link { name, href } => out.extend(["[", name, "](", href, ")"]),
            }
        }
        out.push_str("</code>");
        out
    }
}

impl Part {
    fn written(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Link { name, .. } => name,
        }
    }
}

/// Appends text so that Markdown takes none of it for its own.
fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '[' | ']' | '*' | '_' | '`' | '\\' => out.extend(['\\', letter]),
            other => out.push(other),
        }
    }
}

struct Writer<'a, 'b> {
    site: &'a Site<'a>,
    side: Side,
    page: &'a str,
    text: &'b mut TypeText,
}

impl Writer<'_, '_> {
    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Any => self.text.text("any JSON"),
            Shape::Null => self.text.text("null"),
            Shape::Boolean => self.text.text("boolean"),
            Shape::Number(number) => self.text.text(&self::number(number)),
            Shape::String { format: None } => self.text.text("string"),
            Shape::String { format: Some(format) } => self.text.text(&format!("string ({format})")),
            Shape::Literal(value) => self.text.text(&json_text::compact(value)),
            Shape::List { items, .. } if matches!(**items, Shape::Union(_) | Shape::Nullable(_)) => {
                self.around("Array<", items, ">");
            }
            Shape::List { items, .. } => self.around("", items, "[]"),
            Shape::Tuple(items) => {
                self.text.text("[");
                self.separated(items.iter(), ", ");
                self.text.text("]");
            }
            Shape::Map(values) => self.around("{ [key: string]: ", values, " }"),
            Shape::Object(object) => self.object(object),
            Shape::Union(union) => self.separated(union.variants.iter().map(|variant| &variant.shape), " | "),
            Shape::Nullable(inner) => match inner.as_ref() {
                Shape::Nullable(_) | Shape::Any => self.shape(inner),
                inner => self.around("", inner, " | null"),
            },
            Shape::Ref(name) => match self.site.type_place(name) {
                Some(place) => {
                    let href = self.site.href(place, self.page);
                    self.text.linked = true;
                    self.text.parts.push(Part::Link { name: name.clone(), href });
                }
                None => self.text.text(name),
            },
        }
    }

    fn around(&mut self, before: &str, shape: &Shape, after: &str) {
        self.text.text(before);
        self.shape(shape);
        self.text.text(after);
    }

    fn separated<'s>(&mut self, shapes: impl Iterator<Item = &'s Shape>, separator: &str) {
        for (at, shape) in shapes.enumerate() {
            self.text.text(if at > 0 { separator } else { "" });
            self.shape(shape);
        }
    }

    fn object(&mut self, object: &Object) {
        self.text.text("{");
        for (at, field) in object.fields.iter().enumerate() {
            let (optional, shape) = self.side.member(field);
            let (separator, question) = (if at > 0 { ";" } else { "" }, if optional { "?" } else { "" });
            self.around(&format!("{separator} {}{question}: ", property(&field.name)), shape, "");
        }
        if let Some(rest) = &object.rest {
            self.around(if object.fields.is_empty() { " [key: string]: " } else { "; [key: string]: " }, rest, "");
        }
        self.text.text(if object.fields.is_empty() && object.rest.is_none() { "}" } else { " }" });
        if let Some(choice) = &object.choice {
            self.text.text(" & (");
            self.separated(choice.variants.iter().map(|variant| &variant.shape), " | ");
            self.text.text(")");
        }
    }
}

/// A number, with the bounds that a person could run into.
fn number(number: &Number) -> String {
    let kind = if number.integer { "integer" } else { "number" };
    let (least, greatest) = match number.format.as_deref() {
        Some("uint8") => (Some("0"), Some("255")),
        Some("uint16") => (Some("0"), Some("65535")),
        Some("int8") => (Some("-128"), Some("127")),
        Some("int16") => (Some("-32768"), Some("32767")),
        Some(format) if format.starts_with("uint") => (Some("0"), None),
        _ => (None, None),
    };
    let least = number.minimum.as_ref().map(ToString::to_string).or(least.map(str::to_owned));
    let greatest = number.maximum.as_ref().map(ToString::to_string).or(greatest.map(str::to_owned));
    // A bound that was declared as a fraction of nothing is the whole number.
    let whole = |bound: String| bound.strip_suffix(".0").map(str::to_owned).unwrap_or(bound);
    match (least.map(whole), greatest.map(whole)) {
        (Some(least), Some(greatest)) => format!("{kind} {least}…{greatest}"),
        (Some(least), None) => format!("{kind} ≥ {least}"),
        (None, Some(greatest)) => format!("{kind} ≤ {greatest}"),
        (None, None) => kind.to_owned(),
    }
}
