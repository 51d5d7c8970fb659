//! The requests that wait for an answer, and for a while those that have one. Ids of the two directions are separate.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value;

use crate::methods::Direction;

/// How many settled requests are remembered, so that a second answer is told from an answer to nothing.
const REMEMBERED: usize = 10_000;

/// An id of a message; the number 1 and the text "1" are two ids.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Id {
    Number(i128),
    Text(Arc<str>),
}

impl Id {
    /// The id in a message's member; none for what cannot be one.
    pub(super) fn new(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::Text(text.as_str().into())),
            Value::Number(number) => Some(Self::Number(number.as_i128()?)),
            _ => None,
        }
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => write!(f, "{:?}", crate::pointer::shorten(text, 80)),
        }
    }
}

/// Which way a request travelled (none when nobody can tell) and its id.
pub(super) type Key = (Option<Direction>, Id);

/// A request that waits.
#[derive(Debug, Clone)]
pub(super) struct Waiting {
    /// The wire name, if the protocol has it the row of its method, and the line it stands in.
    pub(super) name: Arc<str>,
    pub(super) row: Option<usize>,
    pub(super) line: u64,
    pub(super) column: usize,
    pub(super) time: Option<Timestamp>,
}

/// What became of a request that no longer waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Settled {
    pub(super) name: Arc<str>,
    /// The line of the answer; none when it was given up, since too many waited.
    pub(super) answer: Option<u64>,
}

/// All that waits, bounded by a cap.
#[derive(Debug)]
pub(super) struct Flight {
    /// Each key has the numbers of its requests, the oldest first: more than one only where an id was used twice.
    waiting: HashMap<Key, VecDeque<u64>>,
    by_age: BTreeMap<u64, (Key, Waiting)>,
    settled: HashMap<Key, (u64, Settled)>,
    remembered: VecDeque<(u64, Key)>,
    cap: usize,
    next: u64,
}

impl Flight {
    pub(super) fn new(cap: usize) -> Self {
        Self {
            waiting: HashMap::new(),
            by_age: BTreeMap::new(),
            settled: HashMap::new(),
            remembered: VecDeque::new(),
            cap: cap.max(1),
            next: 0,
        }
    }

    /// The oldest request that waits under this key.
    pub(super) fn oldest(&self, key: &Key) -> Option<&Waiting> {
        self.by_age.get(self.waiting.get(key)?.front()?).map(|(_, waiting)| waiting)
    }

    /// What became of the last request under this key, if none waits and it was not too long ago.
    pub(super) fn settled(&self, key: &Key) -> Option<&Settled> {
        self.settled.get(key).map(|(_, settled)| settled)
    }

    /// Adds a request; when too many wait, the oldest is given up and returned with its id.
    pub(super) fn send(&mut self, key: Key, request: Waiting) -> Option<(Key, Waiting)> {
        self.next += 1;
        self.settled.remove(&key);
        self.waiting.entry(key.clone()).or_default().push_back(self.next);
        self.by_age.insert(self.next, (key, request));
        if self.by_age.len() <= self.cap {
            return None;
        }
        let (key, _) = self.by_age.first_key_value()?.1.clone();
        let given_up = self.settle(&key, None)?;
        Some((key, given_up))
    }

    /// Takes the oldest request under this key out of those that wait: it is answered in this line, or given up.
    pub(super) fn settle(&mut self, key: &Key, answer: Option<u64>) -> Option<Waiting> {
        let numbers = self.waiting.get_mut(key)?;
        let number = numbers.pop_front()?;
        if numbers.is_empty() {
            self.waiting.remove(key);
        }
        if self.remembered.len() == REMEMBERED
            && let Some((number, key)) = self.remembered.pop_front()
            // The key may have been settled again since.
            && self.settled.get(&key).is_some_and(|(latest, _)| *latest == number)
        {
            self.settled.remove(&key);
        }
        let (_, request) = self.by_age.remove(&number)?;
        self.settled.insert(key.clone(), (number, Settled { name: request.name.clone(), answer }));
        self.remembered.push_back((number, key.clone()));
        Some(request)
    }

    /// Everything that still waits, the oldest first.
    pub(super) fn rest(&mut self) -> impl Iterator<Item = (Key, Waiting)> + use<> {
        self.waiting.clear();
        std::mem::take(&mut self.by_age).into_values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{ClientToServer, ServerToClient};

    fn key(direction: Direction, id: Value) -> Key {
        (Some(direction), Id::new(&id).expect("an id"))
    }

    fn request(line: u64) -> Waiting {
        Waiting { name: "m".into(), row: None, line, column: 1, time: None }
    }

    #[test]
    fn numbers_texts_and_directions_are_separate() {
        let mut flight = Flight::new(10);
        let keys = [key(ClientToServer, 1.into()), key(ClientToServer, "1".into()), key(ServerToClient, 1.into())];
        for (line, key) in keys.iter().enumerate() {
            assert!(flight.send(key.clone(), request(line as u64)).is_none());
        }
        for (line, key) in keys.iter().enumerate() {
            assert_eq!(flight.settle(key, Some(9)).map(|request| request.line), Some(line as u64));
            assert!(flight.settle(key, Some(9)).is_none());
            assert_eq!(flight.settled(key).map(|settled| settled.answer), Some(Some(9)));
        }
        assert_eq!(Id::new(&serde_json::json!(1.5)), None);
        assert_eq!(Id::new(&Value::Null), None);
    }

    #[test]
    fn two_requests_with_one_id_are_answered_in_their_order() {
        let mut flight = Flight::new(10);
        let key = key(ClientToServer, 1.into());
        flight.send(key.clone(), request(1));
        flight.send(key.clone(), request(2));
        assert_eq!(flight.oldest(&key).map(|request| request.line), Some(1));
        assert_eq!(flight.settle(&key, Some(3)).map(|request| request.line), Some(1));
        assert_eq!(flight.oldest(&key).map(|request| request.line), Some(2));
        assert_eq!(flight.rest().map(|(_, request)| request.line).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn beyond_the_cap_the_oldest_is_given_up() {
        let mut flight = Flight::new(2);
        let keys: Vec<Key> = (0..3).map(|id| key(ClientToServer, id.into())).collect();
        let given_up: Vec<_> =
            keys.iter().zip(0..).filter_map(|(key, line)| flight.send(key.clone(), request(line))).collect();
        assert_eq!(given_up.iter().map(|(key, request)| (key, request.line)).collect::<Vec<_>>(), [(&keys[0], 0)]);
        assert_eq!(flight.settled(&keys[0]).map(|settled| settled.answer), Some(None));
        assert_eq!(flight.rest().map(|(_, request)| request.line).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn what_is_settled_is_forgotten_in_time() {
        let mut flight = Flight::new(2);
        let first = key(ClientToServer, 0.into());
        for id in 0..=REMEMBERED {
            let key = key(ClientToServer, id.into());
            flight.send(key.clone(), request(1));
            flight.settle(&key, Some(2));
            assert_eq!(flight.settled(&first).is_some(), id < REMEMBERED);
        }
        assert_eq!((flight.settled.len(), flight.remembered.len()), (REMEMBERED, REMEMBERED));
    }
}
