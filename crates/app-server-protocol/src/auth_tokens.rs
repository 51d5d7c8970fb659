//! Tokens of an account that the client keeps fresh: what the server asks when it needs new ones.
//!
//! These types are published outside of any version: they keep one shape for all of them.

use methodic::wire;

/// Asks for new tokens of the account that the client signed in with.
#[wire]
#[derive(Eq)]
pub struct ChatgptAuthTokensRefreshParams {
    /// Why the tokens in use will not do.
    pub reason: ChatgptAuthTokensRefreshReason,
    /// The account, or workspace, of the tokens in use, for clients that have several. Null when the server does not
    /// know it.
    pub previous_account_id: Option<String>,
}

/// Why the tokens in use will not do.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ChatgptAuthTokensRefreshReason {
    /// A server refused them, mostly because they are too old.
    Unauthorized,
}

/// The new tokens.
#[wire(omit_none)]
#[derive(Eq)]
pub struct ChatgptAuthTokensRefreshResponse {
    /// The access token, a JSON Web Token.
    pub access_token: String,
    /// The account, or workspace, that the token is for.
    pub chatgpt_account_id: String,
    /// The plan of the account. Absent or null leaves it to the server to read the plan from the token.
    pub chatgpt_plan_type: Option<String>,
}
