//! A string must match another expression.

rule! {
    id: "pattern-changed",
    input: Wire,
    output: Wire,
    what: "A string must match another expression.",
    why: "One side may write what the other refuses. Whether one expression takes in the other is not looked into.",
}
