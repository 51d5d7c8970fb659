//! The model: everything that is known of a protocol, independent of what it is rendered as.
//!
//! It is collected once from the Rust types; a [`Surface`](methodic::Surface) cuts it down, and every output is a pure
//! function of what remains. A mark such as `experimental` sits on the method, field or variant that it concerns, so
//! that a cut is a filter over the model and never over text.

mod build;
mod check;
mod collect;
mod error;
mod keywords;
mod parse;
mod place;
mod reach;
mod shape;
mod surface;
mod views;

use std::collections::{BTreeMap, BTreeSet};

use methodic::{Direction, Kind};

pub use build::{Parts, RawMethod, RawType};
pub use error::{ModelError, ModelErrors};
pub use reach::{References, Views};
pub use shape::{Field, Mark, Number, Object, Shape, Union, Variant};

/// A protocol, or one surface of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Names the generated files, `app_server_protocol`.
    pub name: String,
    /// Titles the bundles, `AppServerProtocol`.
    pub title: String,
    /// The version of the crate that declares it.
    pub package_version: String,
    /// The license of that crate, as an SPDX expression; empty where it names none.
    pub license: String,
    /// What the protocol is for.
    pub docs: String,
    /// The table, in its order.
    pub methods: Vec<Method>,
    /// Every named schema, by its published name. The names are unique across namespaces.
    pub definitions: BTreeMap<String, Definition>,
    /// The names of the envelope definitions: ids, messages of any method, and the unions in `messages`.
    pub envelopes: Vec<String>,
    /// The unions of all messages of one direction and kind, such as `ClientRequest`; none for an empty section.
    pub messages: Vec<(String, Direction, Kind)>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Method {
    /// The wire name.
    pub method: String,
    /// The Rust name.
    pub variant: String,
    /// Who sends it.
    pub direction: Direction,
    /// Whether it is answered.
    pub kind: Kind,
    /// How far it can be relied on; nothing means stable.
    pub mark: Mark,
    /// What it does.
    pub docs: String,
    /// The definition of its params; none where it takes nothing.
    pub params: Option<String>,
    /// The definition of its result; none for a notification.
    pub result: Option<String>,
}

/// A named schema.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// The published name.
    pub name: String,
    /// The Rust path of its type.
    pub rust: String,
    /// The version folder that its type lives in (`v2` for `crate::v2::thread::Thread`); empty for the root.
    pub folder: String,
    /// The version folders whose types reach it, beside its own: it is listed there too, so that each is complete.
    pub also: BTreeSet<String>,
    /// What it is.
    pub docs: Option<String>,
    /// What it looks like.
    pub shape: Shape,
    /// What the titles of its variants end in, where that is not its name.
    pub titles: Option<String>,
}

impl Model {
    /// The newest version folder, which has a namespace of its own in the bundle; none for a protocol without versions.
    pub fn version(&self) -> Option<&str> {
        let number = |folder: &str| folder[1..].parse::<u32>().unwrap_or_default();
        self.definitions
            .values()
            .map(|definition| definition.folder.as_str())
            .filter(|folder| !folder.is_empty())
            .max_by_key(|f| number(f))
    }

    /// The methods of one direction and kind, in the order of the table.
    pub fn section(&self, direction: Direction, kind: Kind) -> impl Iterator<Item = &Method> {
        self.methods.iter().filter(move |method| method.direction == direction && method.kind == kind)
    }

    /// The definitions that have a file of their own: envelopes, params and results, each once, sorted.
    pub fn documents(&self) -> BTreeSet<&str> {
        let payloads = self.methods.iter().flat_map(|method| [&method.params, &method.result]).flatten();
        payloads.chain(&self.envelopes).map(String::as_str).collect()
    }
}
