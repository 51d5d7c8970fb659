//! Threads, turns and goals, as a client sees them.

use std::path::PathBuf;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::run::{Server, Talk};

/// What came, one line a message: the method, and what tells one from another.
fn story(messages: &[Value]) -> Vec<String> {
    let tell = |message: &Value| {
        let params = &message["params"];
        let of = [&params["item"]["type"], &params["turn"]["status"], &params["status"]["type"], &params["delta"]];
        let what = of.iter().find_map(|value| value.as_str()).unwrap_or_default();
        format!("{} {what}", message["method"].as_str().unwrap_or("answer")).trim_end().to_owned()
    };
    messages.iter().map(tell).collect()
}

fn scripted(script: Value) -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path: PathBuf = folder.path().join("script.json");
    std::fs::write(&path, script.to_string()).expect("writable");
    let path = path.to_str().expect("text").to_owned();
    (folder, path)
}

#[test]
fn a_turn_is_told_from_begin_to_end_and_always_alike() {
    let mut server = Server::open(&[]);
    let thread = server.start_thread();
    for id in 2..4 {
        server.start_turn(id, &thread, "Hello, you");
        let mut told = server.until("turn/completed");
        told.push(server.next());
        assert_eq!(
            story(&told),
            [
                "thread/status/changed active",
                "turn/started inProgress",
                "item/started userMessage",
                "item/completed userMessage",
                "item/started reasoning",
                "item/reasoning/summaryPartAdded",
                "item/reasoning/summaryTextDelta The user said so",
                "item/reasoning/summaryTextDelta mething; I say i",
                "item/reasoning/summaryTextDelta t back.",
                "item/completed reasoning",
                "item/started agentMessage",
                "item/agentMessage/delta You said: Hello,",
                "item/agentMessage/delta  you",
                "item/completed agentMessage",
                "thread/tokenUsage/updated",
                "turn/completed completed",
                "thread/status/changed idle",
            ]
        );
        let usage = &told[14]["params"]["tokenUsage"];
        assert_eq!(
            (&usage["last"]["totalTokens"], &usage["total"]["totalTokens"]),
            (&json!(14), &json!(14 * (id - 1)))
        );
    }
}

#[test]
fn the_user_is_asked_and_the_answer_counts() {
    let run = json!({ "run": { "command": "rm -r /", "output": "done\n", "exitCode": 3, "ask": true } });
    let (_folder, path) = scripted(json!({ "turns": [[run, { "say": "." }]] }));
    let mut server = Server::open(&["--script", &path]);
    let thread = server.start_thread();
    let cases = [
        ("accept", "failed", "completed"),
        ("decline", "declined", "completed"),
        ("cancel", "declined", "interrupted"),
    ];
    for (id, (decision, command, turn)) in (2..).zip(cases) {
        server.start_turn(id, &thread, "go");
        let question = server.until("item/commandExecution/requestApproval").pop().expect("one");
        assert_eq!(question["params"]["command"], "rm -r /");
        server.send(json!({ "id": question["id"], "result": { "decision": decision } }));
        let told = server.until("turn/completed");
        assert_eq!(
            told[0],
            json!({ "method": "serverRequest/resolved", "params": { "threadId": thread, "requestId": question["id"] } })
        );
        let ended = told.iter().find(|message| message["params"]["item"]["type"] == "commandExecution").expect("one");
        assert_eq!(
            (&ended["params"]["item"]["status"], &told[told.len() - 1]["params"]["turn"]["status"]),
            (&json!(command), &json!(turn))
        );
        assert_eq!(story(&[server.next()]), ["thread/status/changed idle"]);
    }
}

