//! Lays the input view and the output view of a type over each other: one shape, with two answers to "required?".

use super::place::Place;
use super::shape::{Field, Shape, Union};

/// What a receiver reads, with `written` taken from what a sender writes.
///
/// # Errors
/// The pointer at which the two differ in anything else.
pub(super) fn merge(input: &mut Shape, output: &Shape, at: &Place<'_>) -> Result<(), String> {
    match (input, output) {
        (Shape::Object(input), Shape::Object(output)) => {
            if let Some(name) = alone(&input.fields, &output.fields) {
                return Err(at.member("properties").member(name).to_string());
            }
            if input.closed != output.closed {
                return Err(at.member("additionalProperties").to_string());
            }
            for (field, written) in input.fields.iter_mut().zip(&output.fields) {
                let properties = at.member("properties");
                let at = properties.member(&field.name);
                if field.mark != written.mark {
                    return Err(at.to_string());
                }
                merge(&mut field.shape, &written.shape, &at)?;
                field.written = written.required;
            }
            optional(&mut input.rest, &output.rest, at)?;
            match (&mut input.choice, &output.choice) {
                (None, None) => Ok(()),
                (Some(input), Some(output)) => variants(input, output, at),
                _ => Err(at.member("oneOf").to_string()),
            }
        }
        (Shape::Union(input), Shape::Union(output)) => variants(input, output, at),
        (Shape::List { items: input, unique }, Shape::List { items: output, unique: written }) if unique == written => {
            merge(input, output, &at.member("items"))
        }
        (Shape::Map(input), Shape::Map(output)) => merge(input, output, &at.member("additionalProperties")),
        (Shape::Nullable(input), Shape::Nullable(output)) => merge(input, output, at),
        (Shape::Tuple(input), Shape::Tuple(output)) if input.len() == output.len() => input
            .iter_mut()
            .zip(output)
            .enumerate()
            .try_for_each(|(index, (a, b))| merge(a, b, &at.member("items").item(index))),
        (input, output) if input == output => Ok(()),
        _ => Err(at.to_string()),
    }
}

fn variants(input: &mut Union, output: &Union, at: &Place<'_>) -> Result<(), String> {
    if input.variants.len() != output.variants.len() || input.exclusive != output.exclusive {
        return Err(at.to_string());
    }
    let keyword = if input.exclusive { "oneOf" } else { "anyOf" };
    for (index, (variant, written)) in input.variants.iter_mut().zip(&output.variants).enumerate() {
        let members = at.member(keyword);
        let at = members.item(index);
        if variant.mark != written.mark {
            return Err(at.to_string());
        }
        merge(&mut variant.shape, &written.shape, &at)?;
    }
    Ok(())
}

/// A shape that is only ever sent to us: its sender writes what is required, and whatever else it likes.
pub(super) fn input_only(shape: &mut Shape) {
    shape.walk_mut(&mut |shape| {
        if let Shape::Object(object) = shape {
            object.fields.iter_mut().for_each(|field| field.written = field.required);
        }
    });
}

fn optional(input: &mut Option<Box<Shape>>, output: &Option<Box<Shape>>, at: &Place<'_>) -> Result<(), String> {
    match (input, output) {
        (Some(input), Some(output)) => merge(input, output, &at.member("additionalProperties")),
        (None, None) => Ok(()),
        _ => Err(at.member("additionalProperties").to_string()),
    }
}

/// The first member that only one of two has; both are sorted by name.
fn alone<'a>(a: &'a [Field], b: &'a [Field]) -> Option<&'a str> {
    let differ = a.iter().zip(b).find(|(a, b)| a.name != b.name).map(|(a, b)| a.name.as_str().min(&b.name));
    let longer = || a.get(b.len()).or_else(|| b.get(a.len())).map(|field| field.name.as_str());
    differ.or_else(longer)
}
