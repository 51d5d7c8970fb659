//! A member that was always there can be left out.

rule! {
    id: "property-became-optional",
    input: Info,
    output: Wire,
    what: "A member that was always there can be left out.",
    why: "A reader of the baseline takes it for granted.",
}
