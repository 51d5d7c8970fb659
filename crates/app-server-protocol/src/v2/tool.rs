//! Tools: those of MCP servers, and those that a client brings along for its own threads.

use methodic::wire;
use serde_json::Value;

/// How far the call of an MCP server's tool has come.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum McpToolCallStatus {
    /// The tool is at work.
    InProgress,
    /// The tool gave a result.
    Completed,
    /// The tool failed, or could not be called.
    Failed,
}

/// What an MCP server's tool gave back, in the terms of the Model Context Protocol.
#[wire]
#[derive(Eq)]
pub struct McpToolCallResult {
    /// The parts of the result that the model reads, each a content block of the Model Context Protocol.
    pub content: Vec<Value>,
    /// The result as data, for tools that declare an output schema. Null when there is none.
    pub structured_content: Option<Value>,
    /// What the MCP server says to the client beside the result. Null when it says nothing.
    #[serde(rename = "_meta")]
    pub meta: Option<Value>,
}

/// Why the call of an MCP server's tool gave no result.
#[wire]
#[derive(Eq)]
pub struct McpToolCallError {
    /// The reason in words.
    pub message: String,
}

/// A tool that the client offers to the agent. When the agent uses it, the server calls the client.
#[wire(omit_none)]
#[derive(Eq)]
pub struct DynamicToolSpec {
    /// Group in which the tool's name is unique. Absent or null puts it among the ungrouped ones.
    pub namespace: Option<String>,
    /// The name by which the agent calls the tool.
    pub name: String,
    /// What the tool does and when to use it, written for the model.
    pub description: String,
    /// JSON Schema of the arguments.
    pub input_schema: Value,
    /// Whether the model learns about the tool only when it looks for one. Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub defer_loading: bool,
}

/// How far the call of a client's tool has come.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum DynamicToolCallStatus {
    /// The client is at work.
    InProgress,
    /// The client answered.
    Completed,
    /// The client answered that the tool failed, or did not answer.
    Failed,
}

/// One part of what a client's tool gives to the model.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum DynamicToolCallOutputContentItem {
    /// Text for the model to read.
    InputText {
        /// The text as the model reads it.
        text: String,
    },
    /// A picture for the model to look at.
    InputImage {
        /// Where the picture is, or the picture itself as a `data:` address.
        image_url: String,
    },
}
