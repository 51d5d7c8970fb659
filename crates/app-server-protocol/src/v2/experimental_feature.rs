//! Features of the agent that are not for everybody yet, and their switches. They are another matter than the
//! experimental parts of this protocol, which a client opts in to once and for all when it introduces itself.

use methodic::wire;
use std::collections::BTreeMap;

/// Asks which features there are, page by page.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ExperimentalFeatureListParams {
    /// The `nextCursor` of the page before. Absent or null asks for the first page.
    pub cursor: Option<String>,
    /// How many features a page may hold. Absent or null leaves it to the server.
    pub limit: Option<u32>,
}

/// A page of the list of features.
#[wire]
#[derive(Eq)]
pub struct ExperimentalFeatureListResponse {
    /// The features of this page.
    pub data: Vec<ExperimentalFeature>,
    /// What to send as `cursor` for the next page. Null when this is the last one.
    pub next_cursor: Option<String>,
}

/// A feature and its switch.
#[wire]
#[derive(Eq)]
pub struct ExperimentalFeature {
    /// The name that the configuration knows it by.
    pub name: String,
    /// How mature it is.
    pub stage: ExperimentalFeatureStage,
    /// The name to show. Null for features that are not offered to users.
    pub display_name: Option<String>,
    /// What it does, to be shown beside its switch. Null for features that are not offered to users.
    pub description: Option<String>,
    /// A text by which to make it known to users. Null for features that are not offered to users.
    pub announcement: Option<String>,
    /// Whether it is on.
    pub enabled: bool,
    /// Whether it is on for those who have not touched its switch.
    pub default_enabled: bool,
}

/// How mature a feature is.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ExperimentalFeatureStage {
    /// Users may try it.
    Beta,
    /// It is being made and not meant for use.
    UnderDevelopment,
    /// It is ready; its switch is there for those who want to do without it.
    Stable,
    /// It will go, and should not be used any more.
    Deprecated,
    /// It is gone; its name is kept only so that old configurations can still be read.
    Removed,
}

/// Switches features on or off, until the server ends.
#[wire]
#[derive(Default, Eq)]
pub struct ExperimentalFeatureEnablementSetParams {
    /// Whether each feature shall be on, by its name. Features that are not named stay as they are.
    pub enablement: BTreeMap<String, bool>,
}

/// The switches that were set.
#[wire]
#[derive(Default, Eq)]
pub struct ExperimentalFeatureEnablementSetResponse {
    /// Whether each feature is on now, by its name; only those that the request has named.
    pub enablement: BTreeMap<String, bool>,
}
