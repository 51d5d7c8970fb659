//! A method takes no params any more; they were optional.

rule! {
    id: "params-removed-optional",
    input: Source,
    output: Source,
    what: "A method takes no params any more; they were optional.",
    why: "What is sent is ignored.",
}
