//! The generated TypeScript against what ts-rs makes of the same Rust types: two derivations that share no code cannot
//! be wrong in the same way. What may differ stands in `differences.js`.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use app_server_protocol::AppServer;
use methodic::ts::{Declaration, declarations};

/// The npm project with the compiler, and the comparison in it.
const PROJECT: &str = "crates/codegen/tests/typescript";
const MEND: &str = "`cargo xtask test --only typescript` installs what is needed and runs this test";

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The whole surface: ts-rs has no way to leave the experimental part out.
fn package() -> PathBuf {
    root().join("generated-ts/experimental")
}

fn rendered() -> Vec<Declaration> {
    declarations::<AppServer>().expect("every type has a name of its own")
}

/// Compares a package with the types that ts-rs renders: whether they agree, and what is said.
fn compare(package: &Path, rendered: &[Declaration]) -> (bool, String) {
    let project = root().join(PROJECT);
    assert!(project.join("node_modules").is_dir(), "{PROJECT}/node_modules is missing: {MEND}");
    let command = Command::new("node")
        .arg(project.join("agreement/cli.js"))
        .arg("--package")
        .arg(package)
        .arg("--differences")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/agreement/differences.js"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut node = match command {
        Ok(node) => node,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            panic!("`node` is not on the PATH: install Node.js 20 or newer from https://nodejs.org; {MEND}")
        }
        Err(error) => panic!("cannot start node: {error}"),
    };
    let text = serde_json::to_vec(rendered).expect("declarations are text");
    // A comparison that ended early says why; that it did not read all is no news.
    let _ = node.stdin.take().expect("it is piped").write_all(&text);
    let output = node.wait_with_output().expect("node ends");
    let (said, failed) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    match output.status.code() {
        Some(0) => (true, said.into_owned()),
        Some(1) if failed.is_empty() => (false, said.into_owned()),
        _ => panic!("{failed}{said}\nif a package is missing in {PROJECT}: {MEND}"),
    }
}

#[test]
fn every_type_is_what_ts_rs_makes_of_it() {
    let rendered = rendered();
    assert!(rendered.len() > 500, "only {} types are rendered", rendered.len());
    let (agree, said) = compare(&package(), &rendered);
    assert!(
        agree,
        "{said}\nMend the generator or the type; a difference that is intended goes into \
         crates/app-server-protocol/tests/agreement/differences.js, with its reason"
    );
    println!("{said}");
}

/// A file of the package, the type in it, and what is changed there.
const MISTAKES: [(&str, &str, &str, &str); 10] = [
    ("types.d.ts", "type CommandExecResizeParams", "processId: string", "processId: number"),
    ("types.d.ts", "type ReviewStartParams", "delivery?: ReviewDelivery", "delivery: ReviewDelivery"),
    ("types.d.ts", "type FeedbackUploadParams", "  reason?: string | null;\n", ""),
    ("types.d.ts", "type TextElementInput", "placeholder?: string | null", "placeholder?: string"),
    ("types.d.ts", "type ThreadNameUpdatedNotification", "threadName: string | null", "threadName?: string | null"),
    ("types.d.ts", "type ModelReroutedNotification", "reason: ModelRerouteReason", "reason: any"),
    ("types.d.ts", "type AddCreditsNudgeEmailStatus", "| \"cooldown_active\"", ""),
    ("types.d.ts", "type TurnStartedNotification", "turn: Turn", "turn: Turn[]"),
    ("types.d.ts", "type CommandExecResizeResponse", "Record<string, never>", "Record<string, unknown>"),
    ("methods.d.ts", "interface ClientRequests", "result: ThreadReadResponse", "result: TurnInterruptResponse"),
];

#[test]
fn a_planted_mistake_is_found_in_the_type_where_it_is() {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("agreement-planted");
    fs::create_dir_all(&copy).expect("a folder for the copy");
    for file in ["types.d.ts", "methods.d.ts"] {
        let mut text = fs::read_to_string(package().join(file)).expect("the package is generated");
        for (_, place, from, to) in MISTAKES.iter().filter(|(within, ..)| *within == file) {
            let head = format!("export {place} ");
            let begin = text.find(&head).unwrap_or_else(|| panic!("{file} has no `{place}`"));
            let end = text[begin + 1..].find("\nexport ").map_or(text.len(), |length| begin + 1 + length);
            let declaration = &text[begin..end];
            assert!(declaration.contains(from), "`{from}` is not there to be changed in:\n{declaration}");
            text.replace_range(begin..end, &declaration.replacen(from, to, 1));
        }
        fs::write(copy.join(file), text).expect("the copy is written");
    }
    fs::write(copy.join("package.json"), "{ \"type\": \"module\" }\n").expect("the copy is written");

    let (agree, said) = compare(&copy, &rendered());
    assert!(!agree, "nothing was found");
    let found: Vec<&str> =
        said.lines().filter_map(|line| Some(line.strip_prefix("differs ")?.split_once(':')?.0)).collect();
    let mut planted = MISTAKES.map(|(_, place, ..)| place.rsplit(' ').next().unwrap_or(place));
    planted.sort_unstable();
    assert_eq!(found, planted, "{said}");
    assert!(
        said.contains("    -     processId: number;\n") && said.contains("    +     processId: string;\n"),
        "{said}"
    );
}

#[test]
fn a_type_that_the_package_lacks_is_missed() {
    let mut rendered = rendered();
    let at = rendered.iter().position(|of| of.name == "Account").expect("an account");
    let stray = Declaration { name: "Stray".into(), rust: "crate::Stray".into(), body: "string".into() };
    rendered.push(stray);
    rendered[at].body = "string".into();
    let (agree, said) = compare(&package(), &rendered);
    assert!(!agree, "nothing was found");
    assert!(
        said.contains("missing Stray: crate::Stray is rendered as `Stray`, and the package has no `Stray`\n"),
        "{said}"
    );
    assert!(said.contains("differs Account: "), "{said}");
}
