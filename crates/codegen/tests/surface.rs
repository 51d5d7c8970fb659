//! The stable surface of the small protocol: nothing withheld shows, and nothing goes that a stable part needs.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::Library;
use methodic::{Direction, Kind};
use methodic_codegen::{Definition, Field, Mark, Model, Object, Outputs, Shape, Surface, Variant, generate};

fn library() -> Model {
    Model::collect::<Library>().unwrap_or_else(|errors| panic!("{errors}"))
}

fn names(model: &Model) -> BTreeSet<&str> {
    model.definitions.keys().map(String::as_str).collect()
}

fn object<'a>(model: &'a Model, name: &str) -> &'a Object {
    match &model.definitions[name].shape {
        Shape::Object(object) => object,
        other => panic!("`{name}` is {other:?}"),
    }
}

fn field<'a>(object: &'a Object, name: &str) -> Option<&'a Field> {
    object.fields.iter().find(|field| field.name == name)
}

fn variants<'a>(model: &'a Model, name: &str) -> &'a [Variant] {
    match &model.definitions[name].shape {
        Shape::Union(union) => &union.variants,
        other => panic!("`{name}` is {other:?}"),
    }
}

/// The texts or tags of a union.
fn tags(model: &Model, name: &str, tag: &str) -> Vec<String> {
    let of = |variant: &Variant| match &variant.shape {
        Shape::Literal(value) => value.as_str().expect("text").to_owned(),
        Shape::Object(object) => object.literal(tag).map_or_else(|| object.fields[0].name.clone(), str::to_owned),
        other => panic!("{other:?}"),
    };
    variants(model, name).iter().map(of).collect()
}

/// Marks a method, in the table and in the union of its section.
fn mark(model: &mut Model, method: &str) {
    let reason = || Mark::Experimental("withheld".into());
    let row = model.methods.iter_mut().find(|row| row.method == method).expect("a method");
    row.mark = reason();
    for (union, ..) in &model.messages {
        let Definition { shape: Shape::Union(union), .. } = model.definitions.get_mut(union).expect("defined") else {
            panic!("`{union}` is no union")
        };
        for variant in &mut union.variants {
            if matches!(&variant.shape, Shape::Object(object) if object.literal("method") == Some(method)) {
                variant.mark = reason();
            }
        }
    }
}

#[test]
fn the_whole_surface_is_the_model() {
    assert_eq!(library().surface(Surface::Experimental), library());
}

#[test]
fn what_only_withheld_parts_reach_goes_with_them() {
    let (whole, stable) = (library(), library().surface(Surface::Stable));
    let gone: BTreeSet<&str> = names(&whole).difference(&names(&stable)).copied().collect();
    assert_eq!(
        gone,
        ["BookScanParams", "BookScanResponse", "FullText", "ScanProgressNotification", "ScanQuality"].into()
    );
    // Reached by withheld methods and by stable ones.
    assert_eq!(stable.definitions["BookId"], whole.definitions["BookId"]);
}

#[test]
fn withheld_members_variants_and_values_go_and_the_others_stay_as_they_are() {
    let (whole, stable) = (library(), library().surface(Surface::Stable));
    let (before, after) = (object(&whole, "BookSearchParams"), object(&stable, "BookSearchParams"));
    assert!(field(before, "fullText").is_some() && field(after, "fullText").is_none());
    for kept in &after.fields {
        assert_eq!(Some(kept), field(before, &kept.name));
    }
    assert_eq!(after.fields.len() + 1, before.fields.len());

    assert_eq!(tags(&whole, "Medium", "type"), ["paper", "audio", "film", "scan", "lost"]);
    assert_eq!(tags(&stable, "Medium", "type"), ["paper", "audio", "film", "lost"]);
    assert_eq!(tags(&whole, "Condition", ""), ["like_new", "read", "damaged", "unknown"]);
    assert_eq!(tags(&stable, "Condition", ""), ["like_new", "read", "unknown"]);
    assert_eq!(tags(&whole, "Place", ""), ["onLoan", "cellar", "shelf", "elsewhere"]);
    assert_eq!(tags(&stable, "Place", ""), ["onLoan", "shelf", "elsewhere"]);
    // Deprecated parts work still, and say so.
    assert!(matches!(&variants(&stable, "Medium")[2].mark, Mark::Deprecated(note) if note == "paper"));
    assert_eq!(
        stable.methods.iter().find(|row| row.method == "book/list").map(|row| &row.mark),
        Some(&Mark::Deprecated("book/search".into()))
    );
}

