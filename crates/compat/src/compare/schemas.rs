//! Two schemas in normal form: type by type, then what they contain.

use serde_json::Value;

use super::pairs::{Hit, PairId, Shaping, Spot, Step, Walk};
use super::scalar::Sizes;
use crate::finding::{Level, Reader};
use crate::rule::Rule;
use crate::rules;
use crate::schema::SchemaId;
use crate::schema::node::{Arrays, Kind, Node};

/// The two schemas that a change lies between.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ends {
    pub(super) b: SchemaId,
    pub(super) c: SchemaId,
}

impl<'a> Walk<'a> {
    pub(super) fn compare_schemas(&mut self, pair: PairId, b: SchemaId, c: SchemaId, null: bool) {
        let ends = Ends { b, c };
        let (old, new) = (self.b.node(b), self.c.node(c));
        if old.any != new.any {
            let (rule, message) = if new.any {
                (&rules::type_widened::RULE, "it may be anything now")
            } else {
                (&rules::type_narrowed::RULE, "it could be anything, and no longer can")
            };
            self.change(pair, ends, rule, message.to_owned(), Spot::Schema(self.writer(pair, b, c), None));
        } else if !old.any && !new.any {
            self.compare_kinds(pair, ends, &old, &new, null);
        }
        self.own_notes(pair, ends);
        self.compare_residual(pair, ends, &old, &new);
        self.compare_exclusive(pair, ends, &old, &new);
    }

    fn compare_kinds(&mut self, pair: PairId, ends: Ends, old: &Node<'a>, new: &Node<'a>, null: bool) {
        if null && old.has(Kind::Null) != new.has(Kind::Null) && !only_null(old) && !only_null(new) {
            self.nullness(pair, Step::Same, ends, new.has(Kind::Null));
        }
        let compared = |kind: &Kind| *kind != Kind::Null || (null && (only_null(old) || only_null(new)));
        let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(compared).collect();
        let common = kinds.iter().any(|kind| old.has(*kind) && new.has(*kind));
        let either = |node: &Node<'_>| kinds.iter().any(|kind| node.has(*kind));
        if !common && either(old) && either(new) {
            if let ([was], [is]) = (old.literals.as_slice(), new.literals.as_slice()) {
                let message = format!("it was {}, and is {}", was.value, is.value);
                let spot = Spot::Values(vec![self.writer(pair, was, is).value.clone()]);
                return self.change(pair, ends, &rules::const_changed::RULE, message, spot);
            }
            let rule = self.type_rule(&Step::Same);
            return self.replaced(pair, Step::Same, ends, rule, old, new);
        }
        let (mut gained, mut lost) = (Vec::new(), Vec::new());
        for kind in kinds {
            match (old.has(kind), new.has(kind)) {
                (false, true) if kind == Kind::Object && is_choice(new) => self.only_one_side(pair, &new.objects, true),
                (true, false) if kind == Kind::Object && is_choice(old) => {
                    self.only_one_side(pair, &old.objects, false)
                }
                (false, true) => gained.push(kind),
                (true, false) => lost.push(kind),
                (true, true) => self.compare_kind(pair, ends, kind, old, new),
                (false, false) => {}
            }
        }
        let writer = self.writer(pair, ends.b, ends.c);
        for (kinds, rule, words) in [
            (gained, &rules::type_widened::RULE, "it may also be"),
            (lost, &rules::type_narrowed::RULE, "it can no longer be"),
        ] {
            if let Some(first) = kinds.first() {
                let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
                let message = format!("{words} {}", names.join(" or "));
                self.change(pair, ends, rule, message, Spot::Schema(writer, Some(*first)));
            }
        }
    }

    /// The rule for a value that became one of another type, by where the value stands.
    pub(super) fn type_rule(&self, step: &Step<'_>) -> &'static Rule {
        match step {
            Step::Items => &rules::item_type_changed::RULE,
            Step::Values => &rules::map_value_type_changed::RULE,
            Step::Slot(_) => &rules::tuple_slot_type_changed::RULE,
            _ => &rules::type_changed::RULE,
        }
    }

    pub(super) fn replaced(
        &mut self,
        pair: PairId,
        step: Step<'a>,
        ends: Ends,
        rule: &'static Rule,
        old: &Node<'a>,
        new: &Node<'a>,
    ) {
        let words = |node: &Node<'_>| {
            let kinds = Kind::ALL.iter().filter(|kind| node.has(**kind));
            kinds.map(|kind| kind.name()).collect::<Vec<_>>().join(" or ")
        };
        let message = format!("it was {}, and is {}", words(old), words(new));
        let spot = Spot::Schema(self.writer(pair, ends.b, ends.c), None);
        self.change_at(pair, step, ends, rule, message, spot);
    }

