//! The settings of the server as its configuration files know them. Their names are those of the files, in snake case.
//!
//! Settings that this protocol does not name are carried along under the names that they have.

use crate::v2::{
    ApprovalsReviewer, AppsConfig, AskForApproval, ReasoningEffort, ReasoningSummary, SandboxMode, ServiceTier,
};
use methodic::wire;
use serde_json::Value;
use std::collections::BTreeMap;

/// The settings that hold. Null means that no file sets it, and that the server's own default holds.
#[wire(rename_all = "snake_case")]
#[derive(Default, Eq)]
pub struct Config {
    /// Identifier of the model.
    pub model: Option<String>,
    /// Identifier of the model that reviews changes.
    pub review_model: Option<String>,
    /// How much the model can read at once, in tokens. Null means as much as the server knows of the model.
    pub model_context_window: Option<i64>,
    /// At how many tokens a conversation is summed up to make room.
    pub model_auto_compact_token_limit: Option<i64>,
    /// Name of the provider that serves the model.
    pub model_provider: Option<String>,
    /// When the agent asks before it acts.
    pub approval_policy: Option<AskForApproval>,
    /// Who answers when the agent asks.
    #[experimental("config/read.approvalsReviewer")]
    pub approvals_reviewer: Option<ApprovalsReviewer>,
    /// How far commands reach without asking.
    pub sandbox_mode: Option<SandboxMode>,
    /// What holds besides when `sandbox_mode` is `workspace-write`.
    pub sandbox_workspace_write: Option<SandboxWorkspaceWrite>,
    /// The only workspace whose accounts may be used. Null allows all.
    pub forced_chatgpt_workspace_id: Option<String>,
    /// The only way in which the user may sign in. Null allows all.
    pub forced_login_method: Option<ForcedLoginMethod>,
    /// Whether the agent searches the web, and how.
    pub web_search: Option<WebSearchMode>,
    /// How the agent's own tools work.
    pub tools: Option<ToolsV2>,
    /// Name of the profile whose settings take precedence over these. Null means none.
    pub profile: Option<String>,
    /// The profiles to choose from, by name.
    #[serde(default)]
    pub profiles: BTreeMap<String, ProfileV2>,
    /// Instructions to the agent from the user.
    pub instructions: Option<String>,
    /// Instructions to the agent that rank above the user's.
    pub developer_instructions: Option<String>,
    /// Instructions for summing up a conversation, in place of the built-in ones.
    pub compact_prompt: Option<String>,
    /// How much the model thinks.
    pub model_reasoning_effort: Option<ReasoningEffort>,
    /// How the model sums up its thoughts.
    pub model_reasoning_summary: Option<ReasoningSummary>,
    /// How much the model writes.
    pub model_verbosity: Option<Verbosity>,
    /// The class of service.
    pub service_tier: Option<ServiceTier>,
    /// Whether the server counts how it is used.
    pub analytics: Option<AnalyticsConfig>,
    /// Which apps the agent may use, and how.
    #[experimental("config/read.apps")]
    pub apps: Option<AppsConfig>,
    /// All other settings, by name.
    #[serde(default, flatten)]
    pub additional: BTreeMap<String, Value>,
}

/// Settings that hold together when the user chooses the profile. Null leaves a setting as it is without the profile.
#[wire(rename_all = "snake_case")]
#[derive(Default, Eq)]
pub struct ProfileV2 {
    /// Identifier of the model.
    pub model: Option<String>,
    /// Name of the provider that serves the model.
    pub model_provider: Option<String>,
    /// When the agent asks before it acts.
    pub approval_policy: Option<AskForApproval>,
    /// Who answers when the agent asks.
    #[experimental("config/read.approvalsReviewer")]
    pub approvals_reviewer: Option<ApprovalsReviewer>,
    /// The class of service.
    pub service_tier: Option<ServiceTier>,
    /// How much the model thinks.
    pub model_reasoning_effort: Option<ReasoningEffort>,
    /// How the model sums up its thoughts.
    pub model_reasoning_summary: Option<ReasoningSummary>,
    /// How much the model writes.
    pub model_verbosity: Option<Verbosity>,
    /// Whether the agent searches the web, and how.
    pub web_search: Option<WebSearchMode>,
    /// How the agent's own tools work.
    pub tools: Option<ToolsV2>,
    /// Address of the server that accounts of ChatGPT belong to.
    pub chatgpt_base_url: Option<String>,
    /// All other settings, by name.
    #[serde(default, flatten)]
    pub additional: BTreeMap<String, Value>,
}

/// What holds besides when the sandbox lets commands change files in the working folder.
#[wire(rename_all = "snake_case")]
#[derive(Default, Eq)]
pub struct SandboxWorkspaceWrite {
    /// Further folders in which commands may change files.
    #[serde(default)]
    pub writable_roots: Vec<String>,
    /// Whether commands may use the network.
    #[serde(default)]
    pub network_access: bool,
    /// Keeps commands from writing to the folder that the environment variable `TMPDIR` names.
    #[serde(default)]
    pub exclude_tmpdir_env_var: bool,
    /// Keeps commands from writing to `/tmp`.
    #[serde(default)]
    pub exclude_slash_tmp: bool,
}

