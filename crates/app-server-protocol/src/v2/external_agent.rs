//! Moving over from another coding agent: finding what it left on the machine, and taking it into this agent's own
//! configuration.

use methodic::wire;

/// Looks for what another agent has left. Nothing is changed.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ExternalAgentConfigDetectParams {
    /// Whether to look in the user's home folder. Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub include_home: bool,
    /// The folders whose repositories to look in. Absent or null means none.
    pub cwds: Option<Vec<String>>,
}

/// What was found.
#[wire]
#[derive(Eq)]
pub struct ExternalAgentConfigDetectResponse {
    /// The things that can be taken over, each by itself.
    pub items: Vec<ExternalAgentConfigMigrationItem>,
}

/// Takes over what was found.
#[wire]
#[derive(Eq)]
pub struct ExternalAgentConfigImportParams {
    /// The things to take over, as `externalAgentConfig/detect` listed them.
    pub migration_items: Vec<ExternalAgentConfigMigrationItem>,
}

/// Nothing but the fact that the work has begun; `externalAgentConfig/import/completed` tells when it is done.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ExternalAgentConfigImportResponse {}

/// Says that all has been taken over, as far as that was possible.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ExternalAgentConfigImportCompletedNotification {}

/// One thing that can be taken over.
#[wire]
#[derive(Eq)]
pub struct ExternalAgentConfigMigrationItem {
    /// What kind of thing it is.
    pub item_type: ExternalAgentConfigMigrationItemType,
    /// What would be done, in words for the user.
    pub description: String,
    /// The folder of the repository that it belongs to. Null when it belongs to the user's home folder.
    pub cwd: Option<String>,
    /// What it consists of. Null for kinds that have no parts to name.
    pub details: Option<MigrationDetails>,
}

/// The kinds of things that can be taken over.
#[wire(rename_all = "SCREAMING_SNAKE_CASE")]
#[derive(Copy, Eq, Hash)]
pub enum ExternalAgentConfigMigrationItemType {
    /// Instructions to the agent, which become a file `AGENTS.md`.
    AgentsMd,
    /// Settings, which go into the configuration file.
    Config,
    /// Skills, which are copied.
    Skills,
    /// Plugins, which are installed from their marketplaces.
    Plugins,
    /// MCP servers, which go into the configuration file.
    McpServerConfig,
}

/// What a thing to take over consists of.
#[wire]
#[derive(Default, Eq)]
pub struct MigrationDetails {
    /// The plugins, marketplace by marketplace.
    pub plugins: Vec<PluginsMigration>,
}

/// Plugins of one marketplace.
#[wire]
#[derive(Eq)]
pub struct PluginsMigration {
    /// Name of the marketplace.
    pub marketplace_name: String,
    /// Names of the plugins within it.
    pub plugin_names: Vec<String>,
}