/// A default is a value of another type, and names its members.
#[test]
fn a_default_does_not_name_what_is_withheld() {
    let screen = |model: &Model| {
        let default = field(object(model, "EnterParams"), "screen").expect("a member").default.clone();
        default.expect("a default").as_object().expect("members").keys().cloned().collect::<BTreeSet<_>>()
    };
    let (whole, stable) = (screen(&library()), screen(&library().surface(Surface::Stable)));
    let gone: Vec<&String> = whole.difference(&stable).collect();
    assert_eq!(gone, ["depth"]);
    assert_eq!(stable.len(), 3);
}

#[test]
fn messages_of_withheld_methods_leave_the_unions() {
    let (whole, stable) = (library(), library().surface(Surface::Stable));
    assert_eq!(tags(&whole, "ServerNotification", "method"), ["loan/due", "book/scan/progress", "closing"]);
    assert_eq!(tags(&stable, "ServerNotification", "method"), ["loan/due", "closing"]);
    assert!(!tags(&stable, "ClientRequest", "method").contains(&"book/scan".to_owned()));
    for method in &stable.methods {
        assert!(!method.mark.is_experimental(), "{method:?}");
    }
}

/// Whatever method is withheld next, the others keep every type that they need, unchanged.
#[test]
fn marking_a_method_never_takes_a_type_from_another() {
    let stable = library().surface(Surface::Stable);
    let references = stable.references();
    for marked in &stable.methods {
        let mut model = library();
        mark(&mut model, &marked.method);
        let cut = model.surface(Surface::Stable);
        for other in stable.methods.iter().filter(|other| other.method != marked.method) {
            assert!(cut.methods.contains(other), "`{}` went with `{}`", other.method, marked.method);
            for name in references.closure(other.params.iter().chain(&other.result).map(String::as_str)) {
                assert_eq!(
                    cut.definitions.get(name),
                    Some(&stable.definitions[name]),
                    "`{}` lost `{name}` when `{}` was marked",
                    other.method,
                    marked.method
                );
            }
        }
        assert!(generate(&model, Outputs::Committed).is_ok());
    }
}

#[test]
fn a_section_of_withheld_methods_alone_has_no_union() {
    let mut model = library();
    mark(&mut model, "loan/renew");
    let stable = model.surface(Surface::Stable);
    assert!(stable.section(Direction::ServerToClient, Kind::Request).next().is_none());
    for gone in ["ServerRequest", "LoanRenewParams", "LoanRenewResponse"] {
        assert!(model.definitions.contains_key(gone) && !stable.definitions.contains_key(gone), "`{gone}`");
        assert!(!stable.documents().contains(gone));
    }
    let tree = generate(&model, Outputs::Committed).expect("generated");
    assert!(tree.get("schema/ServerRequest.json").is_none());
    assert!(tree.get("schema/experimental/ServerRequest.json").is_some());
    let methods = tree.get("generated-ts/methods.d.ts").expect("generated");
    assert!(methods.contains("export interface ServerRequests {}\n"), "{methods}");
}

#[test]
fn a_surface_of_a_surface_is_the_same() {
    let stable = library().surface(Surface::Stable);
    assert_eq!(stable.surface(Surface::Stable), stable);
    assert_eq!(stable.surface(Surface::Experimental), stable);
}

/// The folders of the committed layout hold what each surface alone would be, and what the surfaces share is there once.
#[test]
fn the_committed_files_are_those_of_both_surfaces() {
    let model = library();
    let files = |outputs| -> BTreeMap<String, String> {
        let tree = generate(&model, outputs).expect("generated");
        tree.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
    };
    // They describe the package, with all surfaces that it has.
    const PACKAGE: [&str; 2] = ["generated-ts/README.md", "generated-ts/package.json"];
    let of_a_surface = |outputs| files(outputs).into_iter().filter(|(path, _)| !PACKAGE.contains(&path.as_str()));
    let mut both = files(Outputs::Committed);
    let mut shared = BTreeMap::new();
    for (path, text) in of_a_surface(Outputs::Only(Surface::Stable)) {
        assert_eq!(both.remove(&path).as_ref(), Some(&text), "{path}");
        shared.insert(path, text);
    }
    for (path, text) in of_a_surface(Outputs::Only(Surface::Experimental)) {
        let (root, rest) = path.split_once('/').expect("a root");
        let below = format!("{root}/experimental/{rest}");
        match both.remove(&below) {
            Some(committed) => assert_eq!(nearer(&committed), text, "{path}"),
            None => assert_eq!(shared.get(&path), Some(&text), "{path}, of which there is no {below}"),
        }
    }
    assert_eq!(both.into_keys().collect::<Vec<_>>(), PACKAGE);
}

/// A text of a folder as it would be a level higher: what the surfaces share lies in the folder of the package.
fn nearer(text: &str) -> String {
    let mut text = text.to_owned();
    for shared in ["runtime/", "transport"] {
        for (from, to) in [("../", "./"), ("../../", "../")] {
            text = text.replace(&format!("\"{from}{shared}"), &format!("\"{to}{shared}"));
        }
    }
    text
}
