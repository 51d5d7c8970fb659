//! The section of one method.

use std::collections::BTreeSet;
use std::fmt::Write;

use methodic::{Direction, Kind, code};

use super::examples::{self, Examples};
use super::members::{Members, code as span};
use super::site::Site;
use super::types::Side;
use super::{index, text};
use crate::json_schema;
use crate::model::{Mark, Method, Object, Shape};

/// Writes the section.
pub(super) fn write(out: &mut String, site: &Site<'_>, method: &Method, page: &str, examples: &Examples) {
    let (sent, answered) = match method.direction {
        Direction::ClientToServer => (Side::Client, Side::Server),
        Direction::ServerToClient => (Side::Server, Side::Client),
    };
    let anchor = site.place(method).map_or("", |place| &place.anchor);
    let _ = write!(out, "\n<a id=\"{anchor}\"></a>\n\n### `{}`\n", method.method);
    let members = Members { site, page, side: sent };
    let facts = [text::capital(method.kind.as_str()), direction(method.direction).to_owned(), mark(&members, method)];
    let _ = writeln!(out, "\n{}", facts.join(" · "));
    if !method.docs.is_empty() {
        let _ = writeln!(out, "\n{}", site.prose(&method.docs, page));
    }
    match &method.params {
        Some(name) => payload(out, &members, "Params", name),
        None => out.push_str("\n**Params**: none.\n"),
    }
    if let Some(name) = &method.result {
        payload(out, &Members { side: answered, ..members }, "Result", name);
    }
    if method.kind == Kind::Request {
        errors(out, site, method);
    }
    let exchange = examples.of(method);
    if exchange.sent.is_some() || exchange.answer.is_some() {
        out.push_str("\n**Example**\n");
    }
    let (sender, receiver) = match method.direction {
        Direction::ClientToServer => ("client", "server"),
        Direction::ServerToClient => ("server", "client"),
    };
    if let Some(text) = exchange.sent {
        examples::block(out, &format!("The {sender} sends"), &text);
    }
    if let Some(text) = exchange.answer {
        examples::block(out, &format!("The {receiver} answers"), &text);
    }
}

/// Who sends to whom.
pub(super) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::ClientToServer => "client → server",
        Direction::ServerToClient => "server → client",
    }
}

fn mark(members: &Members<'_>, method: &Method) -> String {
    match &method.mark {
        Mark::Stable => "stable".to_owned(),
        Mark::Experimental(reason) => {
            format!("[experimental]({}#{}): {}", super::site::INDEX, index::EXPERIMENTAL, span(reason))
        }
        Mark::Deprecated(note) => format!("**deprecated**: {}", members.note(note)),
    }
}

/// One payload, with a link to its schema.
fn payload(out: &mut String, members: &Members<'_>, what: &str, name: &str) {
    let Some(definition) = members.site.model.definitions.get(name) else { return };
    // The whole surface has a file of every payload; the pages lie two folders below its root.
    let surface = if members.site.experimental.contains(name) { "/experimental" } else { "" };
    let _ = write!(out, "\n**{what}**: [`{name}`](../../schema{surface}/{}.json)", json_schema::path(definition));
    match &definition.docs {
        Some(docs) if !docs.is_empty() => {
            let _ = writeln!(out, ". {}", members.site.prose(docs, members.page));
        }
        _ => out.push('\n'),
    }
    members.describe(out, &definition.shape);
}

/// What a caller may be answered instead of the result.
fn errors(out: &mut String, site: &Site<'_>, method: &Method) {
    let index = super::site::INDEX;
    let errors = index::ERRORS;
    let when = if method.params.is_some() { "the params do not fit" } else { "there are params" };
    let _ =
        write!(out, "\n**Errors**: those of [any request]({index}#{errors}); `{}` when {when}", code::INVALID_PARAMS);
    // What the server asks, it asks with what the client has opted into.
    let reasons: Vec<String> = match method.direction {
        Direction::ClientToServer => reasons(site, method).into_iter().map(span).collect(),
        Direction::ServerToClient => Vec::new(),
    };
    if !reasons.is_empty() {
        let (code, parts) = (code::INVALID_REQUEST, text::listed(&reasons, "or"));
        let _ = write!(out, "; `{code}` without the [opt-in]({index}#{}) for {parts}", index::EXPERIMENTAL);
    }
    out.push_str(".\n");
}

/// The reasons that a request can be refused for: its own, else those of the experimental parts of its params. What only
/// such parts hold is never reached: the outer part is refused first.
fn reasons<'a>(site: &Site<'a>, method: &'a Method) -> BTreeSet<&'a str> {
    if let Mark::Experimental(reason) = &method.mark {
        return BTreeSet::from([reason.as_str()]);
    }
    let mut found = BTreeSet::new();
    let mut add = |mark: &'a Mark| {
        if let Mark::Experimental(reason) = mark {
            found.insert(reason.as_str());
        }
    };
    for name in site.stable.closure(method.params.as_deref()) {
        let Some(definition) = site.model.definitions.get(name) else { continue };
        definition.shape.walk(&mut |shape| match shape {
            Shape::Object(Object { fields, choice, .. }) => {
                fields.iter().for_each(|field| add(&field.mark));
                choice.iter().flat_map(|choice| &choice.variants).for_each(|variant| add(&variant.mark));
            }
            Shape::Union(union) => union.variants.iter().for_each(|variant| add(&variant.mark)),
            _ => {}
        });
    }
    found
}
