//! Elicitation: what an MCP server asks the user through the client, and the forms it may ask with.
//!
//! The forms are the restricted JSON Schema that the Model Context Protocol allows here: one flat object whose members
//! are texts, numbers, yes-or-no questions and choices. Further keywords are refused, so that a client that shows every
//! kind of field listed here can show every form.

mod choice;

pub use choice::*;

use methodic::wire;
use serde_json::Value;
use std::collections::BTreeMap;

/// Asks the user something on behalf of an MCP server.
#[wire(omit_none)]
pub struct McpServerElicitationRequestParams {
    /// The thread that uses the MCP server.
    pub thread_id: String,
    /// The turn that waits for the answer. Absent or null when the server asks on its own account, outside of a turn
    /// or without saying for which one.
    pub turn_id: Option<String>,
    /// Name of the MCP server that asks, as it is configured.
    pub server_name: String,
    /// What is asked, and how.
    #[serde(flatten)]
    pub request: McpServerElicitationRequest,
}

/// What an MCP server can ask.
#[wire(tag = "mode", omit_none)]
pub enum McpServerElicitationRequest {
    /// The user fills in a form that the client shows.
    Form {
        /// What the MCP server adds for the client, outside of the form. Absent or null when it adds nothing.
        #[serde(rename = "_meta")]
        meta: Option<Value>,
        /// What is asked and why, to be shown above the form.
        message: String,
        /// The fields of the form.
        requested_schema: McpElicitationSchema,
    },
    /// The user goes to a web page and answers there, so that nothing secret passes through the client.
    Url {
        /// What the MCP server adds for the client, outside of the page. Absent or null when it adds nothing.
        #[serde(rename = "_meta")]
        meta: Option<Value>,
        /// What is asked and why, to be shown before the page is opened.
        message: String,
        /// Address of the page.
        url: String,
        /// Identifier that the MCP server gave the question, by which it recognises the answer.
        elicitation_id: String,
    },
}

/// What the user made of an MCP server's question.
#[wire]
#[derive(Eq)]
pub struct McpServerElicitationRequestResponse {
    /// Whether the user answered.
    pub action: McpServerElicitationAction,
    /// The filled-in form: an object with one member a field. Absent or null unless a form was accepted.
    pub content: Option<Value>,
    /// What the client adds for the MCP server, outside of the form. Absent or null when it adds nothing.
    #[serde(rename = "_meta")]
    pub meta: Option<Value>,
}

/// What a user can do with an MCP server's question.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum McpServerElicitationAction {
    /// Answer it: send the form, or agree to open the page.
    Accept,
    /// Say no.
    Decline,
    /// Close it without saying anything.
    Cancel,
}

/// A form: an object with one member for each field.
#[wire(omit_none, deny_unknown)]
pub struct McpElicitationSchema {
    /// The dialect of JSON Schema that the form is written in. Absent or null leaves it to the Model Context Protocol.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// Says that the answer is an object.
    pub r#type: McpElicitationObjectType,
    /// The fields by the names that they have in the answer.
    pub properties: BTreeMap<String, McpElicitationPrimitiveSchema>,
    /// Names of the fields that the user has to fill in. Absent or null requires none.
    pub required: Option<Vec<String>>,
}

/// The type that a whole form has.
#[wire]
#[derive(Default, Copy, Eq, Hash)]
pub enum McpElicitationObjectType {
    /// An object.
    #[default]
    Object,
}

/// One field of a form. Which kind it is shows in its members; the kinds are tried in this order.
#[wire(untagged)]
pub enum McpElicitationPrimitiveSchema {
    /// A choice among given texts.
    Enum(McpElicitationEnumSchema),
    /// A text that the user writes.
    String(McpElicitationStringSchema),
    /// A number that the user writes.
    Number(McpElicitationNumberSchema),
    /// A yes-or-no question.
    Boolean(McpElicitationBooleanSchema),
}

/// A field for a text.
#[wire(omit_none, deny_unknown)]
#[derive(Default, Eq)]
pub struct McpElicitationStringSchema {
    /// Says that the answer is a text.
    pub r#type: McpElicitationStringType,
    /// Name of the field as the user reads it. Absent or null leaves only the name in the form.
    pub title: Option<String>,
    /// What to fill in. Absent or null when the title says it all.
    pub description: Option<String>,
    /// The least number of characters. Absent or null sets no limit.
    pub min_length: Option<u32>,
    /// The greatest number of characters. Absent or null sets no limit.
    pub max_length: Option<u32>,
    /// What the text has to look like. Absent or null takes any text.
    pub format: Option<McpElicitationStringFormat>,
    /// What the field holds before the user changes it. Absent or null leaves it empty.
    pub default: Option<String>,
}

/// The type of fields whose answer is one text.
#[wire]
#[derive(Default, Copy, Eq, Hash)]
pub enum McpElicitationStringType {
    /// A text.
    #[default]
    String,
}

/// What a text can be required to look like.
#[wire(rename_all = "kebab-case")]
#[derive(Copy, Eq, Hash)]
pub enum McpElicitationStringFormat {
    /// An e-mail address.
    Email,
    /// An absolute address, such as that of a web page.
    Uri,
    /// A day, as `2026-04-27`.
    Date,
    /// A moment with its offset from UTC, as `2026-04-27T09:30:00Z`.
    DateTime,
}

/// A field for a number.
#[wire(omit_none, deny_unknown)]
pub struct McpElicitationNumberSchema {
    /// Which numbers the field takes.
    pub r#type: McpElicitationNumberType,
    /// Name of the field as the user reads it. Absent or null leaves only the name in the form.
    pub title: Option<String>,
    /// What to fill in. Absent or null when the title says it all.
    pub description: Option<String>,
    /// The least number that is allowed. Absent or null sets no limit.
    pub minimum: Option<f64>,
    /// The greatest number that is allowed. Absent or null sets no limit.
    pub maximum: Option<f64>,
    /// What the field holds before the user changes it. Absent or null leaves it empty.
    pub default: Option<f64>,
}

/// The types of fields whose answer is a number.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum McpElicitationNumberType {
    /// Any number.
    Number,
    /// A number without a fraction.
    Integer,
}

/// A field for yes or no.
#[wire(omit_none, deny_unknown)]
#[derive(Default, Eq)]
pub struct McpElicitationBooleanSchema {
    /// Says that the answer is true or false.
    pub r#type: McpElicitationBooleanType,
    /// Name of the field as the user reads it. Absent or null leaves only the name in the form.
    pub title: Option<String>,
    /// What yes and no mean here. Absent or null when the title says it all.
    pub description: Option<String>,
    /// What is chosen before the user changes it. Absent or null chooses nothing.
    pub default: Option<bool>,
}

/// The type of fields whose answer is yes or no.
#[wire]
#[derive(Default, Copy, Eq, Hash)]
pub enum McpElicitationBooleanType {
    /// True or false.
    #[default]
    Boolean,
}
