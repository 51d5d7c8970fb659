//! Building one value: what several schemas demand together is gathered first, then a value is made that fits all of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::heights::{ENDLESS, UNIONS};
use super::{Choices, Source, Style, Undrawable, pattern, scalars, spoil};
use crate::bounds;
use crate::pointer::brief;
use crate::structure::{SILENT_ADDITIONAL, is_of, target};

/// The member that stands for all that a newer peer might add.
pub const UNKNOWN: &str = "x-unknown-member";

/// Deeper than this, only the shallowest alternatives are chosen.
const DEEP: usize = 7;
/// So many values inside of one make it big enough.
const MANY: usize = 600;

/// After so many branches that contradict something, there is taken to be no way.
const MOST: usize = 100_000;

/// The keywords of one schema, none of which leads to another one.
type Leaf<'d> = &'d Map<String, Value>;

/// Builds one value.
pub(super) struct Builder<'s, 'd, 'c> {
    source: &'s Source<'d>,
    choices: Choices<'c>,
    style: Style,
    /// How many values were made so far, those of abandoned branches included.
    made: usize,
    /// How many times schemas were taken apart.
    tried: usize,
    /// The place that gets a fault, and the choices about it.
    spoil: Option<(usize, Choices<'c>)>,
}

impl<'s, 'd, 'c> Builder<'s, 'd, 'c> {
    pub(super) fn new(source: &'s Source<'d>, choices: &'c [u64], style: Style) -> Self {
        Self { source, choices: Choices::new(choices), style, made: 0, tried: 0, spoil: None }
    }

    /// Puts a fault into the `at`-th value.
    pub(super) fn spoiling(self, at: usize, choices: Choices<'c>) -> Self {
        Self { spoil: Some((at, choices)), ..self }
    }

    /// The value, and how many places it has.
    pub(super) fn draw(mut self, schema: &'d Value) -> Result<(Value, usize), Undrawable> {
        let value = self.all(vec![schema], 0)?;
        Ok((value, self.made))
    }

    /// A value that fits every one of these schemas.
    fn all(&mut self, open: Vec<&'d Value>, depth: usize) -> Result<Value, Undrawable> {
        self.gather(open, Vec::new(), Vec::new(), depth)
    }

