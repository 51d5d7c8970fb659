//! Whole sessions as facts: the protocol's messages as they come over the wire, and what a product records beside them.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::path::Path;

use app_server_analytics::events::{
    AppParams, ApprovalRequestSource, Compaction, CompactionImplementation, CompactionPhase, CompactionReason,
    CompactionStatus, CompactionStrategy, CompactionTrigger, GuardianDecision, GuardianOutcome, GuardianReview,
    GuardianSessionKind, GuardianTerminalStatus, HookRunParams, InvokeType, PluginParams, PluginUsedParams,
    RejectionReason, ReviewedAction, ReviewedActionType, RpcTransport, Runtime, SkillInvocationParams, SubmissionType,
};
use app_server_analytics::{
    ConnectionId, Fact, PluginChange, ProductFact, Reducer, SkillInvoked, SubagentStarted, TokensUsed, TurnConfig,
};
use app_server_protocol::v1::InitializeParams;
use app_server_protocol::v2::{
    ApprovalsReviewer, AskForApproval, GuardianRiskLevel, GuardianUserAuthorization, HookEventName, HookRunStatus,
    HookSource, ModeKind, Personality, ReasoningEffort, ReasoningSummary, SandboxPolicy, ServiceTier, SkillScope,
    SubAgentSource, ThreadId, TokenUsageBreakdown,
};
use app_server_protocol::{ClientRequest, ClientResponse, ServerNotification};
use methodic::{RequestId, ResponseSet, RpcError};
use serde_json::value::to_raw_value;
use serde_json::{Value, json};

/// A fact that owns its message.
#[derive(Debug, Clone)]
pub(crate) enum Told {
    Initialized(u64, InitializeParams),
    Requested(u64, Box<ClientRequest>),
    Answered(u64, Box<ClientResponse>, i64),
    Refused(u64, RequestId, RpcError, i64),
    Notified(u64, Box<ServerNotification>),
    Closed(u64),
    Product(ProductFact),
}

impl Told {
    pub(crate) fn fact(&self) -> Fact<'_> {
        let connection = |number: &u64| ConnectionId(*number);
        match self {
            Self::Initialized(on, params) => Fact::Initialized {
                connection: connection(on),
                product_client_id: "codex_vscode",
                transport: RpcTransport::Stdio,
                params,
            },
            Self::Requested(on, request) => Fact::Requested { connection: connection(on), request },
            Self::Answered(on, response, at) => Fact::Answered { connection: connection(on), response, at: *at },
            Self::Refused(on, request_id, error, at) => {
                Fact::Refused { connection: connection(on), request_id, error, at: *at }
            }
            Self::Notified(on, notification) => Fact::Notified { connection: connection(on), notification },
            Self::Closed(on) => Fact::Closed { connection: connection(on) },
            Self::Product(fact) => Fact::Product(fact.clone()),
        }
    }
}

pub(crate) fn runtime() -> Runtime {
    Runtime {
        codex_rs_version: "0.1.0".into(),
        runtime_os: "linux".into(),
        runtime_os_version: "6.1".into(),
        runtime_arch: "x86_64".into(),
    }
}

/// The events that facts come to, as JSON.
pub(crate) fn told(reducer: &mut Reducer, facts: &[Told]) -> Vec<Value> {
    let events = facts.iter().flat_map(|told| reducer.push(told.fact()));
    events.map(|event| serde_json::to_value(event).expect("JSON")).collect()
}

/// The same from a reducer of its own, without regard to the order.
pub(crate) fn all(facts: &[Told]) -> Vec<Value> {
    sorted(told(&mut Reducer::new(runtime()), facts))
}

pub(crate) fn sorted(mut events: Vec<Value>) -> Vec<Value> {
    events.sort_by_key(Value::to_string);
    events
}

/// An event as it stands in the fixtures, `codex_turn_event/full`.
pub(crate) fn golden(name: &str) -> Value {
    let (event, case) = name.split_once('/').expect("EVENT/CASE");
    read(&format!("fixtures/{event}/accept/{case}.json"))
}

