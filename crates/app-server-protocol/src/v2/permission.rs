//! Permissions: which files and which network an agent's commands may reach, named piece by piece.

use crate::v2::AbsolutePathBuf;
use methodic::wire;
use std::num::NonZeroUsize;

/// All permissions of a thread or turn, and who enforces them.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum PermissionProfile {
    /// The server enforces the permissions with its own sandbox.
    Managed {
        /// What commands may do on the network.
        network: PermissionProfileNetworkPermissions,
        /// What commands may do to files.
        file_system: PermissionProfileFileSystemPermissions,
    },
    /// Nothing is enforced: commands have all the rights of the server's user.
    Disabled,
    /// Somebody else enforces what files can be reached, outside of the server.
    External {
        /// What commands may do on the network.
        network: PermissionProfileNetworkPermissions,
    },
}

/// What the commands of a thread or turn may do on the network.
#[wire]
#[derive(Copy, Eq)]
pub struct PermissionProfileNetworkPermissions {
    /// Whether the network is open to commands.
    pub enabled: bool,
}

/// What the commands of a thread or turn may do to files.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum PermissionProfileFileSystemPermissions {
    /// Only what the entries grant.
    Restricted {
        /// The grants and refusals.
        entries: Vec<FileSystemSandboxEntry>,
        /// How many levels of folders deep the glob patterns of the entries are looked up. Null means without limit.
        glob_scan_max_depth: Option<NonZeroUsize>,
    },
    /// All files, to read and to change.
    Unrestricted,
}

/// Access to files beyond what is granted already.
#[wire]
#[derive(Default, Eq)]
pub struct AdditionalFileSystemPermissions {
    /// Paths that may be read in addition, with all they contain.
    pub read: Option<Vec<AbsolutePathBuf>>,
    /// Paths that may be written in addition, with all they contain.
    pub write: Option<Vec<AbsolutePathBuf>>,
    /// How many levels of folders deep the glob patterns of the entries are looked up. Null means without limit.
    pub glob_scan_max_depth: Option<NonZeroUsize>,
    /// Further grants and refusals, where plain paths do not say enough.
    pub entries: Option<Vec<FileSystemSandboxEntry>>,
}

/// Access to the network beyond what is granted already.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct AdditionalNetworkPermissions {
    /// Whether the network shall be open. Null leaves it as it is.
    pub enabled: Option<bool>,
}

/// One grant or refusal: a place and what may be done there.
#[wire]
#[derive(Eq)]
pub struct FileSystemSandboxEntry {
    /// The place.
    pub path: FileSystemPath,
    /// What commands may do there.
    pub access: FileSystemAccessMode,
}

/// What commands may do to a file.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum FileSystemAccessMode {
    /// Read it.
    Read,
    /// Read it and change it.
    Write,
    /// Nothing, even where a wider entry grants more.
    None,
}

/// A place in the file system, named in one of three ways.
#[wire(tag = "type", rename_all = "snake_case")]
#[derive(Eq)]
pub enum FileSystemPath {
    /// A file or folder by its path.
    Path {
        /// The path; a folder stands for all it contains.
        path: AbsolutePathBuf,
    },
    /// All files whose path matches a pattern.
    GlobPattern {
        /// The pattern, with `*`, `**` and `?`.
        pattern: String,
    },
    /// A place that is found when the permissions are applied.
    Special {
        /// Which place it is.
        value: FileSystemSpecialPath,
    },
}

/// Places whose paths depend on the machine and on the thread.
#[wire(tag = "kind", rename_all = "snake_case")]
#[derive(Eq)]
pub enum FileSystemSpecialPath {
    /// The root of the file system, and with it everything.
    Root,
    /// What programs of the operating system need to run at all.
    Minimal,
    /// The folders of the project that the thread works in.
    ProjectRoots {
        /// A path below each of them. Null means the folders themselves.
        subpath: Option<String>,
    },
    /// The folder that the environment variable `TMPDIR` names.
    Tmpdir,
    /// The folder `/tmp`.
    SlashTmp,
    /// A place that this version of the server does not know; it is carried along and grants nothing.
    Unknown {
        /// The place as it was named.
        path: String,
        /// A path below it. Null means the place itself.
        subpath: Option<String>,
    },
}

/// Permissions that the agent asks for on top of those of its sandbox. What is not understood is refused, lest the user
/// grant it unseen.
#[wire(deny_unknown)]
#[derive(Default, Eq)]
pub struct RequestPermissionProfile {
    /// Further network access. Null asks for none.
    pub network: Option<AdditionalNetworkPermissions>,
    /// Further access to files. Null asks for none.
    pub file_system: Option<AdditionalFileSystemPermissions>,
}
