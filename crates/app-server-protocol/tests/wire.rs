//! The types whose form on the wire is easiest to get wrong, each held against the exact JSON that peers exchange.

use app_server_protocol::approval::*;
use app_server_protocol::v1::*;
use app_server_protocol::v2::*;
use methodic::Gate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// The value writes this JSON, and reading the JSON gives the value back.
#[track_caller]
fn same<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T, wire: Value) {
    assert_eq!(serde_json::to_value(&value).expect("a wire value can be written"), wire);
    assert_eq!(read::<T>(wire), value);
}

#[track_caller]
fn read<T: DeserializeOwned>(wire: Value) -> T {
    let text = wire.to_string();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("cannot read {text}: {error}"))
}

/// Reading fails, and the error mentions what the reader needs to know.
#[track_caller]
fn refused<T: DeserializeOwned + Debug>(wire: Value, mentions: &str) {
    match serde_json::from_str::<T>(&wire.to_string()) {
        Ok(value) => panic!("{wire} was read as {value:?}"),
        Err(error) => assert!(error.to_string().contains(mentions), "`{error}` does not mention `{mentions}`"),
    }
}

#[test]
fn approval_policies_are_words_but_for_the_granular_one() {
    same(AskForApproval::Untrusted, json!("untrusted"));
    same(AskForApproval::OnFailure, json!("on-failure"));
    same(AskForApproval::OnRequest, json!("on-request"));
    same(AskForApproval::Never, json!("never"));
    let granular = AskForApproval::Granular {
        sandbox_approval: true,
        rules: false,
        skill_approval: false,
        request_permissions: true,
        mcp_elicitations: true,
    };
    same(
        granular,
        json!({ "granular": {
            "sandbox_approval": true, "rules": false, "skill_approval": false,
            "request_permissions": true, "mcp_elicitations": true
        } }),
    );
    let short = json!({ "granular": { "sandbox_approval": true, "rules": false, "mcp_elicitations": true } });
    let AskForApproval::Granular { skill_approval, request_permissions, .. } = read(short) else {
        panic!("read as another policy");
    };
    assert!(!skill_approval && !request_permissions, "both are off unless said otherwise");
    refused::<AskForApproval>(json!({ "granular": { "sandbox_approval": true, "rules": false } }), "mcp_elicitations");
    refused::<AskForApproval>(json!("always"), "always");
    refused::<AskForApproval>(json!("granular"), "");
}

#[test]
fn the_granular_policy_is_gated_wherever_it_appears() {
    let granular = json!({ "granular": { "sandbox_approval": true, "rules": true, "mcp_elicitations": true } });
    assert_eq!(read::<AskForApproval>(granular.clone()).experimental(), Some("askForApproval.granular"));
    assert_eq!(AskForApproval::Never.experimental(), None);
    let thread = ThreadStartParams { approval_policy: Some(read(granular.clone())), ..Default::default() };
    assert_eq!(thread.experimental(), Some("askForApproval.granular"));
    let turn = TurnStartParams { approval_policy: Some(read(granular)), ..Default::default() };
    assert_eq!(turn.experimental(), Some("askForApproval.granular"));
}

#[test]
fn experimental_fields_are_gated_when_they_are_set() {
    assert_eq!(ThreadStartParams::default().experimental(), None);
    // Off is what leaving the field out means, so saying it asks for nothing.
    assert_eq!(read::<ThreadStartParams>(json!({ "experimentalRawEvents": false })).experimental(), None);
    for (wire, reason) in [
        (json!({ "experimentalRawEvents": true }), "thread/start.experimentalRawEvents"),
        (json!({ "persistExtendedHistory": true }), "thread/start.persistFullHistory"),
        (json!({ "mockExperimentalField": "" }), "thread/start.mockExperimentalField"),
        (json!({ "dynamicTools": [] }), "thread/start.dynamicTools"),
        (json!({ "environments": [] }), "thread/start.environments"),
    ] {
        assert_eq!(read::<ThreadStartParams>(wire).experimental(), Some(reason));
    }
    let steer = json!({ "threadId": "t", "expectedTurnId": "u", "input": [], "responsesapiClientMetadata": {} });
    assert_eq!(read::<TurnSteerParams>(steer).experimental(), Some("turn/steer.responsesapiClientMetadata"));
}

