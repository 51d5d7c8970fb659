//! The `cargo xtask` commands that documents show: each must be one that the command line accepts.

use std::fs;

use clap::error::ErrorKind;
use clap::{Command, CommandFactory};

use super::finding;
use crate::Cli;
use crate::failure::Failure;
use crate::report::Finding;
use crate::workspace::Workspace;

/// What is looked for.
const PREFIX: &str = "cargo xtask ";

/// Checks README and the documents beside and below it.
pub(crate) fn check(workspace: &Workspace) -> Result<Vec<Finding>, Failure> {
    let mut findings = Vec::new();
    let mut documents = workspace.sources(&["md"])?;
    // What CI runs is a document too, of what a person may run.
    let ci = workspace.root().join(".ci");
    if let Ok(entries) = fs::read_dir(&ci) {
        let names = entries.flatten().filter(|entry| entry.path().is_file()).map(|entry| entry.file_name());
        documents.extend(names.map(|name| format!(".ci/{}", name.to_string_lossy())));
    }
    if !documents.iter().any(|path| path == "README.md") {
        let message = "is missing; expected: what the project is, and its commands".to_owned();
        findings.push(finding("README.md", "readme", message));
    }
    for path in &documents {
        let text = workspace.read(path)?;
        // A script is code from its first line to its last.
        let commands = if path.ends_with(".md") { in_markdown(&text) } else { in_code(1, &text) };
        for (line, words) in commands {
            if let Some(why) = refused(Cli::command(), &words) {
                let message = format!("line {line} shows `{PREFIX}{}`, which does not run: {why}", words.join(" "));
                findings.push(finding(path.as_str(), "command", message));
            }
        }
    }
    Ok(findings)
}

/// Why the command line does not accept these words, if it does not.
fn refused(command: Command, words: &[String]) -> Option<String> {
    let error =
        command.try_get_matches_from(["cargo xtask"].into_iter().chain(words.iter().map(String::as_str))).err()?;
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => None,
        _ => {
            let text = error.render().to_string();
            Some(text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned())
        }
    }
}

/// The commands in fenced blocks and code spans, with their lines. Plain prose may name a command as it likes.
fn in_markdown(text: &str) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            found.extend(in_code(index + 1, line));
        } else {
            for span in line.split('`').skip(1).step_by(2) {
                found.extend(in_code(index + 1, span));
            }
        }
    }
    found
}

/// The commands in a piece of code; each ends where a shell ends it.
fn in_code(first_line: usize, code: &str) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    for (index, line) in code.lines().enumerate() {
        for (at, _) in line.match_indices(PREFIX) {
            let rest = &line[at + PREFIX.len()..];
            let end = rest.find(PREFIX).unwrap_or(rest.len());
            let words = rest[..end].split_whitespace().take_while(|word| !is_end(word));
            let mut words: Vec<String> = words.map(str::to_owned).collect();
            if let Some(last) = words.last_mut()
                && let Some(stripped) = last.strip_suffix([';', ')', '"', '\''])
            {
                *last = stripped.to_owned();
            }
            if !words.is_empty() {
                found.push((first_line + index, words));
            }
        }
    }
    found
}

fn is_end(word: &str) -> bool {
    matches!(word, "&&" | "||" | "|" | ";" | "&" | "\\" | ">" | "2>&1")
        || word.starts_with('#')
        || word.starts_with('>')
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{in_code, in_markdown, refused};
    use crate::Cli;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn commands_that_exist_pass_and_others_say_why() {
        for good in ["codegen", "codegen --surface experimental --out target/tree", "test --only fmt", "bench --help"] {
            assert_eq!(refused(Cli::command(), &words(good)), None, "{good}");
        }
        for bad in ["generate", "codegen --surfaces", "test --only nothing"] {
            let why = refused(Cli::command(), &words(bad)).expect(bad);
            assert!(!why.is_empty() && !why.starts_with("error"), "{why}");
        }
    }

    #[test]
    fn code_is_searched_and_prose_is_not() {
        let text = "Say cargo xtask wonders.\nRun `cargo xtask codegen` and `cargo xtask test`.\n```console\n\
                    $ cargo xtask check --format json | jq . # comment\nrun: cargo xtask bench && cargo xtask tidy\n```\n";
        assert_eq!(
            in_markdown(text),
            [
                (2, words("codegen")),
                (2, words("test")),
                (4, words("check --format json")),
                (5, words("bench")),
                (5, words("tidy"))
            ]
        );
    }

    #[test]
    fn a_script_is_code_throughout() {
        assert_eq!(in_code(1, "#!/bin/sh\nexec cargo xtask test;\n"), [(2, words("test"))]);
        assert_eq!(in_code(1, "cargo xtask \n"), []);
    }
}
