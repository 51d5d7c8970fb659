//! The other proof: that a reader takes all that a writer may send, where a rule only says that it might not.

use jsonschema::Draft;
use jsonschema::canonical::{Containment, options};
use serde_json::{Value, json};

use super::judge::with_null;
use crate::finding::Reader;
use crate::schema::number::range;

/// More questions than this are left open: a comparison must not take longer than people wait.
const MOST: usize = 64;

/// Two places, as JSON pointers into either bundle, and who reads what is written there.
pub(crate) struct Question {
    pub(crate) baseline: String,
    pub(crate) current: String,
    pub(crate) reader: Reader,
}

/// For each question whether it is certain that the reader refuses nothing.
pub(crate) fn contained(baseline: &Value, current: &Value, draft: Draft, questions: &[Question]) -> Vec<bool> {
    if questions.is_empty() {
        return Vec::new();
    }
    let (baseline, current) = (bounded(&with_null(baseline)), bounded(&with_null(current)));
    let prepared = |document| options().with_draft(draft).should_validate_formats(true).offline().prepare(document);
    let (Ok(old), Ok(new)) = (prepared(&baseline), prepared(&current)) else { return vec![false; questions.len()] };
    let answer = |question: &Question| {
        let old = old.canonicalize_at(question.baseline.trim_start_matches('#')).ok()?;
        let new = new.canonicalize_at(question.current.trim_start_matches('#')).ok()?;
        let (writer, reader) = match question.reader {
            Reader::Server => (old, new),
            Reader::Client => (new, old),
        };
        Some(reader.covers(&writer).ok()? == Containment::Yes)
    };
    let asked = questions.iter().take(MOST).map(|question| answer(question).unwrap_or(false));
    asked.chain(std::iter::repeat(false)).take(questions.len()).collect()
}

/// The same with the ranges of integer formats written out, which the library does not know.
fn bounded(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let mut all: serde_json::Map<String, Value> =
                members.iter().map(|(name, value)| (name.clone(), bounded(value))).collect();
            if let Some((low, high)) = members.get("format").and_then(Value::as_str).and_then(range) {
                let low = i64::try_from(low).map_or(Value::Null, |low| json!(low));
                let high = u64::try_from(high).map_or(Value::Null, |high| json!(high));
                let both = json!([{ "minimum": low, "maximum": high }]);
                match all.get_mut("allOf").and_then(Value::as_array_mut) {
                    Some(list) => list.extend(both.as_array().cloned().unwrap_or_default()),
                    None => drop(all.insert("allOf".to_owned(), both)),
                }
            }
            Value::Object(all)
        }
        Value::Array(items) => Value::Array(items.iter().map(bounded).collect()),
        other => other.clone(),
    }
}
