//! A member that could be left out is gone.

rule! {
    id: "property-removed-optional",
    input: Source,
    output: Source,
    what: "A member that could be left out is gone.",
    why: "What is sent in it is ignored, and code that names it no longer compiles.",
}
