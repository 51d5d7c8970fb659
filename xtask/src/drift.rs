//! Says what differs between a folder and the generated tree; `codegen --check` and `check` share it.

use methodic_codegen::{Drift, unified_diff};

use crate::report::{Finding, count};

/// Lines of diff shown per file.
const DIFF_LINES: usize = 60;

/// Files shown with their diff. After a change that touches everything, more would bury the rest.
const DIFF_FILES: usize = 50;

/// One finding for each file that is not as generated.
///
/// `place` comes before each path (empty, or a folder with its `/`), `command` is what mends it.
pub(crate) fn findings(drift: &Drift, place: &str, command: &str) -> Vec<Finding> {
    let finding = |path: &str, kind: &str, message: String| Finding {
        file: format!("{place}{path}"),
        kind: kind.to_owned(),
        message,
        command: Some(command.to_owned()),
        ..Finding::default()
    };
    let mut all = Vec::new();
    for (index, stale) in drift.stale.iter().enumerate() {
        let mut message = "stale: its content is not what would be generated".to_owned();
        if let Some(note) = stale.note {
            message = format!("{message}; {}", note.message());
        }
        let diff = (index < DIFF_FILES).then(|| unified_diff(stale, DIFF_LINES));
        all.push(Finding { diff, ..finding(&stale.path, "stale", message) });
    }
    for path in &drift.missing {
        all.push(finding(path, "missing", "missing: it would be generated".to_owned()));
    }
    for path in &drift.obsolete {
        all.push(finding(path, "obsolete", "no longer generated: it would be removed".to_owned()));
    }
    for path in &drift.conflicts {
        let message = "in the way: a generated file belongs here, and this one is not in the manifest; \
                       move it away, or delete it if it was generated"
            .to_owned();
        all.push(finding(path, "conflict", message));
    }
    all
}

/// One note that names what others put into the generated folders, if there is anything.
pub(crate) fn foreign_note(drift: &Drift, place: &str) -> Option<String> {
    const NAMED: usize = 10;
    let named: Vec<String> = drift.foreign.iter().take(NAMED).map(|path| format!("{place}{path}")).collect();
    let more = drift.foreign.len() - named.len();
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!named.is_empty()).then(|| format!("not generated, left alone: {}{rest}", named.join(", ")))
}

/// How many files are stale, missing and so on, as one phrase.
pub(crate) fn summary(drift: &Drift) -> String {
    let parts = [
        (drift.stale.len(), "stale"),
        (drift.missing.len(), "missing"),
        (drift.obsolete.len(), "no longer generated"),
        (drift.conflicts.len(), "in the way"),
    ];
    let total = parts.iter().map(|(number, _)| number).sum();
    let parts: Vec<String> =
        parts.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}")).collect();
    let verb = if total == 1 { "differs" } else { "differ" };
    format!("{} {verb} from what would be generated: {}", count(total, "file"), parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{DIFF_FILES, findings, foreign_note, summary};
    use methodic_codegen::{Drift, Stale};

    fn drift() -> Drift {
        let stale = |n| Stale {
            path: format!("schema/S{n}.json"),
            committed: "a\n".into(),
            generated: "b\n".into(),
            note: None,
        };
        Drift {
            stale: (0..=DIFF_FILES).map(stale).collect(),
            missing: vec!["schema/M.json".into()],
            obsolete: vec!["schema/O.json".into()],
            foreign: (0..12).map(|n| format!("schema/mine{n}")).collect(),
            ..Drift::default()
        }
    }

    #[test]
    fn each_file_is_a_finding_with_the_mending_command() {
        let all = findings(&drift(), "out/", "cargo xtask codegen --out out");
        assert_eq!(all.len(), DIFF_FILES + 3);
        assert!(all.iter().all(|f| f.command.as_deref() == Some("cargo xtask codegen --out out")));
        assert!(all.iter().all(|f| f.file.starts_with("out/schema/")));
        assert_eq!(all.iter().filter(|f| f.diff.is_some()).count(), DIFF_FILES);
        assert_eq!(
            all.iter().map(|f| f.kind.as_str()).rev().take(3).collect::<Vec<_>>(),
            ["obsolete", "missing", "stale"]
        );
    }

    #[test]
    fn what_belongs_to_others_is_one_note() {
        let note = foreign_note(&drift(), "").expect("there are some");
        assert!(note.contains("schema/mine0, ") && note.ends_with("schema/mine9 and 2 more"), "{note}");
        assert_eq!(foreign_note(&Drift::default(), ""), None);
    }

    #[test]
    fn the_summary_counts_what_there_is() {
        assert_eq!(
            summary(&drift()),
            "53 files differ from what would be generated: 51 stale, 1 missing, 1 no longer generated"
        );
        let one = Drift { missing: vec!["schema/M.json".into()], ..Drift::default() };
        assert_eq!(summary(&one), "1 file differs from what would be generated: 1 missing");
    }
}
