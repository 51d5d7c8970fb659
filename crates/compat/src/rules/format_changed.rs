//! A string must be of another format that validators check.

rule! {
    id: "format-changed",
    input: Wire,
    output: Wire,
    what: "A string must be of another format that validators check.",
    why: "One side may write what the other refuses.",
}
