//! Over standard input and output: the handshake, product events, reminders, reports, recordings.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};

use serde_json::json;

use super::run::{Server, Talk, files, refusal};

#[test]
fn a_name_that_cannot_be_a_header_is_refused_with_its_place() {
    let mut server = Server::start(&[]);
    for name in ["", "new\nline", "naïve", &"n".repeat(257)] {
        let answer = server.call(1, "initialize", json!({ "clientInfo": { "name": name, "version": "1" } }));
        assert_eq!(answer["error"]["code"], -32602);
        assert_eq!(answer["error"]["data"], json!({ "method": "initialize", "pointer": "/params/clientInfo/name" }));
    }
    server.shake_hands(json!({ "experimentalApi": true }));
    let answer = server.call(2, "mock/experimentalMethod", json!({ "value": "back" }));
    assert_eq!(answer["result"]["echoed"], "back");
}

#[test]
fn a_product_event_is_recorded_before_it_is_answered() {
    let mut server = Server::open(&[]);
    for (id, action, banner) in
        [(1, "shown", "workspace_member_credits_depleted"), (2, "cta_clicked", "workspace_member_usage_limit_reached")]
    {
        let event = json!({ "type": "usageLimitBanner", "action": action, "bannerType": banner });
        let answer = server.call(id, "analytics/productEvent/track", json!({ "event": event }));
        assert_eq!(answer, json!({ "id": id, "result": {} }));
    }
    // Not even time to say goodbye: what was answered is in the spool, and the next server delivers it.
    server.signal("KILL");
    let (_, data) = server.end();
    let (status, data) = Server::start_in(data, &[]).end();
    assert!(status.success());
    let text = std::fs::read_to_string(data.path().join("analytics/events.jsonl")).expect("there");
    let events: Vec<_> = text
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["event"].clone())
        .collect();
    assert_eq!(
        events,
        [
            json!({ "event_type": "codex_usage_limit_banner_shown", "event_params": {
                "platform": "codex_cli", "banner_type": "workspace_member_credits_depleted", "limit_reason": "credits" } }),
            json!({ "event_type": "codex_usage_limit_banner_cta_clicked", "event_params": {
                "platform": "codex_cli", "banner_type": "workspace_member_usage_limit_reached", "limit_reason": "usage_limit",
                "cta_action": "request_increase" } }),
        ]
    );
}

#[test]
fn what_analytics_forgot_is_logged() {
    let mut server = Server::open(&[]);
    let params =
        json!({ "threadId": "t".repeat(300), "expectedTurnId": "u", "input": [{ "type": "text", "text": "x" }] });
    assert_eq!(server.call(1, "turn/steer", params)["error"]["code"], -32600);
    server.finish();
    let log = server.log_until("ended");
    let said = log.iter().find(|line| line["message"].as_str().is_some_and(|text| text.contains("want of room")));
    assert!(said.is_some_and(|line| line["so_far"].as_str().is_some_and(|so_far| so_far.contains("oversized: 1"))));
}

#[test]
fn a_spool_that_cannot_be_written_is_logged_once_and_nothing_is_lost() {
    let mut server = Server::open(&[]);
    let spool = server.data.path().join("analytics/spool");
    std::fs::remove_dir_all(&spool).expect("there");
    let event =
        json!({ "type": "usageLimitBanner", "action": "shown", "bannerType": "workspace_member_credits_depleted" });
    for id in 1..=3 {
        assert_eq!(server.call(id, "analytics/productEvent/track", json!({ "event": event }))["result"], json!({}));
    }
    std::fs::create_dir(&spool).expect("writable");
    let log = server.log_until("the spool of analytics events is written again");
    let warned = log.iter().filter(|line| line["level"] == "WARN").count();
    assert_eq!(warned, 1, "{log:?}");
    server.finish();
    let log = server.log_until("analytics ended");
    assert!(log.iter().any(|line| line["delivered"] == 3), "{log:?}");
}

