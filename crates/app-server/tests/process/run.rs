//! A server that runs, and clients for it. Whatever does not come within ten seconds fails the test.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::handshake::client::Request;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::{Message, WebSocket};

const PATIENCE: Duration = Duration::from_secs(10);

/// A running server; it is killed when this is dropped.
pub(crate) struct Server {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
    log: Receiver<String>,
    pub(crate) data: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || BufReader::new(from).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    receiver
}

impl Server {
    pub(crate) fn start(flags: &[&str]) -> Self {
        Self::start_in(TempDir::new().expect("a folder"), flags)
    }

    pub(crate) fn start_in(data: TempDir, flags: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_app-server"))
            .arg("--data-dir")
            .arg(data.path())
            .args(flags)
            .env("RUST_LOG", "debug")
            .env("LOG_FORMAT", "json")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("starts");
        let (stdout, stderr) = (child.stdout.take().expect("piped"), child.stderr.take().expect("piped"));
        Self { stdin: child.stdin.take(), lines: lines(stdout), log: lines(stderr), child, data }
    }

    /// A server with one client that has shaken hands.
    pub(crate) fn open(flags: &[&str]) -> Self {
        let mut server = Self::start(flags);
        server.shake_hands(json!({}));
        server
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// The log so far; all of it once the server has ended.
    pub(crate) fn log(&self) -> Vec<Value> {
        self.log.try_iter().map(|line| serde_json::from_str(&line).expect("a line of JSON")).collect()
    }

    /// The log up to a line with this message.
    pub(crate) fn log_until(&self, message: &str) -> Vec<Value> {
        let mut all = Vec::new();
        loop {
            let line = self.log.recv_timeout(PATIENCE).unwrap_or_else(|error| panic!("{error}; the log: {all:#?}"));
            all.push(serde_json::from_str::<Value>(&line).expect("a line of JSON"));
            if all[all.len() - 1]["message"] == message {
                return all;
            }
        }
    }

    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.pid().to_string()]).status();
        assert!(sent.expect("`kill` is there").success());
    }

    /// Closes standard input.
    pub(crate) fn finish(&mut self) {
        self.stdin = None;
    }

    /// The folder of the server, once it has ended; it can be given to the next.
    pub(crate) fn end(mut self) -> (ExitStatus, TempDir) {
        self.finish();
        let status = self.wait();
        let data = std::mem::replace(&mut self.data, TempDir::new().expect("a folder"));
        (status, data)
    }

    pub(crate) fn wait(&mut self) -> ExitStatus {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status;
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("the server does not end; its log: {:#?}", self.log());
    }

    pub(crate) fn line(&self) -> String {
        self.lines
            .recv_timeout(PATIENCE)
            .unwrap_or_else(|error| panic!("no line ({error}); the log: {:#?}", self.log()))
    }

    /// Whether the server says nothing more.
    pub(crate) fn is_silent(&self) -> bool {
        self.lines.recv_timeout(PATIENCE).is_err()
    }

    /// The port of a server that listens on one.
    pub(crate) fn address(&self) -> String {
        let line = self.line();
        line.strip_prefix("listening on ws://").unwrap_or_else(|| panic!("{line}")).to_owned()
    }
}

/// What can be talked to.
pub(crate) trait Talk {
    fn send_text(&mut self, text: &str);
    fn next(&mut self) -> Value;

    fn send(&mut self, message: Value) {
        self.send_text(&message.to_string());
    }

    /// Sends a request, and gives back its answer with what came before it.
    fn call_with(&mut self, id: i64, method: &str, params: Value) -> (Value, Vec<Value>) {
        self.send(json!({ "id": id, "method": method, "params": params }));
        let mut before = Vec::new();
        loop {
            let message = self.next();
            if message["id"] == id && message.get("method").is_none() {
                return (message, before);
            }
            before.push(message);
        }
    }

    fn call(&mut self, id: i64, method: &str, params: Value) -> Value {
        self.call_with(id, method, params).0
    }

    fn shake_hands(&mut self, capabilities: Value) {
        let params = json!({ "clientInfo": { "name": "test", "version": "1" }, "capabilities": capabilities });
        let answer = self.call(0, "initialize", params);
        assert!(answer["result"]["userAgent"].as_str().is_some_and(|agent| agent.ends_with("test/1")), "{answer}");
        self.send(json!({ "method": "initialized" }));
    }

    fn start_thread(&mut self) -> String {
        let answer = self.call(1, "thread/start", json!({}));
        let thread = answer["result"]["thread"]["id"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned();
        assert_eq!(self.next()["method"], "thread/started");
        thread
    }

    fn start_turn(&mut self, id: i64, thread: &str, text: &str) -> String {
        let params = json!({ "threadId": thread, "input": [{ "type": "text", "text": text }] });
        let answer = self.call(id, "turn/start", params);
        answer["result"]["turn"]["id"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
    }

    /// All messages up to the one with this method.
    fn until(&mut self, method: &str) -> Vec<Value> {
        let mut all = Vec::new();
        loop {
            all.push(self.next());
            if all[all.len() - 1]["method"] == method {
                return all;
            }
        }
    }
}

impl Talk for Server {
    fn send_text(&mut self, text: &str) {
        let stdin = self.stdin.as_mut().expect("open");
        stdin.write_all(format!("{text}\n").as_bytes()).expect("the server reads");
    }

    fn next(&mut self) -> Value {
        serde_json::from_str(&self.line()).expect("a line of JSON")
    }
}

/// A client by WebSocket.
pub(crate) struct Socket(pub(crate) WebSocket<TcpStream>);

impl Socket {
    /// Connects with further headers; or the status of the refusal.
    pub(crate) fn connect(address: &str, headers: &[(&'static str, &str)]) -> Result<Self, u16> {
        let mut request: Request = format!("ws://{address}/").into_client_request().expect("an address");
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().expect("a header"));
        }
        let stream = TcpStream::connect(address).expect("listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a socket");
        match tokio_tungstenite::tungstenite::client(request, stream) {
            Ok((socket, _)) => Ok(Self(socket)),
            Err(tokio_tungstenite::tungstenite::HandshakeError::Failure(
                tokio_tungstenite::tungstenite::Error::Http(response),
            )) => Err(response.status().as_u16()),
            Err(error) => panic!("{error}"),
        }
    }

    /// Reads until the server closes.
    pub(crate) fn closing(&mut self) -> Option<CloseFrame> {
        loop {
            match self.0.read() {
                Ok(Message::Close(frame)) => return frame,
                Ok(_) => {}
                Err(_) => return None,
            }
        }
    }
}

impl Talk for Socket {
    fn send_text(&mut self, text: &str) {
        self.0.send(Message::text(text)).expect("connected");
    }

    fn next(&mut self) -> Value {
        loop {
            if let Message::Text(text) = self.0.read().expect("a message") {
                return serde_json::from_str(&text).expect("JSON");
            }
        }
    }
}

/// The answer to a plain request.
pub(crate) fn get(address: &str, path: &str) -> String {
    get_with(address, path, "")
}

/// The same with further lines of its head.
pub(crate) fn get_with(address: &str, path: &str, head: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a socket");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\n{head}\r\n").expect("connected");
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("an answer, and its end");
    text
}

/// What the command says when it cannot run, with its exit code.
pub(crate) fn refusal(flags: &[&str]) -> (Option<i32>, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_app-server")).args(flags).stdin(Stdio::null()).output().expect("runs");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

pub(crate) fn files(folder: &Path) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<_> =
        files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
