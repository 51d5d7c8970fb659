//! Lays the input view and the output view of a type over each other: one shape, with two answers to "required?".

use super::shape::{Field, Shape, Union};

/// What a receiver reads, with `written` taken from what a sender writes.
///
/// # Errors
/// The pointer at which the two differ in anything else.
pub(super) fn merge(input: &mut Shape, output: &Shape, at: &str) -> Result<(), String> {
    match (input, output) {
        (Shape::Object(input), Shape::Object(output)) => {
            if input.closed != output.closed || !same_names(&input.fields, &output.fields) {
                return Err(format!("{at}/properties"));
            }
            for (field, written) in input.fields.iter_mut().zip(&output.fields) {
                merge(&mut field.shape, &written.shape, &format!("{at}/properties/{}", field.name))?;
                field.written = written.required;
            }
            optional(&mut input.rest, &output.rest, at)
        }
        (Shape::Union(Union { variants: input, .. }), Shape::Union(Union { variants: output, .. }))
            if input.len() == output.len() =>
        {
            for (index, (variant, written)) in input.iter_mut().zip(output).enumerate() {
                merge(&mut variant.shape, &written.shape, &format!("{at}/{index}"))?;
            }
            Ok(())
        }
        (Shape::List { items: input, .. }, Shape::List { items: output, .. }) => {
            merge(input, output, &format!("{at}/items"))
        }
        (Shape::Map(input), Shape::Map(output)) => merge(input, output, &format!("{at}/additionalProperties")),
        (Shape::Nullable(input), Shape::Nullable(output)) => merge(input, output, at),
        (Shape::Tuple(input), Shape::Tuple(output)) if input.len() == output.len() => input
            .iter_mut()
            .zip(output)
            .enumerate()
            .try_for_each(|(index, (a, b))| merge(a, b, &format!("{at}/items/{index}"))),
        (input, output) if input == output => Ok(()),
        _ => Err(at.to_owned()),
    }
}

/// A shape that is only ever sent to us: its sender writes what is required, and whatever else it likes.
pub(super) fn input_only(shape: &mut Shape) {
    shape.walk_mut(&mut |shape| {
        if let Shape::Object(object) = shape {
            object.fields.iter_mut().for_each(|field| field.written = field.required);
        }
    });
}

fn optional(input: &mut Option<Box<Shape>>, output: &Option<Box<Shape>>, at: &str) -> Result<(), String> {
    match (input, output) {
        (Some(input), Some(output)) => merge(input, output, &format!("{at}/additionalProperties")),
        (None, None) => Ok(()),
        _ => Err(format!("{at}/additionalProperties")),
    }
}

fn same_names(a: &[Field], b: &[Field]) -> bool {
    a.iter().map(|field| &field.name).eq(b.iter().map(|field| &field.name))
}
