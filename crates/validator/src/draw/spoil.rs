//! One fault in a sound value, near to what its schema says.

use serde_json::{Map, Value};

use super::{Choices, scalars};
use crate::bounds;

/// A value beside the one that was drawn; where nothing nearer is found it is of another type.
pub(super) fn spoil(value: Value, leaves: &[&Map<String, Value>], choices: &mut Choices<'_>) -> Value {
    let said = |keyword: &str| leaves.iter().find_map(|leaf| leaf.get(keyword));
    let mut ways: Vec<Value> = Vec::new();
    match &value {
        Value::Object(members) => {
            for name in leaves.iter().filter_map(|leaf| leaf.get("required")?.as_array()).flatten() {
                let mut fewer = members.clone();
                if name.as_str().is_some_and(|name| fewer.remove(name).is_some()) {
                    ways.push(fewer.into());
                }
            }
            if said("additionalProperties") == Some(&Value::Bool(false)) {
                let mut more = members.clone();
                more.insert(super::UNKNOWN.to_owned(), Value::Bool(true));
                ways.push(more.into());
            }
        }
        Value::Array(items) => {
            let least = said("minItems").and_then(Value::as_u64).filter(|least| items.len() as u64 <= *least);
            ways.extend(least.and(items.split_last()).map(|(_, fewer)| Value::Array(fewer.to_vec())));
        }
        Value::String(text) => {
            if said("enum").or_else(|| said("const")).is_some() {
                ways.extend([format!("{text}_").into(), text.to_uppercase().into()]);
            }
            if let Some(most) = said("maxLength").and_then(Value::as_u64) {
                ways.push("a".repeat(usize::try_from(most).unwrap_or(0).saturating_add(1).min(100_000)).into());
            }
            if said("minLength").and_then(Value::as_u64).is_some_and(|least| least > 0) {
                ways.push("".into());
            }
        }
        Value::Number(_) => {
            let range = leaves.iter().find_map(|leaf| bounds::range(leaf.get("format")?.as_str()?));
            let (low, high) = range.unwrap_or((i64::MIN.into(), u64::MAX.into()));
            // The neighbours beyond a bound, as far as JSON's integers go.
            ways.extend([low - 1, high + 1].map(scalars::whole).into_iter().filter(Value::is_number));
            ways.push(0.5.into());
        }
        _ => {}
    }
    let other = |fitting: &Value| std::mem::discriminant(fitting) != std::mem::discriminant(&value);
    ways.extend(
        [Value::Null, 0.into(), "text".into(), true.into(), Value::Array(Vec::new()), Value::Object(Map::new())]
            .into_iter()
            .filter(other),
    );
    choices.pick(&ways).cloned().unwrap_or(Value::Null)
}
