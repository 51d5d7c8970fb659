//! Object alternatives on both sides: which became which. They match by their tag, then by the one member that each
//! demands, then by what they admit; never by their place in the list.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::pairs::{Hit, PairId, Shaping, Spot, Step, Walk};
use super::schemas::Ends;
use crate::finding::Reader;
use crate::rules;
use crate::schema::Graph;
use crate::schema::node::{Kind, Objects};

/// Members that usually tell variants apart, before any other that does.
const USUAL: [&str; 5] = ["type", "kind", "method", "op", "tag"];

type Shapes<'a> = [Rc<Objects<'a>>];

impl<'a> Walk<'a> {
    pub(super) fn compare_unions(&mut self, pair: PairId, ends: Ends, b: &Shapes<'a>, c: &Shapes<'a>) {
        if let ([old], [new]) = (b, c) {
            let to = self.objects(old, new, None, self.pairs[pair].reader);
            return self.edge(pair, to, Step::Same, old.experimental);
        }
        let (tags_b, tags_c) = (tags(&mut self.b, b), tags(&mut self.c, c));
        let common = ordered(tags_b.keys().filter(|name| tags_c.contains_key(*name)));
        if let Some(name) = common.first() {
            return self.by_label(pair, (b, c), &tags_b[name], &tags_c[name], None);
        }
        let renamed = ordered(tags_b.keys())
            .into_iter()
            .flat_map(|was| ordered(tags_c.keys()).into_iter().map(move |is| (was.clone(), is)))
            .find(|(was, is)| {
                let values = |labels: &Labels| labels.iter().flatten().cloned().collect::<BTreeSet<_>>();
                !values(&tags_b[was]).is_disjoint(&values(&tags_c[is]))
            });
        if let Some((was, is)) = renamed {
            let message = format!("its variants were told apart by `{was}`, and are by `{is}`");
            let first = Rc::clone(&self.writer(pair, b, c)[0]);
            let spot = Spot::Object(first, Shaping::Plain);
            self.change(pair, ends, &rules::tag_renamed::RULE, message, spot);
            let tag = Some((was.clone(), is.clone()));
            return self.by_label(pair, (b, c), &tags_b[&was], &tags_c[&is], tag);
        }
        if let (Some(keys_b), Some(keys_c)) = (keys(b), keys(c)) {
            return self.by_label(pair, (b, c), &keys_b, &keys_c, None);
        }
        self.by_meaning(pair, ends, b, c);
    }

    /// Variants that have a name each: a tag's values, or the one member that they demand.
    fn by_label(
        &mut self,
        pair: PairId,
        (b, c): (&Shapes<'a>, &Shapes<'a>),
        labels_b: &Labels,
        labels_c: &Labels,
        tag: Option<(String, String)>,
    ) {
        let mut met = vec![false; c.len()];
        for (old, labels) in b.iter().zip(labels_b) {
            let mut found = false;
            for (index, new) in c.iter().enumerate() {
                let Some(label) = labels.iter().find(|label| labels_c[index].contains(label)) else { continue };
                met[index] = true;
                found = true;
                self.became(pair, old, new, Some(label.clone()), tag.clone());
            }
            if !found {
                self.variant_removed(pair, old, labels.first().cloned());
            }
        }
        for (index, new) in c.iter().enumerate().filter(|(index, _)| !met[*index]) {
            self.variant_added(pair, new, labels_c[index].first().cloned());
        }
    }

    /// Variants without names: equal ones first, then those that the other side's take in, then the two that are left.
    fn by_meaning(&mut self, pair: PairId, ends: Ends, b: &Shapes<'a>, c: &Shapes<'a>) {
        let reader = self.pairs[pair].reader;
        let mut old: Vec<Rc<Objects<'a>>> = b.to_vec();
        let mut new: Vec<Rc<Objects<'a>>> = c.to_vec();
        old.retain(|old| {
            let equal = new.iter().position(|new| {
                let below = self.objects(old, new, None, reader);
                self.is_same(below)
            });
            let Some(index) = equal else { return true };
            let new = new.remove(index);
            self.became(pair, old, &new, None, None);
            false
        });
        // Whatever a writer's variant is, it is enough that some variant of the reader takes it.
        let (mut writers, readers) = match reader {
            Reader::Server => (old.clone(), c),
            Reader::Client => (new.clone(), b),
        };
        let mut used: Vec<Rc<Objects<'a>>> = Vec::new();
        writers.retain(|writer| {
            let taker = readers.iter().find(|taker| {
                let (x, y) = match reader {
                    Reader::Server => (writer, *taker),
                    Reader::Client => (*taker, writer),
                };
                let below = self.objects(x, y, None, reader);
                self.is_clean(below)
            });
            let Some(taker) = taker else { return true };
            used.push(Rc::clone(taker));
            let (x, y) = if reader == Reader::Server { (writer, taker) } else { (taker, writer) };
            self.became(pair, x, y, None, None);
            false
        });
        let rest = match reader {
            Reader::Server => new,
            Reader::Client => old,
        };
        let readers_left: Vec<Rc<Objects<'a>>> =
            rest.into_iter().filter(|shape| !used.iter().any(|used| Rc::ptr_eq(used, shape))).collect();
        let (old, new) = if reader == Reader::Server { (writers, readers_left) } else { (readers_left, writers) };
        self.leftovers(pair, ends, (b, c), &old, &new);
    }

