//! The part of the configuration that says which apps and which of their tools the agent may use, and how.

use methodic::wire;
use std::collections::BTreeMap;

/// Which apps the agent may use, and how.
#[wire(published_open)]
#[derive(Default, Eq)]
pub struct AppsConfig {
    /// What holds for an app as far as its own settings say nothing. Null means the defaults of the fields.
    #[serde(rename = "_default")]
    pub default: Option<AppsDefaultConfig>,
    /// The settings of single apps, by identifier.
    #[serde(default, flatten)]
    pub apps: BTreeMap<String, AppConfig>,
}

/// What holds for an app as far as its own settings say nothing.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq)]
pub struct AppsDefaultConfig {
    /// Whether the agent may use the app.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Whether the agent may use tools that can destroy something.
    #[serde(default = "yes")]
    pub destructive_enabled: bool,
    /// Whether the agent may use tools that reach beyond the app itself.
    #[serde(default = "yes")]
    pub open_world_enabled: bool,
}

impl Default for AppsDefaultConfig {
    fn default() -> Self {
        Self { enabled: true, destructive_enabled: true, open_world_enabled: true }
    }
}

fn yes() -> bool {
    true
}

/// The settings of one app. Null means that what holds for all apps holds here.
#[wire(rename_all = "snake_case")]
#[derive(Eq)]
pub struct AppConfig {
    /// Whether the agent may use the app.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Whether the agent may use tools that can destroy something.
    pub destructive_enabled: Option<bool>,
    /// Whether the agent may use tools that reach beyond the app itself.
    pub open_world_enabled: Option<bool>,
    /// Who is asked before the agent uses a tool that has no settings of its own.
    pub default_tools_approval_mode: Option<AppToolApproval>,
    /// Whether the agent may use tools that have no settings of their own.
    pub default_tools_enabled: Option<bool>,
    /// The settings of single tools.
    pub tools: Option<AppToolsConfig>,
}

impl Default for AppConfig {
    fn default() -> Self {
        Self {
            enabled: true,
            destructive_enabled: None,
            open_world_enabled: None,
            default_tools_approval_mode: None,
            default_tools_enabled: None,
            tools: None,
        }
    }
}

/// The settings of single tools of an app.
#[wire(published_open)]
#[derive(Default, Eq)]
pub struct AppToolsConfig {
    /// The settings, by the name of the tool.
    #[serde(default, flatten)]
    pub tools: BTreeMap<String, AppToolConfig>,
}

/// The settings of one tool. Null means that what holds for the app's other tools holds here.
#[wire(rename_all = "snake_case")]
#[derive(Default, Copy, Eq)]
pub struct AppToolConfig {
    /// Whether the agent may use the tool.
    pub enabled: Option<bool>,
    /// Who is asked before the agent uses the tool.
    pub approval_mode: Option<AppToolApproval>,
}

/// Who is asked before the agent uses a tool of an app.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum AppToolApproval {
    /// The user, where what the tool says about itself calls for it.
    Auto,
    /// The user, every time.
    Prompt,
    /// Nobody: the tool counts as approved.
    Approve,
}
