//! The door for WebSockets: who may come in, `/healthz` and `/readyz`.
//!
//! Any program on the machine can reach a port, and any page in a browser can make its user's browser do so. So an
//! address beyond the loopback needs a token, and a request with an `Origin`, which browsers always send, is refused
//! unless that origin is allowed. TLS is a proxy's business.

use std::convert::Infallible;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use hyper::body::Incoming as Body;
use hyper::header::{
    AUTHORIZATION, CONNECTION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, ORIGIN, SEC_WEBSOCKET_ACCEPT,
    SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE, WWW_AUTHENTICATE,
};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use methodic::Protocol;
use subtle::ConstantTimeEq;
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tracing::{debug, warn};

use super::super::Server;
use super::websocket::websocket;

/// The shortest token: 128 bits in hexadecimal would be twice as long.
const SHORTEST_TOKEN: usize = 16;

/// What opens the door.
#[derive(Debug, Clone)]
pub struct HttpOptions {
    /// The token that clients have to bear, if any.
    pub token: Option<Token>,
    /// The values of `Origin` that are let in, as browsers send them: `https://app.example`.
    pub origins: Vec<String>,
    /// How often a client is pinged.
    pub ping_every: Duration,
    /// How much longer a client may be silent.
    pub ping_timeout: Duration,
    /// How long a client may take to send the head of its request.
    pub head_timeout: Duration,
}

impl Default for HttpOptions {
    fn default() -> Self {
        Self {
            token: None,
            origins: Vec::new(),
            ping_every: Duration::from_secs(20),
            ping_timeout: Duration::from_secs(20),
            head_timeout: Duration::from_secs(10),
        }
    }
}

/// A secret. It is compared in constant time, and never printed.
#[derive(Clone)]
pub struct Token(Vec<u8>);

/// Why a text is no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenError {
    /// It has fewer characters than would be safe.
    Short(usize),
    /// It has characters that cannot stand in a header.
    Characters,
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Short(found) => write!(
                f,
                "the token has {found} characters, expected at least {SHORTEST_TOKEN}; `openssl rand -hex 32` makes one"
            ),
            Self::Characters => {
                f.write_str("the token has blanks or characters beyond ASCII, which a header cannot carry")
            }
        }
    }
}

impl std::error::Error for TokenError {}

impl Token {
    /// A token from the text of a file; blanks around it do not count.
    ///
    /// # Errors
    /// If it is too short, or cannot stand in a header.
    pub fn new(text: &str) -> Result<Self, TokenError> {
        let text = text.trim();
        if text.len() < SHORTEST_TOKEN {
            return Err(TokenError::Short(text.len()));
        }
        if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(TokenError::Characters);
        }
        Ok(Self(text.as_bytes().to_vec()))
    }

    /// Whether a request bears it.
    fn is_in(&self, headers: &HeaderMap) -> bool {
        let borne = headers.get(AUTHORIZATION).map_or(&b""[..], HeaderValue::as_bytes);
        let Some((scheme, token)) = borne.split_at_checked(b"Bearer ".len()) else { return false };
        scheme.eq_ignore_ascii_case(b"Bearer ") && bool::from(token.ct_eq(&self.0))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A bound port.
#[derive(Debug)]
pub struct Listener {
    listener: TcpListener,
    address: SocketAddr,
    options: HttpOptions,
}

impl Listener {
    /// Binds a port; number 0 takes a free one.
    ///
    /// # Errors
    /// If the system refuses, and for an address beyond the loopback without a token.
    pub async fn bind(address: SocketAddr, options: HttpOptions) -> io::Result<Self> {
        if !address.ip().is_loopback() && options.token.is_none() {
            let text =
                "others than this machine could reach it; expected a loopback address, or a token that clients bear";
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, text));
        }
        let listener = TcpListener::bind(address).await?;
        Ok(Self { address: listener.local_addr()?, listener, options })
    }

    /// The address that was bound, with its port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Lets clients in until the server stops; then answers `/readyz` with 503 for as long as this future is polled.
    pub async fn run<P: Protocol, S: Clone + Send + Sync + 'static>(self, server: Server<P, S>) {
        loop {
            match self.listener.accept().await {
                Ok((stream, from)) => {
                    tokio::spawn(one(stream, from, server.clone(), self.options.clone()));
                }
                Err(error) => {
                    // Mostly that no more files can be open: it passes, and trying again at once would only burn time.
                    warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        }
    }
}

