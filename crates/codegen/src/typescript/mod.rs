//! TypeScript: a package of types that need no build step, and the maps from method to params and result.

mod jsdoc;
mod methods;
mod types;
mod views;

use serde_json::{Value, json};

use crate::error::GenerateError;
use crate::json_text;
use crate::model::{Definition, Model};
use crate::tree::Tree;
use views::Names;

/// Adds the types of a surface below `folder`.
pub(crate) fn files(model: &Model, folder: &str, tree: &mut Tree) -> Result<(), GenerateError> {
    let names = Names::new(model);
    check_names(model, &names)?;
    let header = format!("// Types of {}, generated from its Rust declaration. Do not edit.\n", model.title);
    tree.insert(format!("{folder}/types.d.ts"), types::file(model, &names, &header))?;
    tree.insert(format!("{folder}/methods.d.ts"), methods::file(model, &names, &header))?;
    let index = format!("{header}\nexport type * from \"./methods.js\";\nexport type * from \"./types.js\";\n");
    tree.insert(format!("{folder}/index.d.ts"), index)?;
    // The declarations say all there is so far; the module exists so that an import of the package resolves at run time.
    Ok(tree.insert(format!("{folder}/index.js"), "export {};\n")?)
}

/// Adds the package's own description; `also` are folders that hold a further surface.
pub(crate) fn package(model: &Model, folder: &str, also: &[&str], tree: &mut Tree) -> Result<(), GenerateError> {
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
    Ok(tree.insert(format!("{folder}/package.json"), json_text::package(&package))?)
}

/// A type of its own name for every declaration.
fn check_names(model: &Model, names: &Names<'_>) -> Result<(), GenerateError> {
    for definition in model.definitions.values() {
        let Definition { name, rust, .. } = definition;
        if types::property(name).starts_with('"') {
            return Err(GenerateError::name(
                rust,
                name,
                "is no identifier; give it another with #[wire(name = \"…\")]".to_owned(),
            ));
        }
        for (declared, _) in names.declared(name) {
            if methods::NAMES.contains(&declared.as_str()) {
                return Err(GenerateError::name(
                    rust,
                    name,
                    format!("would be declared as `{declared}`, which the package declares itself"),
                ));
            }
            if declared != *name
                && let Some(other) = model.definitions.get(&declared)
            {
                let why = format!(
                    "is read and written in different forms, so its written form is declared as `{declared}`; {} has that name already",
                    other.rust
                );
                return Err(GenerateError::name(rust, name, why));
            }
        }
    }
    Ok(())
}
