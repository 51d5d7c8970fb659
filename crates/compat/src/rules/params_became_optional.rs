//! Params that had to be sent can be left out.

rule! {
    id: "params-became-optional",
    input: Info,
    output: Wire,
    what: "Params that had to be sent can be left out.",
    why: "A reader that takes them for granted refuses a message without them.",
}