#[test]
fn error_kinds_are_words_or_objects_with_one_key() {
    same(CodexErrorInfo::ContextWindowExceeded, json!("contextWindowExceeded"));
    same(CodexErrorInfo::CyberPolicy, json!("cyberPolicy"));
    same(CodexErrorInfo::Other, json!("other"));
    same(
        CodexErrorInfo::HttpConnectionFailed { http_status_code: Some(503) },
        json!({ "httpConnectionFailed": { "httpStatusCode": 503 } }),
    );
    same(
        CodexErrorInfo::ResponseStreamDisconnected { http_status_code: None },
        json!({ "responseStreamDisconnected": { "httpStatusCode": null } }),
    );
    same(
        CodexErrorInfo::ActiveTurnNotSteerable { turn_kind: NonSteerableTurnKind::Review },
        json!({ "activeTurnNotSteerable": { "turnKind": "review" } }),
    );
    let silent: CodexErrorInfo = read(json!({ "responseTooManyFailedAttempts": {} }));
    assert_eq!(silent, CodexErrorInfo::ResponseTooManyFailedAttempts { http_status_code: None });
    refused::<CodexErrorInfo>(json!({ "httpConnectionFailed": { "httpStatusCode": 70000 } }), "70000");
    refused::<CodexErrorInfo>(json!({ "other": null }), "");
    refused::<CodexErrorInfo>(json!({}), "");
}

#[test]
fn a_sandbox_policy_fills_in_what_is_not_said() {
    same(SandboxPolicy::DangerFullAccess, json!({ "type": "dangerFullAccess" }));
    assert_eq!(read::<SandboxPolicy>(json!({ "type": "readOnly" })), SandboxPolicy::ReadOnly { network_access: false });
    assert_eq!(
        read::<SandboxPolicy>(json!({ "type": "externalSandbox" })),
        SandboxPolicy::ExternalSandbox { network_access: NetworkAccess::Restricted }
    );
    assert_eq!(
        read::<SandboxPolicy>(json!({ "type": "workspaceWrite" })),
        SandboxPolicy::WorkspaceWrite {
            writable_roots: vec![],
            network_access: false,
            exclude_tmpdir_env_var: false,
            exclude_slash_tmp: false
        }
    );
    same(
        SandboxPolicy::WorkspaceWrite {
            writable_roots: vec!["/srv/data".into()],
            network_access: true,
            exclude_tmpdir_env_var: true,
            exclude_slash_tmp: false,
        },
        json!({
            "type": "workspaceWrite", "writableRoots": ["/srv/data"], "networkAccess": true,
            "excludeTmpdirEnvVar": true, "excludeSlashTmp": false
        }),
    );
    refused::<SandboxPolicy>(json!({ "networkAccess": true }), "type");
    refused::<SandboxPolicy>(json!({ "type": "readOnly", "networkAccess": "enabled" }), "bool");
}

#[test]
fn a_tag_may_come_last() {
    let text = r#"{"networkAccess":"enabled","type":"externalSandbox"}"#;
    let policy: SandboxPolicy = serde_json::from_str(text).expect("the order of members means nothing");
    assert_eq!(policy, SandboxPolicy::ExternalSandbox { network_access: NetworkAccess::Enabled });
}

#[test]
fn absent_null_and_a_value_are_three_things() {
    same(ThreadStartParams::default(), json!({ "experimentalRawEvents": false, "persistExtendedHistory": false }));
    assert_eq!(read::<ThreadStartParams>(json!({})).service_tier, None);
    assert_eq!(read::<ThreadStartParams>(json!({ "serviceTier": null })).service_tier, Some(None));
    let fast = read::<ThreadStartParams>(json!({ "serviceTier": "fast" }));
    assert_eq!(fast.service_tier, Some(Some(ServiceTier::Fast)));

    let set = |token_budget| ThreadGoalSetParams { thread_id: "t".into(), objective: None, status: None, token_budget };
    same(set(None), json!({ "threadId": "t" }));
    same(set(Some(None)), json!({ "threadId": "t", "tokenBudget": null }));
    same(set(Some(Some(5000))), json!({ "threadId": "t", "tokenBudget": 5000 }));
}

#[test]
fn the_server_says_null_and_a_client_leaves_out() {
    same(
        TurnError { message: "no".into(), codex_error_info: None, additional_details: None },
        json!({ "message": "no", "codexErrorInfo": null, "additionalDetails": null }),
    );
    same(
        InitializeParams {
            client_info: ClientInfo { name: "editor".into(), title: None, version: "1.0".into() },
            capabilities: None,
        },
        json!({ "clientInfo": { "name": "editor", "version": "1.0" } }),
    );
    assert_eq!(read::<InitializeCapabilities>(json!({})), InitializeCapabilities::default());
}

