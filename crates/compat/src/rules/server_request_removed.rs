//! A request that the server could send is gone.

rule! {
    id: "server-request-removed",
    input: Source,
    output: Source,
    what: "A request that the server could send is gone.",
    why: "No message is refused, but the client's handler for it is never called, and its types no longer exist.",
}
