//! A request has a result now.

rule! {
    id: "result-added",
    input: Wire,
    output: Info,
    what: "A request has a result now.",
    why: "A peer of the baseline answers without one, and is refused. Who asked without expecting one ignores it.",
}
