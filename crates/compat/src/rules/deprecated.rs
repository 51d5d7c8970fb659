//! Something is deprecated.

rule! {
    id: "deprecated",
    input: Info,
    output: Info,
    what: "Something is deprecated.",
    why: "It works as before; who uses it should move on.",
}
