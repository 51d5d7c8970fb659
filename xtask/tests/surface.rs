//! The stable files of the real protocol: no trace of anything experimental, in no file and no sentence; and the
//! committed files are what the table says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use app_server_analytics::AnalyticsEvents;
use app_server_protocol::AppServer;
use methodic_codegen::{
    Definition, Mark, Model, Outputs, Shape, Surface, Tree, Variant, compare, documents, generate, unified_diff,
};

/// What must not be found, and what it is.
type Withheld = BTreeMap<String, String>;

fn model() -> Model {
    Model::collect::<AppServer>().unwrap_or_else(|errors| panic!("{errors}"))
}

/// A method, member or variant: its name, what it is, its mark, and what it looks like.
struct Part<'a> {
    name: String,
    what: String,
    mark: &'a Mark,
    shape: &'a Shape,
}

/// The members and variants of a shape, outermost first, and of those that `enter` names what is inside as well.
fn parts<'a>(shape: &'a Shape, owner: &str, enter: &dyn Fn(&Mark) -> bool, found: &mut Vec<Part<'a>>) {
    let mut part = |name: String, kind: &str, mark: &'a Mark, shape: &'a Shape| {
        let what = format!("the {kind} `{name}` of `{owner}`");
        found.push(Part { name, what, mark, shape });
        if enter(mark) {
            parts(shape, owner, enter, found);
        }
    };
    match shape {
        Shape::Object(object) => {
            for field in &object.fields {
                part(field.name.clone(), "member", &field.mark, &field.shape);
            }
            for variant in object.choice.iter().flat_map(|choice| &choice.variants) {
                part(name_of(variant), "variant", &variant.mark, &variant.shape);
            }
            if let Some(rest) = &object.rest {
                parts(rest, owner, enter, found);
            }
        }
        Shape::Union(union) => {
            for variant in &union.variants {
                part(name_of(variant), "variant", &variant.mark, &variant.shape);
            }
        }
        Shape::List { items, .. } | Shape::Map(items) | Shape::Nullable(items) => parts(items, owner, enter, found),
        Shape::Tuple(items) => items.iter().for_each(|item| parts(item, owner, enter, found)),
        _ => {}
    }
}

/// Every name that a client without the opt-in may know, worked out without the generator's own cut: of methods and
/// types, and of the members, variants and texts in them.
fn stable_names(whole: &Model) -> BTreeSet<String> {
    let stable = |mark: &Mark| !mark.is_experimental();
    let unions: BTreeSet<&String> = whole.messages.iter().map(|(name, ..)| name).collect();
    let mut names = BTreeSet::new();
    let mut open: Vec<&String> = whole.envelopes.iter().filter(|name| !unions.contains(name)).collect();
    for method in whole.methods.iter().filter(|method| stable(&method.mark)) {
        names.extend([method.method.clone(), method.variant.clone()]);
        open.extend(method.params.iter().chain(&method.result));
    }
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if !reached.insert(name) {
            continue;
        }
        names.extend([name.clone(), format!("{name}Input")]);
        let shape = &whole.definitions[name].shape;
        let mut found = vec![Part { name: name.clone(), what: String::new(), mark: &Mark::Stable, shape }];
        parts(shape, name, &stable, &mut found);
        for part in found.into_iter().filter(|part| stable(part.mark)) {
            names.insert(part.name);
            open.extend(own_references(part.shape));
            if let Shape::Literal(value) = part.shape {
                names.extend(value.as_str().map(str::to_owned));
            }
        }
    }
    names
}

/// What a shape refers to outside of its members and variants.
fn own_references(shape: &Shape) -> Vec<&String> {
    match shape {
        Shape::Ref(name) => vec![name],
        Shape::List { items, .. } | Shape::Map(items) | Shape::Nullable(items) => own_references(items),
        Shape::Tuple(items) => items.iter().flat_map(own_references).collect(),
        Shape::Object(object) => object.rest.iter().flat_map(|rest| own_references(rest)).collect(),
        _ => Vec::new(),
    }
}

/// The names and reasons of everything that the stable surface leaves out. A name that a stable part bears as well is
/// no trace, and left out here.
fn withheld(whole: &Model) -> Withheld {
    let stable = stable_names(whole);
    let mut words = Withheld::new();
    let mut add = |word: &str, what: String| {
        if !word.is_empty() && !stable.contains(word) {
            words.entry(word.to_owned()).or_insert(what);
        }
    };
    for method in &whole.methods {
        if let Mark::Experimental(reason) = &method.mark {
            add(&method.method, format!("the method `{}`", method.method));
            add(&method.variant, format!("the Rust name of the method `{}`", method.method));
            add(reason, format!("the reason of the method `{}`", method.method));
        }
    }
    let unions: BTreeSet<&String> = whole.messages.iter().map(|(name, ..)| name).collect();
    for Definition { name, shape, .. } in whole.definitions.values().filter(|known| !unions.contains(&known.name)) {
        let mut found = Vec::new();
        parts(shape, name, &|_| true, &mut found);
        for Part { name, what, mark, .. } in found {
            if let Mark::Experimental(reason) = mark {
                add(reason, format!("the reason of {}", what.trim_start_matches("the ")));
                add(&name, what);
            }
        }
        add(name, format!("the type `{name}`, which only experimental parts reach"));
    }
    words
}

