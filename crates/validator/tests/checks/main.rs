//! The validator from outside: files in a temporary folder, findings and errors out.

mod coverage;
mod decoder;
mod fixtures;
mod support;
mod typescript;

#[cfg(feature = "schema")]
mod agreement;
#[cfg(feature = "schema")]
mod catalog;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "schema")]
mod surfaces;
