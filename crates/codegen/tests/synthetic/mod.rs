//! Models put together by hand, for what no declared protocol can be.
#![allow(dead_code, unreachable_pub, reason = "each test binary uses its own part")]

use methodic::{Direction, Kind, MethodInfo, Stability};
use methodic_codegen::{Parts, RawMethod, RawType};
use serde_json::{Value, json};

/// A protocol of the client request `greet`, whose params and result have no members.
pub fn greeter() -> Parts {
    let mut parts = Parts {
        name: "greeter".into(),
        title: "Greeter".into(),
        package_version: "1.0.0".into(),
        docs: " Politeness as a service.\n".into(),
        messages: ["ClientRequest", "ServerRequest", "ClientNotification", "ServerNotification"].map(str::to_owned),
        ..Parts::default()
    };
    define(&mut parts, "RequestId", json!({ "type": "string", "x-rust": "methodic::RequestId" }));
    parts.envelopes.push(RawType { name: "RequestId".into(), rust: "methodic::RequestId".into() });
    define(&mut parts, "GreetParams", json!({ "type": "object" }));
    define(&mut parts, "GreetResponse", json!({ "type": "object" }));
    parts.methods.push(request("greet", Stability::Stable, Some("GreetParams"), "GreetResponse"));
    parts
}

/// Adds a definition, in both views. Its Rust path is `greeter::` and its name, unless the schema has one.
pub fn define(parts: &mut Parts, name: &str, mut schema: Value) {
    let members = schema.as_object_mut().expect("a schema with keywords");
    members.entry("x-rust").or_insert_with(|| rust(name).into());
    members.entry("x-name").or_insert_with(|| name.into());
    parts.input.insert(name.to_owned(), schema.clone());
    parts.output.insert(name.to_owned(), schema);
}

/// An object with these members.
pub fn object(properties: Value) -> Value {
    json!({ "type": "object", "properties": properties })
}

/// A reference to a definition.
pub fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// A client request.
pub fn request(method: &'static str, stability: Stability, params: Option<&str>, result: &str) -> RawMethod {
    method_of(method, Direction::ClientToServer, Kind::Request, stability, params, Some(result))
}

/// A row of the table.
pub fn method_of(
    method: &'static str,
    direction: Direction,
    kind: Kind,
    stability: Stability,
    params: Option<&str>,
    result: Option<&str>,
) -> RawMethod {
    let raw = |name: &str| RawType { name: name.to_owned(), rust: rust(name) };
    RawMethod {
        info: MethodInfo { method, variant: method, direction, kind, stability },
        docs: String::new(),
        params: params.map(raw),
        result: result.map(raw),
    }
}

fn rust(name: &str) -> String {
    format!("greeter::{name}")
}
