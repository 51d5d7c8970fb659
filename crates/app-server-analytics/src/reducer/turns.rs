//! Turns: what is known of each until it can be told, and which were told already.

use std::collections::BTreeSet;

use app_server_protocol::v2::{
    CodexErrorInfo, CommandExecutionSource, ThreadItem, TokenUsageBreakdown, Turn as WireTurn,
};

use super::bounded::Bounded;
use super::limits::{Dropped, LONGEST_NAME, Limits};
use crate::events::TurnEndStatus;
use crate::facts::{ConnectionId, TurnConfig};

/// Thread and turn.
pub(super) type TurnKey = (String, String);

/// How many clients that watch a turn are remembered before it is known which of them asked for it.
const WATCHERS: usize = 16;

/// What is known of a turn so far.
#[derive(Debug, Default)]
pub(super) struct Turn {
    /// Who asked for it, and with how many pictures.
    pub(super) asked: Option<(ConnectionId, u64)>,
    pub(super) config: Option<Box<TurnConfig>>,
    pub(super) tokens: Option<TokenUsageBreakdown>,
    /// How often input was added to it.
    pub(super) steers: u64,
    /// What each client was told of it. Only what the client was told that asked becomes a part of the event.
    seen: Vec<(ConnectionId, Seen)>,
}

/// What a client was told of a turn.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) started_at: Option<i64>,
    pub(super) end: Option<End>,
    pub(super) tools: Tools,
}

/// How a turn ended.
#[derive(Debug)]
pub(super) struct End {
    pub(super) status: Option<TurnEndStatus>,
    pub(super) error: Option<CodexErrorInfo>,
    pub(super) started_at: Option<i64>,
    pub(super) completed_at: Option<i64>,
    pub(super) duration_ms: Option<i64>,
}

/// How many tools of each kind the agent used.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Tools {
    pub(super) shell: u64,
    pub(super) file: u64,
    pub(super) mcp: u64,
    pub(super) dynamic: u64,
    pub(super) subagent: u64,
    pub(super) web: u64,
    pub(super) image: u64,
}

impl Turn {
    /// Says who asked. What others were told is of no use from now on.
    pub(super) fn asked(&mut self, connection: ConnectionId, images: u64) {
        self.asked.get_or_insert((connection, images));
        self.seen.retain(|(other, _)| *other == connection);
    }

    /// What this client was told so far; none if it is known that it did not ask for the turn.
    pub(super) fn seen_by(&mut self, connection: ConnectionId) -> Option<&mut Seen> {
        if self.asked.is_some_and(|(asked, _)| asked != connection) {
            return None;
        }
        let at = match self.seen.iter().position(|(known, _)| *known == connection) {
            Some(at) => at,
            None => {
                if self.seen.len() == WATCHERS {
                    self.seen.remove(0);
                }
                self.seen.push((connection, Seen::default()));
                self.seen.len() - 1
            }
        };
        self.seen.get_mut(at).map(|(_, seen)| seen)
    }

    /// What the client was told that asked.
    pub(super) fn told(&self) -> Option<&Seen> {
        let (asked, _) = self.asked?;
        self.seen.iter().find(|(known, _)| *known == asked).map(|(_, seen)| seen)
    }

    /// Adds a count of tokens: totals only grow.
    pub(super) fn used(&mut self, usage: TokenUsageBreakdown) {
        if self.tokens.is_none_or(|known| known.total_tokens < usage.total_tokens) {
            self.tokens = Some(usage);
        }
    }
}

impl End {
    pub(super) fn of(turn: &WireTurn) -> Self {
        Self {
            status: TurnEndStatus::of(turn.status),
            error: turn.error.as_ref().and_then(|error| error.codex_error_info),
            started_at: turn.started_at,
            completed_at: turn.completed_at,
            duration_ms: turn.duration_ms,
        }
    }
}

impl Tools {
    /// Counts an item that has ended, if the agent used a tool.
    pub(super) fn count(&mut self, item: &ThreadItem) {
        let count = match item {
            // What the user runs is no tool of the agent's.
            ThreadItem::CommandExecution { source: CommandExecutionSource::UserShell, .. } => return,
            ThreadItem::CommandExecution { .. } => &mut self.shell,
            ThreadItem::FileChange { .. } => &mut self.file,
            ThreadItem::McpToolCall { .. } => &mut self.mcp,
            ThreadItem::DynamicToolCall { .. } => &mut self.dynamic,
            ThreadItem::CollabAgentToolCall { .. } => &mut self.subagent,
            ThreadItem::WebSearch { .. } => &mut self.web,
            ThreadItem::ImageGeneration { .. } => &mut self.image,
            _ => return,
        };
        *count += 1;
    }

    pub(super) fn total(&self) -> u64 {
        self.shell + self.file + self.mcp + self.dynamic + self.subagent + self.web + self.image
    }
}

/// All turns.
#[derive(Debug)]
pub(super) struct Turns {
    open: Bounded<TurnKey, Turn>,
    /// Those that were told or given up: what still comes about them must not begin them anew.
    closed: Bounded<TurnKey, ()>,
}

impl Turns {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { open: Bounded::new(limits.turns), closed: Bounded::new(limits.told) }
    }

    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    pub(super) fn get(&self, key: &TurnKey) -> Option<&Turn> {
        self.open.get(key)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&TurnKey, &Turn)> {
        self.open.iter()
    }

    /// The turn, begun if nothing was known of it; none if it is closed.
    pub(super) fn open(&mut self, key: &TurnKey, dropped: &mut Dropped) -> Option<&mut Turn> {
        if self.closed.get(key).is_some() {
            return None;
        }
        if key.0.len().max(key.1.len()) > LONGEST_NAME {
            dropped.oversized += 1;
            return None;
        }
        let (turn, evicted) = self.open.touch(key.clone(), Turn::default);
        if let Some((evicted, _)) = evicted {
            dropped.turns += 1;
            self.closed.touch(evicted, || ());
        }
        Some(turn)
    }

    /// Forgets a turn but for the fact that it was there.
    pub(super) fn close(&mut self, key: TurnKey) {
        self.open.remove(&key);
        self.closed.touch(key, || ());
    }

    /// Gives up the turns that a client asked for, and those of threads that are gone.
    pub(super) fn release(&mut self, connection: Option<ConnectionId>, threads: &BTreeSet<String>) {
        let gone = self.open.retain(|(thread, _), turn| {
            let asked_by = |connection| turn.asked.is_some_and(|(asked, _)| asked == connection);
            if threads.contains(thread) || connection.is_some_and(asked_by) {
                return false;
            }
            if let Some(connection) = connection {
                turn.seen.retain(|(known, _)| *known != connection);
            }
            // Of a turn that only this client was told of, nothing is left.
            !turn.seen.is_empty()
                || turn.asked.is_some()
                || turn.config.is_some()
                || turn.tokens.is_some()
                || turn.steers > 0
        });
        for key in gone {
            self.closed.touch(key, || ());
        }
    }
}
