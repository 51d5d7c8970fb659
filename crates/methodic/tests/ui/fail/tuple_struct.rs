//! A tuple struct would be positional on the wire.

use methodic::wire;

/// A greeting.
#[wire]
pub struct Greeting(pub String, pub u8);

fn main() {}
