//! Numbers, strings and the sizes of arrays and objects.

use serde_json::{Value, json};

use super::pairs::{PairId, Spot, Step, Walk};
use super::schemas::Ends;
use crate::finding::Reader;
use crate::rule::Rule;
use crate::rules;
use crate::schema::node::{Kind, Strings};
use crate::schema::number::{Bound, Num, Numbers};

/// String formats that validators check; any other is a hint to generators of code.
const CHECKED: [&str; 21] = [
    "date",
    "date-time",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
    "uuid",
    "color",
    "uriref",
];

impl<'a> Walk<'a> {
    pub(super) fn compare_numbers(&mut self, pair: PairId, ends: Ends, b: &Numbers, c: &Numbers) {
        if b.integer != c.integer {
            let rule = if b.integer { &rules::type_widened::RULE } else { &rules::type_narrowed::RULE };
            let words = |numbers: &Numbers| if numbers.integer { "an integer" } else { "a number" };
            let message = format!("it was {}, and is {}", words(b), words(c));
            self.change(pair, ends, rule, message, Spot::Values(vec![json!(0.5), json!(1.5), json!(-0.5)]));
        }
        let order = |a: Option<Bound>, b: Option<Bound>, up: bool| match (a, b) {
            (None, None) => (false, false),
            (None, Some(_)) => (true, false),
            (Some(_), None) => (false, true),
            (Some(x), Some(y)) if x.at == y.at => (!x.open && y.open, x.open && !y.open),
            (Some(x), Some(y)) => {
                if (y.at > x.at) == up {
                    (true, false)
                } else {
                    (false, true)
                }
            }
        };
        let (low_tighter, low_looser) = order(b.low, c.low, true);
        let (high_tighter, high_looser) = order(b.high, c.high, false);
        for (hits, rule) in [
            (low_tighter || high_tighter, &rules::number_bounds_tightened::RULE),
            (low_looser || high_looser, &rules::number_bounds_loosened::RULE),
        ] {
            if hits {
                let message = format!("the range was {}, and is {}", range_text(b), range_text(c));
                let spot = Spot::Values(edge_numbers(self.writer(pair, b, c)));
                self.change(pair, ends, rule, message, spot);
            }
        }
        self.compare_multiples(pair, ends, b, c);
        if b.format != c.format {
            let text = |format: &Option<String>| format.as_ref().map_or("none".to_owned(), |name| format!("`{name}`"));
            let message = format!("the format was {}, and is {}", text(&b.format), text(&c.format));
            self.change(pair, ends, &rules::format_hint_changed::RULE, message, Spot::Nothing);
        }
    }

    fn compare_multiples(&mut self, pair: PairId, ends: Ends, b: &Numbers, c: &Numbers) {
        let covered = |inner: &[Num], outer: &[Num]| {
            outer.iter().all(|divisor| inner.iter().any(|multiple| multiple.is_multiple_of(*divisor)))
        };
        let rule = match (covered(&c.multiple, &b.multiple), covered(&b.multiple, &c.multiple)) {
            (true, true) => return,
            (true, false) => &rules::multiple_of_tightened::RULE,
            (false, true) => &rules::multiple_of_loosened::RULE,
            (false, false) => &rules::multiple_of_changed::RULE,
        };
        let text = |multiples: &[Num]| multiples.iter().map(Num::to_string).collect::<Vec<_>>().join(" and ");
        let step = |multiples: &[Num]| if multiples.is_empty() { "nothing".to_owned() } else { text(multiples) };
        let message = format!("it was a multiple of {}, and is one of {}", step(&b.multiple), step(&c.multiple));
        let writer = self.writer(pair, b, c);
        let unit = writer.multiple.first().copied().unwrap_or(Num::Int(1));
        let values = [1, 2, 3, 5, 7].iter().filter_map(|times| match unit {
            Num::Int(unit) => Num::Int(unit * times).value(),
            Num::Float(unit) => Num::Float(unit * *times as f64).value(),
        });
        let spot = Spot::Values(values.collect());
        self.change(pair, ends, rule, message, spot);
    }

