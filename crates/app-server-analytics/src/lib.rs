//! What happens between clients and an app server, as events for a product's analytics backend.
//!
//! [`Fact`]s (messages of the protocol with their connection, and what the product itself records) go into a
//! [`Reducer`]; [`events::Event`]s come out. All of it is a pure function: no clock, no I/O, no thread. What keeps events
//! until they are delivered, and what delivers them, stands behind it and knows nothing of facts.
//!
//! The events are the contract with the backend. With the feature `schema` it is documented as JSON Schema
//! (`AnalyticsEvents`), committed in `schema/analytics`.

#[cfg(feature = "schema")]
mod contract;
pub mod events;
mod facts;
mod reducer;

#[cfg(feature = "schema")]
pub use contract::AnalyticsEvents;
pub use facts::{ConnectionId, Fact, PluginChange, ProductFact, SkillInvoked, SubagentStarted, TokensUsed, TurnConfig};
pub use reducer::{Dropped, Held, LONGEST_NAME, Limits, Reducer};
