//! An array must have more items than before, or may only have fewer.

rule! {
    id: "array-length-tightened",
    input: Wire,
    output: Info,
    what: "An array must have more items than before, or may only have fewer.",
    why: "Clients of the baseline may send too few or too many.",
}
