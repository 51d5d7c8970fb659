//! JSON Schema: a self-contained file for every payload and envelope, and bundles of all definitions.

mod methods;
mod render;
mod titles;

use serde_json::{Map, Value, json};

use crate::json_text;
use crate::model::{Definition, Model};
use crate::tree::{Tree, TreeError};
use render::Renderer;

const DIALECT: &str = "http://json-schema.org/draft-07/schema#";

/// Adds all schema files of a model below `folder`.
pub(crate) fn files(model: &Model, surface: methodic::Surface, folder: &str, tree: &mut Tree) -> Result<(), TreeError> {
    for name in model.documents() {
        let definition = &model.definitions[name];
        tree.insert(format!("{folder}/{}.json", path(definition)), json_text::schema(&document(model, definition)))?;
    }
    tree.insert(format!("{folder}/{}.schemas.json", model.name), json_text::schema(&bundle(model)))?;
    if let Some(version) = model.version() {
        let text = json_text::schema(&flat(model, version));
        tree.insert(format!("{folder}/{}.{version}.schemas.json", model.name), text)?;
    }
    tree.insert(format!("{folder}/methods.json"), json_text::schema(&methods::metadata(model, surface)))
}

/// The path of a definition's own file, without `.json`: `v2/ThreadStartParams`.
pub(crate) fn path(definition: &Definition) -> String {
    match definition.folder.as_str() {
        "" => definition.name.clone(),
        folder => format!("{folder}/{}", definition.name),
    }
}

/// One definition with all that it needs.
fn document(model: &Model, definition: &Definition) -> Value {
    let target = |name: &str| match name {
        name if name == definition.name => "#".to_owned(),
        name => format!("#/definitions/{name}"),
    };
    let renderer = Renderer { target: &target };
    let mut schema = renderer.definition(definition, true);
    let others = model.reached_from([definition.name.as_str()]).into_iter().filter(|name| *name != definition.name);
    let others: Map<String, Value> =
        others.map(|name| (name.to_owned(), renderer.definition(&model.definitions[name], false).into())).collect();
    if !others.is_empty() {
        schema.insert("definitions".into(), others.into());
    }
    schema.insert("$schema".into(), DIALECT.into());
    schema.into()
}

/// All definitions; the newest version has a namespace of its own.
fn bundle(model: &Model) -> Value {
    let version = model.version();
    let newest = |definition: &Definition| {
        version.is_some_and(|version| definition.folder == version || definition.also.contains(version))
    };
    let target = |name: &str| match version {
        Some(version) if newest(&model.definitions[name]) => format!("#/definitions/{version}/{name}"),
        _ => format!("#/definitions/{name}"),
    };
    let renderer = Renderer { target: &target };
    let documents = model.documents();
    let (mut root, mut space) = (Map::new(), Map::new());
    for (name, definition) in &model.definitions {
        let is_document = documents.contains(name.as_str());
        let older = |folder: &str| version != Some(folder);
        if newest(definition) {
            // A document of the root that is listed here too is titled there alone.
            let titled = is_document && !older(&definition.folder);
            space.insert(name.clone(), renderer.definition(definition, titled).into());
        }
        if older(&definition.folder) || definition.also.iter().any(|folder| older(folder)) {
            root.insert(name.clone(), renderer.definition(definition, is_document).into());
        }
    }
    if let Some(version) = version {
        root.insert(version.to_owned(), space.into());
    }
    top(&model.title, &model.docs, root)
}

/// All definitions on one level, for generators that do not walk into namespaces.
fn flat(model: &Model, version: &str) -> Value {
    let target = |name: &str| format!("#/definitions/{name}");
    let renderer = Renderer { target: &target };
    let documents = model.documents();
    let definitions = model.definitions.iter().map(|(name, definition)| {
        let titled =
            documents.contains(name.as_str()) && !(definition.folder != version && definition.also.contains(version));
        (name.clone(), renderer.definition(definition, titled).into())
    });
    top(&format!("{}{}", model.title, version.to_uppercase()), &model.docs, definitions.collect())
}

fn top(title: &str, docs: &str, definitions: Map<String, Value>) -> Value {
    json!({ "$schema": DIALECT, "title": title, "description": docs, "type": "object", "definitions": definitions })
}