#[test]
fn a_running_turn_takes_input_and_can_be_stopped() {
    let (_folder, path) =
        scripted(json!({ "turns": [[{ "say": "first" }, { "pauseMs": 600_000 }, { "say": "never" }]] }));
    let mut server = Server::open(&["--script", &path]);
    let thread = server.start_thread();
    let input = json!([{ "type": "text", "text": "more" }]);
    let steer = |turn: &str| json!({ "threadId": thread, "input": input, "expectedTurnId": turn });
    let reason = |answer: &Value| answer["error"]["data"]["rejectionReason"].as_str().map(str::to_owned);
    let answer = server.call(2, "turn/steer", steer("none"));
    assert_eq!((reason(&answer).as_deref(), &answer["error"]["code"]), (Some("no_active_turn"), &json!(-32600)));
    let turn = server.start_turn(3, &thread, "go");
    server.until("item/agentMessage/delta");
    let answer = server.call(4, "turn/start", json!({ "threadId": thread, "input": input }));
    assert_eq!(answer["error"]["data"]["turnId"], json!(turn));
    assert_eq!(reason(&server.call(5, "turn/steer", steer("other"))).as_deref(), Some("expected_turn_mismatch"));
    let empty = json!({ "threadId": thread, "input": [{ "type": "text", "text": "" }], "expectedTurnId": turn });
    assert_eq!(reason(&server.call(6, "turn/steer", empty)).as_deref(), Some("empty_input"));
    let long = json!([{ "type": "text", "text": "x".repeat((1 << 20) + 1) }]);
    let long = json!({ "threadId": thread, "input": long, "expectedTurnId": turn });
    assert_eq!(reason(&server.call(7, "turn/steer", long)).as_deref(), Some("input_too_large"));
    assert_eq!(server.call(8, "turn/steer", steer(&turn))["result"], json!({ "turnId": turn }));
    let answer = server.call(9, "turn/interrupt", json!({ "threadId": thread, "turnId": "other" }));
    assert_eq!(answer["error"]["data"]["pointer"], "/params/turnId");
    let (answer, mut told) = server.call_with(10, "turn/interrupt", json!({ "threadId": thread, "turnId": turn }));
    assert_eq!(answer["result"], json!({}));
    if !told.iter().any(|message| message["method"] == "turn/completed") {
        told.extend(server.until("turn/completed"));
    }
    let end = told.iter().find(|message| message["method"] == "turn/completed").expect("one");
    assert_eq!(end["params"]["turn"]["status"], "interrupted");
    assert!(!story(&told).iter().any(|line| line.contains("never")));
    let answer = server.call(11, "turn/interrupt", json!({ "threadId": thread, "turnId": turn }));
    assert!(answer["error"]["message"].as_str().is_some_and(|message| message.ends_with("none is")), "{answer}");
}

#[test]
fn what_is_added_late_is_worked_on_in_the_same_turn() {
    let (_folder, path) = scripted(json!({ "turns": [[{ "pauseMs": 100 }]] }));
    let mut server = Server::open(&["--script", &path]);
    let thread = server.start_thread();
    let turn = server.start_turn(2, &thread, "go");
    let params = json!({ "threadId": thread, "input": [{ "type": "text", "text": "more" }], "expectedTurnId": turn });
    let (answer, mut told) = server.call_with(3, "turn/steer", params);
    assert_eq!(answer["result"]["turnId"], json!(turn));
    told.extend(server.until("turn/completed"));
    let story = story(&told);
    assert_eq!(story.iter().filter(|line| *line == "item/completed userMessage").count(), 2);
    assert!(story.contains(&"item/agentMessage/delta Noted: more".to_owned()), "{story:?}");
}

#[test]
fn a_turn_that_fails_says_why() {
    let (_folder, path) = scripted(json!({ "turns": [[{ "fail": "out of luck" }]] }));
    let mut server = Server::open(&["--script", &path]);
    let thread = server.start_thread();
    server.start_turn(2, &thread, "go");
    let told = server.until("turn/completed");
    let error = told.iter().find(|message| message["method"] == "error").expect("one");
    assert_eq!(
        (&error["params"]["error"]["message"], &error["params"]["willRetry"]),
        (&json!("out of luck"), &json!(false))
    );
    let turn = &told[told.len() - 1]["params"]["turn"];
    assert_eq!((&turn["status"], &turn["error"]["message"]), (&json!("failed"), &json!("out of luck")));
}

