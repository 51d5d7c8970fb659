//! Goals of threads: the example of an experimental part, closed to clients that have not opted in.

use std::sync::Arc;

use app_server_protocol::methods;
use app_server_protocol::v2::{
    ThreadGoal, ThreadGoalClearParams, ThreadGoalClearResponse, ThreadGoalClearedNotification, ThreadGoalGetParams,
    ThreadGoalGetResponse, ThreadGoalSetParams, ThreadGoalSetResponse, ThreadGoalStatus, ThreadGoalUpdatedNotification,
};
use methodic::RpcError;

use super::super::invalid::invalid;
use super::super::{App, Ctx, unix_now};
use super::Thread;

/// Characters of what is to be achieved: it stays as long as its thread.
const LONGEST_OBJECTIVE: usize = 4000;

pub(crate) async fn goal_set(
    app: Arc<App>,
    context: Ctx,
    params: ThreadGoalSetParams,
) -> Result<ThreadGoalSetResponse, RpcError> {
    let thread = app.threads.get(&params.thread_id)?;
    let goal = change(&thread, params)?;
    context.after({
        let (thread_id, goal) = (thread.id.clone(), goal.clone());
        let updated = ThreadGoalUpdatedNotification { thread_id, turn_id: None, goal };
        async move { thread.tell::<methods::ThreadGoalUpdated>(updated).await }
    });
    Ok(ThreadGoalSetResponse { goal })
}

fn change(thread: &Thread, params: ThreadGoalSetParams) -> Result<ThreadGoal, RpcError> {
    let wrong = |pointer, detail: &str| Err(invalid::<methods::ThreadGoalSet>(pointer, detail));
    if params.objective.as_ref().is_some_and(|objective| objective.trim().is_empty()) {
        return wrong("/params/objective", "expected what is to be achieved, found nothing");
    }
    if params.objective.as_ref().is_some_and(|objective| objective.chars().count() > LONGEST_OBJECTIVE) {
        return wrong("/params/objective", &format!("expected at most {LONGEST_OBJECTIVE} characters"));
    }
    if params.token_budget.flatten().is_some_and(|budget| budget <= 0) {
        return wrong("/params/tokenBudget", "expected a number above 0, or null for no limit");
    }
    let (mut state, now) = (thread.state(), unix_now());
    let mut goal = match (state.goal.clone(), params.objective) {
        (None, None) => return wrong("/params/objective", "the thread has no goal yet, and needs an objective"),
        (Some(goal), None) => goal,
        (Some(goal), Some(objective)) => ThreadGoal { objective, ..goal },
        (None, Some(objective)) => ThreadGoal {
            thread_id: thread.id.clone(),
            objective,
            status: ThreadGoalStatus::Active,
            token_budget: None,
            tokens_used: 0,
            time_used_seconds: 0,
            created_at: now,
            updated_at: now,
        },
    };
    goal.status = params.status.unwrap_or(goal.status);
    goal.token_budget = params.token_budget.unwrap_or(goal.token_budget);
    goal.updated_at = now;
    limit(&mut goal);
    state.goal = Some(goal.clone());
    Ok(goal)
}

/// A goal whose budget is spent rests.
fn limit(goal: &mut ThreadGoal) {
    if goal.status == ThreadGoalStatus::Active && goal.token_budget.is_some_and(|budget| goal.tokens_used >= budget) {
        goal.status = ThreadGoalStatus::BudgetLimited;
    }
}

impl Thread {
    /// Counts what a turn has spent on the goal that is being worked at, and gives back the goal if there is one.
    pub(super) fn spend_on_goal(&self, tokens: i64, seconds: i64) -> Option<ThreadGoal> {
        let mut state = self.state();
        let goal = state.goal.as_mut().filter(|goal| goal.status == ThreadGoalStatus::Active)?;
        goal.tokens_used = goal.tokens_used.saturating_add(tokens);
        goal.time_used_seconds = goal.time_used_seconds.saturating_add(seconds);
        goal.updated_at = unix_now();
        limit(goal);
        Some(goal.clone())
    }
}

pub(crate) async fn goal_get(
    app: Arc<App>,
    _: Ctx,
    params: ThreadGoalGetParams,
) -> Result<ThreadGoalGetResponse, RpcError> {
    let thread = app.threads.get(&params.thread_id)?;
    let goal = thread.state().goal.clone();
    Ok(ThreadGoalGetResponse { goal })
}

pub(crate) async fn goal_clear(
    app: Arc<App>,
    context: Ctx,
    params: ThreadGoalClearParams,
) -> Result<ThreadGoalClearResponse, RpcError> {
    let thread = app.threads.get(&params.thread_id)?;
    let cleared = thread.state().goal.take().is_some();
    if cleared {
        context.after({
            let goal_cleared = ThreadGoalClearedNotification { thread_id: thread.id.clone() };
            async move { thread.tell::<methods::ThreadGoalCleared>(goal_cleared).await }
        });
    }
    Ok(ThreadGoalClearResponse { cleared })
}
