//! Checks the fixtures twice, with judges that share no code: the generated schema, and the Rust types.
//!
//! The schema's judge needs a validator that is slow to build. It is a program of its own, started from here, so that
//! `cargo xtask codegen` need not wait for it.

use std::path::Path;

use app_server_protocol::{AppServer, ClientResponse, ServerResponse};
use methodic::{Direction, Message, Protocol, ResponseSet, RpcError, Surface, code};
use methodic_validator::{Decoded, Fixture, check_decoder, fixtures};
use serde::Serialize;
use serde_json::Value;

use crate::failure::Failure;
use crate::judge::judge;
use crate::report::Finding;
use crate::workspace::Workspace;

/// The fixtures of the protocol.
pub(crate) const FIXTURES: &str = "crates/app-server-protocol/fixtures";

/// What both judges say.
pub(crate) struct Checked {
    pub(crate) findings: Vec<Finding>,
    pub(crate) fixtures: usize,
    pub(crate) methods: usize,
}

/// Checks every fixture against the schema in `schema` and against the Rust types.
pub(crate) fn check(workspace: &Workspace, schema: &Path) -> Result<Checked, Failure> {
    let mut checked = by_schema(workspace, schema)?;
    checked.findings.extend(by_types(workspace)?);
    checked.findings.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(checked)
}

/// Starts the schema's judge and reads its report.
fn by_schema(workspace: &Workspace, schema: &Path) -> Result<Checked, Failure> {
    let schema = schema.to_string_lossy();
    let judgement = judge(workspace, &["fixtures", "--schema", &schema, "--fixtures", FIXTURES])?;
    let (fixtures, methods) = (judgement.count("fixtures")?, judgement.count("methods")?);
    Ok(Checked { findings: judgement.findings, fixtures, methods })
}

/// Lets the Rust types judge, in this process.
fn by_types(workspace: &Workspace) -> Result<Vec<Finding>, Failure> {
    let folder = workspace.root().join(FIXTURES);
    // Files that are no fixtures are named by the other judge.
    let scan = fixtures::scan(&folder).map_err(Failure::new)?;
    let findings = check_decoder(&scan.fixtures, decode).into_iter().map(|finding| {
        let file = finding.file.replace('\\', "/");
        let file = file.find(FIXTURES).map_or(file.as_str(), |at| &file[at..]);
        let kind = serde_json::to_value(finding.kind).ok();
        let kind = kind.as_ref().and_then(Value::as_str).unwrap_or("fixture");
        about_fixture(file, kind, finding.detail())
    });
    Ok(findings.collect())
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

    use super::decode;

    fn decoded(folder: &str, message: Value) -> Decoded {
        let text = message.to_string();
        decode(&Fixture {
            path: "x.json".into(),
            folder: folder.into(),
            expectation: Expectation::Accept,
            message,
            text,
        })
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
}
