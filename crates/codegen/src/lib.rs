//! From a protocol declared with methodic to the files that its clients read, in memory.
//!
//! Every output is a pure function of a [`Model`] cut to a surface; only [`compare`] and [`write`] touch files.

mod json_schema;
mod model;
mod outputs;
mod tree;

pub use methodic::Surface;
pub use model::{
    Definition, Field, Mark, Method, Model, ModelError, ModelErrors, Number, Object, Parts, RawMethod, RawType, Shape, Union, Variant, Views,
};
pub use outputs::{Outputs, generate};
pub use tree::{Drift, Stale, StaleNote, Tree, TreeError, Written, compare, unified_diff, write};
