//! What reads and writes the wire types, so that Rust reads exactly what the schema allows.
//!
//! Most types are read by code that `#[wire]` writes on top of `object`, `word` and `tagged`; a few by serde's derived
//! code. That accepts more than it writes (a struct from a positional array, a unit variant from `{"name": null}`, a
//! second tag), so it gets an adapter that closes each such door. Neither buffers what arrives in order.
//!
//! A visitor that is asked what it expects in the alternate form (`{:#}`) tells the names that it knows, one a line. No
//! error is worded so; a source that makes values up, for tests, learns from it what it may offer.

mod by_name;
mod choice;
mod double_option;
mod object;
mod sequence;
mod tagged;
mod tagged_ser;
mod text;
mod untagged;
mod word;
mod write;

use std::fmt;

pub use by_name::ByName;
pub use choice::{Choice, Names};
pub use double_option::double_option;
pub use object::{Members, Object, needed, object, present};
pub(crate) use sequence::no_sequence;
pub use tagged::{Beside, Tagged, Union, union};
pub(crate) use text::Text;
pub use untagged::untagged;
pub use word::word;
pub use write::{len, write_inside, write_tag, write_unless};

/// Tells names to whoever asks in the alternate form.
#[cold]
fn tell(f: &mut fmt::Formatter<'_>, what: &str, names: &[&str]) -> fmt::Result {
    f.write_str(what)?;
    names.iter().try_for_each(|name| write!(f, "\n{name}"))
}
