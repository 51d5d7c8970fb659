//! Documentation as JSDoc: what an editor shows when the mouse rests on a name.

use std::fmt::Write;

use serde_json::Value;

use super::types::indent;
use crate::json_text;
use crate::model::Mark;

/// Writes the comment, if there is anything to say.
pub(super) fn write(out: &mut String, depth: usize, docs: &str, mark: &Mark, default: Option<&Value>) {
    let mut lines: Vec<String> = docs.trim().lines().map(|line| line.trim_end().replace("*/", "*\\/")).collect();
    let tags = [
        match mark {
            Mark::Stable => None,
            Mark::Experimental(reason) => Some(format!("@experimental {reason}")),
            Mark::Deprecated(note) => Some(format!("@deprecated {note}")),
        },
        default.map(|value| format!("@default {}", json_text::compact(value))),
    ];
    let tags: Vec<String> = tags.into_iter().flatten().map(|tag| tag.replace("*/", "*\\/")).collect();
    if !lines.is_empty() && !tags.is_empty() {
        lines.push(String::new());
    }
    lines.extend(tags);
    let indent = indent(depth);
    match lines.as_slice() {
        [] => {}
        [only] => {
            let _ = writeln!(out, "{indent}/** {only} */");
        }
        lines => {
            let _ = writeln!(out, "{indent}/**");
            for line in lines {
                let _ = writeln!(out, "{}", format!("{indent} * {line}").trim_end());
            }
            let _ = writeln!(out, "{indent} */");
        }
    }
}
