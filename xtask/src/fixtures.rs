//! Checks the fixtures twice, with judges that share no code: the generated schema, and the Rust types.
//!
//! The schema's judge needs a validator that is slow to build. It is a program of its own, started from here, so that
//! `cargo xtask codegen` need not wait for it.

use std::path::Path;

use app_server_analytics::events::{Event, EventBatch};
use app_server_protocol::{AppServer, ClientResponse, ServerResponse};
use methodic::{Direction, InvalidValue, Message, Protocol, ResponseSet, RpcError, Surface, code};
use methodic_validator::{Decoded, Fixture, check_decoder, fixtures};
use serde::Serialize;
use serde_json::Value;

use crate::failure::Failure;
use crate::process::{cargo, read};
use crate::report::Finding;
use crate::workspace::Workspace;

/// The fixtures of the protocol.
pub(crate) const FIXTURES: &str = "crates/app-server-protocol/fixtures";

/// The fixtures of the analytics events.
const EVENTS: &str = "crates/app-server-analytics/fixtures";

/// What both judges say.
pub(crate) struct Checked {
    pub(crate) findings: Vec<Finding>,
    pub(crate) fixtures: usize,
    pub(crate) methods: usize,
    pub(crate) events: usize,
}

/// Checks every fixture against the schema in `schema` and against the Rust types.
pub(crate) fn check(workspace: &Workspace, schema: &Path) -> Result<Checked, Failure> {
    let mut checked = by_schema(workspace, schema, FIXTURES)?;
    checked.findings.extend(by_types(workspace, FIXTURES, decode)?);
    let events = by_schema(workspace, &schema.join("analytics"), EVENTS)?;
    checked.findings.extend(events.findings);
    checked.findings.extend(by_types(workspace, EVENTS, decode_event)?);
    checked.findings.sort_by(|a, b| a.file.cmp(&b.file));
    checked.fixtures += events.fixtures;
    checked.events = events.methods;
    Ok(checked)
}

/// Starts the schema's judge and reads its report.
fn by_schema(workspace: &Workspace, schema: &Path, fixtures: &str) -> Result<Checked, Failure> {
    let schema = schema.to_string_lossy();
    let args = ["run", "--quiet", "--package", "methodic-cli", "--", "fixtures"];
    let args = [&args[..], &["--schema", &schema, "--fixtures", fixtures, "--format", "json"]].concat();
    let output = read(workspace, &cargo(), &args)?;
    // 1 means findings; anything else but 0 has said why on standard error.
    if !matches!(output.status.code(), Some(0 | 1)) {
        return Err(Failure::new(format_args!(
            "the fixtures could not be checked against the schema ({})",
            output.status
        ))
        .mend(format_args!("see what `cargo {}` says", args.join(" "))));
    }
    parse(&output.stdout).ok_or_else(|| {
        Failure::new("`methodic fixtures --format json` printed something else than its report")
            .mend(format_args!("see what `cargo {}` says", args.join(" ")))
    })
}

/// Reads `{ "findings": […], "fixtures": N, "methods": N }`.
fn parse(report: &[u8]) -> Option<Checked> {
    let report: Value = serde_json::from_slice(report).ok()?;
    let number = |name: &str| report[name].as_u64().and_then(|number| usize::try_from(number).ok());
    let findings = report["findings"].as_array()?.iter().map(|finding| {
        let text = |name: &str| finding[name].as_str();
        let mut message = String::new();
        if let Some(method) = text("method") {
            message.push_str(method);
        }
        if let Some(pointer) = text("pointer") {
            let place = if pointer.is_empty() { "the message" } else { pointer };
            message.push_str(&format!("{}at {place}", if message.is_empty() { "" } else { " " }));
        }
        if let Some(keyword) = text("keyword") {
            message.push_str(&format!(" ({keyword})"));
        }
        if !message.is_empty() {
            message.push_str(": ");
        }
        message.push_str(text("message")?);
        Some(about_fixture(text("file")?, text("kind").unwrap_or("fixture"), message))
    });
    Some(Checked {
        findings: findings.collect::<Option<_>>()?,
        fixtures: number("fixtures")?,
        methods: number("methods")?,
        events: 0,
    })
}

