//! What stands on which page, and how pages link to each other.

use std::collections::{BTreeMap, BTreeSet};

use methodic::Direction;

use super::text::{self, Piece};
use crate::model::{Method, Model, References, Views};

/// The page that leads to all others.
pub(super) const INDEX: &str = "README.md";
/// The page of the types that several domains use.
pub(super) const SHARED: &str = "types.md";
/// The domain of the methods whose names have one part.
const GENERAL: &str = "general";

/// The headings of a domain's page, which Markdown gives anchors, too.
const HEADINGS: [&str; 2] = ["methods", "types"];

/// A protocol, laid out on pages.
pub(super) struct Site<'a> {
    pub(super) model: &'a Model,
    /// In the order in which the table first names them.
    pub(super) domains: Vec<Domain<'a>>,
    /// The types of the shared page, each with the domains that use it.
    pub(super) shared: BTreeMap<&'a str, Vec<&'a str>>,
    pub(super) views: Views<'a>,
    /// Who refers to whom without experimental parts.
    pub(super) stable: References<'a>,
    /// The definitions that only experimental parts use.
    pub(super) experimental: BTreeSet<&'a str>,
    /// By wire name; both directions can have a method of one name.
    methods: BTreeMap<String, Vec<(Direction, Place)>>,
    types: BTreeMap<&'a str, Place>,
}

/// The methods whose names begin alike.
pub(super) struct Domain<'a> {
    pub(super) name: &'a str,
    /// In the order of the table.
    pub(super) methods: Vec<&'a Method>,
    /// The types that only these methods use.
    pub(super) types: BTreeSet<&'a str>,
}

/// Where something is described.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) page: String,
    pub(super) anchor: String,
}

impl Domain<'_> {
    /// The name of its page.
    pub(super) fn file(&self) -> String {
        format!("{}.md", self.name)
    }
}

impl<'a> Site<'a> {
    /// Lays out `model`; `stable` is its stable surface.
    pub(super) fn new(model: &'a Model, stable: &'a Model) -> Self {
        let mut domains = domains(model);
        let references = model.references();
        let unions: BTreeSet<&str> = model.messages.iter().map(|(name, ..)| name.as_str()).collect();
        let described = || model.definitions.keys().map(String::as_str).filter(|name| !unions.contains(name));
        let referred: BTreeSet<&str> = described().flat_map(|name| references.from(name)).copied().collect();
        // What one method alone carries is described there and needs no place of its own.
        let mut users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut payloads: BTreeSet<&str> = BTreeSet::new();
        for domain in &domains {
            let named = domain.methods.iter().flat_map(|method| [&method.params, &method.result]).flatten();
            let named: BTreeSet<&str> = named.map(String::as_str).collect();
            payloads.extend(named.iter().filter(|name| !referred.contains(*name)));
            for name in references.closure(named) {
                users.entry(name).or_default().push(domain.name);
            }
        }
        // The messages that carry all methods belong to no page of theirs, nor does what such messages hold.
        let envelopes = model.envelopes.iter().map(String::as_str).filter(|name| !unions.contains(name));
        let envelopes = references.closure(envelopes);
        let mut shared = BTreeMap::new();
        for name in described().filter(|name| !payloads.contains(name)) {
            match users.remove(name).unwrap_or_default().as_slice() {
                [only] if !envelopes.contains(name) => {
                    domains.iter_mut().find(|domain| domain.name == *only).map(|domain| domain.types.insert(name));
                }
                several => {
                    shared.insert(name, several.to_vec());
                }
            }
        }
        let experimental = described().filter(|name| !stable.definitions.contains_key(*name)).collect();
        let mut site = Self {
            model,
            domains,
            shared,
            views: model.views(),
            stable: stable.references(),
            experimental,
            methods: BTreeMap::new(),
            types: BTreeMap::new(),
        };
        site.give_anchors();
        site
    }

