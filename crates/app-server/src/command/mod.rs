//! What the command does, from its flags to its end.

mod args;
mod log;

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use app_server::agent::Script;
use app_server::analytics::Analytics;
use app_server::app::{self, App, Config, FileOutbox};
use app_server::record::Recorder;
use app_server::serve::transport::{HttpOptions, Listener, Token, lines};
use app_server::serve::{Limits, Observer, Server};
use app_server_analytics::{Config as DeliveryConfig, Delivery, Target};
use app_server_protocol::AppServer;
use tracing::{debug, info, warn};

pub(crate) use args::Args;
use args::Listen;

/// How long the end of the server waits for events to be delivered; what is left is delivered by the next one.
const LAST_EVENTS: Duration = Duration::from_secs(2);

/// How many servers may share a data folder.
const MOST_SERVERS: u32 = 64;

/// The same with the place that it is about.
fn at<E: std::fmt::Display>(what: &str, path: &Path) -> impl FnOnce(E) -> String {
    move |error| format!("{what} {}: {error}", path.display())
}

pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let (tail, _flush) = log::start(args.log.as_deref())?;
    let data = match &args.data_dir {
        Some(folder) => folder.clone(),
        None => {
            dirs::data_local_dir().ok_or("this user has no folder for data; name one by --data-dir")?.join("app-server")
        }
    };
    make_private(&data).map_err(at("cannot make the folder", &data))?;
    let mut observers: Vec<Arc<dyn Observer<AppServer>>> = Vec::new();
    if let Some(path) = &args.record {
        observers.push(Arc::new(Recorder::create(path).map_err(at("cannot record to", path))?));
    }
    let outbox = Arc::new(FileOutbox::new(data.join("outbox")));
    let mut app = App::new(config(args, data.clone()), Arc::new(script(args)?), outbox).with_log(move || tail.bytes());
    let delivery = analytics(args, &data)?;
    if let Some(delivery) = &delivery {
        let recording = delivery.clone();
        let analytics = Arc::new(Analytics::new(move |events| {
            if let Err(error) = recording.record_all(events) {
                // The delivery keeps them, and tells of its trouble itself.
                debug!(%error, "events are not safe yet");
            }
        }));
        observers.push(analytics.clone());
        app = app.with_facts(move |fact| analytics.product(fact));
    }
    let limits = Limits {
        connections: args.max_connections as usize,
        message_bytes: args.max_message_bytes as usize,
        slow_reader: args.slow_reader,
        ..Limits::default()
    };
    let server = Server::with(app::router(), Arc::new(app), limits, observers);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(serve(args, server));
    // A read of standard input cannot be taken back: waiting for it would make the end depend on the client.
    runtime.shutdown_background();
    if let Some(delivery) = delivery {
        let left = delivery.flush(LAST_EVENTS);
        let metrics = delivery.metrics();
        info!(left, delivered = metrics.delivered, dropped = metrics.dropped.total(), "analytics ended");
    }
    served
}

/// Makes a folder that other users cannot look into: reports and recordings hold what was said. One that is there stays as
/// it is.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Opens the spool. Several servers may share a data folder, as those of an editor's windows do; each has a spool of its own,
/// and what one leaves behind is delivered by the next that gets its place.
fn analytics(args: &Args, data: &Path) -> Result<Option<Arc<Delivery>>, String> {
    let mut place = 1;
    loop {
        let folder = if place == 1 { data.join("analytics") } else { data.join(format!("analytics-{place}")) };
        match Delivery::open(DeliveryConfig::new(&folder, args.analytics.clone())) {
            // What others have left is removed too.
            Ok(_) if args.analytics == Target::Off && place < MOST_SERVERS => place += 1,
            Ok(_) if args.analytics == Target::Off => return Ok(None),
            Ok(delivery) => return Ok(Some(Arc::new(delivery))),
            Err(error) if error.is_in_use() && place < MOST_SERVERS => place += 1,
            Err(error) => return Err(at("no analytics in", &folder)(error)),
        }
    }
}

fn config(args: &Args, data: PathBuf) -> Config {
    Config { nudge_cooldown: args.nudge_cooldown, ..Config::new(data) }
}

fn script(args: &Args) -> Result<Script, String> {
    let Some(path) = &args.script else { return Ok(Script::default()) };
    let text = std::fs::read_to_string(path).map_err(at("cannot read the script", path))?;
    Script::parse(&text).map_err(at("no script:", path))
}

fn http(args: &Args) -> Result<HttpOptions, String> {
    let token = match &args.ws_token_file {
        None => None,
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(at("cannot read the token", path))?;
            #[cfg(unix)]
            if std::fs::metadata(path)
                .is_ok_and(|file| std::os::unix::fs::PermissionsExt::mode(&file.permissions()) & 0o077 != 0)
            {
                warn!(file = %path.display(), "other users of this machine can read the token; `chmod 600` keeps them out");
            }
            Some(Token::new(&text).map_err(at("no token:", path))?)
        }
    };
    let (origins, ping_every, ping_timeout) = (args.allow_origin.clone(), args.ping_interval, args.ping_timeout);
    Ok(HttpOptions { token, origins, ping_every, ping_timeout, ..HttpOptions::default() })
}

async fn serve(args: &Args, server: Server<AppServer, Arc<App>>) -> Result<(), Box<dyn Error>> {
    let options = http(args)?;
    let mut signals = Signals::new()?;
    let has_stdio = args.listen.contains(&Listen::Stdio);
    // All doors or none: a server that is half there is found out too late.
    let mut listeners = Vec::new();
    for listen in &args.listen {
        if let Listen::WebSocket(address) = listen {
            let bound = Listener::bind(*address, options.clone()).await;
            listeners.push(bound.map_err(|error| match error.kind() {
                std::io::ErrorKind::PermissionDenied if !address.ip().is_loopback() => {
                    format!("cannot listen on ws://{address}: {error} (--ws-token-file)")
                }
                _ => format!("cannot listen on ws://{address}: {error}"),
            })?);
        }
    }
    for listener in listeners {
        let url = format!("ws://{}", listener.address());
        info!(url, "listening");
        if !has_stdio {
            // For whoever started the server with port 0. With stdio, standard output is the client's.
            let mut stdout = std::io::stdout();
            let _ = writeln!(stdout, "listening on {url}").and_then(|()| stdout.flush());
        }
        tokio::spawn(listener.run(server.clone()));
    }
    if has_stdio {
        let (reader, writer) = lines(tokio::io::stdin(), tokio::io::stdout(), server.limits().message_bytes);
        let server = server.clone();
        tokio::spawn(async move { server.serve_parent("stdio", reader, writer).await });
    }
    tokio::select! {
        () = server.stopping() => info!("standard input has ended"),
        signal = signals.next() => info!(signal, "stopping"),
    }
    tokio::select! {
        in_time = server.shutdown(args.shutdown_grace) => info!(in_time, "ended"),
        signal = signals.next() => warn!(signal, "ended at once, by a second signal"),
    }
    Ok(())
}

/// The signals that end a server.
#[cfg(unix)]
struct Signals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn next(&mut self) -> &'static str {
        tokio::select! {
            _ = self.terminate.recv() => "SIGTERM",
            _ = self.interrupt.recv() => "SIGINT",
        }
    }
}

/// Elsewhere there is the key press alone.
#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    #[allow(clippy::unnecessary_wraps, reason = "the same as where it can fail")]
    fn new() -> std::io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) -> &'static str {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        "Ctrl-C"
    }
}
