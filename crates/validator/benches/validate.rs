//! What validating costs beside what it cannot do without: parsing to a value, and jsonschema's own yes or no.
//!
//! The corpus is made of the accept fixtures that name their method, repeated to 100,000 lines. `floor` knows each line's
//! validator beforehand; `methodic` is what `methodic validate` does with the same bytes; `ajv` is Ajv with the same lines
//! and the same schema, parsing included. Beside that, the start: loading the bundle, and the validators of all definitions.

use std::collections::HashMap;
use std::fs;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use jsonschema::{Draft, Registry, Validator};
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
    let uri = "bundle:///floor.json";
    let definition = |name: &str| catalog.definition(catalog.methods().get(name)?.params.as_ref()?);
    let bundle = catalog.definition(catalog.definitions().next().expect("a definition")).expect("it is there").bundle;
    let text = std::fs::read_to_string(bundle).expect("a bundle");
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let registry = Registry::new().draft(Draft::Draft7).add(uri, document).expect("a bundle");
    let registry = registry.prepare().expect("a bundle");
    let options = jsonschema::options().with_draft(Draft::Draft7).with_registry(&registry);
    let mut compiled = Vec::new();
    let mut by_method: HashMap<String, Option<usize>> = HashMap::new();
    let of_line = lines.iter().map(|line| {
        let message: Value = serde_json::from_str(line).expect("JSON");
        let name = message["method"].as_str().expect("a method");
        *by_method.entry(name.to_owned()).or_insert_with(|| {
            let schema = json!({ "$ref": format!("{uri}#{}", definition(name)?.pointer) });
            compiled.push(options.build(&schema).expect("a usable definition"));
            Some(compiled.len() - 1)
        })
    });
    let of_line = of_line.collect();
    (compiled, of_line)
}

/// Ajv in a process of its own, which runs what it is told and says how long that took.
struct Ajv {
    process: Child,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Ajv {
    /// None where Node or the npm packages are not there.
    fn start(corpus: &[u8]) -> Option<Self> {
        let folder = workspace("crates/validator/tests/third_party");
        if !folder.join("node_modules/ajv").is_dir() {
            return None;
        }
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus.ndjson");
        fs::write(&file, corpus).expect("writable");
        let schema = workspace("schema/experimental");
        let mut process = Command::new("node")
            .args([folder.join("bench.js"), schema.join("app_server_protocol.v2.schemas.json")])
            .args([schema.join("methods.json"), file])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let answers = BufReader::new(process.stdout.take().expect("piped")).lines();
        Some(Self { process, answers })
    }

    fn time(&mut self, benchmark: &str, rounds: u64) -> Duration {
        let input = self.process.stdin.as_mut().expect("piped");
        writeln!(input, "{benchmark} {rounds}").and_then(|()| input.flush()).expect("it reads");
        let answer = self.answers.next().expect("it has said on standard error why it stopped").expect("text");
        Duration::from_nanos(answer.parse().expect("nanoseconds"))
    }
}

impl Drop for Ajv {
    fn drop(&mut self) {
        // It ends with its input.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

fn validate(criterion: &mut Criterion) {
    let catalog = catalog();
    let lines = corpus();
    let text = lines.iter().map(|line| format!("{line}\n")).collect::<String>().into_bytes();
    println!("{} messages, {} bytes each on average", lines.len(), text.len() / lines.len());
    let mut ajv = Ajv::start(&text);
    if ajv.is_none() {
        println!("without Ajv: `npm ci` in crates/validator/tests/third_party installs it");
    }

    let (compiled, of_line) = validators(&catalog, &lines);
    let mut group = criterion.benchmark_group("validate/100,000 messages");
    group.sample_size(10);
    group.bench_function("floor", |bencher| {
        bencher.iter(|| {
            let mut valid = 0;
            for (line, validator) in lines.iter().zip(&of_line) {
                let message: Value = serde_json::from_slice(line.as_bytes()).expect("JSON");
                valid += usize::from(validator.is_none_or(|index| compiled[index].is_valid(&message["params"])));
            }
            assert_eq!(black_box(valid), MESSAGES);
        });
    });
    group.bench_function("parse-alone", |bencher| {
        bencher.iter(|| {
            for line in &lines {
                black_box(serde_json::from_slice::<Value>(line.as_bytes()).expect("JSON"));
            }
        });
    });
    let judge = Judge::new(&catalog, None, None);
    group.bench_function("methodic", |bencher| {
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
    if let Some(ajv) = &mut ajv {
        group.bench_function("ajv", |bencher| bencher.iter_custom(|rounds| ajv.time("validate", rounds)));
    }
    group.finish();

    let mut group = criterion.benchmark_group("validate/compile all");
    group.sample_size(10);
    group.bench_function("methodic", |bencher| {
        let compiled = |catalog: Catalog| {
            catalog.compile().expect("usable");
            // It is freed after the clock has stopped.
            catalog
        };
        bencher.iter_batched(self::catalog, compiled, BatchSize::PerIteration);
    });
    if let Some(ajv) = &mut ajv {
        group.bench_function("ajv", |bencher| bencher.iter_custom(|rounds| ajv.time("compile", rounds)));
    }
    group.finish();

    let mut group = criterion.benchmark_group("validate/load the bundle");
    group.sample_size(10);
    group.bench_function("methodic", |bencher| bencher.iter(self::catalog));
    group.finish();
}

criterion_group!(benches, validate);
criterion_main!(benches);
