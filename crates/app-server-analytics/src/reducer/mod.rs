//! The reducer: facts in, events out, nothing else. It has no clock, reads nothing, writes nothing and never waits.
//!
//! Facts come in any order; what an event lacks is remembered until it is there. All that is remembered belongs to a
//! connection, a thread or a turn, goes with it, and has a limit: a client that never finishes what it began costs no
//! more than [`Limits`] says.

mod bounded;
mod exchange;
mod limits;
mod threads;
mod turn_event;
mod turns;
mod waiting;

use std::collections::{BTreeSet, VecDeque};

use app_server_protocol::v1::InitializeParams;
use app_server_protocol::v2::{ProductAnalyticsEvent, Thread as WireThread, UsageLimitBannerAction};
use app_server_protocol::{ClientRequest, ClientResponse, ServerNotification};
use methodic::{RequestId, ResponseSet};

use crate::events::{AppServerClient, Event, InitializationMode, RpcTransport, Runtime, UsageLimitBannerParams};
use crate::facts::{ConnectionId, Fact, PluginChange, ProductFact, SubagentStarted};
use bounded::Bounded;
use exchange::{Answered, Asked, Connection, Half};
pub use limits::{Dropped, Held, LONGEST_NAME, Limits};
use threads::{Origin, Owner, Thread, Threads};
use turns::{End, Seen, Turn, TurnKey, Turns};
use waiting::{NewThread, Steer, Waiting};

/// Makes events of facts.
///
/// ```
/// use app_server_analytics::events::{Event, Runtime};
/// use app_server_analytics::{ConnectionId, Fact, Reducer};
/// use app_server_protocol::ClientRequest;
///
/// let runtime = Runtime {
///     codex_rs_version: "0.1.0".into(),
///     runtime_os: "linux".into(),
///     runtime_os_version: "6.1".into(),
///     runtime_arch: "x86_64".into(),
/// };
/// let mut reducer = Reducer::new(runtime);
/// let request: ClientRequest = serde_json::from_str(
///     r#"{ "id": 1, "method": "analytics/productEvent/track", "params": { "event": { "type": "usageLimitBanner",
///          "action": "shown", "bannerType": "workspace_member_credits_depleted" } } }"#,
/// )?;
/// let events = reducer.push(Fact::Requested { connection: ConnectionId(1), request: &request });
/// assert_eq!(
///     serde_json::to_string(&events)?,
///     r#"[{"event_type":"codex_usage_limit_banner_shown","event_params":{"platform":"codex_cli","#.to_owned()
///         + r#""banner_type":"workspace_member_credits_depleted","limit_reason":"credits"}}]"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug)]
pub struct Reducer {
    runtime: Runtime,
    limits: Limits,
    connections: Bounded<ConnectionId, Connection>,
    threads: Threads,
    turns: Turns,
    waiting: VecDeque<Waiting>,
    /// The uses of apps and plugins that were told.
    used: Bounded<Use, ()>,
    dropped: Dropped,
}

/// What is used, in which turn.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Use {
    App { turn_id: String, connector_id: String },
    Plugin { turn_id: String, plugin_id: String },
}

impl Reducer {
    /// One that knows of nothing yet, with the usual limits.
    pub fn new(runtime: Runtime) -> Self {
        Self::with_limits(runtime, Limits::default())
    }

    /// One with limits of its own.
    pub fn with_limits(runtime: Runtime, limits: Limits) -> Self {
        Self {
            runtime,
            connections: Bounded::new(limits.connections),
            threads: Threads::new(&limits),
            turns: Turns::new(&limits),
            waiting: VecDeque::new(),
            used: Bounded::new(limits.told),
            dropped: Dropped::default(),
            limits,
        }
    }

    /// Takes a fact, and gives the events for which it was the last one missing.
    pub fn push(&mut self, fact: Fact<'_>) -> Vec<Event> {
        let mut out = Vec::new();
        match fact {
            Fact::Initialized { connection, product_client_id, transport, params } => {
                self.initialized(connection, product_client_id, transport, params, &mut out);
            }
            Fact::Requested { connection, request } => self.requested(connection, request, &mut out),
            Fact::Answered { connection, response, at } => self.answered(connection, response, at, &mut out),
            Fact::Refused { connection, request_id, error, at } => {
                self.paired(connection, request_id, Half::Answered(Answered::refused(error, at)), &mut out);
            }
            Fact::Notified { connection, notification } => self.notified(connection, notification, &mut out),
            Fact::Closed { connection } => self.closed(connection, &mut out),
            Fact::Product(fact) => self.product(fact, &mut out),
        }
        out
    }

