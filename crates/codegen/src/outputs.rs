//! Which files a model becomes: the committed layout, or one surface alone.

use methodic::Surface;

use crate::docs::{self, Examples};
use crate::error::GenerateError;
use crate::fingerprint::fingerprint;
use crate::model::Model;
use crate::parallel::both;
use crate::tree::Tree;
use crate::{json_schema, typescript};

/// What to generate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outputs {
    /// As committed: the stable surface, and the whole one in folders named `experimental`.
    Committed,
    /// One surface, without such folders.
    Only(Surface),
}

/// All files of a model, in memory.
///
/// # Errors
/// If two outputs would be one file, or a definition cannot be declared under its name; the error names both culprits.
pub fn generate(model: &Model, outputs: Outputs) -> Result<Tree, GenerateError> {
    let package = |surface, also: &[&str]| {
        let stable = model.surface(Surface::Stable);
        let mut tree = surface_files(if surface == Surface::Stable { &stable } else { model }, surface, "")?;
        typescript::package(model, &stable, "generated-ts", also, &mut tree)?;
        Ok(tree)
    };
    // The whole surface has all names that another could have.
    let checked = |surface, also: &[&str]| typescript::check_names(model).and_then(|()| package(surface, also));
    match outputs {
        Outputs::Only(surface) => checked(surface, &[]),
        Outputs::Committed => {
            let (tree, whole) = both(
                || checked(Surface::Stable, &["experimental"]),
                || surface_files(model, Surface::Experimental, "/experimental"),
            );
            let mut tree = tree?;
            tree.merge(whole?)?;
            Ok(tree)
        }
    }
}

/// The method reference, in memory: pages for people, of the whole model, with the examples that are given for its methods.
///
/// # Errors
/// If two pages would be one file; the error names it.
pub fn reference(model: &Model, examples: &Examples) -> Result<Tree, GenerateError> {
    let mut tree = Tree::new();
    for (name, text) in docs::pages(model, examples) {
        tree.insert(format!("docs/reference/{name}"), text)?;
    }
    Ok(tree)
}

/// The files of a model that was cut to `surface`.
fn surface_files(model: &Model, surface: Surface, below: &str) -> Result<Tree, GenerateError> {
    let hash = fingerprint(model);
    let mut tree = Tree::new();
    json_schema::files(model, surface, &hash, &format!("schema{below}"), &mut tree)?;
    typescript::files(model, &hash, &format!("generated-ts{below}"), &mut tree)?;
    Ok(tree)
}
