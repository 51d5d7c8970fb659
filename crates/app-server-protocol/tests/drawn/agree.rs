//! The questions that are asked of a drawn value, and what it means when schema and Rust answer differently.

use methodic_validator::draw::typed::Facts;
use methodic_validator::draw::{Source, Style, UNKNOWN};
use methodic_validator::{Fault, Method};
use serde_json::Value;

use crate::rust;
use crate::surface::{Loaded, Part};

/// Schema and Rust do not say the same of a payload.
#[derive(Debug, Clone)]
pub(crate) struct Disagreement {
    pub(crate) payload: Value,
    pub(crate) why: String,
    /// Set where the schema refuses: the place and keyword that a reject fixture expects.
    pub(crate) refused: Option<Box<(String, String)>>,
}

impl Disagreement {
    fn new(payload: &Value, why: String) -> Self {
        Self { payload: payload.clone(), why, refused: None }
    }

    fn refused(payload: &Value, lead: &str, faults: &[Fault]) -> Self {
        let said: Vec<String> = faults.iter().take(3).map(ToString::to_string).collect();
        let first = &faults[0];
        Self {
            payload: payload.clone(),
            why: format!("{lead}: {}", said.join("; ")),
            refused: Some(Box::new((first.pointer.clone(), first.keyword.clone()))),
        }
    }
}

/// One payload of one surface.
#[derive(Clone, Copy)]
pub(crate) struct Payload<'a> {
    pub(crate) loaded: &'a Loaded,
    pub(crate) method: &'a Method,
    pub(crate) part: Part,
}

impl Payload<'_> {
    fn faults(self, payload: &Value) -> Result<Vec<Fault>, Disagreement> {
        self.loaded.faults(self.method, self.part, payload).map_err(|why| Disagreement::new(payload, why))
    }

    fn read(self, payload: &Value) -> Result<Value, String> {
        rust::read(self.loaded.catalog.methods().surface, self.method, self.part, payload)
    }

    /// A value drawn from the schema is read by Rust, written again without loss, and what is written is valid.
    pub(crate) fn of_schema(
        self,
        source: &Source<'_>,
        pointer: &str,
        choices: &[u64],
        style: Style,
    ) -> Result<(), Disagreement> {
        let payload = match source.draw(pointer, choices, style) {
            Ok(payload) => payload,
            Err(why) => return Err(Disagreement::new(&Value::Null, why.to_string())),
        };
        let faults = self.faults(&payload)?;
        if style == Style::NearMiss {
            return match (self.read(&payload), faults.is_empty()) {
                (Ok(_), false) => Err(Disagreement::refused(&payload, "Rust reads what the schema refuses", &faults)),
                (Err(why), true) => Err(Disagreement::new(&payload, format!("Rust refuses what is valid: {why}"))),
                _ => Ok(()),
            };
        }
        if !faults.is_empty() {
            return Err(Disagreement::refused(&payload, "the schema refuses what was drawn from it", &faults));
        }
        let written =
            self.read(&payload).map_err(|why| Disagreement::new(&payload, format!("Rust refuses it: {why}")))?;
        if let Some(lost) = lost(&payload, &written, String::new()) {
            return Err(Disagreement::new(&payload, format!("read and written again: {lost}")));
        }
        self.written(&written)
    }

    /// What Rust reads is valid, and so is what it then writes.
    pub(crate) fn of_rust(self, facts: &mut Facts, choices: &[u64], style: Style) -> Result<(), Disagreement> {
        let typed = rust::draw(facts, self.method, self.part, choices, style);
        let typed = typed.map_err(|why| Disagreement::new(&Value::Null, why.to_string()))?;
        let stable = self.loaded.catalog.methods().surface == methodic_validator::Surface::Stable;
        if stable && !typed.stable {
            return Ok(());
        }
        let faults = self.faults(&typed.read)?;
        if !faults.is_empty() {
            return Err(Disagreement::refused(&typed.read, "Rust reads what the schema refuses", &faults));
        }
        self.written(&typed.written)
    }

    /// What Rust has written is valid, and is the same when it is read and written once more.
    fn written(self, written: &Value) -> Result<(), Disagreement> {
        let faults = self.faults(written)?;
        if !faults.is_empty() {
            return Err(Disagreement::refused(written, "the schema refuses what Rust writes", &faults));
        }
        match self.read(written) {
            Ok(again) if again == *written => Ok(()),
            Ok(again) => Err(Disagreement::new(written, format!("written once more it becomes {again}"))),
            Err(why) => Err(Disagreement::new(written, format!("Rust refuses what it has written: {why}"))),
        }
    }
}

/// What a round trip has lost or changed, but for the kinds that are meant so: a null, a false or an empty list that is
/// left out because absent means the same, a member with a default that is filled in, and a whole number that becomes a
/// float. Unknown members are not kept.
fn lost(before: &Value, after: &Value, at: String) -> Option<String> {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let known = before.iter().filter(|(name, _)| *name != UNKNOWN);
            known.into_iter().find_map(|(name, value)| match after.get(name) {
                Some(other) => lost(value, other, format!("{at}/{name}")),
                None if *value == Value::Null || *value == Value::Bool(false) || *value == Value::Array(Vec::new()) => {
                    None
                }
                None => Some(format!("{at}/{name} is lost")),
            })
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => before
            .iter()
            .zip(after)
            .enumerate()
            .find_map(|(index, (one, other))| lost(one, other, format!("{at}/{index}"))),
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() => None,
        _ => (before != after).then(|| format!("{at} was {before}, becomes {after}")),
    }
}
