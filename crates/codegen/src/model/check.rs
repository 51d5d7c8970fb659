//! What must hold in a model; each breach names the Rust types that it concerns.

use std::collections::{BTreeMap, BTreeSet};

use super::error::ModelError;
use super::shape::{Mark, Shape};
use super::{Definition, Model, RawType, reach};

/// A type that the table names is the one that its name stands for.
pub(super) fn owns_its_name(named: &RawType, definitions: &BTreeMap<String, Definition>, errors: &mut Vec<ModelError>) {
    match definitions.get(&named.name) {
        Some(definition) if definition.rust == named.rust => {}
        Some(definition) => {
            let collision = ModelError::Collision {
                name: named.name.clone(),
                left: definition.rust.clone(),
                right: named.rust.clone(),
            };
            if !errors.contains(&collision) {
                errors.push(collision);
            }
        }
        None if errors.iter().any(|error| concerns(error, &named.rust)) => {}
        None => errors.push(ModelError::Mark {
            at: named.rust.clone(),
            message: "params and results need a definition of their own: a struct or an enum with #[wire]".to_owned(),
        }),
    }
}

/// Whether the missing definition was already reported for what it is.
fn concerns(error: &ModelError, path: &str) -> bool {
    match error {
        ModelError::Unsupported { rust, .. } | ModelError::Views { rust, .. } => rust == path,
        ModelError::Collision { left, right, .. } => left == path || right == path,
        _ => false,
    }
}

/// Every reference has a target.
pub(super) fn references(model: &Model, errors: &mut Vec<ModelError>) {
    // A definition that could not be understood was reported as such; what refers to it is not at fault.
    let broken = errors.iter().any(|error| {
        matches!(error, ModelError::Unsupported { .. } | ModelError::Views { .. } | ModelError::Collision { .. })
    });
    if broken {
        return;
    }
    for definition in model.definitions.values() {
        let missing: BTreeSet<&str> =
            definition.shape.refs().into_iter().filter(|name| !model.definitions.contains_key(*name)).collect();
        errors.extend(
            missing.into_iter().map(|to| ModelError::Dangling { from: definition.rust.clone(), to: to.to_owned() }),
        );
    }
}

/// A cut must leave something to use: an experimental member cannot be required, nor can all variants be experimental.
pub(super) fn marks(model: &Model, errors: &mut Vec<ModelError>) {
    for definition in model.definitions.values() {
        definition.shape.walk(&mut |shape| match shape {
            Shape::Object(object) => {
                for field in object.fields.iter().filter(|field| field.mark.is_experimental() && field.required) {
                    errors.push(ModelError::Mark {
                        at: definition.rust.clone(),
                        message: format!(
                            "the member `{}` is experimental and required, so the stable surface could not send the type at all; \
                             make it an Option or give it #[serde(default)]",
                            field.name
                        ),
                    });
                }
            }
            Shape::Union(union)
                if union.variants.iter().all(|variant| variant.mark.is_experimental())
                    && model.messages.iter().all(|(name, ..)| *name != definition.name) =>
            {
                errors.push(ModelError::Mark {
                    at: definition.rust.clone(),
                    message: "all its variants are experimental; mark the methods or fields that use it instead".to_owned(),
                });
            }
            _ => {}
        });
    }
    for method in &model.methods {
        if let Mark::Experimental(reason) | Mark::Deprecated(reason) = &method.mark
            && reason.trim().is_empty()
        {
            errors.push(ModelError::Mark {
                at: format!("the method `{}`", method.method),
                message: "its mark has no text".to_owned(),
            });
        }
    }
}

/// Every definition is needed by some message. What was only there to be inlined into a variant goes.
pub(super) fn reached(model: &mut Model, inlined: &BTreeSet<String>, errors: &mut Vec<ModelError>) {
    if !errors.is_empty() {
        return;
    }
    let reached: BTreeSet<String> =
        reach::closure(&model.definitions, model.documents()).into_iter().map(str::to_owned).collect();
    model.definitions.retain(|name, _| reached.contains(name) || !inlined.contains(name));
    for lost in model.definitions.values().filter(|definition| !reached.contains(&definition.name)) {
        let refers = |other: &&Definition| other.name != lost.name && other.shape.refs().contains(&lost.name.as_str());
        let by = model.definitions.values().find(refers).map(|other| other.rust.clone());
        errors.push(ModelError::Unreachable { rust: lost.rust.clone(), by });
    }
}
