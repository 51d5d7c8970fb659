//! Methods and definitions: each request has params and a result, and table and message unions say the same of it.

use std::collections::BTreeMap;

use super::Report;
use super::document::Document;
use super::unions::{Call, Messages, messages};
use crate::methods::{Direction, Kind, Method, Methods};

pub(super) fn check(document: &Document<'_>, methods: Option<&Methods>, report: &mut Report<'_>) {
    match methods {
        Some(methods) => by_table(document, methods, report),
        None => by_names(document, report),
    }
}

fn by_table(document: &Document<'_>, methods: &Methods, report: &mut Report<'_>) {
    for row in methods.iter() {
        let mut lacks = |what: &str, expected: &str, found: &str| {
            let message = format!("methods.json: expected {expected} as its {what}, found {found}");
            report.of_method(Some(&row.method), "", what, message);
        };
        for (what, name) in [("params", &row.params), ("result", &row.result)] {
            if let Some(name) = name.as_ref().filter(|name| document.named(name).is_none()) {
                lacks(what, "a definition of this bundle", &format!("`{name}`, which it does not have"));
            }
        }
        match (row.kind, &row.result) {
            (Kind::Request, None) => lacks("result", "a definition", "none for a request"),
            (Kind::Notification, Some(name)) => lacks("result", "none for a notification", &format!("`{name}`")),
            _ => {}
        }
    }
    let unions = messages(document);
    if unions.is_empty() {
        return;
    }
    let mut sent: BTreeMap<&str, &Call<'_>> = BTreeMap::new();
    for union in &unions {
        let name = document.definitions[union.at].short();
        for call in &union.calls {
            if sent.insert(call.method, call).is_some() {
                report.of_method(
                    Some(call.method),
                    &call.pointer,
                    "oneOf",
                    "expected it in one message union, found it in two",
                );
            }
            match methods.iter().find(|row| row.method == call.method) {
                Some(row) => compare(document, name, call, row, report),
                None => {
                    let message = format!("expected a row of methods.json for this variant of `{name}`, found none");
                    report.of_method(Some(call.method), &call.pointer, "oneOf", message);
                }
            }
        }
    }
    for row in methods.iter().filter(|row| !sent.contains_key(row.method.as_str())) {
        let message = "methods.json: expected a variant of a message union for it, found none";
        report.of_method(Some(&row.method), "", "oneOf", message);
    }
}

/// Holds one variant of a message union against its row of the table.
fn compare(document: &Document<'_>, union: &str, call: &Call<'_>, row: &Method, report: &mut Report<'_>) {
    let mut differs = |keyword: &str, expected: &str, found: &str| {
        let message = format!("expected {expected} by methods.json, found {found}");
        report.of_method(Some(call.method), &call.pointer, keyword, message);
    };
    if call.request != (row.kind == Kind::Request) {
        let word = |request: bool| if request { "a request" } else { "a notification" };
        differs("required", word(!call.request), &format!("{} by its `id`", word(call.request)));
    }
    // The unions are named after those who send them; one that is not says nothing about a direction.
    let sender = match row.direction {
        Direction::ClientToServer => "Client",
        Direction::ServerToClient => "Server",
    };
    if !union.starts_with(sender) && (union.starts_with("Client") || union.starts_with("Server")) {
        differs(
            "oneOf",
            &format!("it in a union of what the {} sends", sender.to_lowercase()),
            &format!("it in `{union}`"),
        );
    }
    let named = |name: Option<&str>| name.and_then(|name| document.named(name));
    if named(call.params_name()) != named(row.params.as_deref()) {
        let shown = |name: Option<&str>| name.map_or("none".to_owned(), |name| format!("`{name}`"));
        differs("params", &shown(row.params.as_deref()), &shown(call.params_name()));
    }
}

/// Without a table, the names say which result belongs to which params: `TurnStartResponse` to `TurnStartParams`.
///
/// Several requests may share a result, whose name then leaves words out (`ConfigWriteResponse` for
/// `ConfigValueWriteParams`); it is found as long as no request has exactly that name.
pub(super) fn results<'u>(document: &Document<'_>, unions: &'u [Messages<'_>]) -> Vec<(&'u Call<'u>, Option<usize>)> {
    let requests = || unions.iter().flat_map(|union| &union.calls).filter(|call| call.request);
    let own: Vec<usize> = requests().filter_map(|call| document.named(&call.result_name()?)).collect();
    let shared = |name: &str| {
        let wanted = words(name);
        let mut found: Vec<usize> = (0..document.definitions.len())
            .filter(|at| {
                let name = document.definitions[*at].short();
                name.ends_with("Response") && !own.contains(at) && is_part(&words(name), &wanted)
            })
            .collect();
        found.sort_by_key(|at| document.definitions[*at].short().len());
        found.pop()
    };
    let result = |call: &Call<'_>| {
        let name = call.result_name()?;
        document.named(&name).or_else(|| shared(name.rsplit('/').next().unwrap_or(&name)))
    };
    requests().map(|call| (call, result(call))).collect()
}

fn by_names(document: &Document<'_>, report: &mut Report<'_>) {
    for (call, result) in results(document, &messages(document)) {
        if let (Some(name), None) = (call.result_name(), result) {
            let message = format!(
                "expected a definition `{name}` for its result, found none (and no methods.json that names another)"
            );
            report.of_method(Some(call.method), &call.pointer, "result", message);
        }
    }
}

/// `ConfigWriteResponse` as `Config`, `Write`, `Response`.
fn words(name: &str) -> Vec<&str> {
    let starts: Vec<usize> = name.char_indices().filter(|(_, one)| one.is_uppercase()).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([name.len()]);
    starts.iter().zip(ends).map(|(start, end)| &name[*start..end]).collect()
}

/// Whether `some` begin as `all` do and come in the same order there; `Response` alone says nothing.
fn is_part(some: &[&str], all: &[&str]) -> bool {
    let mut rest = all.iter();
    some.len() > 1 && some.first() == all.first() && some.iter().all(|word| rest.any(|other| other == word))
}
