//! Writes the packages of protocols that lack what others have, for the tests that compile and run them.
//!
//! `cargo run -p methodic-codegen --example small_packages -- FOLDER`

use std::env;
use std::error::Error;
use std::path::Path;

#[path = "../tests/synthetic/mod.rs"]
mod synthetic;

use methodic::{Direction, Kind, Stability};
use methodic_codegen::{Model, Outputs, Parts, Surface, compare, generate, write};
use serde_json::json;
use synthetic::{define, greeter, method_of, object, reference};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("no folder is given; expected: one argument, the folder to write to")?;
    for (name, mut parts) in packages() {
        // A program that uses several packages tells them apart by their names.
        parts.name = name.into();
        let model = Model::from_parts(parts).map_err(|errors| errors.to_string())?;
        let outputs = if name == "greeting" { Outputs::Committed } else { Outputs::Only(Surface::Stable) };
        let tree = generate(&model, outputs)?;
        let root = Path::new(&folder).join(name);
        std::fs::create_dir_all(&root)?;
        let drift = compare(&tree, &root)?;
        write(&tree, &root, &drift)?;
    }
    Ok(())
}

/// The protocols, by the folder that each is written to.
fn packages() -> [(&'static str, Parts); 6] {
    let stable = Stability::Stable;
    let (up, down) = (Direction::ClientToServer, Direction::ServerToClient);

    let mut telling = without_methods();
    telling.methods.push(method_of("told", down, Kind::Notification, stable, None, None));

    let mut asking = with_types();
    asking.methods.push(method_of("ask", down, Kind::Request, stable, Some("GreetParams"), Some("GreetResponse")));
    asking.methods.push(method_of("noted", up, Kind::Notification, stable, Some("GreetParams"), None));

    let mut hidden = with_types();
    let secret = Stability::Experimental("secret");
    hidden.methods.push(method_of("secret", up, Kind::Request, secret, Some("GreetParams"), Some("GreetResponse")));

    // Names and texts that mean something in comments, strings, templates or Markdown.
    let mut odd = greeter();
    odd.docs = " Speaks in `code`, \"quotes\" and */ comments.\n\n ```\n fenced\n ```\n".into();
    define(&mut odd, "Deep", object(json!({ "again": { "type": "array", "items": reference("Deep") } })));
    let mut members = object(json!({
        "a-b": { "type": "string" },
        "quote\"": { "type": "integer", "minimum": 3 },
        "class": reference("Deep"),
        "kind": { "enum": ["it's", "`${x}`"], "type": "string" },
    }));
    members["required"] = json!(["a-b", "class", "kind", "quote\""]);
    define(&mut odd, "OddParams", members);
    for (method, direction, kind) in [
        ("it's \"odd\"", up, Kind::Request),
        ("ask/`${x}`", down, Kind::Request),
        ("told */", down, Kind::Notification),
        ("__proto__", up, Kind::Notification),
    ] {
        let result = matches!(kind, Kind::Request).then_some("GreetResponse");
        odd.methods.push(method_of(method, direction, kind, stable, Some("OddParams"), result));
    }
    odd.methods.remove(0);
    odd.input.remove("GreetParams");
    odd.output.remove("GreetParams");

    [
        ("greeting", greeter()),
        ("telling", telling),
        ("asking", asking),
        ("hidden", hidden),
        ("silent", without_methods()),
        ("odd", odd),
    ]
}

fn without_methods() -> Parts {
    let mut parts = greeter();
    parts.methods.clear();
    for name in ["GreetParams", "GreetResponse"] {
        parts.input.remove(name);
        parts.output.remove(name);
    }
    parts
}

/// The same, with the types of the greeter for other methods.
fn with_types() -> Parts {
    Parts { methods: Vec::new(), ..greeter() }
}
