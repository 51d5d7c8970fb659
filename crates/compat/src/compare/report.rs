//! From hits at pairs to findings at methods: which payloads reach a pair, and by which path.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use serde_json::Value;

use super::Comparison;
use super::pairs::{Hit, Key, Pair, PairId, Step, verdict};
use crate::contract::Contract;
use crate::finding::{Finding, Level, Part, Place, Proof, Reader, Use};
use crate::rules;
use crate::schema::{Graph, LocId};
use crate::witness;
use crate::witness::contain::{Question, contained};

/// How many payloads are tried for a witness.
const TRIED: usize = 4;

/// The way from a payload to a pair, each pair with the step that leaves it.
#[derive(Clone)]
pub(crate) struct Route<'a> {
    pub(crate) root: usize,
    pub(crate) steps: Vec<(PairId, Step<'a>)>,
    experimental: bool,
}

impl Route<'_> {
    fn path(&self, last: &Step<'_>) -> String {
        self.steps.iter().map(|(_, step)| step).chain([last]).map(Step::text).collect()
    }
}

impl<'a> Comparison<'a> {
    pub(crate) fn finish(mut self, baseline: &Contract, current: &Contract) -> Vec<Finding> {
        let routes = self.routes();
        let mut findings = std::mem::take(&mut self.findings);
        let mut open = Vec::new();
        for (pair, routes) in routes {
            let hits = self.walk.pairs[pair].hits.clone();
            for hit in &hits {
                let finding = self.found(pair, hit, &routes);
                // The gate refuses what became experimental, and who knows what an unknown keyword refuses: schemas
                // cannot acquit either.
                let beyond = [&rules::experimental_demoted::RULE, &rules::unknown_keyword_changed::RULE];
                let open_question = matches!(finding.proof, Proof::Unproven | Proof::Undecided);
                if open_question && beyond.iter().all(|rule| rule.id != hit.rule.id) {
                    open.extend(self.question(pair).map(|question| (findings.len(), question)));
                }
                findings.push(finding);
            }
        }
        self.acquit(baseline, current, open, &mut findings);
        self.unreached(baseline, current, &mut findings);
        findings.sort_by(|a, b| order(a).cmp(&order(b)));
        findings.dedup();
        // A name is found to be another wherever it is used; once is enough.
        let mut renamed = HashSet::new();
        findings.retain(|finding| {
            finding.rule != rules::definition_renamed::RULE.id || renamed.insert(finding.message.clone())
        });
        findings
    }

    /// Where to ask whether the reader of a pair takes everything after all.
    fn question(&self, pair: PairId) -> Option<Question> {
        let found = &self.walk.pairs[pair];
        let (b, c) = match (&found.key, &found.objects) {
            (Key::Schema { b, c, .. }, _) => (self.walk.b.locs(*b), self.walk.c.locs(*c)),
            (Key::Object { .. }, Some((b, c))) => (b.at.as_slice(), c.at.as_slice()),
            (Key::Object { .. }, None) => return None,
        };
        let ([b], [c]) = (b, c) else { return None };
        Some(Question { baseline: self.walk.b.pointer(*b), current: self.walk.c.pointer(*c), reader: found.reader })
    }

    /// Lowers findings that no message was found for, where it is certain that there is none.
    fn acquit(&self, baseline: &Contract, current: &Contract, open: Vec<(usize, Question)>, findings: &mut [Finding]) {
        if !self.walk.options.witnesses || self.walk.judges.0.draft() != self.walk.judges.1.draft() {
            return;
        }
        let (places, questions): (Vec<usize>, Vec<Question>) = open.into_iter().unzip();
        let draft = self.walk.judges.0.draft();
        let answers = contained(&baseline.document, &current.document, draft, &questions);
        for (place, _) in places.into_iter().zip(answers).filter(|(_, contained)| *contained) {
            let finding = &mut findings[place];
            finding.level = Level::Info;
            finding.proof = Proof::NotNeeded;
            finding.message.push_str("; all that may be sent is still accepted");
        }
    }

