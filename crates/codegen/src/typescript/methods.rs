//! `methods.d.ts`: the table as TypeScript maps from method to params and result.
//!
//! Interface maps, not conditional types over the message unions: looking a method up costs the type checker one
//! property access.

use std::collections::BTreeSet;
use std::fmt::Write;

use methodic::{Direction, Kind};

use super::jsdoc;
use super::style::Style;
use super::views::{Names, View};
use crate::model::{Method, Model};

/// Interface, direction, kind and what it holds.
const MAPS: [(&str, Direction, Kind, &str); 4] = [
    ("ClientRequests", Direction::ClientToServer, Kind::Request, "Requests that the client sends, by method."),
    ("ServerRequests", Direction::ServerToClient, Kind::Request, "Requests that the server sends, by method."),
    (
        "ClientNotifications",
        Direction::ClientToServer,
        Kind::Notification,
        "Notifications that the client sends, by method.",
    ),
    (
        "ServerNotifications",
        Direction::ServerToClient,
        Kind::Notification,
        "Notifications that the server sends, by method.",
    ),
];

/// The names that the file declares, beside those of the definitions.
pub(super) const NAMES: [&str; 8] = [
    "ClientRequests",
    "ServerRequests",
    "ClientNotifications",
    "ServerNotifications",
    "ParamsOf",
    "ResultOf",
    "NotificationOf",
    "JsonValue",
];

const LOOKUPS: &str = r#"
/** What a method carries. */
export type ParamsOf<
  M extends keyof ClientRequests | keyof ServerRequests | keyof ClientNotifications | keyof ServerNotifications,
> = (ClientRequests & ServerRequests & ClientNotifications & ServerNotifications)[M]["params"];

/** What answers a request. */
export type ResultOf<M extends keyof ClientRequests | keyof ServerRequests> = (ClientRequests & ServerRequests)[M]["result"];

/** A notification of the server as it arrives; of all methods, or of those named. */
export type NotificationOf<M extends keyof ServerNotifications = keyof ServerNotifications> = {
  [K in M]: undefined extends ServerNotifications[K]["params"]
    ? { method: K; params?: undefined }
    : { method: K; params: ServerNotifications[K]["params"] };
}[M];
"#;

/// The text of the file.
pub(super) fn file(model: &Model, names: &Names<'_>, header: &str, style: Style) -> String {
    let mut used = BTreeSet::new();
    let mut maps = String::new();
    for (name, direction, kind, docs) in MAPS {
        let _ = write!(maps, "\n/** {docs} */\nexport interface {name} {{");
        for method in model.section(direction, kind) {
            maps.push('\n');
            jsdoc::write(&mut maps, 1, &method.docs, &method.mark, None);
            let entry = entry(method, names, &mut used);
            let _ = write!(maps, "  {}: {entry};", serde_json::Value::from(method.method.as_str()));
        }
        maps.push_str(if model.section(direction, kind).next().is_some() { "\n}\n" } else { "}\n" });
    }
    let mut out = String::from(header);
    if !used.is_empty() {
        let _ = writeln!(
            out,
            "\nimport type {{\n  {},\n}} from \"{}\";",
            used.into_iter().collect::<Vec<_>>().join(",\n  "),
            style.import("./types")
        );
    }
    out + &maps + LOOKUPS
}

fn entry(method: &Method, names: &Names<'_>, used: &mut BTreeSet<String>) -> String {
    // Params travel with the message, the result against it.
    let (sent, answered) = match method.direction {
        Direction::ClientToServer => (View::Input, View::Output),
        Direction::ServerToClient => (View::Output, View::Input),
    };
    let mut name = |of: &Option<String>, view| match of {
        Some(of) => {
            let name = names.of(of, view);
            used.insert(name.clone());
            name
        }
        None => "undefined".to_owned(),
    };
    let params = name(&method.params, sent);
    match method.kind {
        Kind::Request => format!("{{ params: {params}; result: {} }}", name(&method.result, answered)),
        Kind::Notification => format!("{{ params: {params} }}"),
    }
}
