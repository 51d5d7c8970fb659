//! The values of a map are of another type.

rule! {
    id: "map-value-type-changed",
    input: Wire,
    output: Wire,
    what: "The values of a map are of another type.",
    why: "Nothing that one side writes can be read by the other, unless the map is empty.",
}
