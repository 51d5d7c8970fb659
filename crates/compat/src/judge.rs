//! The whole of a check: two contracts and a policy in, a judgement out.

use crate::contract::{Contract, Source};
use crate::finding::{Finding, Level};
use crate::policy::{Day, Policy, WaiverNote};
use crate::{Options, compare};

/// What a comparison came to under a policy.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// What the reader calls the baseline.
    pub baseline: String,
    /// What the reader calls the current version.
    pub current: String,
    /// The findings, in the order of the comparison.
    pub findings: Vec<Finding>,
    /// The lowest level that fails.
    pub fail_on: Level,
    /// Waivers that took no finding.
    pub waivers: Vec<WaiverNote>,
    /// The path of the policy, for what is said about its waivers.
    pub policy: Option<String>,
    /// What the reader should know about how both sides were read.
    pub notes: Vec<String>,
    /// How many methods of the current version were compared.
    pub methods: usize,
    /// The file of the current version, which reports point into.
    pub source: Option<Source>,
}

impl Judgement {
    /// Compares two contracts and applies a policy.
    ///
    /// ```
    /// use methodic_compat::{Contract, Day, Judgement, Policy};
    /// use serde_json::json;
    ///
    /// let table = json!([{ "method": "ping", "kind": "request", "direction": "client-to-server", "params": "PingParams" }]);
    /// let contract = |required| {
    ///     let params = json!({ "type": "object", "required": required, "properties": { "text": { "type": "string" } } });
    ///     Contract::from_bundle("desk", json!({ "definitions": { "PingParams": params } }), Some(table.clone()))
    /// };
    /// let today = Day::parse("2027-01-31").expect("a day");
    /// let judgement = Judgement::new(&contract(json!([]))?, &contract(json!(["text"]))?, &Policy::default(), true, today);
    /// assert!(judgement.is_breaking());
    /// # Ok::<(), methodic_compat::ContractError>(())
    /// ```
    #[must_use]
    pub fn new(baseline: &Contract, current: &Contract, policy: &Policy, witnesses: bool, today: Day) -> Self {
        let options: Options = policy.options(witnesses);
        let mut findings = compare(baseline, current, &options);
        let waivers = policy.apply(&mut findings, today);
        let sides = [baseline, current];
        let mut notes: Vec<String> =
            sides.iter().flat_map(|side| side.notes.iter().map(|note| format!("{}: {note}", side.label))).collect();
        for name in &policy.open_enums {
            if !sides.iter().any(|side| side.defines(name)) {
                let near = current.nearest(name).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                notes.push(format!("`open-enums` names `{name}`, which neither side defines{near}"));
            }
        }
        Self {
            baseline: baseline.label.clone(),
            current: current.label.clone(),
            findings,
            fail_on: policy.fail_on,
            waivers,
            policy: None,
            notes,
            methods: current.methods.len(),
            source: current.source.clone(),
        }
    }

    /// Whether a finding fails the check: it reaches the level that fails, and no waiver took it.
    #[must_use]
    pub fn fails(&self, finding: &Finding) -> bool {
        finding.level >= self.fail_on && finding.waived.is_none()
    }

    /// Whether any finding fails the check.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.findings.iter().any(|finding| self.fails(finding))
    }
}
