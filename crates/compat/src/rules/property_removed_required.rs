//! A member that was always there is gone.

rule! {
    id: "property-removed-required",
    input: Source,
    output: Wire,
    what: "A member that was always there is gone.",
    why: "A reader of the baseline takes it for granted.",
}
