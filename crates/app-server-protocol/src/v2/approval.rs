//! Approval settings: when the agent has to ask, and who answers.

use methodic::wire;

/// When the agent stops to ask before it acts.
#[wire(rename_all = "kebab-case", rename_all_fields = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum AskForApproval {
    /// Before every command that is not known to be harmless.
    Untrusted,
    /// When a command failed in the sandbox and the agent wants to run it outside.
    OnFailure,
    /// When the agent itself finds that it should ask.
    OnRequest,
    /// When the agent asks for something of a kind that is switched on here; other requests are refused unasked.
    #[experimental("askForApproval.granular")]
    Granular {
        /// Whether requests to leave the sandbox reach the user.
        sandbox_approval: bool,
        /// Whether requests that a rule of the command policy gives rise to reach the user.
        rules: bool,
        /// Whether requests about running the scripts of a skill reach the user.
        #[serde(default)]
        skill_approval: bool,
        /// Whether requests for further permissions reach the user.
        #[serde(default)]
        request_permissions: bool,
        /// Whether questions of MCP servers reach the user.
        mcp_elicitations: bool,
    },
    /// Never: what the sandbox does not allow fails, and the agent has to deal with that.
    Never,
}

/// Who answers when the agent asks for approval.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum ApprovalsReviewer {
    /// The user, through the client.
    User,
    /// A second agent that weighs the risk of each request.
    AutoReview,
    /// The second agent under its former name; means the same as `auto_review`.
    GuardianSubagent,
}

/// How a command tried to reach a host.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum NetworkApprovalProtocol {
    /// HTTP in the clear.
    Http,
    /// HTTP over TLS.
    Https,
    /// A TCP connection through a SOCKS 5 proxy.
    Socks5Tcp,
    /// UDP datagrams through a SOCKS 5 proxy.
    Socks5Udp,
}
