//! Commands that a client runs on the server's machine on its own account, outside of any thread: at once and to the
//! end, or as a process that the client talks to while it runs.

use crate::v2::{PermissionProfile, SandboxPolicy};
use methodic::wire;
use std::collections::BTreeMap;

/// Runs a command. The response comes when the command has ended.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct CommandExecParams {
    /// The program and its arguments, one word an element; no shell reads them. Must not be empty.
    pub command: Vec<String>,
    /// The client's own name for the process, by which it writes to it, resizes its terminal or ends it; no two
    /// running processes of a connection may have the same one. Needed for `tty`, `streamStdin` and
    /// `streamStdoutStderr`.
    pub process_id: Option<String>,
    /// Whether the command runs in a terminal. Then input and output are streamed, whatever the two fields for that
    /// say. Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tty: bool,
    /// Whether the client will send input by `command/exec/write`. Absent means no: the command finds no input.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stream_stdin: bool,
    /// Whether output is sent piece by piece, by `command/exec/outputDelta`, and left out of the response. Absent
    /// means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stream_stdout_stderr: bool,
    /// How many bytes of each stream to keep; what comes after is thrown away. Absent or null means the server's own
    /// limit. Not to be combined with `disableOutputCap`.
    pub output_bytes_cap: Option<usize>,
    /// Whether all output is kept, however long it is. Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disable_output_cap: bool,
    /// Whether the command may run as long as it likes. Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disable_timeout: bool,
    /// After how many milliseconds the command is ended. Absent or null means the server's own limit. Not to be
    /// combined with `disableTimeout`.
    pub timeout_ms: Option<i64>,
    /// The folder to run in. Absent or null means the server's own working folder.
    pub cwd: Option<String>,
    /// Environment variables by name, on top of those of the server. Null takes one of the server's away.
    pub env: Option<BTreeMap<String, Option<String>>>,
    /// Size of the terminal at the beginning. Only together with `tty`.
    pub size: Option<CommandExecTerminalSize>,
    /// How far the command reaches. Absent or null means as the server's configuration says. Not to be combined with
    /// `permissionProfile`.
    pub sandbox_policy: Option<SandboxPolicy>,
    /// The permissions of the command in detail. Not to be combined with `sandboxPolicy`.
    pub permission_profile: Option<PermissionProfile>,
}

/// Size of a terminal.
#[wire]
#[derive(Copy, Eq, Hash)]
pub struct CommandExecTerminalSize {
    /// Its height in lines.
    pub rows: u16,
    /// Its width in characters.
    pub cols: u16,
}

/// How the command has ended.
#[wire]
#[derive(Eq)]
pub struct CommandExecResponse {
    /// The exit code.
    pub exit_code: i32,
    /// What the command wrote to its standard output. Empty when that was streamed.
    pub stdout: String,
    /// What the command wrote to its standard error. Empty when that was streamed.
    pub stderr: String,
}

/// Writes to a running process. At least one of `deltaBase64` and `closeStdin` says what to do.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct CommandExecWriteParams {
    /// The name that the client gave to the process.
    pub process_id: String,
    /// The bytes to write, as Base64. Absent or null writes none.
    pub delta_base64: Option<String>,
    /// Whether to close the process's input after that, so that it finds the end. Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub close_stdin: bool,
}

/// Nothing but the fact that the process has the input.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct CommandExecWriteResponse {}

/// Ends a running process.
#[wire]
#[derive(Eq)]
pub struct CommandExecTerminateParams {
    /// The name that the client gave to the process.
    pub process_id: String,
}

/// Nothing but the fact that the process is being ended; the response to `command/exec` tells when it has.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct CommandExecTerminateResponse {}

/// Tells a process that its terminal has another size now.
#[wire]
#[derive(Eq)]
pub struct CommandExecResizeParams {
    /// The name that the client gave to the process; it must run in a terminal.
    pub process_id: String,
    /// The new size.
    pub size: CommandExecTerminalSize,
}

/// Nothing but the fact that the terminal has the new size.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct CommandExecResizeResponse {}

/// Brings the next piece of a process's output. Only the connection that started the process gets it.
#[wire]
#[derive(Eq)]
pub struct CommandExecOutputDeltaNotification {
    /// The name that the client gave to the process.
    pub process_id: String,
    /// The stream that the process wrote to.
    pub stream: CommandExecOutputStream,
    /// The bytes as Base64. A piece may end within a character.
    pub delta_base64: String,
    /// Whether the stream has reached its limit with this piece, so that no more of it comes.
    pub cap_reached: bool,
}

/// The streams that a process can write to.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum CommandExecOutputStream {
    /// The standard output. In a terminal all output is here.
    Stdout,
    /// The standard error.
    Stderr,
}
