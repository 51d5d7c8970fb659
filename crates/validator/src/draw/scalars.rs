//! Numbers and texts: the simple ones first, then those at bounds, then the odd ones that readers stumble on.

use serde_json::Value;

use super::Choices;

/// Texts that have broken readers before.
const TEXTS: [&str; 14] = [
    "",
    "a",
    "ab",
    "0",
    " ",
    "null",
    "line\nbreak\ttab",
    "\"quoted\" \\ back/slash",
    "é",
    "日本語",
    "😀",
    "\u{0}\u{1f}",
    "\u{202e}e\u{301}",
    "../../x",
];

/// Names for members of maps.
const NAMES: [&str; 6] = ["a", "b", "key", "x.y/z~", "", "ключ"];

/// A whole number in a range, which must not be empty.
pub(super) fn integer((low, high): (i128, i128), choices: &mut Choices<'_>) -> i128 {
    let near = 0_i128.clamp(low, high);
    let offered =
        [near, near + 1, near + 2, near - 1, 100, high, high - 1, low, low + 1, 1 << 31, 1 << 32, (1 << 53) + 1];
    let at = choices.below(offered.len() + 2);
    match offered.get(at) {
        Some(value) => (*value).clamp(low, high),
        None => low + (u128::from(choices.raw()) % (high - low + 1).unsigned_abs()) as i128,
    }
}

/// As JSON: what is too large for 64 bits does not exist there.
pub(super) fn whole(value: i128) -> Value {
    match (i64::try_from(value), u64::try_from(value)) {
        (Ok(value), _) => value.into(),
        (_, Ok(value)) => value.into(),
        _ => Value::Null,
    }
}

/// A number in a range that need not be whole, and must not be empty.
pub(super) fn number((low, high): (f64, f64), choices: &mut Choices<'_>) -> f64 {
    let near = 0_f64.clamp(low, high);
    let offered = [near, 1.0, -1.0, 0.5, -0.25, 1e-9, 123_456.789, 1e300, -1e300, low, high];
    choices.pick(&offered).copied().unwrap_or(near).clamp(low, high)
}

/// A text of this many characters.
pub(super) fn text((least, most): (usize, Option<usize>), choices: &mut Choices<'_>) -> String {
    let mut text = match choices.below(TEXTS.len() + 2) {
        at if at < TEXTS.len() => TEXTS[at].to_owned(),
        at if at == TEXTS.len() => {
            let letters: Vec<char> = "abcXYZ019-_ ./ß".chars().collect();
            (0..choices.below(12)).filter_map(|_| choices.pick(&letters)).collect()
        }
        _ => "long ".repeat(60),
    };
    let length = text.chars().count();
    text.extend(std::iter::repeat_n('a', least.saturating_sub(length)));
    match most {
        Some(most) => text.chars().take(most).collect(),
        None => text,
    }
}

/// A name for a member of a map.
pub(super) fn name(choices: &mut Choices<'_>) -> String {
    choices.pick(&NAMES).copied().unwrap_or_default().to_owned()
}

/// Texts of a format that draft-07 names; none for a format that bounds nothing here.
pub(super) fn of_format(format: &str) -> Option<&'static [&'static str]> {
    Some(match format {
        "date-time" => &["1970-01-01T00:00:00Z", "2024-02-29T23:59:59.999+02:00"],
        "date" => &["1970-01-01", "2024-02-29"],
        "time" => &["00:00:00Z", "23:59:59+01:00"],
        "email" | "idn-email" => &["a@b.example"],
        "hostname" | "idn-hostname" => &["localhost", "a.example"],
        "ipv4" => &["127.0.0.1", "255.255.255.255"],
        "ipv6" => &["::1", "2001:db8::1"],
        "uri" | "iri" => &["urn:a", "https://a.example/b?c=d#e"],
        "uri-reference" | "iri-reference" => &["", "a/b", "https://a.example/"],
        "uri-template" => &["a", "https://a.example/{b}"],
        "json-pointer" => &["", "/a/0"],
        "relative-json-pointer" => &["0", "1/a"],
        "uuid" => &["00000000-0000-0000-0000-000000000000", "123e4567-e89b-42d3-a456-426614174000"],
        "regex" => &["", "^a+$"],
        _ => return None,
    })
}

/// Any JSON value, at most `depth` deep.
pub(super) fn any(depth: usize, choices: &mut Choices<'_>) -> Value {
    match choices.below(if depth == 0 { 5 } else { 7 }) {
        0 => Value::Null,
        1 => choices.yes().into(),
        2 => whole(integer((i64::MIN.into(), u64::MAX.into()), choices)),
        3 => text((0, None), choices).into(),
        4 => number((f64::MIN, f64::MAX), choices).into(),
        5 => (0..choices.below(4)).map(|_| any(depth - 1, choices)).collect(),
        _ => Value::Object((0..choices.below(4)).map(|_| (name(choices), any(depth - 1, choices))).collect()),
    }
}
