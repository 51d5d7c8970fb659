//! The adapters that `#[wire]` puts around serde's derived code, so that Rust reads exactly what the schema allows.
//!
//! Serde's derived decoders accept more than they write: a struct from a positional array, a unit variant from
//! `{"name": null}`, a second tag. Each adapter closes one such door; none of them buffers what arrives in order.

mod by_name;
mod choice;
mod double_option;
mod sequence;
mod tagged;
mod tagged_ser;
mod text;
mod untagged;

pub use by_name::ByName;
pub use choice::Choice;
pub use double_option::double_option;
pub(crate) use sequence::no_sequence;
pub use tagged::Tagged;
pub(crate) use text::Text;
pub use untagged::untagged;
