//! Requirements: what an administrator demands of the configuration. A setting that contradicts them does not hold,
//! whatever layer it comes from.

use crate::v2::{ApprovalsReviewer, AskForApproval, SandboxMode, WebSearchMode};
use methodic::wire;
use std::collections::BTreeMap;

/// What is demanded.
#[wire]
#[derive(Default, Eq)]
pub struct ConfigRequirementsReadResponse {
    /// The requirements. Null when there are none.
    pub requirements: Option<ConfigRequirements>,
}

/// What an administrator demands. Null means that nothing is demanded in that respect.
#[wire]
#[derive(Default, Eq)]
pub struct ConfigRequirements {
    /// The policies of approval to choose from.
    pub allowed_approval_policies: Option<Vec<AskForApproval>>,
    /// Those who may answer when the agent asks.
    #[experimental("configRequirements/read.allowedApprovalsReviewers")]
    pub allowed_approvals_reviewers: Option<Vec<ApprovalsReviewer>>,
    /// The sandboxes to choose from.
    pub allowed_sandbox_modes: Option<Vec<SandboxMode>>,
    /// The ways of searching the web to choose from. Not to search is always among them.
    pub allowed_web_search_modes: Option<Vec<WebSearchMode>>,
    /// Whether each feature has to be on or off, by its name. The features that are not named can be chosen.
    pub feature_requirements: Option<BTreeMap<String, bool>>,
    /// The hooks that run whatever the configuration says.
    #[experimental("configRequirements/read.hooks")]
    pub hooks: Option<ManagedHooksRequirements>,
    /// The part of the world in which data has to stay.
    pub enforce_residency: Option<ResidencyRequirement>,
    /// What commands may reach over the network.
    #[experimental("configRequirements/read.network")]
    pub network: Option<NetworkRequirements>,
}

/// The parts of the world in which data can be made to stay.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ResidencyRequirement {
    /// The United States.
    Us,
}

/// Hooks that run whatever the configuration says, by the moment at which they run.
#[wire]
#[derive(Default, Eq)]
pub struct ManagedHooksRequirements {
    /// The folder with the hooks' programs. Null when there is none.
    pub managed_dir: Option<String>,
    /// The folder with the hooks' programs on Windows. Null when there is none.
    pub windows_managed_dir: Option<String>,
    /// Those that run before the agent uses a tool.
    #[serde(rename = "PreToolUse")]
    pub pre_tool_use: Vec<ConfiguredHookMatcherGroup>,
    /// Those that run when the agent asks for approval.
    #[serde(rename = "PermissionRequest")]
    pub permission_request: Vec<ConfiguredHookMatcherGroup>,
    /// Those that run after the agent has used a tool.
    #[serde(rename = "PostToolUse")]
    pub post_tool_use: Vec<ConfiguredHookMatcherGroup>,
    /// Those that run when a thread begins or goes on.
    #[serde(rename = "SessionStart")]
    pub session_start: Vec<ConfiguredHookMatcherGroup>,
    /// Those that run when the user has sent a message, before the agent reads it.
    #[serde(rename = "UserPromptSubmit")]
    pub user_prompt_submit: Vec<ConfiguredHookMatcherGroup>,
    /// Those that run when the agent is about to end its turn.
    #[serde(rename = "Stop")]
    pub stop: Vec<ConfiguredHookMatcherGroup>,
}

/// Hooks that run in the same cases.
#[wire]
#[derive(Eq)]
pub struct ConfiguredHookMatcherGroup {
    /// A pattern for the cases in which they run, such as the name of a tool. Null means in all cases.
    pub matcher: Option<String>,
    /// The hooks.
    pub hooks: Vec<ConfiguredHookHandler>,
}

/// What a hook does.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum ConfiguredHookHandler {
    /// It runs a command.
    Command {
        /// The command line.
        command: String,
        /// After how many seconds the command is ended. Null means the server's own limit.
        timeout_sec: Option<u64>,
        /// Whether the agent goes on without waiting for the command.
        #[serde(rename = "async")]
        is_async: bool,
        /// What to show to the user while the command runs. Null shows nothing in particular.
        status_message: Option<String>,
    },
    /// It asks a model.
    Prompt,
    /// It sets an agent to work.
    Agent,
}

/// What commands may reach over the network. Null means that nothing is demanded in that respect.
#[wire]
#[derive(Default, Eq)]
pub struct NetworkRequirements {
    /// Whether commands reach the network through the server's own proxy, which applies what is said here.
    pub enabled: Option<bool>,
    /// The port for the proxy to listen on for HTTP.
    pub http_port: Option<u16>,
    /// The port for the proxy to listen on for SOCKS.
    pub socks_port: Option<u16>,
    /// Whether the proxy may use another proxy, as the environment names it.
    pub allow_upstream_proxy: Option<bool>,
    /// Whether the proxy may be reached from other machines, which is a danger to them and to this one.
    pub dangerously_allow_non_loopback_proxy: Option<bool>,
    /// Whether commands may reach all Unix sockets, those that give power over the machine included.
    pub dangerously_allow_all_unix_sockets: Option<bool>,
    /// What happens to connections to a domain, by its name or a pattern for names.
    pub domains: Option<BTreeMap<String, NetworkDomainPermission>>,
    /// Whether only the domains allowed here can be reached, whatever the user allows in addition.
    pub managed_allowed_domains_only: Option<bool>,
    /// The domains that are allowed: an older form of what `domains` says.
    pub allowed_domains: Option<Vec<String>>,
    /// The domains that are refused: an older form of what `domains` says.
    pub denied_domains: Option<Vec<String>>,
    /// What happens to connections to a Unix socket, by its path.
    pub unix_sockets: Option<BTreeMap<String, NetworkUnixSocketPermission>>,
    /// The Unix sockets that are allowed: an older form of what `unixSockets` says.
    pub allow_unix_sockets: Option<Vec<String>>,
    /// Whether commands may reach, and offer, services on this machine and in its own network.
    pub allow_local_binding: Option<bool>,
}

/// What happens to connections to a domain.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum NetworkDomainPermission {
    /// They are let through.
    Allow,
    /// They are refused, even where a wider pattern allows them.
    Deny,
}

/// What happens to connections to a Unix socket.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum NetworkUnixSocketPermission {
    /// They are let through.
    Allow,
    /// Nothing is granted: they are refused.
    None,
}
