//! The params are of another definition, which shares no member with the former.

rule! {
    id: "params-replaced",
    input: Wire,
    output: Wire,
    what: "The params are of another definition, which shares no member with the former.",
    why: "It is another method under the old name.",
}
