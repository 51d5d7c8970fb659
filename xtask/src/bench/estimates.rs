//! Reads what criterion leaves in the target folder: one folder a benchmark, with its name and its estimates.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::SystemTime;

use serde_json::Value;

use crate::failure::Failure;

/// Groups by their names, as the benchmark gives them.
pub(crate) type Measured = BTreeMap<String, Group>;

/// The shortest time in nanoseconds, by function.
pub(crate) type Functions = BTreeMap<String, f64>;

/// What was measured of one thing in several ways.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Group {
    /// The size of the message, where the benchmark is about one.
    pub(crate) bytes: Option<u64>,
    pub(crate) functions: Functions,
}

/// One way.
struct Estimate {
    group: String,
    function: String,
    bytes: Option<u64>,
    nanoseconds: f64,
}

/// Reads every estimate below `folder` that was written at `since` or later.
pub(crate) fn read(folder: &Path, since: SystemTime) -> Result<Measured, Failure> {
    let mut measured = Measured::new();
    visit(folder, since, &mut measured)?;
    Ok(measured)
}

fn visit(folder: &Path, since: SystemTime, measured: &mut Measured) -> Result<(), Failure> {
    let failed = |error| Failure::new(format_args!("could not list `{}`: {error}", folder.display()));
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(error)),
    };
    for entry in entries {
        let entry = entry.map_err(failed)?;
        if !entry.file_type().map_err(failed)?.is_dir() {
            continue;
        }
        if entry.file_name() == "new" {
            if let Some(estimate) = benchmark(&entry.path(), since)? {
                let group = measured.entry(estimate.group).or_default();
                group.bytes = group.bytes.or(estimate.bytes);
                group.functions.insert(estimate.function, estimate.nanoseconds);
            }
        } else {
            visit(&entry.path(), since, measured)?;
        }
    }
    Ok(())
}

/// One benchmark; none if it was not measured since.
fn benchmark(folder: &Path, since: SystemTime) -> Result<Option<Estimate>, Failure> {
    let file = folder.join("sample.json");
    let recent = fs::metadata(&file).and_then(|found| found.modified()).is_ok_and(|modified| modified >= since);
    if !recent {
        return Ok(None);
    }
    let sample = json(&file)?;
    let names = json(&folder.join("benchmark.json"))?;
    // The shortest: whatever else the machine does only adds to a time, and often to many in a row.
    let numbers = |name: &str| sample[name].as_array().into_iter().flatten().filter_map(Value::as_f64);
    let shortest = numbers("times").zip(numbers("iters")).map(|(time, rounds)| time / rounds).min_by(f64::total_cmp);
    let function = names["function_id"].as_str().or(names["value_str"].as_str()).unwrap_or_default();
    match (names["group_id"].as_str(), shortest) {
        (Some(group), Some(nanoseconds)) => {
            let (group, function) = (group.to_owned(), function.to_owned());
            Ok(Some(Estimate { group, function, bytes: names["throughput"]["Bytes"].as_u64(), nanoseconds }))
        }
        _ => Err(Failure::new(format_args!("`{}` is not what criterion writes", folder.display()))
            .mend("remove the folder and measure again")),
    }
}

fn json(file: &Path) -> Result<Value, Failure> {
    let fail = |why: String| {
        Failure::new(format_args!("could not read `{}`: {why}", file.display())).mend("remove it and measure again")
    };
    let text = fs::read(file).map_err(|error| fail(error.to_string()))?;
    serde_json::from_slice(&text).map_err(|error| fail(error.to_string()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use super::read;

    fn put(folder: &Path, group: &str, function: &str, sample: &str) {
        let place = folder.join(group.replace('/', "_")).join(function).join("new");
        fs::create_dir_all(&place).expect("writable");
        let names = format!(r#"{{"group_id":"{group}","function_id":"{function}","throughput":{{"Bytes":140}}}}"#);
        fs::write(place.join("benchmark.json"), names).expect("writable");
        fs::write(place.join("sample.json"), sample).expect("writable");
    }

    #[test]
    fn groups_and_functions_keep_their_own_names() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        put(folder.path(), "decode/turn-interrupt", "floor", r#"{"iters":[1.0,2.0,4.0],"times":[300.0,421.0,900.0]}"#);
        put(folder.path(), "decode/turn-interrupt", "methodic", r#"{"iters":[2.0],"times":[500.0]}"#);
        let measured = read(folder.path(), SystemTime::UNIX_EPOCH).expect("readable");
        let group = &measured["decode/turn-interrupt"];
        assert_eq!((group.functions["floor"], group.functions.len()), (210.5, 2));
        assert_eq!(group.bytes, Some(140));
        let later = SystemTime::now() + Duration::from_secs(60);
        assert!(read(folder.path(), later).expect("readable").is_empty(), "older estimates do not count");
    }

    #[test]
    fn no_folder_is_nothing_measured_and_a_broken_file_is_named() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        assert!(read(&folder.path().join("none"), SystemTime::UNIX_EPOCH).expect("readable").is_empty());
        put(folder.path(), "g", "f", "{");
        let failure = read(folder.path(), SystemTime::UNIX_EPOCH).expect_err("broken");
        assert!(failure.what.contains("sample.json") && failure.mend.is_some(), "{failure:?}");
        put(folder.path(), "g", "f", "{}");
        assert!(read(folder.path(), SystemTime::UNIX_EPOCH).expect_err("broken").what.contains("criterion"));
    }
}
