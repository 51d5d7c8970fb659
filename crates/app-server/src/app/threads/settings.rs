//! The settings of a thread: what a client asks for, on top of the server's own.

use std::path::Path;

use app_server_analytics::TurnConfig;
use app_server_analytics::events::SubmissionType;
use app_server_protocol::methods;
use app_server_protocol::v2::{
    AbsolutePathBuf, ApprovalsReviewer, AskForApproval, ModeKind, NetworkAccess, PermissionProfile, Personality,
    ReasoningEffort, ReasoningSummary, SandboxMode, SandboxPolicy, ServiceTier, ThreadStartParams, TurnStartParams,
};
use methodic::{Method, RpcError};
use serde::Serialize;

use super::super::initialize::absolute;
use super::super::invalid::invalid;

/// Bytes of a text that a thread keeps, which is a name or a path.
const LONGEST_TEXT: usize = 4096;

/// Bytes of a policy that a thread keeps, as JSON.
const LONGEST_POLICY: usize = 16 * 1024;

/// How a thread works.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Settings {
    pub(super) model: String,
    pub(super) model_provider: String,
    pub(super) service_tier: Option<ServiceTier>,
    pub(super) cwd: AbsolutePathBuf,
    pub(super) approval_policy: AskForApproval,
    pub(super) approvals_reviewer: ApprovalsReviewer,
    pub(super) sandbox: SandboxPolicy,
    pub(super) permission_profile: Option<PermissionProfile>,
    pub(super) effort: Option<ReasoningEffort>,
    pub(super) summary: Option<ReasoningSummary>,
    pub(super) personality: Option<Personality>,
    pub(super) collaboration_mode: Option<ModeKind>,
}

impl Settings {
    /// Those of a new thread.
    pub(super) fn of_thread(params: ThreadStartParams) -> Result<Self, RpcError> {
        if params.sandbox.is_some() && params.permission_profile.is_some() {
            let detail = "not to be combined with `sandbox`";
            return Err(invalid::<methods::ThreadStart>("/params/permissionProfile", detail));
        }
        bounded::<methods::ThreadStart>("/params/model", params.model.as_ref(), LONGEST_TEXT)?;
        bounded::<methods::ThreadStart>("/params/modelProvider", params.model_provider.as_ref(), LONGEST_TEXT)?;
        bounded::<methods::ThreadStart>("/params/cwd", params.cwd.as_ref(), LONGEST_TEXT)?;
        bounded::<methods::ThreadStart>(
            "/params/permissionProfile",
            params.permission_profile.as_ref(),
            LONGEST_POLICY,
        )?;
        let cwd = params.cwd.as_deref().map_or_else(|| Ok(absolute(Path::new("."))), folder::<methods::ThreadStart>)?;
        Ok(Self {
            model: params.model.unwrap_or_else(|| "scripted".into()),
            model_provider: params.model_provider.unwrap_or_else(|| "built-in".into()),
            service_tier: params.service_tier.flatten(),
            cwd,
            approval_policy: params.approval_policy.unwrap_or(AskForApproval::OnRequest),
            approvals_reviewer: params.approvals_reviewer.unwrap_or(ApprovalsReviewer::User),
            sandbox: policy(params.sandbox.unwrap_or(SandboxMode::ReadOnly)),
            permission_profile: params.permission_profile,
            effort: None,
            summary: None,
            personality: params.personality,
            collaboration_mode: None,
        })
    }

