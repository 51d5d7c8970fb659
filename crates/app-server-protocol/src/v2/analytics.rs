//! Product events: things that happen in a client's own interface and that the server cannot see by itself.

use methodic::wire;

/// Hands one product event to the server, which adds what it knows and passes it on.
#[wire]
#[derive(Copy, Eq)]
pub struct TrackProductAnalyticsEventParams {
    /// What happened.
    pub event: ProductAnalyticsEvent,
}

/// Nothing but the fact that the event was taken; it does not say that the event was delivered.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct TrackProductAnalyticsEventResponse {}

/// The product events a client can report, one variant for each.
#[wire(tag = "type")]
#[derive(Copy, Eq)]
pub enum ProductAnalyticsEvent {
    /// The user met a banner which says that a usage limit is reached.
    UsageLimitBanner {
        /// Which banner it was.
        banner_type: UsageLimitBannerType,
        /// What happened to the banner.
        action: UsageLimitBannerAction,
    },
}

/// The banners about a usage limit.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum UsageLimitBannerType {
    /// Tells a member that the workspace has no credits left.
    WorkspaceMemberCreditsDepleted,
    /// Tells a member that the workspace has used up what it may use.
    WorkspaceMemberUsageLimitReached,
}

/// What can happen to a banner.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum UsageLimitBannerAction {
    /// The banner came into the user's view.
    Shown,
    /// The user clicked the banner's button (its call to action).
    CtaClicked,
}