    pub(super) fn nullness(&mut self, pair: PairId, step: Step<'a>, ends: Ends, now: bool) {
        let (rule, message) = if now {
            (&rules::became_nullable::RULE, "it may be null now")
        } else {
            (&rules::became_non_nullable::RULE, "it can no longer be null")
        };
        self.change_at(pair, step, ends, rule, message.to_owned(), Spot::Values(vec![Value::Null]));
    }

    fn compare_kind(&mut self, pair: PairId, ends: Ends, kind: Kind, old: &Node<'a>, new: &Node<'a>) {
        self.compare_literals(pair, ends, kind, old, new);
        if !old.has_open(kind) || !new.has_open(kind) {
            return;
        }
        match kind {
            Kind::Null | Kind::Boolean => {}
            Kind::Number => match unmatched(&old.numbers, &new.numbers).as_slice() {
                [] => {}
                [(Some(b), Some(c))] => self.compare_numbers(pair, ends, b, c),
                _ => self.undecided(pair, ends, "the ranges of numbers differ"),
            },
            Kind::String => match unmatched(&old.strings, &new.strings).as_slice() {
                [] => {}
                [(Some(b), Some(c))] => self.compare_strings(pair, ends, b, c),
                _ => self.undecided(pair, ends, "the alternatives among strings differ"),
            },
            Kind::Array => match (old.arrays.as_slice(), new.arrays.as_slice()) {
                ([b], [c]) => self.compare_arrays(pair, ends, b, c),
                _ => self.compare_array_lists(pair, ends, &old.arrays, &new.arrays),
            },
            Kind::Object => self.compare_unions(pair, ends, &old.objects, &new.objects),
        }
    }

    /// Values that are named, on either side.
    fn compare_literals(&mut self, pair: PairId, ends: Ends, kind: Kind, old: &Node<'a>, new: &Node<'a>) {
        let was: Vec<_> = old.of_kind(kind).copied().collect();
        let is: Vec<_> = new.of_kind(kind).copied().collect();
        let (open_b, open_c) = (old.has_open(kind), new.has_open(kind));
        if let ([was], [is], false, false) = (was.as_slice(), is.as_slice(), open_b, open_c)
            && !new.names(was.value)
        {
            let message = format!("it was {}, and is {}", was.value, is.value);
            let spot = Spot::Values(vec![self.writer(pair, was, is).value.clone()]);
            return self.change(pair, ends, &rules::const_changed::RULE, message, spot);
        }
        if open_b != open_c {
            let (rule, message) = if open_c {
                (&rules::enum_opened::RULE, "it may be any value now, not only those that were named")
            } else {
                (&rules::enum_closed::RULE, "it can only be one of the named values now")
            };
            let spot = Spot::Schema(self.writer(pair, ends.b, ends.c), Some(kind));
            self.change(pair, ends, rule, message.to_owned(), spot);
        }
        for literal in &was {
            match new.literals.iter().find(|other| new.names(literal.value) && other.value == literal.value) {
                Some(other) => self.compare_marks(pair, ends, literal, other),
                None if new.names(literal.value) || (open_c && self.admits(true, ends.c, literal.value)) => {}
                None => {
                    let rule = self.withdrawn_or(literal.experimental, &rules::enum_value_removed::RULE);
                    let message = format!("the value {} is gone", literal.value);
                    let spot = Spot::Values(vec![literal.value.clone()]);
                    self.value_change(pair, ends, rule, message, spot, literal.experimental);
                }
            }
        }
        for literal in &is {
            if old.names(literal.value) || (open_b && self.admits(false, ends.b, literal.value)) {
                continue;
            }
            let message = format!("the value {} is new", literal.value);
            let spot = Spot::Values(vec![literal.value.clone()]);
            self.value_change(pair, ends, &rules::enum_value_added::RULE, message, spot, literal.experimental);
            if self.pairs[pair].reader == Reader::Client
                && self.is_open_enum(ends)
                && let Some(hit) = self.pairs[pair].hits.last_mut()
            {
                hit.level = Some(Level::Source);
            }
        }
    }

