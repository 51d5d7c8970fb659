//! Which definitions need two types: one as the client reads it, one as it writes it.

use std::collections::BTreeSet;

use crate::model::{Field, Model, Shape, Views};

/// Who looks at a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum View {
    /// Who writes it: may leave out whatever the receiver does not need.
    Input,
    /// Who reads it: sees what the sender writes.
    Output,
}

/// How a member appears in a view.
pub(crate) struct Member<'a> {
    pub(crate) optional: bool,
    pub(crate) shape: &'a Shape,
}

/// The member in a view.
pub(crate) fn member(field: &Field, view: View) -> Member<'_> {
    match (view, &field.shape) {
        (View::Input, shape) => Member { optional: !field.required, shape },
        // Who leaves an unset member out never writes null, unless null means something else than absent.
        (View::Output, Shape::Nullable(inner)) if !field.written => Member { optional: true, shape: inner },
        (View::Output, shape) => Member { optional: !field.written, shape },
    }
}

/// The names that a package declares, and the views they stand for.
pub(super) struct Names<'a> {
    views: Views<'a>,
    /// Read and written, and not alike.
    split: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn new(model: &'a Model) -> Self {
        let views = model.views();
        let both: BTreeSet<&str> = views.input.intersection(&views.output).copied().collect();
        let mut split: BTreeSet<&str> =
            both.iter().copied().filter(|name| differs(&model.definitions[*name].shape)).collect();
        // What refers to a type that is split is split itself.
        loop {
            let refers =
                |name: &&str| model.definitions[*name].shape.refs().iter().any(|target| split.contains(target));
            let more: Vec<&str> = both.iter().copied().filter(|name| !split.contains(name)).filter(refers).collect();
            if more.is_empty() {
                return Self { views, split };
            }
            split.extend(more);
        }
    }

    /// The declarations of a definition: the TypeScript name of each, and its view.
    pub(super) fn declared(&self, name: &str) -> Vec<(String, View)> {
        let alone = if self.views.output.contains(name) { View::Output } else { View::Input };
        let mut declared = vec![(name.to_owned(), alone)];
        if self.split.contains(name) {
            declared.push((self.of(name, View::Input), View::Input));
        }
        declared
    }

    /// The TypeScript name of a definition in a view.
    pub(super) fn of(&self, name: &str, view: View) -> String {
        match view {
            View::Input if self.split.contains(name) => format!("{name}Input"),
            _ => name.to_owned(),
        }
    }
}

/// Whether the two views of a shape differ in themselves.
fn differs(shape: &Shape) -> bool {
    let mut found = false;
    shape.walk(&mut |shape| {
        if let Shape::Object(object) = shape {
            found |= object.fields.iter().any(|field| {
                let (input, output) = (member(field, View::Input), member(field, View::Output));
                input.optional != output.optional || input.shape != output.shape
            });
        }
    });
    found
}
