//! Rules about single files: their length, their first line, what must not stay in them, and manifests.

use super::finding;
use crate::failure::Failure;
use crate::report::Finding;
use crate::workspace::{GENERATED, Workspace};

/// Longer files are read by nobody; the usual ones have a third of it.
const MAX_LINES: usize = 600;

/// Files that may be longer: a table grows with the protocol, and is read by its entries.
const MAY_BE_LONGER: [&str; 1] = ["crates/app-server-protocol/src/protocol.rs"];

/// What is read here.
const EXTENSIONS: [&str; 5] = ["rs", "mjs", "js", "ts", "mts"];

/// What stands for work that is not done, or was for the author's eyes. Each is put together from two parts, so that
/// this file passes its own check.
const LEFTOVERS: [&str; 3] = [concat!("todo", "!("), concat!("unimplemented", "!("), concat!("dbg", "!(")];

/// Checks every hand-written source file, and says how many there are.
pub(crate) fn check(workspace: &Workspace) -> Result<(usize, Vec<Finding>), Failure> {
    let sources = workspace.sources(&EXTENSIONS)?;
    let mut findings = Vec::new();
    for path in &sources {
        findings.extend(check_one(path, &workspace.read(path)?));
    }
    for folder in GENERATED {
        let root = workspace.root().join(folder);
        if root.is_dir() && !root.join(".manifest").is_file() {
            let message =
                "a folder of generated files without its manifest; expected: `.manifest`, which says what the \
                           generator may overwrite and remove"
                    .to_owned();
            let command = Some("cargo xtask codegen".to_owned());
            findings.push(Finding { command, ..finding(format!("{folder}/.manifest"), "manifest", message) });
        }
    }
    Ok((sources.len(), findings))
}

/// Checks the text of one file.
fn check_one(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let lines = text.lines().count();
    if lines > MAX_LINES && !MAY_BE_LONGER.contains(&path) {
        let message = format!("has {lines} lines; expected: at most {MAX_LINES}, so split it by what it is about");
        findings.push(finding(path, "too-long", message));
    }
    // Programs that must not compile, or whose error messages are compared, keep to their subject.
    let is_specimen = path.contains("/tests/ui/");
    if !path.ends_with(".rs") || is_specimen {
        return findings;
    }
    if !text.starts_with("//! ") {
        let first = text.lines().next().unwrap_or("nothing");
        let message = format!("begins with {first:?}; expected: a `//!` line that says why the file exists");
        findings.push(finding(path, "no-module-docs", message));
    }
    for (index, line) in text.lines().enumerate() {
        let code = line.trim_start();
        if code.starts_with("//") {
            continue;
        }
        for what in LEFTOVERS.iter().filter(|what| code.contains(*what)) {
            let message = format!("line {} has `{what}…)`; expected: finished code", index + 1);
            findings.push(finding(path, "unfinished", message));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{LEFTOVERS, MAX_LINES, MAY_BE_LONGER, check_one};

    fn kinds(path: &str, text: &str) -> Vec<String> {
        check_one(path, text).into_iter().map(|finding| finding.kind).collect()
    }

    #[test]
    fn a_file_within_the_rules_passes() {
        assert!(check_one("a/src/lib.rs", "//! Why.\n\nfn f() {}\n").is_empty());
        assert!(check_one("a/x.mjs", "export {};\n").is_empty());
    }

    #[test]
    fn length_counts_for_every_language_and_the_table_may_grow() {
        let long = format!("//! Why.\n{}", "\n".repeat(MAX_LINES));
        assert_eq!(kinds("a/src/lib.rs", &long), ["too-long"]);
        assert_eq!(kinds("a/x.mjs", &long), ["too-long"]);
        assert!(kinds(MAY_BE_LONGER[0], &long).is_empty());
        assert!(kinds("a/src/lib.rs", &long[..long.len() - 1]).is_empty());
    }

    #[test]
    fn the_first_line_says_why() {
        assert_eq!(kinds("a/src/lib.rs", "use std::fmt;\n"), ["no-module-docs"]);
        assert_eq!(kinds("a/src/lib.rs", "\n//! Late.\n"), ["no-module-docs"]);
        assert_eq!(kinds("a/src/lib.rs", ""), ["no-module-docs"]);
        assert!(kinds("a/tests/ui/fail.rs", "fn main() {}\n").is_empty());
    }

    #[test]
    fn stubs_are_found_in_code_and_not_in_comments() {
        for what in LEFTOVERS {
            assert_eq!(kinds("a/src/lib.rs", &format!("//! Why.\nfn f() {{ {what}) }}\n")), ["unfinished"]);
            assert!(kinds("a/src/lib.rs", &format!("//! Why.\n    // {what})\n")).is_empty());
        }
    }
}
