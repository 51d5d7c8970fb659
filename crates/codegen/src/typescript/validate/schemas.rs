//! `validate/schemas.js`: one schema for each payload of each method, and the table that `createValidation` looks in.

use std::collections::BTreeSet;
use std::fmt::Write;

use methodic::{Direction, Kind};
use serde_json::Value;

use super::super::code::key;
use super::super::style::Style;
use super::super::views::{Names, View};
use super::Place;
use crate::model::{Method, Model};

/// What a method carries in one direction, as the client sees it.
pub(super) struct Payload<'a> {
    /// The name of its constant.
    constant: String,
    method: &'a str,
    params: bool,
    outgoing: bool,
    /// None for the params of a method that takes none.
    definition: Option<&'a str>,
}

impl Payload<'_> {
    fn what(&self) -> &'static str {
        if self.params { "params" } else { "result" }
    }

    fn direction(&self) -> &'static str {
        if self.outgoing { "outgoing" } else { "incoming" }
    }

    /// The name of its type.
    fn declared(&self, names: &Names<'_>) -> Option<String> {
        let view = if self.outgoing { View::Input } else { View::Output };
        self.definition.map(|name| names.of(name, view))
    }
}

/// The payloads of all methods, in the order of the table.
pub(super) fn payloads(model: &Model) -> Vec<Payload<'_>> {
    let mut taken = BTreeSet::new();
    model.methods.iter().flat_map(of_method).map(|payload| named(payload, &mut taken)).collect()
}

fn of_method(method: &Method) -> impl Iterator<Item = Payload<'_>> {
    let sent = method.direction == Direction::ClientToServer;
    // Params travel with the message, the result against it.
    let of = move |params: bool| Payload {
        constant: constant(&method.method, params),
        method: &method.method,
        params,
        outgoing: sent == params,
        definition: if params { method.params.as_deref() } else { method.result.as_deref() },
    };
    [true, false].into_iter().filter(|params| *params || method.kind == Kind::Request).map(of)
}

/// Two methods whose names differ in nothing that an identifier can show, or one name for both directions: the later one
/// is numbered.
fn named<'a>(mut payload: Payload<'a>, taken: &mut BTreeSet<String>) -> Payload<'a> {
    let first = payload.constant.clone();
    let mut number = 1;
    while !taken.insert(payload.constant.clone()) {
        number += 1;
        payload.constant = format!("{first}{number}");
    }
    payload
}

/// `threadStartParams` for the params of `thread/start`.
fn constant(method: &str, params: bool) -> String {
    let mut name = String::new();
    for word in method.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let (first, rest) = word.split_at(1);
        name += &if name.is_empty() { first.to_ascii_lowercase() } else { first.to_ascii_uppercase() };
        name += rest;
    }
    if !name.starts_with(|letter: char| letter.is_ascii_lowercase()) {
        name.insert(0, '_');
    }
    name + if params { "Params" } else { "Result" }
}

/// The text of the module.
pub(super) fn module(payloads: &[Payload<'_>], names: &Names<'_>, place: &Place<'_>) -> String {
    let mut out = String::from(place.header);
    out.push_str("// A schema for every payload of every method. Each is a Standard Schema, and is dropped by bundlers if unused.\n");
    let bare = payloads.iter().any(|payload| payload.definition.is_none());
    let absent = if bare { "absent, " } else { "" };
    let _ = writeln!(out, "import {{ {absent}schema }} from \"{}runtime/checks.js\";", place.root);
    out.push_str("import * as types from \"./types.js\";\n\n");
    for payload in payloads {
        let check = payload.declared(names).map_or_else(|| "absent".to_owned(), |name| format!("types.{name}"));
        let (constant, direction) = (&payload.constant, payload.direction());
        let value = format!("/* @__PURE__ */ schema({check}, \"{direction}\");");
        // A long one has a line of its own.
        let between = if constant.len() + value.len() > 104 { "\n  " } else { " " };
        let _ = writeln!(out, "export const {constant} ={between}{value}");
    }
    out.push_str("\n/** All of them, by direction, payload and method. */\nexport const all = {\n");
    for direction in ["outgoing", "incoming"] {
        let _ = writeln!(out, "  {direction}: {{");
        for what in ["params", "result"] {
            let _ = writeln!(out, "    {what}: {{");
            for payload in payloads.iter().filter(|payload| payload.direction() == direction && payload.what() == what)
            {
                let _ = writeln!(out, "      {}: {},", key(payload.method), payload.constant);
            }
            out.push_str("    },\n");
        }
        out.push_str("  },\n");
    }
    out + "};\n"
}

/// The text of its declarations.
pub(super) fn declarations(payloads: &[Payload<'_>], names: &Names<'_>, place: &Place<'_>, style: Style) -> String {
    let mut out = String::from(place.header);
    let used: BTreeSet<String> = payloads.iter().filter_map(|payload| payload.declared(names)).collect();
    if !used.is_empty() {
        let used = used.into_iter().collect::<Vec<_>>().join(",\n  ");
        let _ = writeln!(out, "\nimport type {{\n  {used},\n}} from \"{}\";", style.import("../types"));
    }
    let _ = writeln!(out, "import type {{ PayloadSchema, Schemas }} from \"{}runtime/validation.js\";", place.root);
    for payload in payloads {
        let method = Value::from(payload.method).to_string().replace("*/", "*\\/");
        let what = if payload.params { "Params" } else { "Result" };
        let rule = if payload.outgoing { "as the server accepts it" } else { "as the server sends it" };
        let shape = payload.declared(names).unwrap_or_else(|| "undefined".to_owned());
        let constant = &payload.constant;
        let between = if constant.len() + shape.len() > 81 { "\n  " } else { " " };
        let _ = write!(
            out,
            "\n/** {what} of {method}, {rule}. */\nexport declare const {constant}:{between}PayloadSchema<{shape}>;\n"
        );
    }
    out + "\n/** All of them, by direction, payload and method. */\nexport declare const all: Required<Schemas>;\n"
}

#[cfg(test)]
mod tests {
    use super::constant;

    #[test]
    fn a_wire_name_becomes_an_identifier() {
        for (method, name) in [
            ("thread/start", "threadStartParams"),
            ("account/chatgptAuthTokens/refresh", "accountChatgptAuthTokensRefreshParams"),
            ("thread/decrement_elicitation", "threadDecrementElicitationParams"),
            ("$/cancelRequest", "cancelRequestParams"),
            ("Initialize", "initializeParams"),
            ("2fa", "_2faParams"),
            ("ä", "_Params"),
        ] {
            assert_eq!(constant(method, true), name);
        }
    }
}
