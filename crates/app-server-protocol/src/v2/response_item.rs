//! The items that the model's server knows: what a conversation is made of before it is told as turns and their items.
//!
//! They carry names of their own (snake_case throughout) since they are the model's server's rather than this protocol's.

use crate::v2::MessagePhase;
use methodic::wire;
use serde_json::Value;
use std::collections::BTreeMap;

/// Brings an item as the model's server sent it, unprocessed, to a client that asked for raw events at the thread's start.
#[wire]
#[derive(Eq)]
pub struct RawResponseItemCompletedNotification {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn that the item came in.
    pub turn_id: String,
    /// The item.
    pub item: ResponseItem,
}

/// One item of a conversation, as the model's server knows it.
#[wire(tag = "type", rename_all = "snake_case", rename_all_fields = "snake_case", omit_none)]
#[derive(Eq)]
pub enum ResponseItem {
    /// Somebody said something.
    Message {
        /// Identifier of the item at the model's server. Absent or null when it has none.
        id: Option<String>,
        /// Who said it: `user`, `assistant`, `developer` or `system`.
        role: String,
        /// The parts of the message.
        content: Vec<ContentItem>,
        /// Whether more is to come in this turn. Absent or null when the model does not say.
        phase: Option<MessagePhase>,
    },
    /// The model thought.
    Reasoning {
        /// The thoughts in short.
        summary: Vec<ReasoningItemReasoningSummary>,
        /// The thoughts in full, where the model shows them. Absent or null when it does not.
        content: Option<Vec<ReasoningItemContent>>,
        /// The thoughts in a form that only the model's server can read, to be sent back to it as they came.
        encrypted_content: Option<String>,
    },
    /// The model called the shell that its server knows as a tool of its own.
    LocalShellCall {
        /// Identifier of the item at the model's server, by which older versions name the call. Absent or null when it
        /// has none.
        id: Option<String>,
        /// Identifier of the call, which its output names. Absent or null when `id` serves for it.
        call_id: Option<String>,
        /// How far the call has come.
        status: LocalShellStatus,
        /// What the shell shall do.
        action: LocalShellAction,
    },
    /// The model called a tool that takes JSON.
    FunctionCall {
        /// Identifier of the item at the model's server. Absent or null when it has none.
        id: Option<String>,
        /// Name of the tool.
        name: String,
        /// Group in which the tool's name is unique. Absent or null for a tool without a group.
        namespace: Option<String>,
        /// What the tool is called with, as JSON in a text; the model wrote it, so it may be malformed.
        arguments: String,
        /// Identifier of the call, which its output names.
        call_id: String,
    },
    /// The model looked for tools that it had not been told about.
    ToolSearchCall {
        /// Identifier of the item at the model's server. Absent or null when it has none.
        id: Option<String>,
        /// Identifier of the call, which its output names. Absent or null when the model's server itself does the search.
        call_id: Option<String>,
        /// How far the search has come, in the words of the model's server.
        status: Option<String>,
        /// Who does the search, in the words of the model's server, such as `client`.
        execution: String,
        /// What is looked for.
        arguments: Value,
    },
    /// A tool that takes JSON answered.
    FunctionCallOutput {
        /// Identifier of the call.
        call_id: String,
        /// The answer.
        output: FunctionCallOutputBody,
    },
    /// The model called a tool that takes text as it is.
    CustomToolCall {
        /// Identifier of the item at the model's server. Absent or null when it has none.
        id: Option<String>,
        /// How far the call has come, in the words of the model's server.
        status: Option<String>,
        /// Identifier of the call, which its output names.
        call_id: String,
        /// Name of the tool.
        name: String,
        /// The text that the tool is called with.
        input: String,
    },
    /// A tool that takes text answered.
    CustomToolCallOutput {
        /// Identifier of the call.
        call_id: String,
        /// Name of the tool. Absent or null when the call alone tells it.
        name: Option<String>,
        /// The answer.
        output: FunctionCallOutputBody,
    },
    /// The search for tools had a result.
    ToolSearchOutput {
        /// Identifier of the call. Absent or null when the model's server itself did the search.
        call_id: Option<String>,
        /// How far the search has come, in the words of the model's server.
        status: String,
        /// Who did the search, in the words of the model's server, such as `client`.
        execution: String,
        /// The tools found, each as the model's server takes the description of a tool.
        tools: Vec<Value>,
    },
    /// The model's server looked for something on the web.
    WebSearchCall {
        /// Identifier of the item at the model's server. Absent or null when it has none.
        id: Option<String>,
        /// How far the search has come, in the words of the model's server.
        status: Option<String>,
        /// What exactly was done. Absent or null when that is not known.
        action: Option<ResponsesApiWebSearchAction>,
    },
    /// The model's server made a picture.
    ImageGenerationCall {
        /// Identifier of the item at the model's server.
        id: String,
        /// How far the picture has come, in the words of the model's server.
        status: String,
        /// The description that the picture was made from, where it differs from what was asked for.
        revised_prompt: Option<String>,
        /// The picture's bytes in Base64.
        result: String,
    },
    /// The state of the files was kept, so that it can be brought back. The model reads nothing of it.
    GhostSnapshot {
        /// The commit that keeps the state.
        ghost_commit: GhostCommit,
    },
    /// A summary took the place of the older part of the conversation.
    Compaction {
        /// The summary in a form that only the model's server can read.
        encrypted_content: String,
    },
    /// Something that this version of the server has no word for.
    Other,
}

