//! A definition changed that no method reaches.

rule! {
    id: "unreachable-definition-changed",
    input: Info,
    output: Info,
    what: "A definition changed that no method reaches.",
    why: "No message has it.",
}
