//! Params that could be left out must be sent.

rule! {
    id: "params-became-required",
    input: Wire,
    output: Info,
    what: "Params that could be left out must be sent.",
    why: "What was sent without params is refused. Who reads them is glad to have them.",
}
