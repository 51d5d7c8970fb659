//! The order of the facts does not matter, connections do not meet, and memory has its bounds.

mod session;

use app_server_analytics::events::RejectionReason;
use app_server_analytics::{Limits, Reducer};
use app_server_protocol::ClientResponse;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use session::*;

/// What a turn merely counts, if it is told in time.
const COUNTED: [&str; 14] = [
    "steer_count",
    "total_tool_call_count",
    "shell_command_count",
    "file_change_count",
    "mcp_tool_call_count",
    "dynamic_tool_call_count",
    "subagent_tool_call_count",
    "web_search_count",
    "image_generation_count",
    "input_tokens",
    "cached_input_tokens",
    "output_tokens",
    "reasoning_output_tokens",
    "total_tokens",
];

fn without_counts(mut events: Vec<Value>) -> Vec<Value> {
    for event in events.iter_mut().filter(|event| event["event_type"] == "codex_turn_event") {
        for member in COUNTED.iter().chain(&["started_at"]) {
            event["event_params"][member] = Value::Null;
        }
    }
    sorted(events)
}

/// The session's facts, each with whether the turn needs it (true) or counts it (false).
fn facts(on: u64, thread: &str, turn: &str) -> Vec<(Option<bool>, Told)> {
    let (others, _) = session(on, thread, turn);
    let (needed, counted) = one_turn(on, thread, turn);
    let with = |mark: Option<bool>, facts: Vec<Told>| facts.into_iter().map(move |fact| (mark, fact));
    // The turn also needs to know the client and the thread.
    let (known, rest): (Vec<_>, Vec<_>) = others.into_iter().partition(|fact| match fact {
        Told::Initialized(..) => true,
        Told::Answered(_, response, _) => matches!(**response, ClientResponse::ThreadStart { .. }),
        _ => false,
    });
    with(None, rest)
        .chain(with(Some(true), known))
        .chain(with(Some(true), needed))
        .chain(with(Some(false), counted))
        .collect()
}

fn bare(facts: &[(Option<bool>, Told)]) -> Vec<Told> {
    facts.iter().map(|(_, fact)| fact.clone()).collect()
}

fn expected() -> Vec<Value> {
    sorted(session(1, "thread-1", "turn-1").1.into_iter().map(golden).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// As long as something that a turn needs comes after all that it counts, the events are the fixtures.
    #[test]
    fn any_order_gives_the_same_events(shuffled in Just(facts(1, "thread-1", "turn-1")).prop_shuffle()) {
        let mut facts = shuffled;
        let last = |facts: &[(Option<bool>, Told)], mark| facts.iter().rposition(|(own, _)| *own == Some(mark));
        let (needed, counted) = (last(&facts, true).expect("some"), last(&facts, false).expect("some"));
        if needed < counted {
            facts[needed..=counted].rotate_left(1);
        }
        prop_assert_eq!(all(&bare(&facts)), expected());
    }

    /// Whatever the order, nothing but these counts depends on it.
    #[test]
    fn only_counts_can_come_too_late(facts in Just(facts(1, "thread-1", "turn-1")).prop_shuffle()) {
        prop_assert_eq!(without_counts(all(&bare(&facts))), without_counts(expected()));
    }

    /// Each of two clients causes the events that it causes alone, also when the other one leaves in between.
    #[test]
    fn what_one_client_does_changes_nothing_for_another(
        mine in Just(facts(1, "thread-1", "turn-1")).prop_shuffle(),
        others in Just(facts(2, "thread-8", "turn-8")).prop_shuffle(),
        places in proptest::collection::vec(any::<Index>(), 80),
        leaves in any::<Index>(),
    ) {
        let (mine, mut others) = (bare(&mine), bare(&others));
        others.retain(|fact| !matches!(fact, Told::Product(_)));
        others.truncate(leaves.index(others.len()));
        others.push(Told::Closed(2));
        let mut both: Vec<(bool, Told)> = mine.iter().map(|fact| (true, fact.clone())).collect();
        // The other's facts keep their order among themselves.
        let mut at: Vec<usize> = places.iter().take(others.len()).map(|place| place.index(both.len() + 1)).collect();
        at.sort_unstable();
        for (at, fact) in at.into_iter().zip(others).rev() {
            both.insert(at, (false, fact));
        }
        let mut reducer = Reducer::new(runtime());
        let mut events = Vec::new();
        for (_, fact) in &both {
            events.extend(told(&mut reducer, std::slice::from_ref(fact)));
        }
        let theirs = |event: &Value| {
            let thread = &event["event_params"]["thread_id"];
            thread == "thread-8" || event["event_type"].as_str().is_some_and(|kind| kind.contains("banner"))
        };
        let own: Vec<Value> = events.into_iter().filter(|event| !theirs(event)).collect();
        let alone = all(&mine).into_iter().filter(|event| !theirs(event)).collect();
        prop_assert_eq!(sorted(own), sorted(alone));
    }
}

/// One of the facts of a client that never finishes, as numbers.
fn endless() -> impl Strategy<Value = (u8, u64, u16, u8, u16)> {
    (0..14u8, 0..7u64, any::<u16>(), any::<u8>(), any::<u16>())
}

fn fact((kind, on, id, thread, turn): (u8, u64, u16, u8, u16)) -> Told {
    let (id, thread, turn) = (i64::from(id), format!("t{thread}"), format!("u{turn}"));
    match kind {
        0 => initialized(on, "a"),
        1 => thread_answered(on, id, "thread/start", &thread, json!("cli")),
        2 => turn_requested(on, id, &thread),
        3 => turn_answered(on, id, &turn),
        4 => turn_started(on, &thread, &turn),
        5 => turn_completed(on, &thread, &turn),
        6 => command_completed(on, &thread, &turn, "agent"),
        7 => steered(on, id, &thread, &turn, 1),
        8 => steer_refused(on, id, RejectionReason::NoActiveTurn, 1),
        9 => resolved(config(&thread, &turn)),
        10 => tokens_used(&thread, &turn, 400),
        11 => compacted(&thread),
        12 => reviewed(&thread),
        _ => subagent_started(&thread, &turn),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn endless_input_is_held_within_bounds(input in proptest::collection::vec(endless(), 1000)) {
        let limits = Limits { connections: 5, requests: 7, threads: 11, turns: 13, waiting: 3, told: 17 };
        let mut reducer = Reducer::with_limits(runtime(), limits);
        for one in input {
            reducer.push(fact(one).fact());
            let held = reducer.held();
            prop_assert!(held.connections <= limits.connections, "{:?}", held);
            prop_assert!(held.requests <= limits.connections * limits.requests, "{:?}", held);
            prop_assert!(held.threads <= limits.threads, "{:?}", held);
            prop_assert!(held.turns <= limits.turns, "{:?}", held);
            prop_assert!(held.waiting <= limits.waiting, "{:?}", held);
        }
        let dropped = reducer.dropped();
        prop_assert!(dropped.turns > 0 && dropped.requests > 0 && dropped.waiting > 0, "{:?}", dropped);
        for on in 0..7 {
            reducer.push(Told::Closed(on).fact());
        }
        let held = reducer.held();
        prop_assert_eq!((held.connections, held.requests), (0, 0));
    }
}
