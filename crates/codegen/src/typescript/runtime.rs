//! The run time of the package: the client and its transports, which are the same for every protocol, and the few lines
//! that tell them which notifications a surface has.

use methodic::{Direction, Kind};
use serde_json::Value;

use super::style::Style;
use crate::model::Model;
use crate::tree::{Tree, TreeError};

/// What a package has once, for all its surfaces.
const SHARED: [(&str, &str); 16] = [
    ("runtime/connection.js", include_str!("runtime/runtime/connection.js")),
    ("runtime/errors.d.ts", include_str!("runtime/runtime/errors.d.ts")),
    ("runtime/errors.js", include_str!("runtime/runtime/errors.js")),
    ("runtime/options.d.ts", include_str!("runtime/runtime/options.d.ts")),
    ("runtime/signals.js", include_str!("runtime/runtime/signals.js")),
    ("runtime/subscription.js", include_str!("runtime/runtime/subscription.js")),
    ("transport.d.ts", include_str!("runtime/transport.d.ts")),
    ("transport.js", include_str!("runtime/transport.js")),
    ("transports/lines.js", include_str!("runtime/transports/lines.js")),
    ("transports/memory.d.ts", include_str!("runtime/transports/memory.d.ts")),
    ("transports/memory.js", include_str!("runtime/transports/memory.js")),
    ("transports/ndjson.d.ts", include_str!("runtime/transports/ndjson.d.ts")),
    ("transports/ndjson.js", include_str!("runtime/transports/ndjson.js")),
    ("transports/streams.js", include_str!("runtime/transports/streams.js")),
    ("transports/websocket.d.ts", include_str!("runtime/transports/websocket.d.ts")),
    ("transports/websocket.js", include_str!("runtime/transports/websocket.js")),
];

/// What each surface has.
const CLIENT_TYPES: &str = include_str!("runtime/client.d.ts");
const CLIENT: &str = include_str!("runtime/client.js");

/// The modules that can be imported by themselves, beside the surfaces.
pub(super) const EXPORTS: [&str; 4] = ["transport", "transports/memory", "transports/ndjson", "transports/websocket"];

/// What the index of a surface passes on from its client, beside types: no definition can be declared under these names.
pub(super) const VALUES: [&str; 7] = [
    "ConnectionClosedError",
    "InvalidMessageError",
    "NotificationOverflowError",
    "RequestTimeoutError",
    "RpcError",
    "RpcErrorCode",
    "createClient",
];

/// The same of types.
pub(super) const TYPES: [&str; 7] = [
    "Client",
    "ClientOptions",
    "MessageCheck",
    "NotificationOptions",
    "NotificationStream",
    "RequestContext",
    "RequestOptions",
];

/// Adds what the surfaces of a package share.
pub(super) fn shared(model: &Model, folder: &str, tree: &mut Tree) -> Result<(), TreeError> {
    for (path, text) in SHARED {
        tree.insert(format!("{folder}/{path}"), header(model) + text)?;
    }
    Ok(())
}

/// Adds the client of a surface; `root` leads from its folder to that of the package.
pub(super) fn client(model: &Model, folder: &str, root: &str, style: Style, tree: &mut Tree) -> Result<(), TreeError> {
    let notifications: Vec<String> = model
        .section(Direction::ServerToClient, Kind::Notification)
        .map(|method| format!("\n  {},", Value::from(method.method.as_str())))
        .collect();
    let list = if notifications.is_empty() { "[]".to_owned() } else { format!("[{}\n]", notifications.concat()) };
    let methods = style.import("./methods");
    let fill = |text: &str| {
        let places = [("@@root@@", root), ("@@methods@@", &methods), ("@@notifications@@", &list)];
        places.iter().fold(header(model) + text, |text, (place, value)| text.replace(place, value))
    };
    tree.insert(format!("{folder}/client.d.ts"), fill(CLIENT_TYPES))?;
    tree.insert(format!("{folder}/client.js"), fill(CLIENT))
}

fn header(model: &Model) -> String {
    format!("// Client of {}, generated with its types. Do not edit.\n", model.title)
}
