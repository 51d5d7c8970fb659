//! The suite `cost`: what building the protocol and generating from it cost, beside what was aimed at.
//!
//! Results are kept in the target folder by row, so that one row can be measured anew and `--last` has them all.

mod rows;
mod usage;
mod workshop;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use methodic_codegen::compare;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::estimates::Measured;
use super::kept;
use super::table::human;
use crate::failure::{Failure, Outcome, Verdict};
use crate::generate::generate;
use crate::report::{say, tell};
use crate::workspace::Workspace;

use rows::ROWS;
use workshop::Workshop;

/// The flag, shown in no help, that makes `bench` generate in this process and print what memory that took.
pub(crate) const CODEGEN_PEAK: &str = "--codegen-peak";

/// Where results are kept: beside the workshop.
const MEASURED: &str = "cost/measured";

/// What one command cost, as far as it is measured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Cost {
    #[serde(skip_serializing_if = "Option::is_none")]
    wall_seconds: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cpu_seconds: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    peak_bytes: Option<u64>,
}

/// What was measured, by the name of its row.
pub(crate) type Costs = BTreeMap<String, Cost>;

impl Cost {
    fn is_less(self, other: Self) -> bool {
        match (self.wall_seconds, other.wall_seconds) {
            (Some(ours), Some(theirs)) => ours < theirs,
            _ => self.peak_bytes < other.peak_bytes,
        }
    }

    /// `12.3 s, 20.1 s CPU`, or `34 MB`.
    fn text(self) -> String {
        const ELSEWHERE: &str = "not measured here";
        match (self.wall_seconds, self.cpu_seconds, self.peak_bytes) {
            (Some(wall), Some(cpu), _) => format!("{}, {} CPU", seconds(wall), seconds(cpu)),
            (Some(wall), None, _) => format!("{}, CPU {ELSEWHERE}", seconds(wall)),
            (None, _, Some(bytes)) => format!("{:.0} MB", bytes as f64 / 1e6),
            (None, _, None) => ELSEWHERE.to_owned(),
        }
    }
}

/// A time, with the digits that mean something.
fn seconds(time: f64) -> String {
    match time {
        time if time < 1.0 => format!("{time:.2} s"),
        time if time < 100.0 => format!("{time:.1} s"),
        time => format!("{time:.0} s"),
    }
}

/// Measures all rows, or those with `filter` in their name, and keeps the results beside those of the others.
pub(crate) fn run(workspace: &Workspace, target: &Path, filter: Option<&str>) -> Result<Costs, Failure> {
    let chosen: Vec<_> = ROWS.iter().filter(|row| filter.is_none_or(|text| row.name.contains(text))).collect();
    let mut measured = Costs::new();
    if chosen.is_empty() {
        return Ok(measured);
    }
    let folder = folder(target);
    let mut workshop = Workshop::open(workspace, &folder)?;
    let mut all = last(target)?;
    for (index, row) in chosen.iter().enumerate() {
        tell(&format!("== {} of {}: {}: {}", index + 1, chosen.len(), row.name, row.what.command()));
        let cost = workshop.measure(row)?;
        tell(&format!("   {}", cost.text()));
        measured.insert(row.name.to_owned(), cost);
        all.insert(row.name.to_owned(), cost);
        // After each row: a run that is cut off keeps what took minutes.
        kept::keep(target, MEASURED, &all)?;
    }
    Ok(measured)
}

/// What the last runs measured.
pub(crate) fn last(target: &Path) -> Result<Costs, Failure> {
    kept::last(target, MEASURED)
}

fn folder(target: &Path) -> PathBuf {
    target.join("xtask").join("cost")
}

/// The table's lines: what it is, the command, what it cost, the aim, and the published implementation's.
///
/// The in-memory row comes from the suite `generate`, where that was measured.
pub(crate) fn lines(costs: &Costs, generate: &Measured) -> Vec<[String; 5]> {
    let mut lines: Vec<[String; 5]> = ROWS
        .iter()
        .filter_map(|row| Some((row, costs.get(row.name)?)))
        .map(|(row, cost)| {
            [row.name.to_owned(), row.what.command(), cost.text(), row.aim.to_owned(), row.published.to_owned()]
        })
        .collect();
    if let Some(both) = generate.get("generate/both") {
        let total: f64 = both.functions.values().sum();
        lines.push([
            "both surfaces in memory, release".to_owned(),
            "cargo xtask bench generate".to_owned(),
            human(total),
            "30 ms".to_owned(),
            String::new(),
        ]);
    }
    lines
}

