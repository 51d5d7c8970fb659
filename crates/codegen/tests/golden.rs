//! The files of the small protocol, as a reader of the generated package sees them, against those that were approved.
//!
//! `BLESS=1 cargo test -p methodic-codegen --test golden` approves what is generated now; read the diff before it is
//! committed.

mod common;

use std::path::{Path, PathBuf};

use common::Library;
use methodic_codegen::{Model, Outputs, compare, generate, unified_diff, write};
use serde_json::Value;

fn approved() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

#[test]
fn the_files_are_those_that_were_approved() {
    let model = Model::collect::<Library>().unwrap_or_else(|errors| panic!("{errors}"));
    let tree = generate(&model, Outputs::Committed).unwrap_or_else(|error| panic!("{error}"));
    let drift = compare(&tree, &approved()).expect("comparable");
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        let written = write(&tree, &approved(), &drift).expect("writable");
        println!("wrote {} files, removed {}", written.written.len(), written.removed.len());
        return;
    }
    let differences: String = drift.stale.iter().map(|stale| unified_diff(stale, 40)).collect();
    assert!(
        drift.is_fresh() && drift.foreign.is_empty(),
        "{differences}missing: {:?}\nnot generated: {:?} {:?} {:?}\n\
         if this is as it should be: BLESS=1 cargo test -p methodic-codegen --test golden",
        drift.missing,
        drift.obsolete,
        drift.conflicts,
        drift.foreign
    );
}

/// Without this, the tests of this crate would not show that the order of the files is made by the generator.
#[test]
fn the_tests_run_with_maps_that_keep_the_order_of_insertion() {
    let value: Value = serde_json::from_str(r#"{"b":1,"a":2}"#).expect("valid");
    assert_eq!(
        value.to_string(),
        r#"{"b":1,"a":2}"#,
        "serde_json is built without `preserve_order`; the development dependencies of this crate ask for it"
    );
}
