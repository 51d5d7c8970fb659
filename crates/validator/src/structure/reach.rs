//! References: each leads to a definition, and each definition is reached from what is sent.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Report;
use super::document::{Definition, Document, schemas, target};
use super::titles::bare;
use super::unions::messages;
use crate::methods::Methods;
use crate::pointer::join;

/// The envelopes of JSON-RPC and what they hold: published for readers, referred to by no message.
const ENVELOPES: [&str; 7] = [
    "JSONRPCError",
    "JSONRPCErrorError",
    "JSONRPCMessage",
    "JSONRPCNotification",
    "JSONRPCRequest",
    "JSONRPCResponse",
    "RequestId",
];

/// Reports each reference that leads nowhere, and tells whether there was none.
pub(super) fn references(document: &Document<'_>, report: &mut Report<'_>) -> bool {
    let before = report.findings.len();
    document.visit(&mut |pointer, schema| {
        let Some(reference) = schema.get("$ref").and_then(Value::as_str) else { return };
        if let Err(why) = target(document.root, reference) {
            report.add(pointer, "$ref", why);
        }
    });
    circles(document, report);
    report.findings.len() == before
}

/// Reports definitions that mean each other and nothing else.
fn circles(document: &Document<'_>, report: &mut Report<'_>) {
    for one in &document.definitions {
        let (mut schema, mut seen) = (one.schema, BTreeSet::new());
        while let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let Ok((pointer, next)) = target(document.root, reference) else { break };
            if pointer == one.pointer {
                report.add(&one.pointer, "$ref", "expected it to end in a definition, found a circle of references");
                break;
            }
            if !seen.insert(pointer) {
                break;
            }
            schema = next;
        }
    }
}

/// Reports each definition that no message, no method and no file of its own leads to.
pub(super) fn reached(
    document: &Document<'_>,
    methods: Option<&Methods>,
    files: &BTreeSet<&str>,
    report: &mut Report<'_>,
) {
    let mut open: Vec<usize> = Vec::new();
    let follow = |schema: &Value, open: &mut Vec<usize>| {
        schemas(schema, "", false, &mut |_, schema| {
            let reference = schema.get("$ref").and_then(Value::as_str);
            let found = reference.and_then(|reference| target(document.root, reference).ok());
            open.extend(found.and_then(|(pointer, _)| document.at(&pointer)));
        });
    };
    follow(document.root, &mut open);
    let unions = messages(document);
    for (at, one) in document.definitions.iter().enumerate() {
        let published =
            files.contains(one.name.as_str()) || files.iter().any(|file| file.rsplit('/').next() == Some(&one.name));
        if published || unions.iter().any(|union| union.at == at) || ENVELOPES.contains(&one.short()) {
            open.push(at);
        }
    }
    match methods {
        Some(methods) => {
            let named = methods.iter().flat_map(|row| row.params.iter().chain(&row.result));
            open.extend(named.filter_map(|name| document.named(name)));
        }
        // Without the table a result is known by its name alone.
        None => open.extend(super::payloads::results(document, &unions).into_iter().filter_map(|(_, result)| result)),
    }
    let mut reached = vec![false; document.definitions.len()];
    while let Some(at) = open.pop() {
        if !std::mem::replace(&mut reached[at], true) {
            follow(document.definitions[at].schema, &mut open);
        }
    }
    // A namespace may list what its types use of another one, so that it is complete by itself: a copy, reached there.
    let copied = |one: &Definition<'_>| {
        document.definitions.iter().zip(&reached).any(|(other, reached)| {
            *reached
                && other.namespace() != one.namespace()
                && other.short() == one.short()
                && bare(other.schema) == bare(one.schema)
        })
    };
    for one in document.definitions.iter().zip(&reached).filter(|(_, reached)| !**reached).map(|(one, _)| one) {
        if copied(one) {
            continue;
        }
        let from = if methods.is_some() { "a method, " } else { "" };
        let message = format!("expected {from}a message or another definition to lead to `{}`, found none", one.name);
        report.add(&one.pointer, "definitions", message);
    }
}

/// A pointer as the fragment of a URI: what a fragment may not hold is percent-encoded.
pub(super) fn escaped(pointer: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.' | b'~');
    pointer
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// Where a reference of a union's branch stands, for findings.
pub(super) fn branch(pointer: &str, keyword: &str, at: usize) -> String {
    join(&join(pointer, keyword), &at.to_string())
}
