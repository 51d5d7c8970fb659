//! A notification of the server is gone.

rule! {
    id: "notification-removed",
    input: Source,
    output: Source,
    what: "A notification of the server is gone.",
    why: "No message is refused, but a client that waits for it waits for ever, and its types no longer exist.",
}
