//! A value could be any, and can only be one of a few.

rule! {
    id: "enum-closed",
    input: Wire,
    output: Info,
    what: "A value could be any, and can only be one of a few.",
    why: "Clients of the baseline may send another.",
}
