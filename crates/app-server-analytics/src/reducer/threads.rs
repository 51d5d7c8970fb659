//! Threads: who wanted each of them, for as long as the client is there that did.

use std::collections::BTreeSet;

use app_server_protocol::v2::{SessionSource, SubAgentSource};

use super::bounded::Bounded;
use super::limits::{Dropped, Limits};
use crate::events::{AppServerClient, InitializationMode, ThreadSource};
use crate::facts::ConnectionId;

/// A thread as one client, or one agent, brought it into memory.
#[derive(Debug, Clone)]
pub(super) struct Thread {
    pub(super) owner: Owner,
    pub(super) mode: InitializationMode,
    pub(super) origin: Origin,
}

/// For whom a thread works.
#[derive(Debug, Clone)]
pub(super) enum Owner {
    /// For the client at the other end.
    Connection(ConnectionId),
    /// For another agent of the same process.
    Agent(Box<AppServerClient>),
}

/// Where a thread comes from.
#[derive(Debug, Clone, Default)]
pub(super) struct Origin {
    pub(super) source: Option<ThreadSource>,
    pub(super) subagent: Option<String>,
    pub(super) parent: Option<String>,
}

impl Origin {
    pub(super) fn of(source: &SessionSource) -> Self {
        match source {
            SessionSource::SubAgent(agent) => Self::of_agent(agent, None),
            SessionSource::Unknown => Self::default(),
            SessionSource::Cli
            | SessionSource::Vscode
            | SessionSource::Exec
            | SessionSource::AppServer
            | SessionSource::Custom(_) => Self { source: Some(ThreadSource::User), ..Self::default() },
        }
    }

    pub(super) fn of_agent(agent: &SubAgentSource, parent: Option<&String>) -> Self {
        let (word, spawner) = match agent {
            SubAgentSource::Review => ("review", None),
            SubAgentSource::Compact => ("compact", None),
            SubAgentSource::ThreadSpawn { parent_thread_id, .. } => ("thread_spawn", Some(&parent_thread_id.0)),
            SubAgentSource::MemoryConsolidation => ("memory_consolidation", None),
            SubAgentSource::Other(name) => (name.as_str(), None),
        };
        Self {
            source: Some(ThreadSource::Subagent),
            subagent: Some(word.to_owned()),
            parent: parent.or(spawner).cloned(),
        }
    }
}

/// How many clients that share a thread are remembered.
const OWNERS: usize = 16;

/// All threads.
#[derive(Debug)]
pub(super) struct Threads(Bounded<String, Vec<Thread>>);

impl Threads {
    pub(super) fn new(limits: &Limits) -> Self {
        Self(Bounded::new(limits.threads))
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Remembers a thread; what the same owner said of it before is replaced.
    pub(super) fn add(&mut self, id: &str, thread: Thread, dropped: &mut Dropped) {
        let (owners, evicted) = self.0.touch(id.to_owned(), Vec::new);
        owners.retain(|known| !known.owner.is_same(&thread.owner));
        if owners.len() == OWNERS {
            owners.remove(0);
        }
        owners.push(thread);
        dropped.threads += u64::from(evicted.is_some());
    }

    /// The thread as this client brought it into memory, or as another did whose thread it uses too.
    pub(super) fn seen_by(&self, id: &str, connection: ConnectionId) -> Option<&Thread> {
        let owners = self.0.get(id)?;
        owners.iter().find(|thread| thread.owner.is(connection)).or_else(|| owners.last())
    }

    /// The thread as it was brought into memory last.
    pub(super) fn latest(&self, id: &str) -> Option<&Thread> {
        self.0.get(id)?.last()
    }

    /// Forgets what a client brought into memory: one thread of it, or all. Gives the threads that nobody else uses, and
    /// those that only worked for these.
    pub(super) fn release(&mut self, connection: ConnectionId, only: Option<&str>) -> BTreeSet<String> {
        let mut gone: BTreeSet<String> =
            self.forget(|id, thread| thread.owner.is(connection) && only.is_none_or(|only| only == id));
        let mut last = gone.clone();
        while !last.is_empty() {
            let orphan = |_: &str, thread: &Thread| {
                let parent = thread.origin.parent.as_ref();
                matches!(thread.owner, Owner::Agent(_)) && parent.is_some_and(|parent| last.contains(parent))
            };
            let next = self.forget(orphan);
            gone.extend(next.iter().cloned());
            last = next;
        }
        gone
    }

    /// Takes these owners out, and gives the threads that are left without any.
    fn forget(&mut self, goes: impl Fn(&str, &Thread) -> bool) -> BTreeSet<String> {
        let gone = self.0.retain(|id, owners| {
            owners.retain(|thread| !goes(id, thread));
            !owners.is_empty()
        });
        gone.into_iter().collect()
    }
}

impl Owner {
    fn is(&self, connection: ConnectionId) -> bool {
        matches!(self, Self::Connection(own) if *own == connection)
    }

    fn is_same(&self, other: &Self) -> bool {
        match other {
            Self::Connection(connection) => self.is(*connection),
            Self::Agent(_) => matches!(self, Self::Agent(_)),
        }
    }
}
