//! A number must be a multiple of something, or of more.

rule! {
    id: "multiple-of-tightened",
    input: Wire,
    output: Info,
    what: "A number must be a multiple of something, or of more.",
    why: "Clients of the baseline may send others.",
}
