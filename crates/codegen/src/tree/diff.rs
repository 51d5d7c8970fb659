//! The difference of a stale file for the eye: a unified diff, as git prints it, without colour.

use std::fmt::Write as _;
use std::time::Duration;

use similar::TextDiff;

use super::Stale;
use super::drift::StaleNote;

/// How long the search for the shortest diff may take; after that a longer, still correct one is shown. Two big files
/// with little in common would otherwise take seconds.
const PATIENCE: Duration = Duration::from_millis(300);

/// Renders what would change in a stale file, with three lines of context, cut after `max_lines` lines of hunks.
///
/// CRLF line endings are taken for LF here, since every line would differ; the file's note names them instead.
pub fn unified_diff(stale: &Stale, max_lines: usize) -> String {
    let mut out = format!("--- committed/{path}\n+++ generated/{path}\n", path = stale.path);
    if let Some(note) = stale.note {
        let _ = writeln!(out, "# {}", note.message());
        if note == StaleNote::OnlyLineEndings {
            return out;
        }
    }
    let committed = stale.committed.replace("\r\n", "\n");
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(committed.as_str(), stale.generated.as_str());
    let hunks = diff.unified_diff().context_radius(3).to_string();
    let mut lines = hunks.lines();
    for line in lines.by_ref().take(max_lines) {
        out.push_str(line);
        out.push('\n');
    }
    match lines.count() {
        0 => {}
        1 => out.push_str("… 1 more line\n"),
        more => {
            let _ = writeln!(out, "… {more} more lines");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Stale, StaleNote, unified_diff};

    fn stale(committed: &str, generated: &str, note: Option<StaleNote>) -> Stale {
        Stale { path: "schema/X.json".into(), committed: committed.into(), generated: generated.into(), note }
    }

    #[test]
    fn names_both_sides_and_shows_three_lines_around() {
        let lines: String = (1..=9).map(|n| format!("{n}\n")).collect();
        let diff = unified_diff(&stale(&lines.replace("5\n", "five\n"), &lines, None), 60);
        assert_eq!(
            diff,
            "--- committed/schema/X.json\n+++ generated/schema/X.json\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-five\n+5\n 6\n 7\n 8\n"
        );
    }

    #[test]
    fn a_long_diff_is_cut_and_says_by_how_much() {
        let generated: String = (0..100).map(|n| format!("{n}\n")).collect();
        let diff = unified_diff(&stale("", &generated, None), 60);
        // One hunk header and a hundred lines, of which sixty are shown.
        assert!(diff.ends_with("+58\n… 41 more lines\n"), "{diff}");
        assert_eq!(diff.lines().count(), 2 + 60 + 1);
        assert!(!unified_diff(&stale("", &generated, None), 101).contains('…'));
        assert!(unified_diff(&stale("", &generated, None), 100).ends_with("… 1 more line\n"));
    }

    #[test]
    fn line_endings_are_a_note_and_not_a_diff_of_every_line() {
        let diff = unified_diff(&stale("a\r\nb\r\n", "a\nb\n", Some(StaleNote::OnlyLineEndings)), 60);
        assert!(diff.contains("CRLF") && !diff.contains("@@"), "{diff}");
        let diff = unified_diff(&stale("a\r\nb\r\n", "a\nc\n", Some(StaleNote::LineEndings)), 60);
        assert!(diff.contains("CRLF") && diff.contains("\n a\n-b\n+c\n"), "{diff}");
    }

    #[test]
    fn a_missing_line_feed_at_the_end_is_visible() {
        let diff = unified_diff(&stale("a", "a\n", None), 60);
        assert!(diff.contains("No newline at end of file"), "{diff}");
    }

    #[test]
    fn two_large_texts_without_a_line_in_common_do_not_take_long() {
        let text = |seed: usize| (0..20_000).map(|n| format!("{}\n", n * seed)).collect::<String>();
        let started = std::time::Instant::now();
        unified_diff(&stale(&text(7919), &text(104_729), None), 60);
        assert!(started.elapsed().as_secs() < 5, "took {:?}", started.elapsed());
    }
}
