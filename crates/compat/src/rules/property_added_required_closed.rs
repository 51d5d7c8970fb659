//! An object that allowed no other members has a new one that must be there.

rule! {
    id: "property-added-required-closed",
    input: Wire,
    output: Wire,
    what: "An object that allowed no other members has a new one that must be there.",
    why: "Clients of the baseline do not send it, and refuse it.",
}
