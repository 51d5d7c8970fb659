//! The keywords of a schema while it is parsed: each is taken once, and what is left was not understood.

use serde_json::{Map, Value};

/// Keywords that nobody has asked for yet.
#[derive(Debug)]
pub(super) struct Keywords<'s>(Vec<(&'s str, &'s Value)>);

impl<'s> Keywords<'s> {
    /// All keywords of a schema.
    pub(super) fn of(schema: &'s Map<String, Value>) -> Self {
        Self(schema.iter().map(|(keyword, value)| (keyword.as_str(), value)).collect())
    }

    /// Takes a keyword out.
    pub(super) fn take(&mut self, keyword: &str) -> Option<&'s Value> {
        let at = self.0.iter().position(|(known, _)| *known == keyword)?;
        Some(self.0.swap_remove(at).1)
    }

    /// Whether a keyword is there still.
    pub(super) fn contains(&self, keyword: &str) -> bool {
        self.0.iter().any(|(known, _)| *known == keyword)
    }

    /// Whether all were taken.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names of those left, sorted.
    pub(super) fn names(&self) -> Vec<&'s str> {
        let mut names: Vec<&str> = self.0.iter().map(|(keyword, _)| *keyword).collect();
        names.sort_unstable();
        names
    }
}
