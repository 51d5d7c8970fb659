//! Only structs and enums go over the wire.

use methodic::wire;

/// No type at all.
#[wire]
pub fn greet() {}

fn main() {}
