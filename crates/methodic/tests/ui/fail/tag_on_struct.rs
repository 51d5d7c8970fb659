//! A struct has no variants that a tag could tell apart.

use methodic::wire;

/// A greeting.
#[wire(tag = "type")]
pub struct Greeting {
    /// What is said.
    pub text: String,
}

fn main() {}
