//! One message a line: standard input and output, pipes, sockets.

use std::io;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};

use super::{Ending, Incoming, MessageReader, MessageWriter};

/// How much is read from the system at once.
const CHUNK: usize = 64 * 1024;

/// Reads lines; `\r\n` ends one too, blank ones are passed over, and the last may lack its end.
#[derive(Debug)]
pub struct LineReader<R> {
    input: BufReader<R>,
    limit: usize,
}

/// Writes lines.
#[derive(Debug)]
pub struct LineWriter<W> {
    output: W,
    buffer: Vec<u8>,
}

/// A transport of two streams. A line that is longer than `limit` bytes is passed over without being held.
pub fn lines<R: AsyncRead, W: AsyncWrite>(input: R, output: W, limit: usize) -> (LineReader<R>, LineWriter<W>) {
    (LineReader { input: BufReader::with_capacity(CHUNK, input), limit }, LineWriter { output, buffer: Vec::new() })
}

impl<R: AsyncRead + Unpin + Send + 'static> MessageReader for LineReader<R> {
    async fn read(&mut self) -> Incoming {
        let mut line = Vec::new();
        let mut is_too_long = false;
        loop {
            let chunk = match self.input.fill_buf().await {
                Ok(chunk) => chunk,
                Err(error) => {
                    return Incoming::Gone { reason: format!("reading failed: {error}"), ending: Ending::Failed };
                }
            };
            let at_end = chunk.is_empty();
            let (part, ends) = match chunk.iter().position(|byte| *byte == b'\n') {
                Some(at) => (at, 1),
                None => (chunk.len(), 0),
            };
            if line.len() + part > self.limit {
                is_too_long = true;
                line = Vec::new();
            } else if !is_too_long {
                line.extend_from_slice(&chunk[..part]);
            }
            self.input.consume(part + ends);
            if ends == 0 && !at_end {
                continue;
            }
            if is_too_long {
                return Incoming::TooLong(self.limit);
            }
            if !line.trim_ascii().is_empty() {
                return Incoming::Message(line);
            }
            if at_end {
                return Incoming::Finished;
            }
            line.clear();
        }
    }
}

impl<W: AsyncWrite + Unpin + Send + 'static> MessageWriter for LineWriter<W> {
    async fn write(&mut self, messages: &mut Vec<Vec<u8>>) -> io::Result<()> {
        self.buffer.clear();
        for message in messages.drain(..) {
            self.buffer.extend_from_slice(&message);
            self.buffer.push(b'\n');
        }
        self.output.write_all(&self.buffer).await?;
        // One large message should not be paid for as long as the connection lasts.
        self.buffer.shrink_to(CHUNK);
        self.output.flush().await
    }

    async fn close(&mut self, _: Ending) -> io::Result<()> {
        self.output.shutdown().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(input: &[u8], limit: usize) -> Vec<String> {
        let (mut reader, _writer) = lines(std::io::Cursor::new(input.to_vec()), tokio::io::sink(), limit);
        let mut all = Vec::new();
        loop {
            all.push(match reader.read().await {
                Incoming::Message(line) => String::from_utf8_lossy(&line).into_owned(),
                Incoming::TooLong(limit) => format!("over {limit}"),
                Incoming::Finished => return all,
                gone @ Incoming::Gone { .. } => panic!("{gone:?}"),
            });
        }
    }

    #[tokio::test]
    async fn lines_come_one_by_one_and_long_ones_are_passed_over() {
        assert_eq!(read(b"one\n\r\n  \ntwo\r\nthree", 5).await, ["one", "two\r", "three"]);
        assert_eq!(read(b"123456\nok\n1234567890", 5).await, ["over 5", "ok", "over 5"]);
        let long = [vec![b'x'; 3 * CHUNK], b"\nok\n".to_vec()].concat();
        assert_eq!(read(&long, CHUNK).await, [format!("over {CHUNK}"), "ok".into()]);
        assert_eq!(read(b"", 5).await, [""; 0]);
    }
}
