//! Two object alternatives: member by member, then what else they may have.

use std::rc::Rc;

use super::pairs::{Hit, PairId, Shaping, Spot, Step, Walk};
use super::scalar::Sizes;
use super::schemas::Ends;
use crate::finding::Reader;
use crate::rules;
use crate::schema::node::{Further, Member, Objects};

impl<'a> Walk<'a> {
    pub(super) fn compare_objects(
        &mut self,
        pair: PairId,
        b: &Rc<Objects<'a>>,
        c: &Rc<Objects<'a>>,
        tag: Option<&(String, String)>,
    ) {
        let mut names: Vec<&'a str> = b.members.keys().chain(c.members.keys()).copied().collect();
        names.sort();
        names.dedup();
        for name in names {
            if tag.is_some_and(|(was, is)| name == was || name == is) {
                continue;
            }
            match (b.members.get(name), c.members.get(name)) {
                (Some(old), Some(new)) => self.kept_member(pair, (b, c), name, old, new),
                (None, Some(new)) => self.added_member(pair, (b, c), name, new),
                (Some(old), None) => self.removed_member(pair, (b, c), name, old),
                (None, None) => {}
            }
        }
        self.compare_further(pair, b, c);
        self.compare_patterns(pair, b, c);
        let ends = self.own_ends(b, c);
        let sizes = Sizes { b: (b.min, b.max), c: (c.min, c.max), what: "the number of members" };
        let spot = self.object_spot(pair, b, c, Shaping::Sizes);
        let rules = (&rules::object_size_tightened::RULE, &rules::object_size_loosened::RULE);
        self.compare_sizes(pair, ends, &sizes, rules, spot);
    }

    fn kept_member(
        &mut self,
        pair: PairId,
        (b, c): (&Rc<Objects<'a>>, &Rc<Objects<'a>>),
        name: &'a str,
        old: &Member,
        new: &Member,
    ) {
        let ends = Ends { b: old.schema, c: new.schema };
        let step = Step::Member(name);
        let spot = self.object_spot(pair, b, c, Shaping::Without(name));
        // What a server always writes is there, whatever its schema demands of others.
        let still = new.written && self.pairs[pair].reader == Reader::Client;
        let (rule, message) = match (old.required, new.required) {
            (false, true) => (&rules::property_became_required::RULE, "it was optional, and is required"),
            (true, false) if still => {
                (&rules::property_still_written::RULE, "it is no longer required, but always written")
            }
            (true, false) => (&rules::property_became_optional::RULE, "it was required, and is optional"),
            _ if old.written && !old.required && !new.written && self.c.tells_written() => {
                (&rules::property_no_longer_written::RULE, "it was always written, and can be left out now")
            }
            _ => return self.member_schemas(pair, old, new, step),
        };
        let spot = if rule.id == rules::property_still_written::RULE.id { Spot::Nothing } else { spot };
        self.change_at(pair, step.clone(), ends, rule, message.to_owned(), spot);
        self.member_schemas(pair, old, new, step);
    }

    fn member_schemas(&mut self, pair: PairId, old: &Member, new: &Member, step: Step<'a>) {
        self.descend(pair, old.schema, new.schema, step);
    }

    fn added_member(
        &mut self,
        pair: PairId,
        (b, c): (&Rc<Objects<'a>>, &Rc<Objects<'a>>),
        name: &'a str,
        new: &Member,
    ) {
        let step = Step::Member(name);
        let site = self.c.site(new.schema);
        let experimental = site.around.experimental || site.own.experimental;
        let refused = b.further == Further::Closed && b.patterns.is_empty();
        let (rule, message) = match (new.required, refused) {
            (true, false) => (&rules::property_added_required::RULE, "it is new, and required"),
            (true, true) => {
                (&rules::property_added_required_closed::RULE, "it is new and required, where nothing else was allowed")
            }
            (false, false) => (&rules::property_added_optional::RULE, "it is new, and optional"),
            (false, true) => {
                (&rules::property_added_optional_closed::RULE, "it is new, where nothing else was allowed")
            }
        };
        if !self.c.node(site.target).is_never() || new.required {
            let shaping = match self.pairs[pair].reader {
                Reader::Server => Shaping::Without(name),
                Reader::Client => Shaping::With(name),
            };
            let spot = self.object_spot(pair, b, c, shaping);
            let current = self.c.locs(new.schema).to_vec();
            let (message, level) = (message.to_owned(), None);
            self.hit(
                pair,
                Hit { rule, step: step.clone(), baseline: Vec::new(), current, message, spot, experimental, level },
            );
        }
        // In a map the name could be there before, with a value of the map.
        if b.further == Further::Typed && b.patterns.is_empty() {
            self.descend(pair, b.additional, new.schema, step);
        }
    }

