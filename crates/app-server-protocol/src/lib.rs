//! The app-server protocol: what a rich client (an editor, a desktop program, a web page) and a coding agent's server
//! say to each other, as JSON-RPC messages over any transport that keeps messages apart.
//!
//! Begin with the table in `protocol.rs`, which lists every method. From it come [`ClientRequest`], [`ServerRequest`],
//! [`ClientNotification`] and [`ServerNotification`], their responses, and, with the feature `schema`, everything that
//! is generated for clients in other languages. The payloads live in [`v2`], one module per domain; the handshake is
//! older and lives in [`v1`].

pub mod approval;
pub mod auth_tokens;
pub mod elicitation;
pub mod file_search;
pub mod legacy_approval;
mod protocol;
pub mod tool;
pub mod v1;
pub mod v2;

pub use protocol::*;
