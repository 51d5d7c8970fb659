//! From hits at pairs to findings at methods: which payloads reach a pair, and by which path.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use serde_json::Value;

use super::Comparison;
use super::pairs::{Hit, PairId, Step, verdict};
use crate::contract::Contract;
use crate::finding::{Finding, Level, Part, Place, Proof, Reader, Use};
use crate::rules;
use crate::schema::{Graph, LocId};
use crate::witness;

/// How many payloads are tried for a witness.
const TRIED: usize = 4;

/// The way from a payload to a pair, each pair with the step that leaves it.
#[derive(Clone)]
pub(crate) struct Route {
    pub(crate) root: usize,
    pub(crate) steps: Vec<(PairId, Step)>,
    experimental: bool,
}

impl Route {
    fn path(&self, last: &Step) -> String {
        self.steps.iter().map(|(_, step)| step).chain([last]).map(Step::text).collect()
    }
}

impl Comparison<'_> {
    pub(crate) fn finish(mut self, baseline: &Contract, current: &Contract) -> Vec<Finding> {
        let routes = self.routes();
        let mut findings = std::mem::take(&mut self.findings);
        for (pair, routes) in routes {
            let hits = self.walk.pairs[pair].hits.clone();
            for hit in &hits {
                findings.push(self.found(pair, hit, &routes));
            }
        }
        self.unreached(baseline, current, &mut findings);
        findings.sort_by(|a, b| {
            let key = |finding: &Finding| {
                let place = |place: &Option<Place>| place.as_ref().map(|place| place.pointer.clone());
                (
                    finding.method.is_empty(),
                    finding.method.clone(),
                    finding.part,
                    finding.path.clone(),
                    finding.rule,
                    finding.message.clone(),
                    place(&finding.baseline),
                    place(&finding.current),
                )
            };
            key(a).cmp(&key(b))
        });
        findings.dedup();
        findings
    }

    fn found(&mut self, pair: PairId, hit: &Hit, routes: &[Route]) -> Finding {
        let reader = self.walk.pairs[pair].reader;
        let experimental = hit.experimental || routes[0].experimental;
        let mut level = verdict(hit, reader);
        if experimental && !self.walk.options.experimental {
            level = Level::Info;
        }
        let mut first = 0;
        let mut proof = match level {
            Level::Wire if hit.rule.id == rules::undecided::RULE.id => Proof::Undecided,
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
    fn routes(&self) -> BTreeMap<PairId, Vec<Route>> {
        let pairs = &self.walk.pairs;
        let mut above: HashMap<PairId, Vec<PairId>> = HashMap::new();
        for (id, pair) in pairs.iter().enumerate() {
            for edge in &pair.edges {
                above.entry(edge.to).or_default().push(id);
            }
        }
        // Only what leads to a hit is walked: comparing equal bundles costs nothing here.
        let mut leading: HashSet<PairId> = HashSet::new();
        let mut queue: Vec<PairId> =
            pairs.iter().enumerate().filter(|(_, pair)| !pair.hits.is_empty()).map(|(id, _)| id).collect();
        while let Some(id) = queue.pop() {
            if leading.insert(id) {
                queue.extend(above.get(&id).into_iter().flatten());
            }
        }
        let mut routes: BTreeMap<PairId, Vec<Route>> = BTreeMap::new();
        for (index, root) in self.roots.iter().enumerate() {
            if !leading.contains(&root.pair) {
                continue;
            }
            let plain = if root.experimental { Ways::default() } else { self.ways(root.pair, &leading, false) };
            let all = self.ways(root.pair, &leading, true);
            for &id in &all.order {
                if pairs[id].hits.is_empty() {
                    continue;
                }
                let promised = plain.from.contains_key(&id);
                let ways = if promised { &plain } else { &all };
                let route = Route { root: index, steps: ways.steps(id), experimental: !promised };
                routes.entry(id).or_default().push(route);
            }
        }
        for routes in routes.values_mut() {
            routes.sort_by_key(|route| (route.experimental, route.root));
        }
        routes
    }

    /// The shortest way to each pair below one.
    fn ways(&self, root: PairId, leading: &HashSet<PairId>, experimental: bool) -> Ways {
        let mut ways = Ways { from: HashMap::from([(root, None)]), order: vec![root] };
        let mut queue = VecDeque::from([root]);
        while let Some(id) = queue.pop_front() {
            for edge in &self.walk.pairs[id].edges {
                if (edge.experimental && !experimental)
                    || !leading.contains(&edge.to)
                    || ways.from.contains_key(&edge.to)
                {
                    continue;
                }
                ways.from.insert(edge.to, Some((id, edge.step.clone())));
                ways.order.push(edge.to);
                queue.push_back(edge.to);
            }
        }
        ways
    }

    /// Definitions that no payload reaches: a change of them is worth a note.
    fn unreached(&mut self, baseline: &Contract, current: &Contract, findings: &mut Vec<Finding>) {
        let reached = |graph: &mut Graph<'_>, contract: &Contract| -> (BTreeMap<String, LocId>, HashSet<LocId>) {
            let payloads = contract.methods.iter().flat_map(|method| method.params.iter().chain(&method.result));
            let used = graph.reached(payloads.map(String::as_str));
            (graph.definitions().into_iter().map(|loc| (graph.pointer(loc), loc)).collect(), used)
        };
        let (was, used_b) = reached(&mut self.walk.b, baseline);
        let (is, used_c) = reached(&mut self.walk.c, current);
        let methods: HashSet<String> = self.roots.iter().map(|root| root.method.clone()).collect();
        for (pointer, old) in &was {
            let Some(new) = is.get(pointer) else { continue };
            let (x, y) = (self.walk.b.value(*old), self.walk.c.value(*new));
            if used_b.contains(old) || used_c.contains(new) || x == y || is_envelope(x, &methods) {
                continue;
            }
            findings.push(Finding {
                rule: rules::unreachable_definition_changed::RULE.id,
                level: Level::Info,
                reader: None::<Reader>,
                method: String::new(),
                part: Part::Method,
                path: pointer.clone(),
                baseline: place(&self.walk.b, &[*old]),
                current: place(&self.walk.c, &[*new]),
                also: Vec::new(),
                experimental: false,
                message: format!("{pointer} changed, and no method reaches it"),
                proof: Proof::NotNeeded,
                waived: None,
            });
        }
    }
}

/// Ways from one payload.
#[derive(Default)]
struct Ways {
    from: HashMap<PairId, Option<(PairId, Step)>>,
    order: Vec<PairId>,
}

impl Ways {
    fn steps(&self, to: PairId) -> Vec<(PairId, Step)> {
        let mut steps = Vec::new();
        let mut at = to;
        while let Some(Some((from, step))) = self.from.get(&at) {
            steps.push((*from, step.clone()));
            at = *from;
        }
        steps.reverse();
        steps
    }
}

fn place(graph: &Graph<'_>, locs: &[LocId]) -> Option<Place> {
    let last = locs.last()?;
    Some(Place { pointer: graph.pointer(*last), fragment: graph.fragment(locs) })
}

/// Whether a definition is a union of whole messages, which says of methods what is said of them already.
fn is_envelope(schema: &Value, methods: &HashSet<String>) -> bool {
    let variants = ["oneOf", "anyOf"].iter().filter_map(|keyword| schema.get(*keyword)?.as_array()).flatten();
    variants.chain([schema]).any(|variant| {
        let method = variant.pointer("/properties/method");
        let named = method
            .and_then(|method| method.get("const").or_else(|| method.get("enum")?.get(0)).and_then(Value::as_str));
        named.is_some_and(|name| methods.contains(name))
    })
}
