//! What a client may cost: the rest is refused at once, and who does not read is let go.

use std::time::Duration;

use app_server::serve::Limits;
use app_server::serve::transport::memory;
use serde_json::json;

use super::protocol::{Session, desk};

#[tokio::test]
async fn beyond_the_limit_requests_are_refused_at_once_and_later_ones_succeed() {
    let limits = [Limits { connection_requests: 2, ..Limits::default() }, Limits { requests: 2, ..Limits::default() }];
    for limits in limits {
        let mut session = Session::open(limits).await;
        for id in 1..=2 {
            session.request("work", id, json!({ "name": "w", "waits": true, "threadId": "t" })).await;
        }
        let answer = session.call("work", 3, json!({ "name": "w" })).await;
        assert_eq!(
            answer,
            json!({ "id": 3, "error": { "code": -32001, "message": "Server overloaded; retry later." } })
        );
        session.desk.go.add_permits(2);
        assert_eq!((session.next().await["id"].clone(), session.next().await["id"].clone()), (json!(1), json!(2)));
        // The room is given back after the answer.
        loop {
            let answer = session.call("work", 4, json!({ "name": "w" })).await;
            if answer["result"]["text"] == "w" {
                break;
            }
            assert_eq!(answer["error"]["code"], -32001);
        }
    }
}

#[tokio::test]
async fn waiting_requests_are_bounded_in_bytes_and_a_whole_message_always_fits() {
    let limits = Limits { message_bytes: 4000, connection_bytes: 1000, ..Limits::default() };
    let mut session = Session::open(limits).await;
    let long = "n".repeat(3000);
    session.request("work", 1, json!({ "name": long, "waits": true })).await;
    assert_eq!(session.call("work", 2, json!({ "name": long })).await["error"]["code"], -32001);
    assert_eq!(session.call("work", 3, json!({ "name": "short" })).await["result"]["text"], "short");
    session.desk.go.add_permits(1);
    assert_eq!(session.next().await["id"], 1);
}

#[tokio::test(start_paused = true)]
async fn who_does_not_read_is_let_go_and_costs_no_more_than_the_limit() {
    let limits =
        Limits { egress_messages: 4, egress_bytes: 1000, slow_reader: Duration::from_secs(30), ..Limits::default() };
    let mut session = Session::watched(limits, desk(), Vec::new(), 1);
    session.shake_hands(json!({ "name": "Ada" })).await;
    let begun = tokio::time::Instant::now();
    session.request("flood", 1, json!({ "number": 1_000_000 })).await;
    // Nobody reads: the handler waits, the writer gives up, the connection ends.
    session.serving.await.expect("no panic");
    let waited = begun.elapsed();
    assert!((30..40).contains(&waited.as_secs()), "{waited:?}");
    let mut got = 0;
    while session.peer.next().await.is_some() {
        got += 1;
    }
    assert!(got <= 2, "{got} messages were on their way");
}

#[tokio::test(start_paused = true)]
async fn who_reads_slowly_but_reads_gets_everything() {
    let limits = Limits { egress_messages: 2, slow_reader: Duration::from_secs(30), ..Limits::default() };
    let mut session = Session::watched(limits, desk(), Vec::new(), 1);
    session.shake_hands(json!({ "name": "Ada" })).await;
    session.request("flood", 1, json!({ "number": 20 })).await;
    for number in 0..20 {
        tokio::time::sleep(Duration::from_secs(5)).await;
        assert_eq!(session.next().await["params"]["number"], number);
    }
    assert_eq!(session.next().await["result"]["number"], 20);
}

#[tokio::test]
async fn a_full_server_turns_clients_away() {
    let session = Session::open(Limits { connections: 1, ..Limits::default() }).await;
    assert!(session.server.is_full());
    let (mut second, reader, writer) = memory(8);
    session.server.serve("memory", reader, writer).await;
    assert_eq!(second.next().await, None);
    drop(session.peer);
    session.serving.await.expect("no panic");
    assert!(!session.server.is_full());
}

#[tokio::test]
async fn a_connection_leaves_nothing_behind() {
    let session = Session::open(Limits::default()).await;
    for _ in 0..50 {
        let (peer, reader, writer) = memory(8);
        peer.send(r#"{"id":1,"method":"hello","params":{"name":"x"}}"#).await;
        peer.send(r#"{"id":2,"method":"work","params":{"name":"w","threadId":"t"}}"#).await;
        peer.send(r#"{"id":3,"method":"forever"}"#).await;
        drop(peer);
        session.server.serve("memory", reader, writer).await;
    }
    // All that the fifty held has been given back: the desk is the server's, the session's, and this connection's.
    assert!(std::sync::Arc::strong_count(&session.desk) <= 3, "{}", std::sync::Arc::strong_count(&session.desk));
}
