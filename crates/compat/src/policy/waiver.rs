//! A finding that a project accepts. It pins what was changed into what, so that a further change is judged anew.

use std::fmt;
use std::fmt::Write as _;

use serde_json::Value;

use super::Day;
use crate::finding::{Finding, Part, Place, Use};

/// What begins a pin that is a hash.
const HASH: &str = "sha256:";
/// Hexadecimal digits of a hash; what they tell apart are the states of one fragment.
const DIGITS: usize = 16;
/// Longer fragments are pinned by their hash.
const LONGEST: usize = 160;

/// One accepted finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The line of the policy that it begins in.
    pub line: usize,
    /// The rule whose finding it accepts.
    pub rule: String,
    /// Method, part and path in the payload: `turn/start params /sandboxPolicy`.
    pub path: String,
    /// What stood there in the baseline; none where nothing did.
    pub baseline: Option<Pin>,
    /// What stands there now; none where nothing does.
    pub current: Option<Pin>,
    /// Why it is accepted.
    pub reason: String,
    /// The last day on which it counts.
    pub expires: Option<Day>,
}

/// A fragment of schema, written out or as its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pin {
    /// The fragment itself.
    Fragment(Value),
    /// The first digits of the hash of its text, without words for readers, with sorted keys and without spaces.
    Hash(String),
}

impl Pin {
    /// Reads what a policy says.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if let Some(hash) = text.strip_prefix(HASH) {
            let digits = hash.len() == DIGITS && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            return match digits {
                true => Ok(Self::Hash(hash.to_owned())),
                false => Err(format!("is \"{text}\"; expected `{HASH}` and {DIGITS} digits of 0 to 9 and a to f")),
            };
        }
        serde_json::from_str(text)
            .map(Self::Fragment)
            .map_err(|error| format!("is no JSON ({error}); expected a fragment of schema as JSON, or `{HASH}…`"))
    }

    /// The shortest pin of a fragment that a person can still read.
    #[must_use]
    pub fn of(fragment: &Value) -> Self {
        let fragment = without_words(fragment);
        let text = canonical(&fragment);
        if text.len() <= LONGEST { Self::Fragment(fragment) } else { Self::Hash(hash(&text)) }
    }

    /// Whether this is the fragment that was pinned, whatever words describe it.
    #[must_use]
    pub fn holds(&self, fragment: &Value) -> bool {
        let fragment = without_words(fragment);
        match self {
            Self::Fragment(pinned) => without_words(pinned) == fragment,
            Self::Hash(pinned) => *pinned == hash(&canonical(&fragment)),
        }
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fragment(value) => f.write_str(&canonical(value)),
            Self::Hash(digits) => write!(f, "{HASH}{digits}"),
        }
    }
}

impl Waiver {
    /// The waiver that would take a finding.
    #[must_use]
    pub fn of(finding: &Finding, reason: &str) -> Self {
        let pin = |place: &Option<Place>| place.as_ref().map(|place| Pin::of(&place.fragment));
        Self {
            line: 0,
            rule: finding.rule.to_owned(),
            path: path(&finding.method, finding.part, &finding.path),
            baseline: pin(&finding.baseline),
            current: pin(&finding.current),
            reason: reason.to_owned(),
            expires: None,
        }
    }

    /// Whether it speaks of this finding, whatever it pins.
    pub(super) fn concerns(&self, finding: &Finding) -> bool {
        let is_here = |method: &str, part, at: &str| path(method, part, at) == self.path;
        self.rule == finding.rule
            && (is_here(&finding.method, finding.part, &finding.path)
                || finding.also.iter().any(|Use { method, part, path }| is_here(method, *part, path)))
    }

    /// The same for the same change, from run to run.
    pub(crate) fn fingerprint(&self) -> String {
        hash(&self.to_toml())
    }

    /// What a policy says to have it.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut out = format!("[[waiver]]\nrule = {}\npath = {}\n", quoted(&self.rule), quoted(&self.path));
        for (key, pin) in [("baseline", &self.baseline), ("current", &self.current)] {
            if let Some(pin) = pin {
                let _ = writeln!(out, "{key} = {}", quoted(&pin.to_string()));
            }
        }
        let _ = writeln!(out, "reason = {}", quoted(&self.reason));
        if let Some(day) = self.expires {
            let _ = writeln!(out, "expires = {day}");
        }
        out
    }
}

