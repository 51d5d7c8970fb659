//! A string need no longer be of a format that validators check.

rule! {
    id: "format-removed",
    input: Info,
    output: Wire,
    what: "A string need no longer be of a format that validators check.",
    why: "A reader of the baseline refuses one that is not.",
}
