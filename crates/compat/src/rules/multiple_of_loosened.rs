//! A number need no longer be a multiple of something.

rule! {
    id: "multiple-of-loosened",
    input: Info,
    output: Wire,
    what: "A number need no longer be a multiple of something.",
    why: "A reader of the baseline refuses others.",
}
