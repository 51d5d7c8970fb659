//! `methods.json`: what the schema of a protocol cannot say. Which methods there are, who sends them, what answers them;
//! without methods, which documents there are.

use methodic::Surface;
use serde_json::{Map, Value, json};

use super::path;
use crate::model::{Definition, Mark, Method, Model};

/// The protocol's table as data.
pub(super) fn metadata(model: &Model, surface: Surface, hash: &str) -> Value {
    let methods: Vec<Value> = model.methods.iter().map(|method| row(model, method)).collect();
    let mut metadata = json!({
        "protocol": {
            "name": model.name,
            "title": model.title,
            "version": model.package_version,
            "hash": hash,
            "license": (!model.license.is_empty()).then_some(&model.license),
            "description": model.docs,
        },
        "surface": surface.as_str(),
        "methods": methods,
    });
    if model.methods.is_empty() {
        let documents = model.documents().into_iter().map(|name| document(&model.definitions[name]));
        metadata["documents"] = documents.collect();
    }
    metadata
}

/// A document is named by the one word that it always says, and after its type where it says none.
fn document(definition: &Definition) -> Value {
    json!({
        "name": definition.shape.own_word().unwrap_or(&definition.name),
        "definition": path(definition),
        "description": definition.docs,
    })
}

fn row(model: &Model, method: &Method) -> Value {
    let place = |name: &Option<String>| name.as_ref().map(|name| path(&model.definitions[name]));
    let mut row = Map::new();
    row.insert("method".into(), method.method.clone().into());
    row.insert("variant".into(), method.variant.clone().into());
    row.insert("kind".into(), method.kind.as_str().into());
    row.insert("direction".into(), method.direction.as_str().into());
    let (stability, reason) = match &method.mark {
        Mark::Stable => ("stable", None),
        Mark::Experimental(reason) => ("experimental", Some(reason)),
        Mark::Deprecated(note) => ("deprecated", Some(note)),
    };
    row.insert("stability".into(), stability.into());
    if let Some(reason) = reason {
        row.insert("reason".into(), reason.clone().into());
    }
    row.insert("description".into(), method.docs.clone().into());
    row.insert("params".into(), place(&method.params).into());
    if method.kind == methodic::Kind::Request {
        row.insert("result".into(), place(&method.result).into());
    }
    row.into()
}