#[test]
fn sources_of_agents_nest() {
    same(SessionSource::Vscode, json!("vscode"));
    same(SessionSource::AppServer, json!("appServer"));
    same(SessionSource::Custom("ci".into()), json!({ "custom": "ci" }));
    same(SessionSource::SubAgent(SubAgentSource::MemoryConsolidation), json!({ "subAgent": "memory_consolidation" }));
    same(SubAgentSource::Other("audit".into()), json!({ "other": "audit" }));
    let spawned = SubAgentSource::ThreadSpawn {
        parent_thread_id: ThreadId("p".into()),
        depth: 1,
        agent_path: Some(AgentPath("/root/tests".into())),
        agent_nickname: None,
        agent_role: None,
    };
    same(
        SessionSource::SubAgent(spawned.clone()),
        json!({ "subAgent": { "thread_spawn": {
            "parent_thread_id": "p", "depth": 1, "agent_path": "/root/tests",
            "agent_nickname": null, "agent_role": null
        } } }),
    );
    let short = json!({ "thread_spawn": { "parent_thread_id": "p", "depth": 1, "agent_path": "/root/tests" } });
    assert_eq!(read::<SubAgentSource>(short), spawned);
}

#[test]
fn user_input_mixes_casings() {
    same(
        UserInput::Text {
            text: "see @a".into(),
            text_elements: vec![TextElement { byte_range: ByteRange { start: 4, end: 6 }, placeholder: None }],
        },
        json!({
            "type": "text", "text": "see @a",
            "text_elements": [{ "byteRange": { "start": 4, "end": 6 }, "placeholder": null }]
        }),
    );
    let plain = json!({ "type": "text", "text": "hello" });
    assert_eq!(read::<UserInput>(plain), UserInput::Text { text: "hello".into(), text_elements: vec![] });
    same(UserInput::LocalImage { path: "/a.png".into() }, json!({ "type": "localImage", "path": "/a.png" }));
    refused::<UserInput>(
        json!({ "type": "text", "text": "", "text_elements": [{ "byteRange": { "start": -1, "end": 6 } }] }),
        "-1",
    );
}

#[test]
fn permissions_name_places_three_ways() {
    let profile = PermissionProfile::Managed {
        network: PermissionProfileNetworkPermissions { enabled: false },
        file_system: PermissionProfileFileSystemPermissions::Restricted {
            entries: vec![
                FileSystemSandboxEntry {
                    path: FileSystemPath::Special { value: FileSystemSpecialPath::ProjectRoots { subpath: None } },
                    access: FileSystemAccessMode::Write,
                },
                FileSystemSandboxEntry {
                    path: FileSystemPath::GlobPattern { pattern: "**/.env".into() },
                    access: FileSystemAccessMode::None,
                },
                FileSystemSandboxEntry {
                    path: FileSystemPath::Special { value: FileSystemSpecialPath::SlashTmp },
                    access: FileSystemAccessMode::Read,
                },
            ],
            glob_scan_max_depth: std::num::NonZeroUsize::new(3),
        },
    };
    same(
        profile,
        json!({
            "type": "managed",
            "network": { "enabled": false },
            "fileSystem": {
                "type": "restricted",
                "entries": [
                    { "path": { "type": "special", "value": { "kind": "project_roots", "subpath": null } }, "access": "write" },
                    { "path": { "type": "glob_pattern", "pattern": "**/.env" }, "access": "none" },
                    { "path": { "type": "special", "value": { "kind": "slash_tmp" } }, "access": "read" }
                ],
                "globScanMaxDepth": 3
            }
        }),
    );
    refused::<AdditionalFileSystemPermissions>(json!({ "globScanMaxDepth": 0 }), "nonzero");
}

