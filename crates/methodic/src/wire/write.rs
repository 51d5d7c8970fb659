//! What the writing code of all wire types shares.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::tagged_ser::Inject;

/// How many of at most `most` members are written: `left_out` says it of each that may be left out.
pub fn len(most: usize, left_out: &[bool]) -> usize {
    most - left_out.iter().filter(|out| **out).count()
}

/// Writes a member, unless it is to be left out.
pub fn write_unless<S: SerializeStruct, T: Serialize + ?Sized>(
    left_out: bool,
    object: &mut S,
    key: &'static str,
    value: &T,
) -> Result<(), S::Error> {
    if left_out { object.skip_field(key) } else { object.serialize_field(key, value) }
}

/// Writes a variant that holds nothing: an object of the tag alone.
pub fn write_tag<S: Serializer>(
    serializer: S,
    name: &'static str,
    tag: &'static str,
    variant: &'static str,
) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_struct(name, 1)?;
    object.serialize_field(tag, variant)?;
    object.end()
}

/// Writes a variant's content, an object, with the tag in front of its members.
pub fn write_inside<S: Serializer, T: Serialize + ?Sized>(
    serializer: S,
    tag: &'static str,
    variant: &'static str,
    content: &T,
) -> Result<S::Ok, S::Error> {
    content.serialize(Inject { tag, variant, inner: serializer })
}
