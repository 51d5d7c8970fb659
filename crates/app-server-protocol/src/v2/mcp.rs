//! MCP servers: what they offer, how a client signs in to them, and how it reads their resources and calls their tools.
//!
//! `Tool`, `Resource`, `ResourceTemplate` and `ResourceContent` are those of the Model Context Protocol.

use methodic::wire;
use serde_json::Value;
use std::collections::BTreeMap;

/// Asks for one page of the configured MCP servers.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ListMcpServerStatusParams {
    /// Where the page begins: `nextCursor` of the page before. Absent or null begins at the first server.
    pub cursor: Option<String>,
    /// The greatest number of servers on the page. Absent or null leaves it to the server.
    pub limit: Option<u32>,
    /// How much to find out about each server. Absent or null means `full`.
    pub detail: Option<McpServerStatusDetail>,
}

/// How much can be found out about MCP servers.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum McpServerStatusDetail {
    /// Everything that it offers.
    Full,
    /// Only tools and authorization: resources and templates stay empty, which is quicker for slow servers.
    ToolsAndAuthOnly,
}

/// One page of the configured MCP servers.
#[wire]
#[derive(Default, Eq)]
pub struct ListMcpServerStatusResponse {
    /// The servers of this page, by name.
    pub data: Vec<McpServerStatus>,
    /// Where the next page begins. Null when this is the last one.
    pub next_cursor: Option<String>,
}

/// What an MCP server offers.
#[wire]
#[derive(Eq)]
pub struct McpServerStatus {
    /// Name of the MCP server, as it is configured.
    pub name: String,
    /// Its tools by name. Empty when it cannot be reached.
    pub tools: BTreeMap<String, Tool>,
    /// The things that can be read from it.
    pub resources: Vec<Resource>,
    /// The families of things that can be read from it.
    pub resource_templates: Vec<ResourceTemplate>,
    /// Whether the agent is signed in to it.
    pub auth_status: McpAuthStatus,
}

/// How the agent stands with an MCP server's authorization.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum McpAuthStatus {
    /// One cannot sign in to the MCP server.
    Unsupported,
    /// One can, and nobody has; `mcpServer/oauth/login` is the way.
    NotLoggedIn,
    /// A token from the configuration is used.
    BearerToken,
    /// The user has signed in.
    OAuth,
}

/// A tool of an MCP server.
#[wire]
#[derive(Eq)]
pub struct Tool {
    /// The name by which the tool is called.
    pub name: String,
    /// Name of the tool as users read it. Null when it has none.
    pub title: Option<String>,
    /// What the tool does and when to use it, written for the model. Null when the MCP server does not say.
    pub description: Option<String>,
    /// JSON Schema of the arguments.
    pub input_schema: Value,
    /// JSON Schema of the result as data. Null when the tool gives none.
    pub output_schema: Option<Value>,
    /// Hints at how the tool behaves, such as whether it changes anything. They are claims of the MCP server. Null when
    /// it makes none.
    pub annotations: Option<Value>,
    /// Pictures to show with the tool. Null when it has none.
    pub icons: Option<Vec<Value>>,
    /// What the MCP server adds for the client. Null when it adds nothing.
    #[serde(rename = "_meta")]
    pub meta: Option<Value>,
}

/// Something that can be read from an MCP server.
#[wire]
#[derive(Eq)]
pub struct Resource {
    /// The address by which it is read.
    pub uri: String,
    /// Its name, for programs rather than for users.
    pub name: String,
    /// Its name as users read it. Null when it has none.
    pub title: Option<String>,
    /// What it holds. Null when the MCP server does not say.
    pub description: Option<String>,
    /// The media type of its content. Null when it is not known.
    pub mime_type: Option<String>,
    /// The number of bytes of its content, before any encoding. Null when it is not known.
    pub size: Option<i64>,
    /// Hints at whom it is for and how much it matters. Null when the MCP server gives none.
    pub annotations: Option<Value>,
    /// Pictures to show with it. Null when it has none.
    pub icons: Option<Vec<Value>>,
    /// What the MCP server adds for the client. Null when it adds nothing.
    #[serde(rename = "_meta")]
    pub meta: Option<Value>,
}

