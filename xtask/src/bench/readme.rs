//! The tables of README.md: each stands between two marker lines, and nothing outside of them is touched.

use std::fmt;
use std::fs;

use crate::failure::Failure;
use crate::workspace::Workspace;

/// The document that has the tables.
const README: &str = "README.md";

/// Why a table has no place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MarkerError {
    /// There is no such line.
    Missing { marker: String },
    /// There is more than one such line; lines count from 1.
    Repeated { marker: String, first: usize, second: usize },
    /// The end comes before the beginning.
    Reversed { open: String, close: String, line: usize },
}

impl fmt::Display for MarkerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { marker } => write!(f, "the line `{marker}` is missing"),
            Self::Repeated { marker, first, second } => {
                write!(f, "the line `{marker}` stands twice, in lines {first} and {second}; expected: once")
            }
            Self::Reversed { open, close, line } => {
                write!(f, "line {line} is `{close}`, and `{open}` comes after it; expected: before it")
            }
        }
    }
}

/// The text with `content` between the two marker lines of `table`; whatever stood there goes.
pub(crate) fn replace(text: &str, table: &str, content: &str) -> Result<String, MarkerError> {
    let (open, close) = (format!("<!-- bench:{table} -->"), format!("<!-- /bench:{table} -->"));
    let (begin, end) = (only_line(text, &open)?, only_line(text, &close)?);
    if end.start < begin.start {
        return Err(MarkerError::Reversed { open, close, line: end.number });
    }
    // The empty lines keep a reader of Markdown from taking the table for part of the comment.
    Ok(format!("{}\n{}\n\n{}", &text[..begin.end], content.trim_matches('\n'), &text[end.start..]))
}

/// One line of a text: where it begins, where the next one begins, and its number.
struct Line {
    start: usize,
    end: usize,
    number: usize,
}

fn only_line(text: &str, marker: &str) -> Result<Line, MarkerError> {
    let mut found: Option<Line> = None;
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let end = start + line.len();
        if line.trim() == marker {
            if let Some(first) = found {
                let marker = marker.to_owned();
                return Err(MarkerError::Repeated { marker, first: first.number, second: index + 1 });
            }
            found = Some(Line { start, end, number: index + 1 });
        }
        start = end;
    }
    found.ok_or_else(|| MarkerError::Missing { marker: marker.to_owned() })
}

/// Puts tables, by name, into README.md. Says whether the file changed.
pub(crate) fn write(workspace: &Workspace, tables: &[(&str, String)]) -> Result<bool, Failure> {
    let old = workspace.read(README)?;
    let mut new = old.clone();
    for (table, content) in tables {
        new = replace(&new, table, content).map_err(|error| failure(&error, table))?;
    }
    if new == old {
        return Ok(false);
    }
    // Whole or not at all: a half-written README would be found only by the next reader.
    let (place, beside) = (workspace.root().join(README), workspace.root().join(".README.md.methodic-tmp"));
    fs::write(&beside, new)
        .and_then(|()| fs::rename(&beside, &place))
        .map_err(|error| Failure::new(format_args!("could not write `{}`: {error}", place.display())))?;
    Ok(true)
}

/// Whether the tables have their places; asked before minutes of measuring.
pub(crate) fn expect(workspace: &Workspace, tables: &[&str]) -> Result<(), Failure> {
    let text = workspace.read(README)?;
    for table in tables {
        replace(&text, table, "").map_err(|error| failure(&error, table))?;
    }
    Ok(())
}

fn failure(error: &MarkerError, table: &str) -> Failure {
    Failure::new(format_args!("{README} has no place for the table `{table}`: {error}")).mend(format_args!(
        "where the table belongs, put a line `<!-- bench:{table} -->` and after it a line `<!-- /bench:{table} -->`"
    ))
}

#[cfg(test)]
mod tests {
    use super::{MarkerError, expect, replace, write};
    use crate::workspace::Workspace;

