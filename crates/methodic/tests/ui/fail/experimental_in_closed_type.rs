//! A closed type would list its experimental fields when it refuses an unknown one.

use methodic::wire;

/// A greeting.
#[wire(deny_unknown)]
pub struct Greeting {
    /// In how many languages.
    #[experimental("greeting.languages")]
    pub languages: Option<u8>,
}

fn main() {}
