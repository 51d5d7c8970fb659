//! The only value that is allowed is another one.

rule! {
    id: "const-changed",
    input: Wire,
    output: Wire,
    what: "The only value that is allowed is another one.",
    why: "Nothing that one side writes can be read by the other.",
}
