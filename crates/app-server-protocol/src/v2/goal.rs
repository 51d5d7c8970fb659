//! Goals: an objective that a thread keeps working at over many turns, and what it has cost so far.

use methodic::wire;

/// Gives a thread a goal, or changes the goal it has. What is absent stays as it is.
#[wire(omit_none)]
#[derive(Eq)]
pub struct ThreadGoalSetParams {
    /// The thread whose goal is set.
    pub thread_id: String,
    /// What is to be achieved. A thread without a goal needs it.
    pub objective: Option<String>,
    /// The state to put the goal into.
    pub status: Option<ThreadGoalStatus>,
    /// The number of tokens that may be spent on the goal. Null lifts the limit.
    pub token_budget: Option<Option<i64>>,
}

/// The goal after the change.
#[wire]
#[derive(Eq)]
pub struct ThreadGoalSetResponse {
    /// The thread's goal as it now is.
    pub goal: ThreadGoal,
}

/// Says that a thread's goal, its state or its counts have changed.
#[wire]
#[derive(Eq)]
pub struct ThreadGoalUpdatedNotification {
    /// The thread whose goal changed.
    pub thread_id: String,
    /// The turn whose work changed it. Null when it was changed outside of any turn.
    pub turn_id: Option<String>,
    /// The thread's goal as it now is.
    pub goal: ThreadGoal,
}

/// Asks for a thread's goal.
#[wire]
#[derive(Eq)]
pub struct ThreadGoalGetParams {
    /// The thread whose goal is asked for.
    pub thread_id: String,
}

/// The goal that was asked for.
#[wire]
#[derive(Eq)]
pub struct ThreadGoalGetResponse {
    /// The thread's goal. Null when it has none.
    pub goal: Option<ThreadGoal>,
}

/// Takes a thread's goal away.
#[wire]
#[derive(Eq)]
pub struct ThreadGoalClearParams {
    /// The thread that shall have no goal.
    pub thread_id: String,
}

/// Whether anything changed.
#[wire]
#[derive(Copy, Eq)]
pub struct ThreadGoalClearResponse {
    /// Whether the thread had a goal until now.
    pub cleared: bool,
}

/// Says that a thread no longer has a goal.
#[wire]
#[derive(Eq)]
pub struct ThreadGoalClearedNotification {
    /// The thread that had the goal.
    pub thread_id: String,
}

/// What a thread is to achieve, and how far its means have been used.
#[wire]
#[derive(Eq)]
pub struct ThreadGoal {
    /// The thread that works at the goal.
    pub thread_id: String,
    /// What is to be achieved, in the user's words.
    pub objective: String,
    /// Whether the thread is working at it.
    pub status: ThreadGoalStatus,
    /// The number of tokens that may be spent. Null means without limit.
    pub token_budget: Option<i64>,
    /// The number of tokens spent so far.
    pub tokens_used: i64,
    /// The time worked at the goal so far, in seconds.
    pub time_used_seconds: i64,
    /// When the goal was set, in Unix seconds.
    pub created_at: i64,
    /// When the goal was last changed, in Unix seconds.
    pub updated_at: i64,
}

/// The states of a goal.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ThreadGoalStatus {
    /// The thread works at the goal.
    Active,
    /// The goal rests until it is made active again.
    Paused,
    /// The goal rests because its token budget is spent.
    BudgetLimited,
    /// The goal is achieved.
    Complete,
}
