//! A map that never outgrows its limit: whatever is touched least recently goes.

use std::borrow::Borrow;
use std::hash::Hash;

use hashlink::LinkedHashMap;

/// A map with a limit, in the order in which entries were touched last.
#[derive(Debug)]
pub(crate) struct Bounded<K, V> {
    map: LinkedHashMap<K, V>,
    limit: usize,
}

impl<K: Eq + Hash + Clone, V> Bounded<K, V> {
    /// An empty one. A limit of zero is one of one: the entry at hand always has room.
    pub(crate) fn new(limit: usize) -> Self {
        Self { map: LinkedHashMap::new(), limit: limit.max(1) }
    }

    /// The value of a key, made if there is none, and what had to go for it.
    pub(crate) fn touch(&mut self, key: K, make: impl FnOnce() -> V) -> (&mut V, Option<(K, V)>) {
        let gone = if self.map.contains_key(&key) || self.map.len() < self.limit { None } else { self.map.pop_front() };
        self.map.to_back(&key);
        (self.map.entry(key).or_insert_with(make), gone)
    }

    /// What would have to go if this key were touched.
    pub(crate) fn next_to_go(&self, key: &K) -> Option<&K> {
        if self.map.contains_key(key) || self.map.len() < self.limit {
            None
        } else {
            self.map.front().map(|(key, _)| key)
        }
    }

    pub(crate) fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.map.get(key)
    }

    pub(crate) fn remove<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.map.remove(key)
    }

    /// Keeps what the test lets stay, and gives the keys of the rest.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) -> Vec<K> {
        let mut gone = Vec::new();
        self.map.retain(|key, value| {
            let stays = keep(key, value);
            if !stays {
                gone.push(key.clone());
            }
            stays
        });
        gone
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.map.iter()
    }

    pub(crate) fn len(&self) -> usize {
        self.map.len()
    }
}

#[cfg(test)]
mod tests {
    use super::Bounded;

    #[test]
    fn what_was_touched_least_recently_goes() {
        let mut map = Bounded::new(2);
        assert_eq!(map.touch("a", || 1).1, None);
        assert_eq!(map.touch("b", || 2).1, None);
        assert_eq!(map.touch("a", || 9), (&mut 1, None));
        assert_eq!(map.touch("c", || 3).1, Some(("b", 2)));
        assert_eq!(map.iter().map(|(key, _)| *key).collect::<Vec<_>>(), ["a", "c"]);
        assert_eq!(map.retain(|_, value| *value > 1), ["a"]);
        assert_eq!((map.len(), map.remove("c"), map.get("c")), (1, Some(3), None));
    }

    #[test]
    fn there_is_always_room_for_one() {
        let mut map = Bounded::new(0);
        assert_eq!(map.touch(1, || ()).1, None);
        assert_eq!(map.touch(2, || ()).1, Some((1, ())));
    }
}
