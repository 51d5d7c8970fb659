//! Cuts a model down to what a surface shows. What only a withheld part reaches goes with it; what a stable part needs
//! stays, whoever else uses it.

use std::collections::BTreeSet;

use methodic::Surface;

use super::Model;
use super::shape::Shape;

impl Model {
    /// The model as `surface` shows it.
    pub fn surface(&self, surface: Surface) -> Self {
        let mut model = self.clone();
        if surface == Surface::Experimental {
            return model;
        }
        model.methods.retain(|method| !method.mark.is_experimental());
        for definition in model.definitions.values_mut() {
            cut(&mut definition.shape);
        }
        // A section of experimental methods alone leaves a union of nothing.
        let gone: BTreeSet<String> = model
            .messages
            .iter()
            .filter(|(_, direction, kind)| model.section(*direction, *kind).next().is_none())
            .map(|(name, ..)| name.clone())
            .collect();
        model.messages.retain(|(name, ..)| !gone.contains(name));
        model.envelopes.retain(|name| !gone.contains(name));
        let reached = model.references().closure(model.documents());
        let reached: BTreeSet<String> = reached.into_iter().map(str::to_owned).collect();
        model.definitions.retain(|name, _| reached.contains(name));
        model
    }
}

fn cut(shape: &mut Shape) {
    shape.walk_mut(&mut |shape| match shape {
        Shape::Object(object) => object.fields.retain(|field| !field.mark.is_experimental()),
        Shape::Union(union) => union.variants.retain(|variant| !variant.mark.is_experimental()),
        _ => {}
    });
}
