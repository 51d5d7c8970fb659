//! Documents: values that travel as they are, without the envelope of a message, such as the events of a log.
//!
//! Their declaration is a protocol of types alone. Most are the variants of one union, told apart by their tag; here each
//! gets a definition and a file of its own, so that who deals with one kind need not read about all.

use std::collections::BTreeSet;
use std::mem;

use methodic::Surface;

use crate::error::GenerateError;
use crate::fingerprint::fingerprint;
use crate::json_schema::{self, pascal};
use crate::model::{Definition, Model, Shape};
use crate::tree::Tree;

/// The JSON Schema files of a model without methods, below `folder`: its types, and each variant of `union`.
///
/// # Errors
/// If `union` is no union of tagged objects, or one of its variants would have the name of another definition.
pub fn documents(model: &Model, union: &str, folder: &str) -> Result<Tree, GenerateError> {
    let mut model = model.clone();
    // A set of documents has no versions: what it borrows from a protocol lies beside its own.
    for definition in model.definitions.values_mut() {
        definition.folder.clear();
        definition.also.clear();
    }
    split(&mut model, union)?;
    let mut tree = Tree::new();
    json_schema::files(&model, Surface::Stable, &fingerprint(&model), folder, &mut tree)?;
    Ok(tree)
}

/// Gives each variant of a union a definition, named after its tag.
fn split(model: &mut Model, union: &str) -> Result<(), GenerateError> {
    let refuse =
        |rust: &str, name: &str, why: String| GenerateError::names(vec![(rust.to_owned(), name.to_owned(), why)]);
    let Some(Definition { rust, shape: Shape::Union(shape), .. }) = model.definitions.get_mut(union) else {
        return refuse(union, union, "is no union whose variants could have files".to_owned());
    };
    let mut split = Vec::with_capacity(shape.variants.len());
    for (index, variant) in shape.variants.iter_mut().enumerate() {
        let Some(word) = variant.shape.own_word() else {
            return refuse(
                rust,
                union,
                format!("has no tag in its variant {index}, by which its file could be called"),
            );
        };
        let name = pascal(word);
        split.push(Definition {
            rust: format!("{rust}::{name}"),
            folder: String::new(),
            also: BTreeSet::new(),
            docs: variant.docs.take(),
            shape: mem::replace(&mut variant.shape, Shape::Ref(name.clone())),
            titles: None,
            name,
        });
    }
    for definition in split {
        let name = definition.name.clone();
        model.envelopes.push(name.clone());
        if let Some(other) = model.definitions.insert(name.clone(), definition) {
            return refuse(&other.rust, &name, format!("has the name that a variant of `{union}` would get"));
        }
    }
    Ok(())
}