async fn one<P: Protocol, S: Clone + Send + Sync + 'static>(
    stream: TcpStream,
    from: SocketAddr,
    server: Server<P, S>,
    options: HttpOptions,
) {
    // Messages are small and waited for.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| std::future::ready(Ok::<_, Infallible>(answer(request, &server, &options))));
    let mut http = hyper::server::conn::http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(options.head_timeout).max_buf_size(64 * 1024);
    if let Err(error) = http.serve_connection(TokioIo::new(stream), service).with_upgrades().await {
        debug!(%from, %error, "no request came of a connection");
    }
}

fn answer<P: Protocol, S: Clone + Send + Sync + 'static>(
    mut request: Request<Body>,
    server: &Server<P, S>,
    options: &HttpOptions,
) -> Response<String> {
    // Before all else: a page is not even to learn that there is a server.
    let is_allowed = |origin: &HeaderValue| options.origins.iter().any(|allowed| allowed.as_bytes() == origin);
    if !request.headers().get_all(ORIGIN).iter().all(is_allowed) {
        debug!("refused: its origin is not allowed");
        return text(
            StatusCode::FORBIDDEN,
            "this origin is not allowed; the server's operator can do so by --allow-origin",
        );
    }
    match request.uri().path() {
        "/healthz" => return text(StatusCode::OK, "ok"),
        "/readyz" if server.is_stopping() => return text(StatusCode::SERVICE_UNAVAILABLE, "the server stops"),
        "/readyz" if server.is_full() => return text(StatusCode::SERVICE_UNAVAILABLE, "the server is full"),
        "/readyz" => return text(StatusCode::OK, "ready"),
        _ => {}
    }
    let key = match admit(&request, options) {
        Ok(key) => key,
        Err((status, why)) => {
            debug!(status = status.as_u16(), why, "refused");
            let mut refused = text(status, why);
            let help = match status {
                StatusCode::UNAUTHORIZED => Some((WWW_AUTHENTICATE, "Bearer")),
                StatusCode::UPGRADE_REQUIRED => Some((UPGRADE, "websocket")),
                _ => None,
            };
            if let Some((name, value)) = help {
                refused.headers_mut().insert(name, HeaderValue::from_static(value));
            }
            return refused;
        }
    };
    if server.is_stopping() || server.is_full() {
        return text(StatusCode::SERVICE_UNAVAILABLE, "the server is full, or stops; try again later");
    }
    let upgrade = hyper::upgrade::on(&mut request);
    let (server, options) = (server.clone(), options.clone());
    tokio::spawn(async move {
        match upgrade.await {
            Ok(stream) => {
                let limit = server.limits().message_bytes;
                let (reader, writer) =
                    websocket(TokioIo::new(stream), limit, options.ping_every, options.ping_timeout).await;
                server.serve("websocket", reader, writer).await;
            }
            Err(error) => debug!(%error, "a connection was not upgraded"),
        }
    });
    let mut accepted = Response::new(String::new());
    *accepted.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = accepted.headers_mut();
    headers.insert(CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
    if let Ok(key) = HeaderValue::from_str(&key) {
        headers.insert(SEC_WEBSOCKET_ACCEPT, key);
    }
    accepted
}

/// The answer to the key of a request that may become a WebSocket; its origin was looked at.
fn admit(request: &Request<Body>, options: &HttpOptions) -> Result<String, (StatusCode, &'static str)> {
    let headers = request.headers();
    let has = |name: HeaderName, word: &str| {
        headers
            .get_all(name)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|found| found.trim().eq_ignore_ascii_case(word))
    };
    if options.token.as_ref().is_some_and(|token| !token.is_in(headers)) {
        return Err((
            StatusCode::UNAUTHORIZED,
            "expected the header `Authorization: Bearer TOKEN` with the server's token",
        ));
    }
    if request.uri().path() != "/" {
        return Err((StatusCode::NOT_FOUND, "there are /, /healthz and /readyz"));
    }
    if request.method() != Method::GET || !has(UPGRADE, "websocket") || !has(CONNECTION, "upgrade") {
        return Err((StatusCode::UPGRADE_REQUIRED, "this is a WebSocket; connect with ws://"));
    }
    if !has(SEC_WEBSOCKET_VERSION, "13") {
        return Err((StatusCode::BAD_REQUEST, "expected `Sec-WebSocket-Version: 13`"));
    }
    let key = headers.get(SEC_WEBSOCKET_KEY).map(|key| derive_accept_key(key.as_bytes()));
    key.ok_or((StatusCode::BAD_REQUEST, "expected the header `Sec-WebSocket-Key`"))
}

fn text(status: StatusCode, line: &str) -> Response<String> {
    let mut response = Response::new(format!("{line}\n"));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    // One question a connection: nobody stays without becoming a WebSocket.
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    response
}