    const TEXT: &str = "# Title\n\n<!-- bench:cost -->\nold\n\nolder\n<!-- /bench:cost -->\n\nThe end";

    #[test]
    fn what_stands_between_the_markers_is_replaced_and_nothing_else() {
        let new = replace(TEXT, "cost", "| a |\n|---|\n").expect("marked");
        assert_eq!(new, "# Title\n\n<!-- bench:cost -->\n\n| a |\n|---|\n\n<!-- /bench:cost -->\n\nThe end");
        assert_eq!(
            replace(&new, "cost", "| a |\n|---|\n").as_deref(),
            Ok(new.as_str()),
            "a second time changes nothing"
        );
        assert_eq!(replace(TEXT, "cost", "\n| a |\n|---|").as_deref(), Ok(new.as_str()));
    }

    #[test]
    fn a_marker_at_the_very_end_and_an_indented_one_count() {
        let new = replace("  <!-- bench:x -->\r\n<!-- /bench:x -->", "x", "t").expect("marked");
        assert_eq!(new, "  <!-- bench:x -->\r\n\nt\n\n<!-- /bench:x -->");
    }

    #[test]
    fn a_missing_marker_is_named() {
        let missing = |text: &str| match replace(text, "cost", "t") {
            Err(MarkerError::Missing { marker }) => marker,
            other => panic!("{other:?}"),
        };
        assert_eq!(missing("nothing here"), "<!-- bench:cost -->");
        assert_eq!(missing("<!-- bench:cost -->\n"), "<!-- /bench:cost -->");
        assert_eq!(missing("<!-- /bench:cost -->\n"), "<!-- bench:cost -->");
        assert_eq!(missing("text of `<!-- bench:cost -->` in prose\n<!-- /bench:cost -->"), "<!-- bench:cost -->");
        assert_eq!(missing(&TEXT.replace("cost", "decode")), "<!-- bench:cost -->");
    }

    #[test]
    fn markers_that_stand_twice_or_reversed_are_refused_with_their_lines() {
        let twice = "<!-- bench:c -->\n<!-- /bench:c -->\n<!-- bench:c -->\n";
        let marker = "<!-- bench:c -->".to_owned();
        assert_eq!(replace(twice, "c", "t"), Err(MarkerError::Repeated { marker, first: 1, second: 3 }));
        let error = replace("a\n<!-- /bench:c -->\n<!-- bench:c -->\n", "c", "t").expect_err("reversed");
        assert_eq!(
            error.to_string(),
            "line 2 is `<!-- /bench:c -->`, and `<!-- bench:c -->` comes after it; expected: before it"
        );
    }

    #[test]
    fn the_file_is_written_once_and_a_failure_says_how_to_mend_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let workspace = Workspace::at(folder.path());
        std::fs::write(folder.path().join("README.md"), TEXT).expect("writable");
        assert!(expect(&workspace, &["cost"]).is_ok());
        let tables = [("cost", "| a |".to_owned())];
        assert!(write(&workspace, &tables).expect("marked"));
        assert!(!write(&workspace, &tables).expect("marked"), "nothing changed");
        let text = workspace.read("README.md").expect("readable");
        assert!(text.contains("| a |") && !text.contains("old"), "{text}");
        assert_eq!(std::fs::read_dir(folder.path()).expect("listable").count(), 1, "nothing is left beside it");

        let both = [("cost", "| b |".to_owned()), ("decode", "| c |".to_owned())];
        let failure = write(&workspace, &both).expect_err("no place for `decode`");
        assert!(failure.what.contains("README.md") && failure.what.contains("bench:decode"), "{failure:?}");
        assert!(failure.mend.is_some_and(|mend| mend.contains("<!-- /bench:decode -->")));
        assert_eq!(workspace.read("README.md").expect("readable"), text, "all tables or none");
        assert!(expect(&workspace, &["cost", "decode"]).is_err());
    }
}
