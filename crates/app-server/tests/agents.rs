//! Agents that misbehave: their turns end all the same, and tell of it in order.

use std::sync::Arc;
use std::time::Duration;

use app_server::agent::{Agent, Stop, Turn};
use app_server::app::{App, Config, FileOutbox, router};
use app_server::serve::Server;
use app_server::serve::transport::{MemoryPeer, memory};
use app_server_protocol::v2::{ThreadItem, UserInput};
use futures_util::future::BoxFuture;
use serde_json::{Value, json};

/// Begins a message, and then does as it is told.
struct Wild;

impl Agent for Wild {
    fn work<'t>(&'t self, turn: &'t mut Turn, input: Vec<UserInput>) -> BoxFuture<'t, Result<(), Stop>> {
        Box::pin(async move {
            let id = turn.next_item_id();
            turn.begin(ThreadItem::AgentMessage { id, text: String::new(), phase: None, memory_citation: None })
                .await?;
            turn.add("half").await?;
            match &input[0] {
                UserInput::Text { text, .. } if text == "panic" => panic!("as asked"),
                UserInput::Text { text, .. } if text == "hang" => std::future::pending().await,
                // Without an end of its item.
                _ => Ok(()),
            }
        })
    }
}

async fn next(peer: &mut MemoryPeer) -> Value {
    serde_json::from_str(&peer.next().await.expect("a message")).expect("JSON")
}

async fn call(peer: &mut MemoryPeer, method: &str, params: Value) -> Value {
    peer.send(json!({ "id": method, "method": method, "params": params }).to_string()).await;
    loop {
        let message = next(peer).await;
        if message["id"] == method {
            return message["result"].clone();
        }
    }
}

#[tokio::test(start_paused = true)]
async fn each_item_and_each_turn_has_an_end() {
    let data = tempfile::tempdir().expect("a folder");
    let app = App::new(Config::new(data.path()), Arc::new(Wild), Arc::new(FileOutbox::new(data.path())));
    let server = Server::new(router(), Arc::new(app));
    let (mut peer, reader, writer) = memory(64);
    let serving = tokio::spawn({
        let server = server.clone();
        async move { server.serve("memory", reader, writer).await }
    });
    call(&mut peer, "initialize", json!({ "clientInfo": { "name": "test", "version": "1" } })).await;
    peer.send(r#"{"method":"initialized"}"#).await;
    let thread = call(&mut peer, "thread/start", json!({})).await["thread"]["id"].clone();
    for (text, status) in [("panic", "failed"), ("hang", "interrupted"), ("leave", "completed")] {
        let input = json!([{ "type": "text", "text": text }]);
        let turn =
            call(&mut peer, "turn/start", json!({ "threadId": thread, "input": input })).await["turn"]["id"].clone();
        if text == "hang" {
            tokio::time::sleep(Duration::from_secs(1)).await;
            call(&mut peer, "turn/interrupt", json!({ "threadId": thread, "turnId": turn })).await;
        }
        let mut ended = Vec::new();
        loop {
            let message = next(&mut peer).await;
            match message["method"].as_str() {
                Some("item/completed") => ended.push(message["params"]["item"]["text"].clone()),
                Some("turn/completed") => {
                    assert_eq!(
                        (&message["params"]["turn"]["id"], &message["params"]["turn"]["status"]),
                        (&turn, &json!(status))
                    );
                    break;
                }
                _ => {}
            }
        }
        // Of what came before `turn/interrupt` was answered, `call` has seen the user's message.
        assert_eq!(ended.last(), Some(&json!("half")), "{text}");
    }
    drop(peer);
    serving.await.expect("no panic");
}
