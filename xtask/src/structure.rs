//! Checks that the generated schema is sound in itself, whatever the messages: references, tags, titles, methods.

use std::path::Path;

use crate::failure::Failure;
use crate::judge::judge;
use crate::report::Finding;
use crate::workspace::Workspace;

/// Checks every schema file of both surfaces in `schema`.
pub(crate) fn check(workspace: &Workspace, schema: &Path) -> Result<Vec<Finding>, Failure> {
    // Findings name files as they were given: those of the workspace, as a person would type them.
    let shown = schema.strip_prefix(workspace.root()).unwrap_or(schema);
    Ok(judge(workspace, &["bundle", &shown.to_string_lossy()])?.findings)
}
