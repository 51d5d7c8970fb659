//! The items of an array may be equal.

rule! {
    id: "unique-items-removed",
    input: Info,
    output: Wire,
    what: "The items of an array may be equal.",
    why: "A reader of the baseline refuses equal ones.",
}
