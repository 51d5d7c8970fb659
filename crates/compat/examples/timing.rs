//! Times a comparison of two bundles, with and without witnesses.
//!
//! `cargo run --release -p methodic-compat --example timing BASELINE.json CURRENT.json [METHODS.json]`; without a table the
//! methods are those of the bundles' message unions.

use std::error::Error;
use std::time::Instant;

use methodic_compat::{Contract, Level, Options, Proof, compare};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (baseline, current, methods) = match args.as_slice() {
        [baseline, current] => (baseline, current, None),
        [baseline, current, methods] => (baseline, current, Some(json(methods)?)),
        _ => return Err("expected: BASELINE.json CURRENT.json [METHODS.json]".into()),
    };
    let load = |path: &String| -> Result<Contract, Box<dyn Error>> {
        Ok(Contract::from_bundle(path, json(path)?, methods.clone())?)
    };
    let (baseline, current) = (load(baseline)?, load(current)?);
    for witnesses in [false, true] {
        let options = Options { witnesses, ..Options::default() };
        let start = Instant::now();
        let findings = compare(&baseline, &current, &options);
        let time = start.elapsed();
        let count = |level| findings.iter().filter(|finding| finding.level == level).count();
        let proven = findings.iter().filter(|finding| matches!(finding.proof, Proof::Witness { .. })).count();
        let counts = [Level::Wire, Level::Source, Level::Info].map(count);
        println!("witnesses {witnesses}: {time:?}, wire, source, info {counts:?}, {proven} with a witness");
    }
    Ok(())
}

fn json(path: &str) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_str(&std::fs::read_to_string(path)?)?)
}
