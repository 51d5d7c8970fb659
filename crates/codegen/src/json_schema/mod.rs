//! JSON Schema: a self-contained file for every payload and envelope, and bundles of all definitions.

mod keyword;
mod methods;
mod node;
mod openrpc;
mod render;
mod titles;

use std::collections::{BTreeMap, BTreeSet};

use methodic::Surface;

use crate::json_text;
use crate::model::{Definition, Model, References};
use crate::tree::{Tree, TreeError};
use keyword::Keyword;
use node::{Node, Schema, Target};
pub(crate) use titles::pascal;

const DIALECT: &str = "http://json-schema.org/draft-07/schema#";

/// How deep the definitions of a file lie.
const DEPTH: usize = 2;

/// Adds all schema files of a model below `folder`.
///
/// `hash` is the fingerprint of the model.
pub(crate) fn files(
    model: &Model,
    surface: Surface,
    hash: &str,
    folder: &str,
    tree: &mut Tree,
) -> Result<(), TreeError> {
    let rendered = Rendered::of(model, surface, hash);
    for name in &rendered.documents {
        let definition = &model.definitions[*name];
        tree.insert(format!("{folder}/{}.json", path(definition)), rendered.document(definition))?;
    }
    tree.insert(format!("{folder}/{}.schemas.json", model.name), rendered.bundle())?;
    if let Some(version) = model.version() {
        tree.insert(format!("{folder}/{}.{version}.schemas.json", model.name), rendered.flat(version))?;
    }
    // Documents have no methods to describe.
    if !model.methods.is_empty() {
        tree.insert(format!("{folder}/openrpc.json"), rendered.openrpc())?;
    }
    tree.insert(format!("{folder}/methods.json"), json_text::table(&methods::metadata(model, surface, hash)))
}

/// The path of a definition's own file, without `.json`: `v2/ThreadStartParams`.
pub(crate) fn path(definition: &Definition) -> String {
    match definition.folder.as_str() {
        "" => definition.name.clone(),
        folder => format!("{folder}/{}", definition.name),
    }
}

/// The definitions of a model as schemas. Most of them stand in many files, the same each time: they are written once.
struct Rendered<'a> {
    model: &'a Model,
    surface: Surface,
    hash: &'a str,
    references: References<'a>,
    documents: BTreeSet<&'a str>,
    definitions: BTreeMap<&'a str, Rendition<'a>>,
}

/// One definition.
struct Rendition<'a> {
    /// As it stands in its own file and in the bundles, where that is not as it stands in the files of others.
    titled: Option<Schema<'a>>,
    /// As it stands in the files of others.
    needed: Schema<'a>,
    /// The text of that below `definitions`, where references go to the same place.
    text: String,
}

impl<'a> Rendition<'a> {
    fn own(&self) -> &Schema<'a> {
        self.titled.as_ref().unwrap_or(&self.needed)
    }
}

impl<'a> Rendered<'a> {
    fn of(model: &'a Model, surface: Surface, hash: &'a str) -> Self {
        let definitions = model.definitions.iter().map(|(name, definition)| {
            // In its own file and in the bundles a union may title its variants otherwise than where it is only needed.
            let needed = render::definition(definition, name);
            let titled = definition.titles.as_deref().map(|titles| render::definition(definition, titles));
            let mut text = String::new();
            needed.write(&mut text, DEPTH, &beside);
            (name.as_str(), Rendition { titled, needed, text })
        });
        Self {
            model,
            surface,
            hash,
            references: model.references(),
            documents: model.documents(),
            definitions: definitions.collect(),
        }
    }

