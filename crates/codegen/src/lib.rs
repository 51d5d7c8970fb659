//! (skeleton)

mod tree;

pub use tree::{Drift, Stale, StaleNote, Tree, TreeError, Written, compare, unified_diff, write};
