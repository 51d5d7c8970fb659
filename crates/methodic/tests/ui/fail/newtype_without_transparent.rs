//! A newtype says that it is one.

use methodic::wire;

/// A greeting.
#[wire]
pub struct Greeting(pub String);

fn main() {}
