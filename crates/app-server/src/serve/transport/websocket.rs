//! One message a WebSocket frame, text or binary; pings find out whether the peer is still there.

use std::io;
use std::time::Duration;

use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::timeout;
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
    stream: SplitStream<WebSocketStream<T>>,
    silence: Duration,
}

/// The side that writes.
#[derive(Debug)]
pub struct WebSocketWriter<T> {
    sink: SplitSink<WebSocketStream<T>, Message>,
    ping_every: Duration,
}

/// A transport of a stream that was upgraded to a WebSocket.
///
/// The peer is pinged, and is taken for gone when nothing whole came of it for that time and `ping_timeout`: neither a
/// message nor a pong. A message that takes longer than that to come in is such a case too.
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
    let (sink, stream) = WebSocketStream::from_raw_socket(stream, Role::Server, Some(config)).await.split();
    (WebSocketReader { stream, silence: ping_every + ping_timeout }, WebSocketWriter { sink, ping_every })
}

impl<T: AsyncRead + AsyncWrite + Unpin + Send + 'static> MessageReader for WebSocketReader<T> {
    async fn read(&mut self) -> Incoming {
        let gone = |reason: String, ending| Incoming::Gone { reason, ending };
        loop {
            return match timeout(self.silence, self.stream.next()).await {
                Err(_) => gone(
                    format!("nothing whole came for {:?}, not even the answer to a ping", self.silence),
                    Ending::Failed,
                ),
                Ok(None) => gone("the client has closed".into(), Ending::Done),
                Ok(Some(Ok(Message::Text(text)))) => Incoming::Message(Bytes::from(text).into()),
                Ok(Some(Ok(Message::Binary(bytes)))) => Incoming::Message(bytes.into()),
                Ok(Some(Ok(Message::Close(frame)))) => {
                    let said = frame.map_or_else(String::new, |frame| format!(" with code {}", u16::from(frame.code)));
                    gone(format!("the client has closed{said}"), Ending::Done)
                }
                Ok(Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_)))) => continue,
                Ok(Some(Err(error))) => {
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
