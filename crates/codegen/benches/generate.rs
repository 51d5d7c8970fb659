//! How long it takes from the Rust types of the real protocol to all committed files, in memory.
//!
//! - `collect`: schemas of both contracts, parsed into a checked model;
//! - `generate`: that model as every file of both surfaces.
//!
//! The group `slice` is the same for a protocol of twenty methods, cut from the real one.

use std::hint::black_box;
use std::time::Duration;

use app_server_protocol::AppServer;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main};
use methodic_codegen::{Model, Outputs, generate};

const SLICE: [&str; 20] = [
    "initialize",
    "initialized",
    "thread/start",
    "thread/started",
    "turn/start",
    "turn/steer",
    "turn/interrupt",
    "turn/started",
    "turn/completed",
    "item/started",
    "item/completed",
    "item/agentMessage/delta",
    "error",
    "account/logout",
    "account/sendAddCreditsNudgeEmail",
    "analytics/productEvent/track",
    "feedback/upload",
    "thread/goal/set",
    "thread/goal/updated",
    "item/commandExecution/requestApproval",
];

fn group<'a>(criterion: &'a mut Criterion, name: &str) -> BenchmarkGroup<'a, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    group
}

fn both(criterion: &mut Criterion) {
    let mut group = group(criterion, "generate/both");
    group.bench_function("collect", |bencher| {
        bencher.iter_with_large_drop(|| Model::collect::<AppServer>().expect("a sound protocol"));
    });
    let model = Model::collect::<AppServer>().expect("a sound protocol");
    group.bench_function("generate", |bencher| {
        bencher.iter_with_large_drop(|| generate(black_box(&model), Outputs::Committed).expect("generated"));
    });
    group.finish();
}

fn slice(criterion: &mut Criterion) {
    let whole = Model::collect::<AppServer>().expect("a sound protocol");
    let slice = whole.only(&SLICE.map(str::to_owned).into());
    assert_eq!(slice.methods.len(), SLICE.len());
    let mut group = group(criterion, "generate/slice");
    group.bench_function("generate", |bencher| {
        bencher.iter_with_large_drop(|| generate(black_box(&slice), Outputs::Committed).expect("generated"));
    });
    group.finish();
}

criterion_group!(benches, both, slice);
criterion_main!(benches);
