//! An object that allowed no other members has a new one that can be left out.

rule! {
    id: "property-added-optional-closed",
    input: Info,
    output: Wire,
    what: "An object that allowed no other members has a new one that can be left out.",
    why: "A reader of the baseline refuses members that it does not know.",
}
