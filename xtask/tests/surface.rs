//! The stable files of the real protocol: no trace of anything experimental, in no file and no sentence; and the
//! committed files are what the table says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use app_server_protocol::AppServer;
use methodic_codegen::{
    Definition, Mark, Model, Outputs, Shape, Surface, Tree, Variant, compare, generate, unified_diff,
};

/// Names of experimental parts that a stable part bears as well, each with the stable part that does.
const SHARED: [(&str, &str); 0] = [];

/// What must not be found, and what it is.
type Withheld = BTreeMap<String, String>;

fn model() -> Model {
    Model::collect::<AppServer>().unwrap_or_else(|errors| panic!("{errors}"))
}

/// The names and reasons of everything that the stable surface leaves out.
fn withheld(whole: &Model) -> Withheld {
    let mut words = Withheld::new();
    let mut add = |word: &str, what: String| {
        words.entry(word.to_owned()).or_insert(what);
    };
    for method in &whole.methods {
        if let Mark::Experimental(reason) = &method.mark {
            add(&method.method, format!("the method `{}`", method.method));
            add(&method.variant, format!("the Rust name of the method `{}`", method.method));
            add(reason, format!("the reason of the method `{}`", method.method));
        }
    }
    for Definition { name: owner, shape, .. } in whole.definitions.values() {
        shape.walk(&mut |shape| match shape {
            Shape::Object(object) => {
                for field in &object.fields {
                    if let Mark::Experimental(reason) = &field.mark {
                        add(&field.name, format!("the member `{}` of `{owner}`", field.name));
                        add(reason, format!("the reason of the member `{}` of `{owner}`", field.name));
                    }
                }
            }
            Shape::Union(union) if whole.messages.iter().all(|(name, ..)| name != owner) => {
                for variant in &union.variants {
                    if let Mark::Experimental(reason) = &variant.mark {
                        let name = name_of(variant);
                        add(reason, format!("the reason of the variant `{name}` of `{owner}`"));
                        add(&name, format!("the variant `{name}` of `{owner}`"));
                    }
                }
            }
            _ => {}
        });
    }
    let stable = whole.surface(Surface::Stable);
    for name in whole.definitions.keys().filter(|name| !stable.definitions.contains_key(*name)) {
        add(name, format!("the type `{name}`, which only experimental parts reach"));
        add(
            &format!("{name}Input"),
            format!("the written form of the type `{name}`, which only experimental parts reach"),
        );
    }
    words
}

/// What tells a variant from its siblings: its text, its tag, or its one member.
fn name_of(variant: &Variant) -> String {
    match &variant.shape {
        Shape::Literal(value) => value.as_str().expect("a text").to_owned(),
        Shape::Ref(name) => name.clone(),
        Shape::Object(object) => {
            let tag = object.fields.iter().find_map(|field| object.literal(&field.name));
            tag.unwrap_or(&object.fields.first().expect("a member").name).to_owned()
        }
        other => panic!("no name for {other:?}"),
    }
}

/// Where a word stands by itself, as `file:line: text`.
fn traces(tree: &Tree, word: &str) -> Vec<String> {
    let of_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let stands_alone = |line: &str| {
        line.match_indices(word)
            .any(|(at, found)| !line[..at].ends_with(of_word) && !line[at + found.len()..].starts_with(of_word))
    };
    let mut found = Vec::new();
    for (path, text) in tree.iter() {
        if path.split(['/', '.']).any(|part| part == word) {
            found.push(format!("{path}: the file itself"));
        }
        let lines = text.lines().enumerate().filter(|(_, line)| stands_alone(line));
        found.extend(lines.map(|(number, line)| format!("{path}:{}: {}", number + 1, line.trim())));
    }
    found
}

fn stable_files(model: &Model) -> Tree {
    generate(model, Outputs::Only(Surface::Stable)).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_stable_files_have_no_trace_of_what_is_experimental() {
    let (words, tree) = (withheld(&model()), stable_files(&model()));
    let mut leaks = String::new();
    for (word, what) in words.iter().filter(|(word, _)| SHARED.iter().all(|(shared, _)| shared != word)) {
        for trace in traces(&tree, word) {
            leaks += &format!("\n{what} shows: {trace}");
        }
    }
    assert!(
        leaks.is_empty(),
        "the stable surface tells of experimental parts; reword the docs, or mark what shows them:{leaks}"
    );
}

/// The search is only worth something if there is something to search for, and if it can find it.
#[test]
fn there_is_something_to_find_and_the_search_finds_it() {
    let whole = model();
    let words = withheld(&whole);
    let is = |what: &str| words.values().filter(|known| known.starts_with(what)).count();
    assert!(
        is("the method") >= 2 && is("the member") >= 10 && is("the variant") >= 1 && is("the type") >= 5,
        "{words:#?}"
    );
    let experimental = generate(&whole, Outputs::Only(Surface::Experimental)).expect("generated");
    let written_form = |what: &str| what.starts_with("the written form");
    for (word, what) in words.iter().filter(|(_, what)| !written_form(what)) {
        assert!(!traces(&experimental, word).is_empty(), "{what}: `{word}` is nowhere in the whole surface");
    }
}

#[test]
fn a_planted_leak_is_found() {
    let clean = stable_files(&model());
    let words: BTreeSet<String> = withheld(&model()).into_keys().collect();
    let leak = |text: &str| {
        let mut tree = clean.clone();
        tree.insert("schema/Planted.json", format!("{text}\n")).expect("insertable");
        words
            .iter()
            .flat_map(|word| traces(&tree, word))
            .filter(|trace| trace.starts_with("schema/Planted.json"))
            .count()
    };
    for word in &words {
        assert!(leak(&format!("{{ \"description\": \"See {word}.\" }}")) > 0, "`{word}` in a sentence");
        assert!(leak(&format!("{{ \"{word}\": true }}")) > 0, "`{word}` as a key");
    }
    assert_eq!(leak("{ \"description\": \"xthread/goal/set thread/goal/sets\" }"), 0);

    // A mark that is taken off puts the part, and what it alone reaches, into the stable files.
    let mut unmarked = model();
    for method in &mut unmarked.methods {
        method.mark = Mark::Stable;
    }
    let tree = stable_files(&unmarked);
    for word in ["ThreadGoalSetParams", "ThreadGoalUpdatedNotification", "thread/goal/set"] {
        assert!(!traces(&tree, word).is_empty(), "`{word}`");
    }
}

/// An exception that nothing needs any more would hide the next leak.
#[test]
fn every_exception_is_needed() {
    let (words, tree) = (withheld(&model()), stable_files(&model()));
    for (word, why) in SHARED {
        assert!(words.contains_key(word), "`{word}` ({why}) is not experimental any more");
        assert!(!traces(&tree, word).is_empty(), "`{word}` ({why}) is in no stable file any more");
    }
}

#[test]
fn the_committed_files_are_fresh() {
    let tree = generate(&model(), Outputs::Committed).unwrap_or_else(|error| panic!("{error}"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let drift = compare(&tree, root).unwrap_or_else(|error| panic!("{error}"));
    let differences: String = drift.stale.iter().map(|stale| unified_diff(stale, 20)).collect();
    assert!(
        drift.is_fresh(),
        "{differences}missing: {:?}\nobsolete: {:?}\nin the way: {:?}\nrun: cargo xtask codegen",
        drift.missing,
        drift.obsolete,
        drift.conflicts
    );
}
