//! The sandbox: how far a command may reach when nobody is asked.

use crate::v2::AbsolutePathBuf;
use methodic::wire;

/// The sandbox by name, for clients that do not care about its details.
#[wire(rename_all = "kebab-case")]
#[derive(Copy, Eq, Hash)]
pub enum SandboxMode {
    /// Commands may read files and change nothing.
    ReadOnly,
    /// Commands may also change files in the working folder and in the configured writable folders.
    WorkspaceWrite,
    /// Commands run without a sandbox.
    DangerFullAccess,
}

/// The sandbox in detail.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum SandboxPolicy {
    /// Commands run without a sandbox, with all the rights of the server's user.
    DangerFullAccess,
    /// Commands may read files and change nothing.
    ReadOnly {
        /// Whether commands may use the network.
        #[serde(default)]
        network_access: bool,
    },
    /// The server itself runs in a sandbox that somebody else set up, and adds none of its own.
    ExternalSandbox {
        /// What that sandbox allows on the network, so that the agent can be told.
        #[serde(default)]
        network_access: NetworkAccess,
    },
    /// Commands may change files in the working folder, in folders for temporary files and in the folders listed.
    WorkspaceWrite {
        /// Further folders in which commands may change files.
        #[serde(default)]
        writable_roots: Vec<AbsolutePathBuf>,
        /// Whether commands may use the network.
        #[serde(default)]
        network_access: bool,
        /// Keeps commands from writing to the folder that the environment variable `TMPDIR` names.
        #[serde(default)]
        exclude_tmpdir_env_var: bool,
        /// Keeps commands from writing to `/tmp`.
        #[serde(default)]
        exclude_slash_tmp: bool,
    },
}

/// Whether the network can be reached from an external sandbox.
#[wire]
#[derive(Default, Copy, Eq, Hash)]
pub enum NetworkAccess {
    /// The network is closed, or open in parts only.
    #[default]
    Restricted,
    /// The network is open.
    Enabled,
}
