//! Null cannot be both left out and there for certain.
use methodic::wire;

#[wire(omit_none, explicit_null)]
struct Both {
    member: Option<u8>,
}

fn main() {}
