//! Members that an object does not name are refused.

rule! {
    id: "additional-properties-closed",
    input: Wire,
    output: Info,
    what: "Members that an object does not name are refused.",
    why: "Clients of the baseline could send them, and some clients send what newer servers know.",
}
