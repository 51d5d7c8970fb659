//! Every kind of event, exactly as the backend takes it: real messages and records in, the fixtures out.

mod session;

use std::collections::BTreeSet;

use app_server_analytics::Reducer;
use app_server_analytics::events::{Event, EventBatch};
use app_server_protocol::v2::{ApprovalsReviewer, AskForApproval};
use serde_json::json;
use session::*;

#[test]
fn a_session_comes_to_the_events_of_the_fixtures() {
    let (mut facts, fixtures) = session(1, "thread-1", "turn-1");
    let (needed, counted) = one_turn(1, "thread-1", "turn-1");
    facts.extend(counted);
    facts.extend(needed);
    let expected: Vec<_> = fixtures.iter().map(|name| golden(name)).collect();
    let events = all(&facts);
    let expected = sorted(expected);
    assert_eq!(events.len(), expected.len());
    for (event, expected) in events.iter().zip(&expected) {
        assert_eq!(event, expected);
    }
    let kinds: BTreeSet<_> = events.iter().filter_map(|event| event["event_type"].as_str()).collect();
    assert_eq!(kinds, Event::TYPES.iter().copied().collect(), "the session must have every kind of event");
}

#[test]
fn what_was_never_seen_is_null() {
    let mut config = config("thread-1", "turn-2");
    (config.submission_type, config.model, config.sandbox_policy) = (None, None, None);
    (config.reasoning_effort, config.reasoning_summary, config.service_tier) = (None, None, None);
    (config.collaboration_mode, config.personality) = (None, None);
    (config.sandbox_network_access, config.is_first_turn) = (false, false);
    config.approval_policy = AskForApproval::Never;
    config.approvals_reviewer = ApprovalsReviewer::AutoReview;
    let facts = [
        initialized(1, "codex_vscode"),
        thread_answered(1, 1, "thread/resume", "thread-1", json!("unknown")),
        requested(1, 2, "turn/start", json!({ "threadId": "thread-1", "input": [] })),
        turn_answered(1, 2, "turn-2"),
        turn_failed(1, "thread-1", "turn-2"),
        resolved(config),
    ];
    let events = told(&mut Reducer::new(runtime()), &facts);
    assert_eq!(events.len(), 2);
    assert_eq!(events[1], golden("codex_turn_event/least"));
}

#[test]
fn the_banners_are_written_to_the_letter() {
    for (action, banner, expected) in [
        (
            "shown",
            "workspace_member_credits_depleted",
            r#"{"event_type":"codex_usage_limit_banner_shown","event_params":{"platform":"codex_cli","banner_type":"workspace_member_credits_depleted","limit_reason":"credits"}}"#,
        ),
        (
            "cta_clicked",
            "workspace_member_usage_limit_reached",
            r#"{"event_type":"codex_usage_limit_banner_cta_clicked","event_params":{"platform":"codex_cli","banner_type":"workspace_member_usage_limit_reached","limit_reason":"usage_limit","cta_action":"request_increase"}}"#,
        ),
        (
            "cta_clicked",
            "workspace_member_credits_depleted",
            r#"{"event_type":"codex_usage_limit_banner_cta_clicked","event_params":{"platform":"codex_cli","banner_type":"workspace_member_credits_depleted","limit_reason":"credits","cta_action":"notify_owner"}}"#,
        ),
    ] {
        let event = json!({ "type": "usageLimitBanner", "action": action, "bannerType": banner });
        let fact = requested(1, 1, "analytics/productEvent/track", json!({ "event": event }));
        let events = Reducer::new(runtime()).push(fact.fact());
        assert_eq!(serde_json::to_string(&events[0]).expect("JSON"), expected);
        let batch = serde_json::to_string(&EventBatch { events }).expect("JSON");
        assert_eq!(batch, format!(r#"{{"events":[{expected}]}}"#));
        assert_eq!(serde_json::to_string(&methodic::read::<EventBatch>(&batch).expect("a batch")).ok(), Some(batch));
    }
}

#[test]
fn a_thread_is_told_with_its_beginning_and_its_origin() {
    for (method, mode) in [("thread/start", "new"), ("thread/resume", "resumed"), ("thread/fork", "forked")] {
        let facts = [initialized(1, "codex_vscode"), thread_answered(1, 1, method, "thread-1", json!("cli"))];
        assert_eq!(all(&facts)[0]["event_params"]["initialization_mode"], mode);
    }
    for (source, thread_source, subagent_source) in [
        (json!("appServer"), json!("user"), json!(null)),
        (json!({ "custom": "my-tool" }), json!("user"), json!(null)),
        (json!("unknown"), json!(null), json!(null)),
        (json!({ "subAgent": "review" }), json!("subagent"), json!("review")),
        (json!({ "subAgent": "memory_consolidation" }), json!("subagent"), json!("memory_consolidation")),
        (json!({ "subAgent": { "other": "linter" } }), json!("subagent"), json!("linter")),
    ] {
        let facts = [initialized(1, "codex_vscode"), thread_answered(1, 1, "thread/start", "thread-1", source)];
        let event = &all(&facts)[0]["event_params"];
        assert_eq!((&event["thread_source"], &event["subagent_source"]), (&thread_source, &subagent_source));
    }
}
