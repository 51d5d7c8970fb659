//! Which requests keep their order: those of one connection whose params share the value of one member.

use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::{Mutex, PoisonError};

use serde::Deserialize;
use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Queues of jobs by key. A lane exists as long as it has work.
pub(super) struct Lanes<J>(Mutex<HashMap<String, VecDeque<J>>>);

impl<J> Lanes<J> {
    pub(super) fn new() -> Self {
        Self(Mutex::new(HashMap::new()))
    }

    /// Gives the job back if its lane is free: the caller works on it, and then asks for the [`next`](Self::next).
    pub(super) fn enter(&self, key: &str, job: J) -> Option<J> {
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match lanes.get_mut(key) {
            Some(waiting) => {
                waiting.push_back(job);
                None
            }
            None => {
                lanes.insert(key.to_owned(), VecDeque::new());
                Some(job)
            }
        }
    }

    /// The job after the one that was done; without one, the lane is gone.
    pub(super) fn next(&self, key: &str) -> Option<J> {
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let job = lanes.get_mut(key)?.pop_front();
        if job.is_none() {
            lanes.remove(key);
        }
        job
    }
}

/// The text that stands in member `name` of the params of a message; none if it is not there or no text.
///
/// Beside the typed decoding, because the order is a matter of all methods, whatever their types: a new method that takes
/// the member is ordered without being listed anywhere.
pub(super) fn key(message: &[u8], name: &str) -> Option<String> {
    let message: Message<'_> = serde_json::from_slice(message).ok()?;
    let mut params = serde_json::Deserializer::from_str(message.params?.get());
    serde_json::from_str(params.deserialize_map(Member(name)).ok()??.get()).ok()
}

/// A message, for its params alone.
#[derive(Deserialize)]
struct Message<'a> {
    #[serde(borrow)]
    params: Option<&'a RawValue>,
}

/// Finds one member of an object, and holds nothing of the others.
struct Member<'n>(&'n str);

impl<'de> Visitor<'de> for Member<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(Name(name)) = map.next_key()? {
            if name == self.0 {
                found = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// A name, copied only where it has escapes.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_found_wherever_it_stands() {
        let of = |text: &str| key(text.as_bytes(), "threadId");
        assert_eq!(
            of(r#"{"id":1,"params":{"x":[{"threadId":"no"}],"threadId":"t1"},"method":"m"}"#),
            Some("t1".into())
        );
        assert_eq!(of(r#"{"params":{"thread\u0049d":"t\n2"}}"#), Some("t\n2".into()));
        for none in [
            r#"{"threadId":"t"}"#,
            r#"{"params":null}"#,
            r#"{"params":{"threadId":3}}"#,
            r#"{"params":["threadId"]}"#,
            "{",
            "[]",
        ] {
            assert_eq!(of(none), None, "{none}");
        }
    }

    #[test]
    fn a_lane_gives_its_jobs_in_order_and_goes_when_it_is_empty() {
        let lanes = Lanes::new();
        assert_eq!(lanes.enter("a", 1), Some(1));
        assert_eq!((lanes.enter("a", 2), lanes.enter("b", 3), lanes.enter("a", 4)), (None, Some(3), None));
        assert_eq!((lanes.next("a"), lanes.next("a"), lanes.next("a")), (Some(2), Some(4), None));
        assert_eq!(lanes.enter("a", 5), Some(5));
        assert_eq!(lanes.0.lock().expect("not poisoned").len(), 2);
    }
}