    /// Takes schemas apart into leaves; unions are decided last, one after another, each branch with all the rest.
    fn gather(
        &mut self,
        mut open: Vec<&'d Value>,
        mut leaves: Vec<Leaf<'d>>,
        mut unions: Vec<&'d [Value]>,
        depth: usize,
    ) -> Result<Value, Undrawable> {
        self.tried += 1;
        if self.tried > MOST {
            return Err(Undrawable("too many branches without a value were tried".into()));
        }
        let mut followed = 0;
        while let Some(schema) = open.pop() {
            let Some(members) = schema.as_object() else {
                if *schema == Value::Bool(false) {
                    return Err(Undrawable("a schema that is `false` allows nothing".into()));
                }
                continue;
            };
            if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                followed += 1;
                let found = target(self.source.document, reference).map_err(Undrawable)?;
                if followed > 64 {
                    return Err(Undrawable(format!("`{reference}` leads in a circle")));
                }
                open.push(found.1);
                continue;
            }
            leaves.push(members);
            open.extend(list(members, "allOf"));
            for keyword in UNIONS {
                unions.extend(members.get(keyword).and_then(Value::as_array).map(Vec::as_slice));
            }
            if let (Some(when), Some(then)) = (members.get("if"), members.get("then")) {
                open.extend([when, then]);
            }
        }
        let Some(branches) = unions.pop() else { return self.fit(&leaves, depth) };
        let mut ways: Vec<(u32, &Value)> =
            branches.iter().map(|branch| (self.source.heights.of_branch(branch), branch)).collect();
        // The shallow ones are the simple ones.
        ways.sort_by_key(|(height, _)| *height);
        let least = ways.first().map_or(ENDLESS, |(height, _)| *height);
        ways.retain(|(height, _)| *height != ENDLESS && (*height == least || !self.is_enough(depth)));
        let first = self.choices.below(ways.len().max(1));
        let mut why = Undrawable("a union has no branch with a value".into());
        for at in 0..ways.len() {
            let branch = ways[(first + at) % ways.len()].1;
            match self.gather(vec![branch], leaves.clone(), unions.clone(), depth) {
                Ok(value) => return Ok(value),
                Err(error) => why = error,
            }
        }
        Err(why)
    }

    fn is_enough(&self, depth: usize) -> bool {
        depth >= DEEP || self.made >= MANY
    }

    /// A value that fits leaves alone.
    fn fit(&mut self, leaves: &[Leaf<'d>], depth: usize) -> Result<Value, Undrawable> {
        if depth > 96 {
            return Err(Undrawable("its values never end".into()));
        }
        let at = self.made;
        self.made += 1;
        let value = self.sound(leaves, depth)?;
        match &mut self.spoil {
            Some((place, choices)) if *place == at => Ok(spoil::spoil(value, leaves, choices)),
            _ => Ok(value),
        }
    }

    fn sound(&mut self, leaves: &[Leaf<'d>], depth: usize) -> Result<Value, Undrawable> {
        let types = types(leaves);
        let fixed = leaves.iter().find_map(|leaf| leaf.get("enum").and_then(Value::as_array).map(Vec::as_slice));
        let fixed = fixed.or_else(|| leaves.iter().find_map(|leaf| leaf.get("const").map(std::slice::from_ref)));
        if let Some(values) = fixed {
            let fits = |value: &&Value| {
                types.iter().any(|name| is_of(value, name))
                    && leaves.iter().all(|leaf| {
                        leaf.get("const").is_none_or(|only| only == *value)
                            && leaf.get("enum").and_then(Value::as_array).is_none_or(|some| some.contains(value))
                    })
            };
            let fitting: Vec<&Value> = values.iter().filter(fits).collect();
            let value = self.choices.pick(&fitting).copied().cloned();
            return value.ok_or_else(|| Undrawable("no value of an `enum` fits what else is said of it".into()));
        }
        // Null says the least, and once in three times is enough.
        let chosen = match types.as_slice() {
            ["null", others @ ..] if !others.is_empty() && self.choices.likely() => self.choices.pick(others),
            ["null", others @ ..] if !others.is_empty() => Some(&"null"),
            types => self.choices.pick(types),
        };
        let Some(chosen) = chosen.copied() else {
            return Err(Undrawable("no type fits all that is said of a value".into()));
        };
        match chosen {
            "null" => Ok(Value::Null),
            "boolean" => Ok(self.choices.yes().into()),
            "integer" => self.integer(leaves),
            "number" => self.number(leaves),
            "string" => self.text(leaves).map(Value::String),
            "array" => self.array(leaves, depth),
            "object" => self.object(leaves, depth),
            _ => Ok(scalars::any(2, &mut self.choices)),
        }
    }

    fn integer(&mut self, leaves: &[Leaf<'d>]) -> Result<Value, Undrawable> {
        let (mut low, mut high) = (i128::from(i64::MIN), i128::from(u64::MAX));
        for leaf in leaves {
            if let Some((least, most)) = leaf.get("format").and_then(Value::as_str).and_then(bounds::range) {
                (low, high) = (low.max(least), high.min(most));
            }
        }
        let (least, most) = float_range(leaves);
        // The casts saturate, and what is beyond 2^64 does not bound.
        (low, high) = (low.max(least.ceil() as i128), high.min(most.floor() as i128));
        if low > high {
            return Err(Undrawable(format!("no integer is at least {low} and at most {high}")));
        }
        let mut value = scalars::integer((low, high), &mut self.choices);
        for step in steps(leaves).filter(|step| *step >= 1.0 && step.fract() == 0.0).map(|step| step as i128) {
            value -= value % step;
            // Rounded towards zero it may have left the range on that side.
            value += if value < low { step } else { 0 } - if value > high { step } else { 0 };
        }
        if value < low || value > high {
            return Err(Undrawable(format!("no multiple is at least {low} and at most {high}")));
        }
        Ok(scalars::whole(value))
    }

    fn number(&mut self, leaves: &[Leaf<'d>]) -> Result<Value, Undrawable> {
        let (low, high) = float_range(leaves);
        if low > high {
            return Err(Undrawable(format!("no number is at least {low} and at most {high}")));
        }
        let mut value = scalars::number((low, high), &mut self.choices);
        for step in steps(leaves) {
            value = (value / step).trunc() * step;
            value += if value < low { step } else { 0.0 } - if value > high { step } else { 0.0 };
        }
        Ok(value.into())
    }

    fn text(&mut self, leaves: &[Leaf<'d>]) -> Result<String, Undrawable> {
        let said = |keyword: &str| leaves.iter().find_map(|leaf| leaf.get(keyword)?.as_str());
        if let Some(expression) = said("pattern") {
            let text = pattern::matching(expression, &mut self.choices);
            return text.ok_or_else(|| Undrawable(format!("the pattern `{expression}` is not understood")));
        }
        if let Some(samples) = said("format").and_then(scalars::of_format) {
            return Ok(self.choices.pick(samples).copied().unwrap_or_default().to_owned());
        }
        let (least, most) = (most_of(leaves, "minLength"), least_of(leaves, "maxLength"));
        Ok(scalars::text((least, most), &mut self.choices))
    }

    /// How many items or members: few, and once in a while many.
    fn count(&mut self, least: usize, most: Option<usize>, depth: usize) -> usize {
        let more = if self.is_enough(depth) {
            0
        } else {
            let many = if depth < 3 { 40 } else { 4 };
            [0, 1, 2, 3, 1, 2, 0, many][self.choices.below(8)]
        };
        (least + more).min(most.unwrap_or(usize::MAX))
    }

    fn array(&mut self, leaves: &[Leaf<'d>], depth: usize) -> Result<Value, Undrawable> {
        let contained: Vec<&'d Value> = leaves.iter().filter_map(|leaf| leaf.get("contains")).collect();
        let least = most_of(leaves, "minItems").max(contained.len());
        let count = self.count(least, least_of(leaves, "maxItems"), depth);
        let unique = leaves.iter().any(|leaf| leaf.get("uniqueItems") == Some(&Value::Bool(true)));
        let mut items: Vec<Value> = Vec::new();
        for at in 0..count {
            let mut open: Vec<&'d Value> = contained.get(at).copied().into_iter().collect();
            for leaf in leaves {
                open.extend(match leaf.get("items") {
                    Some(Value::Array(places)) => places.get(at).or_else(|| leaf.get("additionalItems")),
                    every => every,
                });
            }
            match self.all(open, depth + 1) {
                Ok(item) if unique && items.contains(&item) => {}
                Ok(item) => items.push(item),
                // Where no more items can be made, those that are there may do.
                Err(_) if at >= least => break,
                Err(why) => return Err(why),
            }
        }
        Ok(Value::Array(items))
    }

    fn object(&mut self, leaves: &[Leaf<'d>], depth: usize) -> Result<Value, Undrawable> {
        let mut required: BTreeSet<&str> = BTreeSet::new();
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for leaf in leaves {
            required.extend(list(leaf, "required").filter_map(Value::as_str));
            known.extend(named(leaf, "properties").map(|(name, _)| name));
        }
        let most = least_of(leaves, "maxProperties").unwrap_or(usize::MAX);
        let mut chosen: BTreeSet<&str> = required.clone();
        for name in &known {
            if !required.contains(name) && !self.is_enough(depth) && self.choices.likely() && chosen.len() < most {
                chosen.insert(name);
            }
        }
        // Whoever is there brings along those it depends on.
        for _ in 0..chosen.len() + known.len() {
            let needed: Vec<&str> = leaves
                .iter()
                .flat_map(|leaf| named(leaf, "dependencies"))
                .filter(|(name, _)| chosen.contains(name))
                .flat_map(|(_, needed)| needed.as_array().into_iter().flatten().filter_map(Value::as_str))
                .collect();
            chosen.extend(needed);
        }
        let mut members = Map::new();
        for name in chosen {
            match self.all(member(leaves, name), depth + 1) {
                Ok(value) => {
                    members.insert(name.to_owned(), value);
                }
                Err(Undrawable(why)) if required.contains(name) => {
                    return Err(Undrawable(if why.contains(" in `") { why } else { format!("{why}, in `{name}`") }));
                }
                Err(_) => {}
            }
        }
        self.further(leaves, &known, &mut members, most, depth)?;
        Ok(Value::Object(members))
    }

    /// Adds the members that are not named, where they are spoken of.
    fn further(
        &mut self,
        leaves: &[Leaf<'d>],
        known: &BTreeSet<&str>,
        members: &mut Map<String, Value>,
        most: usize,
        depth: usize,
    ) -> Result<(), Undrawable> {
        // What is told to readers alone is no fault where it is not kept to.
        let silent = self.style != Style::NearMiss;
        let further = |leaf: &&Leaf<'d>| {
            leaf.get("additionalProperties").or_else(|| leaf.get(SILENT_ADDITIONAL).filter(|_| silent))
        };
        let spoken: Vec<&'d Value> = leaves.iter().filter_map(|leaf| further(&leaf)).collect();
        let least = most_of(leaves, "minProperties").saturating_sub(members.len());
        let closed = spoken.iter().any(|schema| **schema == Value::Bool(false));
        if !closed && (!spoken.is_empty() || least > 0) {
            let names: Vec<&'d Value> = leaves.iter().filter_map(|leaf| leaf.get("propertyNames")).collect();
            for at in 0..self.count(least, Some(most.saturating_sub(members.len())), depth) {
                let mut name = match names.as_slice() {
                    [] => scalars::name(&mut self.choices),
                    names => self.all(names.to_vec(), depth + 1)?.as_str().unwrap_or_default().to_owned(),
                };
                if names.is_empty() && members.contains_key(&name) {
                    name.push_str(&at.to_string());
                }
                if known.contains(name.as_str()) {
                    continue;
                }
                match self.all(member(leaves, &name), depth + 1) {
                    Ok(value) => drop(members.insert(name, value)),
                    Err(why) if at < least => return Err(why),
                    Err(_) => break,
                }
            }
        } else if spoken.is_empty() && self.style == Style::Newer && members.len() < most && self.choices.yes() {
            members.insert(UNKNOWN.to_owned(), scalars::any(2, &mut self.choices));
        }
        if members.len() < most_of(leaves, "minProperties") {
            return Err(Undrawable(format!("too few members: {}", brief(&Value::Object(members.clone())))));
        }
        Ok(())
    }
}

/// The schemas that a member must fit.
fn member<'d>(leaves: &[Leaf<'d>], name: &str) -> Vec<&'d Value> {
    let mut open = Vec::new();
    for leaf in leaves {
        let own = leaf.get("properties").and_then(|properties| properties.get(name));
        // A pattern without any special sign is found by looking for it; others match as a search would.
        let matched = named(leaf, "patternProperties").filter(|(pattern, _)| {
            regex_lite(pattern).is_some_and(|(text, start, end)| match (start, end) {
                (true, true) => name == text,
                (true, false) => name.starts_with(text),
                (false, true) => name.ends_with(text),
                (false, false) => name.contains(text),
            })
        });
        let before = open.len();
        open.extend(own);
        open.extend(matched.map(|(_, schema)| schema));
        if open.len() == before {
            open.extend(leaf.get("additionalProperties").or_else(|| leaf.get(SILENT_ADDITIONAL)));
        }
        open.extend(
            named(leaf, "dependencies")
                .filter(|(on, schema)| *on == name && !schema.is_array())
                .map(|(_, schema)| schema),
        );
    }
    open
}

/// A pattern that is a literal text, with its anchors.
fn regex_lite(pattern: &str) -> Option<(&str, bool, bool)> {
    let (text, start) = pattern.strip_prefix('^').map_or((pattern, false), |text| (text, true));
    let (text, end) = text.strip_suffix('$').map_or((text, false), |text| (text, true));
    (!text.contains(|one: char| r"\.+*?()|[]{}^$".contains(one))).then_some((text, start, end))
}

fn list<'d>(leaf: Leaf<'d>, keyword: &str) -> impl Iterator<Item = &'d Value> + use<'d> {
    leaf.get(keyword).and_then(Value::as_array).into_iter().flatten()
}

fn named<'d>(leaf: Leaf<'d>, keyword: &str) -> impl Iterator<Item = (&'d str, &'d Value)> + use<'d> {
    leaf.get(keyword).and_then(Value::as_object).into_iter().flatten().map(|(name, schema)| (name.as_str(), schema))
}

