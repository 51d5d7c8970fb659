//! A client's copy of the small protocol: what its patterns choose, what goes with it, and how it is laid out.

mod common;

use std::collections::BTreeSet;

use common::Library;
use methodic_codegen::{Layout, Model, Profile, Tree, vendor};
use serde_json::Value;

fn library() -> Model {
    Model::collect::<Library>().unwrap_or_else(|errors| panic!("{errors}"))
}

fn copy(profile: &str) -> Result<Tree, String> {
    let profile = Profile::parse(profile).map_err(|error| error.to_string())?;
    vendor(&library(), &profile, None, "copy").map_err(|error| error.to_string())
}

fn lock(tree: &Tree) -> Value {
    serde_json::from_str(tree.get("copy/profile.lock.json").expect("a lock")).expect("JSON")
}

fn methods(profile: &str) -> Vec<String> {
    let lock = lock(&copy(profile).expect("a copy"));
    let sections = lock["methods"].as_object().expect("sections");
    let all = sections.values().flat_map(|list| list.as_array().expect("a list"));
    all.map(|name| name.as_str().expect("a name").to_owned()).collect::<BTreeSet<_>>().into_iter().collect()
}

#[test]
fn patterns_choose_methods_of_either_direction() {
    assert_eq!(methods("methods = ['enter', 'loan/*']"), ["enter", "loan/due", "loan/renew"]);
    assert_eq!(methods("methods = ['book/*', '!book/list']"), ["book/add", "book/search"]);
    // A star stays within its part; two go further. What is experimental is not among them.
    assert_eq!(methods("methods = ['**', '!book/**']").len(), 6);
    let whole = "surface = 'experimental'\nmethods = ['book/scan']";
    assert_eq!(methods(whole), ["book/scan"]);
    assert_eq!(methods(&whole.replace("book/scan", "book/**")).len(), 5);
}

#[test]
fn what_is_wrong_with_a_profile_is_said() {
    for (profile, message) in [
        ("methods = []", "`methods` is empty; name the methods that the client uses"),
        ("methods = ['book/serch']", "`book/serch` chooses no method; did you mean `book/search`?"),
        ("methods = ['weather']", "`weather` chooses no method"),
        ("methods = ['book/scan']", "`book/scan` is experimental; set surface = \"experimental\" to have it"),
        (
            "methods = ['book/scan/*']",
            "`book/scan/*` chooses experimental methods alone; set surface = \"experimental\" to have it",
        ),
        ("methods = ['book/*', 'book/list']", "`book/list` adds nothing: those before it chose all of that already"),
        ("methods = ['enter', '!book/*']", "`!book/*` takes out nothing: no pattern before it chose such a method"),
        ("methods = ['enter', '!*']", "its patterns take out all they chose; no method is left"),
        ("methods = ['a**']", "`a**` is no pattern: recursive wildcards must form a single path component"),
    ] {
        assert_eq!(copy(profile).expect_err(profile), message);
    }
    let unknown = copy("methods = ['enter']\nlayout = 'round'").expect_err("no layout");
    assert!(unknown.contains("line 2") && unknown.contains("`flat` or `per-type`"), "{unknown}");
    // An experimental name is no suggestion where it could not be had.
    assert!(!copy("methods = ['book/scam']").expect_err("unknown").contains("scan"));
}

#[test]
fn a_copy_has_what_its_methods_reach_and_nothing_else() {
    let tree = copy("methods = ['loan/renew']\nlayout = 'per-type'").expect("a copy");
    let declared: Vec<&str> = tree.iter().filter_map(|(path, _)| path.strip_prefix("copy/types/")).collect();
    assert!(declared.contains(&"LoanRenewParams.d.ts") && declared.contains(&"LoanRenewResponse.d.ts"));
    assert!(declared.contains(&"RequestId.d.ts") && declared.contains(&"ServerRequest.d.ts"));
    assert!(!declared.iter().any(|name| name.contains("Search") || name.contains("ClientRequest")), "{declared:?}");
    for (path, text) in tree.iter() {
        assert!(!text.contains("book/search") && !text.contains("BookSearch"), "{path}");
    }
}

#[test]
fn each_type_imports_what_it_names() {
    for (ext, file, import) in [("js", ".d.ts", ".js"), ("ts", ".ts", ".ts"), ("none", ".d.ts", "")] {
        let tree = copy(&format!("methods = ['**']\nlayout = 'per-type'\nimport-ext = '{ext}'")).expect("a copy");
        let mut seen = 0;
        for (path, text) in tree.iter().filter(|(path, _)| path.starts_with("copy/types/")) {
            for line in text.lines().filter(|line| line.starts_with("import")) {
                let target = line.split('"').nth(1).and_then(|target| target.strip_prefix("./")).expect("a neighbour");
                let target = target.strip_suffix(import).expect("the ending that was asked for");
                let declared = tree.get(&format!("copy/types/{target}{file}")).expect("a module");
                let name = line.split(['{', '}']).nth(1).expect("a name").trim();
                assert!(declared.contains(&format!("export type {name} =")), "{path}: {line}");
                assert!(text.matches(name).count() > 1, "{path} does not use {name}");
                seen += 1;
            }
        }
        assert!(seen > 5, "{seen}");
        assert!(tree.get(&format!("copy/types{file}")).is_some() && tree.get(&format!("copy/methods{file}")).is_some());
    }
    assert_eq!(Profile::parse("methods = ['enter']").expect("a profile").layout, Layout::Flat);
    assert!(
        copy("methods = ['enter']")
            .expect("a copy")
            .get("copy/types.d.ts")
            .is_some_and(|all| all.contains("EnterParams"))
    );
}

#[test]
fn the_lock_tells_the_protocol_from_the_part() {
    let [enter, loans] =
        ["methods = ['enter']", "methods = ['loan/*']"].map(|profile| lock(&copy(profile).expect("a copy")));
    assert_eq!(enter["protocol"], loans["protocol"]);
    assert_ne!(enter["profile"]["hash"], loans["profile"]["hash"]);
    // Another layout is the same protocol.
    let spread = lock(&copy("methods = ['enter']\nlayout = 'per-type'").expect("a copy"));
    assert_eq!(enter["profile"]["hash"], spread["profile"]["hash"]);
    assert_eq!(spread["profile"]["layout"], "per-type");
}

#[test]
fn a_header_begins_each_file_and_is_a_comment() {
    let profile = Profile::parse("methods = ['enter']").expect("a profile");
    let with = |header: &str| vendor(&library(), &profile, Some(header), "copy").map_err(|error| error.to_string());
    let header = "/* eslint-disable */\n\n// Ours.\n";
    let tree = with(header).expect("a copy");
    for (path, text) in tree.iter() {
        assert_eq!(text.starts_with("/* eslint-disable */\n\n// Ours.\n"), !path.ends_with(".json"), "{path}");
    }
    let refused = "`import \"x\";` is no comment; what begins each file has to be one, `// …` or `/* … */`";
    assert_eq!(with("// a\n  import \"x\";\n").expect_err("code"), refused);
    assert!(with("/* open").expect_err("open").starts_with("`/* open` is no comment"));
}
