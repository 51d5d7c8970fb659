//! A number must be a multiple of something else.

rule! {
    id: "multiple-of-changed",
    input: Wire,
    output: Wire,
    what: "A number must be a multiple of something else.",
    why: "One side may write what the other refuses.",
}
