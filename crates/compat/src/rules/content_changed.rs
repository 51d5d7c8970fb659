//! The encoding or media type of a string's content changed.

rule! {
    id: "content-changed",
    input: Source,
    output: Source,
    what: "The encoding or media type of a string's content changed.",
    why: "Messages pass, but what is in them is read in another way.",
}