#[test]
fn wrong_settings_are_refused_with_their_place() {
    let mut server = Server::open(&[]);
    let thread = server.start_thread();
    let both = json!({ "sandbox": "read-only", "permissionProfile": { "fileSystem": null, "network": null } });
    let (long, roots) = (json!("l".repeat(5000)), vec!["/root"; 3000]);
    let turn = |setting: &str, value: Value| json!({ "threadId": thread, "input": [{ "type": "text", "text": "x" }], setting: value });
    let cases = [
        ("thread/start", both, "/params/permissionProfile"),
        ("thread/start", json!({ "cwd": "" }), "/params/cwd"),
        (
            "turn/start",
            json!({ "threadId": thread, "input": [{ "type": "text", "text": "x" }], "cwd": "" }),
            "/params/cwd",
        ),
        ("turn/start", json!({ "threadId": "other", "input": [] }), "/params/threadId"),
        // A thread keeps its settings, so they are bounded.
        ("thread/start", json!({ "model": long }), "/params/model"),
        ("thread/start", json!({ "modelProvider": long }), "/params/modelProvider"),
        ("thread/start", json!({ "cwd": long }), "/params/cwd"),
        (
            "turn/start",
            turn("sandboxPolicy", json!({ "type": "workspaceWrite", "writableRoots": roots })),
            "/params/sandboxPolicy",
        ),
        ("turn/start", turn("model", long.clone()), "/params/model"),
    ];
    for (id, (method, params, pointer)) in (2..).zip(cases) {
        let answer = server.call(id, method, params);
        assert_eq!(answer["error"]["data"]["pointer"], pointer, "{answer}");
    }
    // What was refused has left nothing running.
    server.start_turn(9, &thread, "go");
    server.until("turn/completed");
}

#[test]
fn goals_are_for_those_who_opted_in() {
    let mut stable = Server::open(&[]);
    let answer = stable.call(1, "thread/goal/get", json!({ "threadId": "x" }));
    assert_eq!(answer["error"]["message"], "thread/goal/get requires experimentalApi capability");

    let mut server = Server::start(&[]);
    server.shake_hands(json!({ "experimentalApi": true }));
    let thread = server.start_thread();
    let set = |more: Value| {
        let mut params = json!({ "threadId": thread });
        params.as_object_mut().expect("one").extend(more.as_object().expect("one").clone());
        params
    };
    for (id, params, pointer) in [
        (2, json!({}), "/params/objective"),
        (3, json!({ "objective": " " }), "/params/objective"),
        (3, json!({ "objective": "ä".repeat(4001) }), "/params/objective"),
        (4, json!({ "objective": "win", "tokenBudget": 0 }), "/params/tokenBudget"),
    ] {
        assert_eq!(server.call(id, "thread/goal/set", set(params))["error"]["data"]["pointer"], pointer);
    }
    assert_eq!(server.call(5, "thread/goal/get", json!({ "threadId": thread }))["result"]["goal"], json!(null));
    let answer = server.call(6, "thread/goal/set", set(json!({ "objective": "win", "tokenBudget": 20 })));
    assert_eq!(answer["result"]["goal"]["status"], "active");
    assert_eq!(server.next()["method"], "thread/goal/updated");
    let mut goals = Vec::new();
    for id in 7..10 {
        server.start_turn(id, &thread, "Hello, you");
        let told = server.until("turn/completed");
        server.next();
        let updated = told.iter().find(|message| message["method"] == "thread/goal/updated");
        goals.push(updated.map(|message| {
            let goal = &message["params"]["goal"];
            (goal["tokensUsed"].as_i64().expect("a number"), goal["status"].as_str().expect("text").to_owned())
        }));
    }
    // The third turn spends nothing on a goal that rests.
    assert_eq!(goals, [Some((14, "active".into())), Some((28, "budgetLimited".into())), None]);
    assert_eq!(
        server.call(10, "thread/goal/clear", json!({ "threadId": thread }))["result"],
        json!({ "cleared": true })
    );
    assert_eq!(server.next()["method"], "thread/goal/cleared");
    assert_eq!(
        server.call(11, "thread/goal/clear", json!({ "threadId": thread }))["result"],
        json!({ "cleared": false })
    );
}
