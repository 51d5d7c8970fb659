//! What the reducer keeps apart, counts once, forgets and gives up.

mod session;

use app_server_analytics::events::RejectionReason;
use app_server_analytics::{Dropped, Held, Limits, ProductFact, Reducer};
use serde_json::{Value, json};
use session::*;

/// A client with a thread.
fn ready(on: u64, name: &str, thread: &str) -> Vec<Told> {
    vec![
        initialized(on, name),
        requested(on, 1, "thread/start", json!({})),
        thread_answered(on, 1, "thread/start", thread, json!("cli")),
    ]
}

fn kinds(events: &[Value]) -> Vec<&str> {
    events.iter().filter_map(|event| event["event_type"].as_str()).collect()
}

fn only(limits: impl FnOnce(&mut Limits)) -> Reducer {
    let mut own = Limits::default();
    limits(&mut own);
    Reducer::with_limits(runtime(), own)
}

#[test]
fn a_turn_is_told_once_and_forgotten() {
    let mut reducer = Reducer::new(runtime());
    told(&mut reducer, &ready(1, "a", "t"));
    let (needed, counted) = one_turn(1, "t", "u");
    let (last, before) = needed.split_last().expect("not empty");
    assert_eq!(kinds(&told(&mut reducer, before)), [""; 0]);
    assert_eq!(reducer.held().turns, 1);
    assert_eq!(kinds(&told(&mut reducer, std::slice::from_ref(last))), ["codex_turn_event"]);
    assert_eq!(reducer.held().turns, 0);
    // What still comes about it neither tells it again nor begins it anew; the attempt to steer is told for itself.
    assert_eq!(kinds(&told(&mut reducer, &[counted, needed].concat())), ["codex_turn_steer_event"]);
    assert_eq!(reducer.held(), Held { connections: 1, threads: 1, ..Held::default() });
    assert_eq!(reducer.dropped(), Dropped::default());
}

#[test]
fn a_closed_connection_leaves_nothing() {
    let mut reducer = Reducer::new(runtime());
    let (needed, counted) = one_turn(1, "t", "u");
    let mut facts = ready(1, "a", "t");
    facts.extend([subagent_started("child", "t"), subagent_started("grandchild", "child")]);
    facts.extend(needed.into_iter().skip(1));
    facts.extend(counted.into_iter().skip(1));
    // A thread of which nobody knows.
    facts.push(thread_answered(7, 1, "thread/start", "s", json!("cli")));
    told(&mut reducer, &facts);
    let held = reducer.held();
    assert_eq!((held.connections, held.threads, held.turns, held.waiting), (2, 4, 1, 1), "{held:?}");
    assert!(held.requests > 0);
    assert_eq!(told(&mut reducer, &[Told::Closed(1), Told::Closed(7)]), [Value::Null; 0]);
    assert_eq!(reducer.held(), Held::default());
}

#[test]
fn a_closed_connection_takes_the_turns_that_it_asked_for() {
    let mut reducer = Reducer::new(runtime());
    let (needed, _) = one_turn(1, "t", "u");
    told(&mut reducer, &[ready(1, "a", "t"), needed[..3].to_vec()].concat());
    assert_eq!(reducer.held().turns, 1);
    told(&mut reducer, &[Told::Closed(1)]);
    assert_eq!(reducer.held(), Held::default());
    // Another client that watched the turn sees its end.
    told(&mut reducer, &[ready(2, "b", "t"), vec![turn_completed(2, "t", "u"), tokens_used("t", "u", 9)]].concat());
    assert_eq!(reducer.held().turns, 0);
}

#[test]
fn connections_are_kept_apart() {
    let mut reducer = Reducer::new(runtime());
    let (one, two) = (one_turn(1, "t", "u"), one_turn(2, "s", "v"));
    let mut facts = [ready(1, "a", "t"), ready(2, "b", "s")].concat();
    // The same ids at the same time on both.
    facts.extend(one.1.into_iter().zip(two.1).flat_map(<[Told; 2]>::from));
    facts.extend(one.0.into_iter().zip(two.0).flat_map(<[Told; 2]>::from));
    let events = told(&mut reducer, &facts);
    assert_eq!(events.len(), 6);
    for event in &events {
        let params = &event["event_params"];
        let expected = if params["thread_id"] == "t" { "a" } else { "b" };
        assert_eq!(params["app_server_client"]["client_name"], expected, "{event}");
        if event["event_type"] == "codex_turn_event" {
            assert_eq!((&params["steer_count"], &params["total_tool_call_count"]), (&json!(1), &json!(9)));
        }
    }
}

