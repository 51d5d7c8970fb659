//! `validate/`: opt-in checks of what a client sends and receives, by method.
//!
//! Emitted are calls of the functions in `js/checks.js`: one constant a definition (`types.js`), one a payload of a method
//! (`schemas.js`). They are functions put together at run time, not generated code for each type: small, without `eval`,
//! and a bundler drops what nobody imports. A compiler of JSON Schema would need Node to generate, and knows neither the
//! output view nor what may be tolerated in what a newer peer sends.

mod choice;
mod schemas;
mod types;

use crate::model::Model;
use crate::tree::{Tree, TreeError};

use super::style::Style;
use super::views::Names;

/// What a package has once, for all its surfaces.
const SHARED: [(&str, &str); 3] = [
    ("runtime/checks.js", include_str!("js/checks.js")),
    ("runtime/validation.js", include_str!("js/validation.js")),
    ("runtime/validation.d.ts", include_str!("js/validation.d.ts")),
];

/// What each surface has, beside its types and methods.
const INDEX: [(&str, &str); 2] =
    [("index.js", include_str!("js/index.js")), ("index.d.ts", include_str!("js/index.d.ts"))];

/// The modules of a surface that can be imported by themselves: the path that an import names, and the module there.
pub(super) const EXPORTS: [(&str, &str); 2] =
    [("validate", "validate/index"), ("validate/schemas", "validate/schemas")];

/// Adds what the surfaces of a package share.
pub(super) fn shared(model: &Model, folder: &str, tree: &mut Tree) -> Result<(), TreeError> {
    for (path, text) in SHARED {
        tree.insert(format!("{folder}/{path}"), header(model) + text)?;
    }
    Ok(())
}

/// Adds the validation of a surface in `folder`; `root` leads from there to the package.
pub(super) fn files(
    model: &Model,
    names: &Names<'_>,
    folder: &str,
    root: &str,
    style: Style,
    tree: &mut Tree,
) -> Result<(), TreeError> {
    let root = format!("../{}", root.trim_start_matches("./"));
    for (name, text) in INDEX {
        tree.insert(format!("{folder}/validate/{name}"), header(model) + &text.replace("@@root@@", &root))?;
    }
    let place = Place { header: &header(model), root: &root };
    let payloads = schemas::payloads(model);
    tree.insert(format!("{folder}/validate/types.js"), types::file(model, names, &place))?;
    tree.insert(format!("{folder}/validate/schemas.js"), schemas::module(&payloads, names, &place))?;
    tree.insert(format!("{folder}/validate/schemas.d.ts"), schemas::declarations(&payloads, names, &place, style))
}

/// How the files of a surface begin, and where they find what is shared.
struct Place<'a> {
    header: &'a str,
    root: &'a str,
}

fn header(model: &Model) -> String {
    format!("// Validation of {}, generated from its Rust declaration. Do not edit.\n", model.title)
}
