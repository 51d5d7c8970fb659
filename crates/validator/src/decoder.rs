//! Checking a decoder against fixtures: what it accepts it must encode again unchanged, what it refuses it must place.
//!
//! The decoder is a closure, so that this crate knows no protocol, and a protocol's test needs no schema.

use serde_json::Value;

use crate::agreement::Opinion;
use crate::finding::{Finding, FindingKind, shown};
use crate::fixtures::{Expectation, Fixture};
use crate::pointer::{first_difference, shorten};

/// JSON-RPC's code for a message that is no request.
const INVALID_REQUEST: i64 = -32600;
/// JSON-RPC's code for params that do not fit their method.
const INVALID_PARAMS: i64 = -32602;

/// What a decoder made of a fixture's message.
#[derive(Debug, Clone, PartialEq)]
pub enum Decoded {
    /// It decoded; this is the message encoded again.
    Ok(Value),
    /// It was refused.
    Rejected {
        /// The JSON-RPC error code that a peer would be answered with.
        code: i64,
        /// The JSON pointer, inside the message, that the error names; none when it is about the whole message.
        pointer: Option<String>,
        /// The error's text.
        message: String,
    },
    /// The decoder does not know the method.
    Unknown,
}

/// Checks that every accept decodes and encodes to the same JSON value, and that every reject is refused at its place
/// with the code for an invalid request or invalid params.
///
/// A message-level `"params": null` counts as no params, which is how a method without params may be written.
///
/// ```
/// use methodic_validator::{Decoded, Expectation, Fixture, check_decoder};
/// use serde_json::json;
///
/// let fixture = Fixture {
///     path: "fixtures/turn-interrupt/accept/minimal.json".into(),
///     folder: "turn-interrupt".into(),
///     expectation: Expectation::Accept,
///     message: json!({ "id": 1, "method": "turn/interrupt", "params": { "turnId": "t1" } }),
///     text: String::new(),
/// };
/// // A decoder that forgets the params.
/// let findings = check_decoder(&[fixture], |f| Decoded::Ok(json!({ "id": f.message["id"], "method": "turn/interrupt" })));
/// assert_eq!(
///     findings[0].to_string(),
///     "fixtures/turn-interrupt/accept/minimal.json: turn/interrupt at /params: \
///      lost when encoded again: expected {\"turnId\":\"t1\"}",
/// );
/// ```
pub fn check_decoder(fixtures: &[Fixture], decode: impl Fn(&Fixture) -> Decoded) -> Vec<Finding> {
    fixtures.iter().filter_map(|fixture| check(fixture, decode(fixture))).collect()
}

/// What a decoder says of a fixture, and in what way that contradicts it.
///
/// ```
/// # use methodic_validator::{Decoded, Expectation, Fixture, opinion_of_decoder};
/// # let fixture = Fixture {
/// #     path: "ping.json".into(), folder: "ping".into(), expectation: Expectation::Accept,
/// #     message: serde_json::json!({ "id": 1, "method": "ping" }), text: String::new(),
/// # };
/// let decoded = Decoded::Rejected { code: -32600, pointer: Some("/id".into()), message: "expected a string".into() };
/// let opinion = opinion_of_decoder(&fixture, decoded);
/// assert_eq!(opinion.to_string(), "refuses at /id because expected a string (code -32600)");
/// ```
pub fn opinion_of_decoder(fixture: &Fixture, decoded: Decoded) -> Opinion {
    let found = check(fixture, decoded.clone());
    let opinion = match (decoded, &found) {
        (Decoded::Ok(_), Some(finding)) if finding.kind == FindingKind::RoundTrip => {
            Opinion { pointer: finding.pointer.clone(), because: Some(finding.message.clone()), ..Opinion::accepts() }
        }
        (Decoded::Ok(_), _) => Opinion::accepts(),
        (Decoded::Rejected { code, pointer, message }, _) => {
            Opinion::refuses(pointer.unwrap_or_default(), None, format!("{} (code {code})", shorten(&message, 300)))
        }
        (Decoded::Unknown, _) => Opinion::silent("it does not know this method"),
    };
    Opinion { contradicts: found.map(|finding| finding.kind), ..opinion }
}

fn check(fixture: &Fixture, decoded: Decoded) -> Option<Finding> {
    let finding =
        |kind, message: String| Finding::new(kind, fixture.path.as_str(), message).method(fixture.label().to_owned());
    match (&fixture.expectation, decoded) {
        (Expectation::Accept, Decoded::Ok(value)) => {
            let difference = first_difference(&without_null_params(&fixture.message), &without_null_params(&value))?;
            let message = match (difference.expected, difference.found) {
                (Some(expected), None) => format!("lost when encoded again: expected {expected}"),
                (None, Some(found)) => format!("{found} appears when encoded again: expected no such member"),
                (expected, found) => format!(
                    "changed when encoded again: expected {}, found {}",
                    expected.unwrap_or_default(),
                    found.unwrap_or_default()
                ),
            };
            Some(finding(FindingKind::RoundTrip, message).at(difference.pointer, None))
        }
        (Expectation::Accept, Decoded::Rejected { code, pointer, message }) => Some(
            finding(
                FindingKind::DecodeRefused,
                format!("the decoder refuses this accept with {code}: {}", shorten(&message, 300)),
            )
            .at(pointer.unwrap_or_default(), None),
        ),
        (_, Decoded::Unknown) => Some(finding(
            FindingKind::DecodeRefused,
            "the decoder does not know this method: expected a method of its table".into(),
        )),
        (Expectation::Reject { pointer, keyword, rust }, Decoded::Ok(_)) => Some(
            finding(
                FindingKind::DecodeAccepted,
                "the decoder accepts this reject: expected it to be refused here".into(),
            )
            .at(rust.as_ref().unwrap_or(pointer).as_str(), Some(keyword)),
        ),
        (Expectation::Reject { pointer, rust, .. }, Decoded::Rejected { code, pointer: found, message }) => {
            let expected = rust.as_ref().unwrap_or(pointer).as_str();
            let found = found.unwrap_or_default();
            let message = shorten(&message, 300);
            let problem = if code != INVALID_PARAMS && code != INVALID_REQUEST {
                format!("refused with code {code}, expected {INVALID_PARAMS} or {INVALID_REQUEST}: {message}")
            } else if found != expected {
                format!("refused at {} instead (put that in `expect.rust` if it is right): {message}", shown(&found))
            } else {
                return None;
            };
            Some(finding(FindingKind::DecodeOtherFault, problem).at(expected, None))
        }
    }
}

fn without_null_params(message: &Value) -> Value {
    let mut message = message.clone();
    if let Some(members) = message.as_object_mut()
        && members.get("params").is_some_and(Value::is_null)
    {
        members.remove("params");
    }
    message
}
