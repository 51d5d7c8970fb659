//! What was measured, as README shows it: tables in Markdown, with the command that repeats them.

use std::fmt::Write as _;

use super::cost;
use super::estimates::{Functions, Measured};
use super::load;
use super::table::{against, cell, columns, sort};
use super::types;

/// A column of the decode table: its heading, and what stands in it.
type Column = (&'static str, fn(&Functions) -> String);

const DECODE: [Column; 6] = [
    ("floor", |functions| cell(functions, "floor")),
    ("methodic", |functions| cell(functions, "methodic")),
    ("params first", |functions| cell(functions, "params-first")),
    ("derived", |functions| cell(functions, "derived")),
    ("floor refuses", |functions| against(functions, "bad-floor", "methodic")),
    ("methodic refuses", |functions| against(functions, "bad", "methodic")),
];

/// The table of the suite `decode`: a row for each message, small ones first.
pub(crate) fn decode(measured: &Measured, machine: &str) -> String {
    let mut rows: Vec<(&str, Option<u64>, &Functions)> = measured
        .iter()
        .filter_map(|(name, group)| Some((name.strip_prefix("decode/")?, group.bytes, &group.functions)))
        .collect();
    // By size, which no measuring moves; what has none (the name of a decoded message) comes last.
    rows.sort_by_key(|(name, bytes, _)| (bytes.is_none(), *bytes, *name));
    let mut lines =
        vec![["message", "bytes"].into_iter().chain(DECODE.map(|column| column.0)).map(str::to_owned).collect()];
    for (name, bytes, functions) in rows {
        let size = bytes.map_or_else(|| "-".to_owned(), |bytes| bytes.to_string());
        let mut line = vec![name.to_owned(), size];
        line.extend(DECODE.map(|(_, text)| text(functions)));
        lines.push(line);
    }
    format!(
        "Measured by `cargo xtask bench decode` on {machine}; the shortest of many runs\nof each. In parentheses stands the ratio to the floor. The last two \
         columns are of the same message with a fault at its end:\nserde_json's error and its text, and our refusal with the \
         answer written; their ratio is to *methodic*, decoding the good one.\n\n{}",
        table(&lines, 1)
    )
}

/// What the columns of the suite `validate` are.
pub(crate) const VALIDATE: &str = "*floor* is serde_json's parsing and jsonschema's own yes or no, told the validator of each \
    line beforehand;\n*methodic* finds it by the method; *ajv* does so in Node 20 or newer, in the same run. In parentheses \
    stands the ratio to the floor.";

/// What the columns of the suite `compat` are.
pub(crate) const COMPAT: &str =
    "*alone* is every verdict; *witnesses* also a message for each break, refused by a validator.";

/// The table of a suite whose columns are its functions and whose rows are its groups.
pub(crate) fn rows(suite: &str, text: &str, measured: &Measured, machine: &str) -> String {
    let groups = measured.iter();
    let mut rows: Vec<(&str, &Functions)> = groups
        .filter_map(|(name, group)| Some((name.strip_prefix(suite)?.strip_prefix('/')?, &group.functions)))
        .collect();
    sort(&mut rows);
    let columns = columns(&rows);
    let heading = std::iter::once(&suite).chain(&columns).map(|column| (*column).to_owned());
    let mut lines: Vec<Vec<String>> = vec![heading.collect()];
    for (name, functions) in rows {
        let cells = columns.iter().map(|column| cell(functions, column));
        lines.push([name.to_owned()].into_iter().chain(cells).collect());
    }
    format!(
        "Measured by `cargo xtask bench {suite}` on {machine}; the shortest of many runs.\n{text}\n\n{}",
        table(&lines, 1)
    )
}

/// The table of the suite `cost`.
pub(crate) fn cost(costs: &cost::Costs, generate: &Measured, machine: &str) -> String {
    let mut lines = vec![cost::COLUMNS.map(str::to_owned).to_vec()];
    for [name, command, measured, aim, published] in cost::lines(costs, generate) {
        lines.push(vec![name, format!("`{command}`"), measured, aim, published]);
    }
    format!("Measured by `cargo xtask bench cost` on {machine}.\n\n{}", table(&lines, lines[0].len()))
}

/// The table of the suite `typescript`.
pub(crate) fn types(costs: &[types::TypeCost], machine: &str) -> String {
    let mut lines = vec![types::COLUMNS.map(str::to_owned).to_vec()];
    lines.extend(types::lines(costs).iter().map(|line| line.to_vec()));
    format!(
        "Measured by `cargo xtask bench typescript` on {machine}: a program that uses every stable method once, checked \
         with\nall declarations and those of the standard library.\n\n{}",
        table(&lines, 1)
    )
}

/// The table of the suite `load`.
pub(crate) fn load(loads: &[load::Load], machine: &str) -> String {
    let mut lines = vec![load::COLUMNS.map(str::to_owned).to_vec()];
    lines.extend(load::lines(loads).iter().map(|line| line.to_vec()));
    format!(
        "Measured by `cargo xtask bench load` on {machine}, clients and server beside each other. Each request is an \
         event;\n*growth* is that of the server's memory from the first tenth of the requests to the last.\n\n{}",
        table(&lines, 1)
    )
}

/// A table whose first line is its heading; columns from `numbers` on stand to the right.
fn table(lines: &[Vec<String>], numbers: usize) -> String {
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        // A bar would begin another cell.
        let cells: Vec<String> = line.iter().map(|text| text.replace('|', "\\|")).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
        if index == 0 {
            let rule = (0..line.len()).map(|column| if column >= numbers { "---:|" } else { "---|" });
            let _ = writeln!(out, "|{}", rule.collect::<String>());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{decode, rows, table};
    use crate::bench::estimates::{Group, Measured};

    fn group(bytes: Option<u64>, times: &[(&str, f64)]) -> Group {
        Group { bytes, functions: times.iter().map(|(name, time)| ((*name).to_owned(), *time)).collect() }
    }

    #[test]
    fn a_row_is_a_message_and_refusals_stand_against_our_own_decoding() {
        let measured: Measured = [
            ("decode/method", group(None, &[("methodic", 0.5)])),
            ("decode/large", group(Some(2048), &[("floor", 4000.0), ("methodic", 4400.0)])),
            (
                "decode/small",
                group(
                    Some(140),
                    &[
                        ("floor", 200.0),
                        ("methodic", 250.0),
                        ("params-first", 320.0),
                        ("derived", 500.0),
                        ("bad-floor", 325.0),
                        ("bad", 375.0),
                    ],
                ),
            ),
            ("generate/both", group(None, &[("collect", 1e6)])),
        ]
        .map(|(name, group)| (name.to_owned(), group))
        .into();
        let text = decode(&measured, "2 cores");
        let (head, body) = text.split_once("\n\n").expect("a line above the table");
        assert!(head.starts_with("Measured by `cargo xtask bench decode` on 2 cores; the shortest"), "{head}");
        assert_eq!(
            body,
            "| message | bytes | floor | methodic | params first | derived | floor refuses | methodic refuses |\n\
             |---|---:|---:|---:|---:|---:|---:|---:|\n\
             | small | 140 | 200 ns | 250 ns (1.25) | 320 ns (1.60) | 500 ns (2.50) | 325 ns (1.30) | 375 ns (1.50) |\n\
             | large | 2048 | 4000 ns | 4400 ns (1.10) | - | - | - | - |\n\
             | method | - | - | 0.5 ns | - | - | - | - |\n"
        );
    }

    #[test]
    fn a_suite_has_a_column_for_each_function_and_a_row_for_each_group() {
        let measured: Measured = [
            ("validate/messages", group(None, &[("ajv", 3e9), ("floor", 1e9), ("methodic", 1.5e9)])),
            ("validate/compile", group(None, &[("methodic", 2e6)])),
            ("validated/other", group(None, &[("x", 1.0)])),
        ]
        .map(|(name, group)| (name.to_owned(), group))
        .into();
        assert_eq!(
            rows("validate", "What it means.", &measured, "2 cores"),
            "Measured by `cargo xtask bench validate` on 2 cores; the shortest of many runs.\nWhat it means.\n\n\
             | validate | floor | methodic | ajv |\n\
             |---|---:|---:|---:|\n\
             | compile | - | 2000.0 µs | - |\n\
             | messages | 1000.0 ms | 1500.0 ms (1.50) | 3000.0 ms (3.00) |\n"
        );
    }

    #[test]
    fn a_bar_does_not_begin_a_cell() {
        let lines = [vec!["a".to_owned()], vec!["x|y".to_owned()]];
        assert_eq!(table(&lines, 1), "| a |\n|---|\n| x\\|y |\n");
    }
}
