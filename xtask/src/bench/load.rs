//! The suite `load`: what many clients at a time get from the server, and what they cost it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::process::{cargo, read};
use crate::report::tell;
use crate::workspace::Workspace;

/// Where the events of the requests go; each is a run.
const ANALYTICS: [&str; 2] = ["jsonl", "off"];

/// What the server's own benchmark says of one run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Load {
    /// Where the events went.
    #[serde(default)]
    analytics: String,
    connections: u64,
    requests: u64,
    p50_us: u64,
    p99_us: u64,
    requests_per_second: u64,
    first_tenth_rss_kib: u64,
    last_tenth_rss_kib: u64,
    peak_rss_kib: u64,
}

/// What the columns of [`lines`] are.
pub(crate) const COLUMNS: [&str; 8] =
    ["events to", "clients", "requests", "p50", "p99", "requests/s", "peak memory", "growth"];

/// Measures each, and keeps the result for `--last`.
pub(crate) fn run(workspace: &Workspace, target: &Path) -> Result<Vec<Load>, Failure> {
    let mut loads = Vec::new();
    for analytics in ANALYTICS {
        let args = ["bench", "--quiet", "--package", "app-server", "--bench", "load", "--", "--analytics", analytics];
        tell(&format!("== cargo {}", args.join(" ")));
        let output = read(workspace, &cargo(), &args)?;
        let printed = String::from_utf8_lossy(&output.stdout);
        let last = printed.lines().last().filter(|_| output.status.success());
        let load: Option<Load> = last.and_then(|line| serde_json::from_str(line).ok());
        let load =
            load.ok_or_else(|| Failure::new(format_args!("`cargo {}` failed ({})", args.join(" "), output.status)))?;
        loads.push(Load { analytics: analytics.to_owned(), ..load });
    }
    let file = file(target);
    let text = serde_json::to_vec(&loads).map_err(Failure::new)?;
    let kept = fs::create_dir_all(target.join("xtask")).and_then(|()| fs::write(&file, text));
    kept.map_err(|error| Failure::new(format_args!("could not write `{}`: {error}", file.display())))?;
    Ok(loads)
}

/// What the last run measured.
pub(crate) fn last(target: &Path) -> Result<Vec<Load>, Failure> {
    let file = file(target);
    let fail = |why: String| {
        Failure::new(format_args!("could not read `{}`: {why}", file.display())).mend("remove it and measure again")
    };
    match fs::read(&file) {
        Ok(text) => serde_json::from_slice(&text).map_err(|error| fail(error.to_string())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(fail(error.to_string())),
    }
}

/// A line of the table for each run.
pub(crate) fn lines(loads: &[Load]) -> Vec<[String; 8]> {
    let milliseconds = |us: u64| format!("{:.1} ms", us as f64 / 1e3);
    let line = |load: &Load| {
        let growth = load.last_tenth_rss_kib as f64 / load.first_tenth_rss_kib.max(1) as f64 - 1.0;
        // Linux alone tells.
        let told = |text: String| if load.peak_rss_kib == 0 { "-".to_owned() } else { text };
        [
            load.analytics.clone(),
            load.connections.to_string(),
            load.requests.to_string(),
            milliseconds(load.p50_us),
            milliseconds(load.p99_us),
            load.requests_per_second.to_string(),
            told(format!("{:.1} MB", load.peak_rss_kib as f64 * 1024.0 / 1e6)),
            told(format!("{:.1} %", growth * 100.0)),
        ]
    };
    loads.iter().map(line).collect()
}

fn file(target: &Path) -> PathBuf {
    target.join("xtask").join("load.json")
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, Load, file, last, lines};

    #[test]
    fn what_was_kept_is_shown() {
        let target = tempfile::tempdir().expect("a temporary folder");
        assert!(last(target.path()).expect("nothing yet").is_empty());
        std::fs::create_dir_all(target.path().join("xtask")).expect("writable");
        let kept = r#"[{"analytics":"jsonl","connections":100,"requests":100000,"p50_us":4477,"p99_us":12997,
            "requests_per_second":20791,"first_tenth_rss_kib":10000,"last_tenth_rss_kib":10050,"peak_rss_kib":10256}]"#;
        std::fs::write(file(target.path()), kept).expect("writable");
        let loads: Vec<Load> = last(target.path()).expect("readable");
        let lines = lines(&loads);
        assert_eq!(lines, [["jsonl", "100", "100000", "4.5 ms", "13.0 ms", "20791", "10.5 MB", "0.5 %"]]);
        assert_eq!(lines[0].len(), COLUMNS.len());
        std::fs::write(file(target.path()), "{").expect("writable");
        assert!(last(target.path()).expect_err("broken").what.contains("load.json"));
    }
}
