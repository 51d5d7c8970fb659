//! From one pair to the next: through references, `| null` and the notes around a schema.

use serde_json::Value;

use super::pairs::{PairId, Spot, Step, Walk};
use super::schemas::Ends;
use crate::finding::Reader;
use crate::rules;
use crate::schema::node::Kind;
use crate::schema::{LocId, Notes, SchemaId, Site, is_annotation};

impl<'a> Walk<'a> {
    /// Compares what stands at a step below a pair.
    pub(super) fn descend(&mut self, pair: PairId, b: SchemaId, c: SchemaId, step: Step<'a>) {
        if self.unchanged(b, c) {
            return;
        }
        let reader = self.pairs[pair].reader;
        let ends = Ends { b, c };
        let (old, new) = (self.b.site(b), self.c.site(c));
        let wrapped = old.nullable || new.nullable;
        let experimental = old.around.experimental || old.own.experimental;
        let nodes = (self.b.node(old.target), self.c.node(new.target));
        let null = |nullable: bool, node: &crate::schema::node::Node<'_>| nullable || node.has(Kind::Null);
        let mut null_here = !wrapped;
        if wrapped && !nodes.0.any && !nodes.1.any {
            let (was, is) = (null(old.nullable, &nodes.0), null(new.nullable, &nodes.1));
            if was != is {
                self.nullness(pair, step.clone(), ends, is);
            }
        } else if wrapped {
            null_here = true;
        }
        let apart = Kind::ALL.iter().all(|kind| *kind == Kind::Null || !(nodes.0.has(*kind) && nodes.1.has(*kind)));
        let some = |node: &crate::schema::node::Node<'_>| Kind::ALL[1..].iter().any(|kind| node.has(*kind));
        let literal = nodes.0.literals.len() == 1 && nodes.1.literals.len() == 1;
        let special = matches!(step, Step::Items | Step::Values | Step::Slot(_));
        if special && apart && !literal && some(&nodes.0) && some(&nodes.1) {
            let rule = self.type_rule(&step);
            return self.replaced(pair, step, ends, rule, &nodes.0, &nodes.1);
        }
        if let (Some(was), Some(is)) = (old.definition, new.definition) {
            self.renamed_definition(pair, &step, ends, was, is);
        }
        let to = self.schemas(old.target, new.target, null_here, reader);
        let around = |notes: &Notes<'_>| *notes != Notes::default();
        if around(&old.around) || around(&new.around) {
            self.notes(pair, &step, ends, &old, &new);
        }
        self.edge(pair, to, step, experimental);
    }

    /// Whether two schemas are the same text, without references: they could lead to what changed. Most are, and need no
    /// normal form.
    fn unchanged(&self, b: SchemaId, c: SchemaId) -> bool {
        match (self.b.locs(b), self.c.locs(c)) {
            ([], []) => true,
            (&[b], &[c]) => same_text(self.b.value(b), self.c.value(c), DEEPEST),
            _ => false,
        }
    }

    fn renamed_definition(&mut self, pair: PairId, step: &Step<'a>, ends: Ends, was: LocId, is: LocId) {
        // Nobody else may have either name.
        let renamed = *self
            .renamed
            .entry((was, is))
            .or_insert_with(|| self.c.counterpart(&self.b, was).is_none() && self.b.counterpart(&self.c, is).is_none());
        if !renamed {
            return;
        }
        let (old, new) = (self.b.pointer(was), self.c.pointer(is));
        let message = format!("the definition {old} is called {new} now");
        self.change_at(pair, step.clone(), ends, &rules::definition_renamed::RULE, message, Spot::Nothing);
    }

    /// What changed around a schema where it is used; what its target says about itself is compared with its pair.
    fn notes(&mut self, pair: PairId, step: &Step<'a>, ends: Ends, old: &Site<'_>, new: &Site<'_>) {
        let (b, c) = (&old.around, &new.around);
        let told = Told {
            text: b.text.is_some() || c.text.is_some(),
            default: b.default.is_some() || c.default.is_some(),
            deprecated: b.deprecated || c.deprecated,
            experimental: b.experimental || c.experimental,
        };
        self.compare_notes(pair, step, ends, &told, (&merged(b, &old.own), &merged(c, &new.own)));
    }

    /// What two schemas say about themselves.
    pub(super) fn own_notes(&mut self, pair: PairId, ends: Ends) {
        let (old, new) = (self.b.site(ends.b), self.c.site(ends.c));
        let told = Told { text: true, default: true, deprecated: true, experimental: true };
        self.compare_notes(pair, &Step::Same, ends, &told, (&old.own, &new.own));
    }

    fn compare_notes(
        &mut self,
        pair: PairId,
        step: &Step<'a>,
        ends: Ends,
        told: &Told,
        (b, c): (&Notes<'_>, &Notes<'_>),
    ) {
        if told.text && b.text != c.text {
            let message = match (&b.text, &c.text) {
                (None, _) => "it has a description now".to_owned(),
                (_, None) => "it has no description any more".to_owned(),
                _ => "it is described in other words".to_owned(),
            };
            self.change_at(pair, step.clone(), ends, &rules::description_changed::RULE, message, Spot::Nothing);
        }
        if told.default && b.default != c.default {
            let words = |value: Option<&Value>| value.map_or("none".to_owned(), Value::to_string);
            let message = format!("the default was {}, and is {}", words(b.default), words(c.default));
            self.change_at(pair, step.clone(), ends, &rules::default_changed::RULE, message, Spot::Nothing);
        }
        if told.deprecated && c.deprecated && !b.deprecated {
            let message = "it is deprecated".to_owned();
            self.change_at(pair, step.clone(), ends, &rules::deprecated::RULE, message, Spot::Nothing);
        }
        if told.experimental {
            self.marks(pair, step.clone(), ends, (b.experimental, c.experimental), "it");
        }
    }

