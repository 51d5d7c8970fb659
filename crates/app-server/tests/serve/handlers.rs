//! Handlers: their order, what they send and ask, and how they fail.

use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use app_server::serve::{Limits, Observer, Peer};
use methodic::Direction;
use serde_json::{Value, json};

use super::protocol::{ClientRequest, ClientResponse, Session, Toy, Watch, desk};

fn work(name: &str, thread: Option<&str>, waits: bool) -> Value {
    let mut params = json!({ "name": name, "waits": waits });
    if let Some(thread) = thread {
        params["threadId"] = thread.into();
    }
    params
}

#[tokio::test]
async fn requests_of_one_thread_keep_their_order_and_others_run_meanwhile() {
    let mut session = Session::open(Limits::default()).await;
    session.request("work", 1, work("a1", Some("a"), true)).await;
    session.request("work", 2, work("a2", Some("a"), false)).await;
    session.request("work", 3, work("a3", Some("a"), false)).await;
    session.request("work", 4, work("b1", Some("b"), false)).await;
    session.request("work", 5, work("free", None, false)).await;
    // These two are answered although the first of thread `a` still waits.
    let mut ids = [session.next().await["id"].clone(), session.next().await["id"].clone()];
    ids.sort_by_key(Value::as_i64);
    assert_eq!(ids, [4, 5]);
    assert!(!session.desk.said().iter().any(|line| line.contains("a2")));
    session.desk.go.add_permits(1);
    for id in 1..=3 {
        assert_eq!(session.next().await["id"], id);
    }
    let said = session.desk.lines(15).await;
    let of_a: Vec<_> = said
        .iter()
        .filter(|line| line.contains(" a") || line.starts_with('a') && !line.contains("b1") && !line.contains("free"))
        .collect();
    assert_eq!(
        of_a,
        ["a1 begins", "a1 ends", "after a1", "a2 begins", "a2 ends", "after a2", "a3 begins", "a3 ends", "after a3"]
    );
}

#[tokio::test]
async fn a_panic_is_an_answer_and_the_server_lives() {
    let mut session = Session::open(Limits::default()).await;
    for id in 1..=3 {
        let answer = session.call("boom", id, json!(null)).await;
        assert_eq!((&answer["id"], &answer["error"]["code"]), (&json!(id), &json!(-32603)));
        let message = answer["error"]["message"].as_str().expect("a message");
        assert!(message.contains("`boom`") && !message.contains("as asked"), "{message}");
    }
    assert_eq!(session.call("work", 4, work("a", None, false)).await["result"]["text"], "a");
}

#[tokio::test]
async fn a_panic_of_the_handshake_is_an_answer_and_it_may_be_tried_again() {
    let mut session = Session::connect(Limits::default());
    let answer = session.call("hello", 1, json!({ "name": "Mallory" })).await;
    assert_eq!((&answer["id"], &answer["error"]["code"]), (&json!(1), &json!(-32603)));
    session.shake_hands(json!({ "name": "Ada" })).await;
}

/// Panics whatever it sees.
struct Nervous;

impl Observer<Toy> for Nervous {
    fn text(&self, _: &Peer, _: Direction, _: &[u8], _: SystemTime) {
        panic!("seen")
    }

    fn request(&self, _: &Peer, _: &ClientRequest, _: SystemTime) {
        panic!("seen")
    }

    fn response(&self, _: &Peer, _: &ClientResponse, _: SystemTime) {
        panic!("seen")
    }

    fn closed(&self, _: &Peer, _: SystemTime) {
        panic!("seen")
    }
}

#[tokio::test]
async fn an_observer_that_panics_keeps_nobody_from_an_answer() {
    let desk = desk();
    let observers: Vec<Arc<dyn Observer<Toy>>> = vec![Arc::new(Nervous), Arc::new(Watch(desk.clone()))];
    let mut session = Session::watched(Limits::default(), desk, observers, 64);
    session.shake_hands(json!({ "name": "Ada" })).await;
    for id in 1..=3 {
        assert_eq!(session.call("work", id, work("a", Some("t"), false)).await["id"], id);
    }
    drop(session.peer);
    session.serving.await.expect("no panic");
    assert!(session.desk.said().contains(&"1 closed".to_owned()));
}

/// Keeps the times of what passes, in the order in which it is told of them.
#[derive(Default)]
struct Times(Mutex<Vec<SystemTime>>);

impl Observer<Toy> for Times {
    fn text(&self, _: &Peer, _: Direction, _: &[u8], at: SystemTime) {
        self.0.lock().expect("not poisoned").push(at);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 3)]
