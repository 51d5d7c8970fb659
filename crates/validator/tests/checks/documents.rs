//! Values out of a stream: every layout of good ones, and what a broken one costs the others.

use std::io::{BufRead, BufReader, Read};

use methodic_validator::Documents;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What a text holds: each value with the place of its start, or the error with its place.
fn read(input: impl BufRead) -> Vec<String> {
    let mut documents = Documents::new(input);
    let mut told = Vec::new();
    while let Some(document) = documents.next().expect("readable") {
        told.push(match document.value {
            Ok(value) => format!("{}:{} {value}", document.start.line, document.start.column),
            Err(broken) => format!("{}:{} {}", broken.position.line, broken.position.column, broken.message),
        });
    }
    told
}

fn told(text: &str) -> Vec<String> {
    read(text.as_bytes())
}

#[test]
fn every_layout_of_values_is_told_from_the_text() {
    assert_eq!(told(""), Vec::<String>::new());
    assert_eq!(told(" \n\r\n\t"), Vec::<String>::new());
    assert_eq!(told("{\"a\":1}"), ["1:1 {\"a\":1}"]);
    assert_eq!(told("{\"a\":1}\r\n\n{\"b\":2}\n"), ["1:1 {\"a\":1}", "3:1 {\"b\":2}"]);
    assert_eq!(told("{\"a\":1} {\"b\":2}{\"c\":3}\n"), ["1:1 {\"a\":1}", "1:9 {\"b\":2}", "1:16 {\"c\":3}"]);
    assert_eq!(
        told("{\n  \"a\": [\n    1\n  ]\n}\n{\n  \"b\": 2\n} {\"c\":3}\n"),
        ["1:1 {\"a\":[1]}", "6:1 {\"b\":2}", "8:3 {\"c\":3}"]
    );
    assert_eq!(told("[\n{\"a\":1},\n{\"b\":2}\n]\n"), ["1:1 [{\"a\":1},{\"b\":2}]"]);
    assert_eq!(told("\"a b\" 1 true\nnull\n"), ["1:1 \"a b\"", "1:7 1", "1:9 true", "2:1 null"]);
    assert_eq!(told("\u{feff}{\"a\":1}\n"), ["1:4 {\"a\":1}"]);
    assert_eq!(told("{\"a\": \"}]{\\\"\"\n}"), ["1:1 {\"a\":\"}]{\\\"\"}"]);
}

#[test]
fn a_broken_line_costs_no_other() {
    assert_eq!(
        told("{\"a\":1}\n{\"b\":}\n{\"c\":3}\n"),
        ["1:1 {\"a\":1}", "2:6 not JSON: expected value", "3:1 {\"c\":3}"]
    );
    assert_eq!(
        told("{\"a\":1}\nERROR no such file\n{\"c\":3} tail\n{\"d\":4}\n"),
        [
            "1:1 {\"a\":1}",
            "2:1 not JSON: expected value",
            "3:1 {\"c\":3}",
            "3:10 not JSON: expected ident",
            "4:1 {\"d\":4}"
        ]
    );
    assert_eq!(told("{\"a\":1},\n{\"b\":2},\n").len(), 4, "commas between values are no JSON");
}

#[test]
fn a_line_that_was_cut_off_is_shown_at_its_end() {
    let early = "not JSON: the value ends too early: EOF while parsing";
    for (cut, column, what) in [
        ("{\"a\": \"te", 9, "a string"),
        ("{\"a\": [", 7, "a list"),
        ("{\"a\":", 5, "a value"),
        ("{\"a\": 1,", 8, "a value"),
        ("{\"a\": 1", 7, "an object"),
        ("{", 1, "an object"),
        ("[", 1, "a list"),
    ] {
        let broken = format!("1:{column} {early} {what}");
        let text = format!("{cut}\n{{\"b\":2}}\n{{\"c\":3}}\n{{\"d\":4}}\n");
        assert_eq!(told(&text), [broken.as_str(), "2:1 {\"b\":2}", "3:1 {\"c\":3}", "4:1 {\"d\":4}"], "{cut}");
        assert_eq!(told(&format!("{cut}\n{{\"b\":2}}\n")), [broken.as_str(), "2:1 {\"b\":2}"], "{cut}");
        assert_eq!(told(cut), [broken.as_str()], "{cut}");
    }
}

#[test]
fn a_fault_in_a_spread_value_is_one_fault() {
    let broken = "{\n  \"a\": {\n    \"b\": ,\n    \"c\": [ {\n } ]\n  }\n}\n";
    assert_eq!(told(&format!("{broken}{{\n  \"d\": 4\n}}\n")), ["3:10 not JSON: expected value", "8:1 {\"d\":4}"]);
    let unbalanced = "{\n  \"a\": [ 1 },\n  \"b\": {\n  }\n}\n";
    assert_eq!(
        told(&format!("{unbalanced}{{\n  \"d\": 4\n}}\n")),
        ["2:12 not JSON: expected `,` or `]`", "6:1 {\"d\":4}"]
    );
}

#[test]
fn bytes_that_are_no_text_and_endless_nesting_are_faults() {
    let told = |bytes: &[u8]| read(bytes);
    assert_eq!(told(b"{\"a\":\"\xff\"}\n{}\n"), ["1:7 not JSON: invalid unicode code point", "2:1 {}"]);
    let deep = format!("{}{}\n{{}}\n", "[".repeat(400), "]".repeat(400));
    assert_eq!(told(deep.as_bytes()), ["1:128 not JSON: recursion limit exceeded", "2:1 {}"]);
}

/// An endless stream of lines, to show that reading one value waits for no other.
struct Endless;

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let line = b"{\"a\":1}\n";
        buffer[..line.len()].copy_from_slice(line);
        Ok(line.len())
    }
}

#[test]
fn a_value_is_handed_out_when_its_line_is_there() {
    let mut documents = Documents::new(BufReader::new(Endless));
    for line in 1..=1000 {
        let document = documents.next().expect("readable").expect("endless");
        assert_eq!((document.value.expect("JSON"), document.start.line), (json!({ "a": 1 }), line));
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[ a{}\\[\\]\",:\\\\\n]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a{}\"]{0,3}", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    /// Values come out as they went in, whatever their layout and however the stream is cut into pieces.
    #[test]
    fn values_come_out_as_they_went_in(
        values in prop::collection::vec((any_value(), any::<bool>(), "[ \n]{1,3}"), 0..6), piece in 1..64_usize,
    ) {
        let mut text = String::new();
        for (value, pretty, gap) in &values {
            text.push_str(&if *pretty { format!("{value:#}") } else { value.to_string() });
            text.push_str(gap);
        }
        let mut documents = Documents::new(BufReader::with_capacity(piece, text.as_bytes()));
        for (value, _, _) in &values {
            let found = documents.next().unwrap().expect("as many values");
            prop_assert_eq!(found.value.as_ref(), Ok(value));
        }
        prop_assert!(documents.next().unwrap().is_none());
    }

    /// No text makes it panic or go on for ever, and no broken line hides the line after it for good.
    #[test]
    fn any_text_ends(noise in "[\\[\\]{}\",: a1\n]{0,60}") {
        let text = format!("{{\"first\":1}}\n{noise}\n{{\"last\":1}}\n");
        let told = told(&text);
        prop_assert!(told.len() <= text.len());
        prop_assert_eq!(told.first().map(String::as_str), Some("1:1 {\"first\":1}"));
    }
}
