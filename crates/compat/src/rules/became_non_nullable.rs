//! A value can no longer be null.

rule! {
    id: "became-non-nullable",
    input: Wire,
    output: Info,
    what: "A value can no longer be null.",
    why: "Clients of the baseline may send null, and are refused.",
}
