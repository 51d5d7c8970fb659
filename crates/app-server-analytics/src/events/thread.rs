//! Threads: that one came into the server's memory.

use methodic::wire;

use super::{AppServerClient, InitializationMode, Runtime, ThreadSource};

/// A thread that was begun, copied or taken up again.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Eq)]
pub struct ThreadInitializedParams {
    /// Identifier of the thread.
    pub thread_id: String,
    /// The client that wanted it.
    pub app_server_client: AppServerClient,
    /// What the server runs on.
    pub runtime: Runtime,
    /// Identifier of the model.
    pub model: String,
    /// Whether the thread is kept in memory only.
    pub ephemeral: bool,
    /// Who wanted the thread. Null when that is not known.
    pub thread_source: Option<ThreadSource>,
    /// How it came into memory.
    pub initialization_mode: InitializationMode,
    /// What a subagent is for. Null for a user's thread.
    pub subagent_source: Option<String>,
    /// The thread whose agent started this one. Null for a user's thread.
    pub parent_thread_id: Option<String>,
    /// When the thread was created, in Unix seconds.
    pub created_at: i64,
}
