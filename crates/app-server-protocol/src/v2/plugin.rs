//! Plugins: bundles of skills, apps and MCP servers that a user installs from a marketplace.

use crate::v2::{AbsolutePathBuf, AppSummary, MarketplaceInterface, MarketplaceLoadErrorInfo, SkillInterface};
use methodic::wire;

/// Asks which plugins there are.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct PluginListParams {
    /// Folders whose repositories may bring marketplaces of their own. Absent or null means none: only what holds
    /// everywhere for the user is listed.
    pub cwds: Option<Vec<AbsolutePathBuf>>,
}

/// The plugins, marketplace by marketplace.
#[wire]
#[derive(Eq)]
pub struct PluginListResponse {
    /// The marketplaces with their plugins.
    pub marketplaces: Vec<PluginMarketplaceEntry>,
    /// The marketplaces that could not be read.
    #[serde(default)]
    pub marketplace_load_errors: Vec<MarketplaceLoadErrorInfo>,
    /// Identifiers of the plugins to show in a prominent place, the most prominent first.
    #[serde(default)]
    pub featured_plugin_ids: Vec<String>,
}

/// A marketplace and what it offers.
#[wire]
#[derive(Eq)]
pub struct PluginMarketplaceEntry {
    /// Name of the marketplace.
    pub name: String,
    /// The file that describes it. Null for a marketplace that is not on the server's machine.
    pub path: Option<AbsolutePathBuf>,
    /// How to show it to people. Null when it says nothing about that.
    pub interface: Option<MarketplaceInterface>,
    /// What it offers.
    pub plugins: Vec<PluginSummary>,
}

/// A plugin as a list shows it.
#[wire]
#[derive(Eq)]
pub struct PluginSummary {
    /// Identifier of the plugin, `name@marketplace`.
    pub id: String,
    /// Name of the plugin within its marketplace.
    pub name: String,
    /// Where the plugin's files come from.
    pub source: PluginSource,
    /// Whether it is installed.
    pub installed: bool,
    /// Whether the agent uses it. A plugin can be installed and switched off.
    pub enabled: bool,
    /// Whether a user can install it.
    pub install_policy: PluginInstallPolicy,
    /// When the user signs in to the apps that it brings.
    pub auth_policy: PluginAuthPolicy,
    /// How to show it to people. Null when it says nothing about that.
    pub interface: Option<PluginInterface>,
}

/// Where a plugin's files come from.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum PluginSource {
    /// From a folder on the server's machine.
    Local {
        /// The folder.
        path: AbsolutePathBuf,
    },
    /// From a Git repository.
    Git {
        /// Address of the repository.
        url: String,
        /// The folder in the repository. Null means its root.
        path: Option<String>,
        /// The branch or tag to take. Null means the default branch.
        ref_name: Option<String>,
        /// The commit to take. Null means the latest of the branch.
        sha: Option<String>,
    },
    /// From the catalogue on the web, which hands them over when the plugin is installed.
    Remote,
}

/// Whether a user can install a plugin.
#[wire(rename_all = "SCREAMING_SNAKE_CASE")]
#[derive(Copy, Eq, Hash)]
pub enum PluginInstallPolicy {
    /// It can be seen and not installed.
    NotAvailable,
    /// It can be installed.
    Available,
    /// It is there without being asked for.
    InstalledByDefault,
}

/// When the user signs in to the apps that a plugin brings.
#[wire(rename_all = "SCREAMING_SNAKE_CASE")]
#[derive(Copy, Eq, Hash)]
pub enum PluginAuthPolicy {
    /// When the plugin is installed.
    OnInstall,
    /// When an app is used for the first time.
    OnUse,
}

