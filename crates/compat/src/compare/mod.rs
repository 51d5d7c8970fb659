//! From two contracts to findings: the methods first, then their payloads, then what nobody reaches.

mod objects;
pub(crate) mod pairs;
mod report;
mod scalar;
mod schemas;
mod sites;
#[cfg(test)]
mod tests;
mod unions;

use std::collections::BTreeMap;

use crate::contract::{Contract, Direction, Kind, Method, Stability};
use crate::finding::{Finding, Level, Part, Place, Proof, Reader, Side};
use crate::rule::Rule;
use crate::schema::node::Kind as Type;
use crate::{Options, rules, witness};
use pairs::{Hit, PairId, Spot, Step, Walk};

/// A payload that both sides have.
pub(crate) struct Root {
    pub(crate) method: String,
    pub(crate) kind: Kind,
    pub(crate) part: Part,
    pub(crate) reader: Reader,
    pub(crate) experimental: bool,
    pub(crate) pair: PairId,
    /// Where each side's validator finds the payload.
    pub(crate) pointers: (String, String),
}

/// A comparison under way.
pub(crate) struct Comparison<'a> {
    pub(crate) walk: Walk<'a>,
    pub(crate) roots: Vec<Root>,
    findings: Vec<Finding>,
}

/// Compares two contracts.
pub(crate) fn compare(baseline: &Contract, current: &Contract, options: &Options) -> Vec<Finding> {
    Comparison::run(baseline, current, options).finish(baseline, current)
}

/// One method on both sides.
#[derive(Clone, Copy)]
struct Both<'m> {
    old: &'m Method,
    new: &'m Method,
}

