//! The account in whose name the agent works: signing out, and asking for more credits.

use methodic::wire;

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
