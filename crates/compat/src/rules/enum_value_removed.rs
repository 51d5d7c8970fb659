//! A value is gone from those that are named.

rule! {
    id: "enum-value-removed",
    input: Wire,
    output: Source,
    what: "A value is gone from those that are named.",
    why: "Clients of the baseline may still send it. Code that names it no longer compiles.",
}
