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
    for file in ["methods.json", "desk.v2.schemas.json"] {
        let desk = desk();
        std::fs::remove_file(desk.path("schema").join(file)).unwrap();
        let (error, text) = refused(&desk);
        assert!(matches!(error, CatalogError::MissingFile { .. }));
        assert_eq!(text, format!("schema/{file} is missing: every generated schema folder has it; {MEND}"));
    }
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
    no_bundle.write("schema/desk.v2.schemas.json", "[]");
    let (error, text) = refused(&no_bundle);
    assert!(matches!(error, CatalogError::NoDefinitions { .. }));
    assert_eq!(text, format!("schema/desk.v2.schemas.json is no bundle: expected an object `definitions`; {MEND}"));

    let binary = desk();
    binary.write("schema/desk.v2.schemas.json", b"\xff\xfe");
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
            "schema/desk.v2.schemas.json has no definition `v2/TurnBegan`, which methods.json names for \
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
