//! A value can be null.

rule! {
    id: "became-nullable",
    input: Info,
    output: Wire,
    what: "A value can be null.",
    why: "A reader of the baseline does not expect null.",
}
