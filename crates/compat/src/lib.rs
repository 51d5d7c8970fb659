//! Says whom a change of a protocol breaks.
//!
//! Two versions of a protocol are compared by method and direction, never by file: a current server reads what clients
//! of the baseline write (*input*), and they read what it writes (*output*). The same change can break one of them and
//! leave the other alone. Each change is a [`Finding`] of one [`Rule`]; where a peer would refuse a message, the finding
//! comes with such a message, checked by a validator.

mod contract;
mod finding;
mod rule;

pub use contract::{Contract, ContractError, Direction, Kind, Method, Stability};
pub use finding::{Finding, Level, Part, Place, Proof, Reader, Side, Use};
pub use rule::{Example, Rule};

/// What a comparison looks at, and how strict the peers are.
#[derive(Debug, Clone)]
pub struct Options {
    /// Judge what is marked as experimental like all else. Otherwise nothing about it is worse than [`Level::Info`].
    pub experimental: bool,
    /// The peers ignore notifications that they do not know.
    pub unknown_notifications_ignored: bool,
    /// Definitions of enums whose readers take any value, by name (`Turn`), namespace (`v2/Turn`) or pointer.
    pub open_enums: Vec<String>,
    /// Look for a message that proves each break.
    pub witnesses: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { experimental: false, unknown_notifications_ignored: false, open_enums: Vec::new(), witnesses: true }
    }
}

/// Everything that changed from baseline to current, in a fixed order.
pub fn compare(_baseline: &Contract, _current: &Contract, _options: &Options) -> Vec<Finding> {
    Vec::new()
}
