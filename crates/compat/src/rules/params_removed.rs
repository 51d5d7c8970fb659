//! A method takes no params any more; they were required.

rule! {
    id: "params-removed",
    input: Source,
    output: Wire,
    what: "A method takes no params any more; they were required.",
    why: "What is sent is ignored; a reader that takes them for granted refuses a message without them.",
}
