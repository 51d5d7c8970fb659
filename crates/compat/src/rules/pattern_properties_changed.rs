//! Members are told by other patterns.

rule! {
    id: "pattern-properties-changed",
    input: Wire,
    output: Wire,
    what: "Members are told by other patterns.",
    why: "What their names mean to one side they may not mean to the other.",
}
