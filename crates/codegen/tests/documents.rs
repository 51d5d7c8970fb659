//! Documents: types without a method, each with a file of its own, and a contract that says exactly what is always there.
#![allow(missing_docs, reason = "what matters of these types is their schema")]

mod synthetic;

use methodic::wire;
use methodic_codegen::{Model, Surface, documents, fingerprint};
use serde_json::{Value, json};
use synthetic::{define, greeter, object};

/// One line of a log.
#[wire(tag = "kind", rename_all = "snake_case", rename_all_fields = "snake_case", explicit_null)]
pub enum Line {
    /// Somebody wrote it.
    LineWritten {
        /// What it says; null for an empty line.
        text: Option<String>,
        /// Who wrote it.
        #[serde(skip_serializing_if = "Option::is_none")]
        author: Option<v2::Author>,
    },
    /// Somebody erased it.
    LineErased(Erased),
}

#[wire(explicit_null)]
pub struct Erased {
    pub why: Option<v2::Reason>,
}

pub mod v2 {
    use methodic::wire;

    #[wire]
    pub struct Author {
        pub name: String,
    }

    #[wire]
    pub enum Reason {
        Wrong,
        Old,
    }
}

/// A whole log.
#[wire]
pub struct Log {
    pub lines: Vec<Line>,
}

methodic::protocol! {
    /// What a diary keeps.
    pub protocol Diary { name: "diary", title: "Diary" }
    types { Log }
}

fn model() -> Model {
    Model::collect::<Diary>().unwrap_or_else(|errors| panic!("{errors}"))
}

fn file(name: &str) -> Value {
    let tree = documents(&model(), "Line", "schema/diary").unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(tree.get(&format!("schema/diary/{name}")).expect(name)).expect("JSON")
}

#[test]
fn each_kind_of_document_has_a_file_and_nothing_has_an_envelope() {
    let tree = documents(&model(), "Line", "schema/diary").unwrap_or_else(|error| panic!("{error}"));
    let paths: Vec<_> = tree.iter().map(|(path, _)| path.strip_prefix("schema/diary/")).collect();
    let names = ["LineErased.json", "LineWritten.json", "Log.json", "diary.schemas.json", "methods.json"];
    assert_eq!(paths, names.map(Some));
    let bundle = file("diary.schemas.json");
    let definitions: Vec<_> = bundle["definitions"].as_object().expect("definitions").keys().collect();
    assert_eq!(definitions, ["Author", "Line", "LineErased", "LineWritten", "Log", "Reason"]);
    assert_eq!(
        bundle["definitions"]["Line"]["oneOf"],
        json!([{ "$ref": "#/definitions/LineWritten" }, { "$ref": "#/definitions/LineErased" }])
    );
    assert_eq!(
        file("methods.json")["documents"],
        json!([
            { "name": "line_erased", "definition": "LineErased", "description": "Somebody erased it." },
            { "name": "line_written", "definition": "LineWritten", "description": "Somebody wrote it." },
            { "name": "Log", "definition": "Log", "description": "A whole log." },
        ])
    );
}

#[test]
fn what_is_always_there_is_required_although_it_may_be_null() {
    let written = file("LineWritten.json");
    assert_eq!((&written["title"], &written["description"]), (&json!("LineWritten"), &json!("Somebody wrote it.")));
    assert_eq!(written["required"], json!(["kind", "text"]));
    assert_eq!(written["properties"]["text"]["type"], json!(["string", "null"]));
    assert_eq!(written["properties"]["kind"]["enum"], json!(["line_written"]));
    assert_eq!(file("LineErased.json")["required"], json!(["kind", "why"]));
}

#[test]
fn the_hash_is_that_of_what_the_documents_look_like() {
    let (before, mut after) = (model(), model());
    after.definitions.get_mut("Log").expect("it is there").docs = Some("Told anew.".into());
    assert_eq!(fingerprint(&after), fingerprint(&before));
    let reason = before.definitions["Reason"].shape.clone();
    after.definitions.get_mut("Author").expect("it is there").shape = reason;
    assert_ne!(fingerprint(&after), fingerprint(&before));
}

#[test]
fn a_protocol_with_methods_keeps_its_envelopes_and_its_table() {
    let model = Model::from_parts(greeter()).unwrap_or_else(|errors| panic!("{errors}"));
    let tree = methodic_codegen::generate(&model, methodic_codegen::Outputs::Only(Surface::Stable))
        .unwrap_or_else(|error| panic!("{error}"));
    let text = tree.get("schema/methods.json").expect("a table");
    assert!(!text.contains("\"documents\""), "{text}");
}

#[test]
fn only_a_union_with_tags_can_be_told_apart() {
    let refused = |model: &Model, union: &str| documents(model, union, "x").expect_err("must be refused").to_string();
    assert_eq!(refused(&model(), "Log"), "Log, published as `Log`, is no union whose variants could have files");
    assert!(refused(&model(), "Reason").contains("has no tag in its variant 0"));

    let mut parts = greeter();
    let tagged = json!({ "type": "object", "required": ["is"], "properties": { "is": { "const": "greet_params" } } });
    define(&mut parts, "Greeting", json!({ "oneOf": [tagged, object(json!({ "is": { "const": "other" } }))] }));
    define(&mut parts, "GreetResponse", object(json!({ "greeting": synthetic::reference("Greeting") })));
    let model = Model::from_parts(parts).unwrap_or_else(|errors| panic!("{errors}"));
    let error = refused(&model, "Greeting");
    assert!(
        error.ends_with("published as `GreetParams`, has the name that a variant of `Greeting` would get"),
        "{error}"
    );
}
