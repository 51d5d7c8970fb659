//! A request has no result any more.

rule! {
    id: "result-removed",
    input: Source,
    output: Wire,
    what: "A request has no result any more.",
    why: "Who reads the answer finds nothing in it.",
}
