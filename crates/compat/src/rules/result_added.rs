//! A request has a result now.

rule! {
    id: "result-added",
    input: Info,
    output: Info,
    what: "A request has a result now.",
    why: "Who asked without expecting one ignores it.",
}
