//! Threads: conversations in memory, with who listens to them, what runs in them, and their goals.

mod goal;
mod settings;
mod turn;
mod work;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app_server_protocol::v2::{
    self, SessionSource, ThreadGoal, ThreadStartParams, ThreadStartResponse, ThreadStartedNotification, ThreadStatus,
    TokenUsageBreakdown,
};
use app_server_protocol::{AppServer, ServerNotification, methods};
use methodic::{Notification, RpcError, code};
use serde_json::json;

use super::{App, Ctx, unix_now};
use crate::serve::Client;

pub(super) use goal::{goal_clear, goal_get, goal_set};
use settings::Settings;
use turn::Running;
pub(super) use turn::{turn_interrupt, turn_start, turn_steer};
pub use work::{Stop, Turn};

/// All threads of the server. They live in its memory, and end with it.
pub(super) struct Threads {
    by_id: Mutex<HashMap<String, Arc<Thread>>>,
    limit: usize,
}

/// One thread.
pub(super) struct Thread {
    id: String,
    created_at: i64,
    state: Mutex<State>,
    /// Held by the turn that runs, so that nothing of the next is told before the last has ended.
    work: Arc<tokio::sync::Mutex<()>>,
}

/// What changes in a thread.
struct State {
    settings: Settings,
    listeners: Vec<Client<AppServer>>,
    running: Option<Running>,
    goal: Option<ThreadGoal>,
    usage: TokenUsageBreakdown,
    /// Turns begun so far.
    turns: usize,
    /// Items so far; they are numbered.
    items: u64,
}

impl Threads {
    pub(super) fn new(limit: usize) -> Self {
        Self { by_id: Mutex::new(HashMap::new()), limit }
    }

    /// A new thread that this client listens to.
    fn create(&self, settings: Settings, client: Client<AppServer>) -> Result<Arc<Thread>, RpcError> {
        let mut threads = self.by_id.lock().unwrap_or_else(PoisonError::into_inner);
        if threads.len() >= self.limit {
            threads.retain(|_, thread| thread.is_wanted());
        }
        if threads.len() >= self.limit {
            return Err(RpcError::overloaded());
        }
        let thread = Arc::new(Thread {
            id: uuid::Uuid::now_v7().to_string(),
            created_at: unix_now(),
            state: Mutex::new(State {
                settings,
                listeners: vec![client],
                running: None,
                goal: None,
                usage: TokenUsageBreakdown::default(),
                turns: 0,
                items: 0,
            }),
            work: Arc::default(),
        });
        threads.insert(thread.id.clone(), thread.clone());
        Ok(thread)
    }

    /// The thread of this id.
    fn get(&self, id: &str) -> Result<Arc<Thread>, RpcError> {
        let threads = self.by_id.lock().unwrap_or_else(PoisonError::into_inner);
        threads.get(id).cloned().ok_or_else(|| {
            let error =
                RpcError::new(code::INVALID_REQUEST, "no such thread; it may have ended with an earlier server");
            RpcError { data: Some(json!({ "pointer": "/params/threadId" }).into()), ..error }
        })
    }
}

impl State {
    /// Nothing runs any more, if it was this turn that did; whether it was.
    fn leave(&mut self, turn: &str) -> bool {
        self.running.take_if(|running| running.id == turn).is_some()
    }
}

impl Thread {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether somebody listens, or something runs.
    fn is_wanted(&self) -> bool {
        let mut state = self.state();
        state.listeners.retain(|client| !client.is_gone());
        state.running.is_some() || !state.listeners.is_empty()
    }

    /// Makes a client listen, if it does not yet.
    fn join(&self, client: &Client<AppServer>) {
        let mut state = self.state();
        state.listeners.retain(|client| !client.is_gone());
        if state.listeners.iter().all(|listener| listener.peer() != client.peer()) {
            state.listeners.push(client.clone());
        }
    }

    /// Tells all who listen, one after the other; those who are gone no longer listen.
    async fn tell<N>(&self, params: N::Params)
    where
        N: Notification<Set = ServerNotification>,
        N::Params: Clone,
    {
        let listeners = self.state().listeners.clone();
        for client in listeners {
            // One that is gone is found by `join`.
            let _ = client.notify::<N>(params.clone()).await;
        }
    }

    /// As clients are shown it.
    fn to_wire(&self) -> v2::Thread {
        let state = self.state();
        v2::Thread {
            id: self.id.clone(),
            forked_from_id: None,
            preview: String::new(),
            ephemeral: true,
            model_provider: state.settings.model_provider.clone(),
            created_at: self.created_at,
            updated_at: self.created_at,
            status: if state.running.is_some() {
                ThreadStatus::Active { active_flags: Vec::new() }
            } else {
                ThreadStatus::Idle
            },
            path: None,
            cwd: state.settings.cwd.clone(),
            cli_version: env!("CARGO_PKG_VERSION").to_owned(),
            source: SessionSource::AppServer,
            agent_nickname: None,
            agent_role: None,
            git_info: None,
            name: None,
            turns: Vec::new(),
        }
    }
}

pub(super) async fn start(
    app: Arc<App>,
    context: Ctx,
    params: ThreadStartParams,
) -> Result<ThreadStartResponse, RpcError> {
    let settings = Settings::of_thread(params)?;
    let thread = app.threads.create(settings.clone(), context.client().clone())?;
    let wire = thread.to_wire();
    context.after({
        let thread_started = ThreadStartedNotification { thread: wire.clone() };
        async move { thread.tell::<methods::ThreadStarted>(thread_started).await }
    });
    Ok(ThreadStartResponse {
        thread: wire,
        model: settings.model,
        model_provider: settings.model_provider,
        service_tier: settings.service_tier,
        cwd: settings.cwd,
        instruction_sources: Vec::new(),
        approval_policy: settings.approval_policy,
        approvals_reviewer: settings.approvals_reviewer,
        sandbox: settings.sandbox,
        permission_profile: settings.permission_profile,
        reasoning_effort: settings.effort,
    })
}
