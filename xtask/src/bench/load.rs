//! The suite `load`: what many clients at a time get from the server, and what they cost it.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::kept;
use crate::failure::Failure;
use crate::process::{cargo, read};
use crate::report::tell;
use crate::workspace::Workspace;

/// Its name on the command line.
const SUITE: &str = "load";

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
    kept::keep(target, SUITE, &loads)?;
    Ok(loads)
}

/// What the last run measured.
pub(crate) fn last(target: &Path) -> Result<Vec<Load>, Failure> {
    kept::last(target, SUITE)
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

#[cfg(test)]
mod tests {
    use super::{COLUMNS, Load, lines};

    #[test]
    fn what_was_kept_is_shown() {
        let kept = r#"[{"analytics":"jsonl","connections":100,"requests":100000,"p50_us":4477,"p99_us":12997,
            "requests_per_second":20791,"first_tenth_rss_kib":10000,"last_tenth_rss_kib":10050,"peak_rss_kib":10256}]"#;
        let loads: Vec<Load> = serde_json::from_str(kept).expect("what is kept");
        let lines = lines(&loads);
        assert_eq!(lines, [["jsonl", "100", "100000", "4.5 ms", "13.0 ms", "20791", "10.5 MB", "0.5 %"]]);
        assert_eq!(lines[0].len(), COLUMNS.len());
    }
}
