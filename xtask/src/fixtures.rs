//! Checks the fixtures three times, with judges that share no code: the generated schema, the Rust types, and the
//! generated TypeScript types.
//!
//! The schema's judge needs a validator that is slow to build. It is a program of its own, started from here, so that
//! `cargo xtask codegen` need not wait for it.

use std::collections::HashMap;
use std::path::Path;

use app_server_protocol::{AppServer, ClientResponse, ServerResponse};
use methodic::{Direction, Message, Protocol, ResponseSet, RpcError, code};
use methodic_validator::{
    Decoded, FindingKind, Fixture, Judged, Methods, Opinion, Surface, disagreement, fixtures, opinion_of_decoder,
};
use serde::Serialize;
use serde_json::json;

use crate::failure::Failure;
use crate::judge::judge;
use crate::report::Finding;
use crate::tools::{TYPESCRIPT, Tool, npm_project};
use crate::typescript;
use crate::workspace::Workspace;

/// The fixtures of the protocol.
pub(crate) const FIXTURES: &str = "crates/app-server-protocol/fixtures";

/// What the judges say.
pub(crate) struct Checked {
    pub(crate) findings: Vec<Finding>,
    pub(crate) fixtures: usize,
    pub(crate) methods: usize,
    /// Why TypeScript was not asked, if it was not.
    pub(crate) left_out: Option<String>,
}

/// What the schema says of the fixtures.
pub(crate) struct SchemaReport {
    findings: Vec<Finding>,
    pub(crate) verdicts: Vec<Judged>,
    methods: usize,
}

/// Checks every fixture against the schema and the TypeScript package in the folder `generated`, and against the Rust
/// types.
pub(crate) fn check(workspace: &Workspace, generated: &Path) -> Result<Checked, Failure> {
    let schema = generated.join("schema");
    let report = by_schema(workspace, &schema)?;
    // Files that are no fixtures are among the report's findings.
    let scan = fixtures::scan(workspace.root().join(FIXTURES)).map_err(Failure::new)?;
    let methods = Methods::load(schema.join("experimental")).map_err(Failure::new)?;
    let (verdicts, asked) = (Verdicts::new(&report.verdicts), report.methods);
    let whole: Vec<Option<&Judged>> =
        scan.fixtures.iter().map(|fixture| verdicts.of(fixture, Surface::Experimental)).collect();
    let (typescript, left_out) = match npm_project(workspace, TYPESCRIPT)? {
        Tool::Ready(()) => (typescript::judge(workspace, generated, &methods, &scan.fixtures, &whole)?, None),
        Tool::Missing(how) => (vec![Opinion::silent("it was not asked"); scan.fixtures.len()], Some(how)),
    };
    // A disagreement says more about a fixture than the schema's judge could know.
    let mut findings = report.findings;
    findings.retain(|finding| !is_verdict(&finding.kind));
    for ((fixture, typescript), whole) in scan.fixtures.iter().zip(typescript).zip(whole) {
        let rust = opinion_of_decoder(fixture, decode(fixture));
        let schema = schema_opinion(whole, verdicts.of(fixture, Surface::Stable));
        let method = methods.in_folder(&fixture.folder).map_or(fixture.label(), |method| &method.method);
        if let Some(found) = disagreement(method, fixture, schema, rust, typescript) {
            let details = json!(found).as_object().cloned().unwrap_or_default();
            findings.push(Finding { details, ..finding(&found.file, found.kind, found.to_string()) });
        }
    }
    findings.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(Checked { findings, fixtures: scan.fixtures.len(), methods: asked, left_out })
}

/// What the schema's judge said of each fixture, to be looked up.
pub(crate) struct Verdicts<'a>(HashMap<(&'a str, Surface), &'a Judged>);

impl<'a> Verdicts<'a> {
    pub(crate) fn new(verdicts: &'a [Judged]) -> Self {
        Self(verdicts.iter().map(|judged| ((in_workspace(&judged.file), judged.surface), judged)).collect())
    }

    /// None where the surface does not have the fixture's method, or the fixture is itself at fault.
    pub(crate) fn of(&self, fixture: &Fixture, surface: Surface) -> Option<&'a Judged> {
        self.0.get(&(in_workspace(&fixture.path), surface)).copied()
    }
}

/// What the schema says: the whole surface, or the stable one where that alone contradicts.
fn schema_opinion(whole: Option<&Judged>, stable: Option<&Judged>) -> Opinion {
    let Some(whole) = whole else { return Opinion::silent("it does not know this method") };
    match stable.filter(|stable| whole.opinion.contradicts.is_none() && stable.opinion.contradicts.is_some()) {
        Some(Judged { opinion, surface, .. }) => {
            let because = opinion.because.as_ref();
            Opinion {
                because: because.map(|because| format!("the {surface} schema says: {because}")),
                ..opinion.clone()
            }
        }
        None => whole.opinion.clone(),
    }
}

/// Whether a finding is about what a judge says of a fixture, not about the fixture's file or folder.
fn is_verdict(kind: &str) -> bool {
    use FindingKind::{AcceptRefused, RejectAccepted, RejectOtherFault};
    [AcceptRefused, RejectAccepted, RejectOtherFault].iter().any(|verdict| verdict.to_string() == kind)
}

/// Asks the schema's judge.
pub(crate) fn by_schema(workspace: &Workspace, schema: &Path) -> Result<SchemaReport, Failure> {
    let schema = schema.to_string_lossy();
    let judgement = judge(workspace, &["fixtures", "--schema", &schema, "--fixtures", FIXTURES, "--verdicts"])?;
    let (verdicts, methods) = (judgement.part("verdicts")?, judgement.count("methods")?);
    Ok(SchemaReport { findings: judgement.findings, verdicts, methods })
}

/// A fixture's file as a person would type it in the workspace's root.
fn in_workspace(file: &str) -> &str {
    file.find(FIXTURES).map_or(file, |at| &file[at..])
}

fn finding(file: &str, kind: FindingKind, message: String) -> Finding {
    Finding { file: in_workspace(file).to_owned(), kind: kind.to_string(), message, ..Finding::default() }
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
        match AppServer::from_client(bytes, methodic::Surface::Experimental) {
            Ok(message) => encode::<_, _, ServerResponse>(info.method, message),
            Err(rejected) => refused(rejected.error),
        }
    } else {
        match AppServer::from_server(bytes, methodic::Surface::Experimental) {
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
        Message::Error { id, error } => serde_json::to_value(error).map(|error| json!({ "id": id, "error": error })),
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
    use methodic_validator::{Decoded, Expectation, FindingKind, Fixture, Judged, Opinion, Surface};
    use serde_json::{Value, json};

    use super::{decode, schema_opinion};

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

    #[test]
    fn the_stable_schema_is_heard_where_it_alone_contradicts() {
        let judged = |surface, opinion: Opinion| Judged {
            file: "a.json".into(),
            surface,
            sight: None,
            experimental: false,
            opinion,
        };
        let refusal = Opinion::refuses("/params", Some("required"), "missing `cwd`");
        let whole = judged(Surface::Experimental, Opinion::accepts());
        let stable = judged(Surface::Stable, refusal.clone());
        assert_eq!(schema_opinion(Some(&whole), Some(&stable)), Opinion::accepts(), "nobody is contradicted");
        let stable = judged(Surface::Stable, refusal.contradicting(FindingKind::AcceptRefused));
        assert_eq!(
            schema_opinion(Some(&whole), Some(&stable)).to_string(),
            "refuses at /params (required) because the stable schema says: missing `cwd`"
        );
    }
}