    /// Takes a fact of the product; the same as [`push`](Self::push).
    pub fn record(&mut self, fact: ProductFact) -> Vec<Event> {
        self.push(fact.into())
    }

    /// How much is remembered now.
    pub fn held(&self) -> Held {
        Held {
            connections: self.connections.len(),
            requests: self.connections.iter().map(|(_, connection)| connection.open()).sum(),
            threads: self.threads.len(),
            turns: self.turns.len(),
            waiting: self.waiting.len(),
        }
    }

    /// What was forgotten for want of room.
    pub fn dropped(&self) -> Dropped {
        self.dropped
    }

    fn client(&self, connection: ConnectionId) -> Option<&AppServerClient> {
        self.connections.get(&connection)?.client.as_ref()
    }

    /// The connection, remembered from now on. One that has to go for it is treated as closed.
    fn connection(&mut self, connection: ConnectionId, out: &mut Vec<Event>) -> &mut Connection {
        if let Some(oldest) = self.connections.next_to_go(&connection).copied() {
            self.dropped.connections += 1;
            self.closed(oldest, out);
        }
        let limits = &self.limits;
        self.connections.touch(connection, || Connection::new(limits)).0
    }

    fn initialized(
        &mut self,
        connection: ConnectionId,
        product_client_id: &str,
        transport: RpcTransport,
        params: &InitializeParams,
        out: &mut Vec<Event>,
    ) {
        let client = &mut self.connection(connection, out).client;
        // A second introduction is refused by the server, and changes nothing.
        if client.is_none() {
            *client = Some(AppServerClient {
                product_client_id: cut(product_client_id),
                client_name: Some(cut(&params.client_info.name)),
                client_version: Some(cut(&params.client_info.version)),
                rpc_transport: transport,
                experimental_api_enabled: Some(
                    params.capabilities.as_ref().is_some_and(|capabilities| capabilities.experimental_api),
                ),
            });
            self.settle(|turn, _| turn.asked.is_some_and(|(asked, _)| asked == connection), out);
        }
    }

    fn requested(&mut self, connection: ConnectionId, request: &ClientRequest, out: &mut Vec<Event>) {
        if let ClientRequest::TrackProductAnalyticsEvent { params, .. } = request {
            let ProductAnalyticsEvent::UsageLimitBanner { banner_type, action } = params.event;
            let event_params = UsageLimitBannerParams::new(banner_type, action);
            out.push(match action {
                UsageLimitBannerAction::Shown => Event::UsageLimitBannerShown { event_params },
                UsageLimitBannerAction::CtaClicked => Event::UsageLimitBannerCtaClicked { event_params },
            });
        }
        match Asked::of(request) {
            Some(asked) => self.paired(connection, request.id(), Half::Asked(asked), out),
            None => self.dropped.oversized += 1,
        }
    }

    fn answered(&mut self, connection: ConnectionId, response: &ClientResponse, at: i64, out: &mut Vec<Event>) {
        use ClientResponse::{ThreadFork, ThreadResume, ThreadStart};
        let thread = match response {
            ThreadStart { response, .. } => Some((InitializationMode::New, &response.thread, &response.model)),
            ThreadResume { response, .. } => Some((InitializationMode::Resumed, &response.thread, &response.model)),
            ThreadFork { response, .. } => Some((InitializationMode::Forked, &response.thread, &response.model)),
            _ => None,
        };
        if let Some((mode, thread, model)) = thread {
            let WireThread { id, ephemeral, created_at, source, .. } = thread;
            let (owner, origin) = (Owner::Connection(connection), Origin::of(source));
            let (thread_id, model) = (id.clone(), model.clone());
            let new =
                NewThread { owner, thread_id, model, ephemeral: *ephemeral, mode, origin, created_at: *created_at };
            self.thread(new, out);
        }
        self.paired(connection, response.id(), Half::Answered(Answered::of(response, at)), out);
    }

