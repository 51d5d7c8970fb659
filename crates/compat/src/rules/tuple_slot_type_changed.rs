//! A place in a tuple is of another type.

rule! {
    id: "tuple-slot-type-changed",
    input: Wire,
    output: Wire,
    what: "A place in a tuple is of another type.",
    why: "Nothing that one side writes can be read by the other.",
}
