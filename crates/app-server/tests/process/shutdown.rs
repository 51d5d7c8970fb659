//! How the server ends: what runs is finished, clients are told, and the exit code is 0.

use serde_json::json;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use super::run::{Server, Socket, Talk, get};

fn script(folder: &tempfile::TempDir, pause: u64) -> String {
    let path = folder.path().join("script.json");
    let script = json!({ "turns": [[{ "say": "first" }, { "pauseMs": pause }, { "say": "last" }]] });
    std::fs::write(&path, script.to_string()).expect("writable");
    path.to_str().expect("text").to_owned()
}

#[test]
fn at_the_end_of_input_a_turn_is_finished() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Server::open(&["--script", &script(&folder, 200)]);
    let thread = server.start_thread();
    server.start_turn(2, &thread, "go");
    server.finish();
    let told = server.until("turn/completed");
    assert_eq!(told[told.len() - 1]["params"]["turn"]["status"], "completed");
    server.next();
    assert!(server.wait().success());
    assert!(server.is_silent());
}

#[test]
fn on_a_signal_a_turn_is_finished_and_clients_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Server::start(&["--listen", "ws://127.0.0.1:0", "--script", &script(&folder, 300)]);
    let address = server.address();
    let mut socket = Socket::connect(&address, &[]).expect("let in");
    let mut idle = Socket::connect(&address, &[]).expect("let in");
    socket.shake_hands(json!({}));
    idle.shake_hands(json!({}));
    let thread = socket.start_thread();
    socket.start_turn(2, &thread, "go");
    socket.until("item/agentMessage/delta");
    server.signal("TERM");
    assert_eq!(idle.closing().map(|frame| frame.code), Some(CloseCode::Away));
    assert!(get(&address, "/readyz").starts_with("HTTP/1.1 503"));
    assert_eq!(Socket::connect(&address, &[]).err(), Some(503));
    let told = socket.until("turn/completed");
    assert_eq!(told[told.len() - 1]["params"]["turn"]["status"], "completed");
    assert_eq!(socket.closing().map(|frame| frame.code), Some(CloseCode::Away));
    assert!(server.wait().success());
}

#[test]
fn what_takes_too_long_is_interrupted() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Server::open(&["--script", &script(&folder, 600_000), "--shutdown-grace", "100ms"]);
    let thread = server.start_thread();
    server.start_turn(2, &thread, "go");
    server.until("item/agentMessage/delta");
    server.signal("INT");
    let told = server.until("turn/completed");
    assert_eq!(told[told.len() - 1]["params"]["turn"]["status"], "interrupted");
    assert!(server.wait().success());
}

#[test]
fn a_second_signal_ends_it_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Server::open(&["--script", &script(&folder, 600_000), "--shutdown-grace", "1h"]);
    let thread = server.start_thread();
    server.start_turn(2, &thread, "go");
    server.until("item/agentMessage/delta");
    server.signal("TERM");
    while !server.log().iter().any(|line| line["message"] == "stopping") {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    server.signal("TERM");
    assert!(server.wait().success());
}
