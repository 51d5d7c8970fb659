//! The member by which variants are told apart has another name.

rule! {
    id: "tag-renamed",
    input: Wire,
    output: Wire,
    what: "The member by which variants are told apart has another name.",
    why: "Neither side finds the tag that it looks for.",
}
