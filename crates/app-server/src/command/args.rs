//! What the command can be told, and its help.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use app_server_analytics::Target;

const EXAMPLES: &str = "\
EXAMPLES:
  As the child of an editor, one message a line on standard input and output:
    app-server

  For a page of a development server and the tools beside it, on a free port, which the first line of output tells:
    app-server --listen ws://127.0.0.1:0 --allow-origin http://localhost:5173

  For other machines, behind a proxy that speaks TLS:
    (umask 077; openssl rand -hex 32 > token)
    app-server --listen ws://0.0.0.0:4500 --ws-token-file token

  With its analytics events sent to the product's backend, from which nothing is lost while that is away:
    app-server --analytics http=http://127.0.0.1:8080/api

  With an agent that plays a script, and a recording of what was said:
    app-server --script script.json --record session.ndjson
    methodic transcript session.ndjson

  A first conversation by hand:
    printf '%s\\n' '{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"me\",\"version\":\"1\"}}}' \\
      '{\"method\":\"initialized\"}' '{\"id\":2,\"method\":\"thread/start\",\"params\":{}}' | app-server

SCRIPT: JSON, the steps of each turn; after the last turn it begins again. `{input}` stands for what the user said.
  { \"chunk\": 16, \"turns\": [[ { \"think\": \"…\" }, { \"run\": { \"command\": \"ls\", \"output\": \"a\\n\", \"exitCode\": 0, \"ask\": true } },
    { \"say\": \"You said: {input}\" }, { \"pauseMs\": 100 }, { \"fail\": \"why\" } ]] }

ENDING: on SIGTERM, SIGINT, and the end of standard input where it is listened to, the server takes nothing new, finishes
what runs (--shutdown-grace), and exits with 0. A second signal ends it at once.

ANALYTICS: each event is written to a spool in the data folder before the request that it comes of is answered, and is
delivered at least once, with an id by which duplicates are told: a crash or a backend that is away loses none. The spool
takes 64 MiB at most; then the oldest events go. A backend that answers with a server error, or not within 10 s, is asked
again, after pauses of up to a minute; what it refuses with 4xx is dropped. What is dropped is counted and logged. `off`
keeps nothing, and removes what an earlier server left undelivered.

LOG: on standard error. RUST_LOG or --log chooses what (`debug`, `warn,app_server=debug`), LOG_FORMAT=json how. Messages
themselves are never logged.

Exit codes: 0 ended in good order, 2 could not run.";

/// Serves the app-server protocol to clients, over stdio and WebSocket.
#[derive(Debug, clap::Parser)]
#[command(name = "app-server", version, after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Where to listen: `stdio://` or `ws://ADDRESS:PORT`, port 0 for a free one; may be given several times
    #[arg(long, value_name = "URL", default_value = "stdio://")]
    pub(crate) listen: Vec<Listen>,
    /// The folder for what the server keeps [default: a folder `app-server` where the user's data belongs]
    #[arg(long, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
    /// A file with the token that WebSocket clients have to bear; without it only the loopback can be listened on
    #[arg(long, value_name = "FILE")]
    pub(crate) ws_token_file: Option<PathBuf>,
    /// An origin whose pages may connect by WebSocket, such as `http://localhost:5173`; may be given several times
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    pub(crate) allow_origin: Vec<String>,
    /// How long a message of a client may be
    #[arg(long, value_name = "BYTES", default_value_t = 16 << 20, value_parser = clap::value_parser!(u32).range(1024..))]
    pub(crate) max_message_bytes: u32,
    /// How many clients there may be at a time
    #[arg(long, value_name = "N", default_value_t = 1024, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) max_connections: u32,
    /// How often a WebSocket client is pinged
    #[arg(long, value_name = "TIME", default_value = "20s", value_parser = time)]
    pub(crate) ping_interval: Duration,
    /// How much longer a WebSocket client may be silent before its connection is closed
    #[arg(long, value_name = "TIME", default_value = "20s", value_parser = time)]
    pub(crate) ping_timeout: Duration,
    /// How long a client may read nothing of what waits for it before its connection is closed
    #[arg(long, value_name = "TIME", default_value = "30s", value_parser = time)]
    pub(crate) slow_reader: Duration,
    /// How long an ending server finishes what runs
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = time)]
    pub(crate) shutdown_grace: Duration,
    /// How long after a reminder for more credits the next may be sent
    #[arg(long, value_name = "TIME", default_value = "24h", value_parser = time)]
    pub(crate) nudge_cooldown: Duration,
    /// Where analytics events go: `off`, `jsonl` (a file in the data folder), `http=BASE` or `otlp=ENDPOINT`; for `https`,
    /// the server is built with the feature `tls`
    #[arg(long, value_name = "TARGET", default_value = "jsonl")]
    pub(crate) analytics: Target,
    /// What the agent does in its turns (see SCRIPT) [default: it says what the user said]
    #[arg(long, value_name = "FILE")]
    pub(crate) script: Option<PathBuf>,
    /// Write all messages to a file for `methodic transcript`; from the second client on, to files with its number
    #[arg(long, value_name = "FILE")]
    pub(crate) record: Option<PathBuf>,
    /// What to log, as in RUST_LOG, which it takes precedence over
    #[arg(long, value_name = "FILTER")]
    pub(crate) log: Option<String>,
}