/// The strictest of the limits from below.
fn most_of(leaves: &[Leaf<'_>], keyword: &str) -> usize {
    limits(leaves, keyword).max().unwrap_or(0)
}

/// The strictest of the limits from above.
fn least_of(leaves: &[Leaf<'_>], keyword: &str) -> Option<usize> {
    limits(leaves, keyword).min()
}

fn limits(leaves: &[Leaf<'_>], keyword: &str) -> impl Iterator<Item = usize> {
    leaves.iter().filter_map(move |leaf| usize::try_from(leaf.get(keyword)?.as_u64()?).ok())
}

/// What a number must be a multiple of.
fn steps(leaves: &[Leaf<'_>]) -> impl Iterator<Item = f64> {
    leaves.iter().filter_map(|leaf| leaf.get("multipleOf")?.as_f64()).filter(|step| *step > 0.0)
}

/// The range that bounds leave, as far as floats can tell; nothing is in it where the first is the larger.
fn float_range(leaves: &[Leaf<'_>]) -> (f64, f64) {
    let limit = |keyword: &'static str| leaves.iter().filter_map(move |leaf| leaf.get(keyword)?.as_f64());
    // The next number behind an exclusive bound: the next whole one for integers.
    let whole = !types(leaves).contains(&"number");
    let above = |low: f64| if whole { low.floor() + 1.0 } else { low.next_up() };
    let below = |high: f64| if whole { high.ceil() - 1.0 } else { high.next_down() };
    let low = limit("minimum").chain(limit("exclusiveMinimum").map(above)).fold(f64::MIN, f64::max);
    let high = limit("maximum").chain(limit("exclusiveMaximum").map(below)).fold(f64::MAX, f64::min);
    (low, high)
}

/// The types that all leaves allow, the simplest first. What names members is taken for an object, and so on.
pub(super) fn types(leaves: &[Leaf<'_>]) -> Vec<&'static str> {
    const ALL: [&str; 7] = ["null", "boolean", "integer", "string", "number", "array", "object"];
    let mut left: BTreeMap<usize, &'static str> = ALL.into_iter().enumerate().collect();
    let mut spoken = false;
    for leaf in leaves {
        let said: Vec<&str> = match leaf.get("type") {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
            _ => continue,
        };
        spoken = true;
        left.retain(|_, name| said.contains(name) || (*name == "integer" && said.contains(&"number")));
        if leaves.iter().all(|leaf| leaf.get("type").is_none_or(|said| *said == "number")) {
            left.retain(|_, name| *name != "integer");
        }
    }
    if !spoken {
        let meant = [
            ("object", &["properties", "required", "additionalProperties", "minProperties", "propertyNames"][..]),
            ("array", &["items", "minItems", "maxItems", "contains", "uniqueItems"]),
            ("string", &["minLength", "maxLength", "pattern"]),
            ("number", &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
        ];
        let meant =
            meant.iter().find(|(_, words)| words.iter().any(|word| leaves.iter().any(|leaf| leaf.contains_key(*word))));
        if let Some((name, _)) = meant {
            return vec![name];
        }
    }
    left.into_values().collect()
}