#[test]
fn servers_may_share_a_data_folder_and_off_keeps_nothing() {
    let mut first = Server::open(&[]);
    let folder = first.data.path().to_str().expect("text").to_owned();
    let mut second = Server::start(&["--analytics", "jsonl"]);
    second.shake_hands(json!({}));
    let (status, _) = second.end();
    assert!(status.success());
    let (code, said) = refusal(&["--data-dir", &folder, "--analytics", "jsonl"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(files(first.data.path()), ["analytics", "analytics-2"]);
    first.start_thread();
    let (_, data) = first.end();
    let (status, data) = Server::start_in(data, &["--analytics", "off"]).end();
    assert!(status.success());
    assert_eq!(files(&data.path().join("analytics/spool")), [""; 0]);
}

#[test]
fn a_reminder_is_sent_once_for_each_thing_also_after_a_restart() {
    let mut server = Server::open(&[]);
    let ask = |server: &mut Server, id, what| {
        server.call(id, "account/sendAddCreditsNudgeEmail", json!({ "creditType": what }))["result"]["status"].clone()
    };
    assert_eq!(ask(&mut server, 1, "credits"), "sent");
    assert_eq!(ask(&mut server, 2, "credits"), "cooldown_active");
    assert_eq!(ask(&mut server, 3, "usage_limit"), "sent");
    let (_, data) = server.end();
    let mut server = Server::start_in(data, &[]);
    server.shake_hands(json!({}));
    assert_eq!(ask(&mut server, 1, "usage_limit"), "cooldown_active");
    let (_, data) = server.end();
    let mails = files(&data.path().join("outbox"));
    assert_eq!(mails.len(), 2, "{mails:?}");
    let mut server = Server::start_in(data, &["--nudge-cooldown", "1ms"]);
    server.shake_hands(json!({}));
    assert_eq!(ask(&mut server, 1, "credits"), "sent");
}

#[test]
fn a_report_is_kept_with_the_log_and_a_bad_one_is_not() {
    let mut server = Server::open(&[]);
    let params = json!({ "classification": "bug", "reason": "it broke", "includeLogs": true });
    let answer = server.call(1, "feedback/upload", params);
    assert!(answer["result"]["threadId"].as_str().is_some_and(|id| id.len() == 36), "{answer}");
    let params = json!({ "classification": "bug", "includeLogs": false, "extraLogFiles": ["/dev/zero"] });
    let answer = server.call(2, "feedback/upload", params);
    assert_eq!(
        answer["error"]["message"],
        "invalid params for `feedback/upload` at /params/extraLogFiles/0: cannot be read: expected a plain file"
    );
    let reports = server.data.path().join("feedback");
    let names = files(&reports);
    assert_eq!(names.len(), 1);
    assert_eq!(files(&reports.join(&names[0])), ["report.json", "server.log"]);
    let log = std::fs::read_to_string(reports.join(&names[0]).join("server.log")).expect("there");
    // The log is of what happened, never of what was said.
    assert!(log.contains("initialized") && !log.contains("it broke"), "{log}");
}

#[test]
fn a_log_that_nobody_reads_stops_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut child = Command::new(env!("CARGO_BIN_EXE_app-server"))
        .args(["--log", "debug", "--data-dir"])
        .arg(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    let mut stdin = child.stdin.take().expect("piped");
    // Each is worth a line of the log; a pipe holds the lines of some hundred, and the server those of some thousand.
    let requests = std::thread::spawn(move || {
        (0..10_000).try_for_each(|id| writeln!(stdin, r#"{{"id":{id},"method":"nothing/of/the/kind"}}"#))
    });
    let answers = BufReader::new(child.stdout.take().expect("piped")).lines().map_while(Result::ok).count();
    assert_eq!(answers, 10_000);
    requests.join().expect("no panic").expect("the server reads");
    assert!(child.wait().expect("ends").success());
    // Whoever looks in the end finds the beginning.
    let mut log = String::new();
    let _ = child.stderr.take().expect("piped").read_to_string(&mut log);
    assert!(log.contains("connected"), "{log}");
}

#[test]
fn a_recording_holds_every_message_in_its_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("session.ndjson");
    let mut server = Server::open(&["--record", path.to_str().expect("text")]);
    server.send_text("not \"JSON\"");
    assert_eq!(server.next()["error"]["code"], -32700);
    server.end();
    let text = std::fs::read_to_string(path).expect("there");
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let told: Vec<_> =
        lines.iter().map(|line| (line["direction"].as_str().expect("text"), line["message"].clone())).collect();
    assert_eq!(told.len(), 5);
    assert_eq!(told[0].1["method"], "initialize");
    assert_eq!((told[1].0, &told[1].1["id"]), ("server-to-client", &json!(0)));
    assert_eq!(told[2], ("client-to-server", json!({ "method": "initialized" })));
    assert_eq!(told[3], ("client-to-server", json!("not \"JSON\"")));
    let mut times: Vec<_> = lines.iter().map(|line| line["timestamp"].as_str().expect("text")).collect();
    let recorded = times.clone();
    times.sort_unstable();
    assert_eq!(times, recorded);
}

#[test]
fn what_cannot_run_says_why_and_what_would_help() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("text");
    let script = folder.path().join("script.json");
    std::fs::write(&script, "{ \"turns\": [[{ \"sing\": 1 }]] }").expect("writable");
    let token = folder.path().join("token");
    std::fs::write(&token, "short\n").expect("writable");
    let blank = folder.path().join("blank");
    std::fs::write(&blank, " \n\t\n").expect("writable");
    let [script, token, blank] = [&script, &token, &blank].map(|path| path.to_str().expect("text"));
    let cases: [(&[&str], &str); 9] = [
        (&["--listen", "ws://0.0.0.0:0"], "--ws-token-file"),
        (&["--listen", "http://127.0.0.1:0"], "ws://127.0.0.1:4500"),
        (&["--listen", "ws://127.0.0.1:0", "--ws-token-file", token], "openssl rand -hex 32"),
        (&["--listen", "ws://127.0.0.1:0", "--ws-token-file", blank], "has 0 characters"),
        (&["--listen", "ws://127.0.0.1:0", "--ws-token-file", data], "cannot read the token"),
        (&["--script", script], "unknown variant `sing`"),
        (&["--analytics", "htp=x"], "expected: "),
        (&["--record", "/nowhere/session.ndjson"], "cannot record to /nowhere/session.ndjson"),
        (&["--log", "app_server=loud"], "is no filter"),
    ];
    for (flags, expected) in cases {
        let (code, said) = refusal(&[&["--data-dir", data], flags].concat());
        assert_eq!(code, Some(2), "{flags:?}: {said}");
        assert!(said.contains(expected), "{flags:?}: {said}");
    }
}
