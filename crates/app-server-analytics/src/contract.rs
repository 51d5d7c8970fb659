//! The events as a documented contract: what `schema/analytics/` is generated from.

use crate::events::EventBatch;

methodic::protocol! {
    /// What a server tells a product's analytics backend: events, posted in batches.
    pub protocol AnalyticsEvents { name: "analytics_events", title: "AnalyticsEvents" }

    types { EventBatch }
}