async fn what_passes_is_told_in_the_order_of_its_times() {
    const COUNT: usize = 5000;
    let times = Arc::new(Times::default());
    let mut session = Session::watched(Limits::default(), desk(), vec![times.clone()], 64);
    session.shake_hands(json!({ "name": "Ada" })).await;
    for id in 0..8 {
        session.request("work", id, work("a", None, false)).await;
    }
    for id in 8..COUNT {
        session.next().await;
        session.request("work", id, work("a", None, false)).await;
    }
    drop(session.peer);
    session.serving.await.expect("no panic");
    let times = times.0.lock().expect("not poisoned");
    assert!(times.len() > 2 * (COUNT - 8), "{}", times.len());
    assert!(times.is_sorted(), "{} times backwards", times.windows(2).filter(|pair| pair[0] > pair[1]).count());
}

#[tokio::test]
async fn a_method_without_handler_is_named() {
    let mut session = Session::open(Limits::default()).await;
    let answer = session.call("nowhere", 1, json!(null)).await;
    assert_eq!(
        answer["error"],
        json!({ "code": -32601, "message": "this server does not answer `nowhere`", "data": { "method": "nowhere" } })
    );
}

#[tokio::test]
async fn the_server_asks_and_reads_all_kinds_of_answers() {
    let mut session = Session::open(Limits::default()).await;
    let answers = [
        (json!({ "result": { "number": 7 } }), "7"),
        (
            json!({ "result": { "number": "x" } }),
            "invalid result for `question` at /result/number: invalid type: string \"x\", expected u32",
        ),
        (json!({ "error": { "code": 3, "message": "no" } }), "the client answered with an error: no (3)"),
    ];
    for (mut answer, expected) in answers {
        session.request("ask", "q", json!({ "text": "how many?" })).await;
        let question = session.next().await;
        assert_eq!((&question["method"], &question["params"]["text"]), (&json!("question"), &json!("how many?")));
        answer["id"] = question["id"].clone();
        session.send(answer.clone()).await;
        // A second answer, and one to nothing, are passed over.
        session.send(answer).await;
        session.send(json!({ "id": "nothing", "result": {} })).await;
        assert_eq!(session.next().await["result"]["text"], expected);
    }
}

#[tokio::test]
async fn questions_fail_when_nobody_can_answer_any_more() {
    let mut session = Session::open(Limits { calls: 1, ..Limits::default() }).await;
    session.request("ask", 1, json!({ "text": "?" })).await;
    assert_eq!(session.next().await["method"], "question");
    let second = session.call("ask", 2, json!({ "text": "?" })).await;
    assert_eq!(second["result"]["text"], "too many requests wait for this client's answer");
    session.peer.finish();
    let answer = session.next().await;
    assert_eq!((&answer["id"], &answer["error"]["code"]), (&json!(1), &json!(-32603)));
    assert_eq!(session.peer.next().await, None);
    assert_eq!(session.desk.said(), ["nobody answers"]);
    session.serving.await.expect("no panic");
}

#[tokio::test(start_paused = true)]
async fn a_client_that_goes_cancels_what_runs_and_the_deaf_are_dropped() {
    for (method, log) in [("forever", vec!["waits", "cancelled"]), ("deaf", vec!["waits"])] {
        let session = Session::open(Limits::default()).await;
        session.request(method, 1, json!(null)).await;
        session.desk.lines(1).await;
        drop(session.peer);
        session.server.shutdown(std::time::Duration::from_secs(60)).await;
        // With the peer gone, nothing can be written; the deaf one ends by the grace of the limits.
        session.serving.await.expect("no panic");
        assert_eq!(session.desk.said(), log, "{method}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_must_end_does_not_wait_for_ever() {
    let mut session = Session::open(Limits::default()).await;
    session.request("forever", 1, json!(null)).await;
    session.desk.lines(1).await;
    session.peer.finish();
    assert!(session.server.shutdown(std::time::Duration::from_secs(10)).await);
    assert_eq!(session.next().await["error"]["message"], "cancelled");
    assert_eq!(session.peer.next().await, None);
}

#[tokio::test]
async fn a_server_that_stops_finishes_what_it_has_begun() {
    let mut session = Session::open(Limits::default()).await;
    session.request("work", 1, work("a", Some("t"), true)).await;
    session.request("work", 2, work("b", Some("t"), false)).await;
    session.desk.lines(1).await;
    session.server.stop();
    session.desk.go.add_permits(1);
    let ended = session.server.shutdown(std::time::Duration::from_secs(60));
    let (ended, first) = tokio::join!(ended, session.peer.next());
    assert!(ended && first.expect("an answer").contains(r#""id":1"#));
    assert!(session.peer.next().await.expect("an answer").contains(r#""id":2"#));
    assert_eq!(session.peer.next().await, None);
}
