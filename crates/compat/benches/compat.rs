//! What a comparison costs: the protocol's two surfaces, and made bundles that show how the time grows with their size.
//!
//! `alone` is the verdicts without proofs; `witnesses` also builds a message for each break and has a validator refuse it.

use std::hint::black_box;
use std::path::Path;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use methodic_compat::{Contract, Folder, Options, Surface, compare};
use serde_json::{Map, Value, json};

/// Both sides of a comparison.
type Pair = (Contract, Contract);

fn published() -> Pair {
    let folder = Folder(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema"));
    let side = |name, surface| Contract::from_folder(name, &folder, surface).expect("committed and complete");
    (side("experimental", Surface::Experimental), side("stable", Surface::Stable))
}

/// As many definitions as asked, one in ten of them changed; two methods in three reach another definition through theirs.
fn made(definitions: usize) -> Pair {
    let side = |label: &str, current: bool| {
        let name = |index: usize| format!("Made{index}Params");
        let mut all = Map::new();
        let mut methods = Vec::new();
        for index in 0..definitions {
            let mut properties = json!({
                "id": { "type": "string" },
                "count": { "type": ["integer", "null"], "minimum": 0 },
                "kind": { "type": "string", "enum": ["one", "two", "three"] },
                "names": { "type": "array", "items": { "type": "string" } },
            });
            if index % 3 > 0 {
                properties["before"] = json!({ "$ref": format!("#/definitions/{}", name(index - 1)) });
            }
            let changed = current && index % 10 == 0;
            if changed {
                properties["kind"]["enum"] = json!(["one", "two"]);
            }
            let required = if changed { json!(["id", "kind"]) } else { json!(["id"]) };
            all.insert(name(index), json!({ "type": "object", "properties": properties, "required": required }));
            methods.push(json!({
                "method": format!("made/{index}"), "kind": "notification", "direction": "client-to-server",
                "stability": "stable", "params": name(index),
            }));
        }
        let bundle = json!({ "definitions": all });
        Contract::from_bundle(label, bundle, Some(Value::Array(methods))).expect("a contract")
    };
    (side("baseline", false), side("current", true))
}

fn compat(criterion: &mut Criterion) {
    let pairs = [
        ("experimental to stable", published()),
        ("1,000 definitions", made(1_000)),
        ("10,000 definitions", made(10_000)),
    ];
    for (name, (baseline, current)) in &pairs {
        let mut group = criterion.benchmark_group(format!("compat/{name}"));
        group.sample_size(10);
        for (function, witnesses) in [("alone", false), ("witnesses", true)] {
            // Whatever one surface lacks counts as a break.
            let options = Options { witnesses, experimental: true, ..Options::default() };
            group.bench_function(function, |bencher| {
                // What a contract has worked out once must not make the next comparison look fast.
                let fresh = || (baseline.clone(), current.clone());
                // Both sides come back with the findings, so that freeing them is not measured.
                let compared = |pair: Pair| (black_box(compare(&pair.0, &pair.1, &options)), pair);
                bencher.iter_batched(fresh, compared, BatchSize::PerIteration);
            });
        }
        group.finish();
    }
}

criterion_group!(benches, compat);
criterion_main!(benches);
