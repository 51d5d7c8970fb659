//! How a report says what a finding holds: short fragments, who breaks, what proves it.

use serde_json::Value;

use crate::finding::{Finding, Level, Proof, Side, Use};
use crate::policy::{canonical, without_words};

/// The level as a word.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Wire => "wire",
        Level::Source => "source",
        Level::Info => "info",
    }
}

/// A number with the right form of its noun.
pub(super) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// A text cut to a number of characters, with a mark where it was cut.
pub(super) fn cut(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Two fragments on a line each, without their words unless these alone differ; those too long for a line begin shortly
/// before they differ.
pub(super) fn fragments(baseline: Option<&Value>, current: Option<&Value>, limit: usize) -> [Option<String>; 2] {
    let bare = [baseline, current].map(|fragment| fragment.map(|fragment| canonical(&without_words(fragment))));
    let texts = match bare[0] == bare[1] && baseline != current {
        true => [baseline, current].map(|fragment| fragment.map(canonical)),
        false => bare,
    };
    let same = match &texts {
        [Some(a), Some(b)] => a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count(),
        _ => 0,
    };
    let begin = same.saturating_sub(limit / 3);
    texts.map(|text| {
        let text = text?;
        let length = text.chars().count();
        if length <= limit || begin == 0 {
            return Some(cut(&text, limit));
        }
        let rest: String = text.chars().skip(begin.min(length.saturating_sub(limit))).collect();
        Some(format!("…{}", cut(&rest, limit)))
    })
}

/// The other payloads that a change reaches, at most so many by name.
pub(super) fn also(uses: &[Use], limit: usize) -> Option<String> {
    let named: Vec<String> =
        uses.iter().take(limit).map(|one| crate::policy::path(&one.method, one.part, &one.path)).collect();
    let more = uses.len().saturating_sub(limit);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!named.is_empty()).then(|| format!("{}{rest}", named.join(", ")))
}

/// What a witness shows, before the message itself.
pub(super) fn writes(writer: Side) -> &'static str {
    match writer {
        Side::Baseline => "a baseline client may send this, and the current server refuses it",
        Side::Current => "the current server may send this, and a baseline client refuses it",
    }
}

/// What stands in the place of a witness where there is none.
pub(super) fn unproven(finding: &Finding) -> Option<&'static str> {
    match finding.proof {
        Proof::Unproven => Some("unproven: no message was found that shows it"),
        Proof::Undecided => {
            Some("undecided: no rule knows this change, and no message was found that shows what it breaks")
        }
        Proof::Witness { .. } | Proof::NotNeeded => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{cut, fragments};

    #[test]
    fn long_fragments_show_where_they_differ() {
        let values: Vec<String> = (0..20).map(|n| format!("value{n}")).collect();
        let mut other = values.clone();
        other[15] = "VALUE15".into();
        let [a, b] = fragments(Some(&json!({ "enum": values })), Some(&json!({ "enum": other })), 30);
        assert!(a.expect("some").contains("value15") && b.expect("some").contains("VALUE15"));
        let [a, b] = fragments(None, Some(&json!(true)), 30);
        assert_eq!((a, b.as_deref()), (None, Some("true")));
        assert_eq!(cut("ééé", 2), "éé…");
    }
}
