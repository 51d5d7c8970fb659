//! The items of an array must differ from each other.

rule! {
    id: "unique-items-added",
    input: Wire,
    output: Info,
    what: "The items of an array must differ from each other.",
    why: "Clients of the baseline may send equal ones.",
}
