//! A number may lie in a larger range. An integer format has the range of its type.

rule! {
    id: "number-bounds-loosened",
    input: Info,
    output: Wire,
    what: "A number may lie in a larger range. An integer format has the range of its type.",
    why: "A reader of the baseline refuses what lies outside of the former range; a typed one cannot even hold it.",
}
