//! What tools ask of the client while a turn waits: to do the work of one of its own tools, or to put questions to the
//! user.
//!
//! These types are published outside of any version: they keep one shape for all of them.

use crate::v2::DynamicToolCallOutputContentItem;
use methodic::wire;
use serde_json::Value;
use std::collections::BTreeMap;

/// Calls a tool that the client offered when the thread was started.
#[wire]
#[derive(Eq)]
pub struct DynamicToolCallParams {
    /// The thread in which the agent calls the tool.
    pub thread_id: String,
    /// The turn that waits for the result.
    pub turn_id: String,
    /// Identifier of the call, which is also that of its `dynamicToolCall` item.
    pub call_id: String,
    /// The group that the tool belongs to. Null for a tool without a group.
    pub namespace: Option<String>,
    /// Name of the tool.
    pub tool: String,
    /// What the tool is called with. The model wrote it, so the tool has to check it against its input schema.
    pub arguments: Value,
}

/// What a tool of the client gave back.
#[wire]
#[derive(Eq)]
pub struct DynamicToolCallResponse {
    /// The result, or what went wrong, for the model to read.
    pub content_items: Vec<DynamicToolCallOutputContentItem>,
    /// Whether the tool did what it should.
    pub success: bool,
}

/// Puts questions of the agent to the user.
#[wire]
#[derive(Eq)]
pub struct ToolRequestUserInputParams {
    /// The thread in which the agent asks.
    pub thread_id: String,
    /// The turn that waits for the answers.
    pub turn_id: String,
    /// Identifier of the tool call by which the agent asks.
    pub item_id: String,
    /// The questions, in the order in which to ask them.
    pub questions: Vec<ToolRequestUserInputQuestion>,
}

/// One question to the user.
#[wire]
#[derive(Eq)]
pub struct ToolRequestUserInputQuestion {
    /// Identifier of the question, unique in its request; the answers are listed by it.
    pub id: String,
    /// A few words that name the question, to be shown above it.
    pub header: String,
    /// The question in full.
    pub question: String,
    /// Whether the user may write an answer of their own instead of choosing one.
    #[serde(default)]
    pub is_other: bool,
    /// Whether the answer must be hidden while it is typed and shown nowhere afterwards.
    #[serde(default)]
    pub is_secret: bool,
    /// The answers to choose from. Null asks for an answer in the user's own words.
    pub options: Option<Vec<ToolRequestUserInputOption>>,
}

/// An answer that is offered to the user.
#[wire]
#[derive(Eq)]
pub struct ToolRequestUserInputOption {
    /// The answer in a few words; choosing it answers with them.
    pub label: String,
    /// What choosing it leads to.
    pub description: String,
}

/// What the user answered.
#[wire]
#[derive(Default, Eq)]
pub struct ToolRequestUserInputResponse {
    /// The answers by the identifiers of the questions. A question that is missing here was not answered.
    pub answers: BTreeMap<String, ToolRequestUserInputAnswer>,
}

/// The answer to one question.
#[wire]
#[derive(Default, Eq)]
pub struct ToolRequestUserInputAnswer {
    /// The labels that were chosen and the texts that were written.
    pub answers: Vec<String>,
}
