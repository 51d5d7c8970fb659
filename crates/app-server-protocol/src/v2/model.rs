//! Models: which ones there are, and how one works: how long it thinks, how it talks, how fast it answers, and in which
//! mode it deals with the user.

use methodic::wire;

/// How much the model thinks before it answers; more takes longer and costs more.
#[wire(rename_all = "lowercase")]
#[derive(Copy, Eq, Hash, PartialOrd, Ord)]
pub enum ReasoningEffort {
    /// Not at all.
    None,
    /// As little as possible.
    Minimal,
    /// Less than usual.
    Low,
    /// As much as usual.
    Medium,
    /// More than usual.
    High,
    /// As much as the model can.
    #[serde(rename = "xhigh")]
    XHigh,
}

/// How the model sums up its thoughts for the user.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ReasoningSummary {
    /// The model's server chooses.
    Auto,
    /// In short.
    Concise,
    /// At length.
    Detailed,
    /// Not at all.
    None,
}

/// The manner in which the agent talks.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum Personality {
    /// The model's own manner, without instructions about it.
    None,
    /// Warm and encouraging.
    Friendly,
    /// Brief and to the point.
    Pragmatic,
}

/// The class of service at the model's server.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ServiceTier {
    /// Faster answers at a higher price.
    Fast,
    /// Slower answers at a lower price.
    Flex,
}

/// How agent and user work together: a mode, with the settings that come with it.
#[wire]
#[derive(Eq)]
pub struct CollaborationMode {
    /// The mode.
    pub mode: ModeKind,
    /// What holds while the mode is on.
    pub settings: Settings,
}

/// The modes in which agent and user can work together.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ModeKind {
    /// The agent works out a plan with the user and changes nothing yet.
    Plan,
    /// The agent does what it is asked to do.
    Default,
}

/// The settings of a mode; they take precedence over those of the turn.
#[wire(rename_all = "snake_case", omit_none)]
#[derive(Eq)]
pub struct Settings {
    /// Identifier of the model.
    pub model: String,
    /// How much the model thinks. Absent or null leaves it to the model's default.
    pub reasoning_effort: Option<ReasoningEffort>,
    /// Instructions to the agent that go with the mode. Absent or null means those built into the server.
    pub developer_instructions: Option<String>,
}

/// Asks which models there are, page by page.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ModelListParams {
    /// The `nextCursor` of the page before. Absent or null asks for the first page.
    pub cursor: Option<String>,
    /// How many models a page may hold. Absent or null leaves it to the server.
    pub limit: Option<u32>,
    /// Whether to list models too that are not offered to users. Absent or null means no.
    pub include_hidden: Option<bool>,
}

/// A page of the list of models.
#[wire]
#[derive(Eq)]
pub struct ModelListResponse {
    /// The models of this page, in the order in which to offer them.
    pub data: Vec<Model>,
    /// What to send as `cursor` for the next page. Null when this is the last one.
    pub next_cursor: Option<String>,
}

/// A model that the agent can work with.
#[wire]
#[derive(Eq)]
pub struct Model {
    /// Identifier of this entry of the list.
    pub id: String,
    /// Identifier of the model, as settings name it.
    pub model: String,
    /// The model to offer in place of this one. Null when there is none; `upgradeInfo` says more about it.
    pub upgrade: Option<String>,
    /// The model to offer in place of this one, with what to tell the user. Null when there is none.
    pub upgrade_info: Option<ModelUpgradeInfo>,
    /// A message that makes the model known to the user. Null when there is none.
    pub availability_nux: Option<ModelAvailabilityNux>,
    /// The name to show.
    pub display_name: String,
    /// What the model is good for, in a few words.
    pub description: String,
    /// Whether to keep it out of the list that the user chooses from.
    pub hidden: bool,
    /// How much the model can be asked to think, from little to much.
    pub supported_reasoning_efforts: Vec<ReasoningEffortOption>,
    /// How much it thinks when it is not told.
    pub default_reasoning_effort: ReasoningEffort,
    /// What the model takes as input. Absent means text and pictures.
    #[serde(default = "all_modalities")]
    pub input_modalities: Vec<InputModality>,
    /// Whether the manner in which the model talks can be chosen.
    #[serde(default)]
    pub supports_personality: bool,
    /// The speeds that the model can answer at beside the usual one, such as `fast`.
    #[serde(default)]
    pub additional_speed_tiers: Vec<String>,
    /// Whether it is the model for those who do not choose; one of the list is.
    pub is_default: bool,
}

fn all_modalities() -> Vec<InputModality> {
    vec![InputModality::Text, InputModality::Image]
}

/// A model to offer in place of another, with what to tell the user.
#[wire]
#[derive(Eq)]
pub struct ModelUpgradeInfo {
    /// Identifier of the model to offer.
    pub model: String,
    /// What to tell the user. Null leaves the words to the client.
    pub upgrade_copy: Option<String>,
    /// Address of a page about the model.
    pub model_link: Option<String>,
    /// What changes for the user, at length and in Markdown.
    pub migration_markdown: Option<String>,
}

/// A message that makes a model known to the user.
#[wire]
#[derive(Eq)]
pub struct ModelAvailabilityNux {
    /// What to tell the user.
    pub message: String,
}

/// One choice of how much a model thinks.
#[wire]
#[derive(Eq)]
pub struct ReasoningEffortOption {
    /// How much it thinks.
    pub reasoning_effort: ReasoningEffort,
    /// What the choice is good for, to be shown to the user.
    pub description: String,
}

/// The kinds of input that a model can take.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum InputModality {
    /// Words, as the user writes them.
    Text,
    /// Pictures, beside words.
    Image,
}

/// Says that another model answers than the one that was chosen.
#[wire]
#[derive(Eq)]
pub struct ModelReroutedNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn in which it happened.
    pub turn_id: String,
    /// The model that was chosen.
    pub from_model: String,
    /// The model that answers.
    pub to_model: String,
    /// Why it is another one.
    pub reason: ModelRerouteReason,
}

/// Why another model answers than the one that was chosen.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ModelRerouteReason {
    /// What is asked could serve to attack computer systems.
    HighRiskCyberActivity,
}

/// Says that the user should show who they are before the model does all that is asked of it.
#[wire]
#[derive(Eq)]
pub struct ModelVerificationNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn in which it came up.
    pub turn_id: String,
    /// What the user should go through.
    pub verifications: Vec<ModelVerification>,
}

/// The ways in which a user can show who they are.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ModelVerification {
    /// The programme for those whose work is the security of computer systems.
    TrustedAccessForCyber,
}

#[cfg(test)]
mod tests {
    use super::{InputModality, Model};
    use serde_json::json;

    #[test]
    fn a_model_that_does_not_say_takes_text_and_pictures() {
        let model: Model = serde_json::from_value(json!({
            "id": "gpt-5.1-codex", "model": "gpt-5.1-codex", "displayName": "GPT-5.1 Codex",
            "description": "For coding.", "hidden": false, "isDefault": true,
            "supportedReasoningEfforts": [], "defaultReasoningEffort": "medium"
        }))
        .expect("a model");
        assert_eq!(model.input_modalities, [InputModality::Text, InputModality::Image]);
        assert!(!model.supports_personality);
    }
}
