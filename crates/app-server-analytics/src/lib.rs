//! What happens between clients and an app server, as events for a product's analytics backend.
//!
//! [`Fact`]s (messages of the protocol with their connection, and what the product itself records) go into a
//! [`Reducer`]; [`events::Event`]s come out. All of it is a pure function: no clock, no I/O, no thread. What keeps events
//! until they are delivered, and what delivers them, stands behind it and knows nothing of facts: [`Delivery`], with the
//! feature `sinks`, which is on by default. It writes each event to a spool in a folder of its own, and takes it from there
//! to where a person wants it ([`Target`]):
//!
//! ```
//! # #[cfg(feature = "sinks")] {
//! use app_server_analytics::{Config, ConnectionId, Delivery, Fact, Reducer};
//! # use app_server_analytics::events::Runtime;
//! # let runtime = Runtime {
//! #     codex_rs_version: "0.1.0".into(),
//! #     runtime_os: "linux".into(),
//! #     runtime_os_version: "6.1".into(),
//! #     runtime_arch: "x86_64".into(),
//! # };
//! # let folder = tempfile::tempdir()?;
//! let delivery = Delivery::open(Config::new(folder.path().join("analytics"), "http=http://127.0.0.1:9".parse()?))?;
//! let mut reducer = Reducer::new(runtime);
//! // For each fact, with the reducer locked, and before the client gets its answer:
//! delivery.record_all(&reducer.push(Fact::Closed { connection: ConnectionId(1) }))?;
//! // At the end:
//! delivery.flush(std::time::Duration::from_secs(2));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Delivery is at least once. What comes twice has the same id: a UUID of version 7, given when the event was recorded and
//! kept with it in the spool. It is the member `event_id` of a line of the sink `jsonl`, stands at the event's place in the
//! header `x-event-ids` of the sink `http`, and is the attribute `log.record.uid` of the sink `otlp`.
//!
//! The events are the contract with the backend. With the feature `schema` it is documented as JSON Schema
//! (`AnalyticsEvents`), committed in `schema/analytics`.

#[cfg(feature = "schema")]
mod contract;
#[cfg(feature = "sinks")]
mod delivery;
pub mod events;
mod facts;
mod reducer;
#[cfg(feature = "sinks")]
mod sinks;
#[cfg(feature = "sinks")]
mod spool;

#[cfg(feature = "schema")]
pub use contract::AnalyticsEvents;
#[cfg(feature = "sinks")]
pub use delivery::{Backoff, Config, Delivery, Durability, Lost, Metrics, OpenError, RecordError};
pub use facts::{ConnectionId, Fact, PluginChange, ProductFact, SkillInvoked, SubagentStarted, TokensUsed, TurnConfig};
pub use reducer::{Dropped, Held, LONGEST_NAME, Limits, Reducer};
#[cfg(feature = "sinks")]
pub use sinks::{BaseUrl, Refusal, Rotation, Sink, Spooled, Target, TargetError};