    /// With what a turn changes for itself and all later ones.
    pub(super) fn with_turn(&self, params: &TurnStartParams) -> Result<Self, RpcError> {
        if params.sandbox_policy.is_some() && params.permission_profile.is_some() {
            let detail = "not to be combined with `sandboxPolicy`";
            return Err(invalid::<methods::TurnStart>("/params/permissionProfile", detail));
        }
        let mode = params.collaboration_mode.as_ref().map(|mode| &mode.settings.model);
        bounded::<methods::TurnStart>("/params/collaborationMode/settings/model", mode, LONGEST_TEXT)?;
        bounded::<methods::TurnStart>("/params/model", params.model.as_ref(), LONGEST_TEXT)?;
        bounded::<methods::TurnStart>("/params/cwd", params.cwd.as_ref(), LONGEST_TEXT)?;
        bounded::<methods::TurnStart>("/params/sandboxPolicy", params.sandbox_policy.as_ref(), LONGEST_POLICY)?;
        bounded::<methods::TurnStart>("/params/permissionProfile", params.permission_profile.as_ref(), LONGEST_POLICY)?;
        let mut new = self.clone();
        if let Some(cwd) = &params.cwd {
            new.cwd = folder::<methods::TurnStart>(cwd)?;
        }
        set(&mut new.approval_policy, params.approval_policy);
        set(&mut new.approvals_reviewer, params.approvals_reviewer);
        set(&mut new.model, params.model.clone());
        set(&mut new.service_tier, params.service_tier);
        set(&mut new.effort, params.effort.map(Some));
        set(&mut new.summary, params.summary.map(Some));
        set(&mut new.personality, params.personality.map(Some));
        // Either takes the place of the other.
        if let Some(policy) = &params.sandbox_policy {
            (new.sandbox, new.permission_profile) = (policy.clone(), None);
        }
        set(&mut new.permission_profile, params.permission_profile.clone().map(Some));
        if let Some(mode) = &params.collaboration_mode {
            new.model.clone_from(&mode.settings.model);
            set(&mut new.effort, mode.settings.reasoning_effort.map(Some));
            new.collaboration_mode = Some(mode.mode);
        }
        Ok(new)
    }

    /// What analytics is told of a turn that runs with them.
    pub(super) fn resolved(&self, thread_id: &str, turn_id: &str, is_first_turn: bool) -> TurnConfig {
        let sandbox_network_access = match &self.sandbox {
            SandboxPolicy::DangerFullAccess => true,
            SandboxPolicy::ExternalSandbox { network_access } => *network_access == NetworkAccess::Enabled,
            SandboxPolicy::ReadOnly { network_access } | SandboxPolicy::WorkspaceWrite { network_access, .. } => {
                *network_access
            }
        };
        TurnConfig {
            thread_id: thread_id.to_owned(),
            turn_id: turn_id.to_owned(),
            submission_type: Some(SubmissionType::Default),
            ephemeral: true,
            model: Some(self.model.clone()),
            model_provider: self.model_provider.clone(),
            sandbox_policy: Some(self.sandbox.clone()),
            reasoning_effort: self.effort,
            reasoning_summary: self.summary,
            service_tier: self.service_tier,
            approval_policy: self.approval_policy,
            approvals_reviewer: self.approvals_reviewer,
            sandbox_network_access,
            collaboration_mode: Some(self.collaboration_mode.unwrap_or(ModeKind::Default)),
            personality: self.personality,
            is_first_turn,
        }
    }
}

fn set<T>(slot: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *slot = value;
    }
}

/// A setting stays as long as its thread: without a bound, some thousand messages of the full size would fill the memory.
fn bounded<M: Method>(pointer: &str, value: Option<&impl Serialize>, most: usize) -> Result<(), RpcError> {
    let found = value.map_or(0, |value| serde_json::to_vec(value).map_or(usize::MAX, |json| json.len()));
    if found > most {
        return Err(invalid::<M>(pointer, format!("expected at most {most} bytes, found {found}")));
    }
    Ok(())
}

fn folder<M: Method>(cwd: &str) -> Result<AbsolutePathBuf, RpcError> {
    if cwd.is_empty() {
        return Err(invalid::<M>("/params/cwd", "expected the path of a folder, found an empty text"));
    }
    Ok(absolute(Path::new(cwd)))
}

fn policy(mode: SandboxMode) -> SandboxPolicy {
    match mode {
        SandboxMode::ReadOnly => SandboxPolicy::ReadOnly { network_access: false },
        SandboxMode::DangerFullAccess => SandboxPolicy::DangerFullAccess,
        SandboxMode::WorkspaceWrite => SandboxPolicy::WorkspaceWrite {
            writable_roots: Vec::new(),
            network_access: false,
            exclude_tmpdir_env_var: false,
            exclude_slash_tmp: false,
        },
    }
}
