//! What many events say alike: who the client is, what the server runs on, and where a thread comes from.

use methodic::wire;

/// The client on whose behalf the server works.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Eq)]
pub struct AppServerClient {
    /// The product that the client belongs to, as the backend knows it.
    pub product_client_id: String,
    /// Identifier of the client program.
    pub client_name: Option<String>,
    /// Version of the client program.
    pub client_version: Option<String>,
    /// How client and server reach each other.
    pub rpc_transport: RpcTransport,
    /// Whether the client opted into experimental parts of the protocol. Null when it was never asked.
    pub experimental_api_enabled: Option<bool>,
}

/// How a client reaches the server.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum RpcTransport {
    /// The server is the client's child and is spoken to through its pipes.
    Stdio,
    /// A WebSocket.
    Websocket,
    /// Both are one process.
    InProcess,
}

/// What the server runs on.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Eq)]
pub struct Runtime {
    /// Version of the server.
    pub codex_rs_version: String,
    /// The operating system, such as `linux`.
    pub runtime_os: String,
    /// Version of the operating system.
    pub runtime_os_version: String,
    /// The processor's architecture, such as `x86_64`.
    pub runtime_arch: String,
}

/// Who wanted a thread.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum ThreadSource {
    /// A person, by whatever program.
    User,
    /// Another agent.
    Subagent,
}

/// How a thread came into the server's memory.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum InitializationMode {
    /// It began.
    New,
    /// It began as a copy of another.
    Forked,
    /// It was recorded earlier and goes on.
    Resumed,
}

/// Whether something was asked for by name.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum InvokeType {
    /// The user named it.
    Explicit,
    /// The agent chose it.
    Implicit,
}
