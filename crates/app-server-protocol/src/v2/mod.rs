//! The protocol as clients use it: threads, turns and their items, and what surrounds them.
//!
//! One module per domain; all names live in one flat namespace, the one that the wire definitions share.

mod account;
mod agent;
mod analytics;
mod approval;
mod command;
mod error;
mod feedback;
mod goal;
mod input;
mod item;
mod model;
mod patch;
mod path;
mod permission;
mod request;
mod sandbox;
mod session;
mod thread;
mod tool;
mod turn;
mod web_search;

pub use account::*;
pub use agent::*;
pub use analytics::*;
pub use approval::*;
pub use command::*;
pub use error::*;
pub use feedback::*;
pub use goal::*;
pub use input::*;
pub use item::*;
pub use model::*;
pub use patch::*;
pub use path::*;
pub use permission::*;
pub use request::*;
pub use sandbox::*;
pub use session::*;
pub use thread::*;
pub use tool::*;
pub use turn::*;
pub use web_search::*;
