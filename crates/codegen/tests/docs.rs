//! The method reference of the small protocol against the approved pages, and what must hold of any reference.
//!
//! `BLESS=1 cargo test -p methodic-codegen --test docs` approves what is generated now; read the diff before it is
//! committed.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use app_server_protocol::AppServer;
use common::Library;
use methodic_codegen::{Examples, Model, Outputs, Tree, compare, generate, reference, unified_diff, write};

fn approved() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Messages of the small protocol: some as people would name their files, some methods without any.
fn examples() -> Examples {
    let mut examples = Examples::new();
    for (method, name, text) in [
        ("enter", "minimal", r#"{ "id": 1, "method": "enter", "params": { "card": 4711 } }"#),
        ("enter", "result", r#"{ "id": 2, "result": { "allowance": 3, "nickname": null } }"#),
        (
            "book/search",
            "by-word",
            "{\n  \"id\": \"s-1\",\n  \"method\": \"book/search\",\n  \"params\": { \"words\": [\"a|b\", \"<i>\"] }\n}\n",
        ),
        ("book/search", "result-none", r#"{ "id": 5, "result": { "books": [], "cursor": null, "counts": {} } }"#),
        ("loan/renew", "minimal", r#"{ "id": 7, "method": "loan/renew", "params": { "book": "b-1", "until": 1 } }"#),
        ("present", "minimal", r#"{ "method": "present" }"#),
    ] {
        examples.insert(method, name, text);
    }
    examples
}

fn library() -> Tree {
    let model = Model::collect::<Library>().unwrap_or_else(|errors| panic!("{errors}"));
    reference(&model, &examples()).unwrap_or_else(|error| panic!("{error}"))
}

/// A real protocol, with all files that its pages may link to.
fn app_server() -> Tree {
    let model = Model::collect::<AppServer>().unwrap_or_else(|errors| panic!("{errors}"));
    let mut tree = reference(&model, &Examples::new()).unwrap_or_else(|error| panic!("{error}"));
    tree.merge(generate(&model, Outputs::Committed).expect("generated")).expect("no file of both");
    tree
}

#[test]
fn the_pages_are_those_that_were_approved() {
    let tree = library();
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
         if this is as it should be: BLESS=1 cargo test -p methodic-codegen --test docs",
        drift.missing,
        drift.obsolete,
        drift.conflicts,
        drift.foreign
    );
}

/// The lines of a page that are not inside a code block.
fn prose(page: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    page.lines().filter(move |line| {
        let fence = line.starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    })
}

/// The targets of the links of a page.
fn links(page: &str) -> Vec<&str> {
    let after = prose(page).flat_map(|line| line.split("](").skip(1));
    after.map(|rest| rest.split(')').next().unwrap_or(rest)).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let tree = app_server();
    let pages: BTreeMap<&str, &str> =
        tree.iter().filter_map(|(path, text)| Some((path.strip_prefix("docs/reference/")?, text))).collect();
    let anchors: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|(name, text)| {
            let anchors = text.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next());
            let all: Vec<&str> = anchors.collect();
            let unique: BTreeSet<&str> = all.iter().copied().collect();
            assert_eq!(all.len(), unique.len(), "{name} has an anchor twice");
            (*name, unique)
        })
        .collect();
    let mut checked = 0;
    for (name, text) in &pages {
        for link in links(text) {
            checked += 1;
            if let Some(path) = link.strip_prefix("../../") {
                let is_folder =
                    tree.iter().any(|(file, _)| file.strip_prefix(path).is_some_and(|f| f.starts_with('/')));
                assert!(is_folder || tree.get(path).is_some(), "{name} links to {link}");
                continue;
            }
            let (page, anchor) = link.split_once('#').unwrap_or((link, ""));
            let page = if page.is_empty() { name } else { page };
            let known = anchors.get(page).unwrap_or_else(|| panic!("{name} links to {link}"));
            assert!(anchor.is_empty() || known.contains(anchor), "{name} links to {link}");
        }
    }
    assert!(checked > 1_000, "only {checked} links were found");
}

#[test]
fn every_table_has_as_many_cells_in_each_row() {
    let mut rows = 0;
    for tree in [app_server(), library()] {
        for (path, text) in tree.iter().filter(|(path, _)| path.ends_with(".md")) {
            let mut columns = None;
            for line in prose(text) {
                if !line.starts_with('|') {
                    columns = None;
                    continue;
                }
                let cells = line.replace("\\|", "").matches('|').count();
                assert_eq!(*columns.get_or_insert(cells), cells, "{path}: {line}");
                rows += 1;
            }
        }
    }
    assert!(rows > 1_000, "only {rows} rows were found");
}

#[test]
fn every_method_and_every_type_has_one_place() {
    let tree = app_server();
    let model = Model::collect::<AppServer>().unwrap_or_else(|errors| panic!("{errors}"));
    let mut headings: Vec<&str> = tree
        .iter()
        .filter(|(path, _)| path.ends_with(".md") && !path.ends_with("/README.md"))
        .flat_map(|(_, text)| prose(text).filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`')))
        .collect();
    headings.sort_unstable();
    let before = headings.len();
    headings.dedup();
    assert_eq!(headings.len(), before, "something is described twice");
    for method in &model.methods {
        assert!(headings.binary_search(&method.method.as_str()).is_ok(), "{}", method.method);
    }
    let payloads: BTreeSet<&String> = model.methods.iter().flat_map(|m| [&m.params, &m.result]).flatten().collect();
    for name in model.definitions.keys() {
        let is_message_union = model.messages.iter().any(|(union, ..)| union == name);
        let described = headings.binary_search(&name.as_str()).is_ok() || payloads.contains(name);
        assert!(described != is_message_union, "{name}");
    }
}

#[test]
fn the_index_says_how_to_opt_in() {
    let tree = app_server();
    let index = tree.get("docs/reference/README.md").expect("the index");
    assert!(
        index.contains("by `params.capabilities.experimentalApi: true` in [`initialize`](general.md#initialize)."),
        "{index}"
    );
    assert!(
        index.contains(r#"{ "code": -32600, "message": "REASON requires experimentalApi capability" }"#),
        "{index}"
    );
}
