//! Banners about a usage limit: that a user saw one, or clicked its button.

use app_server_protocol::v2::{UsageLimitBannerAction, UsageLimitBannerType};
use methodic::wire;

/// A banner that says that a usage limit is reached.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Copy, Eq)]
pub struct UsageLimitBannerParams {
    /// The product in which it was seen.
    pub platform: Platform,
    /// Which banner it was.
    pub banner_type: UsageLimitBannerType,
    /// What has come to its end.
    pub limit_reason: LimitReason,
    /// What the banner's button does. Absent unless it was clicked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cta_action: Option<CtaAction>,
}

/// The products that report events.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum Platform {
    /// The agent's own clients and its server.
    CodexCli,
}

/// What has come to its end.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum LimitReason {
    /// The workspace's credits.
    Credits,
    /// What the workspace may use.
    UsageLimit,
}

/// What the button of a banner does.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum CtaAction {
    /// Tells the workspace's owner that the credits are used up.
    NotifyOwner,
    /// Asks the workspace's owner for a higher limit.
    RequestIncrease,
}

impl UsageLimitBannerParams {
    /// What is told of a banner to which this happened.
    pub fn new(banner_type: UsageLimitBannerType, action: UsageLimitBannerAction) -> Self {
        let (limit_reason, cta_action) = match banner_type {
            UsageLimitBannerType::WorkspaceMemberCreditsDepleted => (LimitReason::Credits, CtaAction::NotifyOwner),
            UsageLimitBannerType::WorkspaceMemberUsageLimitReached => {
                (LimitReason::UsageLimit, CtaAction::RequestIncrease)
            }
        };
        let clicked = action == UsageLimitBannerAction::CtaClicked;
        Self { platform: Platform::CodexCli, banner_type, limit_reason, cta_action: clicked.then_some(cta_action) }
    }
}