    fn compare_marks(
        &mut self,
        pair: PairId,
        ends: Ends,
        old: &crate::schema::node::Literal<'a>,
        new: &crate::schema::node::Literal<'a>,
    ) {
        self.marks(pair, Step::Same, ends, (old.experimental, new.experimental), &format!("the value {}", old.value));
        if new.deprecated && !old.deprecated {
            let message = format!("the value {} is deprecated", old.value);
            self.change(pair, ends, &rules::deprecated::RULE, message, Spot::Nothing);
        }
    }

    fn value_change(
        &mut self,
        pair: PairId,
        ends: Ends,
        rule: &'static Rule,
        message: String,
        spot: Spot<'a>,
        experimental: bool,
    ) {
        self.change(pair, ends, rule, message, spot);
        if let Some(hit) = self.pairs[pair].hits.last_mut() {
            hit.experimental = experimental;
        }
    }

    /// The rule for something that goes: what was experimental was never promised.
    pub(super) fn withdrawn_or(&self, experimental: bool, rule: &'static Rule) -> &'static Rule {
        if experimental && !self.options.experimental { &rules::experimental_withdrawn::RULE } else { rule }
    }

    fn is_open_enum(&self, ends: Ends) -> bool {
        self.b.locs(ends.b).iter().any(|loc| {
            let pointer = self.b.pointer(*loc);
            self.options.open_enums.iter().any(|name| {
                *name == pointer
                    || pointer
                        .strip_suffix(name.as_str())
                        .is_some_and(|before| before.starts_with("#/") && before.ends_with('/'))
            })
        })
    }

    fn compare_arrays(&mut self, pair: PairId, ends: Ends, b: &Arrays, c: &Arrays) {
        let fixed = |arrays: &Arrays| !arrays.prefix.is_empty() && arrays.max == Some(arrays.min);
        let writer = Spot::Schema(self.writer(pair, ends.b, ends.c), Some(Kind::Array));
        if fixed(b) && fixed(c) && b.min != c.min {
            let message = format!("the tuple had {} items, and has {}", b.min, c.min);
            self.change(pair, ends, &rules::tuple_length_changed::RULE, message, writer);
        } else {
            let sizes = Sizes { b: (b.min, b.max), c: (c.min, c.max), what: "the number of items" };
            let rules = (&rules::array_length_tightened::RULE, &rules::array_length_loosened::RULE);
            self.compare_sizes(pair, ends, &sizes, rules, writer.clone());
            if b.unique != c.unique {
                let (rule, message) = if c.unique {
                    (&rules::unique_items_added::RULE, "its items must differ from each other now")
                } else {
                    (&rules::unique_items_removed::RULE, "its items may be equal now")
                };
                self.change(pair, ends, rule, message.to_owned(), writer);
            }
        }
        let slots = b.prefix.len().max(c.prefix.len());
        let most = b.max.unwrap_or(u64::MAX).min(c.max.unwrap_or(u64::MAX));
        for index in 0..slots {
            if index as u64 >= most {
                break;
            }
            let slot = |arrays: &Arrays| arrays.prefix.get(index).copied().unwrap_or(arrays.rest);
            self.descend(pair, slot(b), slot(c), Step::Slot(index));
        }
        if most > slots as u64 {
            self.descend(pair, b.rest, c.rest, Step::Items);
        }
    }

    /// Several array alternatives: those that are the same leave, and of two that remain one became the other.
    fn compare_array_lists(&mut self, pair: PairId, ends: Ends, b: &[Arrays], c: &[Arrays]) {
        let reader = self.pairs[pair].reader;
        let mut left: Vec<&Arrays> = c.iter().collect();
        let mut lost = Vec::new();
        for old in b {
            let found = left.iter().position(|new| {
                (old.min, old.max, old.unique, old.prefix.len()) == (new.min, new.max, new.unique, new.prefix.len())
                    && old.prefix.iter().zip(&new.prefix).chain([(&old.rest, &new.rest)]).all(|(x, y)| {
                        let pair = self.schemas(*x, *y, true, reader);
                        self.is_same(pair)
                    })
            });
            match found {
                Some(index) => drop(left.remove(index)),
                None => lost.push(old),
            }
        }
        match (lost.as_slice(), left.as_slice()) {
            ([], []) => {}
            ([old], [new]) => self.compare_arrays(pair, ends, old, new),
            _ => self.undecided(pair, ends, "the alternatives among arrays differ"),
        }
    }

    /// Keywords that the normal form does not model are the same, or there is something to report.
    fn compare_residual(&mut self, pair: PairId, ends: Ends, old: &Node<'a>, new: &Node<'a>) {
        let mut keywords: Vec<&str> =
            old.residual.iter().chain(&new.residual).map(|residual| residual.keyword).collect();
        keywords.sort_unstable();
        keywords.dedup();
        let reader = self.pairs[pair].reader;
        let mut all_same = true;
        for keyword in &keywords {
            let places = |node: &Node<'_>| -> Vec<_> {
                node.residual.iter().filter(|residual| residual.keyword == *keyword).map(|r| r.at).collect()
            };
            let (b, c) = (places(old), places(new));
            let same = b.len() == c.len() && {
                let mut left = c.clone();
                b.iter().all(|x| {
                    let found = left.iter().position(|y| self.same_keyword(keyword, *x, *y, reader));
                    found.map(|index| left.remove(index)).is_some()
                })
            };
            if !same {
                all_same = false;
                let rule = rules::for_keyword(keyword);
                let message = match (b.is_empty(), c.is_empty()) {
                    (true, _) => format!("`{keyword}` is new"),
                    (_, true) => format!("`{keyword}` is gone"),
                    _ => format!("`{keyword}` changed"),
                };
                let spot = Spot::Schema(self.writer(pair, ends.b, ends.c), None);
                self.change(pair, ends, rule, message, spot);
            }
        }
        // Which alternative such a keyword belongs to is not kept, so a union that has one must stay as it is.
        let kept = || self.b.fragment(self.b.locs(ends.b)) == self.c.fragment(self.c.locs(ends.c));
        if all_same && !keywords.is_empty() && (old.union || new.union) && !kept() {
            let names = keywords.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            self.undecided(pair, ends, &format!("alternatives with {names} were written in another way"));
        }
    }

