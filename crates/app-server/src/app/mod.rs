//! The app server: which method has which handler, and what the handlers work on.
//!
//! A new method is a row of the protocol's table, a handler, and a line in [`router`].

mod feedback;
mod initialize;
mod invalid;
mod nudge;
mod threads;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use app_server_protocol::v2::{
    MockExperimentalMethodParams, MockExperimentalMethodResponse, TrackProductAnalyticsEventParams,
    TrackProductAnalyticsEventResponse,
};
use app_server_protocol::{AppServer, methods};
use methodic::RpcError;

use app_server_analytics::ProductFact;

use crate::agent::Agent;
use crate::serve::{Context, Router};

pub use feedback::FeedbackLimits;
pub use nudge::{FileOutbox, Mail, Outbox};
pub use threads::{Stop, Turn};
use {feedback::Feedback, nudge::Nudge, threads::Threads};

/// What a handler is given.
pub(crate) type Ctx = Context<AppServer>;

/// How an app server is set up.
#[derive(Debug, Clone)]
pub struct Config {
    /// The folder for everything that the server keeps. It is made when it is first needed.
    pub data: PathBuf,
    /// How long after one reminder for more credits the next may be sent.
    pub nudge_cooldown: Duration,
    /// What reports may take.
    pub feedback: FeedbackLimits,
    /// How many threads are kept in memory.
    pub threads: usize,
}

impl Config {
    /// The usual settings.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            nudge_cooldown: Duration::from_secs(24 * 60 * 60),
            feedback: FeedbackLimits::default(),
            threads: 4096,
        }
    }
}

/// What the handlers work on.
pub struct App {
    data: PathBuf,
    nudge: Nudge,
    feedback: Feedback,
    threads: Threads,
    agent: Arc<dyn Agent>,
    facts: Facts,
}

/// Where the product's own facts go.
type Facts = Arc<dyn Fn(ProductFact) + Send + Sync>;

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("data", &self.data).finish_non_exhaustive()
    }
}

impl App {
    /// An app server whose turns `agent` works on, and whose mail leaves by `outbox`.
    pub fn new(config: Config, agent: Arc<dyn Agent>, outbox: Arc<dyn Outbox>) -> Self {
        Self {
            nudge: Nudge::new(config.data.join("nudge.json"), config.nudge_cooldown, outbox),
            feedback: Feedback::new(config.data.join("feedback"), config.feedback),
            threads: Threads::new(config.threads),
            data: config.data,
            agent,
            facts: Arc::new(|_| {}),
        }
    }

    /// Tells of what happens and no message says, such as the settings of a turn.
    #[must_use]
    pub fn with_facts(mut self, facts: impl Fn(ProductFact) + Send + Sync + 'static) -> Self {
        self.facts = Arc::new(facts);
        self
    }

    /// Gives reports whose sender agreed to it the server's log, which this function reads.
    #[must_use]
    pub fn with_log(mut self, log: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Self {
        self.feedback.set_log(log);
        self
    }
}

/// The table of handlers.
pub fn router() -> Router<AppServer, Arc<App>> {
    Router::new()
        .ordered_by("threadId")
        .handshake::<methods::Initialize, methods::Initialized>(initialize::accept)
        .on::<methods::TrackProductAnalyticsEvent>(track)
        .on::<methods::SendAddCreditsNudgeEmail>(nudge::send)
        .on::<methods::FeedbackUpload>(feedback::upload)
        .on::<methods::ThreadStart>(threads::start)
        .on::<methods::TurnStart>(threads::turn_start)
        .on::<methods::TurnSteer>(threads::turn_steer)
        .on::<methods::TurnInterrupt>(threads::turn_interrupt)
        .on::<methods::ThreadGoalSet>(threads::goal_set)
        .on::<methods::ThreadGoalGet>(threads::goal_get)
        .on::<methods::ThreadGoalClear>(threads::goal_clear)
        .on::<methods::MockExperimentalMethod>(echo)
}

/// The event itself goes the way of all messages, to whoever observes them; what the answer says is that it was taken.
async fn track(
    _: Arc<App>,
    _: Ctx,
    _: TrackProductAnalyticsEventParams,
) -> Result<TrackProductAnalyticsEventResponse, RpcError> {
    Ok(TrackProductAnalyticsEventResponse {})
}

async fn echo(
    _: Arc<App>,
    _: Ctx,
    params: MockExperimentalMethodParams,
) -> Result<MockExperimentalMethodResponse, RpcError> {
    Ok(MockExperimentalMethodResponse { echoed: params.value })
}

/// Seconds since 1970.
pub(crate) fn unix(at: SystemTime) -> i64 {
    let since = at.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

fn unix_now() -> i64 {
    unix(SystemTime::now())
}
