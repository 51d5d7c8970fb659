//! What validating costs beside what it cannot do without: parsing to a value, and jsonschema's own yes or no.
//!
//! The corpus is made of the accept fixtures that name their method, repeated to 100,000 lines. `floor` knows each line's
//! validator beforehand; `ours` is what `methodic validate` does with the same bytes; `compile` is the start: loading the
//! bundle, and the validators of all its definitions.

use std::collections::HashMap;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jsonschema::Validator;
use methodic_validator::{Catalog, Documents, Judge, fixtures};
use serde_json::{Value, json};

/// How many messages are validated in one go.
const MESSAGES: usize = 100_000;

fn workspace(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(relative)
}

fn catalog() -> Catalog {
    Catalog::load(workspace("schema/experimental")).expect("the generated schema")
}

/// One message a line, as they come in the fixtures.
fn corpus() -> Vec<String> {
    let loaded = fixtures::load(workspace("crates/app-server-protocol/fixtures")).expect("the fixtures");
    let calls = loaded.iter().filter(|fixture| fixture.is_accept() && fixture.message.get("method").is_some());
    let lines: Vec<String> = calls.map(|fixture| fixture.message.to_string()).collect();
    assert!(!lines.is_empty(), "no fixture names its method");
    lines.iter().cycle().take(MESSAGES).cloned().collect()
}

/// The validator of each line's params, compiled with nothing added, by jsonschema alone.
fn validators(catalog: &Catalog, lines: &[String]) -> (Vec<Validator>, Vec<Option<usize>>) {
    let mut compiled = Vec::new();
    let mut by_method: HashMap<String, Option<usize>> = HashMap::new();
    let of_line = lines.iter().map(|line| {
        let message: Value = serde_json::from_str(line).expect("JSON");
        let name = message["method"].as_str().expect("a method");
        *by_method.entry(name.to_owned()).or_insert_with(|| {
            let definition = catalog.definition(catalog.methods().get(name)?.params.as_ref()?)?;
            let text = std::fs::read_to_string(definition.bundle).expect("a bundle");
            let bundle: Value = serde_json::from_str(&text).expect("JSON");
            let schema = json!({ "$ref": format!("#{}", definition.pointer), "definitions": bundle["definitions"] });
            compiled.push(jsonschema::draft7::new(&schema).expect("a usable definition"));
            Some(compiled.len() - 1)
        })
    });
    let of_line = of_line.collect();
    (compiled, of_line)
}

fn validate(criterion: &mut Criterion) {
    let catalog = catalog();
    let lines = corpus();
    let text = lines.iter().map(|line| format!("{line}\n")).collect::<String>().into_bytes();
    println!("{} messages, {} bytes each on average", lines.len(), text.len() / lines.len());

    let (compiled, of_line) = validators(&catalog, &lines);
    let mut group = criterion.benchmark_group("floor");
    group.throughput(Throughput::Elements(MESSAGES as u64)).sample_size(10);
    group.bench_function("parse and is_valid", |bencher| {
        bencher.iter(|| {
            let mut valid = 0;
            for (line, validator) in lines.iter().zip(&of_line) {
                let message: Value = serde_json::from_slice(line.as_bytes()).expect("JSON");
                valid += usize::from(validator.is_none_or(|index| compiled[index].is_valid(&message["params"])));
            }
            assert_eq!(black_box(valid), MESSAGES);
        });
    });
    group.bench_function("parse alone", |bencher| {
        bencher.iter(|| {
            for line in &lines {
                black_box(serde_json::from_slice::<Value>(line.as_bytes()).expect("JSON"));
            }
        });
    });
    group.finish();

    let judge = Judge::new(&catalog, None, None);
    let mut group = criterion.benchmark_group("ours");
    group.throughput(Throughput::Elements(MESSAGES as u64)).sample_size(10);
    group.bench_function("documents and judge", |bencher| {
        bencher.iter(|| {
            let mut documents = Documents::new(text.as_slice());
            let mut valid = 0;
            while let Some(document) = documents.next().expect("no files are read") {
                let value = document.value.as_ref().expect("JSON");
                valid += usize::from(judge.findings("corpus", value).expect("usable").is_empty());
            }
            assert_eq!(black_box(valid), MESSAGES);
        });
    });
    group.finish();
}

fn compile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("compile");
    group.sample_size(20);
    group.bench_function("load", |bencher| bencher.iter(catalog));
    group.bench_function("all definitions", |bencher| {
        bencher.iter_batched(catalog, |catalog| catalog.compile().expect("usable"), criterion::BatchSize::PerIteration);
    });
    group.finish();
}

criterion_group!(benches, validate, compile);
criterion_main!(benches);