    fn found(&mut self, pair: PairId, hit: &Hit<'a>, routes: &[Route<'a>]) -> Finding {
        let reader = self.walk.pairs[pair].reader;
        let experimental = hit.experimental || routes[0].experimental;
        let mut level = verdict(hit, reader);
        if experimental && !self.walk.options.experimental {
            level = Level::Info;
        }
        let mut first = 0;
        let mut proof = match level {
            Level::Wire if rules::is_undecided(hit.rule) => Proof::Undecided,
            Level::Wire => Proof::Unproven,
            _ => Proof::NotNeeded,
        };
        if level == Level::Wire && self.walk.options.witnesses {
            // Another payload may show what the first cannot, for instance because it breaks for another reason.
            for (index, route) in routes.iter().enumerate().take(TRIED) {
                let root = &self.roots[route.root];
                if let Some(found) = witness::prove(&mut self.walk, root, &route.steps, pair, hit) {
                    (first, proof) = (index, found);
                    break;
                }
            }
        }
        let root = &self.roots[routes[first].root];
        let others = routes.iter().enumerate().filter(|(index, _)| *index != first);
        let uses = others.map(|(_, route)| Use {
            method: self.roots[route.root].method.clone(),
            part: self.roots[route.root].part,
            path: route.path(&hit.step),
        });
        Finding {
            rule: hit.rule.id,
            level,
            reader: Some(reader),
            method: root.method.clone(),
            part: root.part,
            path: routes[first].path(&hit.step),
            baseline: place(&self.walk.b, &hit.baseline),
            current: place(&self.walk.c, &hit.current),
            also: uses.collect(),
            experimental,
            message: hit.message.clone(),
            proof,
            waived: None,
        }
    }

    /// For each pair with hits the ways to it, those that nobody has to opt in for first, one for each payload.
    fn routes(&self) -> BTreeMap<PairId, Vec<Route<'a>>> {
        let pairs = &self.walk.pairs;
        let mut above: HashMap<PairId, Vec<PairId>> = HashMap::new();
        for (id, pair) in pairs.iter().enumerate() {
            for edge in &pair.edges {
                above.entry(edge.to).or_default().push(id);
            }
        }
        // Only what leads to a hit is walked: comparing equal bundles costs nothing here.
        let mut leading = vec![false; pairs.len()];
        let mut queue: Vec<PairId> =
            pairs.iter().enumerate().filter(|(_, pair)| !pair.hits.is_empty()).map(|(id, _)| id).collect();
        while let Some(id) = queue.pop() {
            if !std::mem::replace(&mut leading[id], true) {
                queue.extend(above.get(&id).into_iter().flatten());
            }
        }
        let mut routes: BTreeMap<PairId, Vec<Route<'a>>> = BTreeMap::new();
        let mut ways =
            Ways { round: 0, seen: vec![0; pairs.len()], from: vec![(0, 0); pairs.len()], found: Vec::new() };
        for (index, root) in self.roots.iter().enumerate() {
            if !leading[root.pair] {
                continue;
            }
            let mut promised = HashSet::new();
            for experimental in [false, true] {
                if root.experimental && !experimental {
                    continue;
                }
                let withheld = ways.walk(pairs, root.pair, &leading, experimental);
                for &id in &ways.found {
                    if promised.insert(id) {
                        let steps = ways.steps(pairs, root.pair, id);
                        routes.entry(id).or_default().push(Route { root: index, steps, experimental });
                    }
                }
                if !withheld {
                    break;
                }
            }
        }
        for routes in routes.values_mut() {
            routes.sort_by_key(|route| (route.experimental, route.root));
        }
        routes
    }

    /// Definitions that no payload reaches: a change of them is worth a note.
    fn unreached(&mut self, baseline: &Contract, current: &Contract, findings: &mut Vec<Finding>) {
        let reached = |graph: &mut Graph<'_>, contract: &Contract| -> HashSet<LocId> {
            let payloads = contract.methods.iter().flat_map(|method| method.params.iter().chain(&method.result));
            graph.reached(payloads.map(String::as_str))
        };
        let (used_b, used_c) = (reached(&mut self.walk.b, baseline), reached(&mut self.walk.c, current));
        let methods: HashSet<&str> = self.roots.iter().map(|root| root.method.as_str()).collect();
        for old in self.walk.b.definitions().into_iter().filter(|old| !used_b.contains(old)) {
            let Some(new) = self.walk.c.counterpart(&self.walk.b, old) else { continue };
            let (x, y) = (self.walk.b.value(old), self.walk.c.value(new));
            if used_c.contains(&new) || x == y || is_envelope(x, &methods) {
                continue;
            }
            let pointer = self.walk.b.pointer(old);
            findings.push(Finding {
                rule: rules::unreachable_definition_changed::RULE.id,
                level: Level::Info,
                reader: None::<Reader>,
                method: String::new(),
                part: Part::Method,
                path: pointer.clone(),
                baseline: place(&self.walk.b, &[old]),
                current: place(&self.walk.c, &[new]),
                also: Vec::new(),
                experimental: false,
                message: format!("{pointer} changed, and no method reaches it"),
                proof: Proof::NotNeeded,
                waived: None,
            });
        }
    }
}

