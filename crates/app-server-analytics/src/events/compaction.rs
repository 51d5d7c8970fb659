//! Compactions: that a summary took the place of the older part of a conversation, or failed to.

use methodic::wire;

use super::{AppServerClient, Runtime, ThreadSource};

/// A compaction that has ended.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Eq)]
pub struct CompactionParams {
    /// The client for which the thread was begun.
    pub app_server_client: AppServerClient,
    /// What the server runs on.
    pub runtime: Runtime,
    /// Who wanted the thread. Null when that is not known.
    pub thread_source: Option<ThreadSource>,
    /// What a subagent is for. Null for a user's thread.
    pub subagent_source: Option<String>,
    /// The thread whose agent started this one. Null for a user's thread.
    pub parent_thread_id: Option<String>,
    /// What is known of the compaction itself.
    #[serde(flatten)]
    pub compaction: Compaction,
}

/// What the agent knows of a compaction.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Eq)]
pub struct Compaction {
    /// The thread of the conversation.
    pub thread_id: String,
    /// The turn in which it happened.
    pub turn_id: String,
    /// Who wanted it.
    pub trigger: CompactionTrigger,
    /// Why.
    pub reason: CompactionReason,
    /// By which service of the model's server.
    pub implementation: CompactionImplementation,
    /// When, seen from the turn.
    pub phase: CompactionPhase,
    /// How the older part was replaced.
    pub strategy: CompactionStrategy,
    /// How it ended.
    pub status: CompactionStatus,
    /// What went wrong. Null when nothing did.
    pub error: Option<String>,
    /// How many tokens the model read with each request before it.
    pub active_context_tokens_before: i64,
    /// How many after it.
    pub active_context_tokens_after: i64,
    /// When it began, in Unix seconds.
    pub started_at: i64,
    /// When it ended, in Unix seconds.
    pub completed_at: i64,
    /// The time from begin to end, in milliseconds.
    pub duration_ms: Option<i64>,
}

/// Who wanted a compaction.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum CompactionTrigger {
    /// The user.
    Manual,
    /// The agent.
    Auto,
}

/// Why a conversation was compacted.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum CompactionReason {
    /// The user asked for it.
    UserRequested,
    /// The model could hardly read more.
    ContextLimit,
    /// The next model can read less.
    ModelDownshift,
}

/// The service by which a conversation is compacted.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum CompactionImplementation {
    /// An ordinary request that asks for a summary.
    Responses,
    /// The model server's own compaction.
    ResponsesCompact,
}

/// When a compaction happens, seen from the turn.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum CompactionPhase {
    /// As a turn of its own.
    StandaloneTurn,
    /// Before the turn's work.
    PreTurn,
    /// In the midst of it.
    MidTurn,
}

/// How the older part of a conversation is replaced.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum CompactionStrategy {
    /// By a summary that the model writes for itself.
    Memento,
    /// By a shorter beginning.
    PrefixCompaction,
}

/// How a compaction ended.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum CompactionStatus {
    /// The conversation is shorter.
    Completed,
    /// An error ended it.
    Failed,
    /// It was stopped.
    Interrupted,
}
