//! A wire type has one shape, also where it is a union.

use methodic::wire;

/// A greeting.
#[wire(tag = "type")]
pub enum Greeting<T> {
    /// What is said.
    Said {
        /// The text.
        text: T,
    },
}

fn main() {}
