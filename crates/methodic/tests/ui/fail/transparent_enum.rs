//! An enum is never transparent.

use methodic::wire;

/// A greeting.
#[wire(transparent)]
pub enum Greeting {
    /// A short one.
    Hello,
}

fn main() {}
