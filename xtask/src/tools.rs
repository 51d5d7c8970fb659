//! Tools that a machine may lack: Node with npm, and Python. They are looked for, and their packages installed, in one way.

use std::env;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::failure::Failure;
use crate::process::{NPM, exists, show_aside};
use crate::workspace::Workspace;

/// The npm project whose tests use the generated package as its clients do; it has the TypeScript compilers.
pub(crate) const TYPESCRIPT: &str = "crates/codegen/tests/typescript";

/// Whether something that needs a tool can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tool<T> {
    /// It can, with this.
    Ready(T),
    /// It cannot: what is missing and how to get it.
    Missing(String),
}

/// Whether this runs where everything must be there: what a person may leave out is an error then.
pub(crate) fn is_ci() -> bool {
    env::var_os("CI").is_some_and(|value| value == "true" || value == "1")
}

/// Makes sure that the packages of an npm project are there: installs them if they are missing or older than their lock.
pub(crate) fn npm_project(workspace: &Workspace, folder: &str) -> Result<Tool<()>, Failure> {
    if let Some(missing) = ["node", NPM].into_iter().find(|program| !exists(program)) {
        let how = format!("`{missing}` is not on the PATH; install Node.js 20 or newer from https://nodejs.org");
        return Ok(Tool::Missing(how));
    }
    for file in ["package.json", "package-lock.json"] {
        if !workspace.root().join(folder).join(file).is_file() {
            return Err(Failure::new(format_args!("`{folder}/{file}` is missing")).mend("restore it with git"));
        }
    }
    let folder_path = workspace.root().join(folder);
    // npm touches its own record in node_modules at the end of an install.
    let time = |file: &str| modified(&folder_path.join(file));
    if !is_current(time("node_modules/.package-lock.json"), time("package-lock.json")) {
        let status = show_aside(workspace, folder, NPM.as_ref(), &["ci", "--no-audit", "--no-fund"])?;
        if !status.success() {
            let mend = format!("run `npm ci` in {folder}: it needs the network once");
            return Err(Failure::new(format_args!("`npm ci` failed in {folder} ({status})")).mend(mend));
        }
    }
    Ok(Tool::Ready(()))
}

/// When a file was last written, if it is there.
pub(crate) fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|found| found.modified()).ok()
}

/// Whether what was installed is at least as new as its lock file.
pub(crate) fn is_current(installed: Option<SystemTime>, lock: Option<SystemTime>) -> bool {
    installed.is_some_and(|installed| lock.is_none_or(|lock| installed >= lock))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::is_current;

    #[test]
    fn packages_are_installed_when_missing_or_older_than_the_lock_file() {
        let now = SystemTime::now();
        let before = now - Duration::from_secs(5);
        assert!(!is_current(None, Some(now)));
        assert!(!is_current(Some(before), Some(now)));
        assert!(is_current(Some(now), Some(before)));
        assert!(is_current(Some(now), Some(now)));
    }
}