    /// Takes a request or its answer; when both are there, what they come to.
    fn paired(&mut self, connection: ConnectionId, id: &RequestId, half: Half, out: &mut Vec<Event>) {
        let mut lost = Dropped::default();
        let pair = self.connection(connection, out).pair(id, half, &mut lost);
        self.dropped.requests += lost.requests;
        self.dropped.oversized += lost.oversized;
        match pair {
            Some((Asked::Turn { thread_id, images }, Answered::Turn { turn_id })) => {
                self.turn((thread_id, turn_id), |turn| turn.asked(connection, images), out);
            }
            Some((Asked::Steer { thread_id, expected_turn_id, images }, answer)) => {
                let (accepted_turn_id, reason, at) = match answer {
                    Answered::Steered { turn_id, at } => (Some(turn_id), None, at),
                    Answered::Refused { reason, at } => (None, reason, at),
                    Answered::Turn { .. } | Answered::Other => return,
                };
                if let Some(turn_id) = &accepted_turn_id {
                    self.turn((thread_id.clone(), turn_id.clone()), |turn| turn.steers += 1, out);
                }
                let steer = Steer { connection, thread_id, expected_turn_id, accepted_turn_id, images, reason, at };
                self.tell(Waiting::Steer(steer), out);
            }
            _ => {}
        }
    }

    fn notified(&mut self, connection: ConnectionId, notification: &ServerNotification, out: &mut Vec<Event>) {
        let mut seen = |thread_id: &str, turn_id: &str, change: &dyn Fn(&mut Seen)| {
            let change = |turn: &mut Turn| turn.seen_by(connection).into_iter().for_each(change);
            self.turn((thread_id.to_owned(), turn_id.to_owned()), change, out);
        };
        match notification {
            ServerNotification::TurnStarted(told) => {
                seen(&told.thread_id, &told.turn.id, &|seen| {
                    seen.started_at = seen.started_at.or(told.turn.started_at)
                });
            }
            ServerNotification::ItemCompleted(told) => {
                seen(&told.thread_id, &told.turn_id, &|seen| seen.tools.count(&told.item));
            }
            ServerNotification::TurnCompleted(told) => seen(&told.thread_id, &told.turn.id, &|seen| {
                seen.end.get_or_insert_with(|| End::of(&told.turn));
            }),
            ServerNotification::ThreadClosed(told) => {
                let gone = self.threads.release(connection, Some(&told.thread_id));
                self.release(None, &gone);
            }
            _ => {}
        }
    }

    fn product(&mut self, fact: ProductFact, out: &mut Vec<Event>) {
        match fact {
            ProductFact::SubagentStarted(started) => self.subagent(started, out),
            ProductFact::TurnResolved(config) => {
                let key = (config.thread_id.clone(), config.turn_id.clone());
                self.turn(key, |turn| turn.config = Some(config), out);
            }
            ProductFact::TokensUsed(used) => {
                self.turn((used.thread_id, used.turn_id), |turn| turn.used(used.usage), out);
            }
            ProductFact::Compacted(compaction) => self.tell(Waiting::Compaction(compaction), out),
            ProductFact::Reviewed(review) => self.tell(Waiting::Review(review), out),
            ProductFact::HookRan(event_params) => out.push(Event::HookRun { event_params }),
            ProductFact::SkillInvoked(skill) => out.push(Event::SkillInvocation {
                skill_id: skill.skill_id,
                skill_name: skill.skill_name,
                event_params: skill.params,
            }),
            ProductFact::AppMentioned(event_params) => out.push(Event::AppMentioned { event_params }),
            ProductFact::AppUsed(event_params) => {
                let both = event_params.turn_id.clone().zip(event_params.connector_id.clone());
                if self.first(both.map(|(turn_id, connector_id)| Use::App { turn_id, connector_id })) {
                    out.push(Event::AppUsed { event_params });
                }
            }
            ProductFact::PluginChanged(change, event_params) => out.push(match change {
                PluginChange::Installed => Event::PluginInstalled { event_params },
                PluginChange::Uninstalled => Event::PluginUninstalled { event_params },
                PluginChange::Enabled => Event::PluginEnabled { event_params },
                PluginChange::Disabled => Event::PluginDisabled { event_params },
            }),
            ProductFact::PluginUsed(event_params) => {
                let both = event_params.turn_id.clone().zip(event_params.plugin.plugin_id.clone());
                if self.first(both.map(|(turn_id, plugin_id)| Use::Plugin { turn_id, plugin_id })) {
                    out.push(Event::PluginUsed { event_params });
                }
            }
        }
    }

