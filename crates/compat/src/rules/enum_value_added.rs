//! A value is new among those that are named.

rule! {
    id: "enum-value-added",
    input: Info,
    output: Wire,
    what: "A value is new among those that are named.",
    why: "A strict reader of the baseline refuses it, and one that covers all values does not compile against the new types. Where readers take any value, list the definition under `open-enums` in the policy.",
}
