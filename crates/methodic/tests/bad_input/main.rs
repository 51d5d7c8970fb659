//! What a peer is told about each kind of bad message: the exact error, whether it is sent, and with which id.

#[path = "../common/mod.rs"]
mod common;

mod answers;
mod envelope;
mod experimental;
mod ids;
mod params;
mod size;
mod unions;
