//! A method takes optional params now.

rule! {
    id: "params-added-optional",
    input: Info,
    output: Info,
    what: "A method takes optional params now.",
    why: "Nobody has to send them.",
}
