//! Values drawn for tests: of a schema, and of a Rust type that nobody has told the schema.
//!
//! A drawn value is a pure function of a sequence of choices. Fewer and smaller choices give a simpler value, and the
//! empty sequence the simplest, so that whatever shrinks the sequence (proptest, or a loop) shrinks the value.
//!
//! Nothing here validates: that the two sides judge the same value the same way is for the caller to find out.

mod build;
mod choices;
mod heights;
mod pattern;
mod scalars;
mod spoil;
pub mod typed;

use serde_json::Value;

pub use build::UNKNOWN;
pub use choices::Choices;
use heights::Heights;

/// A schema document that values are drawn from.
///
/// What it knows: `$ref`, `allOf`, `anyOf`, `oneOf`, `if`/`then`, `type`, `enum`, `const`, all of draft-07's bounds on numbers,
/// texts, lists and objects, `properties`, `patternProperties` by literal names, `additionalProperties`, `propertyNames`,
/// `dependencies`, `items`, `additionalItems`, `contains`, `uniqueItems`, `pattern`, and `format`, integer types included.
/// Such values are valid by construction, with these exceptions: `not` is passed over, of a `oneOf` whose branches overlap
/// two may fit, a `pattern` or a `format` stands above other bounds on a text, and one `multipleOf` above another. Ask a
/// validator where that matters.
///
/// ```
/// use methodic_validator::draw::{Source, Style};
/// use serde_json::json;
///
/// let document = json!({ "definitions": { "Turn": {
///     "type": "object", "required": ["id"],
///     "properties": { "id": { "type": "string", "minLength": 1 }, "index": { "type": "integer", "format": "uint8" } },
/// } } });
/// let source = Source::new(&document);
/// assert_eq!(source.draw("/definitions/Turn", &[], Style::Plain).unwrap(), json!({ "id": "a" }));
/// let rich = source.draw("/definitions/Turn", &[u64::MAX / 2; 3], Style::Plain).unwrap();
/// assert_eq!(rich, json!({ "id": "\"quoted\" \\ back/slash", "index": 254 }));
/// ```
pub struct Source<'d> {
    document: &'d Value,
    heights: Heights,
}

/// What kind of value is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Only what the schema names.
    Plain,
    /// With members named [`UNKNOWN`] in objects that keep silent about further members, as a newer peer might send.
    Newer,
    /// With one fault somewhere: a member gone, a value of another type, beyond a bound, or outside of an `enum`. The fault
    /// is near to what the schema says, and another branch of a union may happen to allow it.
    NearMiss,
}

/// Why there is no value: the schema contradicts itself, or says it in a way that drawing does not understand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undrawable(pub(crate) String);

impl std::fmt::Display for Undrawable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no value can be drawn: {}", self.0)
    }
}

impl std::error::Error for Undrawable {}

impl<'d> Source<'d> {
    /// Prepares a document; this looks at all of it once.
    pub fn new(document: &'d Value) -> Self {
        Self { document, heights: Heights::of(document) }
    }

    /// Draws a value of the schema at a JSON pointer (`""` is the document itself).
    ///
    /// # Errors
    /// If there is no schema, or no value can be found for it.
    pub fn draw(&self, pointer: &str, choices: &[u64], style: Style) -> Result<Value, Undrawable> {
        let schema = self.document.pointer(pointer);
        let schema = schema.ok_or_else(|| Undrawable(format!("expected a schema at {pointer}, found nothing")))?;
        if style != Style::NearMiss {
            return build::Builder::new(self, choices, style).draw(schema).map(|(value, _)| value);
        }
        // The first choices are about the fault; the same others are made with it and without.
        let (fault, rest) = choices.split_at(choices.len().min(2));
        let mut fault = Choices::new(fault);
        let (value, places) = build::Builder::new(self, rest, style).draw(schema)?;
        let at = fault.below(places);
        // A tried and abandoned branch counts places too; a fault there is no fault.
        let spoilt = build::Builder::new(self, rest, style).spoiling(at, fault).draw(schema)?.0;
        Ok(if spoilt == value {
            build::Builder::new(self, rest, style).spoiling(0, Choices::new(&[])).draw(schema)?.0
        } else {
            spoilt
        })
    }
}

/// Draws one value of the schema at a JSON pointer; for many, [`Source`] prepares the document once.
///
/// # Errors
/// As [`Source::draw`].
pub fn value(document: &Value, pointer: &str, choices: &[u64]) -> Result<Value, Undrawable> {
    Source::new(document).draw(pointer, choices, Style::Plain)
}
