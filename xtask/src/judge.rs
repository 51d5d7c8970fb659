//! The `methodic` binary as a judge of the schema: started, and its report read.
//!
//! It needs a validator that is slow to build, so it is a program of its own, and `cargo xtask codegen` need not wait.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::Failure;
use crate::process::methodic;
use crate::report::Finding;
use crate::workspace::Workspace;

/// What a command of `methodic` reported.
pub(crate) struct Judgement {
    pub(crate) findings: Vec<Finding>,
    report: Value,
}

impl Judgement {
    /// How many of what was checked: `count("fixtures")`.
    pub(crate) fn count(&self, of: &str) -> Result<usize, Failure> {
        let number = self.report[of].as_u64().and_then(|number| usize::try_from(number).ok());
        number.ok_or_else(|| Failure::new(format_args!("the report of `methodic` does not count its {of}")))
    }

    /// Another part of the report, by its name.
    pub(crate) fn part<T: DeserializeOwned>(&self, name: &str) -> Result<T, Failure> {
        T::deserialize(&self.report[name])
            .map_err(|error| Failure::new(format_args!("the report of `methodic` has no readable `{name}`: {error}")))
    }
}

/// Runs `methodic` with these arguments and reads its report.
pub(crate) fn judge(workspace: &Workspace, args: &[&str]) -> Result<Judgement, Failure> {
    let output = methodic(workspace, &[args, &["--format", "json"]].concat())?;
    parse(&output).ok_or_else(|| {
        Failure::new(format_args!("`methodic {} --format json` printed something else than its report", args.join(" ")))
    })
}

/// Reads `{ "findings": […], … }`.
fn parse(report: &[u8]) -> Option<Judgement> {
    let report: Value = serde_json::from_slice(report).ok()?;
    let findings = report["findings"].as_array()?.iter().map(|finding| {
        let text = |name: &str| finding[name].as_str();
        let mut message = String::new();
        if let Some(method) = text("method") {
            message.push_str(method);
        }
        if let Some(pointer) = text("pointer") {
            let place = if pointer.is_empty() { "the message" } else { pointer };
            message.push_str(&format!("{}at {place}", if message.is_empty() { "" } else { " " }));
        }
        if let Some(keyword) = text("keyword") {
            message.push_str(&format!(" ({keyword})"));
        }
        if !message.is_empty() {
            message.push_str(": ");
        }
        message.push_str(text("message")?);
        let kind = text("kind").unwrap_or("fixture").to_owned();
        Some(Finding { file: text("file")?.to_owned(), kind, message, ..Finding::default() })
    });
    Some(Judgement { findings: findings.collect::<Option<_>>()?, report })
}

#[cfg(test)]
mod tests {
    use super::parse;
    use serde_json::json;

    #[test]
    fn a_report_is_read() {
        let report = json!({ "fixtures": 3, "findings": [
            { "file": "a.json", "method": "x/y", "pointer": "", "keyword": "type", "message": "m", "kind": "reject-accepted" },
            { "file": "b", "message": "n", "kind": "coverage" },
        ] });
        let judged = parse(report.to_string().as_bytes()).expect("a report");
        assert_eq!(judged.count("fixtures").ok(), Some(3));
        assert!(judged.count("methods").is_err());
        assert_eq!(judged.findings[0].message, "x/y at the message (type): m");
        assert_eq!((judged.findings[1].message.as_str(), judged.findings[1].kind.as_str()), ("n", "coverage"));
        assert!(parse(b"{}").is_none() && parse(b"error").is_none());
    }
}