/// What tells a variant from its siblings: its text, its tag, or its one member; of some nothing does.
fn name_of(variant: &Variant) -> String {
    match &variant.shape {
        Shape::Literal(value) => value.as_str().expect("a text").to_owned(),
        Shape::Ref(name) => name.clone(),
        Shape::Object(object) => {
            let tag = object.fields.iter().find_map(|field| object.literal(&field.name));
            tag.unwrap_or(&object.fields.first().expect("a member").name).to_owned()
        }
        // Told apart by being a text or a number, and so without a name.
        _ => String::new(),
    }
}

/// The lines of a tree, each once however many files have it, with the first place where it stands.
struct Lines<'a> {
    lines: BTreeMap<(bool, &'a str), (&'a str, usize)>,
    paths: Vec<&'a str>,
}

impl<'a> Lines<'a> {
    fn of(tree: &'a Tree) -> Self {
        let mut all = Self { lines: BTreeMap::new(), paths: Vec::new() };
        for (path, text) in tree.iter() {
            all.paths.push(path);
            for (at, line) in text.lines().enumerate() {
                all.lines.entry((path.ends_with(".json"), line.trim())).or_insert((path, at + 1));
            }
        }
        all
    }

    /// Where a word shows, as `file:line: text`.
    fn traces(&self, word: &str) -> Vec<String> {
        let named = self.paths.iter().filter(|path| path.split(['/', '.']).any(|part| part == word));
        let mut found: Vec<String> = named.map(|path| format!("{path}: the file itself")).collect();
        let shown = self.lines.iter().filter(|((json, line), _)| line.contains(word) && shows(*json, line, word));
        found.extend(shown.map(|((_, line), (path, at))| format!("{path}:{at}: {line}")));
        found
    }
}

/// Whether a line tells of a word. A name that is an English word too may stand in a sentence, unless it is quoted there.
fn shows(json: bool, line: &str, word: &str) -> bool {
    let (code, prose) = code_and_prose(json, line);
    let english = word.chars().skip(1).all(|letter| letter.is_ascii_lowercase());
    stands_alone(code, word) || if english { prose.contains(&format!("`{word}`")) } else { stands_alone(prose, word) }
}

/// Whether a word is there that is not a part of a longer one.
fn stands_alone(text: &str, word: &str) -> bool {
    let of_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word)
        .any(|(at, found)| !text[..at].ends_with(of_word) && !text[at + found.len()..].starts_with(of_word))
}

/// What of a line is for programs, and what is for people: comments, and values in JSON that have several words.
fn code_and_prose(json: bool, line: &str) -> (&str, &str) {
    if json {
        return match line.split_once("\": \"") {
            Some((key, text)) if text.contains(' ') => (key, text),
            _ => (line, ""),
        };
    }
    let comment = ["/**", "*", "//"].iter().any(|start| line.starts_with(start));
    if comment { ("", line) } else { (line, "") }
}

fn stable_files(model: &Model) -> Tree {
    generate(model, Outputs::Only(Surface::Stable)).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_stable_files_have_no_trace_of_what_is_experimental() {
    let (words, tree) = (withheld(&model()), stable_files(&model()));
    let lines = Lines::of(&tree);
    let mut leaks = String::new();
    for (word, what) in &words {
        for trace in lines.traces(word) {
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
    let lines = Lines::of(&experimental);
    for (word, what) in &words {
        assert!(!lines.traces(word).is_empty(), "{what}: `{word}` is nowhere in the whole surface");
    }
}

#[test]
fn a_planted_leak_is_found() {
    let words: BTreeSet<String> = withheld(&model()).into_keys().collect();
    let leak = |text: &str| {
        let mut tree = Tree::new();
        tree.insert("schema/Planted.json", format!("{text}\n")).expect("insertable");
        let lines = Lines::of(&tree);
        words.iter().flat_map(|word| lines.traces(word)).count()
    };
    for word in &words {
        assert!(leak(&format!("{{ \"description\": \"See `{word}`.\" }}")) > 0, "`{word}` in a sentence");
        assert!(leak(&format!("{{ \"{word}\": true }}")) > 0, "`{word}` as a key");
    }
    assert_eq!(leak("{ \"description\": \"xthread/goal/set thread/goal/sets\" }"), 0);

    // A mark that is taken off puts the part, and what it alone reaches, into the stable files.
    let mut unmarked = model();
    for method in &mut unmarked.methods {
        method.mark = Mark::Stable;
    }
    let tree = stable_files(&unmarked);
    let lines = Lines::of(&tree);
    for word in ["ThreadGoalSetParams", "ThreadGoalUpdatedNotification", "thread/goal/set"] {
        assert!(!lines.traces(word).is_empty(), "`{word}`");
    }
}

#[test]
fn the_committed_files_are_fresh() {
    let mut tree = generate(&model(), Outputs::Committed).unwrap_or_else(|error| panic!("{error}"));
    let events = Model::collect::<AnalyticsEvents>().unwrap_or_else(|error| panic!("{error}"));
    let events = documents(&events, "Event", "schema/analytics").unwrap_or_else(|error| panic!("{error}"));
    tree.merge(events).unwrap_or_else(|error| panic!("{error}"));
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
