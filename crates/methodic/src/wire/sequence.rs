//! The refusal of a sequence by something that reads a value of any type.

use serde::de::{Error, Expected, IgnoredAny, SeqAccess, Unexpected};

/// The error for a sequence where `expected` should be.
///
/// It reads to the end first: a reader that stopped behind the opening bracket would seem to be at the first item.
#[cold]
pub(crate) fn no_sequence<'de, A: SeqAccess<'de>>(mut seq: A, expected: &dyn Expected) -> A::Error {
    loop {
        match seq.next_element() {
            Ok(Some(IgnoredAny)) => {}
            Ok(None) => return A::Error::invalid_type(Unexpected::Seq, expected),
            Err(error) => return error,
        }
    }
}
