//! A variant of a union is gone.

rule! {
    id: "union-variant-removed",
    input: Wire,
    output: Source,
    what: "A variant of a union is gone.",
    why: "Clients of the baseline may still send it. Code that names it no longer compiles.",
}
