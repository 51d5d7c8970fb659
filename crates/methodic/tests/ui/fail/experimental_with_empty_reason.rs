//! An empty reason tells nobody anything.

use methodic::wire;

/// A greeting.
#[wire(tag = "type")]
pub enum Greeting {
    /// Sung.
    #[experimental("")]
    Sung,
}

fn main() {}