/// Lets the Rust types judge, in this process.
fn by_types(
    workspace: &Workspace,
    fixtures: &str,
    decode: impl Fn(&Fixture) -> Decoded,
) -> Result<Vec<Finding>, Failure> {
    let folder = workspace.root().join(fixtures);
    // Files that are no fixtures are named by the other judge.
    let scan = methodic_validator::fixtures::scan(&folder).map_err(Failure::new)?;
    let findings = check_decoder(&scan.fixtures, decode).into_iter().map(|finding| {
        let file = finding.file.replace('\\', "/");
        let file = file.find(fixtures).map_or(file.as_str(), |at| &file[at..]);
        let kind = serde_json::to_value(finding.kind).ok();
        let kind = kind.as_ref().and_then(Value::as_str).unwrap_or("fixture");
        about_fixture(file, kind, finding.detail())
    });
    Ok(findings.collect())
}

/// Reads a fixture's document as the kind of event that its folder names, or as a batch, and encodes it again.
fn decode_event(fixture: &Fixture) -> Decoded {
    if fixture.folder == "EventBatch" {
        return read_again(methodic::read::<EventBatch>(&fixture.text));
    }
    match methodic::read::<Event>(&fixture.text) {
        Ok(event) if event.event_type() != fixture.folder => Decoded::Rejected {
            code: code::INVALID_PARAMS,
            pointer: Some("/event_type".to_owned()),
            message: format!("it is a `{}`", event.event_type()),
        },
        read => read_again(read),
    }
}

fn read_again<T: Serialize>(read: Result<T, InvalidValue>) -> Decoded {
    match read {
        Ok(value) => encoded(serde_json::to_value(value)),
        Err(InvalidValue { pointer, detail }) => {
            Decoded::Rejected { code: code::INVALID_PARAMS, pointer: Some(pointer), message: detail }
        }
    }
}

fn about_fixture(file: &str, kind: &str, message: String) -> Finding {
    Finding { file: file.to_owned(), kind: kind.to_owned(), message, command: None, diff: None }
}

/// Reads a fixture's message as the side that receives it would, and encodes it again.
fn decode(fixture: &Fixture) -> Decoded {
    let mut methods = AppServer::METHODS.into_iter().flatten();
    let Some(info) = methods.find(|info| fixtures::folder_of(info.method) == fixture.folder) else {
        return Decoded::Unknown;
    };
    let bytes = fixture.text.as_bytes();
    // An answer travels against the direction of its request.
    let answers = fixture.message.get("method").is_none();
    let from_client = (info.direction == Direction::ClientToServer) != answers;
    if from_client {
        match AppServer::from_client(bytes, Surface::Experimental) {
            Ok(message) => encode::<_, _, ServerResponse>(info.method, message),
            Err(rejected) => refused(rejected.error),
        }
    } else {
        match AppServer::from_server(bytes, Surface::Experimental) {
            Ok(message) => encode::<_, _, ClientResponse>(info.method, message),
            Err(rejected) => refused(rejected.error),
        }
    }
}

/// Encodes what was read; an answer is first read as the answer to `method`.
fn encode<R: Serialize, N: Serialize, A: ResponseSet>(method: &str, message: Message<R, N>) -> Decoded {
    let encoded = match message {
        Message::Request(request) => serde_json::to_value(request),
        Message::Notification(notification) => serde_json::to_value(notification),
        Message::Response { id, result } => match A::decode(method, id, &result) {
            Some(Ok(response)) => serde_json::to_value(response),
            Some(Err(invalid)) => {
                let pointer = Some(format!("/result{}", invalid.pointer));
                return Decoded::Rejected { code: code::INVALID_PARAMS, pointer, message: invalid.to_string() };
            }
            None => return Decoded::Unknown,
        },
        Message::Error { id, error } => {
            serde_json::to_value(error).map(|error| serde_json::json!({ "id": id, "error": error }))
        }
    };
    self::encoded(encoded)
}

