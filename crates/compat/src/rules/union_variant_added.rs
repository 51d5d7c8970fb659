//! A union has a further variant.

rule! {
    id: "union-variant-added",
    input: Info,
    output: Wire,
    what: "A union has a further variant.",
    why: "A reader of the baseline does not know it.",
}
