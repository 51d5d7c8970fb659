//! Which members demand others changed.

rule! {
    id: "dependencies-changed",
    input: Wire,
    output: Wire,
    what: "Which members demand others changed.",
    why: "One side may write what the other refuses.",
}
