//! How the variants of a union are told apart. What the value itself says is looked at once, and errors point into the
//! variant that was meant; the rest is tried in turn.

use crate::model::{Definition, Model, Object, Shape, Union};
use serde_json::Value;

/// The kinds of unions.
pub(super) enum Choice<'a> {
    /// Fixed values alone.
    Values(Vec<&'a Value>),
    /// A text alone, or an object with one member, which is named as the variant is.
    Keyed(Vec<&'a Value>, Vec<(&'a str, &'a Shape)>),
    /// Objects that say in a member of this name which they are.
    Tagged(&'a str, Vec<(&'a str, &'a Shape)>),
    /// Anything else: the fixed values, then the others in their order.
    Either(Vec<&'a Value>, Vec<&'a Shape>),
}

impl<'a> Choice<'a> {
    /// Finds out which kind a union is.
    pub(super) fn of(model: &'a Model, union: &'a Union) -> Self {
        let (mut values, mut others) = (Vec::new(), Vec::new());
        for variant in &union.variants {
            match &variant.shape {
                Shape::Literal(value) => values.push(value),
                shape => others.push(shape),
            }
        }
        if others.is_empty() {
            return Self::Values(values);
        }
        if values.iter().all(|value| value.is_string())
            && let Some(keyed) = others.iter().map(|shape| alone(shape)).collect::<Option<Vec<_>>>()
            && distinct(&keyed)
        {
            return Self::Keyed(values, keyed);
        }
        if values.is_empty()
            && let Some((tag, variants)) = tagged(model, &others)
        {
            return Self::Tagged(tag, variants);
        }
        Self::Either(values, others)
    }
}

/// The one member of an object that has no other.
fn alone(shape: &Shape) -> Option<(&str, &Shape)> {
    match shape {
        Shape::Object(Object { fields, closed: true, rest: None, choice: None, .. }) => match fields.as_slice() {
            [only] if only.required => Some((&only.name, &only.shape)),
            _ => None,
        },
        _ => None,
    }
}

/// The member by which all of these objects differ, and each of them by its value.
fn tagged<'a>(model: &'a Model, shapes: &[&'a Shape]) -> Option<(&'a str, Vec<(&'a str, &'a Shape)>)> {
    let objects: Vec<&Object> = shapes.iter().map(|shape| object(model, shape)).collect::<Option<_>>()?;
    let first = objects.first()?;
    first.fields.iter().filter(|field| field.required).find_map(|field| {
        let variant = |(object, shape): (&&'a Object, &&'a Shape)| {
            let required = object.fields.iter().any(|other| other.name == field.name && other.required);
            object.literal(&field.name).filter(|_| required).map(|value| (value, *shape))
        };
        let variants = objects.iter().zip(shapes).map(variant).collect::<Option<Vec<_>>>()?;
        distinct(&variants).then_some((field.name.as_str(), variants))
    })
}

/// The object that a shape is, by itself or by a definition's name; a step for each definition is enough.
fn object<'a>(model: &'a Model, mut shape: &'a Shape) -> Option<&'a Object> {
    for _ in 0..=model.definitions.len() {
        shape = match shape {
            Shape::Object(object) => return Some(object),
            Shape::Ref(name) => model.definitions.get(name).map(|Definition { shape, .. }| shape)?,
            _ => return None,
        };
    }
    None
}

fn distinct(variants: &[(&str, &Shape)]) -> bool {
    let names: std::collections::BTreeSet<&str> = variants.iter().map(|(name, _)| *name).collect();
    names.len() == variants.len()
}
