//! A member that could be left out must be there.

rule! {
    id: "property-became-required",
    input: Wire,
    output: Info,
    what: "A member that could be left out must be there.",
    why: "What was sent without it is refused.",
}
