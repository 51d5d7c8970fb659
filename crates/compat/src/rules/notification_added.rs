//! A notification that the server sends is new.

rule! {
    id: "notification-added",
    input: Wire,
    output: Wire,
    what: "A notification that the server sends is new.",
    why: "A strict client of the baseline refuses what it does not know. Most clients ignore it: say so in the policy where it is true of yours.",
}
