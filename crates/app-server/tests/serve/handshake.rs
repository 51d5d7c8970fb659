//! How a connection begins: who may say what before, after, and again.

use serde_json::{Value, json};

use super::protocol::{Session, Watch, desk};
use app_server::serve::Limits;

fn error(answer: &Value) -> (i64, &str) {
    (answer["error"]["code"].as_i64().expect("a code"), answer["error"]["message"].as_str().expect("a message"))
}

#[tokio::test]
async fn nothing_is_answered_before_the_handshake_and_nothing_is_told_about_methods() {
    let mut session = Session::connect(Limits::default());
    for (method, params) in
        [("work", json!({ "name": "a" })), ("work", json!(5)), ("wurk", json!(5)), ("beta", json!(null))]
    {
        let answer = session.call(method, 1, params).await;
        assert_eq!(error(&answer), (-32600, "Not initialized"), "{method}");
        assert_eq!(answer["error"].get("data"), None, "{method}");
    }
    // What is wrong with the first request itself is told, and it may be tried again.
    let answer = session.call("hello", 2, json!({})).await;
    assert_eq!(error(&answer), (-32602, "invalid params for `hello` at /params: missing field `name`"));
    let answer = session.call("hello", 3, json!({ "name": "nobody" })).await;
    assert_eq!(error(&answer), (-5, "nobody is not let in"));
    session.send(json!({ "method": "note", "params": { "text": "too early" } })).await;
    session.shake_hands(json!({ "name": "Ada" })).await;
    let answer = session.call("hello", 4, json!({ "name": "Ada" })).await;
    assert_eq!(error(&answer), (-32600, "Already initialized"));
    assert_eq!(session.call("work", 5, json!({ "name": "a" })).await["result"]["text"], "a");
    assert!(!session.desk.said().contains(&"too early".to_owned()));
}

#[tokio::test]
async fn the_experimental_surface_opens_by_opt_in_alone() {
    let mut stable = Session::open(Limits::default()).await;
    let answer = stable.call("beta", 1, json!(null)).await;
    assert_eq!(error(&answer), (-32600, "beta requires experimentalApi capability"));
    let mut open = Session::connect(Limits::default());
    open.shake_hands(json!({ "name": "Ada", "experimental": true })).await;
    assert_eq!(open.call("beta", 1, json!(null)).await["result"]["text"], "beta");
}

#[tokio::test]
async fn notifications_come_as_they_are_wanted() {
    let methods = async |params: Value, confirm: bool| {
        let mut session = Session::connect(Limits::default());
        session.call("hello", 0, params).await;
        if confirm {
            session.send(json!({ "method": "ready" })).await;
        }
        session.request("flood", 1, json!({ "number": 2 })).await;
        let mut methods = Vec::new();
        loop {
            match session.next().await["method"].as_str() {
                Some(method) => methods.push(method.to_owned()),
                None => return methods,
            }
        }
    };
    assert_eq!(methods(json!({ "name": "Ada" }), true).await, ["drop", "drop"]);
    assert_eq!(methods(json!({ "name": "Ada", "experimental": true }), true).await, ["drop", "drop", "betaNews"]);
    assert_eq!(
        methods(json!({ "name": "Ada", "experimental": true, "optOut": ["drop", "dro", "x"] }), true).await,
        ["betaNews"]
    );
    assert_eq!(methods(json!({ "name": "Ada" }), false).await, [""; 0]);
}

#[tokio::test]
async fn observers_are_told_of_everything_once_and_in_order() {
    let desk = desk();
    let watch = std::sync::Arc::new(Watch(desk.clone()));
    let mut session = Session::watched(Limits::default(), desk, vec![watch], 64);
    session.shake_hands(json!({ "name": "Ada" })).await;
    session.send(json!({ "method": "note", "params": { "text": "noted" } })).await;
    session.call("flood", 1, json!({ "number": 0 })).await;
    session.call("boom", 2, json!(null)).await;
    session.call("nowhere", 3, json!(null)).await;
    session.call("work", 4, json!({})).await;
    drop(session.peer);
    session.serving.await.expect("no panic");
    let said = session.desk.said();
    let (texts, events): (Vec<_>, Vec<_>) = said.iter().map(String::as_str).partition(|line| line.contains("-to-"));
    assert_eq!(
        events,
        [
            r#"1 opened by String("hello")"#,
            "heard ready",
            "heard note",
            "noted",
            "request 1",
            "told betaNews",
            "response 1",
            "request 2",
            "error 2 -32603",
            "1 closed"
        ]
    );
    let count = |direction| texts.iter().filter(|line| line.starts_with(direction)).count();
    assert_eq!((count("client-to-server"), count("server-to-client")), (7, 5));
}
