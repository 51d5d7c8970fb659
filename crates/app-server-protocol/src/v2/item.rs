//! Items: the steps a turn is made of, from the user's message to the agent's answer, and how they are announced.

use crate::v2::{
    AbsolutePathBuf, CollabAgentState, CollabAgentTool, CollabAgentToolCallStatus, CommandAction,
    CommandExecutionSource, CommandExecutionStatus, DynamicToolCallOutputContentItem, DynamicToolCallStatus,
    FileUpdateChange, McpToolCallError, McpToolCallResult, McpToolCallStatus, PatchApplyStatus, ReasoningEffort,
    UserInput, WebSearchAction,
};
use methodic::wire;
use serde_json::Value;
use std::collections::BTreeMap;

/// One step of a turn.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum ThreadItem {
    /// The user said something.
    UserMessage {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// The parts of the message, in the user's order.
        content: Vec<UserInput>,
    },
    /// A hook (a command that the user has configured for certain moments) added to what the agent reads.
    HookPrompt {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// What was added, one fragment for each run of a hook.
        fragments: Vec<HookPromptFragment>,
    },
    /// The agent said something.
    AgentMessage {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// The whole text. Empty or in part when the item starts; the deltas bring the rest.
        text: String,
        /// Whether more is to come in this turn. Null when the model does not say.
        phase: Option<MessagePhase>,
        /// The memories that the message rests on. Null when there are none.
        memory_citation: Option<MemoryCitation>,
    },
    /// The agent proposed a plan.
    Plan {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// The whole plan, as Markdown.
        text: String,
    },
    /// The agent thought.
    Reasoning {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// The thoughts in short, one element for each part.
        #[serde(default)]
        summary: Vec<String>,
        /// The thoughts in full, where the model shows them, one element for each part.
        #[serde(default)]
        content: Vec<String>,
    },
    /// A command was run.
    CommandExecution {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// The command line.
        command: String,
        /// The folder in which the command runs.
        cwd: AbsolutePathBuf,
        /// Identifier by which the running process can be written to. Null when it cannot be, or does not run yet.
        process_id: Option<String>,
        /// On whose behalf the command runs.
        #[serde(default)]
        source: CommandExecutionSource,
        /// How far the command has come.
        status: CommandExecutionStatus,
        /// What the parts of the command line appear to do, from left to right.
        command_actions: Vec<CommandAction>,
        /// What the command printed, standard output and standard error as they came. Null until it ends.
        aggregated_output: Option<String>,
        /// The command's exit code. Null until it ends.
        exit_code: Option<i32>,
        /// The time the command took, in milliseconds. Null until it ends.
        duration_ms: Option<i64>,
    },
    /// Files were changed.
    FileChange {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// What is done, file by file.
        changes: Vec<FileUpdateChange>,
        /// How far the change has come.
        status: PatchApplyStatus,
    },
    /// A tool of an MCP server was called.
    McpToolCall {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// Name of the MCP server, as it is configured.
        server: String,
        /// Name of the tool.
        tool: String,
        /// How far the call has come.
        status: McpToolCallStatus,
        /// What the tool was called with, in the shape that the tool asks for.
        arguments: Value,
        /// Address of the resource by which the tool's app shows the call. Null when the tool has no app.
        mcp_app_resource_uri: Option<String>,
        /// What the tool gave back. Null while it is at work, and when the call failed.
        result: Option<McpToolCallResult>,
        /// Why the call failed. Null unless it did.
        error: Option<McpToolCallError>,
        /// The time the call took, in milliseconds. Null until it ends.
        duration_ms: Option<i64>,
    },
    /// A tool of the client was called.
    DynamicToolCall {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// The group that the tool belongs to. Null for a tool without a group.
        namespace: Option<String>,
        /// Name of the tool.
        tool: String,
        /// What the tool was called with, in the shape of its input schema.
        arguments: Value,
        /// How far the call has come.
        status: DynamicToolCallStatus,
        /// What the tool gave back. Null while it is at work.
        content_items: Option<Vec<DynamicToolCallOutputContentItem>>,
        /// Whether the tool did what it should, by the client's own account. Null while it is at work.
        success: Option<bool>,
        /// The time the call took, in milliseconds. Null until it ends.
        duration_ms: Option<i64>,
    },
    /// The agent dealt with other agents.
    CollabAgentToolCall {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// What the agent did.
        tool: CollabAgentTool,
        /// How far it has come.
        status: CollabAgentToolCallStatus,
        /// The thread of the agent that did it.
        sender_thread_id: String,
        /// The threads of the agents it was done to, the new one included when one was started.
        receiver_thread_ids: Vec<String>,
        /// What the other agents were told. Null when they were told nothing.
        prompt: Option<String>,
        /// The model that a new agent works with. Null unless one was started.
        model: Option<String>,
        /// How much a new agent's model thinks. Null unless an agent was started.
        reasoning_effort: Option<ReasoningEffort>,
        /// How the other agents were doing when this was last looked at, by thread.
        agents_states: BTreeMap<String, CollabAgentState>,
    },
    /// The agent looked for something on the web.
    WebSearch {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// What it looked for, in a form to show.
        query: String,
        /// What exactly it did. Null while that is not known.
        action: Option<WebSearchAction>,
    },
    /// The agent looked at a picture.
    ImageView {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// The file with the picture.
        path: AbsolutePathBuf,
    },
    /// The agent made a picture.
    ImageGeneration {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// How far the picture has come, in the words of the model's server.
        status: String,
        /// The description that the picture was made from, where it differs from what was asked for.
        revised_prompt: Option<String>,
        /// The picture's bytes in Base64.
        result: String,
        /// The file that the server saved the picture to. Null when it was not saved.
        saved_path: Option<AbsolutePathBuf>,
    },
    /// The agent began a review.
    EnteredReviewMode {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// What is reviewed, in words to show.
        review: String,
    },
    /// The agent ended a review.
    ExitedReviewMode {
        /// Identifier of the item, unique in its thread.
        id: String,
        /// What the review found.
        review: String,
    },
    /// The conversation had become too long, and a summary took the place of its older part.
    ContextCompaction {
        /// Identifier of the item, unique in its thread.
        id: String,
    },
}

