//! A turn at work: what an agent may do in it, and the notifications that tell of it, in their order.

use std::sync::Arc;
use std::time::{Duration, Instant};

use app_server_analytics::{ProductFact, TokensUsed};
use app_server_protocol::v2::{
    self, AgentMessageDeltaNotification, CommandExecutionOutputDeltaNotification, ItemCompletedNotification,
    ItemStartedNotification, ReasoningSummaryPartAddedNotification, ReasoningSummaryTextDeltaNotification,
    ServerRequestResolvedNotification, ThreadGoalUpdatedNotification, ThreadItem, ThreadStatus,
    ThreadStatusChangedNotification, ThreadTokenUsage, ThreadTokenUsageUpdatedNotification, TokenUsageBreakdown,
    TurnCompletedNotification, TurnError, TurnStartedNotification, TurnStatus, UserInput,
};
use app_server_protocol::{AppServer, ServerRequest, ServerResponse, methods};
use futures_util::FutureExt;
use methodic::Request;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tracing::{debug, error, info};

use super::super::{Facts, unix_now};
use super::Thread;
use crate::agent::Agent;
use crate::serve::{CallError, Client};

/// How long an agent may take to end by itself after its turn was stopped.
const STOP_GRACE: Duration = Duration::from_secs(5);

/// Why an agent ends before its work is done. What the methods of [`Turn`] return is handed on by `?`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// The turn was interrupted.
    Interrupted,
    /// Something went wrong.
    Failed(TurnError),
}

impl Stop {
    /// A failure of no particular kind.
    pub fn failed(message: impl Into<String>) -> Self {
        Self::Failed(TurnError { message: message.into(), codex_error_info: None, additional_details: None })
    }
}

/// A turn, for the agent that works on it.
pub struct Turn {
    thread: Arc<Thread>,
    turn: v2::Turn,
    number: usize,
    client: Client<AppServer>,
    steered: mpsc::Receiver<Vec<UserInput>>,
    stop: CancellationToken,
    /// The item that has begun and not ended.
    open: Option<ThreadItem>,
    facts: Facts,
    /// Inputs that the agent was called for.
    inputs: usize,
    /// What this turn has used so far.
    used: TokenUsageBreakdown,
}

impl std::fmt::Debug for Turn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Turn").field("id", &self.turn.id).field("number", &self.number).finish_non_exhaustive()
    }
}

impl Drop for Turn {
    /// A turn that never came to its end, or not even to its begin, does not block its thread.
    fn drop(&mut self) {
        self.leave();
    }
}

/// What the agent is given to do its work with.
impl Turn {
    /// How many turns came before it in its thread.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The turn's identifier.
    pub fn id(&self) -> &str {
        &self.turn.id
    }

    /// The identifier of its thread.
    pub fn thread_id(&self) -> &str {
        &self.thread.id
    }

    /// Whether the agent works on what the turn began with; otherwise on what the user added.
    pub fn is_first_input(&self) -> bool {
        self.inputs <= 1
    }

    /// The folder to work in.
    pub fn cwd(&self) -> v2::AbsolutePathBuf {
        self.thread.state().settings.cwd.clone()
    }

    /// An identifier for a new item.
    pub fn next_item_id(&self) -> String {
        let mut state = self.thread.state();
        state.items += 1;
        format!("item-{}", state.items)
    }

    /// Cancelled when the turn is to stop.
    pub fn stopped(&self) -> &CancellationToken {
        &self.stop
    }

    /// Begins a step. One that is still open ends first, as it is.
    ///
    /// # Errors
    /// If the turn is to stop; nothing was begun then.
    pub async fn begin(&mut self, item: ThreadItem) -> Result<(), Stop> {
        self.end_open().await;
        self.check()?;
        self.open = Some(item.clone());
        let (thread_id, turn_id) = self.ids();
        self.thread.tell::<methods::ItemStarted>(ItemStartedNotification { item, thread_id, turn_id }).await;
        Ok(())
    }

    /// Ends the step that is open, in its final form.
    ///
    /// # Errors
    /// If the turn is to stop; the step has ended.
    pub async fn end(&mut self, item: ThreadItem) -> Result<(), Stop> {
        self.open = Some(item);
        self.end_open().await;
        self.check()
    }

