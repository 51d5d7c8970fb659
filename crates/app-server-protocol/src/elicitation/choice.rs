//! The choices in an elicitation form: one answer or several, with or without titles for the answers.
//!
//! The Model Context Protocol spells each of these in a way of its own, and an older one besides. Nothing but their
//! members tells them apart, which is why each refuses the members of the others.

use crate::elicitation::McpElicitationStringType;
use methodic::wire;

/// A choice among given texts, in any of its spellings.
#[wire(untagged)]
#[derive(Eq)]
pub enum McpElicitationEnumSchema {
    /// Exactly one of the answers.
    SingleSelect(McpElicitationSingleSelectEnumSchema),
    /// Any number of the answers.
    MultiSelect(McpElicitationMultiSelectEnumSchema),
    /// Exactly one of the answers, with titles, as older MCP servers write it.
    LegacyTitled(McpElicitationLegacyTitledEnumSchema),
}

/// A choice of exactly one answer.
#[wire(untagged)]
#[derive(Eq)]
pub enum McpElicitationSingleSelectEnumSchema {
    /// The user reads the answers as they are sent.
    Untitled(McpElicitationUntitledSingleSelectEnumSchema),
    /// The user reads a title for each answer.
    Titled(McpElicitationTitledSingleSelectEnumSchema),
}

/// A choice of any number of answers.
#[wire(untagged)]
#[derive(Eq)]
pub enum McpElicitationMultiSelectEnumSchema {
    /// The user reads the answers as they are sent.
    Untitled(McpElicitationUntitledMultiSelectEnumSchema),
    /// The user reads a title for each answer.
    Titled(McpElicitationTitledMultiSelectEnumSchema),
}

/// A choice of one answer that is shown as it is sent.
#[wire(omit_none, deny_unknown)]
#[derive(Default, Eq)]
pub struct McpElicitationUntitledSingleSelectEnumSchema {
    /// Says that the answer is a text.
    pub r#type: McpElicitationStringType,
    /// Name of the field as the user reads it. Absent or null leaves only the name in the form.
    pub title: Option<String>,
    /// What is to be chosen. Absent or null when the title says it all.
    pub description: Option<String>,
    /// The answers, in the order in which to show them.
    pub r#enum: Vec<String>,
    /// The answer that is chosen before the user changes it. Absent or null chooses none.
    pub default: Option<String>,
}

/// A choice of one answer that is shown by its title.
#[wire(omit_none, deny_unknown)]
#[derive(Default, Eq)]
pub struct McpElicitationTitledSingleSelectEnumSchema {
    /// Says that the answer is a text.
    pub r#type: McpElicitationStringType,
    /// Name of the field as the user reads it. Absent or null leaves only the name in the form.
    pub title: Option<String>,
    /// What is to be chosen. Absent or null when the title says it all.
    pub description: Option<String>,
    /// The answers with their titles, in the order in which to show them.
    pub one_of: Vec<McpElicitationConstOption>,
    /// The answer that is chosen before the user changes it. Absent or null chooses none.
    pub default: Option<String>,
}

/// A choice of several answers that are shown as they are sent.
#[wire(omit_none, deny_unknown)]
#[derive(Eq)]
pub struct McpElicitationUntitledMultiSelectEnumSchema {
    /// Says that the answer is a list.
    pub r#type: McpElicitationArrayType,
    /// Name of the field as the user reads it. Absent or null leaves only the name in the form.
    pub title: Option<String>,
    /// What is to be chosen. Absent or null when the title says it all.
    pub description: Option<String>,
    /// The least number of answers to choose. Absent or null sets no limit.
    pub min_items: Option<u64>,
    /// The greatest number of answers to choose. Absent or null sets no limit.
    pub max_items: Option<u64>,
    /// What can be chosen.
    pub items: McpElicitationUntitledEnumItems,
    /// The answers that are chosen before the user changes it. Absent or null chooses none.
    pub default: Option<Vec<String>>,
}

/// A choice of several answers that are shown by their titles.
#[wire(omit_none, deny_unknown)]
#[derive(Eq)]
pub struct McpElicitationTitledMultiSelectEnumSchema {
    /// Says that the answer is a list.
    pub r#type: McpElicitationArrayType,
    /// Name of the field as the user reads it. Absent or null leaves only the name in the form.
    pub title: Option<String>,
    /// What is to be chosen. Absent or null when the title says it all.
    pub description: Option<String>,
    /// The least number of answers to choose. Absent or null sets no limit.
    pub min_items: Option<u64>,
    /// The greatest number of answers to choose. Absent or null sets no limit.
    pub max_items: Option<u64>,
    /// What can be chosen.
    pub items: McpElicitationTitledEnumItems,
    /// The answers that are chosen before the user changes it. Absent or null chooses none.
    pub default: Option<Vec<String>>,
}

/// A choice of one answer with titles in a list beside the answers: the older spelling.
#[wire(omit_none, deny_unknown)]
#[derive(Default, Eq)]
pub struct McpElicitationLegacyTitledEnumSchema {
    /// Says that the answer is a text.
    pub r#type: McpElicitationStringType,
    /// Name of the field as the user reads it. Absent or null leaves only the name in the form.
    pub title: Option<String>,
    /// What is to be chosen. Absent or null when the title says it all.
    pub description: Option<String>,
    /// The answers, in the order in which to show them.
    pub r#enum: Vec<String>,
    /// The titles of the answers, in the same order. Absent or null shows the answers as they are.
    pub enum_names: Option<Vec<String>>,
    /// The answer that is chosen before the user changes it. Absent or null chooses none.
    pub default: Option<String>,
}

/// The answers of a choice of several, without titles.
#[wire(deny_unknown)]
#[derive(Default, Eq)]
pub struct McpElicitationUntitledEnumItems {
    /// Says that each answer is a text.
    pub r#type: McpElicitationStringType,
    /// The answers, in the order in which to show them.
    pub r#enum: Vec<String>,
}

/// The answers of a choice of several, with titles.
#[wire(deny_unknown)]
#[derive(Default, Eq)]
pub struct McpElicitationTitledEnumItems {
    /// The answers with their titles, in the order in which to show them.
    pub any_of: Vec<McpElicitationConstOption>,
}

/// An answer with its title.
#[wire(deny_unknown)]
#[derive(Eq)]
pub struct McpElicitationConstOption {
    /// The answer as it is sent.
    pub r#const: String,
    /// The answer as the user reads it.
    pub title: String,
}

/// The type of fields whose answer is a list of texts.
#[wire]
#[derive(Default, Copy, Eq, Hash)]
pub enum McpElicitationArrayType {
    /// A list.
    #[default]
    Array,
}
