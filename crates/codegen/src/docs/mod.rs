//! The method reference: pages of Markdown for those who write a client, with examples that are tested elsewhere.
//!
//! The whole model is documented, and what is experimental is marked as such. A method's page follows from its wire name,
//! a type's page from who uses it; no list is kept of either.

mod examples;
mod index;
mod members;
mod method;
mod page;
mod site;
mod text;
mod types;

use methodic::Surface;

use crate::model::Model;

pub use examples::Examples;

/// Every page: the name of its file, and its text.
pub(crate) fn pages(model: &Model, examples: &Examples) -> Vec<(String, String)> {
    let stable = model.surface(Surface::Stable);
    let site = site::Site::new(model, &stable);
    let mut pages = vec![(site::INDEX.to_owned(), index::page(&site))];
    pages.extend(site.domains.iter().map(|domain| (domain.file(), page::domain(&site, domain, examples))));
    pages.push((site::SHARED.to_owned(), page::shared(&site)));
    pages
}
