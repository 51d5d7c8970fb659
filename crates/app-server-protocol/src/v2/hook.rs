//! Hooks: commands and the like that the user has configured for certain moments, and what becomes of their runs.

use crate::v2::AbsolutePathBuf;
use methodic::wire;

/// Says that a hook has begun to run.
#[wire]
#[derive(Eq)]
pub struct HookStartedNotification {
    /// The thread that the hook runs for.
    pub thread_id: String,
    /// The turn that the hook runs in. Null for hooks of the thread as a whole.
    pub turn_id: Option<String>,
    /// The run as it begins.
    pub run: HookRunSummary,
}

/// Says that a hook's run has ended.
#[wire]
#[derive(Eq)]
pub struct HookCompletedNotification {
    /// The thread that the hook ran for.
    pub thread_id: String,
    /// The turn that the hook ran in. Null for hooks of the thread as a whole.
    pub turn_id: Option<String>,
    /// The run with its outcome.
    pub run: HookRunSummary,
}

/// One run of a hook.
#[wire]
#[derive(Eq)]
pub struct HookRunSummary {
    /// Identifier of the run; both notifications about it carry the same one.
    pub id: String,
    /// The moment that the hook is for.
    pub event_name: HookEventName,
    /// What kind of hook it is.
    pub handler_type: HookHandlerType,
    /// Whether the agent waits for it.
    pub execution_mode: HookExecutionMode,
    /// Whether it runs once for the thread or within a turn.
    pub scope: HookScope,
    /// The file that configures the hook.
    pub source_path: AbsolutePathBuf,
    /// What kind of configuration that file is.
    #[serde(default)]
    pub source: HookSource,
    /// The place among hooks of the same moment, in which to show it; lower ones come first.
    pub display_order: i64,
    /// How far the run has come.
    pub status: HookRunStatus,
    /// What to show while the hook runs, as it is configured. Null when nothing is.
    pub status_message: Option<String>,
    /// When the run began, in Unix seconds.
    pub started_at: i64,
    /// When the run ended, in Unix seconds. Null until it ends.
    pub completed_at: Option<i64>,
    /// The time the run took, in milliseconds. Null until it ends.
    pub duration_ms: Option<i64>,
    /// What the hook had to say, in its order. Empty until it ends.
    pub entries: Vec<HookOutputEntry>,
}

/// The moments that hooks can be configured for.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum HookEventName {
    /// Before a tool is called.
    PreToolUse,
    /// When the agent asks for approval.
    PermissionRequest,
    /// After a tool has been called.
    PostToolUse,
    /// When a session starts or is taken up again.
    SessionStart,
    /// When the user has sent a message, before the agent reads it.
    UserPromptSubmit,
    /// When the agent is about to end its turn.
    Stop,
}

/// The kinds of hooks.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum HookHandlerType {
    /// A command that is run.
    Command,
    /// A text that a model is asked about.
    Prompt,
    /// An agent that is started.
    Agent,
}

/// Whether the agent waits for a hook.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum HookExecutionMode {
    /// The agent waits, and the hook can stop it.
    Sync,
    /// The agent goes on at once.
    Async,
}

/// What a hook runs for.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum HookScope {
    /// The thread as a whole.
    Thread,
    /// One turn.
    Turn,
}

/// Where a hook is configured.
#[wire]
#[derive(Default, Copy, Eq, Hash)]
pub enum HookSource {
    /// In the configuration of the whole machine.
    System,
    /// In the user's own configuration.
    User,
    /// In the configuration of the project that the thread works in.
    Project,
    /// In what the organisation manages through the machine's device management.
    Mdm,
    /// On the command line or by the client, for this session alone.
    SessionFlags,
    /// In the former file of managed configuration.
    LegacyManagedConfigFile,
    /// In the former kind of managed configuration, through device management.
    LegacyManagedConfigMdm,
    /// Not known, as for runs that older servers recorded.
    #[default]
    Unknown,
}

/// How far a hook's run can have come.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum HookRunStatus {
    /// It goes on.
    Running,
    /// It ended, and has nothing against what the agent does.
    Completed,
    /// It could not be run, or ended with an error; the agent goes on.
    Failed,
    /// It ended, and forbids what the agent was about to do.
    Blocked,
    /// It ended, and stops the agent.
    Stopped,
}

/// One thing that a hook had to say.
#[wire]
#[derive(Eq)]
pub struct HookOutputEntry {
    /// Whom it concerns.
    pub kind: HookOutputEntryKind,
    /// The words.
    pub text: String,
}

/// What a hook can have to say.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum HookOutputEntryKind {
    /// Something that the user should know.
    Warning,
    /// Why the agent is stopped.
    Stop,
    /// What the agent should do otherwise; the agent reads it.
    Feedback,
    /// Something that the agent should know; the agent reads it.
    Context,
    /// What went wrong with the hook.
    Error,
}