    /// One definition with all that it needs.
    fn document(&self, definition: &'a Definition) -> String {
        let root = definition.name.as_str();
        let target = |out: &mut String, name: &str| if name == root { out.push('#') } else { beside(out, name) };
        let mut size = self.definitions[root].text.len();
        let mut others: Vec<(&str, Node<'_>)> = Vec::new();
        for name in self.references.closure([root]).into_iter().filter(|name| *name != root) {
            let Rendition { needed, text, .. } = &self.definitions[name];
            // The root lies at the top of its own file, and nowhere else.
            let refers = self.references.from(name).contains(&root);
            others.push((name, if refers { Node::Shared(needed) } else { Node::Written(text) }));
            size += name.len() + text.len();
        }
        let mut schema = self.titled(root);
        schema.set(Keyword::Schema, Node::text(DIALECT));
        schema.set_some(Keyword::Definitions, (!others.is_empty()).then_some(Node::Named(others)));
        file(&schema, &target, size)
    }

    /// All definitions; the newest version has a namespace of its own.
    fn bundle(&self) -> String {
        let version = self.model.version();
        let newest = |definition: &Definition| {
            version.is_some_and(|version| definition.folder == version || definition.also.contains(version))
        };
        let target = |out: &mut String, name: &str| match version {
            Some(version) if newest(&self.model.definitions[name]) => {
                out.push_str("#/definitions/");
                out.push_str(version);
                out.push('/');
                out.push_str(name);
            }
            _ => beside(out, name),
        };
        let older = |folder: &str| version != Some(folder);
        let (mut root, mut space) = (Vec::new(), Vec::new());
        for (name, definition) in &self.model.definitions {
            if newest(definition) {
                // A document of the root that is listed here too is titled there alone.
                space.push((name.as_str(), self.member(name, !older(&definition.folder))));
            }
            if older(&definition.folder) || definition.also.iter().any(|folder| older(folder)) {
                root.push((name.as_str(), self.member(name, true)));
            }
        }
        if let Some(version) = version {
            let at = root.partition_point(|(name, _)| *name < version);
            root.insert(at, (version, Node::Named(space)));
        }
        self.top(&self.model.title, root, &target)
    }

    /// All definitions on one level, for generators that do not walk into namespaces.
    fn flat(&self, version: &str) -> String {
        let definitions = self.model.definitions.iter().map(|(name, definition)| {
            let name = name.as_str();
            let title = definition.folder == version || !definition.also.contains(version);
            let titled = title && self.documents.contains(name);
            (name, if titled { Node::Schema(self.titled(name)) } else { Node::Written(&self.definitions[name].text) })
        });
        self.top(&format!("{}{}", self.model.title, version.to_uppercase()), definitions.collect(), &beside)
    }

    /// A definition in a bundle; a document has its title there too, if there is room for it.
    fn member(&self, name: &'a str, title: bool) -> Node<'_> {
        if title && self.documents.contains(name) {
            Node::Schema(self.titled(name))
        } else {
            Node::Shared(self.definitions[name].own())
        }
    }

    fn titled(&self, name: &'a str) -> Schema<'_> {
        let mut schema = self.definitions[name].own().extended();
        schema.set(Keyword::Title, Node::text(name));
        schema
    }

    /// Which protocol a bundle is of: what `methods.json` says too, so that files of two generations are told apart.
    fn origin(&self) -> Node<'_> {
        let Model { name, package_version, .. } = self.model;
        let facts = [("name", name), ("version", package_version)].map(|(key, value)| (key, value.as_str()));
        let facts = facts.into_iter().chain([("hash", self.hash), ("surface", self.surface.as_str())]);
        Node::Named(facts.map(|(key, value)| (key, Node::text(value))).collect())
    }

    fn top(&self, title: &str, definitions: Vec<(&str, Node<'_>)>, target: &Target<'_>) -> String {
        let mut schema = Schema::typed("object");
        schema.set(Keyword::Schema, Node::text(DIALECT));
        schema.set(Keyword::Title, Node::text(title));
        schema.set(Keyword::Description, Node::text(&self.model.docs));
        schema.set(Keyword::XProtocol, self.origin());
        schema.set(Keyword::Definitions, Node::Named(definitions));
        file(&schema, target, self.size())
    }

    /// About how long all definitions are.
    fn size(&self) -> usize {
        self.definitions.values().map(|rendition| rendition.text.len()).sum()
    }
}

/// A reference to a definition of the same file.
fn beside(out: &mut String, name: &str) {
    out.push_str("#/definitions/");
    out.push_str(name);
}

/// `size` is about how long its definitions are; a fifth more leaves room for what stands around them.
fn file(schema: &Schema<'_>, target: &Target<'_>, size: usize) -> String {
    let mut text = String::with_capacity(size + size / 5 + 512);
    schema.write(&mut text, 0, target);
    text.push('\n');
    text
}