    fn give_anchors(&mut self) {
        let mut types = Vec::new();
        for domain in &self.domains {
            let (page, mut used) = (domain.file(), BTreeSet::from(HEADINGS.map(str::to_owned)));
            for method in &domain.methods {
                let anchor = unused(slug(&method.method), &mut used);
                let place = Place { page: page.clone(), anchor };
                for name in [&method.params, &method.result].into_iter().flatten() {
                    // A type with a place of its own takes it below.
                    self.types.entry(name).or_insert_with(|| place.clone());
                }
                self.methods.entry(method.method.clone()).or_default().push((method.direction, place));
            }
            types.extend(domain.types.iter().map(|name| (*name, page.clone(), unused(type_slug(name), &mut used))));
        }
        let mut used = BTreeSet::new();
        types.extend(self.shared.keys().map(|name| (*name, SHARED.to_owned(), unused(type_slug(name), &mut used))));
        for (name, page, anchor) in types {
            self.types.insert(name, Place { page, anchor });
        }
    }

    /// Where a method is described.
    pub(super) fn place(&self, method: &Method) -> Option<&Place> {
        let mut places = self.methods.get(&method.method)?.iter();
        places.find(|(direction, _)| *direction == method.direction).map(|(_, place)| place)
    }

    /// A method's name, as a link.
    pub(super) fn link(&self, method: &Method, from: &str) -> String {
        let name = format!("`{}`", method.method);
        self.place(method).map_or(name.clone(), |place| format!("[{name}]({})", self.href(place, from)))
    }

    /// Where a type is described.
    pub(super) fn type_place(&self, name: &str) -> Option<&Place> {
        self.types.get(name)
    }

    /// The target of a link from a page.
    pub(super) fn href(&self, place: &Place, from: &str) -> String {
        if place.page == from { format!("#{}", place.anchor) } else { format!("{}#{}", place.page, place.anchor) }
    }

    /// A doc comment as it stands on a page. What it names in backticks is linked, if there is a place for it.
    pub(super) fn prose(&self, docs: &str, from: &str) -> String {
        let mut out = String::with_capacity(docs.len());
        for piece in text::pieces(docs.trim()) {
            match piece {
                Piece::Plain(plain) => out.push_str(&text::without_tags(plain)),
                Piece::Code { whole, content } => match self.named(content) {
                    Some(place) => {
                        out.extend(["[", whole, "](", &self.href(place, from), ")"]);
                    }
                    None => out.push_str(whole),
                },
            }
        }
        out
    }

    /// What a word in a doc comment names. A word without a slash might as well be a member, even where a method is
    /// called so.
    fn named(&self, word: &str) -> Option<&Place> {
        if word.contains('/') { self.methods.get(word)?.first().map(|(_, place)| place) } else { self.types.get(word) }
    }
}

/// The methods by the first part of their names. A name of one part belongs to the methods that begin with it, if there
/// are any.
fn domains(model: &Model) -> Vec<Domain<'_>> {
    let first = |name: &str| name.find('/');
    let firsts: BTreeSet<&str> =
        model.methods.iter().filter_map(|method| Some(&method.method[..first(&method.method)?])).collect();
    let mut domains: Vec<Domain<'_>> = Vec::new();
    for method in &model.methods {
        let name = match first(&method.method) {
            Some(at) => &method.method[..at],
            None if firsts.contains(method.method.as_str()) => &method.method,
            None => GENERAL,
        };
        match domains.iter_mut().find(|domain| domain.name == name) {
            Some(domain) => domain.methods.push(method),
            None => domains.push(Domain { name, methods: vec![method], types: BTreeSet::new() }),
        }
    }
    domains
}

/// A name as an anchor: small letters, digits, `_` and `-`.
fn slug(name: &str) -> String {
    let keep = |letter: char| if letter.is_ascii_alphanumeric() || letter == '_' { letter } else { '-' };
    name.chars().map(|letter| keep(letter.to_ascii_lowercase())).collect()
}

fn type_slug(name: &str) -> String {
    format!("type-{}", slug(name))
}

/// An anchor that the page does not have yet.
fn unused(slug: String, used: &mut BTreeSet<String>) -> String {
    let mut anchor = slug.clone();
    let mut number = 2;
    while !used.insert(anchor.clone()) {
        anchor = format!("{slug}-{number}");
        number += 1;
    }
    anchor
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{slug, unused};

    #[test]
    fn anchors_are_plain_and_unique_on_their_page() {
        assert_eq!(slug("item/agentMessage/delta"), "item-agentmessage-delta");
        assert_eq!(slug("thread/inject_items"), "thread-inject_items");
        let mut used = BTreeSet::new();
        let anchors = ["a/b", "a-b", "A/B"].map(|name| unused(slug(name), &mut used));
        assert_eq!(anchors, ["a-b", "a-b-2", "a-b-3"]);
    }
}
