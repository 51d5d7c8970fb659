//! An object became one of several variants, none of which it fits.

rule! {
    id: "object-became-union",
    input: Wire,
    output: Wire,
    what: "An object became one of several variants, none of which it fits.",
    why: "Nothing that one side writes can be read by the other.",
}
