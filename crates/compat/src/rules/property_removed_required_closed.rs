//! A member that was always there is gone from an object that allows no other members.

rule! {
    id: "property-removed-required-closed",
    input: Wire,
    output: Wire,
    what: "A member that was always there is gone from an object that allows no other members.",
    why: "The server refuses it; a reader of the baseline takes it for granted.",
}
