//! Events that lack nothing but who the client is, or where the thread came from.

use super::Reducer;
use super::threads::{Origin, Owner};
use crate::events::{
    AppServerClient, Compaction, CompactionParams, Event, GuardianReview, GuardianReviewParams, InitializationMode,
    RejectionReason, SteerResult, ThreadInitializedParams, TurnSteerParams,
};
use crate::facts::ConnectionId;

/// One of them.
#[derive(Debug)]
pub(super) enum Waiting {
    Thread(NewThread),
    Steer(Steer),
    Compaction(Box<Compaction>),
    Review(Box<GuardianReview>),
}

/// A thread that a client has brought into memory.
#[derive(Debug)]
pub(super) struct NewThread {
    pub(super) owner: Owner,
    pub(super) thread_id: String,
    pub(super) model: String,
    pub(super) ephemeral: bool,
    pub(super) mode: InitializationMode,
    pub(super) origin: Origin,
    pub(super) created_at: i64,
}

/// An answered attempt to add to a turn.
#[derive(Debug)]
pub(super) struct Steer {
    pub(super) connection: ConnectionId,
    pub(super) thread_id: String,
    pub(super) expected_turn_id: String,
    pub(super) accepted_turn_id: Option<String>,
    pub(super) images: u64,
    pub(super) reason: Option<RejectionReason>,
    pub(super) at: i64,
}

impl Waiting {
    /// The connection without which it cannot be told.
    pub(super) fn connection(&self) -> Option<ConnectionId> {
        match self {
            Self::Thread(NewThread { owner: Owner::Connection(connection), .. }) => Some(*connection),
            Self::Steer(steer) => Some(steer.connection),
            Self::Thread(_) | Self::Compaction(_) | Self::Review(_) => None,
        }
    }

    /// The thread that it is about.
    pub(super) fn thread_id(&self) -> &str {
        match self {
            Self::Thread(thread) => &thread.thread_id,
            Self::Steer(steer) => &steer.thread_id,
            Self::Compaction(compaction) => &compaction.thread_id,
            Self::Review(review) => &review.thread_id,
        }
    }
}

impl Reducer {
    /// The event, if nothing is lacking any more.
    pub(super) fn told(&self, waiting: &Waiting) -> Option<Event> {
        match waiting {
            Waiting::Thread(thread) => {
                let client = self.client_of(&thread.owner)?;
                Some(self.thread_event(thread, client))
            }
            Waiting::Steer(steer) => {
                let thread = self.threads.seen_by(&steer.thread_id, steer.connection)?;
                self.steer_event(steer, thread.origin.clone())
            }
            Waiting::Compaction(compaction) => {
                let thread = self.threads.latest(&compaction.thread_id)?;
                let Origin { source, subagent, parent } = thread.origin.clone();
                Some(Event::Compaction {
                    event_params: CompactionParams {
                        app_server_client: self.client_of(&thread.owner)?.clone(),
                        runtime: self.runtime.clone(),
                        thread_source: source,
                        subagent_source: subagent,
                        parent_thread_id: parent,
                        compaction: Compaction::clone(compaction),
                    },
                })
            }
            Waiting::Review(review) => {
                let thread = self.threads.latest(&review.thread_id)?;
                Some(Event::GuardianReview {
                    event_params: GuardianReviewParams {
                        app_server_client: self.client_of(&thread.owner)?.clone(),
                        runtime: self.runtime.clone(),
                        review: GuardianReview::clone(review),
                    },
                })
            }
        }
    }

    /// The event without what is lacking, if the contract allows that: where a thread came from may be null.
    pub(super) fn told_in_part(&self, waiting: &Waiting) -> Option<Event> {
        match waiting {
            Waiting::Steer(steer) => self.steer_event(steer, Origin::default()),
            _ => None,
        }
    }

    fn client_of<'a>(&'a self, owner: &'a Owner) -> Option<&'a AppServerClient> {
        match owner {
            Owner::Connection(connection) => self.client(*connection),
            Owner::Agent(client) => Some(client),
        }
    }

    fn thread_event(&self, thread: &NewThread, client: &AppServerClient) -> Event {
        let Origin { source, subagent, parent } = thread.origin.clone();
        Event::ThreadInitialized {
            event_params: ThreadInitializedParams {
                thread_id: thread.thread_id.clone(),
                app_server_client: client.clone(),
                runtime: self.runtime.clone(),
                model: thread.model.clone(),
                ephemeral: thread.ephemeral,
                thread_source: source,
                initialization_mode: thread.mode,
                subagent_source: subagent,
                parent_thread_id: parent,
                created_at: thread.created_at,
            },
        }
    }

    fn steer_event(&self, steer: &Steer, origin: Origin) -> Option<Event> {
        let Origin { source, subagent, parent } = origin;
        Some(Event::TurnSteer {
            event_params: TurnSteerParams {
                thread_id: steer.thread_id.clone(),
                expected_turn_id: Some(steer.expected_turn_id.clone()),
                accepted_turn_id: steer.accepted_turn_id.clone(),
                app_server_client: self.client(steer.connection)?.clone(),
                runtime: self.runtime.clone(),
                thread_source: source,
                subagent_source: subagent,
                parent_thread_id: parent,
                num_input_images: steer.images,
                result: if steer.accepted_turn_id.is_some() { SteerResult::Accepted } else { SteerResult::Rejected },
                rejection_reason: steer.reason,
                created_at: steer.at,
            },
        })
    }
}
