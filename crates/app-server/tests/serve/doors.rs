//! The port of WebSockets in one process with the test, where its times can be short.

use std::time::{Duration, Instant};

use app_server::serve::transport::{HttpOptions, Listener};
use app_server::serve::{Limits, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::protocol::{desk, router};

const UPGRADE: &str = "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
                       Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

/// Far more than any of these times, and far less than the usual ones.
const PATIENCE: Duration = Duration::from_secs(8);

/// A server behind a port, and a connection to it.
async fn connect(options: HttpOptions) -> TcpStream {
    let listener = Listener::bind(([127, 0, 0, 1], 0).into(), options).await.expect("a free port");
    let address = listener.address();
    tokio::spawn(listener.run(Server::with(router(), desk(), Limits::default(), Vec::new())));
    TcpStream::connect(address).await.expect("listens")
}

/// A frame of a client: whether it is the last of its message, what it is, and its payload, which nothing masks.
fn frame(is_last: bool, kind: u8, payload: &[u8]) -> Vec<u8> {
    let length = u8::try_from(payload.len()).expect("short");
    [&[u8::from(is_last) << 7 | kind, 0x80 | length, 0, 0, 0, 0][..], payload].concat()
}

#[tokio::test]
async fn who_sends_the_head_of_a_request_too_slowly_is_let_go() {
    let options = HttpOptions { head_timeout: Duration::from_millis(300), ..HttpOptions::default() };
    let mut stream = connect(options).await;
    let begun = Instant::now();
    // One byte after the other: that something comes at all does not help.
    for byte in UPGRADE.bytes() {
        if stream.write_all(&[byte]).await.is_err() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mut rest = Vec::new();
    let _ = timeout(PATIENCE, stream.read_to_end(&mut rest)).await.expect("the end of the connection");
    assert!(!rest.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&rest));
    assert!(begun.elapsed() < UPGRADE.len() as u32 * Duration::from_millis(20) + PATIENCE);
}

#[tokio::test]
async fn a_message_in_ever_more_pieces_ends_its_connection_although_pings_are_answered() {
    let (ping_every, ping_timeout) = (Duration::from_millis(100), Duration::from_millis(200));
    let mut stream = connect(HttpOptions { ping_every, ping_timeout, ..HttpOptions::default() }).await;
    stream.write_all(UPGRADE.as_bytes()).await.expect("connected");
    let (mut from, mut to) = stream.into_split();
    let reading = tokio::spawn(async move {
        let mut all = Vec::new();
        let _ = from.read_to_end(&mut all).await;
        all
    });
    // For some time a client that sends whole messages and answers pings: it stays.
    for _ in 0..10 {
        to.write_all(&frame(true, 1, b"{}")).await.expect("still there");
        to.write_all(&frame(true, 10, b"")).await.expect("still there");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(!reading.is_finished());
    let dripping = async {
        let mut kind = 1;
        while to.write_all(&[frame(false, kind, b" "), frame(true, 10, b"")].concat()).await.is_ok() {
            kind = 0;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(PATIENCE, dripping).await.expect("the server to close");
    let said = reading.await.expect("no panic");
    assert_eq!(said.windows(9).filter(|text| text == b"too slow,").count(), 1);
}
