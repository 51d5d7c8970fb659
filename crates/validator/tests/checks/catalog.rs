//! Loading generated output: every way in which it can be incomplete, and what the error tells.

use methodic_validator::{Catalog, CatalogError, Direction, Kind, Stability, Surface};
use serde_json::json;

use crate::support::Desk;

/// The error of loading a desk's `schema`, with its text from the folder on.
fn refused(desk: &Desk) -> (CatalogError, String) {
    let error = Catalog::load(desk.path("schema")).expect_err("it must not load");
    let text =
        error.to_string().replace(&format!("{}/", desk.path("").display().to_string().trim_end_matches('/')), "");
    (error, text)
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.surface("schema", "experimental");
    desk
}

const MEND: &str = "run: cargo xtask codegen (or point --schema at the published schema of one version)";

#[test]
fn loads_the_table_with_all_that_it_says() {
    let desk = desk();
    let catalog = Catalog::load(desk.path("schema")).expect("a catalog");
    let methods = catalog.methods();
    assert_eq!((methods.len(), methods.is_empty(), methods.surface), (5, false, Surface::Experimental));
    assert_eq!((methods.protocol.name.as_str(), methods.protocol.title.as_str()), ("desk", "Desk"));
    let goal = methods.in_folder("goal-set").expect("goal/set");
    assert_eq!((goal.kind, goal.direction), (Kind::Request, Direction::ClientToServer));
    assert_eq!((goal.stability, goal.reason.as_deref()), (Stability::Experimental, Some("goal/set")));
    assert_eq!(methods.in_folder("turn-started").map(|method| method.kind), Some(Kind::Notification));
    assert!(methods.in_folder("turn/started").is_none());
}

#[test]
fn a_missing_folder_or_file_names_the_mending_command() {
    let (error, text) = refused(&Desk::new());
    assert!(matches!(error, CatalogError::MissingFolder { .. }));
    assert_eq!(text, format!("no schema folder at schema; {MEND}"));
    let empty = Desk::new();
    empty.write("schema/readme", "");
    assert_eq!(
        refused(&empty).1,
        format!("schema/methods.json is missing: every generated schema folder has it; {MEND}")
    );
    let no_table = desk();
    std::fs::remove_file(no_table.path("schema/methods.json")).unwrap();
    let (error, text) = refused(&no_table);
    assert!(matches!(error, CatalogError::MissingTable { .. }));
    assert_eq!(
        text,
        format!(
            "schema/methods.json is missing: beside desk.schemas.json it says which definition is for which method, \
             and nothing is checked without it; {MEND}"
        )
    );
    let no_bundle = desk();
    for file in ["desk.schemas.json", "desk.v2.schemas.json"] {
        std::fs::remove_file(no_bundle.path("schema").join(file)).unwrap();
    }
    let (error, text) = refused(&no_bundle);
    assert!(matches!(error, CatalogError::MissingBundle { .. }));
    let expected = "no bundle in schema: expected desk.schemas.json or desk.v2.schemas.json beside methods.json";
    assert_eq!(text, format!("{expected}; {MEND}"));
}

#[test]
fn a_bundle_of_another_generation_than_the_table_is_refused() {
    let origin = json!({ "name": "desk", "version": "1.2.0", "hash": "abc", "surface": "experimental" });
    let table = |desk: &Desk| {
        desk.edit("schema/methods.json", |table| {
            table["protocol"]["version"] = "1.2.0".into();
            table["protocol"]["hash"] = "abc".into();
        });
    };
    let with = |origin: serde_json::Value| {
        let desk = desk();
        table(&desk);
        desk.edit("schema/desk.schemas.json", |bundle| bundle["x-protocol"] = origin);
        desk
    };
    Catalog::load(with(origin.clone()).path("schema")).expect("of one generation");
    for (name, other, expected) in [
        ("name", json!("bench"), "the name `desk` of methods.json in `x-protocol`, found `bench`"),
        ("version", json!("1.3.0"), "the version `1.2.0` of methods.json in `x-protocol`, found `1.3.0`"),
        ("hash", json!(null), "the hash `abc` of methods.json in `x-protocol`, found none"),
        ("surface", json!("stable"), "the surface `experimental` of methods.json in `x-protocol`, found `stable`"),
    ] {
        let mut changed = origin.clone();
        changed[name] = other;
        let (error, text) = refused(&with(changed));
        assert!(matches!(error, CatalogError::Mixed { .. }));
        assert_eq!(text, format!("schema/desk.schemas.json: expected {expected}; {MEND}"));
    }
}

