//! From an error of the schema library to a fault in plain words, with the nearest form of a union that fits none.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError};
use serde_json::Value;

use crate::agreement::Sight;
use crate::envelope::Fault;
use crate::finding::shown;
use crate::pointer::{brief, shorten};

/// An error as a fault; `prefix` is the pointer of the checked value inside the message.
pub(crate) fn explain(prefix: &str, error: &ValidationError<'_>) -> Fault {
    let keyword = match error.kind() {
        // The library's name for a schema that is `false`, which has no keyword.
        ValidationErrorKind::FalseSchema => "false",
        kind => kind.keyword(),
    };
    Fault::new(format!("{prefix}{}", error.instance_path().as_str()), keyword, describe(prefix, error))
        .seen(sight(error))
}

/// Who notices a fault. Of a union, each form must have a fault that they notice: who is blind to all faults of one form
/// takes the value for that form. A member that is too many for several forms may be that of another
/// form, and closed types let such a member pass.
fn sight(error: &ValidationError<'_>) -> Sight {
    match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            let too_many_here = |found: &ValidationError<'_>| {
                matches!(found.kind(), ValidationErrorKind::AdditionalProperties { .. })
                    && found.instance_path() == error.instance_path()
            };
            let shared = context.iter().filter(|errors| errors.iter().any(too_many_here)).count() > 1;
            let seen = |found| if shared && too_many_here(found) { Sight::Value } else { sight(found) };
            let forms = context.iter().map(|errors| errors.iter().map(seen).max().unwrap_or(Sight::Format));
            forms.min().unwrap_or(Sight::Format)
        }
        // A fraction where an integer belongs: both are numbers.
        ValidationErrorKind::Type { .. } if error.instance().is_number() && allows_integer(error.kind()) => {
            Sight::Value
        }
        ValidationErrorKind::Type { .. }
        | ValidationErrorKind::Required { .. }
        | ValidationErrorKind::Enum { .. }
        | ValidationErrorKind::Constant { .. }
        | ValidationErrorKind::FalseSchema => Sight::Shape,
        ValidationErrorKind::AdditionalProperties { .. } => Sight::Excess,
        // The only keyword that is looked at in our own way.
        ValidationErrorKind::Custom { .. } | ValidationErrorKind::Format { .. } => Sight::Format,
        _ => Sight::Value,
    }
}

fn allows_integer(kind: &ValidationErrorKind) -> bool {
    match kind {
        ValidationErrorKind::Type { kind: TypeKind::Single(expected) } => *expected == JsonType::Integer,
        ValidationErrorKind::Type { kind: TypeKind::Multiple(expected) } => expected.contains(JsonType::Integer),
        _ => false,
    }
}

fn describe(prefix: &str, error: &ValidationError<'_>) -> String {
    let found = brief(error.instance());
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            format!("missing `{}`", property.as_str().unwrap_or_default())
        }
        ValidationErrorKind::Type { kind: TypeKind::Single(expected) } => format!("expected {expected}, found {found}"),
        ValidationErrorKind::Type { kind: TypeKind::Multiple(expected) } => {
            // That null would do as well is rarely what the reader asks: it goes last.
            let mut names: Vec<String> = expected.iter().map(|name| name.to_string()).collect();
            names.sort_by_key(|name| name == "null");
            format!("expected {}, found {found}", names.join(" or "))
        }
        ValidationErrorKind::Enum { options } => {
            let names: Vec<String> = options.as_array().into_iter().flatten().map(Value::to_string).collect();
            match names.as_slice() {
                [one] => format!("expected {one}, found {found}"),
                _ => format!("expected one of {}, found {found}", shorten(&names.join(", "), 200)),
            }
        }
        ValidationErrorKind::Constant { expected_value } => format!("expected {expected_value}, found {found}"),
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            format!("unexpected member `{}`", unexpected.join("`, `"))
        }
        ValidationErrorKind::Minimum { limit } => format!("expected at least {}, found {found}", plain(limit)),
        ValidationErrorKind::Maximum { limit } => format!("expected at most {}, found {found}", plain(limit)),
        ValidationErrorKind::OneOfMultipleValid { context } => {
            format!("expected exactly one of {} forms to fit {found}, more than one does", context.len())
        }
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            let forms = format!("{found} fits none of {} forms", context.len());
            match leaf(error) {
                // At the same place a union inside the union (a nullable one, say) has nothing to add.
                Some(leaf) if !(is_union(leaf) && leaf.instance_path() == error.instance_path()) => {
                    let Fault { pointer, keyword, message, .. } = explain(prefix, leaf);
                    format!("{forms}; the nearest says {} ({keyword}): {message}", shown(&pointer))
                }
                _ => forms,
            }
        }
        ValidationErrorKind::Custom { message, .. } => shorten(message, 200),
        _ => shorten(&error.to_string(), 200),
    }
}

/// A limit without the `.0` that a generator may have given a whole number.
fn plain(limit: &Value) -> String {
    let text = limit.to_string();
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

fn is_union(error: &ValidationError<'_>) -> bool {
    matches!(error.kind(), ValidationErrorKind::AnyOf { .. } | ValidationErrorKind::OneOfNotValid { .. })
}

/// From a union, through the nearest form of each union below it, to the error that says most.
fn leaf<'a>(union: &'a ValidationError<'_>) -> Option<&'a ValidationError<'static>> {
    let (ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context }) = union.kind() else {
        return None;
    };
    let nearest = nearest(union.instance_path().as_str(), context)?;
    leaf(nearest).or(Some(nearest))
}

/// The first error of the form that the value most likely was meant to be: one of the right type whose tag fits, and
/// of these the one with the fewest errors.
fn nearest<'a>(union: &str, context: &'a [Vec<ValidationError<'static>>]) -> Option<&'a ValidationError<'static>> {
    let depth = |pointer: &str| pointer.matches('/').count();
    let here = depth(union);
    let another_form = |error: &ValidationError<'static>| {
        let below = depth(error.instance_path().as_str()) - here;
        match error.kind() {
            ValidationErrorKind::Enum { .. } | ValidationErrorKind::Constant { .. } => below <= 1,
            ValidationErrorKind::Type { .. } => below == 0,
            _ => false,
        }
    };
    context
        .iter()
        .filter(|errors| !errors.iter().any(another_form))
        .min_by_key(|errors| errors.len())
        .and_then(|errors| errors.first())
}
