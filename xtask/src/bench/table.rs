//! What was measured, as a table: a row for each message, a column for each way to read it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::estimates::{Functions, Group, Measured};

/// The function that the others are compared with.
const FLOOR: &str = "floor";

/// The order of the columns; functions that are not named here follow, by name.
const ORDER: [&str; 8] = [FLOOR, "methodic", "derived", "params-first", "bad-floor", "bad", "ajv", "parse-alone"];

/// One table for each first part of a group's name (`decode` of `decode/turn-interrupt`).
pub(crate) fn render(measured: &Measured) -> String {
    let mut suites: BTreeMap<&str, Vec<(&str, &Functions)>> = BTreeMap::new();
    for (group, Group { functions, .. }) in measured {
        let (suite, row) = group.split_once('/').unwrap_or((group, ""));
        suites.entry(suite).or_default().push((row, functions));
    }
    let mut out = String::new();
    for (suite, mut rows) in suites {
        sort(&mut rows);
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
        align(&lines, Numbers::Right, &mut out);
    }
    out
}

/// The same as JSON.
pub(crate) fn json(measured: &Measured) -> Value {
    measured
        .iter()
        .map(|(name, Group { bytes, functions })| {
            let functions: Vec<Value> = functions
                .iter()
                .map(
                    |(name, time)| json!({ "name": name, "nanoseconds": time, "ratio": ratio(functions, name, FLOOR) }),
                )
                .collect();
            json!({ "group": name, "bytes": bytes, "functions": functions })
        })
        .collect()
}

/// The smallest message first: that is where overhead shows.
pub(crate) fn sort(rows: &mut [(&str, &Functions)]) {
    rows.sort_by(|a, b| weight(a.1).total_cmp(&weight(b.1)).then(a.0.cmp(b.0)));
}

fn weight(functions: &Functions) -> f64 {
    functions.get(FLOOR).or_else(|| functions.values().next()).copied().unwrap_or_default()
}

pub(crate) fn columns<'a>(rows: &[(&'a str, &'a Functions)]) -> Vec<&'a str> {
    let mut columns: Vec<&str> = rows.iter().flat_map(|(_, functions)| functions.keys().map(String::as_str)).collect();
    let rank = |name: &str| ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len());
    columns.sort_by(|a, b| rank(a).cmp(&rank(b)).then(a.cmp(b)));
    columns.dedup();
    columns
}

/// How many times another function's time a function takes; none for that function itself, and without it.
fn ratio(functions: &Functions, name: &str, other: &str) -> Option<f64> {
    let other = functions.get(other).filter(|time| **time > 0.0 && name != other)?;
    Some(functions.get(name)? / other)
}

/// A time with its ratio to the floor.
pub(crate) fn cell(functions: &Functions, name: &str) -> String {
    against(functions, name, FLOOR)
}

/// A time with its ratio to the time of another function; the ratio alone is left out where there is no other.
pub(crate) fn against(functions: &Functions, name: &str, other: &str) -> String {
    let Some(time) = functions.get(name) else { return "-".to_owned() };
    match ratio(functions, name, other) {
        Some(ratio) => format!("{} ({ratio:.2})", human(*time)),
        None => human(*time),
    }
}

/// A time in the unit that leaves three or four digits.
pub(crate) fn human(nanoseconds: f64) -> String {
    match nanoseconds {
        time if time < 10.0 => format!("{time:.1} ns"),
        time if time < 10_000.0 => format!("{time:.0} ns"),
        time if time < 10_000_000.0 => format!("{:.1} µs", time / 1e3),
        time => format!("{:.1} ms", time / 1e6),
    }
}

/// On which side the cells of all columns but the first stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbers {
    /// They are numbers.
    Right,
    /// They are words, with or without numbers.
    Left,
}

/// Columns of even width, for people.
pub(crate) fn align<L: AsRef<[String]>>(lines: &[L], numbers: Numbers, out: &mut String) {
    let lines: Vec<&[String]> = lines.iter().map(AsRef::as_ref).collect();
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..lines[0].len()).map(width).collect();
    for line in lines {
        for (column, (text, width)) in line.iter().zip(&widths).enumerate() {
            let _ = match column {
                0 => write!(out, "{text:<width$}"),
                _ if numbers == Numbers::Left => write!(out, "  {text:<width$}"),
                _ => write!(out, "  {text:>width$}"),
            };
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::{Group, Measured, Numbers, against, align, cell, human, json, render};

    fn measured() -> Measured {
        let group = |times: &[(&str, f64)]| Group {
            bytes: None,
            functions: times.iter().map(|(name, time)| ((*name).to_owned(), *time)).collect(),
        };
        [
            ("decode/thread-start", group(&[("floor", 2000.0), ("methodic", 2200.0), ("derived", 4000.0)])),
            ("decode/turn-interrupt", group(&[("bad", 300.0), ("floor", 200.0), ("methodic", 250.0)])),
            ("generate", group(&[("committed", 3_400_000.0)])),
        ]
        .into_iter()
        .map(|(name, group)| (name.to_owned(), group))
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
        assert_eq!(value[0]["group"], "decode/thread-start");
        assert_eq!(value[0]["functions"][2]["ratio"], 1.1);
        assert!(value[0]["functions"][1]["ratio"].is_null(), "the floor has no ratio to itself");
        assert_eq!(value.as_array().map(Vec::len), Some(3));
    }

    #[test]
    fn times_choose_their_unit() {
        assert_eq!(
            [human(0.56), human(18.2), human(12_340.0), human(45_600_000.0)],
            ["0.6 ns", "18 ns", "12.3 µs", "45.6 ms"]
        );
    }

    #[test]
    fn a_ratio_is_shown_only_where_there_are_two_times() {
        let groups = measured();
        let functions = &groups["decode/turn-interrupt"].functions;
        assert_eq!(cell(functions, "bad"), "300 ns (1.50)");
        assert_eq!(against(functions, "bad", "methodic"), "300 ns (1.20)");
        assert_eq!(against(functions, "bad", "derived"), "300 ns");
        assert_eq!(against(functions, "floor", "floor"), "200 ns");
        assert_eq!(against(functions, "derived", "floor"), "-");
    }

    #[test]
    fn words_stand_to_the_left_and_no_line_ends_in_spaces() {
        let lines = [["a", "long word", ""], ["bc", "x", "y"]].map(|line| line.map(str::to_owned));
        let mut out = String::new();
        align(&lines, Numbers::Left, &mut out);
        assert_eq!(out, "a   long word\nbc  x          y\n");
    }
}
