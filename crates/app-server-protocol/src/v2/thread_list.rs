//! Finding threads and looking into them, without going on with them.
//!
//! Long lists come in pages. A cursor says where a page begins; it is the server's own, and a client passes it back as
//! it came.

use crate::v2::{Thread, Turn};
use methodic::wire;

/// Which recorded threads to list, in which order, and how many of them.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ThreadListParams {
    /// Where the page begins, as an earlier response said. Absent or null means at the beginning.
    pub cursor: Option<String>,
    /// The greatest number of threads to send. Absent or null leaves it to the server.
    pub limit: Option<u32>,
    /// The time to sort by. Absent or null means `created_at`.
    pub sort_key: Option<ThreadSortKey>,
    /// Whether the earliest or the latest comes first. Absent or null means `desc`.
    pub sort_direction: Option<SortDirection>,
    /// Only threads whose model one of these providers serves. Absent or null leaves the choice to the server; empty
    /// means all.
    pub model_providers: Option<Vec<String>>,
    /// Only threads that were started in one of these ways. Absent, null or empty means those in which a person took
    /// part: `cli` and `vscode`.
    pub source_kinds: Option<Vec<ThreadSourceKind>>,
    /// Whether to list the archived threads instead of the others. Absent or null means no.
    pub archived: Option<bool>,
    /// Only threads that work in this folder, or in one of these; the path must be the same to the letter.
    pub cwd: Option<ThreadListCwdFilter>,
    /// Only threads whose title contains this text.
    pub search_term: Option<String>,
    /// Whether to answer from the server's index alone, without looking through the recorded files for what the index
    /// lacks. That is quicker and may miss threads. Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub use_state_db_only: bool,
}

/// The folders whose threads to list.
#[wire(untagged)]
#[derive(Eq)]
pub enum ThreadListCwdFilter {
    /// One folder, by its path.
    One(String),
    /// Several folders, by their paths; a thread in any of them is listed.
    Many(Vec<String>),
}

/// The times by which threads can be sorted.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum ThreadSortKey {
    /// When the thread was created.
    CreatedAt,
    /// When the thread was last changed.
    UpdatedAt,
}

/// The order of a list.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum SortDirection {
    /// The earliest first.
    Asc,
    /// The latest first.
    Desc,
}

/// The ways in which a thread can have been started, to choose threads by.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ThreadSourceKind {
    /// By the terminal program.
    Cli,
    /// By the editor extension.
    Vscode,
    /// By the command for runs without a person, as in scripts.
    Exec,
    /// By a client of this protocol.
    AppServer,
    /// For an agent that works for another thread, for whatever reason.
    SubAgent,
    /// For an agent that reviews changes.
    SubAgentReview,
    /// For an agent that sums up a conversation that has become too long.
    SubAgentCompact,
    /// For an agent that another agent gave a part of its work.
    SubAgentThreadSpawn,
    /// For an agent that works for another thread for a reason that has no kind of its own here.
    SubAgentOther,
    /// In a way that this version of the server cannot tell.
    Unknown,
}

/// One page of threads.
#[wire]
#[derive(Eq)]
pub struct ThreadListResponse {
    /// The threads, in the order that was asked for, without their turns.
    pub data: Vec<Thread>,
    /// Where the next page begins. Null when there is no more.
    pub next_cursor: Option<String>,
    /// Where a page in the opposite direction begins, to be used with the other `sortDirection`; that page begins with
    /// what has come up since. Null when this page is empty.
    pub backwards_cursor: Option<String>,
}

/// Which part of the list of loaded threads to send.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ThreadLoadedListParams {
    /// Where the page begins, as an earlier response said. Absent or null means at the beginning.
    pub cursor: Option<String>,
    /// The greatest number of threads to send. Absent or null means all.
    pub limit: Option<u32>,
}

/// One page of the threads that are in the server's memory.
#[wire]
#[derive(Eq)]
pub struct ThreadLoadedListResponse {
    /// Identifiers of the threads.
    pub data: Vec<String>,
    /// Where the next page begins. Null when there is no more.
    pub next_cursor: Option<String>,
}

/// Which thread to look into.
#[wire]
#[derive(Eq)]
pub struct ThreadReadParams {
    /// The thread to look into.
    pub thread_id: String,
    /// Whether to send the thread's turns with all their items, too.
    #[serde(default)]
    pub include_turns: bool,
}

/// The thread that was looked into.
#[wire]
#[derive(Eq)]
pub struct ThreadReadResponse {
    /// The thread, with its turns if they were asked for.
    pub thread: Thread,
}

/// Which turns of a thread to list, in which order, and how many of them.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ThreadTurnsListParams {
    /// The thread of the turns.
    pub thread_id: String,
    /// Where the page begins, as an earlier response said. Absent or null means at the beginning.
    pub cursor: Option<String>,
    /// The greatest number of turns to send. Absent or null leaves it to the server.
    pub limit: Option<u32>,
    /// Whether the earliest or the latest comes first. Absent or null means `desc`.
    pub sort_direction: Option<SortDirection>,
}

/// One page of a thread's turns.
#[wire]
#[derive(Eq)]
pub struct ThreadTurnsListResponse {
    /// The turns with all their items, in the order that was asked for.
    pub data: Vec<Turn>,
    /// Where the next page begins. Null when there is no more.
    pub next_cursor: Option<String>,
    /// Where a page in the opposite direction begins, to be used with the other `sortDirection`; that page begins with
    /// this page's first turn, so that its present state can be seen. Null when this page is empty.
    pub backwards_cursor: Option<String>,
}
