//! A tuple variant would be positional on the wire.

use methodic::wire;

/// A greeting.
#[wire(tag = "type")]
pub enum Greeting {
    /// Two things without names.
    Pair(String, u8),
}

fn main() {}
