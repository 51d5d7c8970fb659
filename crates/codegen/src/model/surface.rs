//! Cuts a model down to what a surface shows. What only a withheld part reaches goes with it; what a stable part needs
//! stays, whoever else uses it.

use std::collections::{BTreeMap, BTreeSet};

use methodic::{Direction, Kind, Surface};
use serde_json::Value;

use super::shape::{Shape, Variant};
use super::{Definition, Model};

type Definitions = BTreeMap<String, Definition>;

impl Model {
    /// The model as `surface` shows it.
    pub fn surface(&self, surface: Surface) -> Self {
        let mut model = self.clone();
        if surface == Surface::Experimental {
            return model;
        }
        model.methods.retain(|method| !method.mark.is_experimental());
        for definition in model.definitions.values_mut() {
            definition.shape.walk_mut(&mut |shape| cut_defaults(shape, &self.definitions));
            definition.shape.walk_mut(&mut cut);
        }
        model.forget_unreached();
        model
    }

    /// The model of these methods alone, with what they reach.
    pub fn only(&self, methods: &BTreeSet<String>) -> Self {
        let mut model = self.clone();
        model.methods.retain(|method| methods.contains(&method.method));
        for (name, ..) in &self.messages {
            if let Some(Shape::Union(union)) = model.definitions.get_mut(name).map(|definition| &mut definition.shape) {
                union.variants.retain(|variant| method_of(variant).is_some_and(|method| methods.contains(method)));
            }
        }
        // What no message of these needs is not worth a copy, though the whole protocol publishes it.
        let unions = |name: &String| self.messages.iter().any(|(union, ..)| union == name);
        model.envelopes.retain(unions);
        model.forget_unreached();
        model
    }

    /// Drops the unions of no message, and what nothing refers to any more.
    fn forget_unreached(&mut self) {
        // A section without methods leaves a union of nothing.
        let empty = |(_, direction, kind): &(String, Direction, Kind)| self.section(*direction, *kind).next().is_none();
        let gone: BTreeSet<String> =
            self.messages.iter().filter(|message| empty(message)).map(|(name, ..)| name.clone()).collect();
        self.messages.retain(|(name, ..)| !gone.contains(name));
        self.envelopes.retain(|name| !gone.contains(name));
        let reached = self.references().closure(self.documents());
        let reached: BTreeSet<String> = reached.into_iter().map(str::to_owned).collect();
        self.definitions.retain(|name, _| reached.contains(name));
    }
}

/// The method of a message, seen as a variant of its union.
fn method_of(variant: &Variant) -> Option<&str> {
    match &variant.shape {
        Shape::Object(message) => message.literal("method"),
        _ => None,
    }
}

fn cut(shape: &mut Shape) {
    match shape {
        Shape::Object(object) => {
            object.fields.retain(|field| !field.mark.is_experimental());
            if let Some(choice) = &mut object.choice {
                choice.variants.retain(|variant| !variant.mark.is_experimental());
            }
        }
        Shape::Union(union) => union.variants.retain(|variant| !variant.mark.is_experimental()),
        _ => {}
    }
}

/// A default names members of another type, some of which may be experimental.
fn cut_defaults(shape: &mut Shape, definitions: &Definitions) {
    if let Shape::Object(object) = shape {
        for field in &mut object.fields {
            field.default = field.default.take().and_then(|value| stable(value, &field.shape, definitions));
        }
    }
}

/// What is left of a value of a shape without the experimental members; nothing if the value is experimental itself.
fn stable(value: Value, shape: &Shape, definitions: &Definitions) -> Option<Value> {
    match (value, resolve(shape, definitions)) {
        (Value::Null, _) => Some(Value::Null),
        (value, Shape::Nullable(inner)) => stable(value, inner, definitions),
        (Value::Array(items), Shape::List { items: each, .. }) => {
            items.into_iter().map(|item| stable(item, each, definitions)).collect::<Option<_>>().map(Value::Array)
        }
        (Value::Array(items), Shape::Tuple(each)) => {
            let items = items.into_iter().zip(each).map(|(item, shape)| stable(item, shape, definitions));
            items.collect::<Option<_>>().map(Value::Array)
        }
        (Value::Object(members), Shape::Map(each)) => {
            let members = members.into_iter().map(|(name, member)| Some((name, stable(member, each, definitions)?)));
            members.collect::<Option<_>>().map(Value::Object)
        }
        (Value::Object(members), Shape::Object(object)) => {
            let member = |(name, member): (String, Value)| match object.fields.iter().find(|field| field.name == name) {
                Some(field) if field.mark.is_experimental() => None,
                Some(field) => Some(stable(member, &field.shape, definitions).map(|member| (name, member))),
                None => Some(Some((name, member))),
            };
            members.into_iter().filter_map(member).collect::<Option<_>>().map(Value::Object)
        }
        (value, Shape::Union(union)) => {
            match union.variants.iter().find(|variant| fits(&value, variant, definitions)) {
                Some(variant) if variant.mark.is_experimental() => None,
                Some(variant) => stable(value, &variant.shape, definitions),
                None => Some(value),
            }
        }
        (value, _) => Some(value),
    }
}

/// Whether a value is of this variant, as far as tells the variants of a wire type apart.
fn fits(value: &Value, variant: &Variant, definitions: &Definitions) -> bool {
    match (value, resolve(&variant.shape, definitions)) {
        (value, Shape::Literal(only)) => value == only,
        (Value::Object(members), Shape::Object(object)) => {
            object.fields.iter().all(|field| match (members.get(&field.name), &field.shape) {
                (Some(value), Shape::Literal(only)) => value == only,
                (member, _) => member.is_some() || !field.required,
            })
        }
        (Value::Object(_), Shape::Map(_))
        | (Value::Array(_), Shape::List { .. } | Shape::Tuple(_))
        | (Value::String(_), Shape::String { .. })
        | (Value::Number(_), Shape::Number(_))
        | (Value::Bool(_), Shape::Boolean) => true,
        (value, Shape::Union(union)) => union.variants.iter().any(|variant| fits(value, variant, definitions)),
        _ => false,
    }
}

/// The shape that a reference means, after at most as many steps as there are definitions.
fn resolve<'a>(mut shape: &'a Shape, definitions: &'a Definitions) -> &'a Shape {
    for _ in 0..definitions.len() {
        match shape {
            Shape::Ref(name) if definitions.contains_key(name) => shape = &definitions[name].shape,
            _ => break,
        }
    }
    shape
}
