//! What a value must not be changed.

rule! {
    id: "not-changed",
    input: Wire,
    output: Wire,
    what: "What a value must not be changed.",
    why: "One side may write what the other refuses.",
}