    pub(super) fn compare_strings(&mut self, pair: PairId, ends: Ends, b: &Strings, c: &Strings) {
        let lengths = Sizes { b: (b.min, b.max), c: (c.min, c.max), what: "the length" };
        self.compare_sizes(
            pair,
            ends,
            &lengths,
            (&rules::string_length_tightened::RULE, &rules::string_length_loosened::RULE),
            Spot::Schema(self.writer(pair, ends.b, ends.c), Some(Kind::String)),
        );
        let writer = Spot::Schema(self.writer(pair, ends.b, ends.c), Some(Kind::String));
        let list = |names: &[String]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ");
        let (lost, found) = parted(&b.patterns, &c.patterns);
        let rule = match (lost.is_empty(), found.is_empty()) {
            (true, true) => None,
            (true, false) => Some((&rules::pattern_added::RULE, format!("it must match {}", list(&found)))),
            (false, true) => Some((&rules::pattern_removed::RULE, format!("it need no longer match {}", list(&lost)))),
            (false, false) => Some((
                &rules::pattern_changed::RULE,
                format!("it matched {}, and matches {}", list(&lost), list(&found)),
            )),
        };
        if let Some((rule, message)) = rule {
            self.change(pair, ends, rule, message, writer.clone());
        }
        let (lost, found) = parted(&b.formats, &c.formats);
        let checked = |names: &[String]| names.iter().any(|name| CHECKED.contains(&name.as_str()));
        let was = |names: &[String]| if names.is_empty() { "none".to_owned() } else { list(names) };
        let message = format!("the format was {}, and is {}", was(&b.formats), was(&c.formats));
        let rule = match (checked(&lost), checked(&found)) {
            (false, false) if lost.is_empty() && found.is_empty() => return,
            (false, false) => &rules::format_hint_changed::RULE,
            (false, true) => &rules::format_added::RULE,
            (true, false) => &rules::format_removed::RULE,
            (true, true) => &rules::format_changed::RULE,
        };
        self.change(pair, ends, rule, message, writer);
    }

    /// Compares a least and a greatest size.
    pub(super) fn compare_sizes(
        &mut self,
        pair: PairId,
        ends: Ends,
        sizes: &Sizes,
        (tightened, loosened): (&'static Rule, &'static Rule),
        spot: Spot<'a>,
    ) {
        let (b, c) = (sizes.b, sizes.c);
        let most = |max: Option<u64>| max.unwrap_or(u64::MAX);
        let text = |(min, max): (u64, Option<u64>)| match max {
            Some(max) => format!("{min} to {max}"),
            None => format!("at least {min}"),
        };
        let message = format!("{} was {}, and is {}", sizes.what, text(b), text(c));
        if c.0 > b.0 || most(c.1) < most(b.1) {
            self.change(pair, ends, tightened, message.clone(), spot.clone());
        }
        if c.0 < b.0 || most(c.1) > most(b.1) {
            self.change(pair, ends, loosened, message, spot);
        }
    }

    /// The writer's one of two.
    pub(super) fn writer<T>(&self, pair: PairId, b: T, c: T) -> T {
        match self.pairs[pair].reader {
            Reader::Server => b,
            Reader::Client => c,
        }
    }

    /// Records a change of a pair's own value.
    pub(super) fn change(&mut self, pair: PairId, ends: Ends, rule: &'static Rule, message: String, spot: Spot<'a>) {
        self.change_at(pair, Step::Same, ends, rule, message, spot);
    }
}

/// The sizes of both sides.
pub(super) struct Sizes {
    pub(super) b: (u64, Option<u64>),
    pub(super) c: (u64, Option<u64>),
    pub(super) what: &'static str,
}

/// What only the first list has, and what only the second has.
fn parted(b: &[String], c: &[String]) -> (Vec<String>, Vec<String>) {
    let without = |list: &[String], other: &[String]| -> Vec<String> {
        list.iter().filter(|item| !other.contains(item)).cloned().collect()
    };
    (without(b, c), without(c, b))
}

fn range_text(numbers: &Numbers) -> String {
    let end = |bound: Option<Bound>, beyond: &str| match bound {
        Some(bound) if bound.open => format!("{} (excluded)", bound.at),
        Some(bound) => bound.at.to_string(),
        None => beyond.to_owned(),
    };
    format!("{} to {}", end(numbers.low, "any"), end(numbers.high, "any"))
}

/// Numbers at the ends of a range, and beyond any other where it has no end.
fn edge_numbers(numbers: &Numbers) -> Vec<Value> {
    let near = |bound: Bound, inward: i128| match bound.at {
        Num::Int(value) if bound.open && !numbers.integer => Num::Float(value as f64 + 0.5 * inward as f64).value(),
        Num::Float(value) if bound.open => Num::Float(value + 0.001 * inward as f64).value(),
        at => at.value(),
    };
    let mut values: Vec<Value> = Vec::new();
    values.extend(numbers.low.and_then(|low| near(low, 1)));
    values.extend(numbers.high.and_then(|high| near(high, -1)));
    if numbers.low.is_none() {
        values.extend([json!(-1), json!(i64::MIN)]);
    }
    if numbers.high.is_none() {
        values.extend([json!(1_000_000_000_000_i64), json!(u64::MAX)]);
    }
    values
}
