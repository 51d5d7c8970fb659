//! One part has one reason.

use methodic::wire;

/// A greeting.
#[wire]
pub struct Greeting {
    /// In how many languages.
    #[experimental("greeting.languages")]
    #[experimental("greeting.many")]
    pub languages: Option<u8>,
}

fn main() {}
