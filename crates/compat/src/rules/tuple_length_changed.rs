//! A tuple has more or fewer places.

rule! {
    id: "tuple-length-changed",
    input: Wire,
    output: Wire,
    what: "A tuple has more or fewer places.",
    why: "Nothing that one side writes can be read by the other.",
}
