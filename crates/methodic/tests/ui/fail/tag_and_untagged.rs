//! A union is either tagged or untagged.

use methodic::wire;

/// A greeting.
#[wire(tag = "type", untagged)]
pub enum Greeting {
    /// A short one.
    Hello,
}

fn main() {}