    fn subagent(&mut self, started: SubagentStarted, out: &mut Vec<Event>) {
        let client = AppServerClient {
            product_client_id: started.product_client_id,
            client_name: started.client_name,
            client_version: started.client_version,
            rpc_transport: RpcTransport::InProcess,
            experimental_api_enabled: None,
        };
        let new = NewThread {
            owner: Owner::Agent(Box::new(client)),
            thread_id: started.thread_id,
            model: started.model,
            ephemeral: started.ephemeral,
            mode: InitializationMode::New,
            origin: Origin::of_agent(&started.source, started.parent_thread_id.as_ref()),
            created_at: started.created_at,
        };
        self.thread(new, out);
    }

    /// Remembers a thread and tells of it, and of what waited for it.
    fn thread(&mut self, new: NewThread, out: &mut Vec<Event>) {
        let thread = Thread { owner: new.owner.clone(), mode: new.mode, origin: new.origin.clone() };
        self.threads.add(&new.thread_id, thread, &mut self.dropped);
        let thread_id = new.thread_id.clone();
        self.tell(Waiting::Thread(new), out);
        self.settle(|_, (thread, _)| *thread == thread_id, out);
    }

    /// Changes a turn, and tells of it if it is complete by that. A turn that was told is not begun anew.
    fn turn(&mut self, key: TurnKey, change: impl FnOnce(&mut Turn), out: &mut Vec<Event>) {
        if let Some(turn) = self.turns.open(&key, &mut self.dropped) {
            change(turn);
            self.complete(key, out);
        }
    }

    fn complete(&mut self, key: TurnKey, out: &mut Vec<Event>) {
        if let Some(event) = self.turn_event(&key) {
            out.push(event);
            self.turns.close(key);
        }
    }

    /// Tells an event, now or when what it lacks is there. If too many wait, the oldest is told in part or not at all.
    fn tell(&mut self, waiting: Waiting, out: &mut Vec<Event>) {
        if let Some(event) = self.told(&waiting) {
            return out.push(event);
        }
        self.waiting.push_back(waiting);
        if self.waiting.len() > self.limits.waiting
            && let Some(oldest) = self.waiting.pop_front()
        {
            match self.told_in_part(&oldest) {
                Some(event) => out.push(event),
                None => self.dropped.waiting += 1,
            }
        }
    }

    /// Tells what waited for what has just become known, and the turns among these that are complete now.
    fn settle(&mut self, may_be_complete: impl Fn(&Turn, &TurnKey) -> bool, out: &mut Vec<Event>) {
        for waiting in std::mem::take(&mut self.waiting) {
            match self.told(&waiting) {
                Some(event) => out.push(event),
                None => self.waiting.push_back(waiting),
            }
        }
        let turns = self.turns.iter().filter(|(key, turn)| may_be_complete(turn, key));
        let turns: Vec<TurnKey> = turns.map(|(key, _)| key.clone()).collect();
        for key in turns {
            self.complete(key, out);
        }
    }

    /// Whether a use was not told yet. One that is not known well enough to be told apart always counts.
    fn first(&mut self, used: Option<Use>) -> bool {
        let Some(used) = used else { return true };
        let new = self.used.get(&used).is_none();
        self.used.touch(used, || ());
        new
    }

    fn closed(&mut self, connection: ConnectionId, out: &mut Vec<Event>) {
        for waiting in std::mem::take(&mut self.waiting) {
            if waiting.connection() == Some(connection) {
                out.extend(self.told_in_part(&waiting));
            } else {
                self.waiting.push_back(waiting);
            }
        }
        self.connections.remove(&connection);
        let gone = self.threads.release(connection, None);
        self.release(Some(connection), &gone);
    }

    /// Forgets what belongs to threads that are gone, and the turns that a client asked for.
    fn release(&mut self, connection: Option<ConnectionId>, threads: &BTreeSet<String>) {
        self.waiting.retain(|waiting| !threads.contains(waiting.thread_id()));
        self.turns.release(connection, threads);
    }
}

/// A text of the client's own, as far as it is worth remembering.
fn cut(text: &str) -> String {
    text[..text.floor_char_boundary(LONGEST_NAME)].to_owned()
}