/// The ways in which a configuration can oblige the user to sign in.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ForcedLoginMethod {
    /// With an account of ChatGPT.
    Chatgpt,
    /// With an API key.
    Api,
}

/// How much a model writes.
#[wire]
#[derive(Copy, Eq, Hash, PartialOrd, Ord)]
pub enum Verbosity {
    /// Less than usual.
    Low,
    /// As much as usual.
    Medium,
    /// More than usual.
    High,
}

/// Whether the server counts how it is used.
#[wire(rename_all = "snake_case")]
#[derive(Default, Eq)]
pub struct AnalyticsConfig {
    /// Whether it does. Null leaves it to the server's default.
    pub enabled: Option<bool>,
    /// All other settings about it, by name.
    #[serde(default, flatten)]
    pub additional: BTreeMap<String, Value>,
}

/// How the agent's own tools work.
#[wire(rename_all = "snake_case")]
#[derive(Default, Eq)]
pub struct ToolsV2 {
    /// How the agent searches the web.
    pub web_search: Option<WebSearchToolConfig>,
    /// Whether the agent can look at pictures in files.
    pub view_image: Option<bool>,
}

/// Whether the agent searches the web, and how.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum WebSearchMode {
    /// It does not.
    Disabled,
    /// It does, and sees pages as they were when the search engine last read them.
    Cached,
    /// It does, and sees pages as they are now.
    Live,
}

/// How the agent searches the web.
#[wire(rename_all = "snake_case", deny_unknown)]
#[derive(Default, Eq)]
pub struct WebSearchToolConfig {
    /// How much of what is found the model reads.
    pub context_size: Option<WebSearchContextSize>,
    /// The only domains to search. Null means all.
    pub allowed_domains: Option<Vec<String>>,
    /// Where the user is, for results that depend on it.
    pub location: Option<WebSearchLocation>,
}

/// How much of what a search finds the model reads.
#[wire]
#[derive(Copy, Eq, Hash, PartialOrd, Ord)]
pub enum WebSearchContextSize {
    /// Little: quick and cheap.
    Low,
    /// Neither little nor much.
    Medium,
    /// Much: for questions that need it.
    High,
}

/// Where the user is, as exactly as the user wants to tell.
#[wire(deny_unknown)]
#[derive(Default, Eq)]
pub struct WebSearchLocation {
    /// The country, as a code of two letters such as `DE`.
    pub country: Option<String>,
    /// The state or region.
    pub region: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The time zone by its IANA name, such as `Europe/Berlin`.
    pub timezone: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::{Config, WebSearchToolConfig};
    use methodic::Gate;
    use serde_json::{Value, json};

    fn config(value: &Value) -> Config {
        serde_json::from_value(value.clone()).expect("a configuration")
    }

    #[test]
    fn settings_without_a_name_here_are_carried_along() {
        let file = json!({
            "model": "gpt-5.1-codex",
            "notify": ["say", "done"],
            "analytics": { "enabled": false, "sampling": 3 },
            "profiles": { "quick": { "model_verbosity": "low", "hide_agent_reasoning": true } }
        });
        let config = config(&file);
        assert_eq!(config.additional.keys().collect::<Vec<_>>(), ["notify"]);
        assert_eq!(config.profiles["quick"].additional["hide_agent_reasoning"], true);

        let written = serde_json::to_value(&config).expect("JSON");
        assert_eq!(written["notify"], file["notify"]);
        assert_eq!(written["analytics"], file["analytics"]);
        assert_eq!(written["profiles"]["quick"]["hide_agent_reasoning"], true);
        assert_eq!(written["sandbox_mode"], Value::Null);
        assert_eq!(written.get("apps"), None, "an experimental setting shows itself by its name alone");
        assert_eq!(self::config(&written), config);
    }

    #[test]
    fn apps_have_their_identifiers_beside_the_default() {
        let apps = json!({
            "_default": { "enabled": true, "destructive_enabled": false, "open_world_enabled": true },
            "connector_calendar": {
                "enabled": true,
                "destructive_enabled": null,
                "open_world_enabled": null,
                "default_tools_approval_mode": "prompt",
                "default_tools_enabled": null,
                "tools": { "events/delete": { "enabled": false, "approval_mode": null } }
            }
        });
        let config = config(&json!({ "apps": apps }));
        assert_eq!(config.experimental(), Some("config/read.apps"));
        assert_eq!(serde_json::to_value(config.apps).expect("JSON"), apps);
    }

    #[test]
    fn an_experimental_setting_of_a_profile_is_found() {
        let config = config(&json!({ "profiles": { "careful": { "approvals_reviewer": "auto_review" } } }));
        assert_eq!(config.experimental(), Some("config/read.approvalsReviewer"));
    }

    #[test]
    fn a_misspelt_setting_of_the_search_is_refused() {
        let refused = serde_json::from_value::<WebSearchToolConfig>(json!({ "allowed_domain": ["example.org"] }));
        assert!(refused.expect_err("no such setting").to_string().contains("allowed_domain"));
    }
}
