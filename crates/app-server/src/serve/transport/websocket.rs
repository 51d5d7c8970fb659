//! One message a WebSocket frame, text or binary; pings find out whether the peer is still there.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, timeout_at};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Bytes, Error, Message, Utf8Bytes};

use super::{Ending, Incoming, MessageReader, MessageWriter};

/// What the library reads and collects at once; it keeps this much for each connection.
const BUFFER: usize = 16 * 1024;

/// The side that reads.
#[derive(Debug)]
pub struct WebSocketReader<T> {
    stream: SplitStream<WebSocketStream<Counted<T>>>,
    silence: Duration,
    /// How many bytes came in, and how many of them are accounted for: the rest is of a message that is not whole.
    came: Arc<AtomicU64>,
    accounted: u64,
    /// When a message was first seen to be on its way.
    begun: Option<Instant>,
}

/// The side that writes.
#[derive(Debug)]
pub struct WebSocketWriter<T> {
    sink: SplitSink<WebSocketStream<Counted<T>>, Message>,
    ping_every: Duration,
}

/// A transport of a stream that was upgraded to a WebSocket.
///
/// The peer is pinged, and is taken for gone when nothing whole came of it for that time and `ping_timeout`: neither a
/// message nor a pong. A message that takes longer than that to come in is such a case too, also one in many pieces with
/// pongs between them.
pub(super) async fn websocket<T: AsyncRead + AsyncWrite + Unpin>(
    stream: T,
    message_bytes: usize,
    ping_every: Duration,
    ping_timeout: Duration,
) -> (WebSocketReader<T>, WebSocketWriter<T>) {
    let config = WebSocketConfig::default()
        .max_message_size(Some(message_bytes))
        .max_frame_size(Some(message_bytes))
        .read_buffer_size(BUFFER)
        .write_buffer_size(BUFFER);
    let came = Arc::new(AtomicU64::new(0));
    let stream = Counted { stream, came: came.clone() };
    let (sink, stream) = WebSocketStream::from_raw_socket(stream, Role::Server, Some(config)).await.split();
    let silence = ping_every.saturating_add(ping_timeout);
    (WebSocketReader { stream, silence, came, accounted: 0, begun: None }, WebSocketWriter { sink, ping_every })
}

/// A stream that counts what comes in: the library does not tell of the pieces of a message before it is whole.
#[derive(Debug)]
struct Counted<T> {
    stream: T,
    came: Arc<AtomicU64>,
}

impl<T: AsyncRead + Unpin> AsyncRead for Counted<T> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let read = ready!(Pin::new(&mut self.stream).poll_read(cx, buf));
        self.came.fetch_add((buf.filled().len() - before) as u64, Ordering::Relaxed);
        Poll::Ready(read)
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Counted<T> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl<T> WebSocketReader<T> {
    /// A message is whole. What came behind it at once is not told from it, and counts when more follows.
    fn whole(&mut self) {
        (self.accounted, self.begun) = (self.came.load(Ordering::Relaxed), None);
    }

    /// A ping or a pong has come, which may stand between the pieces of a message.
    fn control(&mut self, payload: usize) {
        // A head of two bytes, and a mask of four.
        let came = self.came.load(Ordering::Relaxed);
        self.accounted = (self.accounted + 6 + payload as u64).min(came);
        self.begun = if self.accounted < came { self.begun.or(Some(Instant::now())) } else { None };
    }
}

impl<T: AsyncRead + AsyncWrite + Unpin + Send + 'static> MessageReader for WebSocketReader<T> {
    async fn read(&mut self) -> Incoming {
        let gone = |reason: String, ending| Incoming::Gone { reason, ending };
        loop {
            let until = self.begun.unwrap_or_else(Instant::now) + self.silence;
            // The time is up also for one whose pongs leave no moment to wait in.
            let next = if self.begun.is_some() && until <= Instant::now() {
                None
            } else {
                timeout_at(until, self.stream.next()).await.ok()
            };
            return match next {
                None => gone(
                    format!("no whole message came for {:?}, or not even the answer to a ping", self.silence),
                    Ending::Failed,
                ),
                Some(None) => gone("the client has closed".into(), Ending::Done),
                Some(Some(Ok(Message::Text(text)))) => {
                    self.whole();
                    Incoming::Message(Bytes::from(text).into())
                }
                Some(Some(Ok(Message::Binary(bytes)))) => {
                    self.whole();
                    Incoming::Message(bytes.into())
                }
                Some(Some(Ok(Message::Close(frame)))) => {
                    let said = frame.map_or_else(String::new, |frame| format!(" with code {}", u16::from(frame.code)));
                    gone(format!("the client has closed{said}"), Ending::Done)
                }
                Some(Some(Ok(Message::Ping(payload) | Message::Pong(payload)))) => {
                    self.control(payload.len());
                    continue;
                }
                // The library gives these to those who write alone.
                Some(Some(Ok(Message::Frame(_)))) => continue,
                Some(Some(Err(error))) => {
                    let ending = match &error {
                        Error::Capacity(_) => Ending::TooLong,
                        Error::Protocol(_) | Error::Utf8(_) => Ending::Invalid,
                        _ => Ending::Failed,
                    };
                    gone(error.to_string(), ending)
                }
            };
        }
    }
}

impl<T: AsyncRead + AsyncWrite + Unpin + Send + 'static> MessageWriter for WebSocketWriter<T> {
    async fn write(&mut self, messages: &mut Vec<Vec<u8>>) -> io::Result<()> {
        for message in messages.drain(..) {
            let text = Utf8Bytes::try_from(Bytes::from(message)).map_err(io::Error::other)?;
            self.sink.feed(Message::Text(text)).await.map_err(io::Error::other)?;
        }
        self.sink.flush().await.map_err(io::Error::other)
    }

    fn ping_every(&self) -> Option<Duration> {
        Some(self.ping_every)
    }

    async fn ping(&mut self) -> io::Result<()> {
        self.sink.send(Message::Ping(Bytes::new())).await.map_err(io::Error::other)
    }

    async fn close(&mut self, ending: Ending) -> io::Result<()> {
        let (code, reason) = match ending {
            Ending::Done => (CloseCode::Normal, ""),
            Ending::Stopping => (CloseCode::Away, "the server stops"),
            Ending::Invalid => (CloseCode::Invalid, "not a valid message"),
            Ending::TooLong => (CloseCode::Size, "the message is too long"),
            Ending::Failed => (CloseCode::Policy, "the connection was too slow, or broke"),
        };
        let frame = CloseFrame { code, reason: Utf8Bytes::from_static(reason) };
        self.sink.send(Message::Close(Some(frame))).await.map_err(io::Error::other)?;
        self.sink.close().await.map_err(io::Error::other)
    }
}
