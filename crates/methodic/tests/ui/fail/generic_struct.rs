//! A wire type has one shape.

use methodic::wire;

/// A greeting.
#[wire]
pub struct Greeting<T> {
    /// What is said.
    pub text: T,
}

fn main() {}