    /// Adds to the message, the thoughts or the command's output that are open.
    ///
    /// # Errors
    /// If the turn is to stop.
    pub async fn add(&mut self, delta: &str) -> Result<(), Stop> {
        self.check()?;
        let ((thread_id, turn_id), delta) = (self.ids(), delta.to_owned());
        match &mut self.open {
            Some(ThreadItem::AgentMessage { id, text, .. }) => {
                text.push_str(&delta);
                let grown = AgentMessageDeltaNotification { thread_id, turn_id, item_id: id.clone(), delta };
                self.thread.tell::<methods::AgentMessageDelta>(grown).await;
            }
            Some(ThreadItem::Reasoning { id, summary, .. }) => {
                let item_id = id.clone();
                if summary.is_empty() {
                    summary.push(String::new());
                    let (thread_id, turn_id, item_id) = (thread_id.clone(), turn_id.clone(), item_id.clone());
                    let part = ReasoningSummaryPartAddedNotification { thread_id, turn_id, item_id, summary_index: 0 };
                    self.thread.tell::<methods::ReasoningSummaryPartAdded>(part).await;
                }
                if let Some(part) = summary.last_mut() {
                    part.push_str(&delta);
                }
                let grown =
                    ReasoningSummaryTextDeltaNotification { thread_id, turn_id, item_id, delta, summary_index: 0 };
                self.thread.tell::<methods::ReasoningSummaryTextDelta>(grown).await;
            }
            Some(ThreadItem::CommandExecution { id, aggregated_output, .. }) => {
                aggregated_output.get_or_insert_default().push_str(&delta);
                let grown = CommandExecutionOutputDeltaNotification { thread_id, turn_id, item_id: id.clone(), delta };
                self.thread.tell::<methods::CommandExecutionOutputDelta>(grown).await;
            }
            _ => debug!(turn = self.turn.id, "nothing is open that grows; the text is lost"),
        }
        Ok(())
    }

    /// Asks the client that began the turn.
    ///
    /// # Errors
    /// If the turn is to stop. That the client gave no usable answer is part of the result.
    pub async fn ask<R>(&mut self, params: R::Params) -> Result<Result<R::Response, CallError>, Stop>
    where
        R: Request<Set = ServerRequest, Responses = ServerResponse>,
    {
        self.check()?;
        let call = match self.client.call::<R>(params).await {
            Ok(call) => call,
            Err(error) => return Ok(Err(error)),
        };
        let request_id = call.id();
        let answer = tokio::select! {
            answer = call.answer() => Some(answer),
            () = self.stop.cancelled() => None,
        };
        let resolved = ServerRequestResolvedNotification { thread_id: self.thread.id.clone(), request_id };
        self.thread.tell::<methods::ServerRequestResolved>(resolved).await;
        answer.ok_or(Stop::Interrupted)
    }

    /// Waits.
    ///
    /// # Errors
    /// If the turn is to stop.
    pub async fn pause(&self, time: Duration) -> Result<(), Stop> {
        tokio::select! {
            () = tokio::time::sleep(time) => Ok(()),
            () = self.stop.cancelled() => Err(Stop::Interrupted),
        }
    }

    /// What the user has added since this was last asked; it is told as an item.
    ///
    /// # Errors
    /// If the turn is to stop.
    pub async fn steered(&mut self) -> Result<Option<Vec<UserInput>>, Stop> {
        self.check()?;
        match self.steered.try_recv() {
            Ok(input) => {
                self.user_message(&input).await?;
                Ok(Some(input))
            }
            Err(_) => Ok(None),
        }
    }

    /// Counts what one request to a model has used.
    pub async fn spend(&mut self, last: TokenUsageBreakdown) {
        add(&mut self.used, &last);
        let total = {
            let mut state = self.thread.state();
            add(&mut state.usage, &last);
            state.usage
        };
        let (thread_id, turn_id) = self.ids();
        (self.facts)(ProductFact::TokensUsed(TokensUsed { thread_id, turn_id, usage: self.used }));
        let token_usage = ThreadTokenUsage { total, last, model_context_window: None };
        let (thread_id, turn_id) = self.ids();
        let updated = ThreadTokenUsageUpdatedNotification { thread_id, turn_id, token_usage };
        self.thread.tell::<methods::ThreadTokenUsageUpdated>(updated).await;
    }
}

/// From begin to end.
impl Turn {
    pub(super) fn new(
        thread: Arc<Thread>,
        turn: v2::Turn,
        number: usize,
        client: Client<AppServer>,
        steered: mpsc::Receiver<Vec<UserInput>>,
        stop: CancellationToken,
        facts: Facts,
    ) -> Self {
        Self {
            thread,
            turn,
            number,
            client,
            steered,
            stop,
            open: None,
            inputs: 0,
            facts,
            used: TokenUsageBreakdown::default(),
        }
    }

