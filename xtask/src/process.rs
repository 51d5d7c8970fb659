//! Starting other programs: cargo, node and npm.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::process::{Command, ExitStatus, Output, Stdio};

use crate::failure::Failure;
use crate::workspace::Workspace;

/// The cargo that started this program, or the one on the path.
pub(crate) fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// npm's own name: a script on Windows, which does not start under its bare name.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Runs a program in a folder of the workspace with its output shown, and returns how it ended.
pub(crate) fn show(workspace: &Workspace, folder: &str, program: &OsStr, args: &[&str]) -> Result<ExitStatus, Failure> {
    command(workspace, folder, program, args).status().map_err(|error| not_started(program, error))
}

/// Runs a program in a folder of the workspace, and shows all it prints on standard error.
pub(crate) fn show_aside(
    workspace: &Workspace,
    folder: &str,
    program: &OsStr,
    args: &[&str],
) -> Result<ExitStatus, Failure> {
    command(workspace, folder, program, args)
        .stdout(Stdio::from(std::io::stderr()))
        .status()
        .map_err(|error| not_started(program, error))
}

/// Runs a program in the workspace and returns what it printed; its errors are shown as they come.
pub(crate) fn read(workspace: &Workspace, program: &OsStr, args: &[&str]) -> Result<Output, Failure> {
    command(workspace, "", program, args).stderr(Stdio::inherit()).output().map_err(|error| not_started(program, error))
}

/// Runs a program in the workspace and returns all that it printed, errors included.
pub(crate) fn quiet(workspace: &Workspace, program: &OsStr, args: &[&str]) -> Result<Output, Failure> {
    command(workspace, "", program, args).output().map_err(|error| not_started(program, error))
}

/// Runs cargo and returns what it printed; that it fails is a [`Failure`].
pub(crate) fn read_cargo(workspace: &Workspace, args: &[&str]) -> Result<String, Failure> {
    let output = read(workspace, &cargo(), args)?;
    if !output.status.success() {
        return Err(Failure::new(format_args!("`cargo {}` failed ({})", args.join(" "), output.status)));
    }
    String::from_utf8(output.stdout)
        .map_err(|_| Failure::new(format_args!("`cargo {}` printed text that is not UTF-8", args.join(" "))))
}

/// Runs the `methodic` command, which has what is too slow to build for this program, and returns what it printed.
///
/// That there are findings is its result; that it could not run is a [`Failure`], and it has said why.
pub(crate) fn methodic(workspace: &Workspace, args: &[&str]) -> Result<Vec<u8>, Failure> {
    let output = read(workspace, &cargo(), &[&METHODIC[..], args].concat())?;
    match output.status.code() {
        Some(0 | 1) => Ok(output.stdout),
        _ => {
            let (cargo, args) = (METHODIC.join(" "), args.join(" "));
            Err(Failure::new(format_args!("`methodic {args}` could not run ({})", output.status))
                .mend(format_args!("see what `cargo {cargo} {args}` says")))
        }
    }
}

/// How cargo is told to run the `methodic` command.
pub(crate) const METHODIC: [&str; 5] = ["run", "--quiet", "--package", "methodic-cli", "--"];

/// Whether a program can be started at all.
pub(crate) fn exists(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn command(workspace: &Workspace, folder: &str, program: &OsStr, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(workspace.root().join(folder));
    // Set by cargo for this program; a cargo started below would take them for its own package's.
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(name);
        }
    }
    command
}

fn not_started(program: &OsStr, error: std::io::Error) -> Failure {
    let name = program.to_string_lossy();
    let failure = Failure::new(format_args!("`{name}` could not be started: {error}"));
    if error.kind() == ErrorKind::NotFound {
        failure.mend(format_args!("install `{name}`, or put it on the PATH"))
    } else {
        failure
    }
}