/// One part of a message.
#[wire(tag = "type", rename_all = "snake_case", rename_all_fields = "snake_case", omit_none)]
#[derive(Eq)]
pub enum ContentItem {
    /// Text for the model to read.
    InputText {
        /// The text as the model reads it.
        text: String,
    },
    /// A picture for the model to look at.
    InputImage {
        /// Where the picture is, or the picture itself as a `data:` address.
        image_url: String,
        /// How closely the model looks. Absent or null leaves it to the model's server.
        detail: Option<ImageDetail>,
    },
    /// Text that the model wrote.
    OutputText {
        /// The text as the model wrote it.
        text: String,
    },
}

/// How closely a model looks at a picture.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ImageDetail {
    /// As closely as the model's server finds right.
    Auto,
    /// At a small copy of the picture, which costs little.
    Low,
    /// At a large copy of the picture.
    High,
    /// At the picture in its own size.
    Original,
}

/// One part of the model's thoughts in short.
#[wire(tag = "type", rename_all = "snake_case")]
#[derive(Eq)]
pub enum ReasoningItemReasoningSummary {
    /// A part of the summary.
    SummaryText {
        /// The text as the model wrote it.
        text: String,
    },
}

/// One part of the model's thoughts in full.
#[wire(tag = "type", rename_all = "snake_case")]
#[derive(Eq)]
pub enum ReasoningItemContent {
    /// A thought, marked as one.
    ReasoningText {
        /// The text as the model wrote it.
        text: String,
    },
    /// A thought under the name that any text can have.
    Text {
        /// The text as the model wrote it.
        text: String,
    },
}

/// How far a call of the shell has come.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum LocalShellStatus {
    /// The command has ended.
    Completed,
    /// The command runs, or is about to.
    InProgress,
    /// The call broke off before its end.
    Incomplete,
}

/// What the shell can be asked to do.
#[wire(tag = "type", rename_all = "snake_case", rename_all_fields = "snake_case", omit_none)]
#[derive(Eq)]
pub enum LocalShellAction {
    /// Run a command.
    Exec {
        /// The program and its arguments.
        command: Vec<String>,
        /// The time after which the command is ended, in milliseconds. Absent or null means the server's own limit.
        timeout_ms: Option<u64>,
        /// The folder to run in. Absent or null means the working folder.
        working_directory: Option<String>,
        /// Environment variables to set, by name.
        env: Option<BTreeMap<String, String>>,
        /// The user of the operating system to run as. Absent or null means the server's own.
        user: Option<String>,
    },
}

/// What a tool answered: a text, or parts of which some may be pictures.
#[wire(untagged)]
#[derive(Eq)]
pub enum FunctionCallOutputBody {
    /// The answer as one text.
    Text(String),
    /// The answer part by part.
    ContentItems(Vec<FunctionCallOutputContentItem>),
}

/// One part of what a tool answered.
#[wire(tag = "type", rename_all = "snake_case", rename_all_fields = "snake_case", omit_none)]
#[derive(Eq)]
pub enum FunctionCallOutputContentItem {
    /// Text for the model to read.
    InputText {
        /// The text as the model reads it.
        text: String,
    },
    /// A picture for the model to look at.
    InputImage {
        /// Where the picture is, or the picture itself as a `data:` address.
        image_url: String,
        /// How closely the model looks. Absent or null leaves it to the model's server.
        detail: Option<ImageDetail>,
    },
}

/// One step of a search on the web, as the model's server tells it.
#[wire(tag = "type", rename_all = "snake_case", rename_all_fields = "snake_case", omit_none)]
#[derive(Eq)]
pub enum ResponsesApiWebSearchAction {
    /// Asks a search engine.
    Search {
        /// What is asked. Absent or null when `queries` says it, or when it is not known.
        query: Option<String>,
        /// What is asked when it is more than one question at once.
        queries: Option<Vec<String>>,
    },
    /// Opens a page.
    OpenPage {
        /// Address of the page. Absent or null when it is not known.
        url: Option<String>,
    },
    /// Looks for a text on a page.
    FindInPage {
        /// Address of the page. Absent or null when it is not known.
        url: Option<String>,
        /// The text looked for. Absent or null when it is not known.
        pattern: Option<String>,
    },
    /// Something that this version of the server has no word for.
    Other,
}

/// A Git commit that belongs to no branch and keeps the state of the files at one moment.
#[wire(rename_all = "snake_case", omit_none)]
#[derive(Eq)]
pub struct GhostCommit {
    /// Identifier of the commit.
    pub id: String,
    /// The commit that was checked out at that moment. Absent or null when there was none.
    pub parent: Option<String>,
    /// Files that Git did not know and that existed already; bringing the state back leaves them alone.
    pub preexisting_untracked_files: Vec<String>,
    /// Folders that Git did not know and that existed already; bringing the state back leaves them alone.
    pub preexisting_untracked_dirs: Vec<String>,
}
