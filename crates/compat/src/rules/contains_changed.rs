//! What an array must contain changed.

rule! {
    id: "contains-changed",
    input: Wire,
    output: Wire,
    what: "What an array must contain changed.",
    why: "One side may write what the other refuses.",
}