#[test]
fn the_dialect_of_a_bundle_is_one_that_is_supported() {
    let with = |dialect: serde_json::Value| {
        let desk = desk();
        desk.edit("schema/desk.schemas.json", |bundle| bundle["$schema"] = dialect);
        desk
    };
    for known in [
        "http://json-schema.org/draft-07/schema",
        "https://json-schema.org/draft/2019-09/schema",
        "https://json-schema.org/draft/2020-12/schema#",
    ] {
        Catalog::load(with(known.into()).path("schema")).expect(known);
    }
    for unknown in [json!("http://json-schema.org/draft-03/schema#"), json!(7)] {
        let (error, text) = refused(&with(unknown.clone()));
        assert!(matches!(error, CatalogError::Draft { .. }));
        assert_eq!(
            text,
            format!(
                "schema/desk.schemas.json: `$schema` is {unknown}: expected one of \
                 http://json-schema.org/draft-07/schema#, https://json-schema.org/draft/2019-09/schema, \
                 https://json-schema.org/draft/2020-12/schema"
            )
        );
    }
}

#[test]
fn definitions_of_a_newer_dialect_are_found_where_it_keeps_them() {
    let desk = desk();
    let text = std::fs::read_to_string(desk.path("schema/desk.schemas.json")).unwrap();
    let text = text.replace("definitions", "$defs").replace("draft-07/schema#", "draft/2020-12/schema");
    desk.write("schema/desk.schemas.json", text);
    let catalog = Catalog::load(desk.path("schema")).expect("a catalog");
    assert_eq!(catalog.compile().expect("usable definitions"), 9);
    let found = catalog.definition("TurnStarted").expect("by its last segment").pointer;
    assert_eq!(found, "/$defs/v2/TurnStarted");
}

#[test]
fn a_flat_bundle_with_everything_needs_no_other() {
    let desk = desk();
    std::fs::remove_file(desk.path("schema/desk.schemas.json")).unwrap();
    let (error, text) = refused(&desk);
    assert!(matches!(error, CatalogError::UnknownDefinition { .. }));
    assert!(text.contains("no definition `ApproveParams`, which methods.json names for `approve`"), "{text}");
    desk.edit("schema/methods.json", |table| {
        table["methods"].as_array_mut().unwrap().retain(|row| row["method"] != "approve");
    });
    Catalog::load(desk.path("schema")).expect("all remaining definitions are in the flat bundle");
}

#[test]
fn files_that_cannot_be_read_as_what_they_are() {
    let cut = desk();
    cut.write("schema/methods.json", "{ \"protocol\": ");
    let (error, text) = refused(&cut);
    assert!(matches!(error, CatalogError::Malformed { .. }));
    assert!(text.starts_with("schema/methods.json is not what this version reads: EOF while parsing"), "{text}");
    assert!(text.contains("line 1 column 14"), "{text}");

    let newer = desk();
    newer.edit("schema/methods.json", |table| table["methods"][0]["kind"] = "stream".into());
    let (_, text) = refused(&newer);
    assert!(text.contains("unknown variant `stream`, expected `request` or `notification`"), "{text}");

    let no_bundle = desk();
    no_bundle.write("schema/desk.schemas.json", "[]");
    let (error, text) = refused(&no_bundle);
    assert!(matches!(error, CatalogError::NoDefinitions { .. }));
    assert_eq!(
        text,
        format!("schema/desk.schemas.json is no bundle: expected an object `definitions` or `$defs`; {MEND}")
    );

    let binary = desk();
    binary.write("schema/desk.schemas.json", b"\xff\xfe");
    assert!(matches!(refused(&binary).0, CatalogError::Unreadable { .. }));
}

#[test]
fn a_definition_that_no_bundle_has_means_two_generations() {
    let desk = desk();
    desk.edit("schema/methods.json", |table| table["methods"][3]["params"] = "v2/TurnBegan".into());
    let (_, text) = refused(&desk);
    assert_eq!(
        text,
        format!(
            "schema/desk.schemas.json has no definition `v2/TurnBegan`, which methods.json names for \
             `turn/started`: the files are not of one generation; {MEND}"
        )
    );
}

#[test]
fn two_methods_never_share_a_folder() {
    let twice = desk();
    twice.edit("schema/methods.json", |table| table["methods"][1]["method"] = "turn/steer".into());
    assert_eq!(refused(&twice).1, format!("schema/methods.json has the method `turn/steer` twice; {MEND}"));
    let alike = desk();
    alike.edit("schema/methods.json", |table| table["methods"][1]["method"] = "turn-steer".into());
    assert_eq!(
        refused(&alike).1,
        "schema/methods.json: the methods `turn/steer` and `turn-steer` would share the fixture folder `turn-steer`; \
         rename one of them"
    );
}

#[test]
fn a_catalog_serves_several_threads() {
    let desk = desk();
    let catalog = Catalog::load(desk.path("schema")).expect("a catalog");
    let method = catalog.methods().in_folder("turn-started").expect("a method");
    std::thread::scope(|scope| {
        for at in 0..4_i64 {
            let (catalog, method) = (&catalog, method);
            scope.spawn(move || {
                let message = json!({ "method": "turn/started", "params": { "startedAt": at } });
                assert_eq!(catalog.faults(method, &message).expect("usable"), []);
            });
        }
    });
}
