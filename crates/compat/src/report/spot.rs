//! The line of a file that a JSON pointer leads to.

use std::collections::{BTreeMap, HashMap};

use serde_json::value::RawValue;

use crate::contract::{Source, unescaped};
use crate::finding::Finding;

/// Lines of one file. What lies on the way to a place is read once, however many places are asked for.
pub(super) struct Lines<'a> {
    source: Option<&'a Source>,
    read: HashMap<String, Inside<'a>>,
}

/// What a value holds, by the parts of a pointer.
type Inside<'a> = BTreeMap<String, &'a RawValue>;

impl<'a> Lines<'a> {
    pub(super) fn of(source: Option<&'a Source>) -> Self {
        Self { source, read: HashMap::new() }
    }

    /// File and line of a finding; the line is that of the nearest place around it, where the place itself is gone.
    pub(super) fn spot(&mut self, finding: &Finding) -> Option<(&'a str, usize)> {
        let source = self.source?;
        let place = finding.current.as_ref().or(finding.baseline.as_ref());
        let line = place.map_or(1, |place| self.line(source, place.pointer.trim_start_matches('#')));
        Some((&source.path, line))
    }

    fn line(&mut self, source: &'a Source, pointer: &str) -> usize {
        let mut at: Option<&RawValue> = None;
        let mut so_far = String::new();
        for part in pointer.split('/').skip(1) {
            let text = at.map_or(source.text.as_str(), RawValue::get);
            let inside = self.read.entry(so_far.clone()).or_insert_with(|| inside(text));
            let Some(found) = inside.get(&unescaped(part)) else { break };
            at = Some(found);
            so_far = format!("{so_far}/{part}");
        }
        // The values are slices of the text: where one begins is the distance between both beginnings.
        let begin = at.map_or(0, |value| value.get().as_ptr() as usize - source.text.as_ptr() as usize);
        source.text.as_bytes()[..begin].iter().filter(|byte| **byte == b'\n').count() + 1
    }
}

fn inside(text: &str) -> Inside<'_> {
    if text.trim_start().starts_with('[') {
        let items: Vec<&RawValue> = serde_json::from_str(text).unwrap_or_default();
        return items.into_iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect();
    }
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use crate::contract::Source;

    #[test]
    fn pointers_lead_to_lines() {
        let text = "{\n  \"a/b\": {\n    \"c\": [\n      1,\n      {\"d\": 2}\n    ]\n  },\n  \"e\": null\n}\n";
        let source = Source { path: "x.json".into(), text: text.into() };
        let mut lines = Lines::of(Some(&source));
        for (pointer, line) in [
            ("", 1),
            ("/a~1b", 2),
            ("/a~1b/c", 3),
            ("/a~1b/c/0", 4),
            ("/a~1b/c/1/d", 5),
            ("/e", 8),
            ("/a~1b/gone/x", 2),
        ] {
            assert_eq!(lines.line(&source, pointer), line, "{pointer}");
        }
    }
}
