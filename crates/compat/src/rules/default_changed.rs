//! The value that is assumed when a member is left out is another one.

rule! {
    id: "default-changed",
    input: Info,
    output: Info,
    what: "The value that is assumed when a member is left out is another one.",
    why: "No message is refused, but one that leaves it out means something else.",
}
