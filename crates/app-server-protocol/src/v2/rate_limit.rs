//! Rate limits: how much of the account's allowance is used up, and what can be bought on top of it.

use crate::v2::PlanType;
use methodic::wire;
use std::collections::BTreeMap;

/// How much is used up, limit by limit.
#[wire]
#[derive(Eq)]
pub struct GetAccountRateLimitsResponse {
    /// The limit that matters most, for clients that show one only.
    pub rate_limits: RateLimitSnapshot,
    /// All limits, by identifier. Null when the account's server does not tell them apart.
    pub rate_limits_by_limit_id: Option<BTreeMap<String, RateLimitSnapshot>>,
}

/// Brings what is used up after it has changed.
#[wire]
#[derive(Eq)]
pub struct AccountRateLimitsUpdatedNotification {
    /// The limit that has changed, as it is now.
    pub rate_limits: RateLimitSnapshot,
}

/// How much of one limit is used up. Null means that the account's server did not tell.
#[wire]
#[derive(Default, Eq)]
pub struct RateLimitSnapshot {
    /// Identifier of the limit.
    pub limit_id: Option<String>,
    /// The name to show.
    pub limit_name: Option<String>,
    /// What counts in the shorter stretch of time.
    pub primary: Option<RateLimitWindow>,
    /// What counts in the longer stretch of time.
    pub secondary: Option<RateLimitWindow>,
    /// The credits that the account can spend when the limit is reached.
    pub credits: Option<CreditsSnapshot>,
    /// The plan of the account.
    pub plan_type: Option<PlanType>,
    /// Which limit keeps the user from going on. Null when none does.
    pub rate_limit_reached_type: Option<RateLimitReachedType>,
}

/// How much is used up in a stretch of time.
#[wire]
#[derive(Copy, Eq)]
pub struct RateLimitWindow {
    /// The part that is used up, in percent.
    pub used_percent: i32,
    /// Length of the stretch in minutes. Null when it is not known.
    pub window_duration_mins: Option<i64>,
    /// When the next stretch begins, in Unix seconds. Null when it is not known.
    pub resets_at: Option<i64>,
}

/// The credits that an account can spend.
#[wire]
#[derive(Eq)]
pub struct CreditsSnapshot {
    /// Whether there are any.
    pub has_credits: bool,
    /// Whether they never run out.
    pub unlimited: bool,
    /// How many are left, as a decimal number. Null when it is not known.
    pub balance: Option<String>,
}

/// What keeps a user from going on, and who can do something about it.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum RateLimitReachedType {
    /// What the plan includes is used up until the next stretch of time.
    RateLimitReached,
    /// The workspace has no credits left, and the user can buy more.
    WorkspaceOwnerCreditsDepleted,
    /// The workspace has no credits left, and only its owner can buy more.
    WorkspaceMemberCreditsDepleted,
    /// The workspace has used up what it may use, and the user can raise that.
    WorkspaceOwnerUsageLimitReached,
    /// The workspace has used up what it may use, and only its owner can raise that.
    WorkspaceMemberUsageLimitReached,
}
