//! The items of an array are of another type.

rule! {
    id: "item-type-changed",
    input: Wire,
    output: Wire,
    what: "The items of an array are of another type.",
    why: "Nothing that one side writes can be read by the other, unless the array is empty.",
}