#[test]
fn an_approval_request_says_only_what_applies() {
    let wire = json!({ "threadId": "t", "turnId": "u", "itemId": "i", "command": "ls" });
    let request: CommandExecutionRequestApprovalParams = read(wire.clone());
    assert_eq!(request.experimental(), None);
    same(request, wire);
    let decisions = json!({
        "threadId": "t", "turnId": "u", "itemId": "i",
        "availableDecisions": ["accept", { "acceptWithExecpolicyAmendment": { "execpolicy_amendment": ["ls"] } }]
    });
    let request: CommandExecutionRequestApprovalParams = read(decisions);
    assert_eq!(request.experimental(), Some("item/commandExecution/requestApproval.availableDecisions"));
    same(
        CommandExecutionRequestApprovalResponse {
            decision: CommandExecutionApprovalDecision::ApplyNetworkPolicyAmendment {
                network_policy_amendment: NetworkPolicyAmendment {
                    host: "example.org".into(),
                    action: NetworkPolicyRuleAction::Deny,
                },
            },
        },
        json!({ "decision": { "applyNetworkPolicyAmendment": {
            "network_policy_amendment": { "host": "example.org", "action": "deny" }
        } } }),
    );
    same(NetworkApprovalProtocol::Socks5Udp, json!("socks5Udp"));
}

#[test]
fn items_carry_free_json_and_fall_back_to_defaults() {
    let call = ThreadItem::McpToolCall {
        id: "i".into(),
        server: "files".into(),
        tool: "read".into(),
        status: McpToolCallStatus::Completed,
        arguments: json!({ "deep": [1, { "er": null }] }),
        mcp_app_resource_uri: None,
        result: Some(McpToolCallResult {
            content: vec![json!({ "type": "text", "text": "x" })],
            structured_content: None,
            meta: Some(json!({ "a": 1 })),
        }),
        error: None,
        duration_ms: Some(12),
    };
    same(
        call,
        json!({
            "type": "mcpToolCall", "id": "i", "server": "files", "tool": "read", "status": "completed",
            "arguments": { "deep": [1, { "er": null }] }, "mcpAppResourceUri": null,
            "result": { "content": [{ "type": "text", "text": "x" }], "structuredContent": null, "_meta": { "a": 1 } },
            "error": null, "durationMs": 12
        }),
    );
    let command = json!({
        "type": "commandExecution", "id": "i", "command": "ls", "cwd": "/", "status": "inProgress",
        "commandActions": [{ "type": "listFiles", "command": "ls" }]
    });
    let ThreadItem::CommandExecution { source, command_actions, exit_code, .. } = read(command) else {
        panic!("read as another item");
    };
    assert_eq!(source, CommandExecutionSource::Agent);
    assert_eq!(command_actions, [CommandAction::ListFiles { command: "ls".into(), path: None }]);
    assert_eq!(exit_code, None);
    refused::<ThreadItem>(json!({ "type": "dream", "id": "i" }), "dream");
}

#[test]
fn casings_that_break_the_rule() {
    same(
        CollaborationMode {
            mode: ModeKind::Plan,
            settings: Settings {
                model: "m".into(),
                reasoning_effort: Some(ReasoningEffort::XHigh),
                developer_instructions: None,
            },
        },
        json!({ "mode": "plan", "settings": { "model": "m", "reasoning_effort": "xhigh" } }),
    );
    same(PatchChangeKind::Update { move_path: None }, json!({ "type": "update", "move_path": null }));
    same(MessagePhase::FinalAnswer, json!("final_answer"));
    same(AddCreditsNudgeCreditType::UsageLimit, json!("usage_limit"));
    same(SandboxMode::DangerFullAccess, json!("danger-full-access"));
    same(
        ProductAnalyticsEvent::UsageLimitBanner {
            banner_type: UsageLimitBannerType::WorkspaceMemberCreditsDepleted,
            action: UsageLimitBannerAction::CtaClicked,
        },
        json!({
            "type": "usageLimitBanner", "bannerType": "workspace_member_credits_depleted", "action": "cta_clicked"
        }),
    );
}

#[test]
fn what_is_not_set_is_not_sent() {
    let tool = |defer_loading| DynamicToolSpec {
        namespace: None,
        name: "open".into(),
        description: "Opens a file.".into(),
        input_schema: json!({}),
        defer_loading,
    };
    same(tool(false), json!({ "name": "open", "description": "Opens a file.", "inputSchema": {} }));
    same(
        tool(true),
        json!({ "name": "open", "description": "Opens a file.", "inputSchema": {}, "deferLoading": true }),
    );
    same(LogoutAccountResponse {}, json!({}));
    same(
        FeedbackUploadParams {
            classification: "bug".into(),
            reason: None,
            thread_id: None,
            include_logs: false,
            extra_log_files: None,
            tags: Some(BTreeMap::from([("os".into(), "linux".into())])),
        },
        json!({ "classification": "bug", "includeLogs": false, "tags": { "os": "linux" } }),
    );
}
