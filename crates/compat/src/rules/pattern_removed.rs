//! A string need no longer match an expression.

rule! {
    id: "pattern-removed",
    input: Info,
    output: Wire,
    what: "A string need no longer match an expression.",
    why: "A reader of the baseline refuses one that does not.",
}
