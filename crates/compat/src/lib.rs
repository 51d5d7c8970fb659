//! Says whom a change of a protocol breaks.
//!
//! Two versions of a protocol are compared by method and direction, never by file: a current server reads what clients
//! of the baseline write (*input*), and they read what it writes (*output*). The same change can break one of them and
//! leave the other alone. Each change is a [`Finding`] of one [`Rule`]; where a peer would refuse a message, the finding
//! comes with such a message, checked by a validator.

mod compare;
mod contract;
mod finding;
mod judge;
mod policy;
mod report;
mod rule;
mod rules;
mod schema;
mod witness;

pub use contract::{
    Contract, ContractError, Direction, Files, Folder, Kind, Memory, Method, Source, Stability, Surface, nearest,
};
pub use finding::{Finding, Level, Part, Place, Proof, Reader, Side, Use};
pub use judge::Judgement;
pub use policy::{Day, Levels, Pin, Policy, PolicyError, Waiver, WaiverNote, WaiverState};
pub use report::{Format, Show};
pub use rule::{Example, Rule};
pub use rules::{RULES, catalogue_markdown, explain};

/// What a comparison looks at, and how strict the peers are.
#[derive(Debug, Clone)]
pub struct Options {
    /// Judge what is marked as experimental like all else. Otherwise nothing about it is worse than [`Level::Info`].
    pub experimental: bool,
    /// The peers ignore notifications that they do not know.
    pub unknown_notifications_ignored: bool,
    /// Definitions of enums whose readers take any value, by name (`Turn`), namespace (`v2/Turn`) or pointer.
    pub open_enums: Vec<String>,
    /// Look for a message that proves each break.
    pub witnesses: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { experimental: false, unknown_notifications_ignored: false, open_enums: Vec::new(), witnesses: true }
    }
}

/// Everything that changed from baseline to current, in a fixed order.
///
/// ```
/// use methodic_compat::{Contract, Level, Options, Proof, compare};
/// use serde_json::json;
///
/// let methods = json!([{ "method": "file/read", "kind": "request", "direction": "client-to-server",
///                        "stability": "stable", "params": "ReadParams" }]);
/// let version = |label, required| {
///     let params = json!({ "type": "object", "required": required,
///                          "properties": { "path": { "type": "string" }, "line": { "type": "integer" } } });
///     Contract::from_bundle(label, json!({ "definitions": { "ReadParams": params } }), Some(methods.clone()))
/// };
/// let findings = compare(&version("v1", json!(["path"]))?, &version("v2", json!(["line", "path"]))?, &Options::default());
///
/// assert_eq!((findings[0].rule, findings[0].level), ("property-became-required", Level::Wire));
/// let Proof::Witness { message, .. } = &findings[0].proof else { panic!("no witness") };
/// assert_eq!(message, &json!({ "id": 1, "method": "file/read", "params": { "path": "text" } }));
/// # Ok::<(), methodic_compat::ContractError>(())
/// ```
pub fn compare(baseline: &Contract, current: &Contract, options: &Options) -> Vec<Finding> {
    let mut findings = compare::compare(baseline, current, options);
    findings.iter_mut().for_each(Finding::sort_values);
    findings
}