#[test]
fn a_turn_counts_what_its_own_client_was_told() {
    for asked_first in [true, false] {
        let mut reducer = Reducer::new(runtime());
        told(&mut reducer, &ready(1, "a", "t"));
        let (needed, counted) = one_turn(1, "t", "u");
        // Two others watch the thread, and one of them adds to the turn, too.
        let (_, watched) = one_turn(2, "t", "u");
        let (ended, watched_too) = (turn_completed(3, "t", "u"), one_turn(3, "t", "u").1);
        let mut facts = if asked_first { needed[..2].to_vec() } else { vec![] };
        facts.extend([counted, watched, watched_too[5..].to_vec(), vec![ended], needed].concat());
        let events = told(&mut reducer, &facts);
        let turn = events.iter().find(|event| event["event_type"] == "codex_turn_event").expect("a turn");
        let params = &turn["event_params"];
        assert_eq!((&params["steer_count"], &params["total_tool_call_count"]), (&json!(2), &json!(9)));
    }
}

#[test]
fn an_attempt_to_steer_says_why_it_failed() {
    for (reason, word) in [
        (RejectionReason::NoActiveTurn, "no_active_turn"),
        (RejectionReason::ExpectedTurnMismatch, "expected_turn_mismatch"),
        (RejectionReason::NonSteerableReview, "non_steerable_review"),
        (RejectionReason::NonSteerableCompact, "non_steerable_compact"),
        (RejectionReason::EmptyInput, "empty_input"),
        (RejectionReason::InputTooLarge, "input_too_large"),
    ] {
        let mut facts = ready(1, "a", "t");
        facts.extend([steered(1, 5, "t", "u", 0), steer_refused(1, 5, reason, 9)]);
        let params = &told(&mut Reducer::new(runtime()), &facts)[1]["event_params"];
        assert_eq!((&params["rejection_reason"], &params["result"]), (&json!(word), &json!("rejected")));
        assert_eq!((&params["accepted_turn_id"], &params["created_at"]), (&Value::Null, &json!(9)));
    }
    let error = methodic::RpcError::internal("broken");
    let facts = [ready(1, "a", "t"), vec![steered(1, 5, "t", "u", 0), Told::Refused(1, 5.into(), error, 9)]].concat();
    let params = &told(&mut Reducer::new(runtime()), &facts)[1]["event_params"];
    assert_eq!((&params["rejection_reason"], &params["result"]), (&Value::Null, &json!("rejected")));
}

#[test]
fn an_attempt_to_steer_in_no_known_thread_is_told_in_the_end() {
    let mut reducer = Reducer::new(runtime());
    let facts =
        [initialized(1, "a"), steered(1, 5, "nowhere", "u", 0), steer_refused(1, 5, RejectionReason::NoActiveTurn, 9)];
    assert_eq!(told(&mut reducer, &facts), [Value::Null; 0]);
    let events = told(&mut reducer, &[Told::Closed(1)]);
    assert_eq!(kinds(&events), ["codex_turn_steer_event"]);
    assert_eq!(events[0]["event_params"]["thread_source"], Value::Null);
    assert_eq!(reducer.held(), Held::default());
}

#[test]
fn requests_and_answers_cancel_out() {
    let mut reducer = Reducer::new(runtime());
    let refused = |id: i64| Told::Refused(1, id.into(), methodic::RpcError::internal("x"), 1);
    let list = |id: i64| requested(1, id, "thread/loaded/list", json!({}));
    told(&mut reducer, &[list(1), refused(1), refused(2), list(2), turn_requested(1, 3, "t"), refused(3), refused(4)]);
    assert_eq!(reducer.held().requests, 1);
    told(&mut reducer, &[turn_requested(1, 4, "t")]);
    assert_eq!(reducer.held(), Held { connections: 1, ..Held::default() });
    assert_eq!(reducer.dropped(), Dropped::default());
}