/// Whether a message of the agent leads to its answer or is the answer.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum MessagePhase {
    /// Said along the way; the agent goes on working.
    Commentary,
    /// The answer that ends the turn.
    FinalAnswer,
}

/// What one run of a hook added.
#[wire]
#[derive(Eq)]
pub struct HookPromptFragment {
    /// The text as the agent reads it.
    pub text: String,
    /// Identifier of the hook's run.
    pub hook_run_id: String,
}

/// The memories of earlier threads that a message rests on.
#[wire]
#[derive(Eq)]
pub struct MemoryCitation {
    /// The places in the memory's files.
    pub entries: Vec<MemoryCitationEntry>,
    /// The threads that the memories come from.
    pub thread_ids: Vec<String>,
}

/// One place in a file of the agent's memory.
#[wire]
#[derive(Eq)]
pub struct MemoryCitationEntry {
    /// Path of the file.
    pub path: String,
    /// The first line of the place, counted from 1.
    pub line_start: u32,
    /// The last line of the place, counted from 1.
    pub line_end: u32,
    /// What the memory says for this message.
    pub note: String,
}

/// Says that a step of a turn has begun.
#[wire]
#[derive(Eq)]
pub struct ItemStartedNotification {
    /// The step as far as it is known; later notifications complete it.
    pub item: ThreadItem,
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the step belongs to.
    pub turn_id: String,
}

/// Says that a step of a turn has ended.
#[wire]
#[derive(Eq)]
pub struct ItemCompletedNotification {
    /// The step in its final form; it replaces what `item/started` and the deltas have built up.
    pub item: ThreadItem,
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the step belongs to.
    pub turn_id: String,
}

/// Brings the next piece of a message that the agent is writing.
#[wire]
#[derive(Eq)]
pub struct AgentMessageDeltaNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the message belongs to.
    pub turn_id: String,
    /// The `agentMessage` item that grows.
    pub item_id: String,
    /// The text to append.
    pub delta: String,
}
