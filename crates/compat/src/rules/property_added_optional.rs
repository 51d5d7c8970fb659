//! An object has a new member that can be left out.

rule! {
    id: "property-added-optional",
    input: Info,
    output: Info,
    what: "An object has a new member that can be left out.",
    why: "Who does not know it neither sends nor reads it.",
}
