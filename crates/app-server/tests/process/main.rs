//! The command as a person runs it: over standard input and output, and over WebSockets.
#![cfg(unix)]

mod run;
mod shutdown;
mod stdio;
mod threads;
mod websocket;
