//! Who would notice what a schema refuses: every type, closed types, or only those who look at values.
//!
//! It is told from the errors of the schema library, of a union's every form: an explanation for readers leaves out the
//! forms that were not meant, but a type refuses a value only if no form takes it.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError};

use crate::agreement::Sight;

/// Who notices an error. Of a union, each form must have a fault that they notice: who is blind to all faults of one
/// form takes the value for that form. A member that is too many for several forms may be that of another form, and
/// closed types let such a member pass.
pub(crate) fn sight(error: &ValidationError<'_>) -> Sight {
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
