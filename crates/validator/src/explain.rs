//! From errors of the schema library to faults in plain words; of a union only the form that was meant.

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;

use crate::fault::Fault;
use crate::nearest::likeness;
use crate::pointer::{brief, shorten};
use crate::unions;

/// How long a list of allowed values may become, in characters.
const LISTED: usize = 200;

/// What an explanation needs beside the error.
#[derive(Clone, Copy)]
pub(crate) struct Explain<'a> {
    /// The bundle.
    pub(crate) document: &'a Value,
    /// The URI by which the library knows the bundle.
    pub(crate) uri: &'a str,
    /// The name by which readers know it.
    pub(crate) name: &'a str,
    /// The pointer of the checked value inside the message.
    pub(crate) prefix: &'a str,
}

impl Explain<'_> {
    /// The faults that these errors are, each place once.
    pub(crate) fn all<'e>(&self, errors: impl IntoIterator<Item = &'e ValidationError<'e>>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for error in errors {
            faults.extend(self.one(error));
        }
        settle(faults)
    }

    fn one(&self, error: &ValidationError<'_>) -> Vec<Fault> {
        let place = error.absolute_keyword_location().and_then(|uri| uri.as_str().strip_prefix(self.uri));
        let place = place.and_then(|fragment| fragment.strip_prefix('#')).map(unescaped);
        let schema = place.as_ref().map(|pointer| format!("{}#{pointer}", self.name));
        let pointer = format!("{}{}", self.prefix, error.instance_path().as_str());
        let (ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context }) = error.kind()
        else {
            return vec![describe(pointer, error).schema(schema)];
        };
        let keyword = error.kind().keyword();
        let Some(forms) = place.and_then(|place| self.document.pointer(&place)).and_then(Value::as_array) else {
            let message = format!("{} fits none of {} forms", brief(error.instance()), context.len());
            return vec![Fault::new(pointer, keyword, message).schema(schema)];
        };
        let explained = |index: usize| context.get(index).map(|errors| self.all(errors)).unwrap_or_default();
        let mut faults = unions::faults(self.document, forms, &pointer, error.instance(), &explained);
        if faults.is_empty() {
            // A refused value never passes for want of words.
            faults.push(describe(pointer.clone(), error));
        }
        for fault in &mut faults {
            fault.schema = fault.schema.take().or_else(|| schema.clone());
            fault.stand_for(&pointer, keyword);
        }
        faults
    }
}

/// One fault for each value where several keywords of one schema say the same (a number that is no string is not one of
/// the strings listed either), and one for all members that an object lacks.
fn settle(faults: Vec<Fault>) -> Vec<Fault> {
    fn owner(fault: &Fault) -> Option<&str> {
        Some(fault.schema.as_deref()?.rsplit_once('/')?.0)
    }
    let rank = |fault: &Fault| match fault.keyword.as_str() {
        "enum" | "const" => Some(0),
        "type" => Some(1),
        "format" => Some(2),
        "minimum" | "maximum" => Some(3),
        _ => None,
    };
    let mut settled: Vec<Fault> = Vec::new();
    for mut fault in faults {
        let same = settled
            .iter_mut()
            .find(|other| other.pointer == fault.pointer && owner(other).is_some() && owner(other) == owner(&fault));
        match (same, rank(&fault)) {
            (Some(other), None) if fault.keyword == "required" && other.schema == fault.schema => {
                other.lacks_too(fault)
            }
            (Some(other), Some(ours)) if rank(other).is_some() => {
                if rank(other) > Some(ours) {
                    std::mem::swap(other, &mut fault);
                }
                other.absorb(fault);
            }
            _ => settled.push(fault),
        }
    }
    settled
}

fn describe(pointer: String, error: &ValidationError<'_>) -> Fault {
    let found = error.instance();
    let keyword = match error.kind() {
        // The library's name for a schema that is `false`, which has no keyword.
        ValidationErrorKind::FalseSchema => "false",
        kind => kind.keyword(),
    };
    let mismatch = |expected: String| Fault::mismatch(pointer.as_str(), keyword, expected, found);
    match error.kind() {
        ValidationErrorKind::Required { property } => Fault::missing(pointer, property.as_str().unwrap_or_default()),
        ValidationErrorKind::Type { kind: TypeKind::Single(expected) } => mismatch(expected.to_string()),
        ValidationErrorKind::Type { kind: TypeKind::Multiple(expected) } => {
            // That null would do as well is rarely what the reader asks: it goes last.
            let mut names: Vec<String> = expected.iter().map(|name| name.to_string()).collect();
            names.sort_by_key(|name| name == "null");
            mismatch(names.join(" or "))
        }
        ValidationErrorKind::Enum { options } => mismatch(one_of(options.as_array().into_iter().flatten(), found)),
        ValidationErrorKind::Constant { expected_value } => mismatch(expected_value.to_string()),
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            Fault::unexpected(pointer, unexpected.iter().map(String::as_str))
        }
        ValidationErrorKind::Minimum { limit } => mismatch(format!("at least {}", plain(limit))),
        ValidationErrorKind::Maximum { limit } => mismatch(format!("at most {}", plain(limit))),
        ValidationErrorKind::OneOfMultipleValid { context } => {
            let message =
                format!("expected exactly one of {} forms to fit {}, more than one does", context.len(), brief(found));
            Fault::new(pointer, keyword, message)
        }
        ValidationErrorKind::Custom { message, .. } => mismatch(message.clone()),
        _ => Fault::new(pointer, keyword, shorten(&error.to_string(), LISTED)),
    }
}

/// The values that would do, those first that are most like the one found.
pub(crate) fn one_of<'a>(allowed: impl Iterator<Item = &'a Value>, found: &Value) -> String {
    let mut allowed: Vec<&Value> = allowed.collect();
    if let Value::String(found) = found {
        let score = |value: &Value| value.as_str().map_or(0.0, |text| likeness(found, text));
        allowed.sort_by(|left, right| score(right).total_cmp(&score(left)));
    }
    let mut texts: Vec<String> = allowed.iter().map(|value| value.to_string()).collect();
    // The same tag in two forms is equally like what was found, and so stands together.
    texts.dedup();
    match texts.as_slice() {
        [one] => one.clone(),
        _ => format!("one of {}", shorten(&texts.join(", "), LISTED)),
    }
}

/// A limit without the `.0` that a generator may have given a whole number.
fn plain(limit: &Value) -> String {
    let text = limit.to_string();
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// The fragment of a URI as the pointer that it encodes.
fn unescaped(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = if byte == b'%' { after.get(..2) } else { None };
        let code = code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(byte));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
