//! A notification that clients could send is gone.

rule! {
    id: "client-notification-removed",
    input: Wire,
    output: Wire,
    what: "A notification that clients could send is gone.",
    why: "The server does not know it any more. It cannot even answer so: a notification has no answer.",
}