#[test]
fn a_closed_thread_is_forgotten() {
    let mut reducer = Reducer::new(runtime());
    told(
        &mut reducer,
        &[ready(1, "a", "t"), vec![subagent_started("child", "t"), resolved(config("t", "u"))]].concat(),
    );
    assert_eq!((reducer.held().threads, reducer.held().turns), (2, 1));
    told(&mut reducer, &[notified(1, "thread/closed", json!({ "threadId": "t" }))]);
    assert_eq!((reducer.held().threads, reducer.held().turns), (0, 0));
}

#[test]
fn a_thread_lives_as_long_as_somebody_uses_it() {
    let mut reducer = Reducer::new(runtime());
    let facts =
        [ready(1, "a", "t"), vec![initialized(2, "b"), thread_answered(2, 1, "thread/resume", "t", json!("cli"))]];
    told(&mut reducer, &facts.concat());
    told(&mut reducer, &[Told::Closed(2)]);
    let events = told(&mut reducer, &[compacted("t")]);
    assert_eq!(events[0]["event_params"]["app_server_client"]["client_name"], "a");
}

#[test]
fn whatever_has_no_room_goes_and_is_counted() {
    // Three turns, room for two: the first never ends.
    let mut reducer = only(|limits| limits.turns = 2);
    told(&mut reducer, &ready(1, "a", "t"));
    told(&mut reducer, &["u", "v", "w"].map(|turn| resolved(config("t", turn))));
    assert_eq!((reducer.held().turns, reducer.dropped().turns), (2, 1));
    let (needed, _) = one_turn(1, "t", "u");
    assert_eq!(told(&mut reducer, &needed), [Value::Null; 0], "it was given up");

    let mut reducer = only(|limits| limits.threads = 1);
    told(&mut reducer, &[ready(1, "a", "t"), vec![thread_answered(1, 2, "thread/start", "s", json!("cli"))]].concat());
    assert_eq!((reducer.held().threads, reducer.dropped().threads), (1, 1));

    let mut reducer = only(|limits| limits.requests = 2);
    told(&mut reducer, &[1, 2, 3].map(|id| turn_requested(1, id, "t")));
    assert_eq!((reducer.held().requests, reducer.dropped().requests), (2, 1));

    let mut reducer = only(|limits| limits.waiting = 1);
    told(&mut reducer, &[compacted("t"), reviewed("t")]);
    assert_eq!((reducer.held().waiting, reducer.dropped().waiting), (1, 1));
    assert_eq!(kinds(&told(&mut reducer, &ready(1, "a", "t"))), ["codex_thread_initialized", "codex_guardian_review"]);

    let mut reducer = only(|limits| limits.connections = 1);
    told(&mut reducer, &[ready(1, "a", "t"), vec![initialized(2, "b")]].concat());
    assert_eq!((reducer.held().connections, reducer.held().threads), (1, 0));
    assert_eq!(reducer.dropped().connections, 1);
}

#[test]
fn a_name_of_a_thousand_letters_is_not_remembered() {
    let mut reducer = Reducer::new(runtime());
    let long = "x".repeat(1000);
    let facts = [
        initialized(1, &long),
        turn_requested(1, 2, &long),
        steered(1, 3, "t", &long, 0),
        requested(1, long.clone(), "turn/start", json!({ "threadId": "t", "input": [] })),
        turn_completed(1, "t", &long),
    ];
    told(&mut reducer, &facts);
    assert_eq!(reducer.held(), Held { connections: 1, ..Held::default() });
    assert_eq!(reducer.dropped().oversized, 4);
    let events = told(&mut reducer, &[thread_answered(1, 9, "thread/start", "t", json!("cli"))]);
    let name = events[0]["event_params"]["app_server_client"]["client_name"].as_str();
    assert_eq!(name.map(str::len), Some(app_server_analytics::LONGEST_NAME));
}

#[test]
fn uses_that_cannot_be_told_apart_all_count() {
    let mut used = app("t", "u", app_server_analytics::events::InvokeType::Implicit);
    used.connector_id = None;
    let twice = [Told::Product(ProductFact::AppUsed(used.clone())), Told::Product(ProductFact::AppUsed(used))];
    assert_eq!(told(&mut Reducer::new(runtime()), &twice).len(), 2);
}
