//! Messages that are none, or only nearly: each gets its answer, and the connection goes on.

use app_server::serve::Limits;
use app_server::serve::transport::{LineReader, lines};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream};

use super::protocol::{Session, desk, router};

/// The code and the id of the answer, if there is one.
type Expected = Option<(i64, Value)>;

/// Bytes, and their answer.
fn cases() -> Vec<(Vec<u8>, Expected)> {
    let text = |text: &str| text.as_bytes().to_vec();
    let huge = "9".repeat(10_000);
    vec![
        (text("oops"), Some((-32700, json!(null)))),
        (text("{\"id\":1,\"method\":\"work\""), Some((-32700, json!(1)))),
        (b"{\"id\":1,\"method\":\"\xff\"}".to_vec(), Some((-32700, json!(null)))),
        (vec![0; 100], Some((-32700, json!(null)))),
        (text("[]"), Some((-32600, json!(null)))),
        (text("5"), Some((-32600, json!(null)))),
        (text("{}"), Some((-32600, json!(null)))),
        (
            text(&format!("{{\"id\":1,\"method\":\"work\",\"params\":{}1{}}}", "[".repeat(5000), "]".repeat(5000))),
            Some((-32602, json!(1))),
        ),
        (text(&format!("{{\"id\":{huge},\"method\":\"work\"}}")), Some((-32600, json!(null)))),
        (text("{\"id\":1.5,\"method\":\"forever\"}"), Some((-32600, json!(null)))),
        (text("{\"id\":null,\"method\":\"forever\"}"), Some((-32600, json!(null)))),
        (text("{\"id\":1,\"id\":2,\"method\":\"forever\"}"), Some((-32600, json!(1)))),
        (text("{\"id\":1,\"method\":\"forever\",\"method\":\"work\"}"), Some((-32600, json!(1)))),
        (text("{\"id\":1,\"method\":\"work\",\"params\":{\"name\":\"a\",\"name\":\"b\"}}"), Some((-32602, json!(1)))),
        (text("{\"id\":1,\"method\":\"wrok\"}"), Some((-32601, json!(1)))),
        (text("{\"id\":1,\"method\":\"ready\"}"), Some((-32600, json!(1)))),
        (text("{\"method\":\"forever\"}"), Some((-32600, json!(null)))),
        (text("{\"method\":\"unknown\"}"), None),
        (text("{\"method\":\"note\",\"params\":5}"), None),
        (text("{\"id\":99,\"result\":{}}"), None),
        (text("{\"id\":99,\"result\":{},\"error\":{\"code\":1,\"message\":\"\"}}"), None),
        (text("{\"id\":null,\"error\":{\"code\":1,\"message\":\"\"}}"), None),
    ]
}

#[tokio::test]
async fn each_gets_its_answer_and_the_connection_goes_on() {
    let mut session = Session::open(Limits::default()).await;
    for (bytes, expected) in cases() {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(80)]).into_owned();
        session.peer.send(bytes).await;
        if let Some((code, id)) = expected {
            let answer = session.next().await;
            assert_eq!((&answer["error"]["code"], &answer["id"]), (&json!(code), &id), "{shown}");
            let length = answer.to_string().len();
            assert!(length < 1500, "{shown}: an answer of {length} bytes");
        }
        assert_eq!(session.call("work", "alive", json!({ "name": "w" })).await["id"], "alive", "{shown}");
    }
    let long = "i".repeat(100_000);
    assert_eq!(session.call("work", long.as_str(), json!({ "name": "w" })).await["id"], json!(long));
}

/// Over lines: the end of the stream in the midst of a message, and lines that are too long.
struct Lines {
    to: DuplexStream,
    from: tokio::io::Lines<BufReader<DuplexStream>>,
}

impl Lines {
    fn connect(limits: Limits) -> (Self, tokio::task::JoinHandle<()>) {
        let server = app_server::serve::Server::with(router(), desk(), limits.clone(), Vec::new());
        let (to, input) = tokio::io::duplex(64 * 1024);
        let (output, from) = tokio::io::duplex(64 * 1024);
        let (reader, writer): (LineReader<_>, _) = lines(input, output, limits.message_bytes);
        let serving = tokio::spawn(async move { server.serve_parent("lines", reader, writer).await });
        (Self { to, from: BufReader::new(from).lines() }, serving)
    }

    async fn next(&mut self) -> Value {
        serde_json::from_str(&self.from.next_line().await.expect("readable").expect("a line")).expect("JSON")
    }
}

#[tokio::test]
async fn long_lines_are_passed_over_and_half_a_message_is_answered() {
    let (mut peer, serving) = Lines::connect(Limits { message_bytes: 2000, ..Limits::default() });
    let long = [b"{\"id\":1,\"method\":\"".to_vec(), vec![b'x'; 1_000_000], b"\"}\r\n\n".to_vec()].concat();
    peer.to.write_all(&long).await.expect("writable");
    let answer = peer.next().await;
    assert_eq!(
        answer,
        json!({ "id": null, "error": { "code": -32600, "message": "invalid request: longer than 2000 bytes", "data": { "limit": 2000 } } })
    );
    peer.to.write_all(b"{\"id\":2,\"method\":\"hello\",\"params\":{\"name\":\"Ada\"}}\r\n").await.expect("writable");
    assert_eq!(peer.next().await["id"], 2);
    peer.to.write_all(b"{\"id\":3,\"method\":\"work\",\"par").await.expect("writable");
    peer.to.shutdown().await.expect("open");
    assert_eq!(peer.next().await["error"]["code"], -32700);
    assert_eq!(peer.from.next_line().await.expect("readable"), None);
    serving.await.expect("no panic");
}
