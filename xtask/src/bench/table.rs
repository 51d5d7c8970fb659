//! What was measured, as a table: a row for each message, a column for each way to read it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::estimates::Measured;

/// The function that the others are compared with.
const FLOOR: &str = "floor";

/// The order of the columns; functions that are not named here follow, by name.
const ORDER: [&str; 5] = [FLOOR, "methodic", "derived", "params-first", "bad"];

/// The times of one message, by function.
type Functions = BTreeMap<String, f64>;

/// One table for each first part of a group's name (`decode` of `decode/turn-interrupt`).
pub(crate) fn render(measured: &Measured) -> String {
    let mut suites: BTreeMap<&str, Vec<(&str, &Functions)>> = BTreeMap::new();
    for (group, functions) in measured {
        let (suite, row) = group.split_once('/').unwrap_or((group, ""));
        suites.entry(suite).or_default().push((row, functions));
    }
    let mut out = String::new();
    for (suite, mut rows) in suites {
        // The smallest message first: that is where overhead shows.
        rows.sort_by(|a, b| weight(a.1).total_cmp(&weight(b.1)).then(a.0.cmp(b.0)));
        let columns = columns(&rows);
        let mut lines = vec![vec![suite.to_owned()]];
        lines[0].extend(columns.iter().map(|column| (*column).to_owned()));
        for (row, functions) in &rows {
            let mut line = vec![(*row).to_owned()];
            line.extend(columns.iter().map(|column| cell(functions, column)));
            lines.push(line);
        }
        if !out.is_empty() {
            out.push('\n');
        }
        align(&lines, &mut out);
    }
    out
}

/// The same as one JSON object.
pub(crate) fn json(measured: &Measured) -> Value {
    let groups: Vec<Value> = measured
        .iter()
        .map(|(group, functions)| {
            let functions: Vec<Value> = functions
                .iter()
                .map(|(name, time)| json!({ "name": name, "nanoseconds": time, "ratio": ratio(functions, name) }))
                .collect();
            json!({ "group": group, "functions": functions })
        })
        .collect();
    json!({ "findings": [], "groups": groups })
}

fn weight(functions: &Functions) -> f64 {
    functions.get(FLOOR).or_else(|| functions.values().next()).copied().unwrap_or_default()
}

fn columns<'a>(rows: &[(&'a str, &'a Functions)]) -> Vec<&'a str> {
    let mut columns: Vec<&str> = rows.iter().flat_map(|(_, functions)| functions.keys().map(String::as_str)).collect();
    let rank = |name: &str| ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len());
    columns.sort_by(|a, b| rank(a).cmp(&rank(b)).then(a.cmp(b)));
    columns.dedup();
    columns
}

/// How many times the floor a function takes; none for the floor itself, and without one.
fn ratio(functions: &Functions, name: &str) -> Option<f64> {
    let floor = functions.get(FLOOR).filter(|floor| **floor > 0.0 && name != FLOOR)?;
    Some(functions.get(name)? / floor)
}

fn cell(functions: &Functions, name: &str) -> String {
    let Some(time) = functions.get(name) else { return "-".to_owned() };
    match ratio(functions, name) {
        Some(ratio) => format!("{} ({ratio:.2})", human(*time)),
        None => human(*time),
    }
}

/// A time in the unit that leaves three or four digits.
fn human(nanoseconds: f64) -> String {
    match nanoseconds {
        time if time < 10_000.0 => format!("{time:.0} ns"),
        time if time < 10_000_000.0 => format!("{:.1} µs", time / 1e3),
        time => format!("{:.1} ms", time / 1e6),
    }
}

/// The first column to the left, numbers to the right.
fn align(lines: &[Vec<String>], out: &mut String) {
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..lines[0].len()).map(width).collect();
    for line in lines {
        for (column, (text, width)) in line.iter().zip(&widths).enumerate() {
            let _ = match column {
                0 => write!(out, "{text:<width$}"),
                _ => write!(out, "  {text:>width$}"),
            };
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::{Measured, human, json, render};

    fn measured() -> Measured {
        let group = |times: &[(&str, f64)]| times.iter().map(|(name, time)| ((*name).to_owned(), *time)).collect();
        [
            ("decode/thread-start", group(&[("floor", 2000.0), ("methodic", 2200.0), ("derived", 4000.0)])),
            ("decode/turn-interrupt", group(&[("bad", 300.0), ("floor", 200.0), ("methodic", 250.0)])),
            ("generate", group(&[("committed", 3_400_000.0)])),
        ]
        .into_iter()
        .map(|(name, functions)| (name.to_owned(), functions))
        .collect()
    }

    #[test]
    fn rows_are_messages_and_each_time_stands_against_the_floor() {
        assert_eq!(
            render(&measured()),
            "decode            floor        methodic         derived            bad\n\
             turn-interrupt   200 ns   250 ns (1.25)               -  300 ns (1.50)\n\
             thread-start    2000 ns  2200 ns (1.10)  4000 ns (2.00)              -\n\
             \n\
             generate  committed\n\
             \u{20}         3400.0 µs\n"
        );
    }

    #[test]
    fn json_has_times_and_ratios() {
        let value = json(&measured());
        assert_eq!(value["groups"][0]["group"], "decode/thread-start");
        assert_eq!(value["groups"][0]["functions"][2]["ratio"], 1.1);
        assert!(value["groups"][0]["functions"][1]["ratio"].is_null(), "the floor has no ratio to itself");
        assert_eq!(value["findings"].as_array().map(Vec::len), Some(0));
    }

    #[test]
    fn times_choose_their_unit() {
        assert_eq!([human(9.6), human(12_340.0), human(45_600_000.0)], ["10 ns", "12.3 µs", "45.6 ms"]);
    }
}
