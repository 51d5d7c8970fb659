//! A value can be of further types.

rule! {
    id: "type-widened",
    input: Info,
    output: Wire,
    what: "A value can be of further types.",
    why: "A reader of the baseline does not know what to do with them.",
}
