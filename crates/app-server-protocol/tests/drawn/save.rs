//! A disagreement as a fixture, so that it is there when the property's random values have moved on.

use std::fs;
use std::path::Path;

use methodic_validator::Method;
use methodic_validator::fixtures::folder_of;
use serde_json::{Value, json};

use crate::agree::Disagreement;
use crate::rust::message;
use crate::surface::Part;

/// Writes the smallest value that is judged in two ways, and says where, and how to see it again.
pub(crate) fn save(method: &Method, part: Part, found: &Disagreement) -> String {
    let message = message(method, part, &found.payload);
    let (verdict, content) = match found.refused.as_deref() {
        None => ("accept", message),
        Some((pointer, keyword)) => {
            ("reject", json!({ "expect": { "pointer": pointer, "keyword": keyword }, "message": message }))
        }
    };
    let text = format!("{content:#}\n");
    let relative = format!("fixtures/{}/{verdict}/drawn-{:08x}.json", folder_of(&method.method), hash(&text));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&relative);
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, &text));
    let place = match written {
        Ok(()) => format!("saved as crates/app-server-protocol/{relative}"),
        Err(error) => format!("not saved as {relative}: {error}"),
    };
    format!(
        "{} {part:?}: {}\n  {}\n  {place}; see it again with: cargo xtask check",
        method.method,
        found.why,
        shown(&content)
    )
}

fn shown(content: &Value) -> String {
    let text = content.to_string();
    match text.char_indices().nth(600) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// FNV-1a: the same name for the same fixture, whatever the Rust release.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
