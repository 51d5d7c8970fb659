//! Checks messages against a protocol, knowing only the files that were generated for it.
//!
//! This crate knows no protocol and no generator: it reads `methods.json` and the JSON Schema bundles beside it as data,
//! so that a fault of the generator cannot hide itself. A *fixture* is a hand-written message that must be accepted or
//! rejected; each is checked against the schema (`Surfaces::check`) and against a decoder ([`check_decoder`]), two
//! judges that share no code. What they disagree about is a [`Finding`]. Messages that were sent are read by [`Documents`]
//! and checked by a `Judge`.
//!
//! Feature `schema` (on by default) brings the schema side. Without it the rest builds in a moment: loading fixtures,
//! checking a decoder, coverage and reports.
//!
//! ```
//! # let dir = std::env::temp_dir().join(format!("methodic-validator-doc-{}", std::process::id()));
//! # let accept = dir.join("ping/accept");
//! # std::fs::create_dir_all(&accept)?;
//! # std::fs::write(accept.join("minimal.json"), r#"{ "id": 1, "method": "ping", "params": {} }"#)?;
//! use methodic_validator::{Decoded, check_decoder, fixtures};
//!
//! // dir/ping/accept/minimal.json: { "id": 1, "method": "ping", "params": {} }
//! let loaded = fixtures::load(&dir)?;
//! let findings = check_decoder(&loaded, |fixture| match serde_json::from_str(&fixture.text) {
//!     Ok(message) => Decoded::Ok(message), // a real decoder gives its message encoded again
//!     Err(error) => Decoded::Rejected { code: -32602, pointer: None, message: error.to_string() },
//! });
//! assert!(findings.is_empty());
//! # std::fs::remove_dir_all(&dir)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod fixtures;
pub mod typescript;

mod agreement;
mod coverage;
mod decoder;
mod documents;
mod error;
mod finding;
mod locate;
mod methods;
mod nearest;
mod pointer;

#[cfg(feature = "schema")]
mod bounds;
#[cfg(feature = "schema")]
mod bundle;
#[cfg(feature = "schema")]
mod catalog;
#[cfg(feature = "schema")]
pub mod draw;
#[cfg(feature = "schema")]
mod envelope;
#[cfg(feature = "schema")]
mod explain;
#[cfg(feature = "schema")]
mod fault;
#[cfg(feature = "schema")]
mod judge;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "schema")]
mod sight;
#[cfg(feature = "schema")]
pub mod structure;
#[cfg(feature = "schema")]
pub mod transcript;
#[cfg(feature = "schema")]
mod unions;

pub use agreement::{Disagreement, Judged, Opinion, Sight, Verdict, disagreement};
pub use coverage::coverage;
pub use decoder::{Decoded, check_decoder, opinion_of_decoder};
pub use documents::{Broken, Document, Documents};
pub use error::CatalogError;
pub use finding::{Finding, FindingKind, Position};
pub use fixtures::{Expectation, Fixture, LoadError, Scan};
pub use locate::locate;
pub use methods::{Direction, Kind, Method, Methods, Protocol, Stability, Surface};

#[cfg(feature = "schema")]
pub use bundle::EXPERIMENTAL_MARK;
#[cfg(feature = "schema")]
pub use catalog::{Catalog, Definition};
#[cfg(feature = "schema")]
pub use fault::Fault;
#[cfg(feature = "schema")]
pub use judge::{Judge, Target};
#[cfg(feature = "schema")]
pub use schema::{Surfaces, check_schema};
