//! Approvals: what the server asks before the agent may run a command, change files or get further permissions, and
//! what the client can answer.
//!
//! These types are published outside of any version: they keep one shape for all of them.

use crate::v2::{
    AbsolutePathBuf, AdditionalFileSystemPermissions, AdditionalNetworkPermissions, CommandAction,
    NetworkApprovalProtocol, RequestPermissionProfile,
};
use methodic::wire;

/// Asks whether a command, or the network access of a running command, is allowed.
///
/// Most fields belong to one kind of request only, so the server leaves out what does not apply.
#[wire(omit_none)]
pub struct CommandExecutionRequestApprovalParams {
    /// The thread in which the agent wants to act.
    pub thread_id: String,
    /// The turn that waits for the answer.
    pub turn_id: String,
    /// The `commandExecution` item that the request is about.
    pub item_id: String,
    /// Tells apart several requests about one item. Absent or null for the request about the item's own command.
    pub approval_id: Option<String>,
    /// Why approval is needed, in the agent's words, to be shown to the user.
    pub reason: Option<String>,
    /// The network access to decide on. Absent or null when the command itself is to be decided.
    pub network_approval_context: Option<NetworkApprovalContext>,
    /// The command line to be run.
    pub command: Option<String>,
    /// The folder the command would run in.
    pub cwd: Option<AbsolutePathBuf>,
    /// What the command line appears to do, step by step, as a friendlier form of `command`.
    pub command_actions: Option<Vec<CommandAction>>,
    /// Permissions that the command would get beyond those of the turn's sandbox.
    #[experimental("item/commandExecution/requestApproval.additionalPermissions")]
    pub additional_permissions: Option<AdditionalPermissionProfile>,
    /// Leading words of the command that the server offers to allow from now on, for the answer
    /// `acceptWithExecpolicyAmendment`. Absent or null when it offers nothing of the kind.
    pub proposed_execpolicy_amendment: Option<Vec<String>>,
    /// Network rules that the server offers to keep, for the answer `applyNetworkPolicyAmendment`.
    pub proposed_network_policy_amendments: Option<Vec<NetworkPolicyAmendment>>,
    /// The answers that make sense here, in the order in which to show them. Absent or null leaves the choice to the
    /// client.
    #[experimental("item/commandExecution/requestApproval.availableDecisions")]
    pub available_decisions: Option<Vec<CommandExecutionApprovalDecision>>,
}

/// What the user decided about a command.
#[wire]
pub struct CommandExecutionRequestApprovalResponse {
    /// The answer to the request.
    pub decision: CommandExecutionApprovalDecision,
}

/// The possible answers to a request to run a command.
#[wire(rename_all_fields = "snake_case")]
#[derive(Eq)]
pub enum CommandExecutionApprovalDecision {
    /// Yes, this once.
    Accept,
    /// Yes, and do not ask about the same command again in this session.
    AcceptForSession,
    /// Yes, and allow commands that begin alike from now on.
    AcceptWithExecpolicyAmendment {
        /// The leading words of the commands to allow, one word an element.
        execpolicy_amendment: Vec<String>,
    },
    /// Keep a network rule and decide this request by it.
    ApplyNetworkPolicyAmendment {
        /// The rule to keep.
        network_policy_amendment: NetworkPolicyAmendment,
    },
    /// No; the agent goes on with the turn and may try another way.
    Decline,
    /// No, and the turn is interrupted.
    Cancel,
}

/// The network access that a command was stopped at.
#[wire]
#[derive(Eq)]
pub struct NetworkApprovalContext {
    /// Name or address of the host to be reached.
    pub host: String,
    /// How the host was to be reached.
    pub protocol: NetworkApprovalProtocol,
}

/// A lasting rule about one host.
#[wire]
#[derive(Eq)]
pub struct NetworkPolicyAmendment {
    /// Name or address of the host.
    pub host: String,
    /// What happens to connections to the host.
    pub action: NetworkPolicyRuleAction,
}

/// What a network rule does with a connection.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum NetworkPolicyRuleAction {
    /// Lets the connection through.
    Allow,
    /// Refuses the connection.
    Deny,
}

/// Permissions on top of those that a turn's sandbox grants already.
#[wire]
#[derive(Default)]
pub struct AdditionalPermissionProfile {
    /// Further network access. Null asks for none.
    pub network: Option<AdditionalNetworkPermissions>,
    /// Further access to files. Null asks for none.
    pub file_system: Option<AdditionalFileSystemPermissions>,
}

/// Asks whether changes to files are allowed.
#[wire(omit_none)]
#[derive(Eq)]
pub struct FileChangeRequestApprovalParams {
    /// The thread in which the agent wants to change files.
    pub thread_id: String,
    /// The turn that waits for the answer.
    pub turn_id: String,
    /// The `fileChange` item that the request is about; it lists the changes.
    pub item_id: String,
    /// Why approval is needed, to be shown to the user. Absent or null when nothing is said.
    pub reason: Option<String>,
    /// A folder in which the agent wants to write freely for the rest of the session. Absent or null asks for these
    /// changes alone.
    pub grant_root: Option<String>,
}

/// What the user decided about changes to files.
#[wire]
#[derive(Copy, Eq)]
pub struct FileChangeRequestApprovalResponse {
    /// The answer to the request.
    pub decision: FileChangeApprovalDecision,
}

/// The possible answers to a request to change files.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum FileChangeApprovalDecision {
    /// Yes, this once.
    Accept,
    /// Yes, and do not ask about changes to the same files again in this session.
    AcceptForSession,
    /// No; the agent goes on with the turn and may try another way.
    Decline,
    /// No, and the turn is interrupted.
    Cancel,
}

/// Asks for permissions that the sandbox does not grant, before the agent makes use of them.
#[wire]
#[derive(Eq)]
pub struct PermissionsRequestApprovalParams {
    /// The thread in which the agent asks.
    pub thread_id: String,
    /// The turn that waits for the answer.
    pub turn_id: String,
    /// Identifier of the tool call by which the agent asks.
    pub item_id: String,
    /// The folder that the agent works in.
    pub cwd: AbsolutePathBuf,
    /// Why the agent needs the permissions, in its own words, to be shown to the user. Null when it does not say.
    pub reason: Option<String>,
    /// The permissions that it asks for.
    pub permissions: RequestPermissionProfile,
}

/// Which permissions the user grants. It may be fewer than were asked for; whatever goes beyond that has no effect.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct PermissionsRequestApprovalResponse {
    /// The permissions that are granted. Empty refuses them all.
    pub permissions: GrantedPermissionProfile,
    /// How long they are granted.
    #[serde(default)]
    pub scope: PermissionGrantScope,
    /// Whether each later command of the turn has to pass a reviewing agent even where the sandbox would let it run.
    /// Absent or null means no.
    pub strict_auto_review: Option<bool>,
}

/// The permissions that the user grants on top of those of the sandbox.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct GrantedPermissionProfile {
    /// Further network access. Absent or null grants none.
    pub network: Option<AdditionalNetworkPermissions>,
    /// Further access to files. Absent or null grants none.
    pub file_system: Option<AdditionalFileSystemPermissions>,
}

/// How long granted permissions last.
#[wire]
#[derive(Default, Copy, Eq, Hash)]
pub enum PermissionGrantScope {
    /// Until the turn ends.
    #[default]
    Turn,
    /// Until the session ends.
    Session,
}
