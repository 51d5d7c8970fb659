//! Members that an object does not name are allowed.

rule! {
    id: "additional-properties-opened",
    input: Info,
    output: Wire,
    what: "Members that an object does not name are allowed.",
    why: "A reader of the baseline refuses them.",
}