/// A door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listen {
    /// Standard input and output.
    Stdio,
    /// A port for WebSockets.
    WebSocket(SocketAddr),
}

impl FromStr for Listen {
    type Err = String;

    fn from_str(url: &str) -> Result<Self, String> {
        let expected = "expected stdio://, or ws:// with an IP address and a port, such as ws://127.0.0.1:4500";
        if url == "stdio://" {
            return Ok(Self::Stdio);
        }
        let Some(place) = url.strip_prefix("ws://") else {
            return Err(if url.starts_with("wss://") {
                format!("{expected}; TLS is a proxy's business")
            } else {
                expected.into()
            });
        };
        let place = place.strip_suffix('/').unwrap_or(place);
        // A name could mean another address tomorrow; this one cannot.
        let place =
            place.strip_prefix("localhost:").map_or_else(|| place.to_owned(), |port| format!("127.0.0.1:{port}"));
        place.parse().map(Self::WebSocket).map_err(|_| expected.into())
    }
}

/// The longest time that makes sense; clocks overflow by much longer ones.
const YEAR: Duration = Duration::from_hours(365 * 24);

fn time(text: &str) -> Result<Duration, String> {
    let time: Result<jiff::SignedDuration, _> = text.parse();
    let time = time.ok().and_then(|time| Duration::try_from(time).ok());
    let time = time.filter(|time| !time.is_zero() && *time <= YEAR);
    time.ok_or_else(|| {
        "expected a time above zero and up to a year (8760h) with its unit, such as 500ms, 20s or 24h".into()
    })
}

/// What browsers send is compared letter by letter, so a slash too many would never match.
fn origin(text: &str) -> Result<String, String> {
    let is_origin = text.split_once("://").is_some_and(|(scheme, host)| {
        !scheme.is_empty()
            && !host.is_empty()
            && !host.contains('/')
            && text.bytes().all(|byte| byte.is_ascii_graphic())
    });
    if is_origin && text.chars().all(|c| !c.is_ascii_uppercase()) {
        Ok(text.to_owned())
    } else {
        Err("expected scheme and host as a browser sends them, in small letters, such as http://localhost:5173".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_flags_are_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_what_could() {
        assert_eq!("stdio://".parse(), Ok(Listen::Stdio));
        for url in ["ws://127.0.0.1:4500", "ws://localhost:4500/"] {
            assert_eq!(url.parse(), Ok(Listen::WebSocket(([127, 0, 0, 1], 4500).into())), "{url}");
        }
        assert_eq!("ws://[::1]:0".parse::<Listen>().map(|_| ()), Ok(()));
        for url in
            ["", "stdio", "ws://", "ws://127.0.0.1", "ws://example.org:1", "wss://127.0.0.1:1", "http://127.0.0.1:1"]
        {
            assert!(url.parse::<Listen>().expect_err(url).contains("ws://127.0.0.1:4500"), "{url}");
        }
        assert_eq!(time("1500ms"), Ok(Duration::from_millis(1500)));
        assert_eq!(time("8760h"), Ok(YEAR));
        for text in ["20", "0s", "-1s", "soon", "8761h", "2562047788015215h"] {
            assert!(time(text).is_err(), "{text}");
        }
        // As many as a system can count are more than a counter of the server's can.
        for (number, said) in [("0", "0 is not in 1.."), ("18446744073709551615", "too large")] {
            let refused = Args::command().try_get_matches_from(["app-server", "--max-connections", number]);
            let refused = refused.expect_err(number).to_string();
            assert!(refused.contains(said), "{refused}");
        }
        assert!(origin("http://localhost:5173").is_ok() && origin("tauri://localhost").is_ok());
        for text in ["*", "localhost", "http://localhost/", "http://Localhost"] {
            assert!(origin(text).is_err(), "{text}");
        }
    }
}