/// What the columns of [`lines`] are.
pub(crate) const COLUMNS: [&str; 5] = ["cost", "command", "measured", "aim", "published"];

/// The same as JSON.
pub(crate) fn json(costs: &Costs) -> Value {
    let rows = ROWS.iter().filter_map(|row| Some((row, costs.get(row.name)?)));
    rows.map(|(row, cost)| {
        json!({ "name": row.name, "command": row.what.command(), "cost": cost, "aim": row.aim, "published": row.published })
    })
    .collect()
}

/// What a process started with [`CODEGEN_PEAK`] does: all that `codegen --check` does but the report; then it prints the
/// most memory that it ever used, in bytes, or `null` where that cannot be told.
pub(crate) fn codegen_peak(workspace: &Workspace) -> Outcome {
    // What is stale does not matter here: it is read and compared all the same.
    compare(&generate(workspace, None)?, workspace.root())?;
    say(&format!("{}\n", json!(usage::peak())));
    Ok(Verdict::Clean)
}

#[cfg(test)]
mod tests {
    use super::rows::ROWS;
    use super::{COLUMNS, Cost, Costs, MEASURED, folder, json, kept, last, lines, run, seconds};
    use crate::bench::estimates::{Group, Measured};
    use crate::workspace::Workspace;

    fn time(wall: f64, cpu: Option<f64>) -> Cost {
        Cost { wall_seconds: Some(wall), cpu_seconds: cpu, peak_bytes: None }
    }

    #[test]
    fn a_cost_reads_as_a_person_says_it() {
        assert_eq!(time(45.67, Some(123.4)).text(), "45.7 s, 123 s CPU");
        assert_eq!(time(0.0312, None).text(), "0.03 s, CPU not measured here");
        assert_eq!(Cost { peak_bytes: Some(45_600_000), ..Cost::default() }.text(), "46 MB");
        assert_eq!(Cost::default().text(), "not measured here");
        assert_eq!(seconds(9.96), "10.0 s");
    }

    #[test]
    fn the_shortest_run_and_the_smallest_peak_count() {
        assert!(time(1.0, Some(9.0)).is_less(time(2.0, Some(1.0))));
        assert!(!time(2.0, None).is_less(time(1.0, None)));
        let peak = |bytes| Cost { peak_bytes: Some(bytes), ..Cost::default() };
        assert!(peak(1).is_less(peak(2)) && !peak(2).is_less(peak(1)));
    }

    #[test]
    fn lines_keep_the_order_of_the_rows_and_leave_out_what_was_not_measured() {
        let costs: Costs = [ROWS[7].name, ROWS[0].name].map(|name| (name.to_owned(), time(2.0, Some(3.0)))).into();
        let functions = [("collect".to_owned(), 4e6), ("generate".to_owned(), 8.5e6)].into();
        let generate: Measured = [("generate/both".to_owned(), Group { bytes: None, functions })].into();
        let lines = lines(&costs, &generate);
        assert_eq!(
            lines.iter().map(|line| line[0].as_str()).collect::<Vec<_>>(),
            [ROWS[0].name, ROWS[7].name, "both surfaces in memory, release"]
        );
        assert_eq!(lines[0].len(), COLUMNS.len());
        assert_eq!(lines[0][2], "2.0 s, 3.0 s CPU");
        assert_eq!(lines[2][2], "12.5 ms");
        let value = json(&costs);
        assert_eq!(value.as_array().map(Vec::len), Some(2));
        assert_eq!(value[0]["cost"]["cpuSeconds"], 3.0);
    }

    #[test]
    fn results_are_kept_and_found_again_and_a_broken_file_is_named() {
        let target = tempfile::tempdir().expect("a temporary folder");
        assert!(last(target.path()).expect("nothing yet").is_empty());
        std::fs::create_dir_all(folder(target.path())).expect("writable");
        let costs: Costs = [("a".to_owned(), time(0.1, Some(0.25)))].into();
        kept::keep(target.path(), MEASURED, &costs).expect("kept");
        assert_eq!(last(target.path()).expect("readable"), costs);
        std::fs::write(folder(target.path()).join("measured.json"), "{").expect("writable");
        let failure = last(target.path()).expect_err("broken");
        assert!(failure.what.contains("measured.json") && failure.mend.is_some(), "{failure:?}");
    }

    #[test]
    fn a_filter_that_fits_nothing_measures_nothing_and_copies_nothing() {
        let target = tempfile::tempdir().expect("a temporary folder");
        let workspace = Workspace::at(target.path());
        assert!(run(&workspace, target.path(), Some("no such row")).expect("nothing to do").is_empty());
        assert!(!folder(target.path()).exists());
    }
}
