//! A definition has another name.

rule! {
    id: "definition-renamed",
    input: Info,
    output: Info,
    what: "A definition has another name.",
    why: "Nothing on the wire says it. Generated types are called otherwise.",
}
