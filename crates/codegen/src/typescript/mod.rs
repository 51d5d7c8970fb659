//! TypeScript: a package of types that need no build step, and the maps from method to params and result.

mod code;
mod jsdoc;
mod meta;
mod methods;
mod modules;
mod readme;
mod runtime;
mod sample;
mod style;
mod types;
mod validate;
mod views;

use serde_json::{Value, json};

use crate::error::GenerateError;
use crate::json_text;
use crate::model::{Definition, Model};
use crate::tree::{Tree, TreeError};
use methodic_profile::Profile;
use style::Style;
pub(crate) use types::property;
use views::Names;
pub(crate) use views::{View, member};

/// Adds a surface below `folder`: the package's own, or one in it; `hash` is the fingerprint of the model.
pub(crate) fn files(model: &Model, hash: &str, folder: &str, tree: &mut Tree) -> Result<(), TreeError> {
    let root = if folder.contains('/') { "../" } else { "./" };
    surface(model, hash, folder, root, Style::default(), tree)
}

fn surface(
    model: &Model,
    hash: &str,
    folder: &str,
    root: &str,
    style: Style,
    tree: &mut Tree,
) -> Result<(), TreeError> {
    let names = Names::new(model);
    let header = format!("// Types of {}, generated from its Rust declaration. Do not edit.\n", model.title);
    for (module, text) in modules::modules(model, &names, &header, style) {
        tree.insert(format!("{folder}/{}", style.file(&module)), text)?;
    }
    tree.insert(format!("{folder}/{}", style.file("methods")), methods::file(model, &names, &header, style))?;
    runtime::client(model, folder, root, style, tree)?;
    meta::files(model, hash, folder, style, tree)?;
    validate::files(model, &names, folder, root, style, tree)?;
    let list = |names: &[&str]| names.iter().map(|name| format!("  {name},\n")).collect::<String>();
    let values = format!("export {{\n{}}} from \"./client.js\";\n", list(&runtime::VALUES));
    let index = format!(
        "{header}\nexport type * from \"{}\";\nexport type * from \"{}\";\n\
         export type {{\n{}}} from \"./client.js\";\n{values}",
        style.import("./methods"),
        style.import("./types"),
        list(&runtime::TYPES)
    );
    tree.insert(format!("{folder}/index.d.ts"), index)?;
    tree.insert(format!("{folder}/index.js"), format!("{header}\n{values}"))
}

/// Adds what the surfaces of the package share, and its own description, whose examples are of the surface `stable`;
/// `also` are folders that hold a further surface.
pub(crate) fn package(
    model: &Model,
    stable: &Model,
    folder: &str,
    also: &[&str],
    tree: &mut Tree,
) -> Result<(), TreeError> {
    runtime::shared(model, folder, tree)?;
    validate::shared(model, folder, tree)?;
    let mut exports = serde_json::Map::new();
    for (path, module) in entries(also) {
        let files = json!({ "types": format!("./{module}.d.ts"), "default": format!("./{module}.js") });
        exports.insert(path, files);
    }
    exports.insert("./package.json".into(), "./package.json".into());
    let mut package = json!({
        "name": model.name.replace('_', "-"),
        "version": model.package_version,
        "description": format!("{}: {}", model.title, model.docs.trim().lines().next().unwrap_or_default()),
        "private": true,
        "type": "module",
        "engines": { "node": ">=20" },
        "sideEffects": false,
        "files": ["**/*.js", "**/*.d.ts"],
        "exports": Value::Object(exports),
        "types": "./index.d.ts",
    });
    if !model.license.is_empty() {
        package["license"] = model.license.as_str().into();
    }
    tree.insert(format!("{folder}/package.json"), json_text::package(&package))?;
    tree.insert(format!("{folder}/README.md"), readme::file(model, stable, also))
}

/// A copy of the package for one client, without what describes it as a package; `header` begins each file.
pub(crate) fn vendored(
    model: &Model,
    hash: &str,
    profile: &Profile,
    header: Option<&str>,
    folder: &str,
) -> Result<Tree, TreeError> {
    let style = Style { layout: profile.layout, imports: profile.import_ext };
    let mut modules = Tree::new();
    surface(model, hash, folder, "./", style, &mut modules)?;
    runtime::shared(model, folder, &mut modules)?;
    validate::shared(model, folder, &mut modules)?;
    let Some(header) = header else { return Ok(modules) };
    let mut tree = Tree::new();
    for (path, text) in modules.iter() {
        tree.insert(path, format!("{}\n{text}", header.trim_end()))?;
    }
    Ok(tree)
}

/// What can be imported, with the module that it is.
fn entries(also: &[&str]) -> Vec<(String, String)> {
    let mut entries = vec![(".".to_owned(), "index".to_owned())];
    entries.extend(also.iter().map(|folder| (format!("./{folder}"), format!("{folder}/index"))));
    for folder in [""].iter().chain(also) {
        let below = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let modules = [("meta", "meta")].into_iter().chain(validate::EXPORTS);
        entries.extend(modules.map(|(path, module)| (format!("./{}", below(path)), below(module))));
    }
    entries.extend(runtime::EXPORTS.iter().map(|module| (format!("./{module}"), (*module).to_owned())));
    entries
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
            if package_names().any(|own| own == declared) {
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

/// The names that the package declares, beside those of the definitions.
fn package_names() -> impl Iterator<Item = &'static str> {
    methods::NAMES.into_iter().chain(runtime::VALUES).chain(runtime::TYPES)
}

const RENAME: &str = "give it another name with #[wire(name = \"…\")]";
