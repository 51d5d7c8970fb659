//! How the server bears load: many clients, many requests, each recorded as an event before it is answered.
//!
//! Not by criterion: what is asked here is the tail of the latencies and the memory of another process, over one run.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use clap::Parser;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

type Failure = Box<dyn Error + Send + Sync>;

/// Measures a server of its own under load.
#[derive(Parser)]
struct Args {
    /// Clients at a time
    #[arg(long, default_value_t = 100)]
    connections: u64,
    /// Requests of all clients together
    #[arg(long, default_value_t = 100_000)]
    requests: u64,
    /// Requests that each client has under way
    #[arg(long, default_value_t = 1)]
    depth: usize,
    /// Where the server's analytics events go
    #[arg(long, default_value = "jsonl")]
    analytics: String,
    /// Given by cargo
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> Result<(), Failure> {
    let args = Args::parse();
    let data = tempfile::tempdir()?;
    let mut server = Command::new(env!("CARGO_BIN_EXE_app-server"))
        .args(["--listen", "ws://127.0.0.1:0", "--analytics", &args.analytics, "--log", "warn", "--data-dir"])
        .arg(data.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()?;
    let measured = run(&args, &mut server);
    server.kill()?;
    server.wait()?;
    let (mut latencies, elapsed, [first, last, peak]) = measured?;
    latencies.sort_unstable();
    let quantile = |of: f64| latencies[((latencies.len() - 1) as f64 * of) as usize];
    let (p50, p99, max) = (quantile(0.5), quantile(0.99), quantile(1.0));
    let rate = (latencies.len() as f64 / elapsed.as_secs_f64()) as u64;
    println!(
        "{} requests of {} clients, {} each under way, events to {}",
        latencies.len(),
        args.connections,
        args.depth,
        args.analytics
    );
    println!("latency     p50 {p50} µs, p99 {p99} µs, at most {max} µs");
    println!("throughput  {rate} requests/s ({:.2} s)", elapsed.as_secs_f64());
    println!("memory      {first} KiB after the first tenth, {last} KiB after the last, {peak} KiB at most");
    // For programs, and for the table of benchmarks.
    let line = json!({
        "bench": "app-server/load", "connections": args.connections, "requests": latencies.len(), "depth": args.depth,
        "p50_us": p50, "p99_us": p99, "max_us": max, "requests_per_second": rate,
        "peak_rss_kib": peak, "first_tenth_rss_kib": first, "last_tenth_rss_kib": last,
    });
    println!("{line}");
    Ok(())
}

/// The latencies in microseconds, the time that all took, and the server's memory after the first tenth, after the last,
/// and at most.
type Measured = (Vec<u64>, Duration, [u64; 3]);

fn run(args: &Args, server: &mut Child) -> Result<Measured, Failure> {
    let pid = server.id();
    let mut line = String::new();
    BufReader::new(server.stdout.take().ok_or("no output")?).read_line(&mut line)?;
    let address =
        line.trim().strip_prefix("listening on ws://").ok_or_else(|| format!("the server said {line:?}"))?.to_owned();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut sockets = Vec::new();
        for _ in 0..args.connections {
            sockets.push(connect(&address).await?);
        }
        let done = Arc::new(AtomicU64::new(0));
        let begun = Instant::now();
        let (each, depth) = (args.requests / args.connections, args.depth);
        let clients: Vec<_> =
            sockets.into_iter().map(|socket| tokio::spawn(client(socket, each, depth, done.clone()))).collect();
        while done.load(Ordering::Relaxed) < args.requests / 10
            && !clients.iter().all(tokio::task::JoinHandle::is_finished)
        {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let first = memory(pid, "VmRSS:")?;
        let mut latencies = Vec::new();
        let mut open = Vec::new();
        for client in clients {
            let (of_client, socket) = client.await??;
            latencies.extend(of_client);
            // All stay to the end, so that the memory is that of so many clients.
            open.push(socket);
        }
        let elapsed = begun.elapsed();
        Ok((latencies, elapsed, [first, memory(pid, "VmRSS:")?, memory(pid, "VmHWM:")?]))
    })
}

async fn connect(address: &str) -> Result<WebSocketStream<TcpStream>, Failure> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (mut socket, _) = client_async(format!("ws://{address}/"), stream).await?;
    let hello =
        json!({ "id": 0, "method": "initialize", "params": { "clientInfo": { "name": "load", "version": "1" } } });
    socket.send(Message::text(hello.to_string())).await?;
    socket.next().await.ok_or("no answer to `initialize`")??;
    socket.send(Message::text(json!({ "method": "initialized" }).to_string())).await?;
    Ok(socket)
}

/// Sends requests, so many at a time, and gives back how long each took.
async fn client(
    mut socket: WebSocketStream<TcpStream>,
    requests: u64,
    depth: usize,
    done: Arc<AtomicU64>,
) -> Result<(Vec<u64>, WebSocketStream<TcpStream>), Failure> {
    let mut sent = Vec::with_capacity(usize::try_from(requests)?);
    let mut latencies = Vec::with_capacity(sent.capacity());
    let send = |id: usize| {
        let event =
            json!({ "type": "usageLimitBanner", "action": "shown", "bannerType": "workspace_member_credits_depleted" });
        let request = json!({ "id": id, "method": "analytics/productEvent/track", "params": { "event": event } });
        Message::text(request.to_string())
    };
    while latencies.len() < sent.capacity() {
        while sent.len() < sent.capacity() && sent.len() - latencies.len() < depth {
            let message = send(sent.len());
            sent.push(Some(Instant::now()));
            socket.send(message).await?;
        }
        let Message::Text(text) = socket.next().await.ok_or("the server has closed")?? else { continue };
        let answer: Value = serde_json::from_str(&text)?;
        let id = answer["id"].as_u64().and_then(|id| usize::try_from(id).ok());
        let at = id.and_then(|id| sent.get_mut(id)?.take()).filter(|_| answer["result"].is_object());
        latencies
            .push(u64::try_from(at.ok_or_else(|| format!("an unexpected answer: {text}"))?.elapsed().as_micros())?);
        done.fetch_add(1, Ordering::Relaxed);
    }
    Ok((latencies, socket))
}

/// A line of what Linux tells of a process, in KiB; 0 elsewhere.
fn memory(pid: u32, line: &str) -> Result<u64, Failure> {
    let Ok(status) = std::fs::read_to_string(format!("/proc/{pid}/status")) else { return Ok(0) };
    let value = status.lines().find_map(|found| found.strip_prefix(line));
    Ok(value.and_then(|value| value.split_whitespace().next()).ok_or("no such line")?.parse()?)
}
