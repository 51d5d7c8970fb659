//! A title or description changed.

rule! {
    id: "description-changed",
    input: Info,
    output: Info,
    what: "A title or description changed.",
    why: "Words only.",
}