fn read(path: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// What a client calls itself.
pub(crate) fn initialized(on: u64, name: &str) -> Told {
    let params = json!({
        "clientInfo": { "name": name, "version": "1.4.2" }, "capabilities": { "experimentalApi": true },
    });
    Told::Initialized(on, serde_json::from_value(params).expect("params"))
}

pub(crate) fn requested(on: u64, id: impl Into<Value>, method: &str, params: Value) -> Told {
    let message = json!({ "id": id.into(), "method": method, "params": params });
    Told::Requested(on, serde_json::from_value(message).unwrap_or_else(|error| panic!("{method}: {error}")))
}

pub(crate) fn answered(on: u64, id: impl Into<RequestId>, method: &str, at: i64, result: Value) -> Told {
    let raw = to_raw_value(&result).expect("JSON");
    let response = ClientResponse::decode(method, id.into(), &raw).expect("a method");
    Told::Answered(on, Box::new(response.unwrap_or_else(|error| panic!("{error}"))), at)
}

pub(crate) fn notified(on: u64, method: &str, params: Value) -> Told {
    let message = json!({ "method": method, "params": params });
    Told::Notified(on, serde_json::from_value(message).unwrap_or_else(|error| panic!("{method}: {error}")))
}

/// The answer to `thread/start`, `thread/resume` or `thread/fork`.
pub(crate) fn thread_answered(on: u64, id: i64, method: &str, thread_id: &str, source: Value) -> Told {
    let result = json!({
        "thread": {
            "id": thread_id, "forkedFromId": null, "preview": "", "ephemeral": false, "modelProvider": "openai",
            "createdAt": 1763800000, "updatedAt": 1763800000, "status": { "type": "idle" }, "path": null, "cwd": "/w",
            "cliVersion": "0.1.0", "source": source, "agentNickname": null, "agentRole": null, "gitInfo": null,
            "name": null, "turns": [],
        },
        "model": "gpt-5.1-codex", "modelProvider": "openai", "serviceTier": null, "cwd": "/w",
        "instructionSources": [], "approvalPolicy": "on-request", "approvalsReviewer": "user",
        "sandbox": { "type": "dangerFullAccess" }, "permissionProfile": null, "reasoningEffort": null,
    });
    answered(on, id, method, 1763800001, result)
}

pub(crate) fn turn_requested(on: u64, id: i64, thread_id: &str) -> Told {
    let input = json!([
        { "type": "text", "text": "Look at these.", "text_elements": [] },
        { "type": "image", "url": "https://example.org/a.png" },
        { "type": "localImage", "path": "/w/b.png" },
    ]);
    requested(on, id, "turn/start", json!({ "threadId": thread_id, "input": input }))
}

pub(crate) fn turn_answered(on: u64, id: i64, turn_id: &str) -> Told {
    answered(on, id, "turn/start", 1763800010, json!({ "turn": turn(turn_id, "inProgress", None) }))
}

fn turn(turn_id: &str, status: &str, times: Option<[i64; 3]>) -> Value {
    let [started, completed, duration] = times.map_or([None; 3], |times| times.map(Some));
    json!({ "id": turn_id, "items": [], "status": status, "error": null, "startedAt": started,
            "completedAt": completed, "durationMs": duration })
}

pub(crate) fn turn_started(on: u64, thread_id: &str, turn_id: &str) -> Told {
    let mut turn = turn(turn_id, "inProgress", None);
    turn["startedAt"] = json!(1763800010);
    notified(on, "turn/started", json!({ "threadId": thread_id, "turn": turn }))
}

pub(crate) fn turn_completed(on: u64, thread_id: &str, turn_id: &str) -> Told {
    let mut turn = turn(turn_id, "completed", Some([0, 1763800052, 42000]));
    // The time of the beginning comes with `turn/started`.
    turn["startedAt"] = Value::Null;
    notified(on, "turn/completed", json!({ "threadId": thread_id, "turn": turn }))
}

/// The end of a turn that a broken connection ended, of whose times nothing is known.
pub(crate) fn turn_failed(on: u64, thread_id: &str, turn_id: &str) -> Told {
    let mut turn = turn(turn_id, "failed", None);
    turn["error"] = json!({ "message": "no answer", "additionalDetails": null,
                            "codexErrorInfo": { "httpConnectionFailed": { "httpStatusCode": 503 } } });
    notified(on, "turn/completed", json!({ "threadId": thread_id, "turn": turn }))
}

/// An item of a kind that the protocol's own fixtures show.
pub(crate) fn item_completed(on: u64, thread_id: &str, turn_id: &str, kind: &str) -> Told {
    let mut message =
        read(&format!("../app-server-protocol/fixtures/item-completed/accept/variant-{kind}.json"))["params"].take();
    message["threadId"] = json!(thread_id);
    message["turnId"] = json!(turn_id);
    notified(on, "item/completed", message)
}

pub(crate) fn command_completed(on: u64, thread_id: &str, turn_id: &str, source: &str) -> Told {
    let item = json!({ "type": "commandExecution", "id": "i", "command": "ls", "cwd": "/w", "processId": null,
                       "source": source, "status": "completed", "commandActions": [], "aggregatedOutput": null,
                       "exitCode": 0, "durationMs": 4 });
    notified(on, "item/completed", json!({ "threadId": thread_id, "turnId": turn_id, "item": item }))
}

pub(crate) fn steered(on: u64, id: i64, thread_id: &str, expected: &str, images: usize) -> Told {
    let image = json!({ "type": "image", "url": "https://example.org/c.png" });
    let params = json!({ "threadId": thread_id, "expectedTurnId": expected, "input": vec![image; images] });
    requested(on, id, "turn/steer", params)
}

pub(crate) fn steer_refused(on: u64, id: i64, reason: RejectionReason, at: i64) -> Told {
    Told::Refused(on, id.into(), reason.error("the turn takes no input"), at)
}

pub(crate) fn config(thread_id: &str, turn_id: &str) -> TurnConfig {
    TurnConfig {
        thread_id: thread_id.into(),
        turn_id: turn_id.into(),
        submission_type: Some(SubmissionType::Default),
        ephemeral: false,
        model: Some("gpt-5.1-codex".into()),
        model_provider: "openai".into(),
        sandbox_policy: Some(SandboxPolicy::WorkspaceWrite {
            writable_roots: vec![],
            network_access: true,
            exclude_tmpdir_env_var: false,
            exclude_slash_tmp: false,
        }),
        reasoning_effort: Some(ReasoningEffort::High),
        reasoning_summary: Some(ReasoningSummary::Concise),
        service_tier: Some(ServiceTier::Fast),
        approval_policy: AskForApproval::OnRequest,
        approvals_reviewer: ApprovalsReviewer::User,
        sandbox_network_access: true,
        collaboration_mode: Some(ModeKind::Plan),
        personality: Some(Personality::Friendly),
        is_first_turn: true,
    }
}

pub(crate) fn resolved(config: TurnConfig) -> Told {
    Told::Product(ProductFact::TurnResolved(Box::new(config)))
}

pub(crate) fn tokens_used(thread_id: &str, turn_id: &str, total_tokens: i64) -> Told {
    Told::Product(ProductFact::TokensUsed(TokensUsed {
        thread_id: thread_id.into(),
        turn_id: turn_id.into(),
        usage: TokenUsageBreakdown {
            total_tokens,
            input_tokens: total_tokens - 340,
            cached_input_tokens: 800,
            output_tokens: 340,
            reasoning_output_tokens: 120,
        },
    }))
}

pub(crate) fn compacted(thread_id: &str) -> Told {
    Told::Product(ProductFact::Compacted(Box::new(Compaction {
        thread_id: thread_id.into(),
        turn_id: "turn-1".into(),
        trigger: CompactionTrigger::Auto,
        reason: CompactionReason::ContextLimit,
        implementation: CompactionImplementation::ResponsesCompact,
        phase: CompactionPhase::MidTurn,
        strategy: CompactionStrategy::Memento,
        status: CompactionStatus::Completed,
        error: None,
        active_context_tokens_before: 250_000,
        active_context_tokens_after: 18_000,
        started_at: 1763800030,
        completed_at: 1763800036,
        duration_ms: Some(6120),
    })))
}

pub(crate) fn reviewed(thread_id: &str) -> Told {
    let details = json!({ "protocol": "https", "port": 443 });
    Told::Product(ProductFact::Reviewed(Box::new(GuardianReview {
        thread_id: thread_id.into(),
        turn_id: "turn-1".into(),
        review_id: "review-1".into(),
        target_item_id: Some("item-3".into()),
        approval_request_source: ApprovalRequestSource::MainTurn,
        reviewed_action: ReviewedAction {
            kind: ReviewedActionType::NetworkAccess,
            details: details.as_object().cloned().into_iter().flatten().collect(),
        },
        reviewed_action_truncated: false,
        decision: GuardianDecision::Denied,
        terminal_status: GuardianTerminalStatus::Denied,
        failure_reason: None,
        risk_level: Some(GuardianRiskLevel::High),
        user_authorization: Some(GuardianUserAuthorization::Low),
        outcome: Some(GuardianOutcome::Deny),
        guardian_thread_id: Some("thread-7".into()),
        guardian_session_kind: Some(GuardianSessionKind::TrunkNew),
        guardian_model: Some("gpt-5.1-codex-mini".into()),
        guardian_reasoning_effort: Some(ReasoningEffort::Low),
        had_prior_review_context: Some(false),
        review_timeout_ms: 60_000,
        tool_call_count: Some(2),
        time_to_first_token_ms: Some(410),
        completion_latency_ms: Some(3300),
        started_at: 1763800015,
        completed_at: Some(1763800018),
        input_tokens: Some(5200),
        cached_input_tokens: Some(4100),
        output_tokens: Some(90),
        reasoning_output_tokens: Some(60),
        total_tokens: Some(5290),
    })))
}

pub(crate) fn subagent_started(thread_id: &str, parent: &str) -> Told {
    Told::Product(ProductFact::SubagentStarted(SubagentStarted {
        thread_id: thread_id.into(),
        parent_thread_id: None,
        product_client_id: "codex_vscode".into(),
        client_name: None,
        client_version: None,
        model: "gpt-5.1-codex".into(),
        ephemeral: true,
        source: SubAgentSource::ThreadSpawn {
            parent_thread_id: ThreadId(parent.into()),
            depth: 1,
            agent_path: None,
            agent_nickname: None,
            agent_role: None,
        },
        created_at: 1763800030,
    }))
}

pub(crate) fn app(thread_id: &str, turn_id: &str, invoke_type: InvokeType) -> AppParams {
    AppParams {
        connector_id: Some("connector-1".into()),
        thread_id: Some(thread_id.into()),
        turn_id: Some(turn_id.into()),
        app_name: Some("Calendar".into()),
        product_client_id: Some("codex_vscode".into()),
        invoke_type: Some(invoke_type),
        model_slug: Some("gpt-5.1-codex".into()),
    }
}

pub(crate) fn plugin() -> PluginParams {
    PluginParams {
        plugin_id: Some("plugin-1".into()),
        plugin_name: Some("Release".into()),
        marketplace_name: Some("team".into()),
        has_skills: Some(true),
        mcp_server_count: Some(1),
        connector_ids: Some(vec!["connector-1".into()]),
        product_client_id: Some("codex_vscode".into()),
    }
}

/// What belongs to one turn and to nothing else: first what its event needs, then what it counts.
pub(crate) fn one_turn(on: u64, thread: &str, turn: &str) -> (Vec<Told>, Vec<Told>) {
    let needed = vec![
        turn_requested(on, 2, thread),
        turn_answered(on, 2, turn),
        resolved(config(thread, turn)),
        turn_completed(on, thread, turn),
    ];
    let mut counted = vec![
        turn_started(on, thread, turn),
        tokens_used(thread, turn, 900),
        tokens_used(thread, turn, 1540),
        steered(on, 3, thread, turn, 1),
        answered(on, 3, "turn/steer", 1763800020, json!({ "turnId": turn })),
    ];
    let sources = ["agent", "unifiedExecStartup", "unifiedExecInteraction", "userShell"];
    counted.extend(sources.map(|source| command_completed(on, thread, turn, source)));
    let kinds = ["file-change", "mcp-tool-call", "dynamic-tool-call", "collab-agent-tool-call", "web-search"];
    let others = ["image-generation", "agent-message", "reasoning", "plan"];
    counted.extend(kinds.iter().chain(&others).map(|kind| item_completed(on, thread, turn, kind)));
    (needed, counted)
}

/// A session in which everything happens once, and the fixtures that its events are.
pub(crate) fn session(on: u64, thread: &str, turn: &str) -> (Vec<Told>, Vec<&'static str>) {
    let product = |fact| Told::Product(fact);
    let banner = |action: &str, banner: &str| json!({ "event": { "type": "usageLimitBanner", "action": action, "bannerType": banner } });
    let track = "analytics/productEvent/track";
    let mut facts = vec![
        initialized(on, "codex_vscode"),
        requested(on, 1, "thread/start", json!({})),
        thread_answered(on, 1, "thread/start", thread, json!("vscode")),
        requested(on, 10, track, banner("shown", "workspace_member_credits_depleted")),
        answered(on, 10, track, 1763800002, json!({})),
        requested(on, 11, track, banner("cta_clicked", "workspace_member_usage_limit_reached")),
        answered(on, 11, track, 1763800003, json!({})),
        steered(on, 4, thread, "turn-9", 0),
        steer_refused(on, 4, RejectionReason::ExpectedTurnMismatch, 1763800025),
        compacted(thread),
        reviewed(thread),
        subagent_started("thread-2", thread),
        product(ProductFact::HookRan(HookRunParams {
            thread_id: Some(thread.into()),
            turn_id: Some(turn.into()),
            model_slug: Some("gpt-5.1-codex".into()),
            hook_name: Some(HookEventName::PreToolUse.into()),
            hook_source: Some(HookSource::LegacyManagedConfigFile.into()),
            status: Some(HookRunStatus::Blocked),
        })),
        product(ProductFact::SkillInvoked(SkillInvoked {
            skill_id: "skill-1".into(),
            skill_name: "release-notes".into(),
            params: SkillInvocationParams {
                product_client_id: Some("codex_vscode".into()),
                skill_scope: Some(SkillScope::Repo),
                repo_url: Some("https://example.org/repo.git".into()),
                thread_id: Some(thread.into()),
                invoke_type: Some(InvokeType::Explicit),
                model_slug: Some("gpt-5.1-codex".into()),
            },
        })),
        product(ProductFact::AppMentioned(app(thread, turn, InvokeType::Explicit))),
    ];
    // Whatever is used more than once in a turn is told once.
    for _ in 0..2 {
        facts.push(product(ProductFact::AppUsed(app(thread, turn, InvokeType::Implicit))));
        facts.push(product(ProductFact::PluginUsed(PluginUsedParams {
            plugin: plugin(),
            thread_id: Some(thread.into()),
            turn_id: Some(turn.into()),
            model_slug: Some("gpt-5.1-codex".into()),
        })));
    }
    let changes = [PluginChange::Installed, PluginChange::Uninstalled, PluginChange::Enabled, PluginChange::Disabled];
    facts.extend(changes.map(|change| product(ProductFact::PluginChanged(change, plugin()))));
    let fixtures = vec![
        "codex_thread_initialized/new",
        "codex_thread_initialized/subagent",
        "codex_usage_limit_banner_shown/credits-depleted",
        "codex_usage_limit_banner_cta_clicked/limit-reached",
        "codex_turn_event/full",
        "codex_turn_steer_event/accepted",
        "codex_turn_steer_event/rejected",
        "codex_compaction_event/completed",
        "codex_guardian_review/denied",
        "codex_hook_run/blocked",
        "skill_invocation/explicit",
        "codex_app_mentioned/calendar",
        "codex_app_used/calendar",
        "codex_plugin_installed/release",
        "codex_plugin_uninstalled/release",
        "codex_plugin_enabled/release",
        "codex_plugin_disabled/release",
        "codex_plugin_used/release",
    ];
    (facts, fixtures)
}
