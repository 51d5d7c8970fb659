//! What a rule is: a kind of change, what it does to either side, and a pair of fixtures that shows it.

use serde_json::{Map, Value, json};

use crate::contract::{Contract, ContractError};
use crate::finding::Level;

/// One kind of change. The catalogue is [`RULES`](crate::RULES).
#[derive(Debug)]
pub struct Rule {
    /// Its name in reports and in policy files.
    pub id: &'static str,
    /// What changed.
    pub summary: &'static str,
    /// Why it hurts, or does not.
    pub why: &'static str,
    /// The verdict where the changed side reads: a current server reads what clients of the baseline write.
    pub input: Level,
    /// The verdict where the changed side writes: clients of the baseline read what a current server writes.
    pub output: Level,
    /// A change that this rule, and no other, reports.
    pub example: Example,
}

/// A pair of fixtures, as JSON text: the payload of one method, or whole contracts where methods themselves change.
#[derive(Debug)]
pub struct Example {
    /// What was released.
    pub baseline: &'static str,
    /// What it became.
    pub current: &'static str,
}

impl Example {
    /// Both sides, ready to be compared.
    ///
    /// A payload is put into a request of the client, as its params and as its result, so that both verdicts show.
    pub fn contracts(&self) -> Result<(Contract, Contract), ContractError> {
        Ok((contract("baseline", self.baseline)?, contract("current", self.current)?))
    }
}

fn contract(label: &str, text: &str) -> Result<Contract, ContractError> {
    let fixture: Value = serde_json::from_str(text).map_err(|error| ContractError::new(label, error.to_string()))?;
    if let Some(methods) = fixture.get("methods") {
        return Contract::from_bundle(label, fixture.clone(), Some(json!({ "methods": methods })));
    }
    let mut definitions = match fixture.get("definitions") {
        Some(Value::Object(definitions)) => definitions.clone(),
        _ => Map::new(),
    };
    let schema = fixture.get("$schema").cloned();
    let mut payload = fixture;
    if let Value::Object(payload) = &mut payload {
        payload.remove("definitions");
        payload.remove("$schema");
    }
    definitions.insert("Payload".to_owned(), payload);
    let mut document = json!({ "definitions": definitions });
    if let (Some(schema), Value::Object(document)) = (schema, &mut document) {
        document.insert("$schema".to_owned(), schema);
    }
    let methods = json!({ "methods": [
        { "method": "example", "kind": "request", "direction": "client-to-server", "stability": "stable",
          "params": "Payload", "result": "Payload" }
    ] });
    Contract::from_bundle(label, document, Some(methods))
}
