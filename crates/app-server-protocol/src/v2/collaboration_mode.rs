//! The modes of working together that the server has ready, for clients that let the user choose one.

use crate::v2::{ModeKind, ReasoningEffort};
use methodic::wire;

/// Asks for the modes. There is nothing to say about it.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct CollaborationModeListParams {}

/// The modes that the server has ready.
#[wire]
#[derive(Eq)]
pub struct CollaborationModeListResponse {
    /// The modes, in the order in which to offer them.
    pub data: Vec<CollaborationModeMask>,
}

/// A mode with those settings that it prescribes. What it leaves open stays as the thread has it.
#[wire(rename_all = "snake_case")]
#[derive(Eq)]
pub struct CollaborationModeMask {
    /// The name to show.
    pub name: String,
    /// The mode. Null leaves it open.
    pub mode: Option<ModeKind>,
    /// Identifier of the model. Null leaves it open.
    pub model: Option<String>,
    /// How much the model thinks. Absent leaves it open; null prescribes the model's default.
    pub reasoning_effort: Option<Option<ReasoningEffort>>,
}

#[cfg(test)]
mod tests {
    use super::CollaborationModeMask;
    use serde_json::json;

    #[test]
    fn leaving_the_effort_open_is_not_prescribing_the_default() {
        let open = json!({ "name": "Plan", "mode": "plan", "model": null });
        let prescribed = json!({ "name": "Plan", "mode": "plan", "model": null, "reasoning_effort": null });
        for (json, effort) in [(open, None), (prescribed, Some(None))] {
            let mask: CollaborationModeMask = serde_json::from_value(json.clone()).expect("a mode");
            assert_eq!(mask.reasoning_effort, effort);
            assert_eq!(serde_json::to_value(mask).expect("JSON"), json);
        }
    }
}