/// The shortest ways from one payload after the other. What is kept for a pair is valid when it is of this round: there
/// can be many payloads, and all can reach most of the pairs.
struct Ways {
    round: u32,
    seen: Vec<u32>,
    /// The pair before, and which of its edges leads here.
    from: Vec<(PairId, usize)>,
    /// The pairs with hits.
    found: Vec<PairId>,
}

impl Ways {
    /// Walks from a payload; whether there is more behind edges that need the opt-in and were left out.
    fn walk(&mut self, pairs: &[Pair<'_>], root: PairId, leading: &[bool], experimental: bool) -> bool {
        let mut withheld = false;
        self.round += 1;
        self.seen[root] = self.round;
        self.found.clear();
        let mut queue = VecDeque::from([root]);
        while let Some(id) = queue.pop_front() {
            if !pairs[id].hits.is_empty() {
                self.found.push(id);
            }
            for (index, edge) in pairs[id].edges.iter().enumerate() {
                if self.seen[edge.to] == self.round || !leading[edge.to] {
                    continue;
                }
                if edge.experimental && !experimental {
                    withheld = true;
                    continue;
                }
                self.seen[edge.to] = self.round;
                self.from[edge.to] = (id, index);
                queue.push_back(edge.to);
            }
        }
        withheld
    }

    fn steps<'a>(&self, pairs: &[Pair<'a>], root: PairId, to: PairId) -> Vec<(PairId, Step<'a>)> {
        let mut steps = Vec::new();
        let mut at = to;
        while at != root {
            let (from, index) = self.from[at];
            steps.push((from, pairs[from].edges[index].step.clone()));
            at = from;
        }
        steps.reverse();
        steps
    }
}

/// By method, payload and path; those that concern no method last.
fn order(finding: &Finding) -> impl Ord + '_ {
    let Finding { method, part, path, rule, message, baseline, current, .. } = finding;
    let places = [baseline, current].map(|place| place.as_ref().map(|place| place.pointer.as_str()));
    (method.is_empty(), method, part, path, rule, message, places)
}

fn place(graph: &Graph<'_>, locs: &[LocId]) -> Option<Place> {
    let last = locs.last()?;
    Some(Place { pointer: graph.pointer(*last), fragment: graph.fragment(locs) })
}

/// Whether a definition is a union of whole messages, which says of methods what is said of them already.
fn is_envelope(schema: &Value, methods: &HashSet<&str>) -> bool {
    let variants = ["oneOf", "anyOf"].iter().filter_map(|keyword| schema.get(*keyword)?.as_array()).flatten();
    variants.chain([schema]).any(|variant| {
        let method = variant.pointer("/properties/method");
        let named = method
            .and_then(|method| method.get("const").or_else(|| method.get("enum")?.get(0)).and_then(Value::as_str));
        named.is_some_and(|name| methods.contains(name))
    })
}
