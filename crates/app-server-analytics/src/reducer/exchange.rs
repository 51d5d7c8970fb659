//! Requests and their answers: each half waits for the other, whichever comes first.

use app_server_protocol::v2::UserInput;
use app_server_protocol::{ClientRequest, ClientResponse};
use methodic::{RequestId, RpcError};

use super::bounded::Bounded;
use super::limits::{Dropped, LONGEST_NAME, Limits};
use crate::events::{AppServerClient, RejectionReason};

/// What is remembered of a connection.
#[derive(Debug)]
pub(super) struct Connection {
    /// Who is there; none before the client has introduced itself.
    pub(super) client: Option<AppServerClient>,
    halves: Bounded<RequestId, Half>,
}

/// What a request asks, as far as an event tells of it.
#[derive(Debug)]
pub(super) enum Asked {
    Turn { thread_id: String, images: u64 },
    Steer { thread_id: String, expected_turn_id: String, images: u64 },
    Other,
}

/// What was answered.
#[derive(Debug)]
pub(super) enum Answered {
    Turn { turn_id: String },
    Steered { turn_id: String, at: i64 },
    Refused { reason: Option<RejectionReason>, at: i64 },
    Other,
}

/// One of the two.
#[derive(Debug)]
pub(super) enum Half {
    Asked(Asked),
    Answered(Answered),
}

impl Connection {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { client: None, halves: Bounded::new(limits.requests) }
    }

    /// How many halves wait.
    pub(super) fn open(&self) -> usize {
        self.halves.len()
    }

    /// Both halves, if the other one was there; else this one waits.
    ///
    /// Every request is remembered until it is answered, also one that no event tells of: its answer does not always say
    /// to which method it belongs, and would wait for ever.
    pub(super) fn pair(&mut self, id: &RequestId, half: Half, dropped: &mut Dropped) -> Option<(Asked, Answered)> {
        if matches!(id, RequestId::String(id) if id.len() > LONGEST_NAME) {
            dropped.oversized += 1;
            return None;
        }
        match (self.halves.remove(id), half) {
            (Some(Half::Asked(asked)), Half::Answered(answered))
            | (Some(Half::Answered(answered)), Half::Asked(asked)) => Some((asked, answered)),
            (same, half) => {
                let (_, evicted) = self.halves.touch(id.clone(), || half);
                dropped.requests += u64::from(same.is_some()) + u64::from(evicted.is_some());
                None
            }
        }
    }
}

impl Asked {
    /// None if the request names something that is too long to be remembered.
    pub(super) fn of(request: &ClientRequest) -> Option<Self> {
        let fits = |name: &str| name.len() <= LONGEST_NAME;
        match request {
            ClientRequest::TurnStart { params, .. } => fits(&params.thread_id)
                .then(|| Self::Turn { thread_id: params.thread_id.clone(), images: images(&params.input) }),
            ClientRequest::TurnSteer { params, .. } => (fits(&params.thread_id) && fits(&params.expected_turn_id))
                .then(|| Self::Steer {
                    thread_id: params.thread_id.clone(),
                    expected_turn_id: params.expected_turn_id.clone(),
                    images: images(&params.input),
                }),
            _ => Some(Self::Other),
        }
    }
}

impl Answered {
    pub(super) fn of(response: &ClientResponse, at: i64) -> Self {
        match response {
            ClientResponse::TurnStart { response, .. } => Self::Turn { turn_id: response.turn.id.clone() },
            ClientResponse::TurnSteer { response, .. } => Self::Steered { turn_id: response.turn_id.clone(), at },
            _ => Self::Other,
        }
    }

    pub(super) fn refused(error: &RpcError, at: i64) -> Self {
        Self::Refused { reason: RejectionReason::of(error), at }
    }
}

fn images(input: &[UserInput]) -> u64 {
    let is_image = |part: &&UserInput| matches!(part, UserInput::Image { .. } | UserInput::LocalImage { .. });
    input.iter().filter(is_image).count() as u64
}
