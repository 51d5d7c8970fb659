//! A notification that clients can send is new.

rule! {
    id: "client-notification-added",
    input: Info,
    output: Info,
    what: "A notification that clients can send is new.",
    why: "Clients of the baseline never send it.",
}
