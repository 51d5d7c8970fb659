//! A string must be of a format that validators check.

rule! {
    id: "format-added",
    input: Wire,
    output: Info,
    what: "A string must be of a format that validators check.",
    why: "Clients of the baseline may send one that is not.",
}
