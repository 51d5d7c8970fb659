//! Files on the server's machine, for clients that run elsewhere: reading, writing and watching them with the rights of
//! the server's user. No sandbox applies here; sandboxes are for the agent.

use crate::v2::AbsolutePathBuf;
use methodic::wire;

/// Reads a whole file.
#[wire]
#[derive(Eq)]
pub struct FsReadFileParams {
    /// The file.
    pub path: AbsolutePathBuf,
}

/// What the file contains.
#[wire]
#[derive(Eq)]
pub struct FsReadFileResponse {
    /// The file's bytes as Base64.
    pub data_base64: String,
}

/// Writes a whole file, in place of what it contained if it was there.
#[wire]
#[derive(Eq)]
pub struct FsWriteFileParams {
    /// The file. The folder around it must exist.
    pub path: AbsolutePathBuf,
    /// The new bytes as Base64.
    pub data_base64: String,
}

/// Nothing but the fact that the file is written.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct FsWriteFileResponse {}

/// Makes a folder.
#[wire(omit_none)]
#[derive(Eq)]
pub struct FsCreateDirectoryParams {
    /// The folder.
    pub path: AbsolutePathBuf,
    /// Whether to make the folders around it too, and to be content when it is there already. Absent or null means yes.
    pub recursive: Option<bool>,
}

/// Nothing but the fact that the folder is there.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct FsCreateDirectoryResponse {}

/// Asks what is at a path.
#[wire]
#[derive(Eq)]
pub struct FsGetMetadataParams {
    /// The path.
    pub path: AbsolutePathBuf,
}

/// What is at the path. A symbolic link is followed, except where it is said otherwise.
#[wire]
#[derive(Copy, Eq)]
pub struct FsGetMetadataResponse {
    /// Whether it is a folder.
    pub is_directory: bool,
    /// Whether it is a regular file.
    pub is_file: bool,
    /// Whether the path itself is a symbolic link.
    pub is_symlink: bool,
    /// When it was created, in Unix milliseconds; 0 when the file system does not say.
    pub created_at_ms: i64,
    /// When its content was last changed, in Unix milliseconds; 0 when the file system does not say.
    pub modified_at_ms: i64,
}

/// Lists what is directly in a folder.
#[wire]
#[derive(Eq)]
pub struct FsReadDirectoryParams {
    /// The folder.
    pub path: AbsolutePathBuf,
}

/// What is directly in the folder.
#[wire]
#[derive(Eq)]
pub struct FsReadDirectoryResponse {
    /// One entry for each name in the folder.
    pub entries: Vec<FsReadDirectoryEntry>,
}

/// One name in a folder.
#[wire]
#[derive(Eq)]
pub struct FsReadDirectoryEntry {
    /// The name alone, without the folder.
    pub file_name: String,
    /// Whether it is a folder.
    pub is_directory: bool,
    /// Whether it is a regular file.
    pub is_file: bool,
}

/// Deletes a file or folder.
#[wire(omit_none)]
#[derive(Eq)]
pub struct FsRemoveParams {
    /// What to delete.
    pub path: AbsolutePathBuf,
    /// Whether to delete a folder with all that is in it. Absent or null means yes.
    pub recursive: Option<bool>,
    /// Whether to be content when nothing is there. Absent or null means yes.
    pub force: Option<bool>,
}

/// Nothing but the fact that nothing is at the path any more.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct FsRemoveResponse {}

/// Copies a file or folder.
#[wire]
#[derive(Eq)]
pub struct FsCopyParams {
    /// What to copy.
    pub source_path: AbsolutePathBuf,
    /// Where the copy shall be.
    pub destination_path: AbsolutePathBuf,
    /// Whether to copy a folder with all that is in it; a folder cannot be copied otherwise. Without meaning for a
    /// file. Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub recursive: bool,
}

/// Nothing but the fact that the copy is made.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct FsCopyResponse {}

/// Asks to be told when a file or folder changes, by `fs/changed`.
#[wire]
#[derive(Eq)]
pub struct FsWatchParams {
    /// The client's own name for this watch; no two of a connection may have the same one.
    pub watch_id: String,
    /// The file or folder.
    pub path: AbsolutePathBuf,
}

/// What is watched.
#[wire]
#[derive(Eq)]
pub struct FsWatchResponse {
    /// The path in its canonical form, which later notifications use.
    pub path: AbsolutePathBuf,
}

/// Ends a watch.
#[wire]
#[derive(Eq)]
pub struct FsUnwatchParams {
    /// The name that the client gave to the watch.
    pub watch_id: String,
}

/// Nothing but the fact that no more changes are told for the watch.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct FsUnwatchResponse {}

/// Says that something watched has changed.
#[wire]
#[derive(Eq)]
pub struct FsChangedNotification {
    /// The name that the client gave to the watch.
    pub watch_id: String,
    /// What was changed, created or deleted.
    pub changed_paths: Vec<AbsolutePathBuf>,
}
