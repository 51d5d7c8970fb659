//! Facts: what the reducer is told, by the server that sees the protocol's messages and by the product that works.
//!
//! Facts of the protocol borrow the typed messages that the server has at hand anyway. Where an event needs the time at
//! which something happened and no message says it, the fact does: the reducer has no clock.

use app_server_protocol::v1::InitializeParams;
use app_server_protocol::v2::{
    ApprovalsReviewer, AskForApproval, ModeKind, Personality, ReasoningEffort, ReasoningSummary, SandboxPolicy,
    ServiceTier, SubAgentSource, TokenUsageBreakdown,
};
use app_server_protocol::{ClientRequest, ClientResponse, ServerNotification};
use methodic::{RequestId, RpcError};

use crate::events::{
    AppParams, Compaction, GuardianReview, HookRunParams, PluginParams, PluginUsedParams, RpcTransport,
    SkillInvocationParams, SubmissionType,
};

/// One connection between a client and the server; the server never gives a number twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConnectionId(pub u64);

/// Something that happened. Facts may come in any order, except that nothing more is expected of a closed connection.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "a fact is made, passed on once and gone")]
pub enum Fact<'a> {
    /// A client has introduced itself.
    Initialized {
        /// The connection.
        connection: ConnectionId,
        /// The product that the client belongs to, as the backend knows it.
        product_client_id: &'a str,
        /// How the client reaches the server.
        transport: RpcTransport,
        /// What the client said of itself.
        params: &'a InitializeParams,
    },
    /// A client has sent a request.
    Requested {
        /// The connection.
        connection: ConnectionId,
        /// The request.
        request: &'a ClientRequest,
    },
    /// A client's request was answered with a result.
    Answered {
        /// The connection.
        connection: ConnectionId,
        /// The answer.
        response: &'a ClientResponse,
        /// When, in Unix seconds.
        at: i64,
    },
    /// A client's request was answered with an error.
    Refused {
        /// The connection.
        connection: ConnectionId,
        /// The id of the request.
        request_id: &'a RequestId,
        /// The error; see [`RejectionReason::error`](crate::events::RejectionReason::error).
        error: &'a RpcError,
        /// When, in Unix seconds.
        at: i64,
    },
    /// A client was sent a notification. What goes to several clients is a fact of each.
    Notified {
        /// The connection.
        connection: ConnectionId,
        /// The notification.
        notification: &'a ServerNotification,
    },
    /// A connection is gone; what was waiting for more of it is released.
    Closed {
        /// The connection.
        connection: ConnectionId,
    },
    /// Something that no message of the protocol tells.
    Product(ProductFact),
}

/// What the product itself records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProductFact {
    /// An agent has set another one to work in a thread of its own.
    SubagentStarted(SubagentStarted),
    /// The settings of a turn are known.
    TurnResolved(Box<TurnConfig>),
    /// The model has used tokens for a turn.
    TokensUsed(TokensUsed),
    /// A compaction has ended.
    Compacted(Box<Compaction>),
    /// A review by the second agent has ended.
    Reviewed(Box<GuardianReview>),
    /// A hook's run has ended.
    HookRan(HookRunParams),
    /// A skill was invoked.
    SkillInvoked(SkillInvoked),
    /// A user mentioned an app.
    AppMentioned(AppParams),
    /// The agent used an app. Within a turn, only the first time of each connector becomes an event.
    AppUsed(AppParams),
    /// A plugin was installed, removed or switched.
    PluginChanged(PluginChange, PluginParams),
    /// The agent used a plugin. Within a turn, only the first time of each plugin becomes an event.
    PluginUsed(PluginUsedParams),
}

impl From<ProductFact> for Fact<'_> {
    fn from(fact: ProductFact) -> Self {
        Self::Product(fact)
    }
}

/// A thread that an agent has begun for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubagentStarted {
    /// The new thread.
    pub thread_id: String,
    /// The thread whose agent began it.
    pub parent_thread_id: Option<String>,
    /// The product that the client belongs to, as the backend knows it.
    pub product_client_id: String,
    /// Identifier of the client program.
    pub client_name: Option<String>,
    /// Version of the client program.
    pub client_version: Option<String>,
    /// Identifier of the model.
    pub model: String,
    /// Whether the thread is kept in memory only.
    pub ephemeral: bool,
    /// What the new agent is for.
    pub source: SubAgentSource,
    /// When the thread was created, in Unix seconds.
    pub created_at: i64,
}

/// The settings with which a turn runs, all sources taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnConfig {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn.
    pub turn_id: String,
    /// Whether it begins at once.
    pub submission_type: Option<SubmissionType>,
    /// Whether the thread is kept in memory only.
    pub ephemeral: bool,
    /// Identifier of the model.
    pub model: Option<String>,
    /// Name of the provider that serves the model.
    pub model_provider: String,
    /// How far commands reach without asking.
    pub sandbox_policy: Option<SandboxPolicy>,
    /// How much the model thinks.
    pub reasoning_effort: Option<ReasoningEffort>,
    /// How the model sums up its thoughts.
    pub reasoning_summary: Option<ReasoningSummary>,
    /// The class of service; none for the usual one.
    pub service_tier: Option<ServiceTier>,
    /// When the agent asks before it acts.
    pub approval_policy: AskForApproval,
    /// Who answers when the agent asks.
    pub approvals_reviewer: ApprovalsReviewer,
    /// Whether commands reach the network without asking.
    pub sandbox_network_access: bool,
    /// The mode in which agent and user work together.
    pub collaboration_mode: Option<ModeKind>,
    /// The manner in which the agent talks.
    pub personality: Option<Personality>,
    /// Whether it is the first turn of its thread.
    pub is_first_turn: bool,
}

/// What a turn has cost so far. Of several, the one with the most tokens holds, in whatever order they come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokensUsed {
    /// The thread of the turn.
    pub thread_id: String,
    /// The turn.
    pub turn_id: String,
    /// All tokens of the turn so far.
    pub usage: TokenUsageBreakdown,
}

/// A skill that was invoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillInvoked {
    /// Identifier of the skill.
    pub skill_id: String,
    /// The skill's name.
    pub skill_name: String,
    /// The circumstances.
    pub params: SkillInvocationParams,
}

/// What can happen to a plugin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PluginChange {
    /// It is there now.
    Installed,
    /// It is gone.
    Uninstalled,
    /// It may be used now.
    Enabled,
    /// It may no longer be used.
    Disabled,
}