impl<'a> Comparison<'a> {
    pub(crate) fn run(baseline: &'a Contract, current: &'a Contract, options: &'a Options) -> Self {
        let walk = Walk::new(&baseline.document, &current.document, options);
        let mut this = Self { walk, roots: Vec::new(), findings: Vec::new() };
        let table = |contract: &'a Contract| -> BTreeMap<(Direction, &'a str), &'a Method> {
            contract.methods.iter().map(|method| ((method.direction, method.name.as_str()), method)).collect()
        };
        let (was, is) = (table(baseline), table(current));
        for (key, old) in &was {
            match is.get(key) {
                Some(new) => this.kept(Both { old, new }),
                None => this.removed(old),
            }
        }
        for (_, new) in is.iter().filter(|(key, _)| !was.contains_key(*key)) {
            this.added(new);
        }
        let pairs: Vec<PairId> = this.roots.iter().map(|root| root.pair).collect();
        for pair in pairs {
            this.walk.explore(pair);
        }
        this
    }

    fn kept(&mut self, both: Both<'_>) {
        let (old, new) = (both.old, both.new);
        let marks = |method: &Method| method.stability == Stability::Experimental;
        match (marks(old), marks(new)) {
            (true, false) => self.about(both, &rules::experimental_promoted::RULE, "it is no longer experimental"),
            (false, true) => self.about(
                both,
                &rules::experimental_demoted::RULE,
                "it is experimental now, and withheld from those who do not opt in",
            ),
            _ => {}
        }
        if new.stability == Stability::Deprecated && old.stability != Stability::Deprecated {
            self.about(both, &rules::deprecated::RULE, "it is deprecated");
        }
        if old.kind != new.kind {
            let word = |kind| if kind == Kind::Request { "a request" } else { "a notification" };
            let message = format!("it was {}, and is {}", word(old.kind), word(new.kind));
            return self.about(both, &rules::method_kind_changed::RULE, &message);
        }
        self.params(both);
        match (&old.result, &new.result) {
            (Some(b), Some(c)) => self.payload(both, Part::Result, b, c),
            (None, Some(_)) => self.result(both, &rules::result_added::RULE, "it is answered with a result now"),
            (Some(_), None) => self.result(both, &rules::result_removed::RULE, "it has no result any more"),
            (None, None) => {}
        }
    }

    fn params(&mut self, both: Both<'_>) {
        let (was, is) = (self.demand(both.old, false), self.demand(both.new, true));
        let (rule, message): (&'static Rule, _) = match (was, is) {
            (Demand::None, Demand::Required) | (Demand::Optional, Demand::Required) => {
                (&rules::params_became_required::RULE, "its params were optional, and are required")
            }
            (Demand::None, Demand::Optional) => (&rules::params_added_optional::RULE, "it takes params now"),
            (Demand::Required, Demand::Optional) => {
                (&rules::params_became_optional::RULE, "its params were required, and are optional")
            }
            (Demand::Required, Demand::None) => {
                (&rules::params_removed::RULE, "it takes no params any more; they were required")
            }
            (Demand::Optional, Demand::None) => {
                (&rules::params_removed_optional::RULE, "it takes no params any more; they were optional")
            }
            (Demand::None, Demand::None)
            | (Demand::Optional, Demand::Optional)
            | (Demand::Required, Demand::Required) => {
                return self.params_payload(both);
            }
        };
        let mut finding = self.finding(both, Part::Params, rule, message);
        let (side, demand, read) = match finding.reader {
            Some(Reader::Server) => (Side::Baseline, was, &both.new.params),
            _ => (Side::Current, is, &both.old.params),
        };
        if finding.level == Level::Wire && demand != Demand::Required {
            let absent = |at: &String| witness::absent(&mut self.walk, both.old, Part::Params, side, at);
            let proof = read.as_ref().and_then(absent);
            self.proven(&mut finding, proof);
        }
        self.findings.push(finding);
        self.params_payload(both);
    }

    /// A result that only one side knows: a reader that does misses it, unless it takes null as well.
    fn result(&mut self, both: Both<'_>, rule: &'static Rule, message: &str) {
        let mut finding = self.finding(both, Part::Result, rule, message);
        let (side, read) = match finding.reader {
            Some(Reader::Server) => (Side::Baseline, &both.new.result),
            _ => (Side::Current, &both.old.result),
        };
        if finding.level == Level::Wire && self.walk.options.witnesses {
            let absent = |at: &String| witness::absent(&mut self.walk, both.old, Part::Result, side, at);
            match read.as_ref().and_then(absent) {
                Some(proof) => finding.proof = proof,
                None => (finding.level, finding.proof) = (Level::Source, Proof::NotNeeded),
            }
        }
        self.findings.push(finding);
    }

    fn params_payload(&mut self, both: Both<'_>) {
        if let (Some(b), Some(c)) = (&both.old.params, &both.new.params) {
            self.payload(both, Part::Params, b, c);
        }
    }

    /// Whether a message of the method must have params.
    fn demand(&mut self, method: &Method, current: bool) -> Demand {
        let Some(pointer) = &method.params else { return Demand::None };
        let graph = if current { &mut self.walk.c } else { &mut self.walk.b };
        let Some(loc) = graph.find(pointer) else { return Demand::None };
        let schema = graph.schema(loc);
        let site = graph.site(schema);
        let node = graph.node(site.target);
        let beside = Type::ALL[1..].iter().any(|kind| node.has(*kind));
        match (site.nullable || node.has(Type::Null), beside) {
            (true, true) => Demand::Optional,
            (true, false) => Demand::None,
            (false, _) if !method.params_required => Demand::Optional,
            (false, _) => Demand::Required,
        }
    }

    /// Pairs a payload that both sides have, unless one has nothing to do with the other.
    fn payload(&mut self, both: Both<'_>, part: Part, was: &str, is: &str) {
        let (Some(b), Some(c)) = (self.walk.b.find(was), self.walk.c.find(is)) else { return };
        let reader = reader(both.new.direction, part);
        let (old, new) = (self.walk.b.schema(b), self.walk.c.schema(c));
        let (old_site, new_site) = (self.walk.b.site(old), self.walk.c.site(new));
        let (x, y) = (self.walk.b.node(old_site.target), self.walk.c.node(new_site.target));
        // Null params are params that are left out, which was looked at before.
        let pair = match part {
            Part::Result if old_site.nullable || new_site.nullable => self.walk.schemas(old, new, true, reader),
            _ => self.walk.schemas(old_site.target, new_site.target, part == Part::Result, reader),
        };
        let strip = |pointer: &str| pointer.strip_prefix('#').unwrap_or(pointer).to_owned();
        self.roots.push(Root {
            method: both.new.name.clone(),
            kind: both.new.kind,
            part,
            reader,
            experimental: both.old.stability == Stability::Experimental,
            pair,
            pointers: (strip(was), strip(is)),
        });
        let shared = |a: &crate::schema::node::Objects<'_>, b: &crate::schema::node::Objects<'_>| {
            a.members.keys().any(|name| b.members.contains_key(name))
        };
        let named_otherwise = strip(was) != strip(is) && self.walk.c.find(was).is_some();
        if named_otherwise
            && let ([x], [y]) = (x.objects.as_slice(), y.objects.as_slice())
            && !x.members.is_empty()
            && !y.members.is_empty()
            && !shared(x, y)
        {
            let rule = match part {
                Part::Result => &rules::result_replaced::RULE,
                _ => &rules::params_replaced::RULE,
            };
            let spot = if reader == Reader::Server { old } else { new };
            self.walk.replaced_payload(
                pair,
                Hit {
                    rule,
                    step: Step::Same,
                    baseline: vec![b],
                    current: vec![c],
                    message: format!("it was #{}, and is #{}, which has no member of it", strip(was), strip(is)),
                    spot: Spot::Schema(spot, None),
                    experimental: false,
                    level: None,
                },
            );
        }
    }

    fn removed(&mut self, old: &Method) {
        let experimental = old.stability == Stability::Experimental;
        let rule = match (old.direction, old.kind) {
            (Direction::ClientToServer, Kind::Request) => &rules::method_removed::RULE,
            (Direction::ClientToServer, Kind::Notification) => &rules::client_notification_removed::RULE,
            (Direction::ServerToClient, Kind::Request) => &rules::server_request_removed::RULE,
            (Direction::ServerToClient, Kind::Notification) => &rules::notification_removed::RULE,
        };
        let rule = self.walk.withdrawn_or(experimental, rule);
        let mut finding = self.finding(Both { old, new: old }, Part::Method, rule, "it is gone");
        finding.current = None;
        if finding.level == Level::Wire {
            let proof = witness::unknown(&mut self.walk, old, Side::Baseline);
            self.proven(&mut finding, proof);
        }
        self.findings.push(finding);
    }

    fn added(&mut self, new: &Method) {
        let rule = match (new.direction, new.kind) {
            (Direction::ClientToServer, Kind::Request) => &rules::method_added::RULE,
            (Direction::ClientToServer, Kind::Notification) => &rules::client_notification_added::RULE,
            (Direction::ServerToClient, Kind::Request) => &rules::server_request_added::RULE,
            (Direction::ServerToClient, Kind::Notification) => &rules::notification_added::RULE,
        };
        let mut finding = self.finding(Both { old: new, new }, Part::Method, rule, "it is new");
        finding.baseline = None;
        if self.walk.options.unknown_notifications_ignored && new.kind == Kind::Notification {
            finding.level = Level::Info;
            finding.proof = Proof::NotNeeded;
        }
        if finding.level == Level::Wire {
            let proof = witness::unknown(&mut self.walk, new, Side::Current);
            self.proven(&mut finding, proof);
        }
        self.findings.push(finding);
    }

    fn proven(&self, finding: &mut Finding, proof: Option<Proof>) {
        if let Some(proof) = proof.filter(|_| self.walk.options.witnesses) {
            finding.proof = proof;
        }
    }

    fn about(&mut self, both: Both<'_>, rule: &'static Rule, message: &str) {
        let finding = self.finding(both, Part::Method, rule, message);
        self.findings.push(finding);
    }

    /// A finding about a method as a whole, with its payloads' definitions as places.
    fn finding(&self, both: Both<'_>, part: Part, rule: &'static Rule, message: &str) -> Finding {
        let reader = reader(both.new.direction, part);
        let experimental = [both.old, both.new].iter().any(|method| method.stability == Stability::Experimental);
        let level = match reader {
            Reader::Server => rule.input,
            Reader::Client => rule.output,
        };
        let demoted = rule.id == rules::experimental_demoted::RULE.id;
        let level = if experimental && !demoted && !self.walk.options.experimental { Level::Info } else { level };
        let place = |method: &Method| {
            let pointer = match part {
                Part::Result => method.result.as_ref(),
                _ => method.params.as_ref(),
            };
            Some(Place {
                pointer: pointer.map(|pointer| format!("#{}", pointer.trim_start_matches('#'))).unwrap_or_default(),
                fragment: serde_json::json!({
                    "method": method.name,
                    "kind": word(&format!("{:?}", method.kind)),
                    "direction": word(&format!("{:?}", method.direction)),
                    "stability": word(&format!("{:?}", method.stability)),
                }),
            })
        };
        Finding {
            rule: rule.id,
            level,
            reader: Some(reader),
            method: both.new.name.clone(),
            part,
            path: String::new(),
            baseline: place(both.old),
            current: place(both.new),
            also: Vec::new(),
            experimental,
            message: message.to_owned(),
            proof: if level == Level::Wire { Proof::Unproven } else { Proof::NotNeeded },
            waived: None,
        }
    }
}

/// Who reads a payload of a method that is sent this way.
pub(crate) fn reader(direction: Direction, part: Part) -> Reader {
    match (direction, part) {
        (Direction::ClientToServer, Part::Method | Part::Params) | (Direction::ServerToClient, Part::Result) => {
            Reader::Server
        }
        (Direction::ServerToClient, Part::Method | Part::Params) | (Direction::ClientToServer, Part::Result) => {
            Reader::Client
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Demand {
    None,
    Optional,
    Required,
}

/// `ClientToServer` as `client-to-server`.
fn word(name: &str) -> String {
    let mut text = String::new();
    for (index, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && index > 0 {
            text.push('-');
        }
        text.extend(letter.to_lowercase());
    }
    text
}
