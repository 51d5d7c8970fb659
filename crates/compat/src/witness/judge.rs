//! The judge of witnesses: a validator that shares no code with the comparison.

use std::collections::HashMap;
use std::sync::Arc;

use jsonschema::paths::Location;
use jsonschema::{Draft, Keyword, Registry, ValidationError, Validator};
use serde_json::{Map, Value, json};

use super::refusal::{self, Refusal};
use crate::schema::number::range;

/// The URI that a bundle has inside its registry; no file or host answers to it.
const BUNDLE_URI: &str = "bundle:///definitions.json";

/// One bundle, ready for judging values by places in it.
pub(crate) struct Judge<'a> {
    document: &'a Value,
    draft: Draft,
    registry: Option<Option<Registry<'static>>>,
    validators: HashMap<Vec<String>, Option<Validator>>,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(document: &'a Value) -> Self {
        let dialect = document.get("$schema").and_then(Value::as_str).unwrap_or_default();
        let draft = match dialect {
            _ if dialect.contains("2020-12") => Draft::Draft202012,
            _ if dialect.contains("2019-09") => Draft::Draft201909,
            _ if dialect.contains("draft-06") => Draft::Draft6,
            _ if dialect.contains("draft-04") => Draft::Draft4,
            "" if document.get("$defs").is_some() => Draft::Draft202012,
            _ => Draft::Draft7,
        };
        Self { document, draft, registry: None, validators: HashMap::new() }
    }

    pub(crate) fn draft(&self) -> Draft {
        self.draft
    }

    /// Whether a value is valid at all of these places; what cannot be judged is.
    pub(crate) fn accepts(&mut self, pointers: &[String], value: &Value) -> bool {
        self.validator(pointers).is_none_or(|validator| validator.is_valid(value))
    }

    /// What is wrong with a value at a place, as near to a spot of it as can be.
    pub(crate) fn refusal(&mut self, pointer: &str, value: &Value, spot: &str) -> Option<Refusal> {
        let validator = self.validator(&[pointer.to_owned()])?;
        refusal::nearest(validator.iter_errors(value), spot)
    }

    fn validator(&mut self, pointers: &[String]) -> Option<&Validator> {
        if !self.validators.contains_key(pointers) {
            let built = self.build(pointers);
            self.validators.insert(pointers.to_vec(), built);
        }
        self.validators[pointers].as_ref()
    }

    fn build(&mut self, pointers: &[String]) -> Option<Validator> {
        let (document, draft) = (self.document, self.draft);
        let registry = self.registry.get_or_insert_with(|| {
            let document = Arc::new(with_null(document));
            let built = Registry::new().draft(draft).add(BUNDLE_URI, document);
            built.and_then(jsonschema::RegistryBuilder::prepare).ok()
        });
        let reference =
            |pointer: &String| json!({ "$ref": format!("{BUNDLE_URI}#{}", escaped(pointer.trim_start_matches('#'))) });
        let schema = json!({ "allOf": pointers.iter().map(reference).collect::<Vec<_>>() });
        jsonschema::options()
            .with_draft(draft)
            .with_registry(registry.as_ref()?)
            .with_keyword("format", format_keyword)
            .build(&schema)
            .ok()
    }
}

/// The same with `nullable: true` as validators say it: OpenAPI's keyword means nothing to them.
pub(super) fn with_null(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let mut all: Map<String, Value> =
                members.iter().map(|(name, value)| (name.clone(), with_null(value))).collect();
            if members.get("nullable") == Some(&Value::Bool(true)) {
                match all.get_mut("type") {
                    Some(Value::Array(names)) if !names.contains(&json!("null")) => names.push(json!("null")),
                    Some(name @ Value::String(_)) if name != "null" => *name = json!([name, "null"]),
                    _ => {}
                }
            }
            Value::Object(all)
        }
        Value::Array(items) => Value::Array(items.iter().map(with_null).collect()),
        other => other.clone(),
    }
}

/// A pointer as the fragment of a URI.
fn escaped(pointer: &str) -> String {
    let mut text = String::with_capacity(pointer.len());
    for byte in pointer.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => text.push(char::from(byte)),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

type BoxedKeyword = Box<dyn for<'i> Keyword<'i>>;

/// `format` as peers with typed decoders mean it: integer formats bound, and those that validators know are checked.
fn format_keyword<'a>(
    _parent: &'a Map<String, Value>,
    value: &'a Value,
    _path: Location,
) -> Result<BoxedKeyword, ValidationError<'a>> {
    let format = value.as_str().unwrap_or_default();
    let schema = match range(format) {
        // As floats, for 64 bits are more than a bound can say; both ends are powers of two or next to one.
        Some((low, high)) => {
            let schema = match (i64::try_from(low), u64::try_from(high)) {
                (Ok(low), Ok(high)) => json!({ "minimum": low, "maximum": high }),
                _ => json!({ "minimum": low as f64, "exclusiveMaximum": (high + 1) as f64 }),
            };
            return built(&schema, Some(format));
        }
        None => json!({ "format": format }),
    };
    built(&schema, None)
}

fn built<'a>(schema: &Value, integer: Option<&str>) -> Result<BoxedKeyword, ValidationError<'a>> {
    // The newest draft knows the formats of all.
    let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
    let inner = options.should_ignore_unknown_formats(true).build(schema).map_err(|error| error.to_owned())?;
    Ok(Box::new(Format { inner, integer: integer.map(str::to_owned) }))
}

struct Format {
    inner: Validator,
    integer: Option<String>,
}

impl<'i> Keyword<'i> for Format {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        match (self.inner.validate(instance), &self.integer) {
            (Ok(()), _) => Ok(()),
            (Err(_), Some(format)) => Err(ValidationError::custom(format!("{instance} is no {format}"))),
            (Err(error), None) => Err(ValidationError::custom(error.to_string())),
        }
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        self.inner.is_valid(instance)
    }
}
