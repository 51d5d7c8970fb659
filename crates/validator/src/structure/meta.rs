//! What the schema library judges: the official meta-schema, and defaults against their own schemas.

use std::sync::Arc;

use jsonschema::{Draft, Registry};
use serde_json::{Value, json};

use super::Report;
use super::document::Document;
use crate::bounds::format_keyword;
use crate::explain::Explain;
use crate::pointer::{brief, join};

/// The draft that bundles are written in.
const DRAFT: &str = "http://json-schema.org/draft-07/schema";
/// The document inside its registry.
const URI: &str = "bundle:///document.json";

/// Holds the document against the meta-schema of draft-07, definition by definition: to the meta-schema a namespace is
/// a definition with unknown keywords, and what it holds would never be looked at.
pub(super) fn check(document: &Document<'_>, report: &mut Report<'_>) {
    match document.root.get("$schema") {
        Some(Value::String(draft)) if draft.trim_end_matches('#') == DRAFT => {}
        Some(other) => report.add("/$schema", "$schema", format!("expected \"{DRAFT}#\", found {}", brief(other))),
        None => report.add("", "$schema", format!("expected \"$schema\": \"{DRAFT}#\", found none")),
    }
    let validator = jsonschema::draft7::meta::validator();
    let mut hold = |pointer: &str, schema: &Value| {
        // Of a union in the meta-schema the reader is told where it stands and no more: its forms say little.
        let explain = Explain { document: &Value::Null, uri: "", name: "", prefix: pointer };
        for fault in explain.all(validator.iter_errors(schema).collect::<Vec<_>>().iter()) {
            // Said by the check of `enum` in better words.
            if !(fault.keyword == "uniqueItems" && fault.pointer.ends_with("/enum")) {
                let message = format!("no schema of draft-07: {}", fault.message);
                report.add(&fault.pointer, &fault.keyword, message);
            }
        }
    };
    let own = document.root.as_object().into_iter().flatten().filter(|(keyword, _)| *keyword != "definitions");
    let root = match document.root {
        Value::Object(_) => Value::Object(own.map(|(keyword, value)| (keyword.clone(), value.clone())).collect()),
        other => other.clone(),
    };
    hold("", &root);
    for one in &document.definitions {
        hold(&one.pointer, one.schema);
    }
}

/// Holds each default against the schema that it stands in.
pub(super) fn defaults(document: &Document<'_>, report: &mut Report<'_>) {
    let mut places: Vec<(String, &Value)> = Vec::new();
    document.visit(&mut |pointer, schema| {
        if let Some(default) = schema.get("default") {
            places.push((pointer.to_owned(), default));
        }
    });
    if places.is_empty() {
        return;
    }
    let registry = Registry::new()
        .draft(Draft::Draft7)
        .add(URI, Arc::new(document.root.clone()))
        .and_then(jsonschema::RegistryBuilder::prepare);
    let registry = match registry {
        Ok(registry) => registry,
        Err(error) => return report.add("", "$ref", format!("no validator can load this document: {error}")),
    };
    for (pointer, default) in places {
        let validator = jsonschema::options()
            .with_draft(Draft::Draft7)
            .with_registry(&registry)
            .with_keyword("format", format_keyword)
            .build(&json!({ "$ref": format!("{URI}#{}", super::reach::escaped(&pointer)) }));
        let at = join(&pointer, "default");
        match validator {
            Ok(validator) => {
                let explain = Explain { document: document.root, uri: URI, name: "", prefix: "" };
                for fault in explain.all(validator.iter_errors(default).collect::<Vec<_>>().iter()) {
                    let inside =
                        if fault.pointer.is_empty() { String::new() } else { format!(" at {}", fault.pointer) };
                    report.add(
                        &at,
                        &fault.keyword,
                        format!("its own schema refuses this default{inside}: {}", fault.message),
                    );
                }
            }
            Err(error) => report.add(&pointer, "default", format!("no validator can be made of this schema: {error}")),
        }
    }
}
