//! Events to the product's backend: `POST BASE/codex/analytics-events/events` with `{"events":[…]}`.

use std::fmt::Write;
use std::time::Duration;

use super::post::{Meaning, Poster};
use super::{BaseUrl, Refusal, Sink, Spooled};

const PATH: &str = "/codex/analytics-events/events";
/// The events' ids, in the order of the events. The body is the backend's contract and has no place for them.
const IDS: &str = "x-event-ids";

/// Posts batches to the backend.
pub(crate) struct Http(Poster);

impl Http {
    pub(crate) fn new(base: &BaseUrl, timeout: Duration) -> Self {
        Self(Poster::new(base.join(PATH), "application/json", meaning, timeout))
    }
}

impl Sink for Http {
    fn deliver(&mut self, events: &[Spooled]) -> Result<(), Refusal> {
        let (body, ids) = message(events);
        self.0.post(body.as_bytes(), &[(IDS, ids)]).map(drop)
    }
}

/// What the backend says is wrong with a request would be wrong with it again.
fn meaning(status: u16) -> Meaning {
    match status {
        400..500 => Meaning::Never,
        _ => Meaning::Later,
    }
}

/// The body, and the ids for the header.
fn message(events: &[Spooled]) -> (String, String) {
    let mut body = String::from("{\"events\":[");
    let mut ids = String::new();
    for (index, event) in events.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        body.push_str(comma);
        body.push_str(&event.json);
        let _ = write!(ids, "{comma}{}", event.id);
    }
    body.push_str("]}");
    (body, ids)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn each_status_has_its_meaning() {
        for (statuses, expected) in [
            (&[500, 502, 503, 504, 599, 301, 307][..], Meaning::Later),
            (&[400, 401, 403, 404, 408, 410, 413, 422, 425, 429, 451, 499][..], Meaning::Never),
        ] {
            statuses.iter().for_each(|status| assert_eq!(meaning(*status), expected, "{status}"));
        }
    }

    #[test]
    fn the_body_is_the_contract_and_the_header_names_each() {
        let event = |n: u128| Spooled { id: Uuid::from_u128(n), json: format!("{{\"n\":{n}}}") };
        let (body, ids) = message(&[event(1), event(2)]);
        assert_eq!(body, r#"{"events":[{"n":1},{"n":2}]}"#);
        assert_eq!(ids, "00000000-0000-0000-0000-000000000001,00000000-0000-0000-0000-000000000002");
        assert_eq!(message(&[]).0, r#"{"events":[]}"#);
    }
}
