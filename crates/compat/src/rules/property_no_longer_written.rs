//! A member that the server always wrote can be left out.

rule! {
    id: "property-no-longer-written",
    input: Info,
    output: Source,
    what: "A member that the server always wrote can be left out.",
    why: "The types of clients of the baseline say that it is there; their schema does not.",
}
