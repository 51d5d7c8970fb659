//! How long it takes from the Rust types of the real protocol to all committed files, in memory.
//!
//! - `collect`: schemas of both contracts, parsed into a checked model;
//! - `generate`: that model as every file of both surfaces.

use std::hint::black_box;
use std::time::Duration;

use app_server_protocol::AppServer;
use criterion::{Criterion, criterion_group, criterion_main};
use methodic_codegen::{Model, Outputs, generate};

fn both(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("generate/both");
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    group.bench_function("collect", |bencher| {
        bencher.iter(|| Model::collect::<AppServer>().expect("a sound protocol"));
    });
    let model = Model::collect::<AppServer>().expect("a sound protocol");
    group.bench_function("generate", |bencher| {
        bencher.iter(|| generate(black_box(&model), Outputs::Committed).expect("generated"));
    });
    group.finish();
}

criterion_group!(benches, both);
criterion_main!(benches);
