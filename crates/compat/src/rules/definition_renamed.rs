//! A definition has another name.

rule! {
    id: "definition-renamed",
    input: Source,
    output: Source,
    what: "A definition has another name.",
    why: "Nothing on the wire says it. Generated types are called otherwise, and code that names them no longer compiles.",
}
