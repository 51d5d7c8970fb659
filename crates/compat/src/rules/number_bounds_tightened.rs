//! A number must lie in a smaller range.

rule! {
    id: "number-bounds-tightened",
    input: Wire,
    output: Info,
    what: "A number must lie in a smaller range.",
    why: "Clients of the baseline may send one outside of it.",
}
