//! What a comparison reports: one finding for each change, with who breaks, where, and what proves it.

use serde::Serialize;
use serde_json::Value;

/// How much a change hurts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nobody breaks; it belongs into the notes of a release.
    Info,
    /// Messages pass, but code written against the baseline no longer compiles, or a part of what it says is ignored.
    Source,
    /// A peer refuses a message that the other may send.
    Wire,
}

/// Which payload of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The method itself: whether it exists, and what it is.
    Method,
    /// What is sent with it.
    Params,
    /// What is answered.
    Result,
}

/// Who reads a payload: the one who breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reader {
    /// A client of the baseline reads what a current server writes.
    Client,
    /// A current server reads what a client of the baseline writes.
    Server,
}

/// One of the two versions that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// What is released: the clients have it.
    Baseline,
    /// What is to be released: the server will have it.
    Current,
}

/// What stands behind a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Proof {
    /// A message that one side may write and the other refuses; both were checked with a validator.
    Witness {
        /// The whole message.
        message: Value,
        /// The spot in it that is refused, as a JSON pointer.
        pointer: String,
        /// Who may write it.
        writer: Side,
        /// What the reader's validator says.
        refusal: String,
    },
    /// The rule says that it breaks, but no message was found that shows it.
    Unproven,
    /// No rule knows this change, and no message was found that shows whether it breaks.
    Undecided,
    /// Nothing to prove: no message is refused.
    #[serde(rename = "not-needed")]
    NotNeeded,
}

/// A spot in one of the two bundles.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Place {
    /// Where it is in the bundle, such as `#/definitions/v2/Turn/properties/id`.
    pub pointer: String,
    /// What stands there.
    pub fragment: Value,
}

/// A payload that a finding is reached through.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Use {
    /// The wire name of the method.
    pub method: String,
    /// Which payload of it.
    pub part: Part,
    /// The path inside the payload, as in [`Finding::path`].
    pub path: String,
}

/// One change between baseline and current, and whom it breaks.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The id of the rule that says so, such as `property-added-required`.
    pub rule: &'static str,
    /// How much it hurts.
    pub level: Level,
    /// Who reads the payload; none where a change concerns no message.
    pub reader: Option<Reader>,
    /// The wire name of the first method that is concerned; empty for a definition that no method reaches.
    pub method: String,
    /// Which payload of that method.
    pub part: Part,
    /// Where in the payload: `*` is any item or key, `<tag>` a variant, as in `/event<usageLimitBanner>/action`.
    pub path: String,
    /// The spot in the baseline; none where there was nothing.
    pub baseline: Option<Place>,
    /// The spot in the current version; none where there is nothing any more.
    pub current: Option<Place>,
    /// The other payloads that the same definition is reached through.
    pub also: Vec<Use>,
    /// It concerns only what is marked as experimental.
    pub experimental: bool,
    /// What changed, in a sentence.
    pub message: String,
    /// What stands behind it.
    pub proof: Proof,
    /// The reason of the waiver that took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived: Option<String>,
}

impl Finding {
    /// Sorts the members of the JSON that it carries: a report is the same whatever order serde_json keeps in this build.
    pub(crate) fn sort_values(&mut self) {
        for place in [&mut self.baseline, &mut self.current].into_iter().flatten() {
            place.fragment.sort_all_objects();
        }
        if let Proof::Witness { message, .. } = &mut self.proof {
            message.sort_all_objects();
        }
    }
}