/// Where a finding is, as one text: `turn/start params /sandboxPolicy`.
pub(crate) fn path(method: &str, part: Part, path: &str) -> String {
    let part = match part {
        Part::Method => "",
        Part::Params => "params",
        Part::Result => "result",
    };
    [method, part, path].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A fragment of schema without what only readers see: another description is no other change.
pub(crate) fn without_words(schema: &Value) -> Value {
    const WORDS: [&str; 6] = ["$schema", "$comment", "title", "description", "x-descriptions", "examples"];
    // Members of these are names, which may be any word; and values of those are data.
    const NAMES: [&str; 5] = ["properties", "patternProperties", "dependentSchemas", "definitions", "$defs"];
    const DATA: [&str; 3] = ["enum", "const", "default"];
    match schema {
        Value::Object(members) => {
            let kept = members.iter().filter(|(keyword, _)| !WORDS.contains(&keyword.as_str()));
            let kept = kept.map(|(keyword, value)| {
                let value = match value {
                    Value::Object(named) if NAMES.contains(&keyword.as_str()) => {
                        named.iter().map(|(name, schema)| (name.clone(), without_words(schema))).collect()
                    }
                    _ if DATA.contains(&keyword.as_str()) => value.clone(),
                    _ => without_words(value),
                };
                (keyword.clone(), value)
            });
            kept.collect()
        }
        Value::Array(items) => items.iter().map(without_words).collect(),
        other => other.clone(),
    }
}

/// JSON without spaces and with sorted keys, whatever order the parser keeps.
pub(crate) fn canonical(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            let members =
                members.iter().map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), canonical(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

fn hash(text: &str) -> String {
    let mut digits: String =
        hmac_sha256::Hash::hash(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    digits.truncate(DIGITS);
    digits
}

/// A TOML string; JSON is written between single quotes, in which nothing needs a backslash.
fn quoted(text: &str) -> String {
    let plain = |c: char| !c.is_control() && c != '\'';
    let json_like = text.contains(['"', '\\']);
    if json_like && text.chars().all(plain) {
        return format!("'{text}'");
    }
    // JSON's escapes are TOML's too; the one control character that JSON leaves alone is DEL.
    Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Pin, canonical, quoted};

    #[test]
    fn a_pin_holds_for_its_fragment_alone() {
        let (short, long) = (json!({ "b": 1, "a": ["x"] }), json!({ "enum": vec!["a value"; 40] }));
        assert_eq!(Pin::of(&short).to_string(), r#"{"a":["x"],"b":1}"#);
        assert!(Pin::of(&long).to_string().starts_with("sha256:"));
        for fragment in [&short, &long] {
            let pin = Pin::parse(&Pin::of(fragment).to_string()).expect("reads what it writes");
            assert!(pin.holds(fragment) && !pin.holds(&json!({})));
        }
        assert!(Pin::parse("sha256:12").is_err() && Pin::parse("{").is_err());
    }

    #[test]
    fn words_for_readers_are_not_pinned() {
        let schema = |words: &str| {
            json!({ "description": words, "properties": { "title": { "title": words, "type": "string" } },
            "const": { "title": "data" } })
        };
        assert!(Pin::of(&schema("a")).holds(&schema("b")));
        assert_eq!(
            Pin::of(&schema("a")).to_string(),
            r#"{"const":{"title":"data"},"properties":{"title":{"type":"string"}}}"#
        );
    }

    #[test]
    fn toml_strings_come_back_as_they_were() {
        for text in ["plain", r#"{"a":"b\\c"}"#, "it's", "two\nlines", "\u{7f}", "'\"\\"] {
            let read: toml::Table = toml::from_str(&format!("x = {}", quoted(text))).expect("TOML");
            assert_eq!(read["x"].as_str(), Some(text));
        }
    }

    #[test]
    fn canonical_text_sorts_keys_at_every_depth() {
        let value: Value = serde_json::from_str(r#"{"b":{"d":1,"c":[{"f":1,"e":2}]},"a":null}"#).expect("JSON");
        assert_eq!(canonical(&value), r#"{"a":null,"b":{"c":[{"e":2,"f":1}],"d":1}}"#);
    }
}
