//! A keyword that no rule knows changed.

rule! {
    id: "unknown-keyword-changed",
    input: Wire,
    output: Wire,
    what: "A keyword that no rule knows changed.",
    why: "It may break or not. It is never passed over: look at both fragments, and waive it with a reason.",
}
