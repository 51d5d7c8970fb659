//! Tools that a machine may lack: Node with npm, and Python. They are looked for, and their packages installed, in one way.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::failure::Failure;
use crate::process::{NPM, exists, quiet, show_aside};
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

impl<T> Tool<T> {
    /// What is missing, if something is.
    pub(crate) fn missing(self) -> Option<String> {
        match self {
            Self::Ready(_) => None,
            Self::Missing(how) => Some(how),
        }
    }
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

/// The virtual environment, from the workspace's root.
const ENVIRONMENT: &str = "target/xtask/python";

/// Python's own name.
const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };

/// Makes sure that a virtual environment with the packages of a list is there, and returns the folder of its programs.
///
/// The list names every package with its exact version, also what packages need: nothing is looked for beyond it.
pub(crate) fn python(workspace: &Workspace, requirements: &str) -> Result<Tool<PathBuf>, Failure> {
    let environment = workspace.root().join(ENVIRONMENT);
    let programs = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let wanted = workspace.read(requirements)?;
    // Written last, so that an interrupted install begins anew.
    let installed = environment.join("installed.txt");
    if fs::read_to_string(&installed).is_ok_and(|found| found == wanted) {
        return Ok(Tool::Ready(programs));
    }
    let new_enough = "import sys; sys.exit(sys.version_info < (3, 11))";
    let asked = exists(PYTHON).then(|| quiet(workspace, PYTHON.as_ref(), &["-c", new_enough])).transpose()?;
    if !asked.is_some_and(|output| output.status.success()) {
        let how = format!("`{PYTHON}` is not on the PATH or is older than 3.11; get it from https://www.python.org");
        return Ok(Tool::Missing(how));
    }
    let made = quiet(workspace, PYTHON.as_ref(), &["-m", "venv", "--clear", ENVIRONMENT])?;
    if !made.status.success() {
        let how = format!("`{PYTHON} -m venv` does not work here; on Debian and Ubuntu: apt install python3-venv");
        return Ok(Tool::Missing(how));
    }
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "-r", requirements];
    let status = show_aside(workspace, "", programs.join("python").as_os_str(), &pip)?;
    if !status.success() {
        return Err(Failure::new(format_args!("the packages of `{requirements}` could not be installed ({status})"))
            .mend("pip has said why above: it needs the network once"));
    }
    fs::write(&installed, wanted)
        .map_err(|error| Failure::new(format_args!("could not write `{}`: {error}", installed.display())))?;
    Ok(Tool::Ready(programs))
}

/// When a file was last written, if it is there.
fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|found| found.modified()).ok()
}

/// Whether what was installed is at least as new as its lock file.
fn is_current(installed: Option<SystemTime>, lock: Option<SystemTime>) -> bool {
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
