//! Why a type refused what it was offered, in the words of serde's errors.

use std::fmt;

use serde::de::{Error, Expected, Unexpected};

/// The error of an [`Offer`](super::Offer).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// A fact was learned from it; the next attempt knows better.
    Learned,
    /// A member is missing.
    Missing(&'static str),
    /// A member is not known.
    Unknown(String),
    /// It goes too deep.
    Endless,
    /// Anything else.
    Other(String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Learned => f.write_str("refused, with something to learn"),
            Self::Missing(name) => write!(f, "missing `{name}`"),
            Self::Unknown(name) => write!(f, "unknown member `{name}`"),
            Self::Endless => f.write_str("its values never end"),
            Self::Other(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Other(message.to_string())
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::Unknown(field.to_owned())
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::Other(format!("expected {expected}, found {found}"))
    }
}
