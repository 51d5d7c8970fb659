//! A format that no validator checks changed.

rule! {
    id: "format-hint-changed",
    input: Source,
    output: Source,
    what: "A format that no validator checks changed.",
    why: "Messages pass, but generated code may have another type.",
}
