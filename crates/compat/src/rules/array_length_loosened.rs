//! An array may have more items than before, or fewer.

rule! {
    id: "array-length-loosened",
    input: Info,
    output: Wire,
    what: "An array may have more items than before, or fewer.",
    why: "A reader of the baseline refuses that many or that few.",
}
