//! A request became a notification, or the reverse.

rule! {
    id: "method-kind-changed",
    input: Wire,
    output: Wire,
    what: "A request became a notification, or the reverse.",
    why: "One side waits for an answer that never comes, or answers where nobody asked.",
}
