//! Who reaches whom: which definitions a set of others needs, and who reads and who writes them.

use std::collections::{BTreeMap, BTreeSet};

use methodic::{Direction, Kind};

use super::{Definition, Model};

/// Which definitions each definition refers to, in itself.
#[derive(Debug, Clone)]
pub struct References<'a> {
    /// In their order.
    names: Vec<&'a str>,
    /// What each of them refers to.
    targets: Vec<BTreeSet<&'a str>>,
    /// The same by position, without what is defined nowhere: closures are asked for by the hundred.
    positions: Vec<Vec<usize>>,
}

impl<'a> References<'a> {
    pub(super) fn of(definitions: &'a BTreeMap<String, Definition>) -> Self {
        let names: Vec<&str> = definitions.keys().map(String::as_str).collect();
        let targets: Vec<BTreeSet<&str>> =
            definitions.values().map(|definition| definition.shape.refs().into_iter().collect()).collect();
        let position = |name: &&str| names.binary_search(name).ok();
        let positions = targets.iter().map(|names| names.iter().filter_map(position).collect()).collect();
        Self { names, targets, positions }
    }

    /// The names that a definition refers to; none for a name that is defined nowhere.
    pub fn from(&self, name: &str) -> &BTreeSet<&'a str> {
        const NONE: &BTreeSet<&str> = &BTreeSet::new();
        self.names.binary_search(&name).map_or(NONE, |at| &self.targets[at])
    }

    /// The definitions that `roots` need, themselves included. Names that are defined nowhere are left out.
    pub fn closure<'r>(&self, roots: impl IntoIterator<Item = &'r str>) -> BTreeSet<&'a str> {
        let mut open: Vec<usize> = roots.into_iter().filter_map(|name| self.names.binary_search(&name).ok()).collect();
        let mut reached = vec![false; self.names.len()];
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut reached[at], true) {
                open.extend(self.positions[at].iter().filter(|target| !reached[**target]));
            }
        }
        self.names.iter().zip(reached).filter_map(|(name, reached)| reached.then_some(*name)).collect()
    }
}

/// Which definitions the client writes and which it reads: its input views and its output views.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Views<'a> {
    /// Written by the client, read by the server: params of its requests and notifications, results of the server's.
    pub input: BTreeSet<&'a str>,
    /// Written by the server, read by the client.
    pub output: BTreeSet<&'a str>,
}

impl Model {
    /// Who refers to whom.
    pub fn references(&self) -> References<'_> {
        References::of(&self.definitions)
    }

    /// Who writes which definition. Envelopes of no method in particular are seen as whoever writes them may: what a peer
    /// really sends is not known there.
    pub fn views(&self) -> Views<'_> {
        let (mut input, mut output) = (Vec::new(), Vec::new());
        for method in &self.methods {
            let (sent, answered) = match method.direction {
                Direction::ClientToServer => (&mut input, &mut output),
                Direction::ServerToClient => (&mut output, &mut input),
            };
            sent.extend(method.params.as_deref());
            if method.kind == Kind::Request {
                answered.extend(method.result.as_deref());
            }
        }
        for (name, direction, _) in &self.messages {
            match direction {
                Direction::ClientToServer => input.push(name),
                Direction::ServerToClient => output.push(name),
            }
        }
        let unions = |name: &&str| self.messages.iter().any(|(union, ..)| union == name);
        input.extend(self.envelopes.iter().map(String::as_str).filter(|name| !unions(name)));
        let references = self.references();
        Views { input: references.closure(input), output: references.closure(output) }
    }
}
