//! An argument that does not exist: the error lists those that do.

use methodic::wire;

/// A greeting.
#[wire(tagged = "type")]
pub enum Greeting {
    /// A short one.
    Hello,
}

fn main() {}
