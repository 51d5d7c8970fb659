//! Alternatives changed in a way that no rule knows.

rule! {
    id: "undecided",
    input: Wire,
    output: Wire,
    what: "Alternatives changed in a way that no rule knows.",
    why: "It may break or not. It is never passed over: look at both fragments, and waive it with a reason.",
}
