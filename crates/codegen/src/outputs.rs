//! Which files a model becomes: the committed layout, or one surface alone.

use methodic::Surface;

use crate::json_schema;
use crate::model::Model;
use crate::tree::{Tree, TreeError};

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
/// If two outputs would be one file; the error names it.
pub fn generate(model: &Model, outputs: Outputs) -> Result<Tree, TreeError> {
    let mut tree = Tree::new();
    match outputs {
        Outputs::Only(surface) => surface_files(model, surface, "", &mut tree)?,
        Outputs::Committed => {
            surface_files(model, Surface::Stable, "", &mut tree)?;
            surface_files(model, Surface::Experimental, "/experimental", &mut tree)?;
        }
    }
    Ok(tree)
}

fn surface_files(model: &Model, surface: Surface, below: &str, tree: &mut Tree) -> Result<(), TreeError> {
    let model = model.surface(surface);
    json_schema::files(&model, surface, &format!("schema{below}"), tree)
}
