//! What must hold in a model; each breach names the Rust types that it concerns.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::build::rust;
use super::error::ModelError;
use super::shape::{Mark, Shape, Union};
use super::{Definition, Model, RawType};

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
        None => errors.push(ModelError::Mark {
            at: named.rust.clone(),
            message: "params and results need a definition of their own: a struct or an enum with #[wire]".to_owned(),
        }),
    }
}

/// A type that is written can be read, too. Where a member is what is only written, it was reported already.
pub(super) fn written_alone(input: &Map<String, Value>, output: &Map<String, Value>, errors: &mut Vec<ModelError>) {
    if errors.iter().any(|error| matches!(error, ModelError::Views { .. })) {
        return;
    }
    for (key, schema) in output.iter().filter(|(key, _)| !input.contains_key(*key)).collect::<BTreeMap<_, _>>() {
        errors.push(ModelError::Views { rust: rust(key, schema).to_owned(), pointer: String::new() });
    }
}

/// Every reference has a target.
pub(super) fn references(model: &Model, errors: &mut Vec<ModelError>) {
    for definition in model.definitions.values() {
        let missing: BTreeSet<&str> =
            definition.shape.refs().into_iter().filter(|name| !model.definitions.contains_key(*name)).collect();
        errors.extend(
            missing.into_iter().map(|to| ModelError::Dangling { from: definition.rust.clone(), to: to.to_owned() }),
        );
    }
}

/// A version's namespace stands among the definitions, and is none of them.
pub(super) fn namespaces(model: &Model, errors: &mut Vec<ModelError>) {
    if let Some(version) = model.version()
        && let Some(definition) = model.definitions.get(version)
    {
        errors.push(ModelError::Collision {
            name: version.to_owned(),
            left: definition.rust.clone(),
            right: format!("the namespace of the types in the module `{version}`"),
        });
    }
}

/// A cut must leave something to use: an experimental member cannot be required, nor can all variants be experimental.
pub(super) fn marks(model: &Model, errors: &mut Vec<ModelError>) {
    for definition in model.definitions.values() {
        let is_message = model.messages.iter().any(|(name, ..)| *name == definition.name);
        definition.shape.walk(&mut |shape| {
            let (fields, union) = match shape {
                Shape::Object(object) => (object.fields.as_slice(), object.choice.as_ref()),
                Shape::Union(union) => (&[][..], Some(union)),
                _ => return,
            };
            for field in fields.iter().filter(|field| field.mark.is_experimental() && field.required) {
                errors.push(ModelError::Mark {
                    at: definition.rust.clone(),
                    message: format!(
                        "the member `{}` is experimental and required, so the stable surface could not send the type at all; \
                         make it an Option or give it #[serde(default)]",
                        field.name
                    ),
                });
            }
            let all = |union: &Union| union.variants.iter().all(|variant| variant.mark.is_experimental());
            if union.is_some_and(all) && !is_message {
                errors.push(ModelError::Mark {
                    at: definition.rust.clone(),
                    message: "all its variants are experimental; mark the methods or fields that use it instead".to_owned(),
                });
            }
        });
    }
    for method in &model.methods {
        if let Mark::Experimental(reason) | Mark::Deprecated(reason) = &method.mark
            && reason.trim().is_empty()
        {
            errors.push(ModelError::Mark {
                at: format!("the method `{}`", method.method),
                message: "its mark has no text; say why it is experimental, or what to use instead of it".to_owned(),
            });
        }
    }
}

/// Every definition is needed by some message. What was only there to be inlined into a variant goes.
pub(super) fn reached(model: &mut Model, inlined: &BTreeSet<String>, errors: &mut Vec<ModelError>) {
    let reached = model.references().closure(model.documents());
    let reached: BTreeSet<String> = reached.into_iter().map(str::to_owned).collect();
    model.definitions.retain(|name, _| reached.contains(name) || !inlined.contains(name));
    for lost in model.definitions.values().filter(|definition| !reached.contains(&definition.name)) {
        let refers = |other: &&Definition| other.name != lost.name && other.shape.refs().contains(&lost.name.as_str());
        let by = model.definitions.values().find(refers).map(|other| other.rust.clone());
        errors.push(ModelError::Unreachable { rust: lost.rust.clone(), by });
    }
}