    pub(super) async fn run(mut self, agent: Arc<dyn Agent>, input: Vec<UserInput>, abort: CancellationToken) {
        let _work = self.thread.work.clone().lock_owned().await;
        let begun = Instant::now();
        let (thread_id, turn) = (self.thread.id.clone(), self.turn.clone());
        self.tell_status(ThreadStatus::Active { active_flags: Vec::new() }).await;
        self.thread.tell::<methods::TurnStarted>(TurnStartedNotification { thread_id: thread_id.clone(), turn }).await;
        let stop = self.stop.clone();
        let given_up = async {
            tokio::select! { () = abort.cancelled() => stop.cancel(), () = stop.cancelled() => {} }
            tokio::time::sleep(STOP_GRACE).await;
        };
        let outcome = tokio::select! {
            outcome = std::panic::AssertUnwindSafe(self.work(&*agent, input)).catch_unwind() => outcome,
            () = given_up => Ok(Err(Stop::Interrupted)),
        };
        let outcome = outcome.unwrap_or_else(|_| {
            error!(turn = self.turn.id, "the agent panicked");
            Err(Stop::failed("the agent failed unexpectedly; the server's log says more"))
        });
        self.end_open().await;
        let elapsed = begun.elapsed();
        let (status, error) = match outcome {
            Ok(()) => (TurnStatus::Completed, None),
            Err(Stop::Interrupted) => (TurnStatus::Interrupted, None),
            Err(Stop::Failed(error)) => (TurnStatus::Failed, Some(error)),
        };
        if let Some(error) = error.clone() {
            let (thread_id, turn_id) = self.ids();
            let failed = v2::ErrorNotification { error, will_retry: false, thread_id, turn_id };
            self.thread.tell::<methods::Error>(failed).await;
        }
        let seconds = i64::try_from(elapsed.as_secs()).unwrap_or(i64::MAX);
        if let Some(goal) = self.thread.spend_on_goal(self.used.total_tokens, seconds) {
            let (thread_id, turn_id) = self.ids();
            let updated = ThreadGoalUpdatedNotification { thread_id, turn_id: Some(turn_id), goal };
            self.thread.tell::<methods::ThreadGoalUpdated>(updated).await;
        }
        let turn = v2::Turn {
            status,
            error,
            completed_at: Some(unix_now()),
            duration_ms: Some(i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX)),
            ..self.turn.clone()
        };
        info!(thread = thread_id, turn = turn.id, ?status, elapsed_ms = turn.duration_ms, "turn ended");
        // A client may begin the next turn as soon as it has read of the end.
        self.leave();
        self.thread.tell::<methods::TurnCompleted>(TurnCompletedNotification { thread_id, turn }).await;
        self.tell_status(ThreadStatus::Idle).await;
    }

    async fn work(&mut self, agent: &dyn Agent, input: Vec<UserInput>) -> Result<(), Stop> {
        self.user_message(&input).await?;
        let mut next = Some(input);
        while let Some(input) = next {
            self.inputs += 1;
            agent.work(self, input).await?;
            // What was added too late for the agent to look for it is its own piece of work.
            next = self.last_input();
            if let Some(input) = &next {
                self.user_message(input).await?;
            }
        }
        Ok(())
    }

    /// What the user has added, or the turn takes nothing more from now on.
    fn last_input(&mut self) -> Option<Vec<UserInput>> {
        let mut state = self.thread.state();
        let input = self.steered.try_recv().ok();
        if input.is_none() && state.leave(&self.turn.id) {
            self.steered.close();
        }
        input
    }

    fn leave(&self) {
        self.thread.state().leave(&self.turn.id);
    }

    fn check(&self) -> Result<(), Stop> {
        if self.stop.is_cancelled() { Err(Stop::Interrupted) } else { Ok(()) }
    }

    fn ids(&self) -> (String, String) {
        (self.thread.id.clone(), self.turn.id.clone())
    }

    async fn user_message(&mut self, input: &[UserInput]) -> Result<(), Stop> {
        let item = ThreadItem::UserMessage { id: self.next_item_id(), content: input.to_vec() };
        self.begin(item.clone()).await?;
        self.end(item).await
    }

    async fn end_open(&mut self) {
        if let Some(item) = self.open.take() {
            let (thread_id, turn_id) = self.ids();
            self.thread.tell::<methods::ItemCompleted>(ItemCompletedNotification { item, thread_id, turn_id }).await;
        }
    }

    async fn tell_status(&self, status: ThreadStatus) {
        let changed = ThreadStatusChangedNotification { thread_id: self.thread.id.clone(), status };
        self.thread.tell::<methods::ThreadStatusChanged>(changed).await;
    }
}

fn add(to: &mut TokenUsageBreakdown, more: &TokenUsageBreakdown) {
    let TokenUsageBreakdown { total_tokens, input_tokens, cached_input_tokens, output_tokens, reasoning_output_tokens } =
        more;
    let add = |slot: &mut i64, more: &i64| *slot = slot.saturating_add(*more);
    add(&mut to.total_tokens, total_tokens);
    add(&mut to.input_tokens, input_tokens);
    add(&mut to.cached_input_tokens, cached_input_tokens);
    add(&mut to.output_tokens, output_tokens);
    add(&mut to.reasoning_output_tokens, reasoning_output_tokens);
}
