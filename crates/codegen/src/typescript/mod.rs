//! TypeScript: a package of types that need no build step, and the maps from method to params and result.

mod jsdoc;
mod methods;
mod types;
mod views;

use serde_json::{Value, json};

use crate::error::GenerateError;
use crate::json_text;
use crate::model::{Definition, Model};
use crate::tree::{Tree, TreeError};
pub(crate) use types::property;
use views::Names;
pub(crate) use views::{View, member};

/// Adds the types of a surface below `folder`.
pub(crate) fn files(model: &Model, folder: &str, tree: &mut Tree) -> Result<(), TreeError> {
    let names = Names::new(model);
    let header = format!("// Types of {}, generated from its Rust declaration. Do not edit.\n", model.title);
    tree.insert(format!("{folder}/types.d.ts"), types::file(model, &names, &header))?;
    tree.insert(format!("{folder}/methods.d.ts"), methods::file(model, &names, &header))?;
    let index = format!("{header}\nexport type * from \"./methods.js\";\nexport type * from \"./types.js\";\n");
    tree.insert(format!("{folder}/index.d.ts"), index)?;
    // The declarations say all there is so far; the module exists so that an import of the package resolves at run time.
    tree.insert(format!("{folder}/index.js"), "export {};\n")
}

/// Adds the package's own description; `also` are folders that hold a further surface.
pub(crate) fn package(model: &Model, folder: &str, also: &[&str], tree: &mut Tree) -> Result<(), TreeError> {
    let entry =
        |folder: &str| json!({ "types": format!("./{folder}index.d.ts"), "default": format!("./{folder}index.js") });
    let mut exports = serde_json::Map::new();
    exports.insert(".".into(), entry(""));
    for folder in also {
        exports.insert(format!("./{folder}"), entry(&format!("{folder}/")));
    }
    exports.insert("./package.json".into(), "./package.json".into());
    let package = json!({
        "name": model.name.replace('_', "-"),
        "version": model.package_version,
        "description": format!("{}: {}", model.title, model.docs.lines().next().unwrap_or_default()),
        "private": true,
        "type": "module",
        "sideEffects": false,
        "exports": Value::Object(exports),
        "types": "./index.d.ts",
    });
    tree.insert(format!("{folder}/package.json"), json_text::package(&package))
}

/// Refuses a model whose definitions would not have a declaration of their own each.
pub(crate) fn check_names(model: &Model) -> Result<(), GenerateError> {
    let names = Names::new(model);
    let mut faults = Vec::new();
    for definition in model.definitions.values() {
        let Definition { name, rust, .. } = definition;
        let mut fault = |why: String| faults.push((rust.clone(), name.clone(), why));
        if !types::is_type_name(name) {
            fault(format!(
                "is no name for a TypeScript type (letters and digits, a capital first, none of TypeScript's own); {RENAME}"
            ));
            continue;
        }
        for (declared, _) in names.declared(name) {
            if methods::NAMES.contains(&declared.as_str()) {
                fault(format!("would be declared as `{declared}`, which the package declares itself; {RENAME}"));
            }
            if declared != *name
                && let Some(other) = model.definitions.get(&declared)
            {
                fault(format!(
                    "is read and written in different forms, so its written form is declared as `{declared}`; {} has \
                     that name already; {RENAME}",
                    other.rust
                ));
            }
        }
    }
    GenerateError::names(faults)
}

const RENAME: &str = "give it another name with #[wire(name = \"…\")]";
