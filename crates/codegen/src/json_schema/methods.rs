//! `methods.json`: what the schema of a protocol cannot say. Which methods there are, who sends them, what answers them.

use methodic::Surface;
use serde_json::{Map, Value, json};

use super::path;
use crate::model::{Mark, Method, Model};

/// The protocol's table as data.
pub(super) fn metadata(model: &Model, surface: Surface, hash: &str) -> Value {
    let methods: Vec<Value> = model.methods.iter().map(|method| row(model, method)).collect();
    json!({
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
