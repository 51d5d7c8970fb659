//! A value is of another type.

rule! {
    id: "type-changed",
    input: Wire,
    output: Wire,
    what: "A value is of another type.",
    why: "Nothing that one side writes can be read by the other.",
}
