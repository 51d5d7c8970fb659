//! The result is of another definition, which shares no member with the former.

rule! {
    id: "result-replaced",
    input: Wire,
    output: Wire,
    what: "The result is of another definition, which shares no member with the former.",
    why: "It is another method under the old name.",
}
