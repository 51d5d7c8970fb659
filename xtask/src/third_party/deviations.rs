//! Where third-party tools are known to err: read from `deviations.json`, and what is listed there must still occur.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{FOLDER, finding};
use crate::failure::Failure;
use crate::report::Finding;

/// The known deviations of all tools, and which of them occurred.
#[derive(Debug)]
pub(super) struct Deviations {
    listed: BTreeMap<String, Vec<Deviation>>,
    occurred: BTreeSet<(String, String)>,
}

/// A way in which a tool errs, with the fixtures that show it. What can be done about it is in docs/third-party.md.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Deviation {
    why: String,
    fixtures: Vec<String>,
}

impl Deviations {
    /// Reads `{ "tool": [ { "why": "…", "fixtures": ["METHOD/reject/NAME.json"] } ] }`.
    pub(super) fn parse(text: &str) -> Result<Self, Failure> {
        let listed: BTreeMap<String, Vec<Deviation>> = serde_json::from_str(text)
            .map_err(|error| Failure::new(format_args!("`{FOLDER}/deviations.json` cannot be read: {error}")))?;
        if let Some(tool) = listed.iter().find(|(_, all)| all.iter().any(|one| one.why.trim().is_empty())) {
            return Err(Failure::new(format_args!(
                "`{FOLDER}/deviations.json`: a deviation of {} says no `why`",
                tool.0
            )));
        }
        Ok(Self { listed, occurred: BTreeSet::new() })
    }

    /// Whether a tool is known to err here; that it did is remembered.
    pub(super) fn allow(&mut self, tool: &str, fixture: &str) -> bool {
        let listed = self.listed.get(tool).is_some_and(|all| all.iter().any(|one| one.lists(fixture)));
        listed && {
            self.occurred.insert((tool.to_owned(), fixture.to_owned()));
            true
        }
    }

    /// How many are listed.
    pub(super) fn len(&self) -> usize {
        self.listed.values().flatten().map(|one| one.fixtures.len()).sum()
    }

    /// A finding for each that did not occur, of the tools that were asked.
    pub(super) fn unused(&self, tools: &[&str]) -> Vec<Finding> {
        let asked = self.listed.iter().filter(|(tool, _)| tools.contains(&tool.as_str()));
        let all =
            asked.flat_map(|(tool, all)| all.iter().flat_map(move |one| one.fixtures.iter().map(move |f| (tool, f))));
        all.filter(|(tool, fixture)| !self.occurred.contains(&((*tool).clone(), (*fixture).clone())))
            .map(|(tool, fixture)| {
                let message = format!("{tool} no longer errs at {fixture}: remove it from the list");
                finding(format!("{FOLDER}/deviations.json"), message)
            })
            .collect()
    }
}

impl Deviation {
    fn lists(&self, fixture: &str) -> bool {
        self.fixtures.iter().any(|listed| listed == fixture)
    }
}

#[cfg(test)]
mod tests {
    use super::Deviations;

    #[test]
    fn what_is_listed_must_occur_if_its_tool_was_asked() {
        let text = r#"{ "a": [{ "why": "w", "fixtures": ["x.json", "y.json"] }], "b": [{ "why": "w", "fixtures": ["z.json"] }] }"#;
        let mut known = Deviations::parse(text).expect("well-formed");
        assert!(known.allow("a", "x.json") && !known.allow("b", "x.json"));
        let unused: Vec<String> = known.unused(&["a"]).into_iter().map(|finding| finding.message).collect();
        assert_eq!(unused, ["a no longer errs at y.json: remove it from the list"]);
        assert_eq!(known.len(), 3);
    }

    #[test]
    fn a_list_without_a_reason_is_refused() {
        for text in [r#"{ "a": [{ "why": " ", "fixtures": [] }] }"#, r#"{ "a": [{ "fixtures": [] }] }"#] {
            assert!(Deviations::parse(text).is_err(), "{text}");
        }
    }
}
