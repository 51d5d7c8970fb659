//! The page of a domain, and the page of the types that several domains use.

use std::fmt::Write;

use super::examples::Examples;
use super::members::{Members, code};
use super::site::{Domain, INDEX, SHARED, Site};
use super::types::Side;
use super::{index, method, text};

/// A domain: its methods, then the types that only they use.
pub(super) fn domain(site: &Site<'_>, domain: &Domain<'_>, examples: &Examples) -> String {
    let page = domain.file();
    let mut out = header(site);
    let _ = write!(
        out,
        "# {}\n\n[All methods]({INDEX}) · [How to read this page]({INDEX}#{})",
        domain.name,
        index::READING
    );
    if !domain.types.is_empty() {
        out.push_str(" · [Types](#types)");
    }
    out.push('\n');
    index::table(&mut out, site, &domain.methods, &page);
    out.push_str("\n## Methods\n");
    for method in &domain.methods {
        method::write(&mut out, site, method, &page, examples);
    }
    if !domain.types.is_empty() {
        out.push_str("\n<a id=\"types\"></a>\n\n## Types\n");
        for name in &domain.types {
            described(&mut out, site, name, &page);
        }
    }
    out
}

/// The types that several domains use, and the envelopes.
pub(super) fn shared(site: &Site<'_>) -> String {
    let mut out = header(site);
    let _ = write!(
        out,
        "# Shared types\n\n[All methods]({INDEX}) · [How to read this page]({INDEX}#{})\n\n\
         What the methods of more than one page use, and the messages that carry them all.\n",
        index::READING
    );
    for (name, users) in &site.shared {
        described(&mut out, site, name, SHARED);
        if !users.is_empty() {
            let users: Vec<String> = users.iter().map(|user| format!("[{user}]({user}.md)")).collect();
            let _ = writeln!(out, "\nUsed by {}.", text::listed(&users, "and"));
        }
    }
    out
}

fn header(site: &Site<'_>) -> String {
    format!("<!-- Generated from the Rust declaration of {}. Do not edit. -->\n\n", site.model.title)
}

/// One type.
fn described(out: &mut String, site: &Site<'_>, name: &str, page: &str) {
    let (Some(definition), Some(place)) = (site.model.definitions.get(name), site.type_place(name)) else { return };
    let _ = write!(out, "\n<a id=\"{}\"></a>\n\n### {}\n", place.anchor, code(name));
    let docs = site.prose(definition.docs.as_deref().unwrap_or_default(), page);
    let note = if site.experimental.contains(name) { "**Experimental**: only experimental parts use it." } else { "" };
    let parts: Vec<&str> = [note, &docs].into_iter().filter(|part| !part.is_empty()).collect();
    if !parts.is_empty() {
        let _ = writeln!(out, "\n{}", parts.join(" "));
    }
    Members { site, page, side: Side::of(site, name) }.describe(out, &definition.shape);
}
