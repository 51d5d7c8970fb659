//! A mark carries the reason that peers are told.

use methodic::wire;

/// A greeting.
#[wire]
pub struct Greeting {
    /// In how many languages.
    #[experimental]
    pub languages: Option<u8>,
}

fn main() {}
