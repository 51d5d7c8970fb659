//! A member that could be left out is gone from an object that allows no other members.

rule! {
    id: "property-removed-optional-closed",
    input: Wire,
    output: Source,
    what: "A member that could be left out is gone from an object that allows no other members.",
    why: "The server refuses what clients of the baseline may send.",
}
