//! How fast a client's message is decoded, against the floor: reading the same bytes straight into the one right type.
//!
//! A group is one message; its functions are the ways to read it:
//!
//! - `floor`: `serde_json::from_slice` into a struct of the id and the params of that one method;
//! - `methodic`: the protocol's decoder, which finds out by itself which method it is, and applies the gate;
//! - `params-first`: the same for a message whose method comes after its params;
//! - `derived`: an enum with serde's derived `#[serde(tag = "method")]` over the same types;
//! - `bad`: the same message with a fault in its last member: decoded, refused, and the answer written;
//! - `bad-floor`: that message read as `floor` does, and the text of serde_json's error.

use std::hint::black_box;
use std::time::Duration;

use app_server_protocol::{AppServer, ClientRequest, file_search, v1, v2};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use methodic::{Message, MethodSet, NoParams, Protocol, RequestId, Surface};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The envelope with the one type that fits: nothing that reads a whole message can be faster.
#[derive(Deserialize)]
struct Floor<P> {
    id: RequestId,
    params: P,
}

/// Writes the enum and the list of its tags, so that the list can be held against the table.
macro_rules! derived {
    ($($Variant:ident $wire:literal $Params:ty),* $(,)?) => {
        /// What serde derives for the client's requests. It buffers the message until it has seen the tag.
        #[derive(Deserialize)]
        #[serde(tag = "method")]
        #[allow(dead_code, clippy::large_enum_variant, reason = "measured, never used; shaped as the protocol's own enum")]
        enum Derived {
            $(#[serde(rename = $wire)] $Variant { id: RequestId, params: $Params },)*
        }

        const DERIVED: &[&str] = &[$($wire),*];
    };
}

derived! {
    Initialize "initialize" v1::InitializeParams,
    ThreadStart "thread/start" v2::ThreadStartParams,
    ThreadResume "thread/resume" v2::ThreadResumeParams,
    ThreadFork "thread/fork" v2::ThreadForkParams,
    ThreadUnsubscribe "thread/unsubscribe" v2::ThreadUnsubscribeParams,
    ThreadArchive "thread/archive" v2::ThreadArchiveParams,
    ThreadUnarchive "thread/unarchive" v2::ThreadUnarchiveParams,
    ThreadList "thread/list" v2::ThreadListParams,
    ThreadLoadedList "thread/loaded/list" v2::ThreadLoadedListParams,
    ThreadRead "thread/read" v2::ThreadReadParams,
    ThreadTurnsList "thread/turns/list" v2::ThreadTurnsListParams,
    ThreadSetName "thread/name/set" v2::ThreadSetNameParams,
    ThreadMetadataUpdate "thread/metadata/update" v2::ThreadMetadataUpdateParams,
    ThreadRollback "thread/rollback" v2::ThreadRollbackParams,
    ThreadCompactStart "thread/compact/start" v2::ThreadCompactStartParams,
    ThreadInjectItems "thread/inject_items" v2::ThreadInjectItemsParams,
    ThreadShellCommand "thread/shellCommand" v2::ThreadShellCommandParams,
    ThreadBackgroundTerminalsClean "thread/backgroundTerminals/clean" v2::ThreadBackgroundTerminalsCleanParams,
    ThreadApproveGuardianDeniedAction "thread/approveGuardianDeniedAction" v2::ThreadApproveGuardianDeniedActionParams,
    ThreadIncrementElicitation "thread/increment_elicitation" v2::ThreadIncrementElicitationParams,
    ThreadDecrementElicitation "thread/decrement_elicitation" v2::ThreadDecrementElicitationParams,
    ThreadGoalSet "thread/goal/set" v2::ThreadGoalSetParams,
    ThreadGoalGet "thread/goal/get" v2::ThreadGoalGetParams,
    ThreadGoalClear "thread/goal/clear" v2::ThreadGoalClearParams,
    ThreadMemoryModeSet "thread/memoryMode/set" v2::ThreadMemoryModeSetParams,
    MemoryReset "memory/reset" Option<NoParams>,
    TurnStart "turn/start" v2::TurnStartParams,
    TurnSteer "turn/steer" v2::TurnSteerParams,
    TurnInterrupt "turn/interrupt" v2::TurnInterruptParams,
    ReviewStart "review/start" v2::ReviewStartParams,
    ThreadRealtimeStart "thread/realtime/start" v2::ThreadRealtimeStartParams,
    ThreadRealtimeAppendAudio "thread/realtime/appendAudio" v2::ThreadRealtimeAppendAudioParams,
    ThreadRealtimeAppendText "thread/realtime/appendText" v2::ThreadRealtimeAppendTextParams,
    ThreadRealtimeStop "thread/realtime/stop" v2::ThreadRealtimeStopParams,
    ThreadRealtimeListVoices "thread/realtime/listVoices" v2::ThreadRealtimeListVoicesParams,
    GetAccount "account/read" v2::GetAccountParams,
    LoginAccount "account/login/start" v2::LoginAccountParams,
    CancelLoginAccount "account/login/cancel" v2::CancelLoginAccountParams,
    LogoutAccount "account/logout" Option<NoParams>,
    GetAccountRateLimits "account/rateLimits/read" Option<NoParams>,
    SendAddCreditsNudgeEmail "account/sendAddCreditsNudgeEmail" v2::SendAddCreditsNudgeEmailParams,
    McpServerStatusList "mcpServerStatus/list" v2::ListMcpServerStatusParams,
    McpServerOauthLogin "mcpServer/oauth/login" v2::McpServerOauthLoginParams,
    McpResourceRead "mcpServer/resource/read" v2::McpResourceReadParams,
    McpServerToolCall "mcpServer/tool/call" v2::McpServerToolCallParams,
    FuzzyFileSearch "fuzzyFileSearch" file_search::FuzzyFileSearchParams,
    FuzzyFileSearchSessionStart "fuzzyFileSearch/sessionStart" file_search::FuzzyFileSearchSessionStartParams,
    FuzzyFileSearchSessionUpdate "fuzzyFileSearch/sessionUpdate" file_search::FuzzyFileSearchSessionUpdateParams,
    FuzzyFileSearchSessionStop "fuzzyFileSearch/sessionStop" file_search::FuzzyFileSearchSessionStopParams,
    WindowsSandboxSetupStart "windowsSandbox/setupStart" v2::WindowsSandboxSetupStartParams,
    ModelList "model/list" v2::ModelListParams,
    CollaborationModeList "collaborationMode/list" v2::CollaborationModeListParams,
    ExperimentalFeatureList "experimentalFeature/list" v2::ExperimentalFeatureListParams,
    ExperimentalFeatureEnablementSet "experimentalFeature/enablement/set" v2::ExperimentalFeatureEnablementSetParams,
    MockExperimentalMethod "mock/experimentalMethod" v2::MockExperimentalMethodParams,
    SkillsList "skills/list" v2::SkillsListParams,
    SkillsConfigWrite "skills/config/write" v2::SkillsConfigWriteParams,
    AppsList "app/list" v2::AppsListParams,
    PluginList "plugin/list" v2::PluginListParams,
    PluginRead "plugin/read" v2::PluginReadParams,
    PluginInstall "plugin/install" v2::PluginInstallParams,
    PluginUninstall "plugin/uninstall" v2::PluginUninstallParams,
    MarketplaceAdd "marketplace/add" v2::MarketplaceAddParams,
    MarketplaceRemove "marketplace/remove" v2::MarketplaceRemoveParams,
    MarketplaceUpgrade "marketplace/upgrade" v2::MarketplaceUpgradeParams,
    ConfigRead "config/read" v2::ConfigReadParams,
    ConfigValueWrite "config/value/write" v2::ConfigValueWriteParams,
    ConfigBatchWrite "config/batchWrite" v2::ConfigBatchWriteParams,
    McpServerRefresh "config/mcpServer/reload" Option<NoParams>,
    ConfigRequirementsRead "configRequirements/read" Option<NoParams>,
    ExternalAgentConfigDetect "externalAgentConfig/detect" v2::ExternalAgentConfigDetectParams,
    ExternalAgentConfigImport "externalAgentConfig/import" v2::ExternalAgentConfigImportParams,
    OneOffCommandExec "command/exec" v2::CommandExecParams,
    CommandExecWrite "command/exec/write" v2::CommandExecWriteParams,
    CommandExecTerminate "command/exec/terminate" v2::CommandExecTerminateParams,
    CommandExecResize "command/exec/resize" v2::CommandExecResizeParams,
    FsReadFile "fs/readFile" v2::FsReadFileParams,
    FsWriteFile "fs/writeFile" v2::FsWriteFileParams,
    FsCreateDirectory "fs/createDirectory" v2::FsCreateDirectoryParams,
    FsGetMetadata "fs/getMetadata" v2::FsGetMetadataParams,
    FsReadDirectory "fs/readDirectory" v2::FsReadDirectoryParams,
    FsRemove "fs/remove" v2::FsRemoveParams,
    FsCopy "fs/copy" v2::FsCopyParams,
    FsWatch "fs/watch" v2::FsWatchParams,
    FsUnwatch "fs/unwatch" v2::FsUnwatchParams,
    DeviceKeyCreate "device/key/create" v2::DeviceKeyCreateParams,
    DeviceKeyPublic "device/key/public" v2::DeviceKeyPublicParams,
    DeviceKeySign "device/key/sign" v2::DeviceKeySignParams,
    TrackProductAnalyticsEvent "analytics/productEvent/track" v2::TrackProductAnalyticsEventParams,
    FeedbackUpload "feedback/upload" v2::FeedbackUploadParams,
}

/// One message to measure. The members of the params stand in `good` and `bad` up to the last one, which differs.
struct Case {
    name: &'static str,
    method: &'static str,
    /// Members of the params, without braces.
    members: String,
    /// The last member, as it should be and as it should not.
    good: &'static str,
    bad: &'static str,
}

impl Case {
    fn method_first(&self, last: &str) -> Vec<u8> {
        let Self { method, members, .. } = self;
        format!(r#"{{"id":42,"method":"{method}","params":{{{members},{last}}}}}"#).into_bytes()
    }

    fn params_first(&self) -> Vec<u8> {
        let Self { method, members, good, .. } = self;
        format!(r#"{{"params":{{{members},{good}}},"method":"{method}","id":42}}"#).into_bytes()
    }
}

const THREAD: &str = r#""threadId":"019ce153-efc1-7b3e-9c41-5d2f8e6a0b17""#;

fn turn_start(name: &'static str, text: &str, more: &str) -> Case {
    Case {
        name,
        method: "turn/start",
        members: format!(r#"{THREAD},"input":[{{"type":"text","text":"{text}"}}{more}]"#),
        good: r#""model":"gpt-5.4","effort":"medium""#,
        bad: r#""model":"gpt-5.4","effort":5"#,
    }
}

fn cases() -> Vec<Case> {
    let prose = "Round half to even where a ledger entry is split between accounts, and say in the test why. ";
    let line = "    let cents = amount.checked_mul(100).ok_or(Overflow)?; // see \\\"rounding\\\"\\n";
    let settings = concat!(
        r#","cwd":"/home/mara/src/ledger","approvalPolicy":"on-request","approvalsReviewer":"user","sandboxPolicy":{"#,
        r#""type":"workspaceWrite","writableRoots":["/home/mara/src/ledger","/home/mara/.cache/ledger"],"#,
        r#""networkAccess":true,"excludeTmpdirEnvVar":true,"excludeSlashTmp":false},"serviceTier":"flex","#,
        r#""summary":"concise","personality":"friendly""#
    );
    let pictures = concat!(
        r#",{"type":"image","url":"https://example.com/screenshots/ledger-balance.png"},{"type":"localImage","path":"#,
        r#""/home/mara/Pictures/balance-off-by-one.png"},{"type":"skill","name":"release-notes","path":"#,
        r#""/home/mara/skills/release-notes/SKILL.md"},{"type":"mention","name":"Ledger board","path":"app://board"}"#
    );
    let mut middling = turn_start("turn-start-2KB", &prose.repeat(12), pictures);
    middling.members.push_str(settings);
    let mut large = turn_start("turn-start-64KB", &format!("{}\\n{}", prose.repeat(350), line.repeat(400)), pictures);
    large.members.push_str(settings);
    vec![
        Case {
            name: "turn-interrupt",
            method: "turn/interrupt",
            members: THREAD.to_owned(),
            good: r#""turnId":"019ce154-0a8e-7702-b1a0-c3a1d1e0f4aa""#,
            bad: r#""turnId":5"#,
        },
        Case {
            name: "track",
            method: "analytics/productEvent/track",
            members: r#""event":{"type":"usageLimitBanner","bannerType":"workspace_member_credits_depleted""#.to_owned(),
            good: r#""action":"cta_clicked"}"#,
            bad: r#""action":"hovered"}"#,
        },
        turn_start("turn-start-500B", &prose.repeat(3), r#",{"type":"localImage","path":"/home/mara/Pictures/off-by-one.png"}"#),
        middling,
        Case {
            name: "thread-start",
            method: "thread/start",
            members: concat!(
                r#""model":"gpt-5.4","modelProvider":"openai","serviceTier":"fast","cwd":"/home/mara/src/ledger","#,
                r#""approvalPolicy":"on-request","approvalsReviewer":"auto_review","sandbox":"workspace-write","#,
                r#""permissionProfile":{"type":"managed","network":{"enabled":false},"fileSystem":{"type":"restricted","#,
                r#""entries":[{"path":{"type":"special","value":{"kind":"root"}},"access":"read"},"#,
                r#"{"path":{"type":"special","value":{"kind":"project_roots","subpath":"target"}},"access":"write"},"#,
                r#"{"path":{"type":"path","path":"/home/mara/src/ledger"},"access":"write"},"#,
                r#"{"path":{"type":"glob_pattern","pattern":"**/.env*"},"access":"none"}],"globScanMaxDepth":4}},"#,
                r#""config":{"model_reasoning_effort":"high","features":{"web_search":true},"tool_output_token_limit":12000},"#,
                r#""serviceName":"ledger-desk","baseInstructions":"You work on a double-entry ledger written in Rust.","#,
                r#""developerInstructions":"Amounts are integers of cents.","personality":"pragmatic","ephemeral":true"#
            )
            .to_owned(),
            good: r#""sessionStartSource":"clear""#,
            bad: r#""sessionStartSource":"cleared""#,
        },
        large,
    ]
}

fn read(message: &[u8]) -> Result<Message<ClientRequest, app_server_protocol::ClientNotification>, Vec<u8>> {
    AppServer::from_client(message, Surface::Stable).map_err(|rejected| rejected.to_json())
}

fn measure<P: DeserializeOwned>(criterion: &mut Criterion, case: &Case) {
    let (good, late, bad) = (case.method_first(case.good), case.params_first(), case.method_first(case.bad));
    // What is measured must be what is meant.
    for bytes in [&good, &late] {
        let Ok(Message::Request(request)) = read(bytes) else { panic!("{} must decode", case.name) };
        assert_eq!(request.method(), case.method);
        serde_json::from_slice::<Derived>(bytes).expect("the derived enum must decode it too");
    }
    let answer = read(&bad).expect_err("a fault is a fault");
    assert!(answer.starts_with(br#"{"id":42,"error":{"code":-32602,"#), "{}", String::from_utf8_lossy(&answer));

    let mut group = criterion.benchmark_group(format!("decode/{}", case.name));
    group.throughput(Throughput::Bytes(good.len() as u64));
    group.bench_function("floor", |bencher| {
        bencher.iter(|| {
            let floor: Floor<P> = serde_json::from_slice(black_box(&good)).expect("good");
            black_box((floor.id, floor.params))
        });
    });
    group.bench_function("methodic", |bencher| {
        bencher.iter(|| AppServer::from_client(black_box(&good), Surface::Stable).expect("good"));
    });
    group.bench_function("params-first", |bencher| {
        bencher.iter(|| AppServer::from_client(black_box(&late), Surface::Stable).expect("good"));
    });
    group.bench_function("derived", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Derived>(black_box(&good)).expect("good"));
    });
    group.bench_function("bad", |bencher| bencher.iter(|| read(black_box(&bad)).expect_err("bad")));
    group.bench_function("bad-floor", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Floor<P>>(black_box(&bad)).err().expect("bad").to_string());
    });
    group.finish();
}

fn messages(criterion: &mut Criterion) {
    for case in cases() {
        match case.method {
            "turn/interrupt" => measure::<v2::TurnInterruptParams>(criterion, &case),
            "analytics/productEvent/track" => measure::<v2::TrackProductAnalyticsEventParams>(criterion, &case),
            "turn/start" => measure::<v2::TurnStartParams>(criterion, &case),
            "thread/start" => measure::<v2::ThreadStartParams>(criterion, &case),
            other => panic!("no floor for `{other}`"),
        }
    }
}

/// A method that does not exist, with a name near to one that does: the costliest refusal.
fn unknown_method(criterion: &mut Criterion) {
    let message = br#"{"id":42,"method":"turn/interupt","params":{"threadId":"019ce153-efc1-7b3e-9c41-5d2f8e6a0b17"}}"#;
    let answer = read(message).expect_err("unknown");
    assert!(answer.starts_with(br#"{"id":42,"error":{"code":-32601,"#), "{}", String::from_utf8_lossy(&answer));
    let mut group = criterion.benchmark_group("decode/unknown-method");
    group.bench_function("bad", |bencher| bencher.iter(|| read(black_box(message)).expect_err("unknown")));
    group.bench_function("derived", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Derived>(black_box(message)).err().expect("unknown").to_string());
    });
    group.finish();
}

/// The name of a decoded message's method.
fn method(criterion: &mut Criterion) {
    let case = &cases()[0];
    let Ok(Message::Request(request)) = read(&case.method_first(case.good)) else {
        panic!("{} must decode", case.name)
    };
    let mut group = criterion.benchmark_group("decode/method");
    group.bench_function("methodic", |bencher| bencher.iter(|| black_box(&request).method()));
    group.finish();
}

fn quick() -> Criterion {
    let table: Vec<&str> = ClientRequest::METHODS.iter().map(|row| row.method).collect();
    assert_eq!(DERIVED, table, "the derived enum must cover the table");
    Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(50)
}

criterion_group! { name = decode; config = quick(); targets = messages, unknown_method, method }
criterion_main!(decode);
