//! An object may have more members than before, or fewer.

rule! {
    id: "object-size-loosened",
    input: Info,
    output: Wire,
    what: "An object may have more members than before, or fewer.",
    why: "A reader of the baseline refuses that many or that few.",
}
