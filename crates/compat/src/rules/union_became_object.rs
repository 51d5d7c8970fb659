//! One of several variants became an object that none of them fits.

rule! {
    id: "union-became-object",
    input: Wire,
    output: Wire,
    what: "One of several variants became an object that none of them fits.",
    why: "Nothing that one side writes can be read by the other.",
}
