//! A request that clients can send is gone.

rule! {
    id: "method-removed",
    input: Wire,
    output: Wire,
    what: "A request that clients can send is gone.",
    why: "The server answers it with an error: method not found.",
}
