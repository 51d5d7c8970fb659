//! A string must match an expression.

rule! {
    id: "pattern-added",
    input: Wire,
    output: Info,
    what: "A string must match an expression.",
    why: "Clients of the baseline may send one that does not.",
}
