//! Hooks: that a command which the user has configured for certain moments was run.

use app_server_protocol::v2::{HookEventName, HookRunStatus, HookSource};
use methodic::wire;

/// A run of a hook that has ended.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Default, Eq)]
pub struct HookRunParams {
    /// The thread in which it ran.
    pub thread_id: Option<String>,
    /// The turn in which it ran.
    pub turn_id: Option<String>,
    /// The model that was at work.
    pub model_slug: Option<String>,
    /// The moment for which it is configured.
    pub hook_name: Option<HookName>,
    /// Where it is configured.
    pub hook_source: Option<HookOrigin>,
    /// How it ended.
    pub status: Option<HookRunStatus>,
}

/// The moments for which a hook can be configured, as its configuration spells them.
#[wire(rename_all = "PascalCase")]
#[derive(Copy, Eq, Hash)]
pub enum HookName {
    /// Before a tool is used.
    PreToolUse,
    /// When the agent asks for permission.
    PermissionRequest,
    /// After a tool was used.
    PostToolUse,
    /// When a thread begins or goes on.
    SessionStart,
    /// When the user has sent a message.
    UserPromptSubmit,
    /// When the agent would end its turn.
    Stop,
}

impl From<HookEventName> for HookName {
    fn from(event: HookEventName) -> Self {
        match event {
            HookEventName::PreToolUse => Self::PreToolUse,
            HookEventName::PermissionRequest => Self::PermissionRequest,
            HookEventName::PostToolUse => Self::PostToolUse,
            HookEventName::SessionStart => Self::SessionStart,
            HookEventName::UserPromptSubmit => Self::UserPromptSubmit,
            HookEventName::Stop => Self::Stop,
        }
    }
}

/// The places where a hook can be configured.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum HookOrigin {
    /// The configuration of the machine.
    System,
    /// The user's configuration.
    User,
    /// The project's configuration.
    Project,
    /// The management of the device.
    Mdm,
    /// The flags with which the program was started.
    SessionFlags,
    /// The file of an older kind of management.
    LegacyManagedConfigFile,
    /// An older kind of management of the device.
    LegacyManagedConfigMdm,
    /// A place that has no word here.
    Unknown,
}

impl From<HookSource> for HookOrigin {
    fn from(source: HookSource) -> Self {
        match source {
            HookSource::System => Self::System,
            HookSource::User => Self::User,
            HookSource::Project => Self::Project,
            HookSource::Mdm => Self::Mdm,
            HookSource::SessionFlags => Self::SessionFlags,
            HookSource::LegacyManagedConfigFile => Self::LegacyManagedConfigFile,
            HookSource::LegacyManagedConfigMdm => Self::LegacyManagedConfigMdm,
            HookSource::Unknown => Self::Unknown,
        }
    }
}
