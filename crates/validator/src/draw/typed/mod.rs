//! Values drawn from a Rust type, by offering them to its `Deserialize`: no schema has a say in it.
//!
//! What a type wants is learned from what it says: the names that its visitors expect (asked in the alternate form, which
//! the kernel's answer), the members whose absence it refuses, the kinds of values it refuses. Each refusal is
//! remembered as a fact and the value drawn again from the same choices, until nothing is refused.
//!
//! Types that tell nothing (untagged enums, which buffer what they read, and serde's own derived code) are offered
//! samples instead, such as the values that stand in hand-written fixtures.

mod fixed;
mod object;
mod offer;
mod refused;
mod variant;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Choices, Style, Undrawable};
pub use offer::Offer;
pub use refused::Refused;

/// So often a value is drawn again before it is given up; each time but the last teaches a fact.
const ATTEMPTS: usize = 50_000;

/// What earlier draws have taught about types, by their names. Keep it from one draw to the next: only speed depends on it.
#[derive(Debug, Default)]
pub struct Facts {
    /// Members that must be there.
    required: BTreeSet<(String, &'static str)>,
    /// Objects that refuse members they do not know.
    closed: BTreeSet<String>,
    /// Variants that are an object with one key and not a word.
    wrapped: BTreeSet<(String, String)>,
    /// Variants without an end in sight.
    endless: BTreeSet<(String, String)>,
    /// Kinds of values that a visitor refuses.
    kinds: BTreeSet<(String, usize)>,
    /// What was offered to types that tell nothing.
    samples: Vec<Value>,
    tried: BTreeMap<String, Tried>,
}

/// The samples that were offered to one type.
#[derive(Debug, Default)]
struct Tried {
    next: usize,
    fitting: Vec<usize>,
}

impl Facts {
    /// Nothing known yet; `samples` are what types are offered that tell nothing. Those without content are added.
    pub fn new(samples: impl IntoIterator<Item = Value>) -> Self {
        let simple = serde_json::json!([null, false, 0, -1, 0.5, "", "text", [], ["text"], {}]);
        let mut samples: Vec<Value> =
            samples.into_iter().chain(simple.as_array().cloned().unwrap_or_default()).collect();
        samples.sort_by_cached_key(|sample| {
            let text = sample.to_string();
            (text.len(), text)
        });
        samples.dedup();
        Self { samples, ..Self::default() }
    }

    /// Draws a value of a type, and gives it with the JSON that it was read from.
    ///
    /// # Errors
    /// If the type refuses whatever it is offered; the error says its last words.
    ///
    /// ```
    /// use methodic_validator::draw::{Style, typed::Facts};
    /// let mut facts = Facts::new([]);
    /// let (list, json) = facts.value::<Vec<Option<bool>>>(&[u64::MAX / 3, 0, u64::MAX, u64::MAX], Style::Plain).unwrap();
    /// assert_eq!(json, serde_json::json!([null, true]));
    /// assert_eq!(list, [None, Some(true)]);
    /// ```
    pub fn value<T: DeserializeOwned>(&mut self, choices: &[u64], style: Style) -> Result<(T, Value), Undrawable> {
        self.draw(choices, style, |offer| T::deserialize(offer))
    }

    /// Draws whatever `read` reads from the offer: a payload of a method that is told by its name, say.
    ///
    /// # Errors
    /// As [`Self::value`].
    pub fn draw<T>(
        &mut self,
        choices: &[u64],
        style: Style,
        read: impl Fn(Offer<'_, '_>) -> Result<T, Refused>,
    ) -> Result<(T, Value), Undrawable> {
        for _ in 0..ATTEMPTS {
            let state = State { choices: Choices::new(choices), style, facts: self, given: Vec::new(), made: 0 };
            let state = RefCell::new(state);
            match read(Offer::new(&state)) {
                Ok(value) => return Ok((value, state.borrow_mut().given.pop().unwrap_or_default())),
                Err(Refused::Learned) => {}
                Err(error) => return Err(Undrawable(error.to_string())),
            }
        }
        Err(Undrawable("its type still refuses something after many attempts".into()))
    }
}

/// One value while it is drawn.
struct State<'f, 'c> {
    choices: Choices<'c>,
    style: Style,
    facts: &'f mut Facts,
    /// What was given so far, the innermost last.
    given: Vec<Value>,
    made: usize,
}