fn encoded(encoded: serde_json::Result<Value>) -> Decoded {
    encoded.map_or_else(
        |error| Decoded::Rejected { code: code::INTERNAL_ERROR, pointer: None, message: error.to_string() },
        Decoded::Ok,
    )
}

fn refused(error: RpcError) -> Decoded {
    if error.code == code::METHOD_NOT_FOUND {
        return Decoded::Unknown;
    }
    let pointer = error.data.as_ref().and_then(|data| data["pointer"].as_str()).map(str::to_owned);
    Decoded::Rejected { code: error.code, pointer, message: error.message }
}

#[cfg(test)]
mod tests {
    use methodic_validator::{Decoded, Expectation, Fixture};
    use serde_json::{Value, json};

    use super::{decode, decode_event, parse};

    fn fixture(folder: &str, message: Value) -> Fixture {
        let text = message.to_string();
        Fixture { path: "x.json".into(), folder: folder.into(), expectation: Expectation::Accept, message, text }
    }

    fn decoded(folder: &str, message: Value) -> Decoded {
        decode(&fixture(folder, message))
    }

    #[test]
    fn an_event_is_of_the_kind_of_its_folder() {
        let hook = json!({ "event_type": "codex_hook_run", "event_params": {
            "thread_id": null, "turn_id": null, "model_slug": null, "hook_name": "Stop", "hook_source": null, "status": null
        } });
        assert_eq!(decode_event(&fixture("codex_hook_run", hook.clone())), Decoded::Ok(hook.clone()));
        let batch = json!({ "events": [hook] });
        assert_eq!(decode_event(&fixture("EventBatch", batch.clone())), Decoded::Ok(batch));
        for (folder, message, place) in [
            ("codex_app_used", hook.clone(), "/event_type"),
            ("codex_hook_run", json!({ "event_type": "codex_hook_ran" }), "/event_type"),
            ("EventBatch", json!({}), ""),
        ] {
            let Decoded::Rejected { code, pointer, .. } = decode_event(&fixture(folder, message)) else {
                panic!("must be refused")
            };
            assert_eq!((code, pointer.as_deref()), (-32602, Some(place)));
        }
    }

    #[test]
    fn each_kind_of_message_goes_to_the_side_that_receives_it() {
        for (folder, message) in [
            (
                "turn-interrupt",
                json!({ "id": 1, "method": "turn/interrupt", "params": { "threadId": "t", "turnId": "u" } }),
            ),
            ("turn-interrupt", json!({ "id": "a", "result": {} })),
            ("initialized", json!({ "method": "initialized" })),
        ] {
            assert_eq!(decoded(folder, message.clone()), Decoded::Ok(message));
        }
    }

    #[test]
    fn a_refusal_has_its_place_in_the_message() {
        let Decoded::Rejected { code, pointer, .. } =
            decoded("turn-interrupt", json!({ "id": 1, "method": "turn/interrupt", "params": { "threadId": 5 } }))
        else {
            panic!("must be refused")
        };
        assert_eq!((code, pointer.as_deref()), (-32602, Some("/params/threadId")));
        let Decoded::Rejected { pointer, .. } = decoded("thread-start", json!({ "id": 1, "result": { "thread": 5 } }))
        else {
            panic!("must be refused")
        };
        assert_eq!(pointer.as_deref(), Some("/result/thread"));
        assert_eq!(decoded("no-such-method", json!({ "method": "no/such/method" })), Decoded::Unknown);
    }

    #[test]
    fn the_other_judges_report_is_read() {
        let report = json!({ "fixtures": 3, "methods": 2, "findings": [
            { "file": "a.json", "method": "x/y", "pointer": "", "keyword": "type", "message": "m", "kind": "reject-accepted" },
            { "file": "b", "message": "n", "kind": "coverage" },
        ] });
        let checked = parse(report.to_string().as_bytes()).expect("a report");
        assert_eq!((checked.fixtures, checked.methods), (3, 2));
        assert_eq!(checked.findings[0].message, "x/y at the message (type): m");
        assert_eq!((checked.findings[1].message.as_str(), checked.findings[1].kind.as_str()), ("n", "coverage"));
        assert!(parse(b"{}").is_none() && parse(b"error").is_none());
    }
}
