//! A request that the server can send is new.

rule! {
    id: "server-request-added",
    input: Wire,
    output: Wire,
    what: "A request that the server can send is new.",
    why: "A client of the baseline answers it with an error: method not found. Have clients opt in before the server sends it.",
}
