//! A condition (`if`, `then`, `else`) changed.

rule! {
    id: "conditional-changed",
    input: Wire,
    output: Wire,
    what: "A condition (`if`, `then`, `else`) changed.",
    why: "One side may write what the other refuses.",
}
