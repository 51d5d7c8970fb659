//! Reading a TOML table key by key, so that an error names the line, and an unknown key the one that was meant.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::PolicyError;
use crate::contract::nearest;

/// A TOML text, for line numbers.
#[derive(Clone, Copy)]
pub(super) struct Text<'a>(pub(super) &'a str);

impl Text<'_> {
    /// The line of a place in the text.
    pub(super) fn line(self, span: &Range<usize>) -> usize {
        self.0.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1
    }

    /// An error at this place.
    pub(super) fn error(self, span: &Range<usize>, what: impl Into<String>) -> PolicyError {
        PolicyError { line: self.line(span), what: what.into() }
    }

    /// The members of a table, each of which must be known.
    pub(super) fn table<'t, 'i>(
        self,
        value: &'t Spanned<DeValue<'i>>,
        what: &str,
    ) -> Result<&'t DeTable<'i>, PolicyError> {
        match value.get_ref() {
            DeValue::Table(table) => Ok(table),
            other => Err(self.mismatch(value, what, "a table", other)),
        }
    }

    /// A string that is not empty.
    pub(super) fn string<'t>(self, value: &'t Spanned<DeValue<'_>>, what: &str) -> Result<&'t str, PolicyError> {
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                Err(self.error(&value.span(), format!("{what} is empty")))
            }
            DeValue::String(text) => Ok(text),
            other => Err(self.mismatch(value, what, "a string", other)),
        }
    }

    /// A string that is one of these.
    pub(super) fn choice<T: Copy>(
        self,
        value: &Spanned<DeValue<'_>>,
        what: &str,
        choices: &[(&str, T)],
    ) -> Result<T, PolicyError> {
        let text = self.string(value, what)?;
        choices.iter().find(|(name, _)| *name == text).map(|(_, choice)| *choice).ok_or_else(|| {
            let names: Vec<String> = choices.iter().map(|(name, _)| format!("\"{name}\"")).collect();
            self.error(&value.span(), format!("{what} is \"{text}\"; expected {}", names.join(" or ")))
        })
    }

    /// That a value has another type than expected.
    pub(super) fn mismatch(
        self,
        value: &Spanned<DeValue<'_>>,
        what: &str,
        expected: &str,
        found: &DeValue<'_>,
    ) -> PolicyError {
        let found = match found {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.error(&value.span(), format!("{what} is {found}; expected {expected}"))
    }

    /// That a key is not known.
    pub(super) fn unknown(self, span: &Range<usize>, what: &str, key: &str, known: &[&str]) -> PolicyError {
        let hint = match nearest(key, known.iter().copied()) {
            Some(name) => format!("did you mean `{name}`?"),
            None if known.len() <= 10 => format!("known are {}", known.join(", ")),
            None => "`methodic compat --list-rules` lists them".to_owned(),
        };
        self.error(span, format!("unknown {what} `{key}`; {hint}"))
    }
}
