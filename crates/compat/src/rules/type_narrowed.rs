//! A value can no longer be of some type.

rule! {
    id: "type-narrowed",
    input: Wire,
    output: Info,
    what: "A value can no longer be of some type.",
    why: "Clients of the baseline may send one of that type, and are refused.",
}
