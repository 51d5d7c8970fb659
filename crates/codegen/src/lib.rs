//! From a protocol declared with methodic to the files that its clients read, in memory.
//!
//! Every output is a pure function of a [`Model`] cut to a surface; only [`compare`] and [`write`] touch files.

mod docs;
mod documents;
mod error;
mod fingerprint;
mod json_schema;
mod json_text;
mod model;
mod outputs;
mod parallel;
mod profile;
mod tree;
mod typescript;

pub use docs::Examples;
pub use documents::documents;
pub use error::GenerateError;
pub use fingerprint::fingerprint;
pub use methodic::Surface;
pub use methodic_profile::{ImportExt, Layout, Profile, ProfileError, ProfileSurface};
pub use model::{
    Definition, Field, Mark, Method, Model, ModelError, ModelErrors, Number, Object, Parts, RawMethod, RawType,
    References, Shape, Union, Variant, Views,
};
pub use outputs::{Outputs, generate, reference};
pub use parallel::both;
pub use profile::{VendorError, vendor};
pub use tree::{Drift, Stale, StaleNote, Tree, TreeError, Written, compare, unified_diff, write};
