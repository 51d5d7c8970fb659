//! Checks the fixtures three times, with judges that share no code: the generated schema, the Rust types, and the
//! generated TypeScript types.
//!
//! The schema's judge needs a validator that is slow to build. It is a program of its own, started from here, so that
//! `cargo xtask codegen` need not wait for it.

use std::collections::HashMap;
use std::path::Path;

use app_server_analytics::events::{Event, EventBatch};
use app_server_protocol::{AppServer, ClientResponse, ServerResponse};
use methodic::{Direction, InvalidValue, Message, Protocol, ResponseSet, RpcError, code};
use methodic_validator::{
    Decoded, FindingKind, Fixture, Judged, Methods, Opinion, Surface, disagreement, fixtures, opinion_of_decoder,
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::judge::judge;
use crate::report::Finding;
use crate::tools::{TYPESCRIPT, Tool, npm_project};
use crate::typescript;
use crate::workspace::Workspace;

/// The fixtures of one contract, and who judges them.
pub(crate) struct Corpus {
    /// Their folder in the workspace.
    pub(crate) fixtures: &'static str,
    /// The folder with the contract's table, below the one of all schema files.
    schema: &'static str,
    /// The Rust types.
    decode: fn(&Fixture) -> Decoded,
    /// Whether the TypeScript package has its types.
    typescript: bool,
}

/// The fixtures of the protocol.
pub(crate) const PROTOCOL: Corpus =
    Corpus { fixtures: "crates/app-server-protocol/fixtures", schema: "", decode, typescript: true };

/// The fixtures of the analytics events, which a server sends to its backend and no client sees.
const EVENTS: Corpus = Corpus {
    fixtures: "crates/app-server-analytics/fixtures",
    schema: "analytics",
    decode: decode_event,
    typescript: false,
};

/// What the judges say.
#[derive(Default)]
pub(crate) struct Checked {
    pub(crate) findings: Vec<Finding>,
    pub(crate) fixtures: usize,
    pub(crate) methods: usize,
    /// How many kinds of events.
    pub(crate) events: usize,
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
    let mut checked = one(workspace, generated, &PROTOCOL)?;
    let events = one(workspace, generated, &EVENTS)?;
    checked.findings.extend(events.findings);
    checked.fixtures += events.fixtures;
    checked.events = events.methods;
    Ok(checked)
}

fn one(workspace: &Workspace, generated: &Path, corpus: &Corpus) -> Result<Checked, Failure> {
    let schema = generated.join("schema").join(corpus.schema);
    let report = by_schema(workspace, &schema, corpus)?;
    // Files that are no fixtures are among the report's findings.
    let scan = fixtures::scan(workspace.root().join(corpus.fixtures)).map_err(Failure::new)?;
    let whole_surface = schema.join("experimental");
    let methods = Methods::load(if whole_surface.is_dir() { whole_surface } else { schema }).map_err(Failure::new)?;
    let (verdicts, asked) = (Verdicts::new(&report.verdicts, corpus), report.methods);
    let whole: Vec<Option<&Judged>> =
        scan.fixtures.iter().map(|fixture| verdicts.of(fixture, methods.surface)).collect();
    let silent = |why| vec![Opinion::silent(why); scan.fixtures.len()];
    let (typescript, left_out) = if !corpus.typescript {
        (silent("it has no types of these"), None)
    } else {
        match npm_project(workspace, TYPESCRIPT)? {
            Tool::Ready(()) => (typescript::judge(workspace, generated, &methods, &scan.fixtures, &whole)?, None),
            Tool::Missing(how) => (silent("it was not asked"), Some(how)),
        }
    };
    // A disagreement says more about a fixture than the schema's judge could know.
    let mut findings = report.findings;
    findings.retain(|finding| !is_verdict(&finding.kind));
    for ((fixture, typescript), whole) in scan.fixtures.iter().zip(typescript).zip(whole) {
        let rust = opinion_of_decoder(fixture, (corpus.decode)(fixture));
        let schema = schema_opinion(whole, verdicts.of(fixture, Surface::Stable));
        let method = methods.in_folder(&fixture.folder).map_or(fixture.label(), |method| &method.method);
        if let Some(found) = disagreement(method, fixture, schema, rust, typescript) {
            let details = json!(found).as_object().cloned().unwrap_or_default();
            let (file, kind, message) =
                (corpus.file(&found.file).to_owned(), found.kind.to_string(), found.to_string());
            findings.push(Finding { file, kind, message, details, ..Finding::default() });
        }
    }
    findings.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(Checked { findings, fixtures: scan.fixtures.len(), methods: asked, events: 0, left_out })
}

impl Corpus {
    /// A fixture's file as a person would type it in the workspace's root.
    fn file<'a>(&self, file: &'a str) -> &'a str {
        file.find(self.fixtures).map_or(file, |at| &file[at..])
    }
}

/// What the schema's judge said of each fixture, to be looked up.
pub(crate) struct Verdicts<'a> {
    by_file: HashMap<(&'a str, Surface), &'a Judged>,
    corpus: &'a Corpus,
}

impl<'a> Verdicts<'a> {
    pub(crate) fn new(verdicts: &'a [Judged], corpus: &'a Corpus) -> Self {
        let by_file = verdicts.iter().map(|judged| ((corpus.file(&judged.file), judged.surface), judged)).collect();
        Self { by_file, corpus }
    }

    /// None where the surface does not have the fixture's method, or the fixture is itself at fault.
    pub(crate) fn of(&self, fixture: &Fixture, surface: Surface) -> Option<&'a Judged> {
        self.by_file.get(&(self.corpus.file(&fixture.path), surface)).copied()
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
pub(crate) fn by_schema(workspace: &Workspace, schema: &Path, corpus: &Corpus) -> Result<SchemaReport, Failure> {
    let schema = schema.to_string_lossy();
    let judgement = judge(workspace, &["fixtures", "--schema", &schema, "--fixtures", corpus.fixtures, "--verdicts"])?;
    let (verdicts, methods) = (judgement.part("verdicts")?, judgement.count("methods")?);
    Ok(SchemaReport { findings: judgement.findings, verdicts, methods })
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
    self::encoded(encoded)
}

fn encoded(encoded: serde_json::Result<Value>) -> Decoded {
    encoded.map_or_else(
        |error| Decoded::Rejected { code: code::INTERNAL_ERROR, pointer: None, message: error.to_string() },
        Decoded::Ok,
    )
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

    use super::{decode, decode_event, schema_opinion};

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
