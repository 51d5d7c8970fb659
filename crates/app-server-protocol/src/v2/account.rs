//! The account in whose name the agent works: which one it is, signing out, and asking for more credits.

use methodic::wire;

/// Asks in whose name the agent works.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct GetAccountParams {
    /// Whether to get fresh tokens first, so that the answer is up to date. Without effect on an API key and on tokens
    /// that the client keeps fresh.
    #[serde(default)]
    pub refresh_token: bool,
}

/// In whose name the agent works.
#[wire]
#[derive(Eq)]
pub struct GetAccountResponse {
    /// The account. Null when nobody is signed in.
    pub account: Option<Account>,
    /// Whether the provider of the models needs the user to sign in. When false, the agent works without an account.
    pub requires_openai_auth: bool,
}

/// Says that another account is in use, or that something about it has changed.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct AccountUpdatedNotification {
    /// How the server shows who it works for. Null when nobody is signed in.
    pub auth_mode: Option<AuthMode>,
    /// The plan of the account. Null when nobody is signed in, or when there is no plan.
    pub plan_type: Option<PlanType>,
}

/// An account, by what it is held with.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum Account {
    /// A key for the API.
    ApiKey,
    /// An account of ChatGPT.
    Chatgpt {
        /// The user's e-mail address.
        email: String,
        /// The plan of the account.
        plan_type: PlanType,
    },
    /// An account at Amazon Bedrock, which the server reaches with the credentials of its machine.
    AmazonBedrock,
}

/// How the server shows who it works for.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum AuthMode {
    /// With a key for the API.
    #[serde(rename = "apikey")]
    ApiKey,
    /// With tokens of an account of ChatGPT, which the server keeps fresh.
    Chatgpt,
    /// With tokens of an account of ChatGPT, which the client keeps fresh.
    ChatgptAuthTokens,
    /// With an identity that was given to the agent itself.
    AgentIdentity,
}

/// The plans that an account can have.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum PlanType {
    /// The plan that costs nothing.
    Free,
    /// The smallest plan for one person.
    Go,
    /// The usual plan for one person.
    Plus,
    /// The plan for one person who needs much.
    Pro,
    /// The plan for one person who needs more than the usual.
    Prolite,
    /// The plan for a small group.
    Team,
    /// The plan for a company that signed up by itself and pays for what it uses.
    SelfServeBusinessUsageBased,
    /// The plan for a company.
    Business,
    /// The plan for a large company that pays for what it uses.
    EnterpriseCbpUsageBased,
    /// The plan for a large company.
    Enterprise,
    /// The plan for schools and universities.
    Edu,
    /// A plan that this version of the server does not know.
    Unknown,
}

/// Nothing but the fact that the stored credentials are gone.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct LogoutAccountResponse {}

/// Asks the workspace's owner, by e-mail, to make it possible to go on.
#[wire]
#[derive(Copy, Eq)]
pub struct SendAddCreditsNudgeEmailParams {
    /// What the user has run out of.
    pub credit_type: AddCreditsNudgeCreditType,
}

/// What became of the e-mail.
#[wire]
#[derive(Copy, Eq)]
pub struct SendAddCreditsNudgeEmailResponse {
    /// Whether the e-mail was sent now.
    pub status: AddCreditsNudgeEmailStatus,
}

/// What a user can run out of.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum AddCreditsNudgeCreditType {
    /// The credits that the workspace has bought.
    Credits,
    /// The usage that the plan includes.
    UsageLimit,
}

/// Whether a reminder for the workspace's owner went out.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum AddCreditsNudgeEmailStatus {
    /// The e-mail was sent.
    Sent,
    /// An e-mail was sent not long ago, so none was sent now.
    CooldownActive,
}