    fn leftovers(
        &mut self,
        pair: PairId,
        ends: Ends,
        (b, c): (&Shapes<'a>, &Shapes<'a>),
        old: &[Rc<Objects<'a>>],
        new: &[Rc<Objects<'a>>],
    ) {
        match (old, new) {
            ([was], [is]) if b.len() > 1 && c.len() > 1 => return self.became(pair, was, is, None, None),
            _ => {}
        }
        let writer = Spot::Schema(self.writer(pair, ends.b, ends.c), Some(Kind::Object));
        if b.len() == 1 && !old.is_empty() && new.len() == c.len() {
            let message = format!("it was an object, and is one of {} variants that differ from it", c.len());
            return self.change(pair, ends, &rules::object_became_union::RULE, message, writer);
        }
        if c.len() == 1 && !new.is_empty() && old.len() == b.len() {
            let message = format!("it was one of {} variants, and is an object that differs from them", b.len());
            return self.change(pair, ends, &rules::union_became_object::RULE, message, writer);
        }
        for was in old {
            self.variant_removed(pair, was, None);
        }
        for is in new {
            self.variant_added(pair, is, None);
        }
    }

    /// Variants of a union that had no objects before, or has none any more.
    pub(super) fn only_one_side(&mut self, pair: PairId, shapes: &Shapes<'a>, added: bool) {
        let graph = if added { &mut self.c } else { &mut self.b };
        let tags = tags(graph, shapes);
        let labels = ordered(tags.keys()).first().map(|name| tags[name].clone()).or_else(|| keys(shapes));
        for (index, shape) in shapes.iter().enumerate() {
            let label = labels.as_ref().and_then(|labels| labels[index].first().cloned());
            if added {
                self.variant_added(pair, shape, label);
            } else {
                self.variant_removed(pair, shape, label);
            }
        }
    }

    fn became(
        &mut self,
        pair: PairId,
        b: &Rc<Objects<'a>>,
        c: &Rc<Objects<'a>>,
        label: Option<String>,
        tag: Option<(String, String)>,
    ) {
        let ends = self.own_ends(b, c);
        let step = label.map_or(Step::Same, Step::Variant);
        if b.experimental != c.experimental {
            self.marks(pair, step.clone(), ends, (b.experimental, c.experimental), "the variant");
        }
        let to = self.objects(b, c, tag, self.pairs[pair].reader);
        self.edge(pair, to, step, b.experimental);
    }

    fn variant_added(&mut self, pair: PairId, shape: &Rc<Objects<'a>>, label: Option<String>) {
        let message = match &label {
            Some(name) => format!("the variant `{name}` is new"),
            None => "a variant is new".to_owned(),
        };
        let spot = match self.pairs[pair].reader {
            Reader::Client => Spot::Object(Rc::clone(shape), Shaping::Plain),
            Reader::Server => Spot::Nothing,
        };
        self.hit(
            pair,
            Hit {
                rule: &rules::union_variant_added::RULE,
                step: label.map_or(Step::Same, Step::Variant),
                baseline: Vec::new(),
                current: shape.at.clone(),
                message,
                spot,
                experimental: shape.experimental,
                level: None,
            },
        );
    }

    fn variant_removed(&mut self, pair: PairId, shape: &Rc<Objects<'a>>, label: Option<String>) {
        let message = match &label {
            Some(name) => format!("the variant `{name}` is gone"),
            None => "a variant is gone".to_owned(),
        };
        let spot = match self.pairs[pair].reader {
            Reader::Server => Spot::Object(Rc::clone(shape), Shaping::Plain),
            Reader::Client => Spot::Nothing,
        };
        self.hit(
            pair,
            Hit {
                rule: self.withdrawn_or(shape.experimental, &rules::union_variant_removed::RULE),
                step: label.map_or(Step::Same, Step::Variant),
                baseline: shape.at.clone(),
                current: Vec::new(),
                message,
                spot,
                experimental: shape.experimental,
                level: None,
            },
        );
    }
}

/// The names of each variant.
type Labels = Vec<Vec<String>>;

/// The members that tell variants apart: each variant demands it and names its values, and no two share one.
fn tags(graph: &mut Graph<'_>, shapes: &Shapes<'_>) -> BTreeMap<String, Labels> {
    let mut tags = BTreeMap::new();
    let Some(first) = shapes.first() else { return tags };
    'members: for name in first.required() {
        let mut labels: Labels = Vec::new();
        for shape in shapes {
            let Some(member) = shape.members.get(name).filter(|member| member.required) else { continue 'members };
            let site = graph.site(member.schema);
            let node = graph.node(site.target);
            let plain = !site.nullable && Kind::ALL.iter().all(|kind| !node.has_open(*kind));
            if !plain || node.literals.is_empty() {
                continue 'members;
            }
            let values: Vec<String> = node
                .literals
                .iter()
                .map(|literal| literal.value.as_str().map_or_else(|| literal.value.to_string(), str::to_owned))
                .collect();
            if labels.iter().flatten().any(|known| values.contains(known)) {
                continue 'members;
            }
            labels.push(values);
        }
        tags.insert(name.to_owned(), labels);
    }
    tags
}

fn ordered<'n>(names: impl Iterator<Item = &'n String>) -> Vec<String> {
    let mut names: Vec<String> = names.cloned().collect();
    names.sort_by_key(|name| USUAL.iter().position(|usual| usual == name).unwrap_or(USUAL.len()));
    names
}

/// The one member that each variant demands, where each demands exactly one and no two the same.
fn keys(shapes: &Shapes<'_>) -> Option<Labels> {
    let mut keys: Vec<Vec<String>> = Vec::new();
    for shape in shapes {
        let mut required = shape.required();
        let (Some(key), None) = (required.next(), required.next()) else { return None };
        if keys.iter().flatten().any(|known| known == key) {
            return None;
        }
        keys.push(vec![key.to_owned()]);
    }
    Some(keys)
}
