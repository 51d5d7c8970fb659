//! A string may be shorter, or longer.

rule! {
    id: "string-length-loosened",
    input: Info,
    output: Wire,
    what: "A string may be shorter, or longer.",
    why: "A reader of the baseline refuses such a string.",
}
