//! Something is no longer experimental.

rule! {
    id: "experimental-promoted",
    input: Info,
    output: Info,
    what: "Something is no longer experimental.",
    why: "Everybody may use it from now on; from now on it is promised.",
}
