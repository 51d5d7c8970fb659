//! Over WebSockets: who is let in, how much may be sent, and who is let go.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;

use serde_json::json;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use super::run::{Server, Socket, Talk, get, get_with};

const PORT: [&str; 2] = ["--listen", "ws://127.0.0.1:0"];

#[test]
fn several_clients_are_served_apart_and_all_in_order() {
    let server = Server::start(&PORT);
    let address = server.address();
    let mut sockets: Vec<_> = (0..3).map(|_| Socket::connect(&address, &[]).expect("let in")).collect();
    let threads: Vec<_> = sockets
        .iter_mut()
        .map(|socket| {
            socket.shake_hands(json!({}));
            socket.start_thread()
        })
        .collect();
    for (socket, thread) in sockets.iter_mut().zip(&threads) {
        socket.start_turn(2, thread, "hi");
        for told in socket.until("turn/completed") {
            assert_eq!(told["params"]["threadId"], json!(thread));
        }
    }
    // Bytes are taken for text.
    sockets[0]
        .0
        .send(Message::binary(r#"{"id":9,"method":"thread/fork","params":{"threadId":"x"}}"#))
        .expect("connected");
    assert_eq!(sockets[0].next()["method"], "thread/status/changed");
    assert_eq!(sockets[0].next()["error"]["data"]["method"], "thread/fork");
}

#[test]
fn pages_are_kept_out_unless_their_origin_is_allowed() {
    let server = Server::start(&[&PORT[..], &["--allow-origin", "http://localhost:5173"]].concat());
    let address = server.address();
    for (origin, expected) in [
        ("http://localhost:5173", None),
        ("http://localhost:5174", Some(403)),
        ("https://localhost:5173", Some(403)),
        ("null", Some(403)),
    ] {
        assert_eq!(Socket::connect(&address, &[("origin", origin)]).err(), expected, "{origin}");
        // A page is not even told that there is a server.
        for path in ["/healthz", "/readyz"] {
            let answer = get_with(&address, path, &format!("Origin: {origin}\r\n"));
            assert!(answer.starts_with(&format!("HTTP/1.1 {}", expected.unwrap_or(200))), "{origin} {path}: {answer}");
        }
    }
    assert_eq!(Socket::connect(&address, &[]).err(), None);
}

#[test]
fn the_token_is_asked_of_everybody() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("token");
    std::fs::write(&file, "0123456789abcdef0123456789abcdef\n").expect("writable");
    let flags = ["--listen", "ws://0.0.0.0:0", "--ws-token-file", file.to_str().expect("text")];
    // Not by everybody on the machine, that is.
    let start = |mode| {
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).expect("ours");
        Server::start(&flags)
    };
    let is_warned = |server: &Server| server.log_until("listening").iter().any(|line| line["level"] == "WARN");
    assert!(is_warned(&start(0o640)));
    let server = start(0o600);
    assert!(!is_warned(&server));
    let address = server.address().replace("0.0.0.0", "127.0.0.1");
    assert_eq!(Socket::connect(&address, &[]).err(), Some(401));
    for (value, expected) in [
        ("Bearer 0123456789abcdef0123456789abcdef", None),
        ("bearer 0123456789abcdef0123456789abcdef", None),
        ("Bearer 0123456789abcdef0123456789abcdeX", Some(401)),
        ("Bearer 0123456789abcdef", Some(401)),
        ("Basic 0123456789abcdef0123456789abcdef", Some(401)),
        ("Bearer", Some(401)),
    ] {
        assert_eq!(Socket::connect(&address, &[("authorization", value)]).err(), expected, "{value}");
    }
    // Whether the server lives is no secret.
    assert!(get(&address, "/healthz").starts_with("HTTP/1.1 200"));
}

#[test]
fn plain_requests_are_told_what_is_there() {
    let server = Server::start(&PORT);
    let address = server.address();
    for (path, status) in [("/healthz", 200), ("/readyz", 200), ("/", 426), ("/other", 404)] {
        assert!(get(&address, path).starts_with(&format!("HTTP/1.1 {status}")), "{path}");
    }
}

