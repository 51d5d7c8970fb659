//! A small protocol, written to a temporary folder the way a generator writes a large one.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use tempfile::TempDir;

/// A temporary folder with `schema` and `fixtures` in it.
pub(crate) struct Desk {
    dir: TempDir,
}

impl Desk {
    /// An empty desk.
    pub(crate) fn new() -> Self {
        Self { dir: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A desk with both surfaces of the sample protocol.
    pub(crate) fn with_both_surfaces() -> Self {
        let desk = Self::new();
        desk.surface("schema", "stable");
        desk.surface("schema/experimental", "experimental");
        desk
    }

    /// A desk with a set of documents instead of a protocol.
    pub(crate) fn with_documents() -> Self {
        let desk = Self::new();
        let row = |name: &str, definition: &str| json!({ "name": name, "definition": definition, "description": null });
        desk.write_json(
            "schema/methods.json",
            &json!({
                "protocol": { "name": "log", "title": "Log" }, "surface": "stable", "methods": [],
                "documents": [row("line_written", "LineWritten"), row("line_erased", "LineErased")],
            }),
        );
        let line = |kind: &str| {
            json!({
                "type": "object", "required": ["kind", "text"],
                "properties": { "kind": { "type": "string", "enum": [kind] }, "text": { "type": ["string", "null"] } },
            })
        };
        let definitions = json!({ "LineWritten": line("line_written"), "LineErased": line("line_erased") });
        desk.write_json("schema/log.schemas.json", &json!({ "definitions": definitions }));
        desk
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.dir.path().join(relative)
    }

    pub(crate) fn write(&self, relative: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    pub(crate) fn write_json(&self, relative: &str, value: &Value) {
        self.write(relative, value.to_string());
    }

    pub(crate) fn read_json(&self, relative: &str) -> Value {
        serde_json::from_str(&fs::read_to_string(self.path(relative)).expect("a file")).expect("JSON")
    }

    /// Changes a JSON file in place.
    pub(crate) fn edit(&self, relative: &str, change: impl FnOnce(&mut Value)) {
        let mut value = self.read_json(relative);
        change(&mut value);
        self.write_json(relative, &value);
    }

    /// Writes one surface of the sample protocol.
    pub(crate) fn surface(&self, folder: &str, surface: &str) {
        let whole = surface == "experimental";
        self.write_json(&format!("{folder}/methods.json"), &methods(surface));
        let flat = json!({
            "$schema": "http://json-schema.org/draft-07/schema#", "title": "Desk", "type": "object",
            "definitions": definitions(whole, "#/definitions"),
        });
        self.write_json(&format!("{folder}/desk.v2.schemas.json"), &flat);
        let mut outer = json!({ "ApproveParams": {
            "type": "object", "required": ["command"],
            "properties": { "command": { "type": "string" }, "turn": { "$ref": "#/definitions/v2/TurnSteerResponse" } },
        }, "ApproveResponse": { "type": "object" } });
        outer["v2"] = definitions(whole, "#/definitions/v2");
        let namespaced = json!({ "$schema": "http://json-schema.org/draft-07/schema#", "definitions": outer });
        self.write_json(&format!("{folder}/desk.schemas.json"), &namespaced);
    }

    /// Writes an accept fixture.
    pub(crate) fn accept(&self, folder: &str, name: &str, message: Value) {
        self.write_json(&format!("fixtures/{folder}/accept/{name}.json"), &message);
    }

    /// Writes a reject fixture.
    pub(crate) fn reject(&self, folder: &str, name: &str, pointer: &str, keyword: &str, message: Value) {
        let file = json!({ "expect": { "pointer": pointer, "keyword": keyword }, "message": message });
        self.write_json(&format!("fixtures/{folder}/reject/{name}.json"), &file);
    }
}

fn methods(surface: &str) -> Value {
    let row = |method: &str, kind: &str, direction: &str, params: Value, result: Value| {
        json!({ "method": method, "kind": kind, "direction": direction, "stability": "stable",
            "description": "Sample.", "params": params, "result": result })
    };
    let mut rows = vec![
        row("turn/steer", "request", "client-to-server", "v2/TurnSteerParams".into(), "v2/TurnSteerResponse".into()),
        row("account/logout", "request", "client-to-server", Value::Null, "v2/Empty".into()),
        row("approve", "request", "server-to-client", "ApproveParams".into(), "ApproveResponse".into()),
        row("turn/started", "notification", "server-to-client", "v2/TurnStarted".into(), Value::Null),
    ];
    if surface == "experimental" {
        let mut goal = row("goal/set", "request", "client-to-server", "v2/GoalSetParams".into(), "v2/Empty".into());
        goal["stability"] = "experimental".into();
        goal["reason"] = "goal/set".into();
        rows.push(goal);
    }
    json!({ "protocol": { "name": "desk", "title": "Desk" }, "surface": surface, "methods": rows })
}

fn definitions(whole: bool, at: &str) -> Value {
    let reference = |name: &str| json!({ "$ref": format!("{at}/{name}") });
    let mut policy = vec![json!({ "type": "string", "enum": ["never", "always"] })];
    if whole {
        policy.push(json!({ "type": "object", "required": ["granular"], "x-experimental": "policy.granular",
            "properties": { "granular": { "type": "boolean" } } }));
    }
    let mut all = json!({
        "TurnSteerParams": { "type": "object", "required": ["threadId", "input"], "properties": {
            "threadId": { "type": "string" },
            "limit": { "type": ["integer", "null"], "format": "uint32", "minimum": 0.0 },
            "input": { "type": "array", "items": reference("UserInput") },
            "policy": { "anyOf": [reference("Policy"), { "type": "null" }] },
        } },
        "UserInput": { "oneOf": [
            { "type": "object", "required": ["type", "text"], "properties": {
                "type": { "type": "string", "enum": ["text"] }, "text": { "type": "string" } } },
            { "type": "object", "required": ["type", "url"], "properties": {
                "type": { "type": "string", "enum": ["image"] }, "url": { "type": "string", "format": "uri" } } },
        ] },
        "Policy": { "oneOf": policy },
        "TurnSteerResponse": { "type": "object", "required": ["turnId"], "additionalProperties": false,
            "properties": { "turnId": { "type": "string" } } },
        "TurnStarted": { "type": "object", "required": ["startedAt"],
            "properties": { "startedAt": { "type": "integer", "format": "int64" } } },
        "Empty": { "type": "object" },
    });
    if whole {
        all["GoalSetParams"] =
            json!({ "type": "object", "required": ["goal"], "properties": { "goal": { "type": "string" } } });
    }
    all
}