/// How to show a plugin to people. Pictures are files on the server's machine or addresses on the web.
#[wire]
#[derive(Default, Eq)]
pub struct PluginInterface {
    /// The name to show. Null means the plugin's own name.
    pub display_name: Option<String>,
    /// One line about the plugin.
    pub short_description: Option<String>,
    /// Some paragraphs about the plugin.
    pub long_description: Option<String>,
    /// Who makes the plugin.
    pub developer_name: Option<String>,
    /// The group to list it in.
    pub category: Option<String>,
    /// What the plugin can do, in a word or two each, such as `Read` or `Write`.
    pub capabilities: Vec<String>,
    /// Address of the plugin's website.
    pub website_url: Option<String>,
    /// Address of what its maker says about the user's data.
    pub privacy_policy_url: Option<String>,
    /// Address of the terms under which it may be used.
    pub terms_of_service_url: Option<String>,
    /// Messages to offer to the user as a beginning.
    pub default_prompt: Option<Vec<String>>,
    /// A colour to go with the plugin, such as `#1f6feb`.
    pub brand_color: Option<String>,
    /// A small picture to show where messages are written, as a file.
    pub composer_icon: Option<AbsolutePathBuf>,
    /// A small picture to show where messages are written, by address.
    pub composer_icon_url: Option<String>,
    /// The plugin's logo, as a file.
    pub logo: Option<AbsolutePathBuf>,
    /// The plugin's logo, by address.
    pub logo_url: Option<String>,
    /// Pictures of the plugin at work, as files.
    pub screenshots: Vec<AbsolutePathBuf>,
    /// Pictures of the plugin at work, by address.
    pub screenshot_urls: Vec<String>,
}

/// Asks what a plugin consists of. Exactly one of `marketplacePath` and `remoteMarketplaceName` says where it is.
#[wire(omit_none)]
#[derive(Eq)]
pub struct PluginReadParams {
    /// The file that describes the plugin's marketplace, for one that is on the server's machine.
    pub marketplace_path: Option<AbsolutePathBuf>,
    /// Name of the plugin's marketplace, for one that is not.
    pub remote_marketplace_name: Option<String>,
    /// Name of the plugin within its marketplace.
    pub plugin_name: String,
}

/// What the plugin consists of.
#[wire]
#[derive(Eq)]
pub struct PluginReadResponse {
    /// The plugin.
    pub plugin: PluginDetail,
}

/// A plugin with what it consists of.
#[wire]
#[derive(Eq)]
pub struct PluginDetail {
    /// Name of the marketplace that offers it.
    pub marketplace_name: String,
    /// The file that describes the marketplace. Null for a marketplace that is not on the server's machine.
    pub marketplace_path: Option<AbsolutePathBuf>,
    /// The plugin as a list shows it.
    pub summary: PluginSummary,
    /// What the plugin is for. Null when it does not say.
    pub description: Option<String>,
    /// The skills that it brings.
    pub skills: Vec<SkillSummary>,
    /// The apps that it uses.
    pub apps: Vec<AppSummary>,
    /// Names of the MCP servers that it brings.
    pub mcp_servers: Vec<String>,
}

/// A skill that a plugin brings.
#[wire]
#[derive(Eq)]
pub struct SkillSummary {
    /// The name by which the user and the agent call it.
    pub name: String,
    /// What the skill is for and when to use it, written for the model.
    pub description: String,
    /// The same in short. Null when there is no short form.
    pub short_description: Option<String>,
    /// How to show the skill to people. Null when it says nothing about that.
    pub interface: Option<SkillInterface>,
    /// The file with the skill's instructions. Null while it is not on the server's machine.
    pub path: Option<AbsolutePathBuf>,
    /// Whether the agent may use the skill, provided that the plugin is installed and on.
    pub enabled: bool,
}

/// Installs a plugin. Exactly one of `marketplacePath` and `remoteMarketplaceName` says where it is.
#[wire(omit_none)]
#[derive(Eq)]
pub struct PluginInstallParams {
    /// The file that describes the plugin's marketplace, for one that is on the server's machine.
    pub marketplace_path: Option<AbsolutePathBuf>,
    /// Name of the plugin's marketplace, for one that is not.
    pub remote_marketplace_name: Option<String>,
    /// Name of the plugin within its marketplace.
    pub plugin_name: String,
}

/// What is left to do for the user after a plugin was installed.
#[wire]
#[derive(Eq)]
pub struct PluginInstallResponse {
    /// When the user signs in to the apps that the plugin brings.
    pub auth_policy: PluginAuthPolicy,
    /// The apps that the user has to sign in to before they work.
    pub apps_needing_auth: Vec<AppSummary>,
}

/// Takes an installed plugin away.
#[wire]
#[derive(Eq)]
pub struct PluginUninstallParams {
    /// Identifier of the plugin, `name@marketplace`.
    pub plugin_id: String,
}

/// Nothing but the fact that the plugin is gone.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct PluginUninstallResponse {}