#[test]
fn a_message_that_is_too_long_ends_its_connection_alone() {
    let server = Server::start(&[&PORT[..], &["--max-message-bytes", "2000"]].concat());
    let address = server.address();
    let mut other = Socket::connect(&address, &[]).expect("let in");
    other.shake_hands(json!({}));
    let mut socket = Socket::connect(&address, &[]).expect("let in");
    socket.shake_hands(json!({}));
    socket.send_text(&"x".repeat(2001));
    assert_eq!(socket.closing().map(|frame| frame.code), Some(CloseCode::Size));
    assert_eq!(other.call(1, "thread/start", json!({}))["id"], 1);
}

#[test]
fn the_silent_and_the_slow_are_let_go() {
    let flags = [&PORT[..], &["--ping-interval", "50ms", "--ping-timeout", "150ms"]].concat();
    let server = Server::start(&flags);
    let address = server.address();
    // One that reads answers pings by itself, and stays.
    let mut alive = Socket::connect(&address, &[]).expect("let in");
    alive.shake_hands(json!({}));
    // One that does not read does not answer.
    let mut silent = Socket::connect(&address, &[]).expect("let in");
    // One that is in the midst of a frame cannot.
    let slow = Socket::connect(&address, &[]).expect("let in");
    let mut half = vec![0x81, 0xFE, 0x10, 0x00, 1, 2, 3, 4];
    half.extend([b'x'; 100]);
    slow.0.get_ref().write_all(&half).expect("connected");
    let begun = std::time::Instant::now();
    while begun.elapsed().as_millis() < 600 {
        let next = alive.0.read().expect("still there");
        assert!(next.is_ping());
        alive.0.flush().expect("still there");
    }
    for mut gone in [&*silent.0.get_mut(), slow.0.get_ref()] {
        let mut rest = Vec::new();
        // The end of the stream, or that the server no longer wants to hear.
        let _ = gone.read_to_end(&mut rest);
        assert!(rest.len() < 200);
    }
    let closed = server.log().into_iter().filter(|line| line["message"] == "closed").count();
    assert_eq!(closed, 2);
    assert_eq!(alive.call(1, "thread/start", json!({}))["id"], 1);
}

#[test]
fn whatever_comes_to_the_port_the_server_lives() {
    let server = Server::start(&PORT);
    let address = server.address();
    let upgrade = "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    let after = |bytes: &[u8]| [upgrade.as_bytes(), bytes].concat();
    let attacks: Vec<Vec<u8>> = vec![
        b"\0\xff\r\n\r\n".to_vec(),
        b"GET / HTTP/9.9\r\n\r\n".to_vec(),
        [b"GET / HTTP/1.1\r\nX: ".to_vec(), vec![b'x'; 1 << 20]].concat(),
        upgrade.replace("13", "12").into_bytes(),
        upgrade.replace("Sec-WebSocket-Key", "X").into_bytes(),
        upgrade.as_bytes()[..80].to_vec(),
        // Frames without mask, of reserved kinds, of an impossible length, text that is none, and a pong too much.
        after(b"\x81\x02{}"),
        after(b"\x8f\x80\0\0\0\0"),
        after(b"\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff\0\0\0\0"),
        after(b"\x81\x82\0\0\0\0\xff\xfe"),
        after(b"\x8a\x80\0\0\0\0"),
    ];
    for attack in &attacks {
        let mut stream = TcpStream::connect(&address).expect("listens");
        // The server may close before it has read everything.
        let _ = stream.write_all(attack);
    }
    for _ in 0..100 {
        drop(TcpStream::connect(&address).expect("listens"));
    }
    let mut socket = Socket::connect(&address, &[]).expect("let in");
    socket.shake_hands(json!({}));
    socket.send_text("{");
    assert_eq!(socket.next()["error"]["code"], -32700);
    assert!(get(&address, "/readyz").starts_with("HTTP/1.1 200"));
    assert!(!server.log().iter().any(|line| line["level"] == "ERROR"));
}
