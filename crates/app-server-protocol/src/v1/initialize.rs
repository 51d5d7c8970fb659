//! The handshake: a connection is usable only after each side has said who it is.

use crate::v2::AbsolutePathBuf;
use methodic::wire;

/// Introduces the client and says what it can deal with. It must be the first message of a connection.
#[wire(omit_none)]
pub struct InitializeParams {
    /// Which client is connecting.
    pub client_info: ClientInfo,
    /// What the client opts in to and out of. Absent or null means the stable API with all notifications.
    pub capabilities: Option<InitializeCapabilities>,
}

/// The name and version a client goes by, in log lines and in the user agent of outgoing HTTP requests.
#[wire(omit_none)]
#[derive(Eq)]
pub struct ClientInfo {
    /// Identifier of the client program, stable over its releases, such as `my_editor_extension`.
    pub name: String,
    /// Name to show to people. Absent or null when the identifier serves for that too.
    pub title: Option<String>,
    /// Version of the client program, in the client's own numbering.
    pub version: String,
}

/// Choices that hold for the whole connection; they cannot be changed after `initialize`.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct InitializeCapabilities {
    /// Opens the experimental methods, fields and variants to this client. Without it the server refuses them.
    #[serde(default)]
    pub experimental_api: bool,
    /// Methods of server notifications, spelled exactly as on the wire, that the server shall not send on this
    /// connection. Absent or null means that all are sent.
    pub opt_out_notification_methods: Option<Vec<String>>,
}

/// Introduces the server and the machine it runs on.
#[wire]
#[derive(Eq)]
pub struct InitializeResponse {
    /// The user agent that the server sends with its HTTP requests for this client.
    pub user_agent: String,
    /// The folder in which the server keeps its configuration, credentials and recorded threads.
    pub codex_home: AbsolutePathBuf,
    /// Family of the server's operating system, for instance `unix` or `windows`.
    pub platform_family: String,
    /// The server's operating system, for instance `linux`, `macos` or `windows`.
    pub platform_os: String,
}
