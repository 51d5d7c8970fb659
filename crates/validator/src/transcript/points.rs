//! What of a schema a message can exercise: its types, their optional members, and the variants of their unions.

use serde::Serialize;

/// The number of a [`Point`].
pub(super) type PointId = usize;

/// One thing that a message uses or does not.
#[derive(Debug)]
pub(super) struct Point {
    pub(super) kind: PointKind,
    /// The definition it belongs to: `ThreadStartParams`.
    pub(super) owner: String,
    /// The way from there: `.cwd`, `=readOnly`, `.input[]=image.url`; empty for the definition itself.
    pub(super) path: String,
    /// The point without which this one cannot be reached.
    pub(super) parent: Option<PointId>,
}

impl Point {
    pub(super) fn name(&self) -> String {
        format!("{}{}", self.owner, self.path)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PointKind {
    /// A definition, which is exercised by any value of it.
    Type,
    /// A member that need not be there.
    Field,
    /// One form of a union, or one value of an `enum`.
    Variant,
}

/// A set of points.
#[derive(Debug, Clone, Default)]
pub(super) struct Points(Vec<u64>);

impl Points {
    /// Adds a point; whether it was new.
    pub(super) fn insert(&mut self, point: PointId) -> bool {
        let (word, bit) = (point / 64, 1 << (point % 64));
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        let new = self.0[word] & bit == 0;
        self.0[word] |= bit;
        new
    }

    pub(super) fn contains(&self, point: PointId) -> bool {
        self.0.get(point / 64).is_some_and(|word| word & 1 << (point % 64) != 0)
    }

    pub(super) fn extend(&mut self, other: &Self) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        self.0.iter_mut().zip(&other.0).for_each(|(word, more)| *word |= more);
    }

    /// The points in ascending order.
    pub(super) fn iter(&self) -> impl Iterator<Item = PointId> {
        let bits = |(index, word): (usize, &u64)| {
            let word = *word;
            (0..64).filter(move |bit| word & 1 << bit != 0).map(move |bit| index * 64 + bit)
        };
        self.0.iter().enumerate().flat_map(bits)
    }
}

/// How much of a number of things was exercised, and what was not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Share {
    /// How many were.
    pub seen: usize,
    /// How many there are.
    pub total: usize,
    /// The names of those that were not.
    pub missing: Vec<String>,
}

impl Share {
    /// Counts one thing.
    pub(super) fn add(&mut self, seen: bool, name: impl FnOnce() -> String) {
        self.total += 1;
        if seen {
            self.seen += 1;
        } else {
            self.missing.push(name());
        }
    }
}

/// How much of a payload's type, and of all that it can hold, was exercised.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Exercised {
    /// Members that need not be there, counted once for each type; null is not a use.
    pub fields: Share,
    /// Forms of unions and values of enums.
    pub variants: Share,
}

impl Exercised {
    /// What of `reachable` is in `seen`.
    pub(super) fn new(all: &[Point], reachable: &Points, seen: &Points) -> Self {
        let mut exercised = Self::default();
        for id in reachable.iter() {
            let point = &all[id];
            match point.kind {
                PointKind::Type => continue,
                PointKind::Field => &mut exercised.fields,
                PointKind::Variant => &mut exercised.variants,
            }
            .add(seen.contains(id), || point.name());
        }
        exercised
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in() {
        let mut set = Points::default();
        assert!(set.insert(130) && set.insert(0) && !set.insert(130));
        let mut other = Points::default();
        other.insert(64);
        set.extend(&other);
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 64, 130]);
        assert!(set.contains(64) && !set.contains(65) && !set.contains(9999));
    }
}
