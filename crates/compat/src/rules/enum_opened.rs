//! A value was one of a few, and can be any.

rule! {
    id: "enum-opened",
    input: Info,
    output: Wire,
    what: "A value was one of a few, and can be any.",
    why: "A reader of the baseline knows only those few.",
}
