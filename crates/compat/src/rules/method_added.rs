//! A request that clients can send is new.

rule! {
    id: "method-added",
    input: Info,
    output: Info,
    what: "A request that clients can send is new.",
    why: "Clients of the baseline never send it.",
}
