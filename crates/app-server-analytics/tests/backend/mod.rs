//! A small backend on the loopback interface, which answers as it is told, or not at all; and events that tell themselves
//! apart.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use app_server_analytics::events::{Event, SkillInvocationParams};
use app_server_analytics::{Backoff, Config, Durability, Target};

/// What was posted.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) line: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// The ids of the events and the numbers of their marks, in order; the request must be what the contract says.
    pub(crate) fn events(&self) -> Vec<(String, u64)> {
        let body: serde_json::Value = serde_json::from_slice(&self.body).expect("JSON");
        let marks = body["events"].as_array().expect("events").iter();
        let marks: Vec<_> =
            marks.map(|event| event["skill_id"].as_str().expect("a mark").parse().expect("it")).collect();
        let ids: Vec<_> = self.headers["x-event-ids"].split(',').map(str::to_owned).collect();
        assert_eq!(ids.len(), marks.len());
        ids.into_iter().zip(marks).collect()
    }
}

/// What the backend does with a request.
pub(crate) enum Reply {
    Answer(u16, &'static str, Vec<u8>),
    /// Closes the connection without an answer.
    Close,
    /// Says nothing for so long, and closes.
    Silence(Duration),
}

pub(crate) const OK: Reply = Reply::Answer(200, "", Vec::new());

pub(crate) fn status(status: u16) -> Reply {
    Reply::Answer(status, "", b"the backend says why".to_vec())
}

/// The backend, while it lasts.
pub(crate) struct Backend {
    pub(crate) address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Backend {
    /// Answers each request with what `reply` makes of it, given how many came before.
    pub(crate) fn start(reply: impl Fn(usize, &Request) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (log, reply) = (Arc::clone(&requests), Arc::new(reply));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (log, reply) = (Arc::clone(&log), Arc::clone(&reply));
                thread::spawn(move || serve(stream, &log, &*reply));
            }
        });
        Self { address, requests }
    }

    pub(crate) fn target(&self) -> Target {
        format!("http=http://{}/api", self.address).parse().expect("a target")
    }

    pub(crate) fn requests(&self) -> MutexGuard<'_, Vec<Request>> {
        self.requests.lock().expect("nobody panics with it")
    }
}

/// Answers what comes over one connection, until that ends.
fn serve(stream: TcpStream, log: &Mutex<Vec<Request>>, reply: &dyn Fn(usize, &Request) -> Reply) -> Option<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
        let mut headers = BTreeMap::new();
        loop {
            let mut header = String::new();
            reader.read_line(&mut header).ok().filter(|read| *read > 0)?;
            let Some((name, value)) = header.split_once(':') else { break };
            headers.insert(name.to_lowercase(), value.trim().to_owned());
        }
        let mut body = vec![0; headers.get("content-length")?.parse().ok()?];
        reader.read_exact(&mut body).ok()?;
        let request = Request { line: line.trim().to_owned(), headers, body };
        let before = {
            let mut log = log.lock().expect("nobody panics with it");
            log.push(request.clone());
            log.len() - 1
        };
        match reply(before, &request) {
            Reply::Answer(status, headers, body) => {
                let head = format!("HTTP/1.1 {status} Said\r\n{headers}content-length: {}\r\n\r\n", body.len());
                let stream = reader.get_mut();
                stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)).ok()?;
            }
            Reply::Close => return None,
            Reply::Silence(duration) => {
                thread::sleep(duration);
                return None;
            }
        }
    }
}

/// An event with a mark of its own.
pub(crate) fn event(mark: u64) -> Event {
    Event::SkillInvocation {
        skill_id: mark.to_string(),
        skill_name: "review".into(),
        event_params: SkillInvocationParams::default(),
    }
}

/// A configuration that loses no time.
pub(crate) fn quick(folder: &std::path::Path, target: Target) -> Config {
    let mut config = Config::new(folder, target);
    config.linger = Duration::from_millis(5);
    config.timeout = Duration::from_millis(300);
    config.backoff = Backoff { first: Duration::from_millis(5), longest: Duration::from_millis(20) };
    config.durability = Durability::Process { sync_every: Duration::from_millis(10) };
    config
}
