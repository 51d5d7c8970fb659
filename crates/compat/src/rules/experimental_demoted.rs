//! Something that was promised is experimental now.

rule! {
    id: "experimental-demoted",
    input: Wire,
    output: Wire,
    what: "Something that was promised is experimental now.",
    why: "A server refuses it from peers that did not opt in, and withholds it from them.",
}
