//! The keyword `format`, with integer formats taken at their word.
//!
//! A bundle says `"format": "uint32"` without a `maximum`, and plain validators bound nothing by it. A typed decoder
//! refuses what its integer cannot hold, so a validator that lets it pass would disagree with every decoder.

use jsonschema::paths::Location;
use jsonschema::{Draft, Keyword, ValidationError, Validator};
use serde_json::{Map, Number, Value};

/// The smallest and the largest value of an integer format, or `None` for any other format.
///
/// `int` and `uint` are pointer-sized where they are declared; 64 bits is what every peer of today has.
pub(crate) fn range(format: &str) -> Option<(i128, i128)> {
    let signed = |bits: u32| (-(1_i128 << (bits - 1)), (1_i128 << (bits - 1)) - 1);
    let unsigned = |bits: u32| (0, (1_i128 << bits) - 1);
    Some(match format {
        "int8" => signed(8),
        "int16" => signed(16),
        "int32" => signed(32),
        "int64" | "int" => signed(64),
        "uint8" => unsigned(8),
        "uint16" => unsigned(16),
        "uint32" => unsigned(32),
        "uint64" | "uint" => unsigned(64),
        _ => return None,
    })
}

/// Whether a number lies in a range. Fractions are the business of `type`, magnitude alone counts here.
pub(crate) fn holds((low, high): (i128, i128), number: &Number) -> bool {
    match (number.as_i64(), number.as_u64(), number.as_f64()) {
        (Some(value), _, _) => (low..=high).contains(&i128::from(value)),
        (_, Some(value), _) => (low..=high).contains(&i128::from(value)),
        // Both ends are powers of two or next to one, so `low` and `high + 1` are exact as floats.
        (_, _, Some(value)) => value >= low as f64 && value < (high + 1) as f64,
        _ => false,
    }
}

type BoxedKeyword = Box<dyn for<'i> Keyword<'i>>;

/// Builds the check of one `format`, as [`jsonschema::ValidationOptions::with_keyword`] wants it.
pub(crate) fn format_keyword<'a>(
    _parent: &'a Map<String, Value>,
    value: &'a Value,
    path: Location,
) -> Result<BoxedKeyword, ValidationError<'a>> {
    let Some(format) = value.as_str() else {
        return Err(ValidationError::schema(format!("{path}: `format` is {value}: expected a string")));
    };
    match range(format) {
        Some(range) => Ok(Box::new(Bounded { format: format.to_owned(), range })),
        // Taking over the keyword takes the built-in formats away as well, so they are handed back here.
        None => jsonschema::options()
            .with_draft(Draft::Draft7)
            .should_validate_formats(true)
            .build(&serde_json::json!({ "format": format }))
            .map(|inner| Box::new(BuiltIn { format: format.to_owned(), inner }) as BoxedKeyword),
    }
}

struct Bounded {
    format: String,
    range: (i128, i128),
}

impl<'i> Keyword<'i> for Bounded {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(instance) {
            return Ok(());
        }
        let (low, high) = self.range;
        Err(ValidationError::custom(format!("{} ({low} to {high})", self.format)))
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        instance.as_number().is_none_or(|number| holds(self.range, number))
    }
}

struct BuiltIn {
    format: String,
    inner: Validator,
}

impl<'i> Keyword<'i> for BuiltIn {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.inner.is_valid(instance) {
            return Ok(());
        }
        Err(ValidationError::custom(format!("the format {}", self.format)))
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        self.inner.is_valid(instance)
    }
}

/// A keyword that refuses every value: put on the mark of experimental parts, it closes them.
pub(crate) struct Refuse;

impl<'i> Keyword<'i> for Refuse {
    fn validate(&self, _instance: &'i Value) -> Result<(), ValidationError<'i>> {
        Err(ValidationError::custom("experimental"))
    }

    fn is_valid(&self, _instance: &'i Value) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(format: &str, text: &str) -> bool {
        holds(range(format).expect("an integer format"), &serde_json::from_str(text).expect("a number"))
    }

    #[test]
    fn every_integer_format_ends_where_its_type_ends() {
        for (format, low, high) in [
            ("int8", i8::MIN.into(), i8::MAX.into()),
            ("int16", i16::MIN.into(), i16::MAX.into()),
            ("int32", i32::MIN.into(), i32::MAX.into()),
            ("int64", i64::MIN.into(), i64::MAX.into()),
            ("int", i64::MIN.into(), i64::MAX.into()),
            ("uint8", 0, u8::MAX.into()),
            ("uint16", 0, u16::MAX.into()),
            ("uint32", 0, u32::MAX.into()),
            ("uint64", 0, u64::MAX.into()),
            ("uint", 0, i128::from(u64::MAX)),
        ] {
            assert_eq!(range(format), Some((low, high)), "{format}");
            assert!(accepts(format, &low.to_string()), "{format} must hold {low}");
            assert!(accepts(format, &high.to_string()), "{format} must hold {high}");
            assert!(!accepts(format, &(high + 1).to_string()), "{format} must refuse {}", high + 1);
            // Below -2^63 JSON numbers become floats, and the nearest float of -2^63 - 1 is -2^63 itself.
            if low > i128::from(i64::MIN) {
                assert!(!accepts(format, &(low - 1).to_string()), "{format} must refuse {}", low - 1);
            }
        }
        assert!(!accepts("int64", "-9223372036854777856"));
    }

    #[test]
    fn floats_are_judged_by_magnitude() {
        assert!(accepts("uint8", "255.0"));
        assert!(!accepts("uint8", "256.0"));
        assert!(!accepts("uint64", "1e300"));
        assert_eq!(range("double"), None);
    }
}
