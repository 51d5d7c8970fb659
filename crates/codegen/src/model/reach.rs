//! Who reaches whom: which definitions a set of others needs, and who reads and who writes them.

use std::collections::{BTreeMap, BTreeSet};

use methodic::{Direction, Kind};

use super::{Definition, Model};

/// The definitions that `roots` need, themselves included. Names that are defined nowhere are left out.
pub(super) fn closure<'a>(
    definitions: &'a BTreeMap<String, Definition>,
    roots: impl IntoIterator<Item = &'a str>,
) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = roots.into_iter().collect();
    while let Some(name) = open.pop() {
        if let Some((name, definition)) = definitions.get_key_value(name)
            && reached.insert(name.as_str())
        {
            open.extend(definition.shape.refs());
        }
    }
    reached
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
    /// The definitions that these need, themselves included.
    pub fn reached_from<'a>(&'a self, roots: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
        closure(&self.definitions, roots)
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
        Views { input: self.reached_from(input), output: self.reached_from(output) }
    }
}
