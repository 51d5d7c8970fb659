//! The names that members may have changed.

rule! {
    id: "property-names-changed",
    input: Wire,
    output: Wire,
    what: "The names that members may have changed.",
    why: "One side may write names that the other refuses.",
}
