//! Tells a null member from an absent one.

use serde::{Deserialize, Deserializer};

/// Reads a member that is present: `Some(None)` for null. Absent is left to `#[serde(default)]`, which gives `None`.
pub fn double_option<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
