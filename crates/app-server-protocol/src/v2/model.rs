//! How the model works: how long it thinks, how it talks, how fast it answers, and in which mode it deals with the user.

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
