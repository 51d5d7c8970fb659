//! Plugins: that one was installed, switched or used.

use methodic::wire;

/// A plugin.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Default, Eq)]
pub struct PluginParams {
    /// Identifier of the plugin.
    pub plugin_id: Option<String>,
    /// Its name.
    pub plugin_name: Option<String>,
    /// The marketplace that it comes from.
    pub marketplace_name: Option<String>,
    /// Whether it brings skills along.
    pub has_skills: Option<bool>,
    /// How many MCP servers it brings along.
    pub mcp_server_count: Option<u64>,
    /// The apps that it brings along.
    pub connector_ids: Option<Vec<String>>,
    /// The product that the client belongs to, as the backend knows it.
    pub product_client_id: Option<String>,
}

/// A plugin, and where it was used.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Default, Eq)]
pub struct PluginUsedParams {
    /// The plugin.
    #[serde(flatten)]
    pub plugin: PluginParams,
    /// The thread in which it was used.
    pub thread_id: Option<String>,
    /// The turn in which it was used.
    pub turn_id: Option<String>,
    /// The model that was at work.
    pub model_slug: Option<String>,
}
