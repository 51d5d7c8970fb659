//! Something that was experimental is gone.

rule! {
    id: "experimental-withdrawn",
    input: Info,
    output: Info,
    what: "Something that was experimental is gone.",
    why: "It was never promised.",
}
