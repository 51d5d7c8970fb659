//! The validator from outside: files in a temporary folder, findings and errors out.

mod coverage;
mod decoder;
mod documents;
mod fixtures;
mod support;
mod typescript;

#[cfg(feature = "schema")]
mod agreement;
#[cfg(feature = "schema")]
mod catalog;
#[cfg(feature = "schema")]
mod draw;
#[cfg(feature = "schema")]
mod judge;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "schema")]
mod structure;
#[cfg(feature = "schema")]
mod surfaces;
#[cfg(feature = "schema")]
mod transcript;
#[cfg(feature = "schema")]
mod unions;