    fn removed_member(
        &mut self,
        pair: PairId,
        (b, c): (&Rc<Objects<'a>>, &Rc<Objects<'a>>),
        name: &'a str,
        old: &Member,
    ) {
        let step = Step::Member(name);
        let site = self.b.site(old.schema);
        let experimental = site.around.experimental || site.own.experimental;
        let refused = c.further == Further::Closed && c.patterns.is_empty();
        let (rule, message) = match (old.required, refused) {
            (true, false) => (&rules::property_removed_required::RULE, "it is gone; it was always there"),
            (true, true) => (
                &rules::property_removed_required_closed::RULE,
                "it is gone, and no longer allowed; it was always there",
            ),
            (false, false) => (&rules::property_removed_optional::RULE, "it is gone"),
            (false, true) => (&rules::property_removed_optional_closed::RULE, "it is gone, and no longer allowed"),
        };
        if !self.b.node(site.target).is_never() || old.required {
            let rule = self.withdrawn_or(experimental, rule);
            let shaping = match self.pairs[pair].reader {
                Reader::Server => Shaping::With(name),
                Reader::Client => Shaping::Without(name),
            };
            let spot = self.object_spot(pair, b, c, shaping);
            let baseline = self.b.locs(old.schema).to_vec();
            let (message, level) = (message.to_owned(), None);
            self.hit(
                pair,
                Hit { rule, step: step.clone(), baseline, current: Vec::new(), message, spot, experimental, level },
            );
        }
        if c.further == Further::Typed && c.patterns.is_empty() {
            self.descend(pair, old.schema, c.additional, step);
        }
    }

    fn compare_further(&mut self, pair: PairId, b: &Rc<Objects<'a>>, c: &Rc<Objects<'a>>) {
        let closed = |objects: &Objects<'_>| objects.further == Further::Closed;
        let (rule, message) = match (closed(b), closed(c)) {
            (false, true) => {
                (&rules::additional_properties_closed::RULE, "members that it does not name are refused now")
            }
            (true, false) => {
                (&rules::additional_properties_opened::RULE, "members that it does not name are allowed now")
            }
            (true, true) => return,
            (false, false) => return self.descend(pair, b.additional, c.additional, Step::Values),
        };
        let spot = self.object_spot(pair, b, c, Shaping::Extra);
        let ends = self.own_ends(b, c);
        self.change(pair, ends, rule, message.to_owned(), spot);
    }

    fn compare_patterns(&mut self, pair: PairId, b: &Rc<Objects<'a>>, c: &Rc<Objects<'a>>) {
        let mut differ = b.patterns.len() != c.patterns.len();
        for (pattern, old) in &b.patterns {
            match c.patterns.get(pattern) {
                Some(new) => self.descend(pair, *old, *new, Step::Values),
                None => differ = true,
            }
        }
        if differ {
            let ends = self.own_ends(b, c);
            let spot = Spot::Schema(self.writer(pair, ends.b, ends.c), None);
            let message = "`patternProperties` has other patterns".to_owned();
            self.change(pair, ends, &rules::pattern_properties_changed::RULE, message, spot);
        }
    }

    /// The schemas that two object alternatives stand in.
    pub(super) fn own_ends(&mut self, b: &Objects<'_>, c: &Objects<'_>) -> Ends {
        Ends { b: self.b.together(&b.at), c: self.c.together(&c.at) }
    }
}
