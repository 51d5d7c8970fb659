//! A member is no longer required of those who send it, but the server always writes it.

rule! {
    id: "property-still-written",
    input: Info,
    output: Info,
    what: "A member is no longer required of those who send it, but the server always writes it.",
    why: "Clients of the baseline still find it.",
}
