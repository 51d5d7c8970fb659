//! A string must be longer, or may only be shorter.

rule! {
    id: "string-length-tightened",
    input: Wire,
    output: Info,
    what: "A string must be longer, or may only be shorter.",
    why: "Clients of the baseline may send one that is too short or too long.",
}
