//! Sessions: which program, or which agent on behalf of another, a thread was started by.

use crate::v2::ThreadId;
use methodic::wire;

/// What a thread was started by.
#[wire]
#[derive(Eq)]
pub enum SessionSource {
    /// The terminal program.
    Cli,
    /// The editor extension.
    Vscode,
    /// The command for runs without a person, as in scripts.
    Exec,
    /// A client of this protocol.
    AppServer,
    /// Another program, by the name it gave.
    Custom(String),
    /// An agent that works for another thread.
    SubAgent(SubAgentSource),
    /// Something that this version of the server cannot tell.
    Unknown,
}

/// Why an agent was set to work for another thread.
#[wire(rename_all = "snake_case", rename_all_fields = "snake_case")]
#[derive(Eq)]
pub enum SubAgentSource {
    /// To review changes.
    Review,
    /// To sum up a conversation that has become too long.
    Compact,
    /// Because another agent gave it a part of its work.
    ThreadSpawn {
        /// The thread of the agent that gave the work.
        parent_thread_id: ThreadId,
        /// How many agents stand between this one and the thread that the user started; 1 for the first.
        depth: i32,
        /// Where the agent stands in the tree of agents. Null when it has no place there.
        agent_path: Option<AgentPath>,
        /// The name by which people tell agents apart. Null when it was given none.
        agent_nickname: Option<String>,
        /// The role in which the agent works, which sets its instructions. Null for the usual one.
        agent_role: Option<String>,
    },
    /// To put the memories of earlier threads in order.
    MemoryConsolidation,
    /// For another reason, by the name that the program gave.
    Other(String),
}

/// The place of an agent in the tree of agents: the names from the root down, each after a slash.
#[wire(transparent)]
#[derive(Eq, Hash, PartialOrd, Ord)]
pub struct AgentPath(pub String);
