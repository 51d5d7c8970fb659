//! An object must have more members than before, or may only have fewer.

rule! {
    id: "object-size-tightened",
    input: Wire,
    output: Info,
    what: "An object must have more members than before, or may only have fewer.",
    why: "Clients of the baseline may send too few or too many.",
}