    /// `oneOf` whose branches overlap: a value that one branch takes, another makes refused. Alternatives are matched as
    /// if each took all of its values, so only what stands unchanged is known to be the same.
    fn compare_exclusive(&mut self, pair: PairId, ends: Ends, old: &Node<'a>, new: &Node<'a>) {
        if !old.exclusive && !new.exclusive {
            return;
        }
        let reader = self.pairs[pair].reader;
        let same = match (self.b.locs(ends.b), self.c.locs(ends.c)) {
            (&[b], &[c]) => self.same_json(b, c, reader),
            (b, c) => self.b.fragment(b) == self.c.fragment(c),
        };
        if !same {
            self.undecided(pair, ends, "exactly one of several overlapping alternatives must match, and they changed");
        }
    }

    pub(super) fn undecided(&mut self, pair: PairId, ends: Ends, message: &str) {
        let spot = Spot::Schema(self.writer(pair, ends.b, ends.c), None);
        self.change(pair, ends, &rules::undecided::RULE, message.to_owned(), spot);
    }

    pub(super) fn change_at(
        &mut self,
        pair: PairId,
        step: Step<'a>,
        ends: Ends,
        rule: &'static Rule,
        message: String,
        spot: Spot<'a>,
    ) {
        let baseline = self.b.locs(ends.b).to_vec();
        let current = self.c.locs(ends.c).to_vec();
        let hit = Hit { rule, step, baseline, current, message, spot, experimental: false, level: None };
        self.hit(pair, hit);
    }

    /// A change of an object alternative.
    pub(super) fn object_spot(
        &self,
        pair: PairId,
        b: &std::rc::Rc<crate::schema::node::Objects<'a>>,
        c: &std::rc::Rc<crate::schema::node::Objects<'a>>,
        shaping: Shaping<'a>,
    ) -> Spot<'a> {
        Spot::Object(std::rc::Rc::clone(self.writer(pair, b, c)), shaping)
    }
}

/// Whether there are several alternatives beside null, objects among them.
fn is_choice(node: &Node<'_>) -> bool {
    let beside = Kind::ALL[1..].iter().any(|kind| *kind != Kind::Object && node.has(*kind));
    node.union && (node.objects.len() > 1 || beside)
}

fn only_null(node: &Node<'_>) -> bool {
    Kind::ALL.iter().all(|kind| *kind == Kind::Null || !node.has(*kind))
}

/// Equal items leave; the rest is paired in order.
fn unmatched<T: Clone + PartialEq>(b: &[T], c: &[T]) -> Vec<(Option<T>, Option<T>)> {
    let lost: Vec<T> = b.iter().filter(|item| !c.contains(item)).cloned().collect();
    let found: Vec<T> = c.iter().filter(|item| !b.contains(item)).cloned().collect();
    (0..lost.len().max(found.len())).map(|index| (lost.get(index).cloned(), found.get(index).cloned())).collect()
}