    /// What became experimental, and what no longer is.
    pub(super) fn marks(&mut self, pair: PairId, step: Step<'a>, ends: Ends, (was, is): (bool, bool), what: &str) {
        match (was, is) {
            (true, false) => {
                let message = format!("{what} is no longer experimental");
                self.change_at(pair, step, ends, &rules::experimental_promoted::RULE, message, Spot::Nothing);
            }
            (false, true) => {
                let message = format!("{what} is experimental now, and withheld from those who do not opt in");
                self.change_at(pair, step, ends, &rules::experimental_demoted::RULE, message, Spot::Nothing);
            }
            _ => {}
        }
    }

    /// Whether a keyword that the normal form does not model says the same in two schemas.
    pub(super) fn same_keyword(&mut self, keyword: &str, b: LocId, c: LocId, reader: Reader) -> bool {
        if matches!(keyword, "not" | "contains" | "propertyNames" | "unevaluatedProperties" | "unevaluatedItems")
            && let (Some(x), Some(y)) = (self.b.child(b, keyword), self.c.child(c, keyword))
        {
            let (x, y) = (self.b.schema(x), self.c.schema(y));
            return self.same_schemas(x, y, reader);
        }
        let keywords: &[&str] = if keyword == "if" { &["if", "then", "else"] } else { &[keyword] };
        keywords.iter().all(|keyword| match (self.b.child(b, keyword), self.c.child(c, keyword)) {
            (Some(x), Some(y)) => self.same_json(x, y, reader),
            (None, None) => true,
            _ => false,
        })
    }

    fn same_schemas(&mut self, x: SchemaId, y: SchemaId, reader: Reader) -> bool {
        let (x, y) = (self.b.site(x), self.c.site(y));
        if x.nullable != y.nullable {
            return false;
        }
        let pair = self.schemas(x.target, y.target, true, reader);
        self.is_same(pair)
    }

    /// Whether two fragments are equal, apart from annotations and from where references lead if it is to the same.
    pub(super) fn same_json(&mut self, b: LocId, c: LocId, reader: Reader) -> bool {
        match (self.b.value(b), self.c.value(c)) {
            (Value::Object(x), Value::Object(y)) => {
                if x.get("$ref").is_some_and(Value::is_string) && y.get("$ref").is_some_and(Value::is_string) {
                    let (x, y) = (self.b.schema(b), self.c.schema(c));
                    return self.same_schemas(x, y, reader);
                }
                let told = |key: &&String| !is_annotation(key);
                let mut keys: Vec<&String> = x.keys().filter(told).chain(y.keys().filter(told)).collect();
                keys.sort();
                keys.dedup();
                keys.into_iter().all(|key| match (self.b.child(b, key), self.c.child(c, key)) {
                    (Some(x), Some(y)) => self.same_json(x, y, reader),
                    _ => false,
                })
            }
            (Value::Array(x), Value::Array(y)) if x.len() == y.len() => self.same_items(b, c, reader),
            (x, y) => x == y,
        }
    }

    /// Whether two lists have the same items, in any order where it means nothing.
    fn same_items(&mut self, b: LocId, c: LocId, reader: Reader) -> bool {
        let (x, mut y) = (self.b.items(b), self.c.items(c));
        let ordered = self.b.is_sequence(b);
        x.into_iter().all(|item| {
            let among = if ordered { 1 } else { y.len() };
            let found = y.iter().take(among).copied().position(|other| self.same_json(item, other, reader));
            found.map(|index| y.remove(index)).is_some()
        })
    }
}

/// How deep two schemas are held against each other before anything else: each level inside looks again.
const DEEPEST: u32 = 6;

fn same_text(b: &Value, c: &Value, depth: u32) -> bool {
    match (b, c) {
        (Value::Object(b), Value::Object(c)) => {
            let same = |((b, x), (c, y)): ((&String, &Value), (&String, &Value))| {
                b == c && b != "$ref" && same_text(x, y, depth - 1)
            };
            depth > 0 && b.len() == c.len() && b.iter().zip(c).all(same)
        }
        (Value::Array(b), Value::Array(c)) => {
            depth > 0 && b.len() == c.len() && b.iter().zip(c).all(|(b, c)| same_text(b, c, depth - 1))
        }
        _ => b == c,
    }
}

/// Which notes are to be compared.
struct Told {
    text: bool,
    default: bool,
    deprecated: bool,
    experimental: bool,
}

/// The notes around a schema, and where they are silent its own.
fn merged<'a>(around: &Notes<'a>, own: &Notes<'a>) -> Notes<'a> {
    Notes {
        text: around.text.or(own.text),
        default: around.default.or(own.default),
        experimental: around.experimental || own.experimental,
        deprecated: around.deprecated || own.deprecated,
    }
}
