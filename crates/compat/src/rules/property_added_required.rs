//! An object has a new member that must be there.

rule! {
    id: "property-added-required",
    input: Wire,
    output: Info,
    what: "An object has a new member that must be there.",
    why: "Clients of the baseline do not send it, so the server refuses what they send. Give it a default instead.",
}