/// A family of things that can be read from an MCP server.
#[wire]
#[derive(Eq)]
pub struct ResourceTemplate {
    /// A pattern (RFC 6570) from which the address of each thing is made.
    pub uri_template: String,
    /// Name of the family, for programs rather than for users.
    pub name: String,
    /// Name of the family as users read it. Null when it has none.
    pub title: Option<String>,
    /// What the things hold. Null when the MCP server does not say.
    pub description: Option<String>,
    /// The media type that all of them have. Null when they differ or it is not known.
    pub mime_type: Option<String>,
    /// Hints at whom they are for and how much they matter. Null when the MCP server gives none.
    pub annotations: Option<Value>,
}

/// Reads something from an MCP server.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct McpResourceReadParams {
    /// The thread with whose settings the MCP server is reached. Absent or null reaches it with those of the server.
    pub thread_id: Option<String>,
    /// Name of the MCP server, as it is configured.
    pub server: String,
    /// The address of what to read.
    pub uri: String,
}

/// What was read from an MCP server.
#[wire]
#[derive(Default, Eq)]
pub struct McpResourceReadResponse {
    /// The content, in several parts where the address stands for several things.
    pub contents: Vec<ResourceContent>,
}

/// One part of what was read: text or bytes.
#[wire(untagged, omit_none)]
#[derive(Eq)]
pub enum ResourceContent {
    /// Text.
    Text {
        /// The address of this part.
        uri: String,
        /// The media type of this part. Absent or null when it is not known.
        mime_type: Option<String>,
        /// The text itself.
        text: String,
        /// What the MCP server adds for the client. Absent or null when it adds nothing.
        #[serde(rename = "_meta")]
        meta: Option<Value>,
    },
    /// Bytes.
    Blob {
        /// The address of this part.
        uri: String,
        /// The media type of this part. Absent or null when it is not known.
        mime_type: Option<String>,
        /// The bytes in Base64.
        blob: String,
        /// What the MCP server adds for the client. Absent or null when it adds nothing.
        #[serde(rename = "_meta")]
        meta: Option<Value>,
    },
}

/// Calls a tool of an MCP server, without the agent.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct McpServerToolCallParams {
    /// The thread in whose name the tool is called.
    pub thread_id: String,
    /// Name of the MCP server, as it is configured.
    pub server: String,
    /// Name of the tool.
    pub tool: String,
    /// What the tool is called with, in the shape of its input schema. Absent or null passes nothing.
    pub arguments: Option<Value>,
    /// What the client adds for the MCP server. Absent or null adds nothing.
    #[serde(rename = "_meta")]
    pub meta: Option<Value>,
}

/// What a tool of an MCP server gave back.
#[wire]
#[derive(Default, Eq)]
pub struct McpServerToolCallResponse {
    /// The parts of the result, each a content block of the Model Context Protocol.
    pub content: Vec<Value>,
    /// The result as data, for tools that declare an output schema. Null when there is none.
    pub structured_content: Option<Value>,
    /// Whether the tool failed; the content then says why. Null means that it did not.
    pub is_error: Option<bool>,
    /// What the MCP server adds for the client. Null when it adds nothing.
    #[serde(rename = "_meta")]
    pub meta: Option<Value>,
}

/// Begins to sign in to an MCP server.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct McpServerOauthLoginParams {
    /// Name of the MCP server, as it is configured.
    pub name: String,
    /// The rights to ask for. Absent or null asks for those of the configuration, else for what the MCP server
    /// proposes.
    pub scopes: Option<Vec<String>>,
    /// How long to wait for the user, in seconds. Absent or null leaves it to the server.
    pub timeout_secs: Option<i64>,
}

/// Where the user signs in to an MCP server.
#[wire]
#[derive(Eq)]
pub struct McpServerOauthLoginResponse {
    /// Address of the page to open in the user's browser.
    pub authorization_url: String,
}

/// Says how signing in to an MCP server has ended.
#[wire]
#[derive(Eq)]
pub struct McpServerOauthLoginCompletedNotification {
    /// Name of the MCP server, as it is configured.
    pub name: String,
    /// Whether the user is signed in now.
    pub success: bool,
    /// Why not. Null when the user is.
    pub error: Option<String>,
}

/// Says how far an MCP server's start has come.
#[wire]
#[derive(Eq)]
pub struct McpServerStatusUpdatedNotification {
    /// Name of the MCP server, as it is configured.
    pub name: String,
    /// How far it has come.
    pub status: McpServerStartupState,
    /// Why it failed. Null unless it did.
    pub error: Option<String>,
}

/// How far the start of an MCP server can have come.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum McpServerStartupState {
    /// It is being started.
    Starting,
    /// It is there, and its tools can be called.
    Ready,
    /// It could not be started.
    Failed,
    /// Its start was broken off.
    Cancelled,
}
